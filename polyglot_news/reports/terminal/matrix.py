"""With several editions: which paragraph of the base is in which of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal.line import Line, fence, join
from polyglot_news.reports.terminal.page import Page, defuse
from polyglot_news.reports.terminal.styles import HEADING, QUIET, sign_style
from polyglot_news.reports.views import View
from polyglot_news.reports.words import SIGNS, number_paragraphs

_FEWEST_WORDS = 14  # columns for the first words of a paragraph
_MOST_WORDS = 72
_SIGN = 3  # columns: two of space, and the sign


def draw_matrix(page: Page, views: Sequence[View]) -> list[Line]:
    """Draw a row a base paragraph and a column an edition; editions that find no room come in a matrix beneath."""
    digits, cell = len(str(len(views[0].base.paragraphs))), _cell_width(views)
    at_once = max((page.width - digits - 2 - _FEWEST_WORDS) // cell, 1)
    lines: list[Line] = []
    for start in range(0, len(views), at_once):
        group = views[start : start + at_once]
        words = min(page.width - digits - 2 - cell * len(group), _MOST_WORDS)
        lines += [*([Line()] if lines else []), *_matrix(group, (digits, words, cell))]
    return lines


def _cell_width(views: Sequence[View]) -> int:
    """Leave room for the sign and numbers such as 12–13, and for every label."""
    digits = len(str(max(len(view.edition.paragraphs) for view in views)))
    return max(_SIGN + 2 + 2 * digits, *(len(view.label) + 4 for view in views))


def _matrix(views: Sequence[View], widths: tuple[int, int, int]) -> Iterator[Line]:
    digits, words, cell = widths
    base = views[0].base
    places = [{i: block for block in view.blocks for i in block.base} for view in views]
    head = Line.of(f"{views[0].base_label} ¶".ljust(digits + 2 + words), HEADING)
    yield join([head, *(Line.of(f"  {view.label} ¶".ljust(cell), HEADING) for view in views)])
    for i, paragraph in enumerate(base.paragraphs):
        number = Line.of(f"{i + 1:>{digits}}  ", QUIET)
        yield join([number, _beginning(paragraph.text, words), *(_cell(place[i], cell) for place in places)])
    added = Line.of(" " * (digits + 2) + "added".ljust(words), QUIET)
    yield join([added, *(_count(len(view.selection.added), cell) for view in views)])


def _beginning(text: str, width: int) -> Line:
    """Return the first words of a paragraph, cut behind one of them."""
    shortened = Line.of(defuse(text[: 2 * width])).shorten(width).plain
    return Line.of(fence(shortened)).pad(width)


def _cell(block: Block, width: int) -> Line:
    numbers = f" {number_paragraphs(block.edition)}" if block.edition else ""
    return (
        join([Line.of(f"  {SIGNS[block.mark]}", sign_style(block.mark)), Line.of(numbers, QUIET)])
        .shorten(width)
        .pad(width)
    )


def _count(added: int, width: int) -> Line:
    return Line.of(f"  {SIGNS[Mark.ADDED]} {added}".ljust(width), sign_style(Mark.ADDED) if added else QUIET)
