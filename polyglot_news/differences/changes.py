"""What is told on one side only, and what one side puts in the place of what the other tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from polyglot_news.differences.classes import Class
from polyglot_news.differences.matching import Matching
from polyglot_news.differences.quantities import Quantity, agree, contradict
from polyglot_news.differences.runs import Run
from polyglot_news.differences.sides import Side
from polyglot_news.differences.surroundings import Judged, distance_to
from polyglot_news.lexicon.stance import StanceKind
from polyglot_news.model import Level

_FEW = 6  # telling words; longer passages do not stand in each other's place, each is told on its side only
_BESIDE = 2  # telling words beside a number that do not keep it from being what differs
_NEAR = 2  # words between the place where a passage is expected and one that may stand for it
_NEAR_OF_ITS_SORT = 6  # the same for numbers and for names
_RESERVED = frozenset({Class.MODAL, Class.HEDGE, Class.DEGREE})  # what may stand beside a negation: "will not"


class Change(NamedTuple):
    """Runs that stand in each other's place; one of them may be missing."""

    base: Run | None
    edition: Run | None  # of the translation, or of the original where there is none to trust


def pair_runs(base: Judged, edition: Judged, matching: Matching) -> list[Change]:
    """Pair the runs of both sides that stand in the same place and are of one sort: numbers, names, other words.

    Args:
        base: the base's side.
        edition: the translation's, or the original's.
        matching: of the words of the base with those of the edition.
    """
    scored = sorted(
        (distance, a, b)
        for a, run in enumerate(base.runs)
        for b, other in enumerate(edition.runs)
        if _are_of_one_sort(base.side, run, edition.side, other)
        for distance in [distance_to(run, (other.first, other.last), matching, len(edition.side.words))]
        if distance <= (_NEAR if _sort(base.side, run) is None else _NEAR_OF_ITS_SORT)
    )
    partner: dict[int, int] = {}
    for _, a, b in scored:
        if a not in partner and b not in partner.values():
            partner[a] = b
    taken: set[int] = set()
    changes = [
        Change(run, edition.runs[partner[a]]) if a in partner else _with_number(run, base, edition, matching, taken)
        for a, run in enumerate(base.runs)
    ]
    return changes + [Change(None, run) for b, run in enumerate(edition.runs) if b not in partner.values()]


def _are_of_one_sort(side: Side, run: Run, others: Side, other: Run) -> bool:
    if not (_is_short(side, run) and _is_short(others, other)):
        return False
    if (run.level is Level.SENTENCE) != (other.level is Level.SENTENCE):
        return False
    if not (_may_answer(side, run, others, other) and _may_answer(others, other, side, run)):
        return False
    return _sort(side, run) == _sort(others, other)


def _may_answer(side: Side, run: Run, others: Side, other: Run) -> bool:
    """Whether other words may stand for a run: for a bare negation only what says how something is, or its opposite."""
    kinds = {side.words[k].kind for k in run.words if side.telling[k]}
    if Class.NEGATION not in kinds or kinds - _RESERVED - {Class.NEGATION}:
        return True
    return any(one.kind is not StanceKind.LOADED for k in other.words for one in others.words[k].stances)


def _sort(side: Side, run: Run) -> str | None:
    """What is replaced by its like only: a number by a number, a name by a name."""
    words = [side.words[k] for k in run.words]
    if any(word.quantity for word in words):
        return "number"
    return "name" if any(word.is_name for word in words) else None


def _with_number(run: Run, base: Judged, edition: Judged, matching: Matching, taken: set[int]) -> Change:
    """Pair a number that nothing answers with the nearest such number on the other side, unless its unit is taken."""
    ours, words = _quantity(base.side, run), edition.side.words
    if ours is None:
        return Change(run, None)
    near = [
        (distance, k, word.quantity)
        for k, word in enumerate(words)
        if word.quantity and word.unit not in taken and not matching.answering[k]
        if not contradict(ours[1], word.quantity) and not any(other.first <= k <= other.last for other in edition.runs)
        for distance in [distance_to(run, (k, k), matching, len(words))]
        if distance <= _NEAR_OF_ITS_SORT
    ]
    if not near:
        return Change(run, None)
    _, first, quantity = min(near, key=lambda one: one[:2])
    taken.add(words[first].unit)
    return Change(run, _number(edition.side, (first, quantity), range(len(words)), run.measured))


def narrowed(change: Change, base: Judged, edition: Judged) -> Change:
    """Keep to the number where a number is what differs; with the word behind it where that is: 5 miles, 5 km."""
    if change.base is None or change.edition is None:
        return change
    ours, theirs = _quantity(base.side, change.base), _quantity(edition.side, change.edition)
    if not ours or not theirs or agree(ours[1], theirs[1]):
        return change
    runs = (
        _number(base.side, ours, change.base.words, change.base.measured),
        _number(edition.side, theirs, change.edition.words, change.edition.measured),
    )
    if ours[1].text.casefold() == theirs[1].text.casefold() or _are_in_other_units(ours[1], theirs[1]):
        runs = (_with_next(base.side, runs[0]), _with_next(edition.side, runs[1]))
    return Change(*runs)


def _are_in_other_units(one: Quantity, other: Quantity) -> bool:
    """Whether numbers cannot be compared without the words behind them: 70 minutes, an hour and a half."""
    return bool(one.dimension and other.dimension) and one.unit != other.unit


def _with_next(side: Side, run: Run) -> Run:
    """A run and the word behind it, if its sentence has one."""
    last = run.last + 1
    if last >= len(side.words) or (side.paragraph[last], side.sentence[last]) != (
        side.paragraph[run.last],
        side.sentence[run.last],
    ):
        return run
    return run._replace(last=last, span=replace(run.span, end=side.words[last].end))


def _quantity(side: Side, run: Run) -> tuple[int, Quantity] | None:
    """The one number of a run that says little else, and the place of its first word."""
    numbers = {word.unit: (k, word.quantity) for k in reversed(run.words) if (word := side.words[k]).quantity}
    others = sum(bool(side.telling[k]) and not side.words[k].quantity for k in run.words)
    found = next(iter(numbers.values())) if len(numbers) == 1 and others <= _BESIDE else None
    return (found[0], found[1]) if found and found[1] else None


def _number(side: Side, number: tuple[int, Quantity], among: Iterable[int], measured: tuple[float, ...]) -> Run:
    """A number and the place of its first word as a run, as far as it lies among some words."""
    first, quantity = number
    last = max(k for k in among if side.words[k].unit == side.words[first].unit)
    return Run(first, last, side.place_of(quantity, first), Level.WORD, measured)


def _is_short(side: Side, run: Run) -> bool:
    return int(side.telling[run.first : run.last + 1].sum()) <= _FEW
