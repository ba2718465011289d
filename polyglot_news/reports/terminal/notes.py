"""What is said beneath a paragraph: each difference in one short note."""

from __future__ import annotations

from polyglot_news.model import Difference
from polyglot_news.reports.sequence import Block, Mark, mark_of
from polyglot_news.reports.terminal.line import Line, join
from polyglot_news.reports.terminal.page import Page, defuse, tie
from polyglot_news.reports.terminal.quotes import quote_sides
from polyglot_news.reports.terminal.styles import QUIET, sign_style
from polyglot_news.reports.texts import only_repeats, texts_of
from polyglot_news.reports.views import View
from polyglot_news.reports.words import SIGNS, WORDS, name_difference, name_side, number_paragraphs

_ROOM_TO_ALIGN = 72  # columns; on a narrower page a note goes on beneath its sign
_LONGEST_QUOTE = 49  # columns with the ellipsis: enough to find the place, which is emphasised in the text


def note_block(page: Page, view: View, block: Block, indent: int) -> list[Line]:
    """Write the notes of a link, a moved one saying so first."""
    lines = []
    if block.mark is Mark.MOVED:
        lines += page.hang(_sign(Mark.MOVED, indent), Line.of(_moved(block), sign_style(Mark.MOVED)))
    kind_width = max((len(name_difference(difference)) for difference in block.differences), default=0)
    for difference in block.differences:
        head, body = _head(difference, kind_width), _body(view, difference)
        sign = _sign(mark_of(difference), indent)
        if page.width >= _ROOM_TO_ALIGN:
            lines += page.hang(join([sign, head]), body)
        else:
            lines += page.hang(sign, join([head, body]))
    return lines


def _moved(block: Block) -> str:
    return f"{WORDS[Mark.MOVED]}: base ¶{number_paragraphs(block.base)}, edition ¶{number_paragraphs(block.edition)}"


def _sign(mark: Mark, indent: int) -> Line:
    return Line.of(" " * indent + f"{SIGNS[mark]} ", sign_style(mark))


def _head(difference: Difference, kind_width: int) -> Line:
    kind = Line.of(f"{name_difference(difference):<{kind_width}}  ", sign_style(mark_of(difference)))
    return join([kind, Line.of(f"{difference.confidence:.2f}  ", QUIET)])


def _body(view: View, difference: Difference) -> Line:
    quoted, note = quote_sides(view, difference, _LONGEST_QUOTE), defuse(difference.note)
    if quoted and only_repeats(difference.note, texts_of(view.base, view.comparison, difference)):
        note = tie(name_side(difference))
    return join([one for one in (quoted, Line.of(note, QUIET)) if one], " · ")
