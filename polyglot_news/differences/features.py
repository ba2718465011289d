"""What is measured of every word of a side: what answers it, what stands in its place, and what word it is.

Runs of words that nothing answers are held against what stands unanswered in their place: equal amounts are another
wording, an amount on one side alone is a real difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.differences.classes import Class
from polyglot_news.differences.matching import Matching, smoothed
from polyglot_news.differences.reading import Word
from polyglot_news.differences.sides import LinkedTexts, Side
from polyglot_news.lexicon.stance import opposed, same_stance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Places = NDArray[np.int64]

_ENDINGS = (
    "ly",
    "ed",
    "ing",
    "s",
    ("ion", "ment", "ness", "ity", "ance", "ence"),
    ("al", "ive", "ous", "ic", "ful", "able", "ible", "ary"),
    ("er", "or", "ist"),
    "est",
)
_MARKS = (",", ".!?…", "-–—", "\"“”«»„'‘’()[]", ":;")
_TINY = 1e-9
_FAR = 6  # words; beyond this nothing stands near a place
_N_OF_BLOCK = 20
_N_OF_WORD = 5 + len(Class) + 2 + len(_ENDINGS) + 2 * len(_MARKS)


class Across(NamedTuple):
    """A side and the text that it is held against."""

    ours: Side
    theirs: Side
    matching: Matching
    held: Flags  # of theirs: what ours answers, here or through a third text


def measure_base(linked: LinkedTexts) -> Matrix:
    """Features of the words of the base, one row a word."""
    told = Across(linked.base, linked.translated, linked.base_to_translated, linked.translated_held)
    original = Across(linked.base, linked.original, linked.base_to_original, linked.original_held)
    return _stack(linked, told, original, linked.base_held, told if linked.translated.words else original)


def measure_translation(linked: LinkedTexts) -> Matrix:
    """Features of the words of the translation."""
    base = Across(linked.translated, linked.base, linked.base_to_translated.reversed(), linked.base_held)
    original = Across(linked.translated, linked.original, linked.translated_to_original, linked.original_held)
    return _stack(linked, base, original, linked.translated_held, base)


def measure_original(linked: LinkedTexts) -> Matrix:
    """Features of the words of the original edition."""
    base = Across(linked.original, linked.base, linked.base_to_original.reversed(), linked.base_held)
    back = linked.translated_to_original.reversed()
    told = Across(linked.original, linked.translated, back, linked.translated_held)
    return _stack(linked, base, told, linked.original_held, base)


def _stack(linked: LinkedTexts, first: Across, second: Across, own_held: Flags, against: Across) -> Matrix:
    """All that is measured of the words of a side.

    Args:
        linked: the link.
        first: the side and the text that it is compared with.
        second: the side and the third text.
        own_held: words of the side that are answered by either.
        against: whichever of `first` and `second` is of the other edition.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    side = first.ours
    return np.concatenate(
        [
            _block(first),
            _block(second),
            _sentence(side, own_held, against.theirs, against.held),
            _words(side.words),
            _around(linked, side, first, second),
        ],
        axis=1,
    )


def _block(across: Across) -> Matrix:
    """What the other text says of each word, and of the run of unanswered words that it is in."""
    import numpy as np  # noqa: PLC0415  # heavy

    ours, theirs, matching = across.ours, across.theirs, across.matching
    n, m = len(ours.words), len(theirs.words)
    if not n or not m:
        return np.zeros((n, _N_OF_BLOCK))
    first, last, left, right, moved = _gaps(matching, n, m)
    paired, unheld = matching.partner >= 0, theirs.telling & ~across.held
    count, weight = _between([ours.telling & ~paired, np.where(paired, 0.0, ours.rarity)], first, last)
    # Where neighbours' partners cross, nothing stands between them.
    opposite_count, opposite_weight = _between([unheld, np.where(unheld, theirs.rarity, 0.0)], left, right)
    expected = (left + right) / 2
    low, high = np.maximum(-1, expected - _FAR).astype(int), np.minimum(m, expected + _FAR).astype(int)
    near, *sorts = _between([unheld, *(unheld & theirs.sorts.T)], low, high)
    return np.stack(
        [
            paired, matching.likeness, matching.best, np.log1p(count), weight / 20.0, np.log1p(opposite_count),
            opposite_weight / 20.0, (count - opposite_count) / (count + opposite_count + 1.0), left > right,
            np.abs(moved), np.log1p(np.arange(n) - first), np.log1p(last - np.arange(n)),
            near / 5.0, *(one > 0 for one in sorts), *_stances(ours, theirs, low, high),
            (right - left - 1) / (last - first + 1.0) / 2.0,
        ],
        axis=1,
    ).astype(float)  # fmt: skip


def _gaps(matching: Matching, n: int, m: int) -> tuple[Places, Places, Vector, Vector, Vector]:
    """For each word the answered words around it, their partners, and how far its own stands from where they expect it.

    The beginning and the end of both texts answer each other; an answered word is around itself.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    anchors = np.flatnonzero(matching.partner >= 0)
    smooth = smoothed(matching.partner[anchors])
    before = np.searchsorted(anchors, np.arange(n), side="right")
    after = np.searchsorted(anchors, np.arange(n), side="left") + 1
    at, places = np.concatenate([[-1], anchors, [n]]), np.concatenate([[-1], smooth, [m]])
    moved = np.zeros(n)
    if len(anchors) > 1:
        around = (np.concatenate([[smooth[0]], smooth[:-1]]) + np.concatenate([smooth[1:], [smooth[-1]]])) / 2
        moved[anchors] = np.clip((matching.partner[anchors] - around) / 5.0, -3, 3)
    return at[before], at[after], places[before], places[after], moved


def _stances(ours: Side, theirs: Side, low: Places, high: Places) -> tuple[Vector, Vector]:
    """Whether what a word says of how something is told is said near its place too; and whether the opposite is."""
    import numpy as np  # noqa: PLC0415  # heavy

    same, other = np.zeros(len(ours.words)), np.zeros(len(ours.words))
    there = [(j, one) for j in theirs.stanced for one in theirs.words[j].stances]
    for i in ours.stanced:
        stances = ours.words[i].stances
        first, last = low[i], high[i]
        near = [one for j, one in there if first < j < last]
        n_said = sum(any(same_stance(one, another) for another in near) for one in stances)
        same[i] = 1.0 if n_said == len(stances) else 0.0 if n_said else -1.0
        other[i] = any(opposed(one, another) for one in stances for another in near)
    return same, other


def _between(columns: Sequence[Vector | Flags], low: Vector | Places, high: Vector | Places) -> Matrix:
    """Sums of values strictly between two places, one row a column of values."""
    import numpy as np  # noqa: PLC0415  # heavy

    size = len(columns[0])
    sums = np.zeros((len(columns), size + 1))
    np.cumsum(np.array(columns, dtype=float), axis=1, out=sums[:, 1:])
    start = np.minimum(np.maximum(np.floor(low).astype(int) + 1, 0), size)
    end = np.minimum(np.maximum(np.ceil(high).astype(int), 0), size)
    between: Matrix = sums[:, np.maximum(start, end)] - sums[:, start]
    return between


def _sentence(side: Side, held: Flags, theirs: Side, theirs_held: Flags) -> Matrix:
    """What is unanswered in the sentences that the word's own is linked with, on both sides."""
    import numpy as np  # noqa: PLC0415  # heavy

    n_groups = int(max(side.group.max(initial=-1), theirs.group.max(initial=-1))) + 2
    columns = []
    for some, answered in ((side, held), (theirs, theirs_held)):
        told = np.bincount(some.group + 1, some.rarity, n_groups)
        free = np.bincount(some.group + 1, np.where(answered, 0.0, some.rarity), n_groups)
        count = np.bincount(some.group + 1, some.telling & ~answered, n_groups)
        columns += [free / (told + _TINY), np.log1p(count), told > 0, np.log1p(told) / 5]
    n_sentences = int(side.sentence.max(initial=-1)) + 2
    in_sentence = np.bincount(side.sentence + 1, np.where(held, 0.0, side.rarity), n_sentences)
    of_sentence = np.bincount(side.sentence + 1, side.rarity, n_sentences)
    share = (in_sentence / (of_sentence + _TINY))[side.sentence + 1]
    everywhere = [np.full(len(side.words), _free_share(*one)) for one in ((side, held), (theirs, theirs_held))]
    of_groups = [column[side.group + 1] for column in columns]
    return np.stack([*of_groups, share, *everywhere, held], axis=1).astype(float)


def _free_share(side: Side, held: Flags) -> float:
    return float(side.rarity[~held].sum()) / (float(side.rarity.sum()) + _TINY)


def _words(words: Sequence[Word]) -> Matrix:
    import numpy as np  # noqa: PLC0415  # heavy

    rows = [(*_own(word), *_marks(word.before), *_marks(word.after)) for word in words]
    return np.array(rows, dtype=float).reshape(len(words), _N_OF_WORD)


def _own(word: Word) -> tuple[float, ...]:
    return (
        float(word.is_name),
        float(bool(word.entities)),
        float(bool(word.stances)),
        float(word.is_quoted),
        word.rarity / 10.0,
        *_spelled(word.text, word.kind),
    )


@lru_cache(maxsize=65536)
def _spelled(text: str, kind: Class) -> tuple[float, ...]:
    lower = text.lower()
    classes = [float(kind is one) for one in Class]
    endings = [float(lower.endswith(ending)) for ending in _ENDINGS]
    return (*classes, float(text[:1].isupper()), min(12, len(text)) / 10.0, *endings)


@lru_cache(maxsize=4096)
def _marks(between: str) -> tuple[float, ...]:
    return tuple(float(any(mark in between for mark in marks)) for marks in _MARKS)


def _around(linked: LinkedTexts, side: Side, first: Across, second: Across) -> Matrix:
    """What is the same for all words of a sentence or of the link."""
    import numpy as np  # noqa: PLC0415  # heavy

    n = len(side.words)
    scores = np.array([0.0, *(one.score for one in linked.link.sentences)])
    alone = np.array([1.0, *(not (one.base and one.edition) for one in linked.link.sentences)])
    starts = np.concatenate([[True], side.sentence[1:] != side.sentence[:-1]]) if n else np.zeros(0, dtype=bool)
    ends = np.concatenate([starts[1:], [True]]) if n else starts
    rates = [
        float((one.matching.partner >= 0)[one.ours.telling].mean()) if one.ours.telling.any() else 0.0
        for one in (first, second)
    ]
    agreement = linked.translated_to_original
    telling = linked.translated.telling
    rates.append(float((agreement.partner >= 0)[telling].mean()) if telling.any() else 0.0)
    constant = [
        *rates,
        bool(linked.translated.words),
        linked.original.language == linked.base.language,
        bool(linked.doubtful),
    ]
    return np.concatenate(
        [
            np.stack([scores[side.group + 1], alone[side.group + 1], starts, ends], axis=1).astype(float),
            np.tile(np.array(constant, dtype=float), (n, 1)),
        ],
        axis=1,
    )
