"""What the map shows, told in words."""

from __future__ import annotations

from collections.abc import Iterator

from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal.line import Line, join
from polyglot_news.reports.terminal.page import tie
from polyglot_news.reports.terminal.styles import sign_style
from polyglot_news.reports.views import View
from polyglot_news.reports.words import WORDS, number_paragraphs


def list_places(view: View) -> Line:
    """Tell in words what the map shows: which paragraphs are left out, added and moved; empty where none is."""
    return join(_lists(view), " · ")


def _lists(view: View) -> Iterator[Line]:
    of_mark = {mark: [block for block in view.blocks if block.mark is mark] for mark in Mark}
    omitted = sorted(i for block in of_mark[Mark.OMITTED] for i in block.base)
    added = sorted(j for block in of_mark[Mark.ADDED] for j in block.edition)
    for mark, label, paragraphs in ((Mark.OMITTED, view.base_label, omitted), (Mark.ADDED, view.label, added)):
        if paragraphs:
            yield Line.of(f"{WORDS[mark]}: {label} ¶{number_paragraphs(paragraphs, ', ')}", sign_style(mark))
    if moved := ", ".join(tie(_move(view, block)) for block in of_mark[Mark.MOVED]):
        yield Line.of(f"{WORDS[Mark.MOVED]}: {moved}", sign_style(Mark.MOVED))


def _move(view: View, block: Block) -> str:
    return f"{view.base_label} ¶{number_paragraphs(block.base)} to {view.label} ¶{number_paragraphs(block.edition)}"
