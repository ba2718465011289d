"""How far a translation can be trusted, told by the lexicon: how often it has a word that the original asks for."""

from __future__ import annotations

from collections.abc import Iterable

from polyglot_news.lexicon.vocabulary import equivalents
from polyglot_news.lexicon.words import is_stopword, spellings, stem
from polyglot_news.model import Article, Translation

# Share of the original's known words that the translation renders by a word of the lexicon. WMT systems of middling
# quality reach .73 to .96 an article (median .90), the paragraphs of another article .00 to .23 (.06), starter package
# 0.1 .31 to .72 (.51); 83 documents, 2026-11-24.
_BY_CHANCE, _OF_A_GOOD_ONE = 0.1, 0.8
# Below this, what a translation alone says is no evidence, and no reading: passages found by such a starter translation
# were wrong twice as often as those found without one, corpora/, 2026-11-24.
TRUSTED = 0.9
_LEAST = 0.05  # names and numbers survive the worst translation


def is_rough(edition: Article, translation: Translation) -> bool:
    """Whether a translation was made but says too little of what the original says."""
    return reliability_of(edition, translation) < TRUSTED


def reliability_of(edition: Article, translation: Translation) -> float:
    """Judge the translation of an edition, 0.05 to 1; 1.0 where nothing was translated."""
    pairs = [
        (original.text, original.language, told.text)
        for original, told in zip(edition.paragraphs, translation.paragraphs, strict=True)
    ]
    return reliability(pairs) if any(told for *_, told in pairs) else 1.0


def reliability(pairs: Iterable[tuple[str, str, str]]) -> float:
    """Judge a translation.

    Args:
        pairs: original, its language, its translation.

    Returns:
        0.05 to 1; 1.0 where the lexicon knows no word of the original and cannot tell.
    """
    known = answered = 0
    for original, language, translation in pairs:
        told = {stem(word) for word in spellings(translation)}
        for word in spellings(original):
            asked = {} if is_stopword(word, language) else equivalents(word, language)
            known += bool(asked)
            answered += not told.isdisjoint(asked)
    if not known:
        return 1.0
    return min(1.0, max(_LEAST, (answered / known - _BY_CHANCE) / (_OF_A_GOOD_ONE - _BY_CHANCE)))
