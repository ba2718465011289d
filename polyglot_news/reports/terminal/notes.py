"""What is said beneath a paragraph: each difference in one short note."""

from __future__ import annotations

from polyglot_news.model import Difference, DifferenceKind
from polyglot_news.reports.sequence import Block, Mark, mark_of
from polyglot_news.reports.terminal.line import Line, join
from polyglot_news.reports.terminal.page import Page, defuse, tie
from polyglot_news.reports.terminal.places import span_of
from polyglot_news.reports.terminal.quotes import quote_sides, texts_of
from polyglot_news.reports.terminal.styles import QUIET, SIGNS, sign_style
from polyglot_news.reports.terminal.views import View

# Where the sign says more than the kind: words that give way to others are of the contract's kind "omission".
_PASSAGES = {Mark.OMITTED: "left out", Mark.ADDED: "added", Mark.CHANGED: "changed"}
_NAMES = {DifferenceKind.ATTRIBUTION: "source"}
_WHERE = {Mark.OMITTED: "in the base only", Mark.ADDED: "in the edition only"}
_ROOM_TO_ALIGN = 72  # columns; on a narrower page a note goes on beneath its sign
_LONGEST_QUOTE = 48  # columns: enough to find the place, which is emphasised in the text


def note_block(page: Page, view: View, block: Block, indent: int) -> list[Line]:
    """Write the notes of a link, a moved one saying so first."""
    lines = []
    if block.mark is Mark.MOVED:
        lines += page.hang(_sign(Mark.MOVED, indent), Line.of(_moved(block), sign_style(Mark.MOVED)))
    kind_width = max((len(_name(difference)) for difference in block.differences), default=0)
    for difference in block.differences:
        head, body = _head(difference, kind_width), _body(view, difference)
        sign = _sign(mark_of(difference), indent)
        if page.width >= _ROOM_TO_ALIGN:
            lines += page.hang(join([sign, head]), body)
        else:
            lines += page.hang(sign, join([head, body]))
    return lines


def _moved(block: Block) -> str:
    return f"moved: base ¶{span_of(block.base)}, edition ¶{span_of(block.edition)}"


def _sign(mark: Mark, indent: int) -> Line:
    return Line.of(" " * indent + f"{SIGNS[mark]} ", sign_style(mark))


def _name(difference: Difference) -> str:
    if difference.kind in {DifferenceKind.OMISSION, DifferenceKind.ADDITION}:
        return _PASSAGES[mark_of(difference)]
    return _NAMES.get(difference.kind, difference.kind.value)


def _head(difference: Difference, kind_width: int) -> Line:
    kind = Line.of(f"{_name(difference):<{kind_width}}  ", sign_style(mark_of(difference)))
    return join([kind, Line.of(f"{difference.confidence:.2f}  ", QUIET)])


def _body(view: View, difference: Difference) -> Line:
    quoted, note = quote_sides(view, difference, _LONGEST_QUOTE), defuse(difference.note)
    if quoted and _repeats(view, difference):
        note = tie(_where(difference))
    return join([one for one in (quoted, Line.of(note, QUIET)) if one], " · ")


def _where(difference: Difference) -> str:
    """Say which side alone has it, unless the name of the difference says so."""
    says_so = difference.kind in {DifferenceKind.OMISSION, DifferenceKind.ADDITION}
    return "" if says_so else _WHERE.get(mark_of(difference), "")


def _repeats(view: View, difference: Difference) -> bool:
    """Whether the note only says what is seen: the words of both sides, or that one side has none."""
    if not difference.note or difference.note.endswith(tuple(_WHERE.values())):
        return True
    base, theirs, original = texts_of(view, difference)
    return base in difference.note and any(side and side in difference.note for side in (theirs, original))
