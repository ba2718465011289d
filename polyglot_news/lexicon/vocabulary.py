"""The bilingual news vocabulary: what a Russian or Ukrainian word may be in English, and how common English stems are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import NamedTuple

from polyglot_news.lexicon.lemmas import lemma

_FOLDER = Path(__file__).parent.parent / "data" / "lexicon"
ENGLISH = "en"  # the language of the equivalents; its own table counts stems
_NOTHING: Mapping[str, float] = {}


class Rows(NamedTuple):
    """Lines of two fields in order, of which the first is unique: a text asks for few of them, so none is cut before."""

    lines: list[bytes]  # in UTF-8, whose order is that of the characters

    def get(self, key: str) -> str | None:
        """Return the second field of the line that begins with a key; None where there is none."""
        wanted = f"{key}\t".encode(errors="surrogatepass")
        place = bisect_left(self.lines, wanted)
        line = self.lines[place] if place < len(self.lines) else b""
        return line[len(wanted) :].decode() if line.startswith(wanted) else None


@lru_cache(maxsize=65536)
def equivalents(word: str, language: str) -> Mapping[str, float]:
    """Return the English stems that a word form may be, each with its probability, best first.

    Args:
        word: one word as it stands in the text.
        language: of the word; an empty mapping comes back for languages without a lexicon and for unknown words.
    """
    row = _rows(language).get(lemma(word, language)) or _rows(language).get(word.lower())
    return _NOTHING if row is None else shares(row)


def is_known(language: str) -> bool:
    """Whether the lexicon has words of a language: without them nothing but names and numbers can be told."""
    return _table(language).exists()


def rarity(stem: str) -> float:
    """Weigh an English stem by how few news sentences hold it, in nats (0 for one in every sentence)."""
    counts, total = _background()
    return log((total + 1) / (int(counts.get(stem) or 0) + 1))


def shares(row: str) -> dict[str, float]:
    """Read "a:0.80|b:0.20": stems, each with its share."""
    return {stem: float(share) for stem, share in (one.rsplit(":", 1) for one in row.split("|"))}


def rows(name: str) -> Rows:
    """Read a table of the lexicon: what stands before the tab of each line, and what behind it."""
    return Rows(_lines(name))


def fields(name: str) -> Iterator[list[str]]:
    """Read a table of the lexicon that people write: the fields of each line; empty lines and comments are left out."""
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _rows(language: str) -> Rows:
    table = _table(language)
    return rows(table.name) if language != ENGLISH and table.exists() else Rows([])


@cache
def _background() -> tuple[Rows, int]:
    total, *counts = _lines("en.tsv")
    return Rows(counts), int(total)


def _table(language: str) -> Path:
    return _FOLDER / f"{language}.tsv"


def _lines(name: str) -> list[bytes]:
    return (_FOLDER / name).read_bytes().splitlines()
