"""The tables of the stance lexicon: rows written by hand, and what a word of a text may be called in them.

A row is kind, value, group, then the entries of English, Russian and Ukrainian, parted by "|". A word of an entry stands
for itself and, in its dictionary form, for all its forms; "=word" stands for itself alone, and a last "*inf"
or "*num" wants an infinitive or a number next, which is no part of the match. `stance.forms.tsv` says which forms the dictionaries lead elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from polyglot_news.lexicon.forms import plain_word
from polyglot_news.lexicon.lemmas import lemma
from polyglot_news.lexicon.vocabulary import fields
from polyglot_news.lexicon.words import stem

LANGUAGES = ("en", "ru", "uk")
TABLES = ("stance.tsv", "stance.loaded.tsv", "stance.antonyms.tsv")
IDIOM = "idiom"  # rows that keep their words from being read one by one, and say nothing
EXACT = "="
INFINITIVE = "*inf"
NUMBER = "*num"

_FORMS = "stance.forms.tsv"
_LEAST_STEM = 2


class Sense(NamedTuple):
    """What an entry says: a kind, a value within the kind, and the group it shares with others ("" for none)."""

    kind: str
    value: str
    group: str


class Entry(NamedTuple):
    """An entry of one language: its words and what they say together."""

    words: tuple[str, ...]
    senses: tuple[Sense, ...]


class Beginning(NamedTuple):
    """What a word says alone, and the longer entries that it may begin, by their second word, longest first."""

    alone: tuple[Sense, ...]
    longer: Mapping[str, tuple[Entry, ...]]


def table(name: str) -> Iterator[tuple[Sense, dict[str, tuple[str, ...]]]]:
    """Read the rows of a table as they were written, in order."""
    for kind, value, group, *cells in _rows(name):
        entries = (tuple(cell.split("|")) if cell else () for cell in cells)
        yield Sense(kind, value, group), dict(zip(LANGUAGES, entries, strict=True))


@lru_cache(maxsize=65536)
def keys(word: str, language: str) -> tuple[str, ...]:
    """Return what a word of a text may be called in an entry, the word itself first."""
    plain = plain_word(word).replace("‑", "-")
    found = [plain, EXACT + plain]
    if language == "en":
        found += [base for base in _bases(plain) if stem(base) == stem(plain)]
    else:
        found.append(lemma(word, language))
    forms = _forms()[language]
    for key in (plain, found[-1]):
        if key in forms:
            found += forms[key].split("|")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=65536)
def beginnings(word: str, language: str) -> tuple[Beginning | None, ...]:
    """Return what may begin with a word of a text in each of the tables; () for most words."""
    called = keys(word, language)
    found = tuple(_beginning(called, name, language) for name in TABLES)
    return found if any(found) else ()


def _beginning(called: tuple[str, ...], name: str, language: str) -> Beginning | None:
    index = _index(name, language)
    entries = [entry for key in called if key in index for entry in _entries(key, name, language)]
    if not entries:
        return None
    alone = [sense for entry in entries if len(entry.words) == 1 for sense in entry.senses]
    longer: dict[str, tuple[Entry, ...]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.words)):
        if len(entry.words) > 1:
            longer[entry.words[1]] = (*longer.get(entry.words[1], ()), entry)
    return Beginning(tuple(dict.fromkeys(alone)), longer)


@lru_cache(maxsize=65536)
def _entries(first_word: str, name: str, language: str) -> tuple[Entry, ...]:
    """The entries of a table that begin with a word, in order; one that stands in several rows has a sense of each."""
    senses: dict[str, list[Sense]] = {}
    for text, sense in _index(name, language)[first_word]:
        senses.setdefault(text, []).append(sense)
    return tuple(Entry(tuple(text.lower().split(" ")), tuple(known)) for text, known in senses.items())


@cache
def _index(name: str, language: str) -> dict[str, list[tuple[str, Sense]]]:
    """Entries of a language, each with the sense of its row, by their first words."""
    index: dict[str, list[tuple[str, Sense]]] = {}
    column = LANGUAGES.index(language)  # what others have stays whole: to part it takes as long again
    for kind, value, group, *cells in _rows(name):
        sense = Sense(kind, value, group)
        for entry in cells[column].split("|") if cells[column] else ():
            index.setdefault(entry.partition(" ")[0].lower(), []).append((entry, sense))
    return index


@cache
def _rows(name: str) -> list[list[str]]:
    return list(fields(name))


@cache
def _forms() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for language, form, bases in fields(_FORMS):
        forms[language][form] = bases  # parted where a text asks for it
    return forms


def _bases(word: str) -> Iterator[str]:
    """Undo the endings of English inflection alone: the stemmer by itself takes "states" for "statement"'s kin."""
    word = word.removesuffix("'s").removesuffix("'")
    yield word
    for ending in ("s", "es", "d", "ed", "ing"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _LEAST_STEM:
            yield base
            if ending in {"ed", "ing"}:
                yield base + "e"
                if base[-1] == base[-2]:  # planned
                    yield base[:-1]
            if base[-1] == "i" and ending in {"es", "ed"}:  # denies, denied
                yield base[:-1] + "y"
