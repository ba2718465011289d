"""Pairs of paragraphs that surely tell the same, found without holding every paragraph against every other.

Method: only things that few paragraphs hold are looked up, as in histogram diff (git, after Bram Cohen's patience
diff), so time and memory grow with the text, not with its square. Two paragraphs that choose each other by far make a
pair; pairs in line with their neighbours make a chain: SIMR (Melamed 1996), with the gap costs of minimap2 (Li 2018).
Changed: "few" instead of "once"; a chain may stand anywhere, so every block that has moved has one of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from math import log2
from typing import NamedTuple

Pair = tuple[int, int]  # a paragraph of the base and one of the edition

_HOLDERS = range(24, 101)  # paragraphs of a side that may hold a thing which is looked up: one in 100, within bounds
_LOOKED_UP = 12  # things of a paragraph that are looked up, the rarest ones
_MARGIN = 1.5  # times by which the best partner must be better than the second
_LOOK_BACK = 50  # pairs before a pair among which its chain may go on: a moved block of as many is stepped over
_CHAIN = 4  # pairs from which a chain is no chance


class Things(NamedTuple):
    """What the paragraphs of both sides hold, under common names; a thing once a paragraph."""

    base: Sequence[Collection[str]]
    edition: Sequence[Collection[str]]
    worth: Mapping[str, float]  # by rarity in both texts as wholes

    def rare(self) -> Things:
        """Leave out what many paragraphs hold, and what one side alone holds."""
        rare = _rare(self.base, self.edition)
        base, edition = (
            [tuple(thing for thing in held if thing in rare) for held in side] for side in (self.base, self.edition)
        )
        return Things(base, edition, self.worth)


def anchors(things: Things, base: Sequence[int], edition: Sequence[int]) -> list[Pair]:
    """Pair the paragraphs that choose each other by far, by the rare things that both hold.

    Args:
        things: of both texts.
        base: the paragraphs of the base to be looked at, in order; rare is what few of them hold.
        edition: likewise.

    Returns:
        Pairs in the order of the base; no paragraph in two. What is told twice on a side is in none.
    """
    rare = _rare([things.base[i] for i in base], [things.edition[j] for j in edition])
    worth = {thing: things.worth.get(thing, 1.0) ** 2 for thing in rare}
    holders: dict[str, list[int]] = defaultdict(list)
    for j in edition:
        for thing in things.edition[j]:
            if thing in rare:
                holders[thing].append(j)
    rows, columns = _Best(), _Best()
    for i in base:
        scores: dict[int, float] = defaultdict(float)
        rarest = sorted(((worth[thing], thing) for thing in things.base[i] if thing in rare), reverse=True)
        for value, thing in rarest[:_LOOKED_UP]:
            for j in holders[thing]:
                scores[j] += value
        for j, score in scores.items():
            rows.see(i, j, score)
            columns.see(j, i, score)
    chosen = ((i, rows.clear(i)) for i in base)
    return [(i, j) for i, j in chosen if j is not None and columns.clear(j) == i]


def chained(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that stand in line with others, wherever the lines stand.

    Args:
        pairs: in the order of the base; no paragraph in two.

    Returns:
        Some of them, in the same order.
    """
    scores, before = _chains(pairs)
    seen: set[int] = set()
    kept: list[Pair] = []
    for last in sorted(range(len(pairs)), key=lambda place: -scores[place]):
        line: list[int] = []
        place: int | None = last
        while place is not None and place not in seen:
            line.append(place)
            place = before[place]
        seen.update(line)
        if len(line) >= _CHAIN:
            kept += [pairs[place] for place in line]
    return sorted(kept)


def _chains(pairs: Sequence[Pair]) -> tuple[list[float], list[int | None]]:
    """The best chain that ends at each pair: its worth, and the pair before; a jump off the diagonal costs."""
    scores: list[float] = []
    before: list[int | None] = []
    for place, (i, j) in enumerate(pairs):
        best: tuple[float, int | None] = (1.0, None)
        for earlier in range(place - 1, max(-1, place - _LOOK_BACK - 1), -1):
            base, edition = pairs[earlier]
            if edition < j and scores[earlier] + 1.0 > best[0]:
                worth = scores[earlier] + 1.0 - 0.5 * log2(1 + abs((i - base) - (j - edition)))
                if worth > best[0]:
                    best = (worth, earlier)
        scores.append(best[0])
        before.append(best[1])
    return scores, before


class _Best:
    """The best and the second-best partner of each paragraph, as they come by."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[float, int, float]] = {}

    def see(self, own: int, partner: int, score: float) -> None:
        best, first, second = self._found.get(own, (0.0, -1, 0.0))
        if score > best:
            self._found[own] = (score, partner, best)
        elif score > second:
            self._found[own] = (best, first, score)

    def clear(self, own: int) -> int | None:
        """Return the best partner, or None where another comes close."""
        best, partner, second = self._found.get(own, (0.0, -1, 0.0))
        return partner if best > _MARGIN * second else None


def _rare(base: Collection[Collection[str]], edition: Collection[Collection[str]]) -> set[str]:
    """What some paragraphs hold on both sides, and few on either."""
    ours, theirs = Counter(chain.from_iterable(base)), Counter(chain.from_iterable(edition))
    most = min(_HOLDERS[-1], max(_HOLDERS[0], min(len(base), len(edition)) // 100))
    return {thing for thing, count in ours.items() if count <= most and 0 < theirs[thing] <= most}
