"""The words of a difference: in the base, in the edition, and in the edition's translation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from polyglot_news.lexicon.forms import plainly
from polyglot_news.model import Article, Comparison, Difference, Paragraph, Span, TranslatedParagraph
from polyglot_news.reports.words import ONE_SIDED


class Texts(NamedTuple):
    """What a difference is about; "" for a side that does not exist."""

    base: str
    edition: str  # in the original
    translation: str


class Sides(NamedTuple):
    """A difference as people read it: base → edition (aside); "" for what is not shown."""

    base: str
    edition: str  # in the base's language where there is a translation, and the words differ in it
    aside: str  # the edition in its other language


def texts_of(base: Article, comparison: Comparison, difference: Difference) -> Texts:
    """Return the words of a difference, untouched."""
    return Texts(
        text_at(base.paragraphs, difference.base),
        text_at(comparison.edition.paragraphs, difference.edition),
        text_at(comparison.translation.paragraphs, difference.translation),
    )


def sides_of(texts: Texts) -> Sides:
    """Return what to show of a difference, the edition in translation and its original aside.

    A translation may spell a changed word as the base does: then the original is what differs. Where that is spelled so
    too, or is not there, one side says all, and nothing is shown to become itself.
    """
    base, original, translated = texts
    edition, aside = (translated, original) if translated else (original, "")
    if base and spelled_alike(base, edition):
        if not aside or spelled_alike(base, aside):
            return Sides("", edition, "")
        edition, aside = aside, edition
    return Sides(base, edition, "" if aside == edition else aside)


def spelled_alike(one: str, other: str) -> bool:
    """Whether a reader sees the same words twice, whatever their capitals, apostrophes and spaces."""
    return plainly(one).split() == plainly(other).split()


def text_at(paragraphs: Sequence[Paragraph | TranslatedParagraph], span: Span | None) -> str:
    """Return the text that a span points to; "" for none."""
    return paragraphs[span.paragraph].text[span.start : span.end] if span else ""


def only_repeats(note: str, texts: Texts) -> bool:
    """Whether a note says only what is seen: the words of both sides, or that one side has none."""
    if not note or note.endswith(tuple(ONE_SIDED.values())):
        return True
    return texts.base in note and any(side and side in note for side in (texts.translation, texts.edition))
