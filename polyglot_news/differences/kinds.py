"""Which kind of difference a change is, and one plain sentence about it."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.differences.classes import TELLING, Class
from polyglot_news.differences.quantities import Quantity, agree
from polyglot_news.differences.reading import Word
from polyglot_news.differences.spans import is_quotation
from polyglot_news.lexicon.stance import StanceKind
from polyglot_news.model import DifferenceKind, Level

_LONGEST_ATTRIBUTION = 12  # words
_BESIDE = 3  # telling words beside a number or a negation that is still what differs
# Values of reporting verbs that name a source, and are no act of their own as to accuse or to demand is.
_SAYING = frozenset({"neutral", "assertive", "doubting", "admitting", "denying"})
_AT_AN_END = 2  # words before or behind the verb that says who said it
_WHAT = {
    DifferenceKind.QUOTE: "quotation", DifferenceKind.NUMBER: "number", DifferenceKind.NEGATION: "negation",
    DifferenceKind.MODALITY: "reservation", DifferenceKind.ATTRIBUTION: "source", DifferenceKind.NAME: "name",
}  # fmt: skip
_HOW_MUCH = {Level.SENTENCE: "sentence", Level.CLAUSE: "passage", Level.WORD: "wording"}


def kind_of_change(base: Sequence[Word], edition: Sequence[Word]) -> DifferenceKind:
    """Say what differs where both sides have words of their own in one place."""
    ours, theirs = _quantities(base), _quantities(edition)
    are_brief = _is_brief(base) and _is_brief(edition)
    if are_brief and ours and theirs and not any(agree(one, other) for one in ours for other in theirs):
        return DifferenceKind.NUMBER
    if are_brief and _negates(base) != _negates(edition):
        return DifferenceKind.NEGATION
    if _names(base) and _names(edition):
        return DifferenceKind.NAME
    if _reports(base) and _reports(edition):
        return DifferenceKind.ATTRIBUTION
    if _is_reserved(base) or _is_reserved(edition):
        return DifferenceKind.MODALITY
    return DifferenceKind.QUOTE if _is_quoted(base) or _is_quoted(edition) else DifferenceKind.OMISSION


def kind_of_passage(words: Sequence[Word], text: str, level: Level, *, of_base: bool) -> DifferenceKind:
    """Say what is told on one side only.

    Args:
        words: of the passage.
        text: that it covers.
        level: of the passage.
        of_base: whether it stands in the base.
    """
    if is_quotation(text) or _is_quoted(words):
        return DifferenceKind.QUOTE
    if _only(words, {Class.NUMBER}):
        return DifferenceKind.NUMBER
    if level is not Level.SENTENCE:
        if _only(words, {Class.NEGATION}):
            return DifferenceKind.NEGATION
        if _is_reserved(words):
            return DifferenceKind.MODALITY
        if is_attribution(words):
            return DifferenceKind.ATTRIBUTION
    return DifferenceKind.OMISSION if of_base else DifferenceKind.ADDITION


def is_attribution(words: Sequence[Word]) -> bool:
    """Whether a passage says who said it, and nothing else."""
    reports = [k for k, word in enumerate(words) if _says(word)]
    if not reports or len(words) > _LONGEST_ATTRIBUTION:
        return False
    at_an_end = reports[0] <= _AT_AN_END or reports[-1] >= len(words) - 1 - _AT_AN_END
    return at_an_end and any(word.kind in {Class.PRONOUN, Class.CONTENT} for word in words)


def _says(word: Word) -> bool:
    return any(one.kind is StanceKind.REPORTING and one.value in _SAYING for one in word.stances)


def note_of(kind: DifferenceKind, level: Level, base: str | None, edition: str | None) -> str:
    """One plain sentence about a difference.

    Args:
        kind: of the difference.
        level: of the difference.
        base: what the base has there; None where it has nothing.
        edition: what the original edition has there, likewise.
    """
    if base is not None and edition is not None:
        return f"{' '.join(base.split())} in the base, {' '.join(edition.split())} in the edition"
    return f"{_WHAT.get(kind, _HOW_MUCH[level])} in {'the base' if edition is None else 'the edition'} only"


def _quantities(words: Sequence[Word]) -> list[Quantity]:
    return [word.quantity for word in words if word.quantity]


def _is_brief(words: Sequence[Word]) -> bool:
    """Whether a number or a negation is a good part of what is told, and no sentence that happens to hold one."""
    return sum(word.kind in TELLING and word.quantity is None for word in words) <= _BESIDE


def _negates(words: Sequence[Word]) -> bool:
    return any(one.kind is StanceKind.NEGATION for word in words for one in word.stances)


def _names(words: Sequence[Word]) -> bool:
    return any(word.is_name or word.entities for word in words)


def _is_quoted(words: Sequence[Word]) -> bool:
    return all(word.is_quoted for word in words)


def _is_reserved(words: Sequence[Word]) -> bool:
    """Whether all that is told is how sure, how far, how necessary something is."""
    return _only(words, {Class.MODAL, Class.HEDGE, Class.DEGREE})


def _reports(words: Sequence[Word]) -> bool:
    return any(one.kind is StanceKind.REPORTING for word in words for one in word.stances)


def _only(words: Sequence[Word], kinds: set[Class]) -> bool:
    telling = [word for word in words if word.kind in TELLING]
    return bool(telling) and all(word.kind in kinds for word in telling)
