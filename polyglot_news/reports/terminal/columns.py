"""Side by side: the base on the left, the edition on the right, notes beneath both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal.line import Line, join
from polyglot_news.reports.terminal.notes import note_block
from polyglot_news.reports.terminal.page import Page
from polyglot_news.reports.terminal.sides import (
    Passage,
    base_passages,
    digits_of,
    edition_passages,
    name_base,
    name_edition,
)
from polyglot_news.reports.terminal.styles import HEADING, QUIET, sign_style
from polyglot_news.reports.views import View
from polyglot_news.reports.words import SIGNS, WORDS

_WIDEST = 96  # columns of text: longer lines are hard to read on from
_SIGN = 2  # columns: the sign and a space
_GAP = Line.of(" │ ", QUIET)
_NO_SIGN = Line.of(" " * _SIGN)


def write_heading(page: Page, view: View) -> list[Line]:
    """Name both columns, above a quiet rule."""
    column = digits_of(view) + 2 + _column(page, view)
    left, right = (Line.of(f"{label}  ", HEADING) for label in (view.base_label, view.label))
    left = join([left, name_base(page, view, max(column - left.cells, 1))]).pad(column)
    right = join([right, name_edition(page, view, max(column - right.cells, 1))])
    side = "─" * column
    return [join([_NO_SIGN, left, _GAP, right]), Line.of("─" * _SIGN + side + "─┼─" + side, QUIET)]


def write_block(page: Page, view: View, block: Block) -> list[Line]:
    """Write both sides of a block; a side that does not exist says so."""
    left, right = base_passages(page, view, block), edition_passages(page, view, block)
    said = Passage("", Line.of(f"{SIGNS[block.mark]} {WORDS[block.mark]}", sign_style(block.mark)))
    sign = Line.of(f"{SIGNS[block.mark]} ", sign_style(block.mark)) if block.mark is not Mark.KEPT else _NO_SIGN
    rows = _rows(page, view, sign, (left or [said], right or [said]))
    return [*rows, *note_block(page, view, block, _SIGN + digits_of(view) + 2)]


def _column(page: Page, view: View) -> int:
    """Share out what signs, numbers and the gap leave."""
    return min((page.width - _SIGN - _GAP.cells) // 2 - digits_of(view) - 2, _WIDEST)


def _rows(page: Page, view: View, sign: Line, sides: tuple[Sequence[Passage], Sequence[Passage]]) -> list[Line]:
    digits, width = digits_of(view), _column(page, view)
    left, right = (_cell(digits, width, side) for side in sides)
    lefts_end = digits + 2 + width
    return [
        join([_NO_SIGN if n else sign, ours.pad(lefts_end), _GAP, theirs])
        for n, (ours, theirs) in enumerate(zip_longest(left, right, fillvalue=Line()))
    ]


def _cell(digits: int, width: int, passages: Sequence[Passage]) -> list[Line]:
    beneath = Line.of(" " * (digits + 2))
    return [
        join([beneath if n else Line.of(f"{passage.number:>{digits}}  ", QUIET), line])
        for passage in passages
        for n, line in enumerate(passage.text.wrap(width))
    ]
