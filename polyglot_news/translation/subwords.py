"""Byte-pair encoding of words: merges learned elsewhere, applied here.

Source: Sennrich, Haddow & Birch (2016) and the file format of subword-nmt, "#version: 0.2" and the older one without a
version. The merge with the lowest rank goes first, everywhere in the word, until none is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

JOINT = "@@"  # ends every piece of a word but the last
_WORD_END = "</w>"
_MOST_CACHED = 50_000  # words; an article has some hundreds


class Merges:
    """A table of merges, and the words already cut by it."""

    def __init__(self, ranks: Mapping[tuple[str, str], int], *, end_is_a_symbol: bool) -> None:
        """Take the ranks; `end_is_a_symbol`, as in format 0.1: the end of a word is no part of its last symbol."""
        self._ranks = ranks
        self._end_is_a_symbol = end_is_a_symbol
        self._cut: dict[str, tuple[str, ...]] = {}

    def cut(self, words: Iterable[str]) -> list[str]:
        """Return the pieces of all words, each but the last of a word ending in "@@"."""
        pieces: list[str] = []
        for word in words:
            if word:
                *inner, last = self._pieces_of(word)
                pieces += [piece + JOINT for piece in inner]
                pieces.append(last)
        return pieces

    def _pieces_of(self, word: str) -> tuple[str, ...]:
        if word not in self._cut:
            if len(self._cut) >= _MOST_CACHED:
                self._cut.clear()
            self._cut[word] = self._merged(word)
        return self._cut[word]

    def _merged(self, word: str) -> tuple[str, ...]:
        symbols = [*word, _WORD_END] if self._end_is_a_symbol else [*word[:-1], word[-1] + _WORD_END]
        unknown = len(self._ranks)
        while len(symbols) > 1:
            pair = min(pairwise(symbols), key=lambda pair: self._ranks.get(pair, unknown))
            if pair not in self._ranks:
                break
            symbols = _joined(symbols, pair)
        if symbols[-1] == _WORD_END:
            return tuple(symbols[:-1])
        return (*symbols[:-1], symbols[-1].removesuffix(_WORD_END))


def parse_merges(text: str) -> Merges:
    """Read a file of merges.

    Raises:
        ValueError: a line holds not exactly two symbols, or the version is not known.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    version = "0.1"
    if lines[0].startswith("#version:"):
        version = lines.pop(0).split(":")[1].strip()
    if version not in {"0.1", "0.2"}:
        raise ValueError(version)
    ranks: dict[tuple[str, str], int] = {}
    for rank, line in enumerate(lines):
        symbols = line.strip("\r\n ").split(" ")
        if symbols == [""]:
            continue
        first, second = symbols
        ranks.setdefault((first, second), rank)  # of a merge listed twice the first counts
    return Merges(ranks, end_is_a_symbol=version == "0.1")


def _joined(symbols: Sequence[str], pair: tuple[str, str]) -> list[str]:
    joined: list[str] = []
    i = 0
    while i < len(symbols):
        if i + 1 < len(symbols) and (symbols[i], symbols[i + 1]) == pair:
            joined.append(symbols[i] + symbols[i + 1])
            i += 2
        else:
            joined.append(symbols[i])
            i += 1
    return joined
