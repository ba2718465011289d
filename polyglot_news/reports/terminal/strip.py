"""The map of both editions: one cell a paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from polyglot_news.reports.sequence import Mark, mark_base, mark_edition
from polyglot_news.reports.terminal.line import Line, join
from polyglot_news.reports.terminal.page import Page
from polyglot_news.reports.terminal.places import list_places
from polyglot_news.reports.terminal.styles import QUIET, sign_style
from polyglot_news.reports.views import View
from polyglot_news.reports.words import SIGNS

_TICK = 5  # a number over every fifth cell


def draw_strip(page: Page, view: View) -> list[Line]:
    """Draw the base above the edition, in as many pieces as the page is too narrow for; aloud, tell it in words too."""
    sides = ((view.base_label, mark_base(view.blocks)), (view.label, mark_edition(view.blocks)))
    indent = len(view.label) + 2
    margin = indent + max(len(label) for label, _ in sides) + 2
    cells = max(len(marks) for _, marks in sides)
    lines = []
    for piece in _pieces(cells, page.width - margin):
        lines.append(Line.of(" " * margin + _ruler(piece), QUIET))
        for label, marks in sides:
            if piece.start in marks:
                name = Line.of((" " * indent + label).ljust(margin), QUIET)
                lines.append(join([name, *_cells(marks, piece)]))
    aloud = list_places(view) if page.is_read_aloud else Line()
    return [*lines, *(page.hang(Line.of(" " * indent), aloud) if aloud else ())]


def _pieces(cells: int, room: int) -> list[range]:
    """Cut the map where it does not fit: after whole tens, so that a piece begins at 11, 21, ..."""
    if len(_ruler(range(cells))) <= room and cells <= room:
        return [range(cells)] if cells else []
    # The last number of the ruler may need two columns more than its cell.
    length = max((room - 2) // 10 * 10, 10)
    return [range(start, min(start + length, cells)) for start in range(0, cells, length)]


def _cells(marks: Mapping[int, Mark], piece: range) -> list[Line]:
    return [Line.of(SIGNS[marks[k]], sign_style(marks[k])) for k in piece if k in marks]


def _ruler(piece: range) -> str:
    ruler = ""
    for k in piece:
        if k == piece.start or (k + 1) % _TICK == 0:
            ruler = ruler.ljust(k - piece.start) + str(k + 1)
    return ruler
