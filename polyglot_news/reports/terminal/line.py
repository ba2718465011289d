"""Styled text, and how it is joined, cut, padded and wrapped.

Rich's Text does this and much more. A report is thousands of short pieces, and for these alone Rich took half of the
50 ms that rendering may take; its tables of how wide characters are serve here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

# What is one column wide for certain, so that nothing has to be looked up: Latin, Greek, Cyrillic, punctuation, arrows,
# box drawing, and the placeholders of page.py.
_NARROW = re.compile(
    r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2500-\u257f\ue000-\ue003]*"
)
_WORD = re.compile("[^ ]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LEFT_TO_RIGHT_MARK = "\u200e"


class Style(NamedTuple):
    """How a piece of text looks on a screen that has colours."""

    colour: int | None = None  # of the 256
    bold: bool = False
    underline: bool = False
    link: str = ""

    def paint(self, text: str) -> str:
        """Return the text in ANSI codes; a link by OSC 8, without an id, so that the same report has the same bytes."""
        codes = [
            code
            for code, is_on in (
                ("1", self.bold),
                ("4", self.underline),
                (f"38;5;{self.colour}", self.colour is not None),
            )
            if is_on
        ]
        painted = f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if codes else text
        return f"\x1b]8;;{self.link}\x1b\\{painted}\x1b]8;;\x1b\\" if self.link else painted


PLAIN = Style()


class Run(NamedTuple):
    """Neighbouring characters in one style."""

    text: str
    style: Style


class Line(NamedTuple):
    """A line, or a paragraph before it is wrapped."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def of(cls, text: str, style: Style = PLAIN) -> Line:
        """Return text in one style."""
        return cls((Run(text, style),)) if text else cls()

    @property
    def plain(self) -> str:
        """The text alone."""
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)

    @property
    def cells(self) -> int:
        """The columns that it takes."""
        return cells(self.plain)

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.runs)

    def cut(self, start: int, end: int) -> Line:
        """Return the characters [start, end)."""
        runs, at = [], 0
        for text, style in self.runs:
            piece = text[max(start - at, 0) : max(end - at, 0)]
            if piece:
                runs.append(Run(piece, style))
            at += len(text)
            if at >= end:
                break
        return Line(tuple(runs))

    def rstrip(self) -> Line:
        """Take the spaces at the end away."""
        text = self.plain
        return self.cut(0, len(text.rstrip(" "))) if text.endswith(" ") else self

    def pad(self, width: int) -> Line:
        """Fill it up with spaces to `width` columns."""
        missing = width - self.cells
        return Line((*self.runs, Run(" " * missing, PLAIN))) if missing > 0 else self

    def shorten(self, width: int) -> Line:
        """Cut it to `width` columns, with an ellipsis where it is too long."""
        text = self.plain
        if cells(text) <= width:
            return self
        # A wide character that stands across the edge makes way for a space.
        kept = set_cell_size(text, max(width - 1, 0)).rstrip(" ")
        cut = self.cut(0, len(kept))
        return Line((*cut.runs, Run("…", cut.runs[-1].style if cut.runs else PLAIN)))

    def wrap(self, width: int) -> list[Line]:
        """Break it at spaces into lines of at most `width` columns; a longer word is broken where it must be."""
        text = self.plain
        if cells(text) <= width:
            return [_fenced(self.rstrip())]
        return [_fenced(self.cut(start, end)) for start, end in _line_ranges(text, width)]


def join(pieces: Iterable[Line], between: str = "") -> Line:
    """Put pieces one after the other."""
    runs: list[Run] = []
    for n, piece in enumerate(pieces):
        if n and between:
            runs.append(Run(between, PLAIN))
        runs.extend(piece.runs)
    return Line(tuple(runs))


def cells(text: str) -> int:
    """Return the columns that a text takes."""
    return len(text) if _NARROW.fullmatch(text) else cell_len(text)


def fence(text: str) -> str:
    """Keep what follows a text from right to left in its place: a screen that knows of directions would turn both."""
    return f"{text}{_LEFT_TO_RIGHT_MARK}" if _RIGHT_TO_LEFT.search(text) else text


def _fenced(line: Line) -> Line:
    if not _RIGHT_TO_LEFT.search(line.plain):
        return line
    mark = Run(_LEFT_TO_RIGHT_MARK, PLAIN)
    return Line((mark, *line.runs, mark))


def _line_ranges(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends, without the spaces at which it is broken."""
    measure = len if _NARROW.fullmatch(text) else cells
    start, end = 0, 0
    for word in _WORD.finditer(text):
        if measure(text[start : word.end()]) <= width:
            end = word.end()
            continue
        if text[start:end].strip(" "):
            yield start, end
        start, end = word.span()
        for piece in chop_cells(word[0], width)[:-1] if measure(word[0]) > width else ():
            yield start, start + len(piece)
            start += len(piece)
    yield start, end
