"""What the readers of formats share: the text of a block made tidy, and tables told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from polyglot_news.model import Role
from polyglot_news.sources.draft import Block
from polyglot_news.sources.plain import clean

_PROSE_CHARS = 80  # a sentence of news has 120 on average, a figure with its label under 40
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # no-break spaces stay


def tidy(text: str) -> str:
    """Make one line of it: what does not print taken out, white space narrowed, no-break spaces kept."""
    return _SPACES.sub(" ", clean(text)).strip()


def block(text: str, *, reason: str = "", role: Role | None = None) -> Iterator[Block]:
    """Yield a block of tidy text; nothing where no text is left."""
    if line := tidy(text):
        yield Block(line, role, reason)


def table_blocks(cells: Sequence[Block]) -> Iterator[Block]:
    """Take the text of a table for prose if a cell holds prose (a layout), else set it aside (figures and labels)."""
    is_layout = any(len(cell.text) >= _PROSE_CHARS for cell in cells)
    return (Block(cell.text, cell.role, cell.reason or ("" if is_layout else "table")) for cell in cells)


def with_title(blocks: Iterable[Block], title: str) -> tuple[tuple[Block, ...], str]:
    """Leave one title: `title` if there is one, put first unless a block says it, else the first block that is one.

    Returns:
        The blocks and the title; "" where there is none, and then no block is one.
    """
    kept = list(blocks)
    place = next(
        (k for k, each in enumerate(kept) if each.text == title or (not title and each.role is Role.TITLE)), None
    )
    if title and place is None:
        kept.insert(0, Block(title, Role.TITLE))
        place = 0
    roles = (
        Role.TITLE if k == place else None if each.role is Role.TITLE else each.role for k, each in enumerate(kept)
    )
    found = tuple(
        Block(each.text, role, "" if role is Role.TITLE else each.reason)
        for each, role in zip(kept, roles, strict=True)
    )
    return found, "" if place is None else kept[place].text
