"""What a word may mean, in English stems: its equivalents, and English words of similar meaning."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from polyglot_news.lexicon.vocabulary import equivalents
from polyglot_news.lexicon.words import stem

ENGLISH = "en"  # every meaning is told by English stems
_TABLE = Path(__file__).parent.parent / "data" / "lexicon" / "en.similar.tsv.gz"


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
    return (
        {} if row is None else {other: float(share) for other, share in (one.rsplit(":", 1) for one in row.split("|"))}
    )


@cache
def _rows() -> dict[str, str]:
    with gzip.open(_TABLE, "rt", encoding="utf-8") as lines:
        return dict(line.rstrip("\n").split("\t", 1) for line in lines)
