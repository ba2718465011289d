"""What a word may mean, in English stems: its equivalents, and English words of similar meaning."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from polyglot_news.lexicon.vocabulary import ENGLISH, Rows, equivalents, rows, shares
from polyglot_news.lexicon.words import stem


@lru_cache(maxsize=65536)
def meanings(word: str, language: str) -> Mapping[str, float]:
    """Return the English stems that a word may stand for, each with a likeness (above 0, at most 1).

    Args:
        word: as it stands in the text.
        language: of the word; the likeliest equivalent counts in full, an English word stands for its own stem.
    """
    stems = {stem(word): 1.0} if language == ENGLISH else equivalents(word, language)
    most = max(stems.values(), default=1.0)
    found: dict[str, float] = {}
    for one, share in stems.items():
        found[one] = max(share / most, found.get(one, 0.0))
        for other, likeness in similar(one).items():
            found[other] = max(likeness * share / most, found.get(other, 0.0))
    return found


@lru_cache(maxsize=65536)
def similar(word_stem: str) -> Mapping[str, float]:
    """Return English stems of similar meaning, each with its likeness (above 0, at most 1); the stem itself is none.

    Args:
        word_stem: as polyglot_news.lexicon.words.stem makes it; an empty mapping comes back for an unknown one.

    Source: pivoting (Bannard & Callison-Burch 2005) over the bilingual vocabulary, made symmetric.
    """
    row = _rows().get(word_stem)
    return {} if row is None else shares(row)


@cache
def _rows() -> Rows:
    return rows("en.similar.tsv")
