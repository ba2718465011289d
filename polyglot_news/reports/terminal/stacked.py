"""One beneath the other: the base's paragraph, then the edition's, then the notes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal.notes import note_block
from polyglot_news.reports.terminal.page import Page, join
from polyglot_news.reports.terminal.sides import Passage, base_passages, digits_of, edition_passages, name_edition
from polyglot_news.reports.terminal.styles import HEADING, QUIET, SIGNS, WORDS, sign_style
from polyglot_news.reports.terminal.views import View

_WIDEST = 100  # columns of text: longer lines are hard to read on from
_SIGN = 2  # columns: the sign and a space


def write_heading(page: Page, view: View) -> list[Text]:
    """Name the edition, above a quiet rule."""
    label = Text(f"{view.label}  ", HEADING)
    source = page.shorten(name_edition(view), page.width - label.cell_len)
    return [join([label, source]), Text("─" * page.width, QUIET)]


def write_block(page: Page, view: View, block: Block) -> list[Text]:
    """Write a block; a side that does not exist is said beneath the other."""
    sign = Text(f"{SIGNS[block.mark]} " if block.mark is not Mark.KEPT else "  ", sign_style(block.mark))
    lines = [
        *_side(page, view, view.base_label, base_passages(page, view, block)),
        *_side(page, view, view.label, edition_passages(page, view, block)),
    ]
    indent = _margin(view)
    rows = [join([sign if n == 0 else Text(" " * _SIGN), line]) for n, line in enumerate(lines)]
    if block.mark in {Mark.OMITTED, Mark.ADDED}:
        said = f"{SIGNS[block.mark]} {WORDS[block.mark]}"
        rows.append(join([Text(" " * indent), Text(said, sign_style(block.mark))]))
    return [*rows, *note_block(page, view, block, indent)]


def _margin(view: View) -> int:
    return _SIGN + max(len(view.base_label), len(view.label)) + 1 + digits_of(view) + 2


def _side(page: Page, view: View, label: str, passages: Sequence[Passage]) -> list[Text]:
    labels, digits = max(len(view.base_label), len(view.label)), digits_of(view)
    width = min(page.width - _margin(view), _WIDEST)
    lines = []
    for passage in passages:
        for n, line in enumerate(page.wrap(passage.text, width)):
            number, name = (passage.number, label) if n == 0 and passage.number else ("", "")
            lines.append(join([Text(f"{name:<{labels}} {number:>{digits}}  ", QUIET), line]))
    return lines
