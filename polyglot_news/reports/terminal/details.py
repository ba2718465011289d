"""Paragraph by paragraph: side by side on a wide page, one beneath the other on a narrow one."""

from __future__ import annotations

from rich.text import Text

from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal import columns, stacked
from polyglot_news.reports.terminal.page import Page
from polyglot_news.reports.terminal.styles import QUIET
from polyglot_news.reports.terminal.views import View


def detail(page: Page, view: View) -> list[Text]:
    """Write all blocks of one comparison that there is something to say about, an empty line between them."""
    write_heading, write_block = (
        (columns.write_heading, columns.write_block)
        if page.side_by_side
        else (stacked.write_heading, stacked.write_block)
    )
    blocks = [block for block in view.blocks if block.mark is not Mark.UNASKED]
    lines = write_heading(page, view)
    for n, block in enumerate(blocks):
        lines += [*([Text()] if n else []), *write_block(page, view, block)]
    return lines if blocks else [*lines, Text("nothing of what was asked for", QUIET)]
