"""The bilingual news vocabulary: what a Russian or Ukrainian word may be in English, and how common English stems are."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from math import log
from pathlib import Path

from polyglot_news.lexicon.lemmas import lemma

_FOLDER = Path(__file__).parent.parent / "data" / "lexicon"
_INTO = "en"  # the language of the equivalents; its own table counts stems
_NOTHING: Mapping[str, float] = {}


@lru_cache(maxsize=65536)
def equivalents(word: str, language: str) -> Mapping[str, float]:
    """Return the English stems that a word form may be, each with its probability, best first.

    Args:
        word: one word as it stands in the text.
        language: of the word; an empty mapping comes back for languages without a lexicon and for unknown words.
    """
    row = _rows(language).get(lemma(word, language)) or _rows(language).get(word.lower())
    if row is None:
        return _NOTHING
    pairs = (one.rsplit(":", 1) for one in row.split("|"))
    return {stem: float(share) for stem, share in pairs}


def commonness(stem: str) -> float:
    """Share of news sentences that hold an English stem, 0..1; 0.0 for a stem never seen."""
    counts, total = _background()
    return counts.get(stem, 0) / total


def rarity(stem: str) -> float:
    """Weigh an English stem by how few news sentences hold it, in nats (0 for one in every sentence)."""
    counts, total = _background()
    return log((total + 1) / (counts.get(stem, 0) + 1))


@cache
def _rows(language: str) -> dict[str, str]:
    path = _FOLDER / f"{language}.tsv.gz"
    if language == _INTO or not path.exists():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return dict(line.rstrip("\n").split("\t", 1) for line in lines)


@cache
def _background() -> tuple[dict[str, int], int]:
    with gzip.open(_FOLDER / "en.tsv.gz", "rt", encoding="utf-8") as lines:
        total = int(next(lines))
        return {stem: int(count) for stem, count in (line.rstrip("\n").split("\t") for line in lines)}, total
