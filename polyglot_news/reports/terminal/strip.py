"""The map of both editions: one cell a paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text

from polyglot_news.reports.sequence import Mark, mark_base, mark_edition
from polyglot_news.reports.terminal.page import Page, join
from polyglot_news.reports.terminal.styles import QUIET, SIGNS, sign_style
from polyglot_news.reports.terminal.views import View

_TICK = 5  # a number over every fifth cell


def draw_strip(page: Page, view: View) -> list[Text]:
    """Draw the base above the edition, in as many pieces as the page is too narrow for."""
    base, edition = mark_base(view.blocks), mark_edition(view.blocks)
    indent = len(view.label) + 2
    margin = max(len(view.base_label), len(view.label)) + 2
    # Whole tens, so that a piece begins at 1, 11, 21, ...; three columns stay free for the last number of the ruler.
    piece = max((page.width - indent - margin - 3) // 10 * 10, 10)
    lines = []
    for start in range(0, max(len(base), len(edition), 1), piece):
        end = min(start + piece, max(len(base), len(edition)))
        lines.append(Text(" " * (indent + margin) + _ruler(start, end), QUIET))
        lines.append(_row(view.base_label, base, range(start, end), (indent, margin)))
        lines.append(_row(view.label, edition, range(start, end), (indent, margin)))
    return lines


def _row(label: str, marks: Mapping[int, Mark], cells: range, margins: tuple[int, int]) -> Text:
    indent, margin = margins
    name = Text(" " * indent + label.ljust(margin), QUIET)
    return join([name, *(Text(SIGNS[marks[k]], sign_style(marks[k])) for k in cells if k in marks)])


def _ruler(start: int, end: int) -> str:
    ruler = ""
    for number in range(start + 1, end + 1):
        if number == start + 1 or number % _TICK == 0:
            ruler = ruler.ljust(number - 1 - start) + str(number)
    return ruler
