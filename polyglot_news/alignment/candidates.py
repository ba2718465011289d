"""Which links could be made, and what each would be worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from polyglot_news.alignment.moves import moved
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate
from polyglot_news.alignment.views import View

if TYPE_CHECKING:
    from polyglot_news.alignment.views import Matrix

Shape = tuple[int, int]  # paragraphs of the base, paragraphs of the edition


@dataclass(frozen=True, slots=True)
class Likeness:
    """Similarity of every run of base paragraphs with every run of edition paragraphs, for every shape of link."""

    by_shape: dict[Shape, Matrix]
    views: tuple[tuple[View, float], ...]  # the evidence, with shares that sum to one

    def of(self, base: Sequence[int], edition: Sequence[int]) -> float:
        """Return the similarity of two runs of neighbouring paragraphs, 0..1."""
        return float(self.by_shape[len(base), len(edition)][base[0], edition[0]])

    def weakest_part(self, base: Sequence[int], edition: Sequence[int]) -> float:
        """Return how much of a merge's least useful paragraph the other side holds, and no other part does, 0..1.

        What a neighbour explains already speaks for the neighbour alone. One side has one paragraph.
        """
        return float(_summed(view.exclusive(base, edition) * share for view, share in self.views).min())


def likeness(views: Sequence[tuple[View, float]], max_span: int) -> Likeness:
    """Mix the views, each with its weight, into one similarity a shape.

    Args:
        views: the evidence and its weight; the weights need not sum to one.
        max_span: paragraphs of the longer side; the shorter side has one.
    """
    total = sum(weight for _, weight in views)
    shapes = [(1, 1)] + [shape for n in range(2, max_span + 1) for shape in ((1, n), (n, 1))]
    shares = tuple((view, weight / total) for view, weight in views)
    return Likeness(
        {shape: _summed(view.similarity(*shape) * share for view, share in shares) for shape in shapes}, shares
    )


def _summed(matrices: Iterable[Matrix]) -> Matrix:
    return reduce(add, matrices)


def candidates(alike: Likeness, settings: AlignmentSettings) -> Iterator[Candidate]:
    """Yield every link that is worth something, in a fixed order.

    A link's gain grows with the paragraphs that it accounts for. A merge is worth its while only if each of its parts
    is found on the other side: a wrong neighbour hardly lowers the cosine of a long paragraph, but nothing holds it.
    """
    frame = _frame(alike.by_shape[1, 1])
    for (n_base, n_edition), similarity in alike.by_shape.items():
        rows, columns = (similarity > settings.threshold - settings.order_bonus).nonzero()
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True):
            base, edition, value = tuple(range(i, i + n_base)), tuple(range(j, j + n_edition)), float(similarity[i, j])
            bonus = settings.order_bonus * _nearness(*frame[i], j, similarity.shape[1])
            gain = (n_base + n_edition) * (value + bonus - settings.threshold)
            if n_base + n_edition > 2:  # noqa: PLR2004  # a merge
                gain += settings.part_weight * (alike.weakest_part(base, edition) - settings.part_threshold)
                # No better than the same words one to one: a text held against itself is no set of merges.
                gain = min(gain, (n_base + n_edition) * (1.0 + bonus - settings.threshold))
                gain -= settings.merge_charge * (n_base + n_edition - 2)
            if gain > 0:
                yield Candidate(base, edition, gain, value)


def _expected_places(similarity: Matrix) -> dict[int, int]:
    """Pairs that choose each other, and stand in order: the frame in which the others are expected."""
    import numpy as np  # noqa: PLC0415  # heavy

    if not similarity.size:
        return {}
    # Of paragraphs that say the same word for word, the one at the same height is meant.
    rows, columns = np.indices(similarity.shape)
    near = similarity - 1e-6 * abs(rows / similarity.shape[0] - columns / similarity.shape[1])
    forward, backward = near.argmax(axis=1), near.argmax(axis=0)
    mutual = [(i, int(j)) for i, j in enumerate(forward) if backward[j] == i and similarity[i, j] > 0]
    crossing = moved([j for _, j in mutual], [float(similarity[i, j]) for i, j in mutual])
    return {i: j for position, (i, j) in enumerate(mutual) if position not in crossing}


def _frame(similarity: Matrix) -> list[tuple[int, int | None]]:
    """For each paragraph of the base, what the anchors up to it and from it on answer: -1 and None for no anchor."""
    place = _expected_places(similarity)
    n_base = similarity.shape[0]
    before = list(accumulate((place.get(i, -1) for i in range(n_base)), max))
    after: list[int | None] = [None] * n_base
    following = None
    for i in reversed(range(n_base)):
        following = place.get(i, following)  # anchors stand in order, so the next one is the smallest
        after[i] = following
    return list(zip(before, after, strict=True))


def _nearness(before: int, after: int | None, j: int, width: int) -> float:
    """1.0 where j is between what the anchors before and after answer, falling to 0.0 three paragraphs away."""
    distance = max(before - j, j - (width if after is None else after), 0)
    return max(0.0, 1.0 - distance / 3)
