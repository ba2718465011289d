"""The sheet that a report is written on: hostile text made harmless, lines laid out and printed.

Nothing of the environment is read, so the same options give the same page everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from polyglot_news.reports.controls import picture_of
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal.line import PLAIN, Line, Style, join

_NARROWEST = 40  # columns; below, the terminal itself has to wrap
_SIDE_BY_SIDE_FROM = 110  # columns; two texts of 45 each, the least that reads as a column of a newspaper
_LEAST_FOR_TWO = 60
# A line is broken at spaces. Inside, no-break spaces are characters of private use, which no text holds (see defuse),
# so that "16 000" stays whole.
_NO_BREAK = {"\u00a0": "\ue000", "\u202f": "\ue001", "\u2007": "\ue002"}
_TIE = "\ue003"  # a space at which no line is broken; printed as a common one, for grep
_PRINTED = {**{inside: outside for outside, inside in _NO_BREAK.items()}, _TIE: " "}


class Page(NamedTuple):
    """The screen and how it is used."""

    width: int
    colour: bool
    side_by_side: bool
    is_read_aloud: bool  # inline was asked for: what a picture shows is told in words
    folds: bool  # nobody asked for all text: long runs of what was kept are named only
    show_original: bool
    links: bool

    @classmethod
    def of(cls, options: ReportOptions) -> Page:
        """Open a page for these options."""
        width = max(options.width, _NARROWEST)
        wide = width >= (_LEAST_FOR_TWO if options.layout is Layout.SIDE_BY_SIDE else _SIDE_BY_SIDE_FROM)
        return cls(
            width=width,
            colour=options.colour,
            side_by_side=wide and options.layout is not Layout.INLINE,
            is_read_aloud=options.layout is Layout.INLINE,
            folds=options.layout is Layout.AUTO,
            show_original=options.show_original,
            links=options.hyperlinks and options.colour,
        )

    def hang(self, first: Line, body: Line) -> list[Line]:
        """Put `first` before the first line of `body`, and as much space before the others."""
        indent = first.cells
        lines = body.wrap(max(self.width - indent, 1))
        return [join([first if n == 0 else Line.of(" " * indent), line]) for n, line in enumerate(lines)]


def defuse(text: str) -> str:
    """Make control, bidirectional, invisible and unassigned characters visible, one character for one.

    Offsets into `text` hold for the result. No-break spaces become what no line is broken at, and so does the space
    before a dash, with which no line begins in Russian and Ukrainian.
    """
    if text.isascii() and text.isprintable():
        return text
    harmless = text.translate({ord(one): _harmless(one) for one in set(text) if not one.isprintable()})
    return harmless.replace(" — ", f"{_TIE}— ")


def plain(text: str, style: Style = PLAIN) -> Line:
    """Return text from outside as it is, never as markup."""
    return Line.of(defuse(text), style)


def tie(words: str) -> str:
    """Keep words of our own on one line."""
    return words.replace(" ", _TIE)


def print_lines(page: Page, lines: Iterable[Line]) -> str:
    """Print lines that already fit the page."""
    printed = "".join(f"{_painted(line.rstrip()) if page.colour else line.plain.rstrip()}\n" for line in lines)
    for inside, outside in _PRINTED.items():  # several times as fast as str.translate
        printed = printed.replace(inside, outside)
    return printed


def _painted(line: Line) -> str:
    return "".join(text if style is PLAIN else style.paint(text) for text, style in line.runs)


def _harmless(character: str) -> str:
    if character in _NO_BREAK:
        return _NO_BREAK[character]
    if unicodedata.category(character)[0] == "Z" or character in "\t\n":
        return " "
    return picture_of(character)
