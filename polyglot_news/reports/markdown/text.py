"""Text from outside as Markdown that reads as the text, and never is more than that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from polyglot_news.model import Span
from polyglot_news.reports.controls import show_controls

BASE_SIGN, EDITION_SIGN = "~~", "**"  # around words of the base, and of the edition
_LONGEST_PASSAGE = 2_000  # characters; the longest paragraphs of news have about 1,000

# What makes Markdown of a text, and what begins the templates of Jekyll.
_SPECIAL = frozenset("\\`*_[]{}<>#&|~")
_AT_LINE_START = re.compile(r"^(\d{0,9})([.)+=-])")
# What GitHub makes a link, a mention or a picture of once Markdown is rendered, so that no backslash helps. A space of
# no width does, as Dependabot and Renovate put it there, and cannot be seen. It goes after what is found.
_LINKED = re.compile(
    r"@(?=\S)|#(?=\d)|(?<![^\W_])[Gg][Hh](?=-\d)|:(?=//)|[Ww]{3}(?=\.)|(?:mailto|xmpp)(?=:)|:(?=[\w+-]+:)"
)
_COMMIT = re.compile(r"\b(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,40}\b", re.ASCII | re.IGNORECASE)
_TOO_SHORT = 6  # characters, for a commit
_NO_WIDTH = "&#8203;"
# Where one of several dollar signs could end a formula, it stands in a tag, as GitHub's manual has it.
_FORMULA_END = re.compile(r"(?<=\S)\$")
_DOLLAR = "<span>$</span>"


def escape(text: str) -> str:
    """Write text so that it reads as it is within a line: no markup, link, mention, formula or emoji code.

    White space becomes one space. Where nothing else stops GitHub, spaces of no width or a tag are put in.
    """
    return _one_line("".join(_letters(text)))


def escape_line(text: str) -> str:
    """Write a whole paragraph as one line, cut where it is very long; it begins no list and no heading."""
    return _AT_LINE_START.sub(r"\1\\\2", passage(text, (), (), ""))


def shorten(text: str, longest: int) -> str:
    """Cut a text that is too long at a word, with an ellipsis."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut.rsplit(" ", 1)[0] if " " in cut.strip() else cut).rstrip(" ,;:") + "…"


def mark(text: str, sign: str) -> str:
    """Put a sign around a text that has spaces around it."""
    return _one_line(_mark(text, _letters(text), (0, len(text)), sign))


def passage(text: str, shown: Sequence[Span], marked: Sequence[Span], sign: str) -> str:
    """Write some sentences of a text in one line.

    Args:
        text: a whole paragraph.
        shown: the sentences; where they do not hold all that is marked, or are none, the whole text is written.
        marked: in this text, the sign put around each.
        sign: BASE_SIGN or EDITION_SIGN.
    """
    runs = _runs(text, shown)
    if not runs or not all(any(start <= one.start and one.end <= end for start, end in runs) for one in marked):
        runs = [(0, len(text))]
    marks, letters = _join((one.start, one.end) for one in marked), _letters(text)
    left, pieces = _LONGEST_PASSAGE, []
    for start, end in runs:
        stop = min(end, start + left)
        pieces.append(_emphasise(text, letters, (start, stop), marks, sign).strip())
        left -= stop - start
    cut = sum(end - start for start, end in runs) - _LONGEST_PASSAGE
    before = ["…"] if text[: runs[0][0]].strip() else []
    after = ["…"] if cut > 0 or text[runs[-1][1] :].strip() else []
    more = [f"({cut:,} more characters)"] if cut > 0 else []
    return _one_line(" ".join([*before, " … ".join(piece for piece in pieces if piece), *after, *more]))


def _letters(text: str) -> list[str]:
    """Write every character of a text; each as what stands around it demands."""
    shown = [show_controls(character) for character in text]
    visible = "".join(shown)
    ends = {match.end() for match in _LINKED.finditer(visible)}
    for match in _COMMIT.finditer(visible):
        ends.update(range(match.start() + _TOO_SHORT, match.end(), _TOO_SHORT))
    formulas = {match.end() for match in _FORMULA_END.finditer(visible)} if visible.count("$") > 1 else ()
    letters, at = [], 0
    for character in shown:
        at += len(character)
        written = _DOLLAR if character == "$" and at in formulas else character
        written = f"\\{character}" if character in _SPECIAL else written
        letters.append(written + (_NO_WIDTH if character and at in ends else ""))
    return letters


def _one_line(written: str) -> str:
    return re.sub("[ \n]+", " ", written)


def _runs(text: str, sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """Join sentences that have nothing but white space between them."""
    runs: list[tuple[int, int]] = []
    for start, end in _join((one.start, one.end) for one in sentences):
        if runs and not text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _join(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort ranges, and make one of those that touch."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _emphasise(
    text: str, letters: Sequence[str], within: tuple[int, int], marks: Sequence[tuple[int, int]], sign: str
) -> str:
    at, end = within
    pieces = []
    for first, last in marks:
        start, stop = max(first, at), min(last, end)
        if start < stop:
            pieces += [*letters[at:start], _mark(text, letters, (start, stop), sign)]
            at = stop
    return "".join([*pieces, *letters[at:end]])


def _mark(text: str, letters: Sequence[str], place: tuple[int, int], sign: str) -> str:
    """Put a sign around a part of a text.

    Next to a letter a sign is one only before another letter, so punctuation at the ends may have to stay outside.
    """
    first, last = place
    start = next((k for k in range(first, last) if _takes_sign(text[k], text[k - 1 : k])), last)
    end = next((k for k in range(last, first, -1) if _takes_sign(text[k - 1], text[k : k + 1])), first)
    if start >= end:
        return "".join(letters[first:last])
    final = letters[end - 1].removesuffix(_NO_WIDTH)  # as punctuation it would spoil the sign, which parts words, too
    return "".join([*letters[first:start], sign, *letters[start : end - 1], final, sign, *letters[end:last]])


def _takes_sign(character: str, neighbour: str) -> bool:
    """Whether a sign between these two is one; a neighbour of "" is the end of the line."""
    kind = unicodedata.category(character)[0]
    parts = not neighbour or neighbour.isspace() or unicodedata.category(neighbour)[0] == "P"
    return kind in "LMN" or (parts and not character.isspace())
