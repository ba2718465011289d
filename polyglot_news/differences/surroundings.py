"""Where a passage of one side is expected on the other, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.differences.matching import Matching
from polyglot_news.differences.runs import Run
from polyglot_news.differences.sides import LinkedTexts, Side
from polyglot_news.lexicon.stance import StanceKind, opposed, same_stance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]
    Flags = NDArray[np.bool_]

_NEAR = 3  # words around the place of a run in which its opposite, or another name, may stand
_COLOURS = frozenset({StanceKind.LOADED, StanceKind.ANTONYM})


class Judged(NamedTuple):
    """One side of a link with the probabilities of its words and its runs."""

    side: Side
    probabilities: Vector
    runs: tuple[Run, ...]


def distance_to(run: Run, other: tuple[int, int], matching: Matching, size: int) -> float:
    """Count the words between where a run is expected and other words, [first, last]; 0 where they overlap."""
    first, last = other
    return min(max(0.0, first - high, low - last) for low, high in _windows(run, matching, size))


def _windows(run: Run, matching: Matching, size: int) -> list[tuple[float, float]]:
    """Places between the partners of the words around a run; where these cross, behind the one and before the other."""
    import numpy as np  # noqa: PLC0415  # heavy

    anchors = np.flatnonzero(matching.partner >= 0)
    outside = anchors[(anchors < run.first) | (anchors > run.last)]
    if not len(outside):
        return [(0.0, float(size - 1))]
    places = matching.partner[outside].astype(float)
    k = int(np.searchsorted(outside, run.first))
    left = places[k - 1] + 1 if k else 0.0
    right = places[k] - 1 if k < len(outside) else float(size - 1)
    if left <= right + 1:
        return [(left, right)]
    length = run.last - run.first
    return [(left, left + length), (right - length, right)]


def surroundings(run: Run, judged: Judged, other: Judged, matching: Matching, linked: LinkedTexts) -> tuple[float, ...]:
    """Measure what stands in the place of a run on the other side, and how well both sides answer each other."""
    size = len(other.side.words)
    low, high = _windows(run, matching, size)[0]
    first, last = max(0, int(low) - 1), min(size, int(high) + 2)
    near = other.probabilities[first:last] * other.side.telling[first:last]
    agreement = linked.translated_to_original.partner >= 0
    sentences, group = linked.link.sentences, judged.side.group[run.first]
    is_alone = group >= 0 and not (sentences[group].base and sentences[group].edition)
    return (
        float(near.max(initial=0.0)),
        float(near.sum()),
        _mean(matching.partner >= 0, judged.side),
        float(agreement.mean()) if len(agreement) else 0.0,
        float(bool(linked.translated.words)),
        float(is_alone),
        _mean(judged.probabilities, judged.side),
        *_of_its_sort(run, judged.side, other, matching, (max(0, first - _NEAR), min(size, last + _NEAR))),
    )


def _of_its_sort(run: Run, side: Side, other: Judged, matching: Matching, window: tuple[int, int]) -> tuple[float, ...]:
    """Whether a loaded word has no like, or its opposite, on the other side; whether a name stands where a name is."""
    words = [side.words[k] for k in run.words]
    near = [other.side.words[k] for k in range(*window)]
    stances = [one for word in words for one in word.stances if one.kind in _COLOURS]
    there = [one for word in near for one in word.stances]
    is_name = any(word.is_name for word in words)
    names = [k for k in range(*window) if other.side.words[k].is_name and not matching.answering[k]]
    return (
        float(any(not any(same_stance(one, another) for another in there) for one in stances)),
        float(any(opposed(one, another) for one in stances for another in there)),
        float(is_name and bool(names)),
        max((float(other.probabilities[k]) for k in names), default=0.0) if is_name else 0.0,
    )


def _mean(values: Vector | Flags, side: Side) -> float:
    """Over the telling words of a side."""
    return float(values[side.telling].mean()) if side.telling.any() else 0.0
