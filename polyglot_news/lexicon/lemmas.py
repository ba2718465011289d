"""Lemmas of Russian and Ukrainian words, by the dictionaries of pymorphy3."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module
from typing import Protocol

from polyglot_news.lexicon.forms import plain_word

_CYRILLIC = re.compile(r"[\u0400-\u04ff'\-]+")


@lru_cache(maxsize=65536)
def lemma(word: str, language: str) -> str:
    """Return the most likely dictionary form of a word form, in lower case.

    Args:
        word: one word.
        language: ru or uk; words of other languages come back in lower case.
    """
    plain = plain_word(word)
    if language not in {"ru", "uk"} or not _CYRILLIC.fullmatch(plain):
        return plain  # pymorphy3 fails on letters that Unicode has no name for
    return _analyzer(language).parse(plain)[0].normal_form.replace("ё", "е")


class _Analysis(Protocol):
    normal_form: str


class _Analyzer(Protocol):
    def parse(self, word: str) -> list[_Analysis]: ...


@cache
def _analyzer(language: str) -> _Analyzer:
    import pymorphy3  # noqa: PLC0415  # heavy

    # The folder is asked for here: pymorphy3 looks through everything that is installed to find it.
    folder = import_module(f"pymorphy3_dicts_{language}").get_path()
    analyzer: _Analyzer = pymorphy3.MorphAnalyzer(path=folder, lang=language)
    return analyzer
