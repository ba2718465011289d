"""The words of a difference: in the base, in the edition, and in the edition's translation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from polyglot_news.model import Article, Comparison, Difference, Paragraph, Span, TranslatedParagraph
from polyglot_news.reports.words import ONE_SIDED


class Texts(NamedTuple):
    """What a difference is about; "" for a side that does not exist."""

    base: str
    edition: str  # in the original
    translation: str


def texts_of(base: Article, comparison: Comparison, difference: Difference) -> Texts:
    """Return the words of a difference, untouched."""
    return Texts(
        text_at(base.paragraphs, difference.base),
        text_at(comparison.edition.paragraphs, difference.edition),
        text_at(comparison.translation.paragraphs, difference.translation),
    )


def text_at(paragraphs: Sequence[Paragraph | TranslatedParagraph], span: Span | None) -> str:
    """Return the text that a span points to; "" for none."""
    return paragraphs[span.paragraph].text[span.start : span.end] if span else ""


def only_repeats(note: str, texts: Texts) -> bool:
    """Whether a note says only what is seen: the words of both sides, or that one side has none."""
    if not note or note.endswith(tuple(ONE_SIDED.values())):
        return True
    return texts.base in note and any(side and side in note for side in (texts.translation, texts.edition))
