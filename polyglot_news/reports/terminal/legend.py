"""The one line that explains signs, colours and brackets."""

from __future__ import annotations

from polyglot_news.reports.options import Layout
from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal.line import Line, join
from polyglot_news.reports.terminal.page import Page, tie
from polyglot_news.reports.terminal.styles import BRACKETS, QUIET, sign_style, span_style
from polyglot_news.reports.words import SIGNS, WORDS

_SHOWN = (Mark.KEPT, Mark.CHANGED, Mark.MOVED, Mark.OMITTED, Mark.ADDED)


def explain(page: Page, *, filtered: bool, folded: bool) -> list[Line]:
    """Show each sign with its word, the word as such passages look inside a text, and how to unfold what is kept."""
    shown = (*_SHOWN, Mark.UNASKED) if filtered else _SHOWN
    entries = [_entry(mark, colour=page.colour) for mark in shown]
    if folded:
        layout = Layout.SIDE_BY_SIDE if page.side_by_side else Layout.INLINE
        entries.append(Line.of(f"{tie('… kept, folded')}: {tie(f'--layout {layout.value}')} {tie('shows all')}", QUIET))
    return join(entries, "  ").wrap(page.width)


def _entry(mark: Mark, *, colour: bool) -> Line:
    word = tie(WORDS[mark])
    shown = Line.of(word, sign_style(mark))
    if mark in BRACKETS:
        shown = Line.of(word, span_style(mark)) if colour else Line.of(word.join(BRACKETS[mark]))
    return join([Line.of(tie(f"{SIGNS[mark]} "), sign_style(mark)), shown])
