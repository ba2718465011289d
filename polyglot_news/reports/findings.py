"""All that is reported of a comparison, one row a finding: what CSV, JSONL and Markdown are made from.

A finding is a difference inside a link, or a whole paragraph that is left out, added or moved.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polyglot_news.model import (
    Article,
    Comparison,
    Difference,
    DifferenceKind,
    Link,
    Paragraph,
    Report,
    Span,
    TranslatedParagraph,
)
from polyglot_news.reports.options import MOVED, ReportOptions
from polyglot_news.reports.selection import select
from polyglot_news.reports.sequence import Block, Mark, read_in_order

PARAGRAPH = "paragraph"  # the level of whole ones, beside those of model.Level
WHOLE = {
    Mark.OMITTED: DifferenceKind.OMISSION.value,
    Mark.ADDED: DifferenceKind.ADDITION.value,
    Mark.MOVED: MOVED,
}
_JOINERS = "\u200c\u200d"  # letters of Persian and parts of emoji hold together by them
_NOTHING = "\u00ad\u200b\u2060\ufeff"  # say only where a line may be broken
_PICTURES = 0x2400  # ␀, the first of the pictures of control characters
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Place:
    """What a finding is about on one side: characters [start, end) of a paragraph.

    A moved link may hold several paragraphs: then `paragraph` and `start` are of the first, `end` is of the last, and a
    line end stands between them in `text`.
    """

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One row. A side that does not exist is None, as in the JSON contract."""

    edition_index: int  # position in Report.comparisons
    source: str  # of the edition
    language: str
    kind: str  # of options.KINDS
    level: str  # of model.Level, or PARAGRAPH
    confidence: float | None  # 0..1; None for whole paragraphs
    base: Place | None
    edition: Place | None  # in the original
    translation: Place | None
    link: Link | None  # None for what no link holds
    note: str


def list_findings(report: Report, options: ReportOptions) -> tuple[Finding, ...]:
    """Return what the reader asked for, edition by edition, each in reading order."""
    return tuple(
        finding
        for n, comparison in enumerate(report.comparisons)
        for finding in _find(n, report.base, comparison, options)
    )


def number_paragraphs(paragraphs: Sequence[int]) -> str:
    """Write paragraph numbers as people count them, from 1: ¶7, ¶7–8, ¶7+9."""
    first, last = paragraphs[0], paragraphs[-1]
    if tuple(paragraphs) != tuple(range(first, last + 1)):
        return "¶" + "+".join(str(one + 1) for one in paragraphs)
    return f"¶{first + 1}" if first == last else f"¶{first + 1}–{last + 1}"


def label_articles(report: Report) -> tuple[str, ...]:
    """Name the base and each edition by its language, numbered where a language comes twice: en, ru1, ru2."""
    articles = (report.base, *(comparison.edition for comparison in report.comparisons))
    times = Counter(article.language for article in articles)
    seen: Counter[str] = Counter()
    labels = []
    for article in articles:
        seen[article.language] += 1
        labels.append(article.language + (str(seen[article.language]) if times[article.language] > 1 else ""))
    return tuple(labels)


def show_controls(text: str) -> str:
    """Make visible what a page would obey or hide: control and bidirectional characters, halves of surrogate pairs.

    White space but the line end becomes a space, no-break spaces stay; places where a line may be broken are dropped.
    """
    if text.isprintable():
        return text
    return text.translate({ord(one): _shown(one) for one in set(text) if not one.isprintable()})


def _shown(character: str) -> str | None:
    if character in _NOTHING:
        return None
    category = unicodedata.category(character)
    if character in {"\n", *_JOINERS} or category in {"Zs", "Cn", "Co"}:  # what is not assigned yet does no harm
        return character
    if character.isspace():
        return " "
    if ord(character) < 0x20:  # noqa: PLR2004  # the first printing one
        return chr(_PICTURES + ord(character))
    return _REPLACEMENT


def _find(n: int, base: Article, comparison: Comparison, options: ReportOptions) -> Iterator[Finding]:
    links = {link.base: link for link in comparison.alignment.links}
    for block in read_in_order(comparison, select(comparison, options)):
        if block.mark in WHOLE:
            yield _whole(n, base, comparison, block, links.get(block.base))
        for one in block.differences:
            yield _difference(n, base, comparison, one)


def _whole(n: int, base: Article, comparison: Comparison, block: Block, link: Link | None) -> Finding:
    translation = _quote(comparison.translation.paragraphs, block.edition)
    return Finding(
        edition_index=n,
        source=comparison.edition.source,
        language=comparison.edition.language,
        kind=WHOLE[block.mark],
        level=PARAGRAPH,
        confidence=None,
        base=_quote(base.paragraphs, block.base),
        edition=_quote(comparison.edition.paragraphs, block.edition),
        translation=translation if translation and translation.text.strip() else None,
        link=link,
        note="",
    )


def _difference(n: int, base: Article, comparison: Comparison, one: Difference) -> Finding:
    return Finding(
        edition_index=n,
        source=comparison.edition.source,
        language=comparison.edition.language,
        kind=one.kind.value,
        level=one.level.value,
        confidence=one.confidence,
        base=_place(base.paragraphs, one.base),
        edition=_place(comparison.edition.paragraphs, one.edition),
        translation=_place(comparison.translation.paragraphs, one.translation),
        link=comparison.alignment.links[one.link],
        note=one.note,
    )


def _quote(paragraphs: Sequence[Paragraph | TranslatedParagraph], which: Sequence[int]) -> Place | None:
    texts = [paragraphs[i].text for i in which]
    return Place(which[0], 0, len(texts[-1]), "\n".join(texts)) if texts else None


def _place(paragraphs: Sequence[Paragraph | TranslatedParagraph], span: Span | None) -> Place | None:
    if span is None:
        return None
    return Place(span.paragraph, span.start, span.end, paragraphs[span.paragraph].text[span.start : span.end])
