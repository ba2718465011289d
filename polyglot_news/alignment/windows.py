"""Links of long texts: cut into windows at what surely answers each other, each window aligned as an article is.

Method: a rough pass bounds the search of the exact one, as in Moore (2002) and, coarse to fine, in Thompson & Koehn
(2019). Changed: the rough pass asks for no order, so a chapter that stands elsewhere has windows of its own; where
pairs are scarce they are looked for again between their neighbours, where more is rare; what no window could link is
looked up once more over the whole text.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import NamedTuple

from polyglot_news.alignment.anchors import Pair, Things, anchors, chained
from polyglot_news.alignment.cuts import Window, cut
from polyglot_news.alignment.solver import Candidate

Linker = Callable[[range, range], tuple[Candidate, ...]]

DISTANT = 0.5  # probability from which a link that stands far from its neighbours is believed
_CONTEXT = 4  # paragraphs around a window that it may use: a merge across the cut, and one more to see that it is none
_AROUND = 3  # the same around a pair that stands alone
_ROUNDS = 2  # times that what is left over is looked up


def link_by_windows(things: Things, link: Linker, *, distant: float = DISTANT) -> tuple[Candidate, ...]:
    """Link the paragraphs of long texts that tell the same, in whatever order, in time that grows with their length.

    Args:
        things: what the paragraphs of both sides hold.
        link: aligns some neighbouring paragraphs of the base with some of the edition; its links name places in these.
        distant: probability from which a link is believed that stands far from its neighbours, by rare things alone.

    Returns:
        Links in the order of the base; no paragraph in two.

    What one window over everything would find and this may not: a pair that stands outside its neighbours' window and
    shares nothing rare; and where more than a window has no pair to go by, what stands far from its height there.
    """
    text = _Text(things, link, distant)
    if text.whole.is_small():
        return _disjoint(text.links(text.whole))
    rare = things.rare()
    pairs = anchors(rare, text.whole.base, text.whole.edition)
    windows = cut(text.whole, chained(pairs), text.chained)
    links = [one for window in windows for one in text.links(window)]
    known = {(i, j) for one in links for i in one.base for j in one.edition}
    strays = [pair for pair in pairs if pair not in known]
    chosen = _disjoint([*links, *text.distant_links(strays, (text.whole.base, text.whole.edition))])
    for _ in range(_ROUNDS):
        base, edition = _unlinked(text.whole, chosen)
        free = (frozenset(base), frozenset(edition))
        chosen = _disjoint([*chosen, *text.distant_links(anchors(rare, base, edition), free)])
    return chosen


class _Text(NamedTuple):
    """Both texts, and what aligns a window of them."""

    things: Things
    link: Linker
    distant: float

    @property
    def whole(self) -> Window:
        return Window(range(len(self.things.base)), range(len(self.things.edition)))

    def chained(self, window: Window) -> list[Pair]:
        """Pairs in line, by what is rare in the window."""
        return chained(anchors(self.things, window.base, window.edition))

    def links(self, window: Window) -> Iterator[Candidate]:
        """Links that begin in the window; what is around it may take part."""
        for one in self._aligned(window.within(self.whole, _CONTEXT)):
            if one.base[0] in window.base:
                yield one

    def distant_links(self, pairs: Iterable[Pair], free: tuple[Container[int], Container[int]]) -> Iterator[Candidate]:
        """Links of pairs that stand alone, if alike enough, with such free neighbours as may belong to them."""
        for i, j in pairs:
            for one in self._aligned(Window(_run(i, free[0]), _run(j, free[1]))):
                if i in one.base and j in one.edition and one.similarity >= self.distant:
                    yield one

    def _aligned(self, window: Window) -> Iterator[Candidate]:
        base, edition = window.base, window.edition
        if not base or not edition:
            return
        for one in self.link(base, edition):
            ours, theirs = tuple(base[place] for place in one.base), tuple(edition[place] for place in one.edition)
            yield Candidate(ours, theirs, one.gain, one.similarity)


def _disjoint(links: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Keep, of links that share a paragraph, the one that gains most."""
    taken: tuple[set[int], set[int]] = set(), set()
    kept = []
    for one in sorted(links, key=lambda link: (-link.gain, link.base, link.edition)):
        if taken[0].isdisjoint(one.base) and taken[1].isdisjoint(one.edition):
            taken[0].update(one.base)
            taken[1].update(one.edition)
            kept.append(one)
    return tuple(sorted(kept, key=lambda link: (link.base, link.edition)))


def _unlinked(whole: Window, links: Iterable[Candidate]) -> tuple[list[int], list[int]]:
    base, edition = set(whole.base), set(whole.edition)
    for one in links:
        base.difference_update(one.base)
        edition.difference_update(one.edition)
    return sorted(base), sorted(edition)


def _run(place: int, free: Container[int]) -> range:
    """A place with its neighbours, as far as they are free."""
    start, end = place, place + 1
    while start > place - _AROUND and start - 1 in free:
        start -= 1
    while end < place + 1 + _AROUND and end in free:
        end += 1
    return range(start, end)
