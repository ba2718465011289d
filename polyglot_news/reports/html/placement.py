"""Where everything stands: a grid with a row for each of the base's paragraphs, and rows between for what editions add.

Paragraphs that have kept their order stand beside the base's; each column reads as its article does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from polyglot_news.reports.html.views import View
from polyglot_news.reports.sequence import Block


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of the edition, or the place where one would answer the base's paragraphs and does not stand."""

    block: Block
    paragraph: int | None  # of the edition; None for an empty place


@dataclass(frozen=True, slots=True)
class Cell:
    """What of one edition stands in the rows `first` to `last`."""

    first: int
    last: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A paragraph that only an edition has, and the row in which the base has an empty place for it."""

    row: int
    view: View
    block: Block
    paragraph: int


@dataclass(frozen=True, slots=True)
class Placement:
    """The places of all texts, for every edition in its order."""

    base: tuple[int, ...]  # row of each base paragraph
    editions: tuple[tuple[Cell, ...], ...]
    additions: tuple[Addition, ...]


@dataclass(frozen=True, slots=True)
class _Wish:
    """Where a paragraph belongs: beside the base's `first` to `last`, or among what stands before `first`."""

    item: Item
    first: int
    last: int
    nth: int | None  # among what stands before the base's `first`; None: beside it


def place(views: Sequence[View], base_size: int) -> Placement:
    """Place all paragraphs, and an empty place beside each of the base's that an edition lacks or has moved."""
    wishes = [_wishes(view, base_size) for view in views]
    between: Counter[int] = Counter()
    for wish in (wish for ones in wishes for wish in ones if wish.nth is not None):
        between[wish.first] = max(between[wish.first], (wish.nth or 0) + 1)
    starts = list(accumulate((between[i] + 1 for i in range(base_size)), initial=1))
    base = tuple(start + between[i] for i, start in enumerate(starts[:-1]))
    editions, additions = [], []
    for view, ones in zip(views, wishes, strict=True):
        cells = [_cell(wish, starts, base) for wish in ones]
        editions.append(_merge([*cells, *_empty_places(view, base)]))
        additions += [
            Addition(cell.first, view, item.block, item.paragraph)
            for cell in cells
            for item in cell.items
            if not item.block.base and item.paragraph is not None
        ]
    return Placement(base, tuple(editions), tuple(additions))


def _wishes(view: View, base_size: int) -> list[_Wish]:
    """Say of each paragraph of the edition where it belongs, never above the one before it."""
    blocks = {j: block for block in view.blocks for j in block.edition}
    moved = _moved(view)
    wishes = []
    reached = waiting = 0  # base paragraphs that are passed; how many of the edition's stand before the next one
    for j in sorted(blocks):
        block = blocks[j]
        stays = bool(block.base) and block.base not in moved
        goes_on = block.base[-1:] == (reached - 1,) and not waiting
        if stays and (block.base[0] >= reached or goes_on):
            wishes.append(_Wish(Item(block, j), block.base[0], block.base[-1], None))
            reached, waiting = block.base[-1] + 1, 0
        else:
            before = min(reached, base_size)
            wishes.append(_Wish(Item(block, j), before, before, waiting))
            waiting += 1
    return wishes


def _cell(wish: _Wish, starts: Sequence[int], base: Sequence[int]) -> Cell:
    if wish.nth is None:
        return Cell(base[wish.first], base[wish.last], (wish.item,))
    row = starts[wish.first] + wish.nth
    return Cell(row, row, (wish.item,))


def _empty_places(view: View, base: Sequence[int]) -> list[Cell]:
    moved = _moved(view)
    return [
        Cell(base[block.base[0]], base[block.base[0]], (Item(block, None),))
        for block in view.blocks
        if block.base and (not block.edition or block.base in moved)
    ]


def _merge(cells: list[Cell]) -> tuple[Cell, ...]:
    """Put what would overlap into one cell, in the order of the rows, else as given."""
    merged: list[Cell] = []
    for cell in sorted(cells, key=lambda cell: cell.first):
        if merged and cell.first <= merged[-1].last:
            before = merged.pop()
            merged.append(Cell(before.first, max(before.last, cell.last), before.items + cell.items))
        else:
            merged.append(cell)
    return tuple(merged)


def _moved(view: View) -> frozenset[tuple[int, ...]]:
    """Return the base's sides of the links that have moved, whatever the reader asked for."""
    return frozenset(link.base for link in view.comparison.alignment.links if link.moved)
