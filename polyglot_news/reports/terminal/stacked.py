"""One beneath the other: the base's paragraph, then the edition's, then the notes."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal.line import Line, join
from polyglot_news.reports.terminal.notes import note_block
from polyglot_news.reports.terminal.page import Page
from polyglot_news.reports.terminal.sides import Passage, base_passages, digits_of, edition_passages, name_edition
from polyglot_news.reports.terminal.styles import HEADING, QUIET, sign_style
from polyglot_news.reports.views import View
from polyglot_news.reports.words import SIGNS, WORDS

_WIDEST = 100  # columns of text: longer lines are hard to read on from
_SIGN = 2  # columns: the sign and a space
_NO_SIGN = Line.of(" " * _SIGN)


def write_heading(page: Page, view: View) -> list[Line]:
    """Name the edition, above a quiet rule."""
    label = Line.of(f"{view.label}  ", HEADING)
    name = name_edition(page, view, page.width - label.cells)
    return [join([label, name]), Line.of("─" * min(page.width, _margin(view) + _WIDEST), QUIET)]


def write_block(page: Page, view: View, block: Block) -> list[Line]:
    """Write a block; a side that does not exist is said beneath the other."""
    sign = Line.of(f"{SIGNS[block.mark]} ", sign_style(block.mark)) if block.mark is not Mark.KEPT else _NO_SIGN
    lines = [
        *_side(page, view, view.base_label, base_passages(page, view, block)),
        *_side(page, view, view.label, edition_passages(page, view, block)),
    ]
    indent = _margin(view)
    rows = [join([_NO_SIGN if n else sign, line]) for n, line in enumerate(lines)]
    if block.mark in {Mark.OMITTED, Mark.ADDED}:
        said = f"{SIGNS[block.mark]} {WORDS[block.mark]}"
        rows.append(join([Line.of(" " * indent), Line.of(said, sign_style(block.mark))]))
    return [*rows, *note_block(page, view, block, indent)]


def _margin(view: View) -> int:
    return _SIGN + max(len(view.base_label), len(view.label)) + 1 + digits_of(view) + 2


def _side(page: Page, view: View, label: str, passages: Sequence[Passage]) -> list[Line]:
    labels, digits = max(len(view.base_label), len(view.label)), digits_of(view)
    width = min(page.width - _margin(view), _WIDEST)
    beneath = Line.of(" " * (labels + 1 + digits + 2))
    lines = []
    for passage in passages:
        numbered = Line.of(f"{label:<{labels}} {passage.number:>{digits}}  ", QUIET)
        for n, line in enumerate(passage.text.wrap(width)):
            lines.append(join([numbered if n == 0 and passage.number else beneath, line]))
    return lines
