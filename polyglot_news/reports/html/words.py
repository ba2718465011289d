"""Signs and words: each says the same as a colour does, so that the page reads without colour and by every ear."""

from __future__ import annotations

from polyglot_news.model import Difference, DifferenceKind, Level
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
CHANGED = "changed"  # words that give way to others are of the contract's kinds "omission" and "addition"
# What a reader may filter by, in the order of the page, and how it is called there.
KIND_NAMES = {
    DifferenceKind.OMISSION.value: "left out",
    DifferenceKind.ADDITION.value: "added",
    MOVED: "moved",
    CHANGED: "changed",
    DifferenceKind.NUMBER.value: "number",
    DifferenceKind.NAME.value: "name",
    DifferenceKind.QUOTE.value: "quote",
    DifferenceKind.ATTRIBUTION.value: "source",
    DifferenceKind.NEGATION.value: "negation",
    DifferenceKind.MODALITY.value: "modality",
    DifferenceKind.FRAMING.value: "framing",
}
_UNCOUNTED = frozenset({"left out", "added", "moved", "changed", "modality", "framing"})
KIND_SIGNS = {"omission": SIGNS[Mark.OMITTED], "addition": SIGNS[Mark.ADDED], MOVED: SIGNS[Mark.MOVED]}
LEVELS = {Level.SENTENCE: "a sentence", Level.CLAUSE: "a clause", Level.WORD: "words"}
_PASSAGES = {
    Mark.OMITTED: DifferenceKind.OMISSION.value,
    Mark.ADDED: DifferenceKind.ADDITION.value,
    Mark.CHANGED: CHANGED,
}


def kind_of(difference: Difference) -> str:
    """Return the key of KIND_NAMES that a reader filters this difference by."""
    if difference.kind in {DifferenceKind.OMISSION, DifferenceKind.ADDITION}:
        return _PASSAGES[mark_of(difference)]
    return difference.kind.value


def counted_kind(count: int, kind: str) -> str:
    """Write how many of a kind there are."""
    name = KIND_NAMES[kind]
    return f"{count} {name}" if name in _UNCOUNTED else counted(count, name)


def number_of(paragraphs: tuple[int, ...]) -> str:
    """Write paragraph numbers as people count them: 7, 7–8, 7+9."""
    first, last = paragraphs[0] + 1, paragraphs[-1] + 1
    if paragraphs != tuple(range(first - 1, last)):
        return "+".join(str(one + 1) for one in paragraphs)
    return str(first) if first == last else f"{first}–{last}"


def percent(share: float) -> str:
    """Round to whole percents, but say 0 and 100 only where it is all or nothing."""
    return f"{min(max(round(share * 100), 1), 99) if 0 < share < 1 else round(share * 100)} %"


def counted(count: int, noun: str) -> str:
    """Write a number and what it counts."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
