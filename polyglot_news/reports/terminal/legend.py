"""The one line that explains signs, colours and brackets."""

from __future__ import annotations

from rich.text import Text

from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal.page import Page, join, tie
from polyglot_news.reports.terminal.styles import BRACKETS, SIGNS, WORDS, sign_style, span_style

_SHOWN = (Mark.KEPT, Mark.CHANGED, Mark.MOVED, Mark.OMITTED, Mark.ADDED)


def explain(page: Page, *, filtered: bool) -> list[Text]:
    """Show each sign with its word, and the word as such passages look inside a text."""
    shown = (*_SHOWN, Mark.UNASKED) if filtered else _SHOWN
    return page.wrap(join([_entry(mark, colour=page.colour) for mark in shown], "  "), page.width)


def _entry(mark: Mark, *, colour: bool) -> Text:
    word = tie(WORDS[mark])
    shown = Text(word, sign_style(mark))
    if mark in BRACKETS:
        shown = Text(word, span_style(mark)) if colour else Text(word.join(BRACKETS[mark]))
    return join([Text(tie(f"{SIGNS[mark]} "), sign_style(mark)), shown])
