"""The order in which people read a comparison: that of the base, what the edition adds standing where it adds it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from polyglot_news.model import Comparison, Difference, DifferenceKind, Link
from polyglot_news.reports.options import MOVED
from polyglot_news.reports.selection import Selection


class Mark(StrEnum):
    """What has become of a paragraph, in one word."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    OMITTED = "omitted"
    ADDED = "added"
    UNASKED = "unasked"  # the reader's filter leaves nothing to say about it


# What is a finding by itself, differences or not: the kind of options.KINDS by which a reader asks for it.
WHOLE = {
    Mark.OMITTED: DifferenceKind.OMISSION.value,
    Mark.ADDED: DifferenceKind.ADDITION.value,
    Mark.MOVED: MOVED,
}


class Block(NamedTuple):
    """One link, one omitted or one added paragraph, with what is to be said about it."""

    base: tuple[int, ...]
    edition: tuple[int, ...]
    mark: Mark
    differences: tuple[Difference, ...] = ()


def read_in_order(comparison: Comparison, selection: Selection) -> tuple[Block, ...]:
    """Return every paragraph of both sides once.

    An added paragraph follows the block of the nearest paragraph before it that has not moved, so that it stands where
    a reader of the edition meets it.
    """
    additions = _additions(comparison)
    starts = {min(link.base): position for position, link in enumerate(comparison.alignment.links)}
    linked = {i for link in comparison.alignment.links for i in link.base}
    blocks = [_added(j, selection) for j in additions.get(None, ())]
    for i in range(comparison.alignment.base_size):
        if i not in linked:
            blocks.append(Block((i,), (), Mark.OMITTED if i in selection.omitted else Mark.UNASKED))
        elif i in starts:
            link = comparison.alignment.links[starts[i]]
            blocks.append(_linked(link, starts[i], selection))
            blocks.extend(_added(j, selection) for j in additions.get(starts[i], ()))
    return tuple(blocks)


def mark_base(blocks: tuple[Block, ...]) -> dict[int, Mark]:
    """Return the mark of every base paragraph, in its order."""
    return dict(sorted((i, block.mark) for block in blocks for i in block.base))


def mark_edition(blocks: tuple[Block, ...]) -> dict[int, Mark]:
    """Return the mark of every edition paragraph, in its order."""
    return dict(sorted((j, block.mark) for block in blocks for j in block.edition))


def mark_of(difference: Difference) -> Mark:
    """Say whether a difference leaves out, adds or changes, by the side that does not exist, whatever its kind."""
    if difference.base is None:
        return Mark.ADDED
    return Mark.CHANGED if difference.edition or difference.translation else Mark.OMITTED


def _additions(comparison: Comparison) -> Mapping[int | None, list[int]]:
    """Paragraphs in no link by the position of the link that they follow; None where no link stands before them."""
    holders = {j: position for position, link in enumerate(comparison.alignment.links) for j in link.edition}
    following: dict[int | None, list[int]] = {}
    last: int | None = None
    for j in range(comparison.alignment.edition_size):
        if j not in holders:
            following.setdefault(last, []).append(j)
        elif not comparison.alignment.links[holders[j]].moved:
            last = holders[j]
    return following


def _linked(link: Link, position: int, selection: Selection) -> Block:
    differences = tuple(one for one in selection.differences if one.link == position)
    if position in selection.moved:
        mark = Mark.MOVED
    elif differences:
        mark = Mark.CHANGED
    else:
        mark = Mark.UNASKED if selection.asked else Mark.KEPT
    return Block(link.base, link.edition, mark, differences)


def _added(j: int, selection: Selection) -> Block:
    return Block((), (j,), Mark.ADDED if j in selection.added else Mark.UNASKED)
