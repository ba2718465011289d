"""The words of a difference, quoted: both sides of a change, the edition in translation and as it is written there."""

from __future__ import annotations

from rich.cells import set_cell_size

from polyglot_news.model import Difference, Level
from polyglot_news.reports.terminal.line import Line, cells, fence, join
from polyglot_news.reports.terminal.page import defuse
from polyglot_news.reports.terminal.styles import QUIET
from polyglot_news.reports.texts import texts_of
from polyglot_news.reports.views import View
from polyglot_news.reports.words import quoted

_TO = " → "
_FRAME = len("“…”")
_LONGEST = 120  # columns of a side, however wide the page: its beginning says which it is
_LEAST_ASIDE = 12  # columns: less of the original says nothing


def quote(text: str, longest: int) -> str:
    """Put text in quotation marks unless it begins with one; cut it at a word to at most `longest` columns."""
    safe = defuse(text)
    if cells(safe) > longest:
        safe = f"{_beginning(safe, longest)}…"
    return fence(quoted(safe))


def quote_sides(view: View, difference: Difference, longest: int) -> Line:
    """Quote both sides of a difference, the edition in translation and, for single words, as it is written there."""
    base, original, theirs = texts_of(view.base, view.comparison, difference)
    aside = original if theirs and difference.level is Level.WORD else ""
    return _written(base, theirs or original, aside, (longest, longest, longest))


def quote_within(view: View, difference: Difference, room: int, *, has_original: bool) -> Line:
    """Quote a difference in one line, so that no side of it pushes another out.

    Args:
        view: that the difference is of.
        difference: to quote.
        room: columns of the line.
        has_original: whether a passage is shown as it is written in the edition, too, not only a word.
    """
    base, original, theirs = texts_of(view.base, view.comparison, difference)
    aside = original if theirs and (has_original or difference.level is Level.WORD) else ""
    sides = (base, theirs or original, aside)
    shares = _share(sides, room)
    if aside and shares[2] < min(cells(aside), _LEAST_ASIDE):
        sides = (base, theirs, "")
        shares = _share(sides, room)
    return _written(*sides, shares)


def quote_beside(text: str, original: str, room: int) -> Line:
    """Quote a paragraph that one side alone has and, where it is a translation, its original, in one line."""
    shares = _share(("", text, original), room)
    return _written("", text, original, shares)


def _written(base: str, theirs: str, aside: str, shares: tuple[int, int, int]) -> Line:
    sides = ((base, shares[0]), (theirs, shares[1]))
    both = join([Line.of(quote(side, share)) for side, share in sides if side], _TO)
    if not aside or aside == theirs:
        return both
    safe = defuse(aside)
    short = safe if cells(safe) <= shares[2] else f"{_beginning(safe, shares[2])}…"
    return join([both, Line.of(fence(f" ({short})"), QUIET)])


def _share(sides: tuple[str, str, str], room: int) -> tuple[int, int, int]:
    """Share the columns of a line: short sides get what they need, long ones the same each."""
    wanted = [min(cells(side), _LONGEST) for side in sides]
    left = room - sum(_FRAME for one in wanted if one) - (len(_TO) if wanted[0] and wanted[1] else 0)
    shares = [0, 0, 0]
    for place in sorted((place for place in range(3) if wanted[place]), key=lambda place: wanted[place]):
        waiting = sum(1 for other in range(3) if wanted[other] and not shares[other])
        shares[place] = max(min(wanted[place], left // waiting), 1)
        left -= shares[place]
    return (shares[0], shares[1], shares[2])


def _beginning(text: str, width: int) -> str:
    cut = set_cell_size(text, width)
    is_inside_a_word = text[len(cut) : len(cut) + 1].isalnum()
    return (cut.rpartition(" ")[0] if is_inside_a_word and " " in cut else cut).rstrip(" ,;:")
