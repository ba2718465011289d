"""The words of a difference, quoted: both sides of a change, the edition in translation and as it is written there."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import set_cell_size

from polyglot_news.model import Difference, Level
from polyglot_news.reports.terminal.line import Line, cells, fence, join
from polyglot_news.reports.terminal.page import defuse
from polyglot_news.reports.terminal.styles import QUIET
from polyglot_news.reports.texts import Sides, sides_of, texts_of
from polyglot_news.reports.views import View
from polyglot_news.reports.words import quoted

_TO = " → "
_AROUND_ASIDE = len(" ()")
_LONGEST = 121  # columns of a side with its ellipsis, however wide the page: its beginning says which it is
_LEAST_ASIDE = 12  # columns: less of the original says nothing


def quote_sides(view: View, difference: Difference, longest: int) -> Line:
    """Quote both sides of a difference, the edition in translation and, for single words, as it is written there."""
    sides = _sides(view, difference)
    if difference.level is not Level.WORD:
        sides = sides._replace(aside="")
    return _written(sides, (longest, longest, longest))


def quote_within(view: View, difference: Difference, room: int, *, has_original: bool) -> Line:
    """Quote a difference in one line, so that no side of it pushes another out.

    Args:
        view: that the difference is of.
        difference: to quote.
        room: columns of the line.
        has_original: whether a passage is shown as it is written in the edition, too, not only a word.
    """
    sides = _sides(view, difference)
    if not has_original and difference.level is not Level.WORD:
        sides = sides._replace(aside="")
    if sides.aside and _share(sides, room)[2] < min(cells(sides.aside), _LEAST_ASIDE):
        sides = sides._replace(aside="")
    return _written(sides, _share(sides, room))


def quote_beside(text: str, original: str, room: int) -> Line:
    """Quote a paragraph that one side alone has and, where it is a translation, its original, in one line."""
    sides = Sides("", defuse(text), "" if original == text else defuse(original))
    return _written(sides, _share(sides, room))


def _sides(view: View, difference: Difference) -> Sides:
    return Sides(*map(defuse, sides_of(texts_of(view.base, view.comparison, difference))))


def _written(sides: Sides, shares: Sequence[int]) -> Line:
    """Write sides that are harmless, each in at most as many columns as its share, without the marks around it."""
    base, edition, aside = map(_shortened, sides, shares)
    both = join([Line.of(fence(quoted(side))) for side in (base, edition) if side], _TO)
    return join([both, Line.of(fence(f" ({aside})"), QUIET)]) if aside else both


def _share(sides: Sides, room: int) -> Sequence[int]:
    """Share the columns of a line: short sides get what they need, long ones the same each."""
    wanted = [min(cells(side), _LONGEST) for side in sides]
    around = [cells(quoted(side)) - cells(side) if side else 0 for side in sides[:2]]
    left = room - sum(around) - (len(_TO) if all(wanted[:2]) else 0) - (_AROUND_ASIDE if sides.aside else 0)
    shares = [0, 0, 0]
    for place in sorted((place for place in range(3) if wanted[place]), key=lambda place: wanted[place]):
        waiting = sum(1 for other in range(3) if wanted[other] and not shares[other])
        shares[place] = max(min(wanted[place], left // waiting), 1)
        left -= shares[place]
    return shares


def _shortened(text: str, width: int) -> str:
    """Cut a text at a word to at most `width` columns, the ellipsis among them."""
    return text if cells(text) <= width else f"{_beginning(text, width - 1)}…"


def _beginning(text: str, width: int) -> str:
    cut = set_cell_size(text, width)
    is_inside_a_word = text[len(cut) : len(cut) + 1].isalnum()
    return (cut.rpartition(" ")[0] if is_inside_a_word and " " in cut else cut).rstrip(" ,;:")
