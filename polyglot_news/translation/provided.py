"""Translations that the user brings, one paragraph a line, and none at all: both with a span for every sentence.

Which sentence of a line tells which sentence of the original: one to one where both have as many; else by place.
Both texts are laid on the same stretch from 0 to 1 by their characters; a translated sentence belongs to the original
sentence in whose part its middle falls, and an original sentence that gets none points to the one that lies over its
own middle. So every sentence on either side is held by some span.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from polyglot_news.errors import InputError
from polyglot_news.model import (
    Article,
    Paragraph,
    Span,
    TranslatedParagraph,
    TranslatedSentence,
    Translation,
    TranslationKind,
)
from polyglot_news.sentences import split


def provided(edition: Article, lines: Sequence[str], into: str, source: str) -> Translation:
    """Take a translation that the user has.

    Args:
        edition: what was translated.
        lines: one for each paragraph of the edition, in order; empty where nothing was translated.
        into: the language of the lines.
        source: where they come from, for messages.

    Raises:
        InputError: there are not as many lines as paragraphs.
    """
    n_paragraphs = len(edition.paragraphs)
    kept = [line.strip() for line in lines]
    while len(kept) > n_paragraphs and not kept[-1]:  # blank lines at the end of a file mean nothing
        kept.pop()
    if len(kept) != n_paragraphs:
        counts = f"{len(kept)} lines, but {edition.source} has {n_paragraphs} paragraphs"
        hint = f"one line for each paragraph, empty where there is none; pn extract {edition.source} shows them"
        raise InputError(f"{source}: has {counts}", hint=hint)
    paragraphs = tuple(
        _paired(k, paragraph, line, into)
        for k, (paragraph, line) in enumerate(zip(edition.paragraphs, kept, strict=True))
    )
    n_sentences = sum(len(paragraph.sentences) for paragraph in paragraphs if paragraph.text)
    return Translation(TranslationKind.PROVIDED, into, None, paragraphs, sentences=n_sentences)


def untranslated(edition: Article, into: str) -> Translation:
    """Stand in for a translation where none is wanted: no text, and an empty span for every sentence."""
    paragraphs = tuple(_paired(k, paragraph, "", into) for k, paragraph in enumerate(edition.paragraphs))
    return Translation(TranslationKind.NONE, into, None, paragraphs)


def _paired(k: int, original: Paragraph, text: str, into: str) -> TranslatedParagraph:
    theirs = original.sentences
    ours = [Span(k, start, end) for start, end in split(text, into)]
    if not ours:
        spans = [Span(k, 0, 0)] * len(theirs)
    elif len(ours) == len(theirs):
        spans = ours
    else:
        spans = _by_place(theirs, ours)
    return TranslatedParagraph(text, tuple(TranslatedSentence(o, s) for o, s in zip(theirs, spans, strict=True)))


def _by_place(theirs: Sequence[Span], ours: Sequence[Span]) -> list[Span]:
    their_ends, our_ends = _ends(theirs), _ends(ours)
    owners = [_at(their_ends, middle) for middle in _middles(our_ends)]
    spans = []
    for i, middle in enumerate(_middles(their_ends)):
        held = [span for span, owner in zip(ours, owners, strict=True) if owner == i] or [ours[_at(our_ends, middle)]]
        spans.append(Span(held[0].paragraph, held[0].start, held[-1].end))
    return spans


def _ends(spans: Sequence[Span]) -> list[float]:
    """Where each span ends on the stretch from 0 to 1, white space between them not counted."""
    total = sum(span.end - span.start for span in spans)
    ends, so_far = [], 0
    for span in spans:
        so_far += span.end - span.start
        ends.append(so_far / total)
    return ends


def _middles(ends: Sequence[float]) -> list[float]:
    return [(start + end) / 2 for start, end in zip([0.0, *ends], ends, strict=False)]


def _at(ends: Sequence[float], place: float) -> int:
    return min(bisect_right(ends, place), len(ends) - 1)
