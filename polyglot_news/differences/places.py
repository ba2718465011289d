"""From a passage of the translation to its place in the original edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from polyglot_news.differences.coverage import Coverage
from polyglot_news.differences.spans import around, holding
from polyglot_news.differences.tokens import Token
from polyglot_news.model import Article, Level, Span, TranslatedSentence, Translation

_MOST = 0.8  # share of a sentence from which a passage of the translation is that sentence


def sentence_behind(translation: Translation, span: Span) -> TranslatedSentence | None:
    """The translated sentence that a passage of the translation lies in."""
    sentences = translation.paragraphs[span.paragraph].sentences
    overlaps = {one: _overlap(one.translation, span) for one in sentences}
    best = max(sentences, key=lambda one: overlaps[one], default=None)
    return best if best is not None and overlaps[best] else None


def original_place(
    edition: Article, translation: Translation, coverage: Coverage, run: tuple[int, int], found: tuple[Span, Level]
) -> Span:
    """Find what a passage of the translation stands for in the original.

    Args:
        edition: the original.
        translation: of the edition.
        coverage: of the link.
        run: the first and the last token of the passage in `coverage.translated`.
        found: the passage in the translation, and its level.

    Returns:
        The words or the sentence of the original; the whole paragraph where nothing tells more.
    """
    span, level = found
    behind = sentence_behind(translation, span)
    if level is Level.SENTENCE and behind and _overlap(behind.translation, span) >= _MOST * _length(behind.translation):
        return behind.original
    answers = (coverage.translated_to_original.get(t) for t in range(run[0], run[1] + 1))
    hits = [o for o in answers if o is not None and coverage.original[o].place.paragraph == span.paragraph]
    sentences = edition.paragraphs[span.paragraph].sentences
    likeliest = _likeliest(hits, coverage.original, sentences) or (behind.original if behind else None)
    if likeliest is None:
        return Span(span.paragraph, 0, len(edition.paragraphs[span.paragraph].text))
    inside = sorted(o for o in hits if holding([likeliest], coverage.original[o]))
    if level is Level.SENTENCE or not inside:
        return likeliest
    return _clause(inside, coverage.original, likeliest, edition.paragraphs[span.paragraph].text)


def _likeliest(hits: Sequence[int], original: Sequence[Token], sentences: Sequence[Span]) -> Span | None:
    votes = Counter(sentence for o in hits if (sentence := holding(sentences, original[o])) is not None)
    return min(votes, key=lambda one: (-votes[one], one)) if votes else None


def _clause(inside: Sequence[int], original: Sequence[Token], sentence: Span, text: str) -> Span:
    first, last = inside[0], inside[-1]
    before = original[first - 1] if first and holding([sentence], original[first - 1]) else None
    after = original[last + 1] if last + 1 < len(original) and holding([sentence], original[last + 1]) else None
    return around(original[first : last + 1], before, after, text)


def _overlap(one: Span, other: Span) -> int:
    if one.paragraph != other.paragraph:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(span: Span) -> int:
    return max(1, span.end - span.start)
