"""What is said beneath a paragraph: each difference in one short note."""

from __future__ import annotations

from rich.text import Text

from polyglot_news.model import Difference, DifferenceKind, Level, Span
from polyglot_news.reports.sequence import Block, Mark, mark_of
from polyglot_news.reports.terminal.matrix import span_of
from polyglot_news.reports.terminal.page import Page, defuse, join
from polyglot_news.reports.terminal.styles import QUIET, SIGNS, sign_style
from polyglot_news.reports.terminal.views import View

_NAMES = {DifferenceKind.OMISSION: "left out", DifferenceKind.ADDITION: "added"}
_ROOM_TO_ALIGN = 72  # columns; on a narrower page a note goes on beneath its sign
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
    base = view.base.text_of(difference.base) if difference.base else ""
    theirs, original = edition_texts(view, difference)
    sides = [Text(quote(side, longest)) for side in (base, theirs or original) if side]
    quoted = join(sides, " → ")
    if theirs and original and theirs != original and difference.level is Level.WORD:
        quoted.append(f" ({defuse(original)})", QUIET)
    return quoted


def edition_texts(view: View, difference: Difference) -> tuple[str, str]:
    """Return a difference's words in the translation and in the edition itself, "" for a side that does not exist."""
    original = view.edition.text_of(difference.edition) if difference.edition else ""
    return _translated(view, difference.translation), original


def _moved(block: Block) -> str:
    return f"moved: base ¶{span_of(block.base)}, edition ¶{span_of(block.edition)}"


def _sign(mark: Mark, indent: int) -> Text:
    return Text(" " * indent + f"{SIGNS[mark]} ", sign_style(mark))


def _name(difference: Difference) -> str:
    return _NAMES.get(difference.kind, difference.kind.value)


def _head(difference: Difference, kind_width: int) -> Text:
    kind = Text(f"{_name(difference):<{kind_width}}  ", sign_style(mark_of(difference)))
    return join([kind, Text(f"{difference.confidence:.2f}  ", QUIET)])


def _body(view: View, difference: Difference) -> Text:
    quoted, note = quote_sides(view, difference), Text(defuse(difference.note), QUIET)
    if quoted and note:
        return quoted if _repeats(view, difference) else join([quoted, note], " · ")
    return quoted or note


def _repeats(view: View, difference: Difference) -> bool:
    """Whether the note only says what is seen: the words of both sides, or that one side has none."""
    if difference.kind in {DifferenceKind.OMISSION, DifferenceKind.ADDITION}:
        return difference.note.endswith(" only")
    base = view.base.text_of(difference.base) if difference.base else ""
    return base in difference.note and any(side and side in difference.note for side in edition_texts(view, difference))


def _translated(view: View, span: Span | None) -> str:
    if span is None:
        return ""
    return view.comparison.translation.paragraphs[span.paragraph].text[span.start : span.end]
