"""Side by side: the base on the left, the edition on the right, notes beneath both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.text import Text

from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal.notes import note_block
from polyglot_news.reports.terminal.page import Page, join, plain
from polyglot_news.reports.terminal.sides import Passage, base_passages, digits_of, edition_passages, name_edition
from polyglot_news.reports.terminal.styles import HEADING, QUIET, SIGNS, WORDS, sign_style
from polyglot_news.reports.terminal.views import View

_WIDEST = 96  # columns of text: longer lines are hard to read on from
_SIGN = 2  # columns: the sign and a space
_GAP = " │ "


def write_heading(page: Page, view: View) -> list[Text]:
    """Name both columns, above a quiet rule."""
    digits = digits_of(view)
    width = _column(page, digits)
    left, right = (
        [Passage(label, page.shorten(name, width))]
        for label, name in ((view.base_label, plain(view.base.source, HEADING)), (view.label, name_edition(view)))
    )
    side = "─" * (digits + 2 + width)
    rule = Text("─" * _SIGN + side + "─┼─" + side, QUIET)
    return [*_rows(page, digits, Text(" " * _SIGN), (left, right)), rule]


def write_block(page: Page, view: View, block: Block) -> list[Text]:
    """Write both sides of a block; a side that does not exist says so."""
    digits = digits_of(view)
    left, right = base_passages(page, view, block), edition_passages(page, view, block)
    said = Passage("", Text(f"{SIGNS[block.mark]} {WORDS[block.mark]}", sign_style(block.mark)))
    sign = Text(f"{SIGNS[block.mark]} " if block.mark is not Mark.KEPT else "  ", sign_style(block.mark))
    rows = _rows(page, digits, sign, (left or [said], right or [said]))
    return [*rows, *note_block(page, view, block, _SIGN + digits + 2)]


def _column(page: Page, digits: int) -> int:
    """Share out what signs, numbers and the gap leave."""
    return min((page.width - _SIGN - len(_GAP)) // 2 - digits - 2, _WIDEST)


def _rows(page: Page, digits: int, sign: Text, sides: tuple[Sequence[Passage], Sequence[Passage]]) -> list[Text]:
    width = _column(page, digits)
    left, right = (_cell(page, digits, width, side) for side in sides)
    blank = Text(" " * (digits + 2 + width))
    rows = []
    for n, (ours, theirs) in enumerate(zip_longest(left, right, fillvalue=blank)):
        ours.truncate(digits + 2 + width, pad=True)
        rows.append(join([sign if n == 0 else Text(" " * _SIGN), ours, Text(_GAP, QUIET), theirs]))
    return rows


def _cell(page: Page, digits: int, width: int, passages: Sequence[Passage]) -> list[Text]:
    lines = []
    for passage in passages:
        for n, line in enumerate(page.wrap(passage.text, width)):
            number = passage.number if n == 0 else ""
            lines.append(join([Text(f"{number:>{digits}}  ", QUIET), line]))
    return lines
