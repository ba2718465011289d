"""With several editions: which paragraph of the base is in which of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal.page import Page, join, plain
from polyglot_news.reports.terminal.styles import HEADING, QUIET, SIGNS, sign_style
from polyglot_news.reports.terminal.views import View

_FEWEST_WORDS = 14  # columns for the first words of a paragraph
_MOST_WORDS = 72
_SIGN = 3  # columns: two of space, and the sign


def draw_matrix(page: Page, views: Sequence[View]) -> list[Text]:
    """Draw a row a base paragraph and a column an edition; editions that find no room come in a matrix beneath."""
    digits, cell = len(str(len(views[0].base.paragraphs))), _cell_width(views)
    at_once = max((page.width - digits - 2 - _FEWEST_WORDS) // cell, 1)
    lines: list[Text] = []
    for start in range(0, len(views), at_once):
        group = views[start : start + at_once]
        words = min(page.width - digits - 2 - cell * len(group), _MOST_WORDS)
        lines += [*([Text()] if lines else []), *_matrix(group, (digits, words, cell))]
    return lines


def span_of(paragraphs: tuple[int, ...]) -> str:
    """Write paragraph numbers as people count them: 7, 7–8, 7+9."""
    first, last = paragraphs[0] + 1, paragraphs[-1] + 1
    if paragraphs != tuple(range(first - 1, last)):
        return "+".join(str(one + 1) for one in paragraphs)
    return str(first) if first == last else f"{first}–{last}"


def _cell_width(views: Sequence[View]) -> int:
    """Leave room for the sign and numbers such as 12–13, and for every label."""
    digits = len(str(max(len(view.edition.paragraphs) for view in views)))
    return max(_SIGN + 2 + 2 * digits, *(len(view.label) + 4 for view in views))


def _matrix(views: Sequence[View], widths: tuple[int, int, int]) -> Iterator[Text]:
    digits, words, cell = widths
    base = views[0].base
    places = [{i: block for block in view.blocks for i in block.base} for view in views]
    head = Text(f"{views[0].base_label} ¶".ljust(digits + 2 + words), HEADING)
    yield join([head, *(Text(f"  {view.label} ¶".ljust(cell), HEADING) for view in views)])
    for i, paragraph in enumerate(base.paragraphs):
        beginning = plain(paragraph.text[: words + 1])
        beginning.truncate(words, overflow="ellipsis", pad=True)
        number = Text(f"{i + 1:>{digits}}  ", QUIET)
        yield join([number, beginning, *(_cell(place[i], cell) for place in places)])
    added = Text(" " * (digits + 2) + "added".ljust(words), QUIET)
    yield join([added, *(_count(len(view.selection.added), cell) for view in views)])


def _cell(block: Block, width: int) -> Text:
    numbers = f" {span_of(block.edition)}" if block.edition else ""
    sign = Text(f"  {SIGNS[block.mark]}", sign_style(block.mark))
    cell = join([sign, Text(numbers, QUIET)])
    cell.truncate(width, overflow="ellipsis", pad=True)
    return cell


def _count(added: int, width: int) -> Text:
    return Text(f"  {SIGNS[Mark.ADDED]} {added}".ljust(width), sign_style(Mark.ADDED) if added else QUIET)
