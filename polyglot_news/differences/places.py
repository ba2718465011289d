"""From a passage of the translation to its place in the original edition, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from polyglot_news.differences.runs import Run
from polyglot_news.differences.sides import LinkedTexts, Side
from polyglot_news.differences.spans import closed
from polyglot_news.differences.texts import Texts
from polyglot_news.model import Level, Span, TranslatedSentence

_MOST = 0.8  # share of a sentence from which a passage of the translation is that sentence


def place_in_original(texts: Texts, linked: LinkedTexts, run: Run) -> Span:
    """Find what a passage of the translation stands for in the original.

    Returns:
        The words or the sentence of the original; the whole paragraph where nothing tells more.
    """
    span = run.span
    behind = sentence_behind(texts, span)
    if (
        run.level is Level.SENTENCE
        and behind
        and _overlap(behind.translation, span) >= _MOST * _length(behind.translation)
    ):
        return behind.original
    partner = linked.translated_to_original.partner
    hits = [int(partner[k]) for k in run.words if partner[k] >= 0]
    units = {linked.original.words[o].unit for o in hits} - {-1}
    hits += [o for o, word in enumerate(linked.original.words) if word.unit in units and o not in hits]
    hits = [o for o in hits if linked.original.paragraph[o] == span.paragraph]
    sentence = _likeliest(hits, linked.original) or (behind.original if behind else None)
    if sentence is None:
        return Span(span.paragraph, 0, len(texts.edition.paragraphs[span.paragraph].text))
    inside = [o for o in hits if _holds(sentence, linked.original, o)]
    if run.level is Level.SENTENCE or not inside:
        return sentence
    return _hull(sorted(inside), linked.original, texts.edition.paragraphs[span.paragraph].text)


def place_in_translation(texts: Texts, linked: LinkedTexts, run: Run) -> Span | None:
    """Find what a passage of the original became in the translation; None where that cannot be said."""
    sentences = texts.translation.paragraphs[run.span.paragraph].sentences
    if run.level is Level.SENTENCE:
        return next((one.translation for one in sentences if one.original == run.span), None)
    back = linked.translated_to_original.reversed().partner
    hits = sorted(int(back[k]) for k in run.words if back[k] >= 0)
    hits = [k for k in hits if linked.translated.paragraph[k] == run.span.paragraph]
    if not hits or hits[-1] - hits[0] > 2 * (run.last - run.first + 1):
        return None
    return _hull(hits, linked.translated, texts.translation.paragraphs[run.span.paragraph].text)


def sentence_behind(texts: Texts, span: Span) -> TranslatedSentence | None:
    """The translated sentence that a passage of the translation lies in."""
    sentences = texts.translation.paragraphs[span.paragraph].sentences
    overlaps = {one: _overlap(one.translation, span) for one in sentences}
    best = max(sentences, key=lambda one: overlaps[one], default=None)
    return best if best is not None and overlaps[best] else None


def _likeliest(hits: Sequence[int], side: Side) -> Span | None:
    votes = Counter(int(side.sentence[o]) for o in hits if side.sentence[o] >= 0)
    return side.sentences[min(votes, key=lambda one: (-votes[one], one))] if votes else None


def _holds(sentence: Span, side: Side, word: int) -> bool:
    return side.paragraph[word] == sentence.paragraph and sentence.start <= side.words[word].start < sentence.end


def _hull(places: Sequence[int], side: Side, text: str) -> Span:
    """From the first to the last of some words, without those that stand far from the middle."""
    middle = places[len(places) // 2]
    quantity = side.words[places[0]].quantity
    if quantity and all(side.words[k].quantity is quantity for k in places):
        return side.place_of(quantity, places[0])
    # As far as phrases are torn apart by other word order.
    near = [k for k in places if abs(k - middle) <= 3 * len(places) + 3]
    return closed(Span(side.paragraph[near[0]], side.words[near[0]].start, side.words[near[-1]].end), text)


def _overlap(one: Span, other: Span) -> int:
    if one.paragraph != other.paragraph:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(span: Span) -> int:
    return max(1, span.end - span.start)
