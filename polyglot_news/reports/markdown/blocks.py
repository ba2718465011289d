"""What is said of one link, one omitted or one added paragraph: a lead, the texts in question, a line a difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyglot_news.model import Difference, Level, Span
from polyglot_news.reports.markdown.text import BASE_SIGN, EDITION_SIGN, escape, escape_line, mark, passage, shorten
from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.texts import sides_of, texts_of
from polyglot_news.reports.views import View
from polyglot_news.reports.words import WORDS, name_difference, name_side, number_paragraphs

_LONGEST_QUOTE = 60  # characters of a passage that stands marked in its sentence above
_LONGEST_OPENING = 120  # of a paragraph that only moved


def write_block(view: View, block: Block) -> list[str]:
    """Write the lines of a block, an empty one last."""
    sides = [f"{view.base_label} ¶{number_paragraphs(block.base)}"] if block.base else []
    sides += [f"{view.label} ¶{number_paragraphs(block.edition)}"] if block.edition else []
    lines = [f"**{WORDS[block.mark].capitalize()}: {' → '.join(sides)}**", ""]
    is_linked = block.base and block.edition
    for n, quote in enumerate(_quote_linked(view, block) if is_linked else _quote_whole(view, block)):
        lines += [*([">"] if n else []), f"> {quote}"]
    if lines[-1]:
        lines.append("")
    notes = [_note(view, one) for one in block.differences]
    return [*lines, *notes, *([""] if notes else [])]


def _quote_whole(view: View, block: Block) -> Iterator[str]:
    """Quote a paragraph that is left out or added, the original beneath its translation."""
    texts = [view.base.paragraphs[i].text for i in block.base]
    for j in block.edition:
        texts += [view.translated(j), view.edition.paragraphs[j].text]
    yield from (escape_line(text) for text in texts if text.strip())


def _quote_linked(view: View, block: Block) -> Iterator[str]:
    """Quote the sentences that differ, the words marked; of what has moved unchanged, how it begins."""
    for i in block.base:
        paragraph, spans = view.base.paragraphs[i], [one.base for one in block.differences if one.base]
        spans = [span for span in spans if span.paragraph == i]
        label = f"*{view.base_label} ¶{number_paragraphs([i])}*"
        if spans:
            yield f"{label} {passage(paragraph.text, _touched(paragraph.sentences, spans), spans, BASE_SIGN)}"
        elif block.mark is Mark.MOVED and i == block.base[0]:
            yield f"{label} {escape(shorten(paragraph.text, _LONGEST_OPENING))}"
    for j in block.edition:
        spans = [one.edition for one in block.differences if one.edition and one.edition.paragraph == j]
        told = [one.translation for one in block.differences if one.translation and one.translation.paragraph == j]
        if spans or told:
            yield from _quote_edition(view, j, spans, told)


def _quote_edition(view: View, j: int, spans: Sequence[Span], told: Sequence[Span]) -> Iterator[str]:
    """Quote sentences of the edition, the original beneath its translation."""
    original, translated = view.edition.paragraphs[j], view.comparison.translation.paragraphs[j]
    pairs = [
        pair for pair in translated.sentences if _touched([pair.original], spans) or _touched([pair.translation], told)
    ]
    label = f"{view.label} ¶{number_paragraphs([j])}"
    if translated.text.strip():
        shown = [pair.translation for pair in pairs]
        yield f"*{label}, translated* {passage(translated.text, shown, told, EDITION_SIGN)}"
    shown = [pair.original for pair in pairs] or _touched(original.sentences, spans)
    yield f"*{label}* {passage(original.text, shown, spans, EDITION_SIGN)}"


def _touched(sentences: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    return [one for one in sentences if any(one.start < span.end and span.start < one.end for span in spans)]


def _note(view: View, one: Difference) -> str:
    base, edition, original = sides_of(texts_of(view.base, view.comparison, one))
    sides = [mark(shorten(base, _LONGEST_QUOTE), BASE_SIGN)] if base else []
    sides += [mark(shorten(edition, _LONGEST_QUOTE), EDITION_SIGN)] if edition else []
    aside = f" ({escape(original)})" if original and one.level is Level.WORD else ""
    words = " → ".join(sides) or escape(one.note)
    only = f" · {side}" if (side := name_side(one)) else ""
    return f"- {name_difference(one)} {one.confidence:.2f}: {words}{aside}{only}"
