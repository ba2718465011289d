"""Magnitudes that are no numbers: "dozens", "tens of thousands", «сотни», «несколько тысяч»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import floor, log10
from typing import NamedTuple

from polyglot_news.lexicon.forms import plain_word, plain_words
from polyglot_news.lexicon.number_words import magnitude, magnitudes

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_FEW = {
    "en": frozenset(["few", "several", "couple", "many"]),
    "ru": frozenset(["несколько", "нескольких", "нескольким", "несколькими", "пару", "пара", "многие", "многих"]),
    "uk": frozenset(["кілька", "кількох", "кільком", "кількома", "декілька", "декількох", "пару", "пара", "багато"]),
}
_LINKS = frozenset(["of"])


class Magnitude(NamedTuple):
    """A magnitude in a text: text[start:end]; 10,000 for "tens of thousands"."""

    start: int
    end: int
    value: float  # a power of ten


def find_magnitudes(text: str, language: str) -> tuple[Magnitude, ...]:
    """Find the magnitudes of a text, in order; those that belong to a number among them."""
    if _starts(language).isdisjoint(plain_words(text)):
        return ()
    return tuple(_magnitudes(text, language))


def _magnitudes(text: str, language: str) -> Iterator[Magnitude]:
    start, end, value, is_few = -1, -1, 1.0, False
    for match in _WORD.finditer(text):
        word = plain_word(match[0])
        large = 10.0 if word == "tens" and language == "en" else magnitude(word, language) if len(word) > 1 else None
        if large is not None and (start >= 0 or is_few or _is_plural(word, language)):
            start, end, value = (start if start >= 0 else match.start()), match.end(), value * large
        elif not (start >= 0 and word in _LINKS):
            if start >= 0:
                yield Magnitude(start, end, 10.0 ** floor(log10(value)))
            start, value = -1, 1.0
        is_few = word in _FEW.get(language, ())
    if start >= 0:
        yield Magnitude(start, end, 10.0 ** floor(log10(value)))


def _is_plural(word: str, language: str) -> bool:
    return word.endswith("s") if language == "en" else len(word) > 4  # no abbreviation: «тыс.»  # noqa: PLR2004


@cache
def _starts(language: str) -> frozenset[str]:
    return magnitudes(language) | ({"tens"} if language == "en" else set())
