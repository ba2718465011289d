"""What is said beneath a paragraph: each difference in one short note."""

from __future__ import annotations

from rich.text import Text

from polyglot_news.model import Difference, DifferenceKind, Level, Span
from polyglot_news.reports.sequence import Block, Mark, mark_of
from polyglot_news.reports.terminal.matrix import span_of
from polyglot_news.reports.terminal.page import Page, defuse, join, tie
from polyglot_news.reports.terminal.styles import QUIET, SIGNS, sign_style
from polyglot_news.reports.terminal.views import View

# Where the sign says more than the kind: words that give way to others are of the contract's kind "omission".
_PASSAGES = {Mark.OMITTED: "left out", Mark.ADDED: "added", Mark.CHANGED: "changed"}
_NAMES = {DifferenceKind.ATTRIBUTION: "source"}
_WHERE = {Mark.OMITTED: "in the base only", Mark.ADDED: "in the edition only"}
_ROOM_TO_ALIGN = 72  # columns; on a narrower page a note goes on beneath its sign
_TO = " → "
_QUOTATION_MARKS = frozenset('"“”„«‘')
_LONGEST_QUOTE = 48  # characters: enough to find the place, which is emphasised in the text


def note_block(page: Page, view: View, block: Block, indent: int) -> list[Text]:
    """Write the notes of a link, a moved one saying so first."""
    lines = []
    if block.mark is Mark.MOVED:
        lines += page.hang(_sign(Mark.MOVED, indent), Text(_moved(block), sign_style(Mark.MOVED)))
    kind_width = max((len(_name(difference)) for difference in block.differences), default=0)
    for difference in block.differences:
        head, body = _head(difference, kind_width), _body(view, difference)
        sign = _sign(mark_of(difference), indent)
        if page.width >= _ROOM_TO_ALIGN:
            lines += page.hang(join([sign, head]), body)
        else:
            lines += page.hang(sign, join([head, body]))
    return lines


def quote(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """Put text in quotation marks unless it begins with one, cut at a word where it is long."""
    if len(text) > longest:
        text = (text[:longest].rsplit(" ", 1)[0] if " " in text[:longest] else text[:longest]).rstrip(" ,;:") + "…"
    return defuse(text if text[:1] in _QUOTATION_MARKS else f"“{text}”")


def quote_sides(view: View, difference: Difference, longest: int = _LONGEST_QUOTE) -> Text:
    """Quote both sides of a difference, the edition in translation and, for single words, as it is written there."""
    base, theirs, original = _texts(view, difference)
    quoted = join([Text(quote(side, longest)) for side in (base, theirs or original) if side], _TO)
    if theirs and original and theirs != original and difference.level is Level.WORD:
        quoted.append(f" ({defuse(original)})", QUIET)
    return quoted


def quote_within(view: View, difference: Difference, room: int, longest: int) -> Text:
    """Quote both sides of a difference so that neither pushes the other out of one line.

    Args:
        view: that the difference is of.
        difference: to quote.
        room: columns of the line.
        longest: characters of a side, however much room there is.
    """
    quoted = quote_sides(view, difference, longest)
    base, theirs, original = _texts(view, difference)
    other = theirs or original
    if quoted.cell_len <= room or not (base and other):
        return quoted
    aside = len(f" ({original})") if difference.level is Level.WORD and theirs and original else 0
    left = room - len(_TO) - 2 * len("“…”") - aside
    shorter = min(len(base), len(other))
    return quote_sides(view, difference, max(left // 2 if shorter > left // 2 else left - shorter, 1))


def _moved(block: Block) -> str:
    return f"moved: base ¶{span_of(block.base)}, edition ¶{span_of(block.edition)}"


def _sign(mark: Mark, indent: int) -> Text:
    return Text(" " * indent + f"{SIGNS[mark]} ", sign_style(mark))


def _name(difference: Difference) -> str:
    if difference.kind in {DifferenceKind.OMISSION, DifferenceKind.ADDITION}:
        return _PASSAGES[mark_of(difference)]
    return _NAMES.get(difference.kind, difference.kind.value)


def _head(difference: Difference, kind_width: int) -> Text:
    kind = Text(f"{_name(difference):<{kind_width}}  ", sign_style(mark_of(difference)))
    return join([kind, Text(f"{difference.confidence:.2f}  ", QUIET)])


def _body(view: View, difference: Difference) -> Text:
    quoted, note = quote_sides(view, difference), defuse(difference.note)
    if quoted and _repeats(view, difference):
        note = tie(_where(difference))
    return join([one for one in (quoted, Text(note, QUIET)) if one], " · ")


def _where(difference: Difference) -> str:
    """Say which side alone has it, unless the name of the difference says so."""
    says_so = difference.kind in {DifferenceKind.OMISSION, DifferenceKind.ADDITION}
    return "" if says_so else _WHERE.get(mark_of(difference), "")


def _repeats(view: View, difference: Difference) -> bool:
    """Whether the note only says what is seen: the words of both sides, or that one side has none."""
    if not difference.note or difference.note.endswith(tuple(_WHERE.values())):
        return True
    base, theirs, original = _texts(view, difference)
    return base in difference.note and any(side and side in difference.note for side in (theirs, original))


def _texts(view: View, difference: Difference) -> tuple[str, str, str]:
    """The words of a difference in the base, in the translation and in the edition; "" for what does not exist."""
    base = view.base.text_of(difference.base) if difference.base else ""
    original = view.edition.text_of(difference.edition) if difference.edition else ""
    return base, _translated(view, difference.translation), original


def _translated(view: View, span: Span | None) -> str:
    if span is None:
        return ""
    return view.comparison.translation.paragraphs[span.paragraph].text[span.start : span.end]
