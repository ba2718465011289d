"""Tables of word forms in a short notation, so that a linguist can read and add to them.

`12:двенадцат+ь,и,ью` gives the key 12 to three forms; `12:дюжин*` to every word that begins so and goes on for at most
four letters; entries are parted by white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_LONGEST_ENDING = 4  # letters behind a beginning: «километров|ый», «летн|ими»


class Forms(NamedTuple):
    """Words and beginnings of words, each with its key."""

    exact: Mapping[str, str]
    beginnings: Mapping[str, str]

    def key(self, plain: str) -> str | None:
        """Return the key of a word that is plain already; None for a word that is not in the table."""
        found = self.exact.get(plain)
        if found is None and self.beginnings:
            for length in range(len(plain), max(2, len(plain) - _LONGEST_ENDING) - 1, -1):
                if (found := self.beginnings.get(plain[:length])) is not None:
                    break
        return found


def read_forms(source: str) -> Forms:
    """Read a table in the notation of this module."""
    exact: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for entry in source.split():
        key, _, pattern = entry.partition(":")
        if pattern.endswith("*"):
            *words, beginning = pattern[:-1].split(",")
            exact.update(dict.fromkeys(words, key))
            beginnings[beginning] = key
        else:
            exact.update(dict.fromkeys(_spelled(pattern), key))
    return Forms(exact, beginnings)


@lru_cache(maxsize=65536)
def plain_word(word: str) -> str:
    """Return a word in lower case, with one apostrophe for all, and е for ё."""
    return plainly(word)


def plainly(text: str) -> str:
    """Spell a text of any length as `plain_word` does, without keeping it."""
    return text.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")


@lru_cache(maxsize=256)
def plain_words(text: str) -> frozenset[str]:
    """Return the words of a text, plain."""
    return frozenset(map(plain_word, _WORD.findall(text)))


def spellings(text: str, plain: frozenset[str]) -> frozenset[str]:
    """Return how some plain words are written in a text."""
    return frozenset(word for word in _WORD.findall(text) if plain_word(word) in plain)


def _spelled(pattern: str) -> Iterator[str]:
    head, plus, endings = pattern.partition("+")
    *words, stem = head.split(",")
    yield from words
    yield from (stem + ending for ending in endings.split(",")) if plus else (stem,)
