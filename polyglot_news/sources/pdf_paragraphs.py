"""Lines of a printed page into paragraphs: what runs along every page is out, what was cut at line ends is whole again.

A page knows no paragraphs, only where lines stand. So a paragraph ends where the distance to the next line is wider
than usual, the next line is indented, its size is another, or its first word would have fitted on the line before.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_TITLE_SIZE, _LONGEST_TITLE_CHARS, _FIRST_PARAGRAPHS = 1.2, 300, 6
_SAME_SIZE, _WIDER, _INDENT, _NEW_RUN = 0.12, 1.25, 0.6, 8.0  # shares of a line's height, of the usual distance
_SHORT = 0.75  # a line that ends before three quarters of its column
_EDGE_LINES = 2  # at the top and at the bottom of a page
_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BULLET, _NUMBER = re.compile(r"[•◦▪‣●■]"), re.compile(r"\d{1,3}[.)]\s")
_HANGING = re.compile(r"(?:[•◦▪‣●■*·]|\d{1,3}[.)]|[-–—](?=\s))")  # what follows such a line is indented
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|страница|стр\.?|сторінка|стор\.?|с\.)?\W*(?:\d{1,4}|[ivxlc]{1,6})(?:\W*(?:of|из|із|з|/)\W*\d{1,4})?\W*$",
    re.IGNORECASE,
)
# After a hyphen that is no cut: кто-то, где-либо, кто-нибудь, всё-таки, хто-небудь, будь-який.
_PARTICLE = re.compile(r"(?:то|либо|нибудь|таки|небудь|який|яка|яке|які|якого|якій|яких|яким|що|хто|де)\b")
_LONGEST_WORD_CHARS, _LONGEST_NUMBER_CHARS = 60, 40  # whatever is longer is read in no time all the same
_HYPHENATED = re.compile(r"\b\w{1,40}-\w{1,40}\b")
_CUT = re.compile(r"(\w+)[-\u2010\u00ad]$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; places are in points from the lower left corner of its page."""

    page: int
    text: str
    left: float
    right: float
    y: float  # of its baseline
    size: float  # height of a line in this font


@dataclass(frozen=True, slots=True)
class Printed:
    """What the lines of a document make."""

    paragraphs: tuple[str, ...]
    title: str  # "" where no paragraph at the beginning is set larger
    running_heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines under each other: a column, or the part of it on one page."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Set:
    """How the document is set."""

    size: float  # of its text
    distance: float  # from one line of a paragraph to the next, in sizes
    is_indented: bool  # a paragraph's first line is
    whole_words: frozenset[str]  # in lower case, with hyphens


def put_together(lines: Sequence[Line]) -> Printed:
    """Make paragraphs of lines that come in the order of the document's content."""
    kept, heads = _without_running_heads(lines) if lines else ([], ())
    if not kept:
        return Printed((), "", heads)
    runs = _runs(kept)
    usual = _how_set(kept, runs)
    groups = [[0]]
    for place in range(1, len(kept)):
        if _goes_on(kept, runs, place, usual, is_first=len(groups[-1]) == 1):
            groups[-1].append(place)
        else:
            groups.append([place])
    paragraphs = tuple(_joined([kept[place].text for place in group], usual.whole_words) for group in groups)
    return Printed(paragraphs, _title(paragraphs, [kept[group[0]] for group in groups], usual.size), heads)


def _without_running_heads(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    largest = _TITLE_SIZE * _text_size(lines)  # a headline stands at the top too, and heads repeat it
    edges = [(line, edge, _masked(line.text)) for line, edge in _edges(lines) if line.size < largest]
    pages: dict[tuple[str, str], set[int]] = {}
    for line, edge, masked in edges:
        pages.setdefault((edge, masked), set()).add(line.page)
    heads = {id(line): masked for line, edge, masked in edges if len(pages[edge, masked]) > 1}
    numbers = {id(line) for line, _, _ in edges if _is_page_number(line.text)}
    shown = {heads[id(line)]: line.text for line in reversed(lines) if id(line) in heads and id(line) not in numbers}
    return [line for line in lines if id(line) not in heads and id(line) not in numbers], tuple(
        reversed(shown.values())
    )


def _is_page_number(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBER_CHARS and bool(_PAGE_NUMBER.match(text))


def _text_size(lines: Sequence[Line]) -> float:
    """Half of the characters are set no larger."""
    return statistics.median(line.size for line in lines for _ in range(min(len(line.text), 100)))


def _edges(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    for page in by_page.values():
        heights = sorted({round(line.y) for line in page})
        low, high = heights[:_EDGE_LINES], heights[-_EDGE_LINES:]
        for line in page:
            if round(line.y) in high:
                yield line, "top"
            elif round(line.y) in low:
                yield line, "bottom"


def _masked(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", " ".join(text.split()))


def _runs(lines: Sequence[Line]) -> list[_Run]:
    """For each line the run that it stands in."""
    starts = [0]
    for place, (above, below) in enumerate(pairwise(lines), start=1):
        is_far = abs(below.left - above.left) > _NEW_RUN * max(above.size, below.size)
        if below.page != above.page or below.y > above.y + above.size / 2 or is_far:
            starts.append(place)
    runs: list[_Run] = []
    for start, end in pairwise([*starts, len(lines)]):
        part = lines[start:end]
        runs += [_Run(min(line.left for line in part), max(line.right for line in part))] * len(part)
    return runs


def _how_set(lines: Sequence[Line], runs: Sequence[_Run]) -> _Set:
    distances = Counter(
        round((above.y - below.y) / above.size, 1)
        for (above, below), run, next_run in zip(pairwise(lines), runs, runs[1:], strict=False)
        if run is next_run and above.size > 0 and _is_same_size(above, below) and above.y - below.y > above.size / 2
    )
    indented = sum(_is_indented(line, run) for line, run in zip(lines, runs, strict=True))
    words = frozenset(word for line in lines for word in _HYPHENATED.findall(line.text.lower()))
    # Several distances may be as frequent where paragraphs are of one line: the smallest is inside paragraphs.
    most = max(distances.values(), default=0)
    distance = min((each for each, count in distances.items() if count * 2 > most), default=1.2)
    return _Set(_text_size(lines), distance, indented > len(lines) / 25, words)


def _is_same_size(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _SAME_SIZE * max(above.size, below.size)


def _is_indented(line: Line, run: _Run) -> bool:
    return line.left > run.left + _INDENT * line.size


def _goes_on(lines: Sequence[Line], runs: Sequence[_Run], place: int, usual: _Set, *, is_first: bool) -> bool:
    """Is the line at `place` of the same paragraph as the line before, which is the first of it or not?"""
    above, below = lines[place - 1], lines[place]
    if (
        abs(above.y - below.y) < above.size / 4
        and above.page == below.page
        and 0 <= below.left - above.right < above.size
    ):
        return True  # two pieces of one line
    if not _is_same_size(above, below) or _is_item(above, below):
        return False
    if runs[place - 1] is not runs[place]:
        return _goes_on_elsewhere(lines, runs, place, usual)
    if above.y - below.y > usual.distance * _WIDER * above.size:
        return False
    if below.size < usual.size * _TITLE_SIZE:  # headings are centred now and then
        step = (below.left - above.left) / below.size
        if (step > _INDENT and not _HANGING.match(above.text.lstrip())) or (step < -_INDENT and not is_first):
            return False
    return not _is_broken_off(above, below, runs[place])


def _is_item(above: Line, below: Line) -> bool:
    """Does the line below begin an item of a list?"""
    text = below.text.lstrip()
    return bool(_BULLET.match(text) or (_NUMBER.match(text) and _END.search(above.text.rstrip())))


def _fits(above: Line, below: Line, run: _Run) -> bool:
    """Would the first word of the line below have fitted on the line above?"""
    word = below.text.split()[0]
    width = (below.right - below.left) * (len(word) + 1) / max(len(below.text), 1)
    return above.right + width * 1.1 < run.right


def _is_broken_off(above: Line, below: Line, run: _Run) -> bool:
    fits, word = _fits(above, below, run), below.text.lstrip()
    is_short = above.right - run.left < _SHORT * (run.right - run.left)
    return fits and bool(_END.search(above.text.rstrip()) or (is_short and not word[0].islower()))


def _goes_on_elsewhere(lines: Sequence[Line], runs: Sequence[_Run], place: int, usual: _Set) -> bool:
    """On the next page, or in the next column."""
    above, below = lines[place - 1], lines[place]
    is_full = not _fits(above, below, runs[place - 1])
    if usual.is_indented and _is_indented(below, runs[place]):
        return False
    if not _END.search(above.text.rstrip()):
        return is_full or below.text.lstrip()[:1].islower()
    return usual.is_indented and is_full


def _joined(texts: Sequence[str], whole_words: frozenset[str]) -> str:
    text = texts[0].strip()
    for part in texts[1:]:
        following = part.strip()
        cut = _CUT.search(text[-_LONGEST_WORD_CHARS:])
        if not cut:
            text += " " + following
        elif text[-1] == "\u00ad" or _is_one_word(cut[1], following, whole_words):
            text = text[:-1] + following
        else:
            text += following
    return text


def _is_one_word(start: str, following: str, whole_words: frozenset[str]) -> bool:
    """Was a word cut, or does the hyphen belong to it?"""
    word = re.match(r"\w*", following)
    end = word[0] if word else ""
    return end[:1].islower() and f"{start}-{end}".lower() not in whole_words and not _PARTICLE.match(end)


def _title(paragraphs: Sequence[str], firsts: Sequence[Line], size: float) -> str:
    beginning = [
        (line.size, text)
        for text, line in list(zip(paragraphs, firsts, strict=True))[:_FIRST_PARAGRAPHS]
        if line.page == firsts[0].page and len(text) <= _LONGEST_TITLE_CHARS
    ]
    largest, text = max(beginning, key=lambda each: each[0], default=(0.0, ""))
    return text if largest >= size * _TITLE_SIZE else ""
