"""The sheet that a report is written on: hostile text made harmless, words wrapped, lines printed.

Nothing of the environment is read, so the same options give the same page everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from polyglot_news.reports.options import Layout, ReportOptions

_NARROWEST = 40  # columns; below, the terminal itself has to wrap
_SIDE_BY_SIDE_FROM = 110  # columns; two texts of 45 each, the least that reads as a column of a newspaper
_LEAST_FOR_TWO = 60
# Rich breaks a line at every white space. Inside, no-break spaces are characters of private use, which no text holds
# (see defuse), so that "16 000" stays whole.
_NO_BREAK = {"\u00a0": "\ue000", "\u202f": "\ue001", "\u2007": "\ue002"}
_TIE = "\ue003"  # a space of our own at which no line is broken; printed as a common one, for grep
_PICTURES = 0x2400  # ␀, the first of the pictures of control characters
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Page:
    """The screen and how it is used."""

    console: Console
    width: int
    colour: bool
    side_by_side: bool
    show_original: bool

    @classmethod
    def of(cls, options: ReportOptions) -> Page:
        """Open a page for these options."""
        width = max(options.width, _NARROWEST)
        wide = width >= (_LEAST_FOR_TWO if options.layout is Layout.SIDE_BY_SIDE else _SIDE_BY_SIDE_FROM)
        return cls(
            console=_console(width, colour=options.colour),
            width=width,
            colour=options.colour,
            side_by_side=wide and options.layout is not Layout.INLINE,
            show_original=options.show_original,
        )

    def wrap(self, text: Text, width: int) -> list[Text]:
        """Break a text into lines of at most `width` columns, at white space where there is any."""
        lines = list(text.wrap(self.console, max(width, 1), overflow="fold"))
        for line in lines:
            line.rstrip()  # or an underlined passage would go on beyond its last word
        return lines

    def hang(self, first: Text, body: Text) -> list[Text]:
        """Put `first` before the first line of `body`, and as much space before the others."""
        indent = first.cell_len
        lines = self.wrap(body, self.width - indent)
        return [join([first if n == 0 else Text(" " * indent), line]) for n, line in enumerate(lines)]

    def shorten(self, text: Text, width: int) -> Text:
        """Cut a text that is too long, with an ellipsis."""
        short = text.copy()
        short.truncate(width, overflow="ellipsis")
        return short


def defuse(text: str) -> str:
    """Make control, bidirectional, invisible and unassigned characters visible, one character for one.

    Offsets into `text` hold for the result. No-break spaces become what `Page.wrap` does not break.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate({ord(one): _harmless(one) for one in set(text) if not one.isprintable()})


def plain(text: str, style: Style | str = "") -> Text:
    """Return text from outside as it is, never as markup."""
    return Text(defuse(text), style)


def tie(words: str) -> str:
    """Keep words of our own on one line."""
    return words.replace(" ", _TIE)


def join(pieces: Iterable[Text], between: str = "") -> Text:
    """Put pieces in one line, each in its own style; `+` would spread the style of the first over all of them."""
    return Text(between).join(pieces)


def print_lines(page: Page, lines: Sequence[Text]) -> str:
    """Print lines that already fit the page."""
    page.console.print(Text("\n").join(lines), soft_wrap=True)
    printed = page.console.file.getvalue() if isinstance(page.console.file, StringIO) else ""
    back = str.maketrans({inside: outside for outside, inside in _NO_BREAK.items()} | {_TIE: " "})
    return "\n".join(line.rstrip() for line in printed.translate(back).split("\n"))


def _console(width: int, *, colour: bool) -> Console:
    return Console(
        file=StringIO(),
        width=width,
        height=100,  # not read from the screen
        force_terminal=colour,
        color_system="256" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def _harmless(character: str) -> str:
    if character in _NO_BREAK:
        return _NO_BREAK[character]
    if unicodedata.category(character)[0] == "Z" or character in "\t\n":
        return " "
    return chr(_PICTURES + ord(character)) if ord(character) < 0x20 else _REPLACEMENT  # noqa: PLR2004  # the first printing one
