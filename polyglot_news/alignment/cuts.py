"""Where long texts are cut: into windows of bounded size, at pairs of paragraphs that surely answer each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from polyglot_news.alignment.anchors import Pair

SIZE = 60  # paragraphs a side; a window may be longer where its other side is shorter; 30 to 120 link alike
_LONGEST = 4 * SIZE
_DRIFT = SIZE // 3  # paragraphs by which a height may be wrong
_DEPTH = 3  # times that pairs are looked for between pairs


class Window(NamedTuple):
    """Neighbouring paragraphs of either side that are held against each other."""

    base: range
    edition: range

    def is_small(self) -> bool:
        """Whether it is small enough to be aligned as it stands."""
        n_base, n_edition = len(self.base), len(self.edition)
        return max(n_base, n_edition) <= _LONGEST and n_base * n_edition <= SIZE**2

    def within(self, other: Window, n_around: int) -> Window:
        """Return the window with up to `n_around` paragraphs more at each end, inside another one."""
        return Window(_widened(self.base, n_around, other.base), _widened(self.edition, n_around, other.edition))


Finder = Callable[[Window], Sequence[Pair]]


def cut(window: Window, pairs: Sequence[Pair], find: Finder, depth: int = _DEPTH) -> Iterator[Window]:
    """Cut a window into small ones.

    Args:
        window: what is to be cut.
        pairs: paragraphs in it that surely answer each other, in the order of the base; no paragraph in two.
        find: finds such pairs in a part of it, where other things are rare; asked where `pairs` are scarce.
        depth: how often it is asked about a part of a part.

    Returns:
        Small windows. Each holds what lies between pairs that are neighbours on both sides. Where a block has moved,
        the same paragraphs may be in two: in what goes on behind the block before and in what leads to the next one.
    """
    if not window.base or not window.edition:
        return
    if window.is_small():
        yield window
    elif pairs:
        for strip in _strips(window, pairs):
            for part in _packed(strip):
                yield from cut(part, find(part) if depth and not part.is_small() else (), find, depth - 1)
    else:
        yield from _by_place(window)


def _strips(window: Window, pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Lines of pairs that are neighbours in both texts, with how far they may reach at either end: cuts, in order."""
    first, last = (window.base.start - 1, window.edition.start - 1), (window.base.stop, window.edition.stop)
    points = [first, *pairs, last]
    in_edition = sorted(points, key=lambda pair: pair[1])
    after = dict(pairwise(in_edition))
    before = {pair: previous for previous, pair in after.items()}
    strip = [(window.base.start, window.edition.start)]
    for pair, following in pairwise(points):
        if after[pair] != following:
            start = (pair[0] + 1, pair[1] + 1)
            n_base, n_edition = _reach(following[0] - start[0], after[pair][1] - start[1])
            yield [*strip, (start[0] + n_base, start[1] + n_edition)]
            n_base, n_edition = _reach(following[0] - start[0], following[1] - before[following][1] - 1)
            strip = [(following[0] - n_base, following[1] - n_edition)]
        strip.append(following)
    yield strip


def _packed(strip: Sequence[Pair]) -> Iterator[Window]:
    """Take as many cuts together as make a small window; what is too large between two cuts stays so."""
    start, end = strip[0], strip[0]
    for place in strip[1:]:
        if start != end and not _between(start, place).is_small():
            yield _between(start, end)
            start = end
        end = place
    yield _between(start, end)


def _by_place(window: Window) -> Iterator[Window]:
    """Nothing to go by: near its ends the shorter side is likelier than within the longer; else the same height."""
    n_base, n_edition = len(window.base), len(window.edition)
    reach_base, reach_edition = _reach(n_base, n_edition)
    if n_base > 2 * reach_base or n_edition > 2 * reach_edition:
        yield from _by_place(Window(window.base[:reach_base], window.edition[:reach_edition]))
        yield from _by_place(Window(window.base[-reach_base:], window.edition[-reach_edition:]))
        return
    n_parts = ceil(max(n_base, n_edition) / (SIZE - _DRIFT))
    drift = _DRIFT if n_base != n_edition else 0  # sides of one length are likeliest the same paragraphs
    for part in range(n_parts):
        base, edition = (
            side[len(side) * part // n_parts : len(side) * (part + 1) // n_parts]
            for side in (window.base, window.edition)
        )
        if base:
            yield Window(base, _widened(edition, drift, window.edition))


def _reach(n_base: int, n_edition: int) -> tuple[int, int]:
    """Of two runs that begin together, what can answer each other: not all of one that is much longer."""
    return min(n_base, n_edition + SIZE), min(n_edition, n_base + SIZE)


def _between(start: Pair, end: Pair) -> Window:
    return Window(range(start[0], end[0]), range(start[1], end[1]))


def _widened(side: range, n_around: int, limit: range) -> range:
    return range(max(limit.start, side.start - n_around), min(limit.stop, side.stop + n_around))
