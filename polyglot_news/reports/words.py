"""Signs and words: what reports for people call things, the same in all of them, on any screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from polyglot_news.model import Difference, DifferenceKind, Report, Translation, TranslationKind
from polyglot_news.reports.options import MOVED
from polyglot_news.reports.sequence import Mark, mark_of

SIGNS = {
    Mark.KEPT: "=",
    Mark.CHANGED: "~",
    Mark.MOVED: "↕",
    Mark.OMITTED: "−",
    Mark.ADDED: "+",
    Mark.UNASKED: "·",
}
WORDS = {
    Mark.KEPT: "kept",
    Mark.CHANGED: "told differently",
    Mark.MOVED: "moved",
    Mark.OMITTED: "left out",
    Mark.ADDED: "added",
    Mark.UNASKED: "not asked for",
}
ONE_SIDED = {Mark.OMITTED: "in the base only", Mark.ADDED: "in the edition only"}
CHANGED = "changed"  # words that give way to others are of the contract's kinds "omission" and "addition"
# How the kinds are called, as docs/how-to/read-differences.md explains them; in the order of filters.
KIND_NAMES = {
    DifferenceKind.OMISSION.value: WORDS[Mark.OMITTED],
    DifferenceKind.ADDITION.value: WORDS[Mark.ADDED],
    MOVED: WORDS[Mark.MOVED],
    CHANGED: "changed",
    DifferenceKind.NUMBER.value: "number",
    DifferenceKind.NAME.value: "name",
    DifferenceKind.QUOTE.value: "quote",
    DifferenceKind.ATTRIBUTION.value: "source",
    DifferenceKind.NEGATION.value: "negation",
    DifferenceKind.MODALITY.value: "modality",
    DifferenceKind.FRAMING.value: "framing",
}
JUDGED_WITHOUT = "judged by names, numbers and the lexicon alone"  # a translation
_QUOTATION_MARKS = frozenset('"“”„«‘')
_PASSAGES = {
    Mark.OMITTED: DifferenceKind.OMISSION.value,
    Mark.ADDED: DifferenceKind.ADDITION.value,
    Mark.CHANGED: CHANGED,
}


def kind_of(difference: Difference) -> str:
    """Return the key of KIND_NAMES under which a difference is told, by the sides that it has."""
    return _PASSAGES[mark_of(difference)] if _is_passage(difference) else difference.kind.value


def name_difference(difference: Difference) -> str:
    """Say in a word what a difference is."""
    return KIND_NAMES[kind_of(difference)]


def name_side(difference: Difference) -> str:
    """Say which side alone has it; "" where both have it, or the name of the difference says so."""
    return "" if _is_passage(difference) else ONE_SIDED.get(mark_of(difference), "")


def describe_translation(translation: Translation, package: str) -> str:
    """Say where a translation comes from, in words that may begin a sentence or go on in one.

    Args:
        translation: of an edition.
        package: its name as the report may show it.
    """
    if translation.kind is TranslationKind.NONE:
        return f"not translated: {JUDGED_WITHOUT}"
    if translation.kind is TranslationKind.PROVIDED:
        return "translation provided"
    return f"translated by {'the starter package' if translation.is_starter else package}"


def label_articles(report: Report, write: Callable[[str], str] = str) -> tuple[str, ...]:
    """Name the base and each edition by its language, numbered where a language comes twice: en, ru1, ru2.

    Args:
        report: with the articles.
        write: a language as the report may show it; the number comes after it.
    """
    languages = [article.language for article in (report.base, *(one.edition for one in report.comparisons))]
    times, seen = Counter(languages), Counter[str]()
    labels = []
    for language in languages:
        seen[language] += 1
        labels.append(write(language) + (str(seen[language]) if times[language] > 1 else ""))
    return tuple(labels)


def number_paragraphs(paragraphs: Sequence[int], between: str = "+") -> str:
    """Write positions of paragraphs, in order, as people count them, from 1: 7, 7–8, 7+9."""
    runs = ([k for _, k in run] for _, run in groupby(enumerate(paragraphs), key=lambda one: one[1] - one[0]))
    return between.join(str(run[0] + 1) if len(run) == 1 else f"{run[0] + 1}–{run[-1] + 1}" for run in runs)


def quoted(text: str) -> str:
    """Put a text in quotation marks unless it begins with one."""
    return text if text[:1] in _QUOTATION_MARKS else f"“{text}”"


def counted(count: int, noun: str) -> str:
    """Write a number and what it counts: 1 paragraph, 2 paragraphs."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def percent(share: float) -> str:
    """Round 0..1 to whole percents, but say 0 and 100 only where it is all or nothing."""
    return f"{min(max(round(share * 100), 1), 99) if 0 < share < 1 else round(share * 100)} %"


def _is_passage(difference: Difference) -> bool:
    """Whether all that is to be said is what became of some words, which the mark says."""
    return difference.kind in {DifferenceKind.OMISSION, DifferenceKind.ADDITION}
