"""Which links stand elsewhere than the order of the others says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(order: Sequence[int], weights: Sequence[float]) -> frozenset[int]:
    """Find the links outside the heaviest increasing subsequence.

    Args:
        order: for each link, in the order of the base, its place in the edition; all different.
        weights: for each link how much text it holds; of two crossing links the lighter one has moved.

    Returns:
        Positions in `order` of the links that have moved.

    Source: longest increasing subsequence (Schensted 1961), weighted.
    """
    best = [0.0] * len(order)
    before: list[int | None] = [None] * len(order)
    tree = _PrefixMaximum(sorted(order))
    for position, place in enumerate(order):
        weight, previous = tree.highest_below(place)
        best[position], before[position] = weight + weights[position], previous
        tree.raise_to(place, best[position], position)
    last: int | None = max(range(len(order)), key=lambda p: best[p], default=None)
    kept = set()
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(range(len(order))) - kept


class _PrefixMaximum:
    """A Fenwick tree: the heaviest chain that ends at a place below a given one, in logarithmic time."""

    def __init__(self, places: Sequence[int]) -> None:
        self._places = places
        self._nodes: list[tuple[float, int | None]] = [(0.0, None)] * (len(places) + 1)

    def highest_below(self, place: int) -> tuple[float, int | None]:
        node, highest = bisect_left(self._places, place), (0.0, None)
        found: tuple[float, int | None] = highest
        while node > 0:
            found = max(found, self._nodes[node], key=lambda entry: entry[0])
            node -= node & -node
        return found

    def raise_to(self, place: int, weight: float, position: int) -> None:
        node = bisect_left(self._places, place) + 1
        while node < len(self._nodes):
            self._nodes[node] = max(self._nodes[node], (weight, position), key=lambda entry: entry[0])
            node += node & -node
