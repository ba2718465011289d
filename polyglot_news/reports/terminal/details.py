"""Paragraph by paragraph: side by side on a wide page, one beneath the other on a narrow one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal import columns, stacked
from polyglot_news.reports.terminal.line import Line
from polyglot_news.reports.terminal.page import Page
from polyglot_news.reports.terminal.styles import QUIET
from polyglot_news.reports.views import View
from polyglot_news.reports.words import number_paragraphs

_LEAST_TO_FOLD = 3  # blocks: fewer are read as fast as a line that stands for them


def detail(page: Page, view: View) -> list[Line]:
    """Write all blocks of one comparison that there is something to say about, an empty line between them."""
    write_heading, write_block = (
        (columns.write_heading, columns.write_block)
        if page.side_by_side
        else (stacked.write_heading, stacked.write_block)
    )
    lines = write_heading(page, view)
    runs = list(_runs(page, view))
    for n, run in enumerate(runs):
        written = write_block(page, view, run[0]) if len(run) == 1 else _write_fold(page, view, run)
        lines += [*([Line()] if n else []), *written]
    return lines if runs else [*lines, Line.of("nothing of what was asked for", QUIET)]


def is_folded(page: Page, view: View) -> bool:
    """Whether paragraphs of both editions are named only."""
    return any(len(run) > 1 for run in _runs(page, view))


def _runs(page: Page, view: View) -> Iterator[Sequence[Block]]:
    """Yield what is shown: blocks one by one, and runs that one line stands for."""
    blocks = (block for block in view.blocks if block.mark is not Mark.UNASKED)
    for can_fold, some in groupby(blocks, _can_fold):
        run = list(some)
        if page.folds and can_fold and len(run) >= _LEAST_TO_FOLD:
            yield run
        else:
            yield from ([block] for block in run)


def _can_fold(block: Block) -> bool:
    """Headlines are read, kept or not."""
    return block.mark is Mark.KEPT and 0 not in block.base


def _write_fold(page: Page, view: View, blocks: Sequence[Block]) -> list[Line]:
    base = sorted(i for block in blocks for i in block.base)
    edition = sorted(j for block in blocks for j in block.edition)
    places = f"{view.base_label} ¶{number_paragraphs(base, ', ')} = {view.label} ¶{number_paragraphs(edition, ', ')}"
    return page.hang(Line.of("… ", QUIET), Line.of(f"{len(base)} paragraphs kept, {places}", QUIET))
