"""Countries, cities, bodies, persons and acronyms under every name that the news give them: Россия, РФ, Russian = russia.

Four tables of data/lexicon say what no transliteration tells, one thing a line: its key, then its names in English,
Russian and Ukrainian. Case forms of the names are found by their endings (paradigms), several words by a tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from polyglot_news.lexicon.forms import plainly
from polyglot_news.lexicon.paradigms import LONGEST_ENDING, Stem, paradigm
from polyglot_news.lexicon.vocabulary import fields

TABLES = ("acronyms", "places", "persons", "given_names")
_COLUMNS = {"en": 1, "ru": 2, "uk": 3}
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W\d_]+)*")
_GAP = re.compile(r"(?:['’ʼ]s?)?\s*[\-‐‑–—.&/]?\s*[«\"“„]?")
_OPENING = " \t\n\u00a0«\"“„'‘(—–-…"
_MIDDLE_ONLY = "!"  # stands before a name that opens a sentence as another word does: Того, Мали
_NOTHING: frozenset[str] = frozenset()
_ARTICLE, _PLURAL = "the ", "s"
_CYRILLIC, _UKRAINIAN, _RUSSIAN = re.compile("[а-яєіїґё]"), re.compile("[єіїґ'’ʼ]"), re.compile("[ыэъё]")


class Entity(NamedTuple):
    """A name that the tables know: text[start:end] quotes it."""

    start: int
    end: int
    text: str
    keys: frozenset[str]


class _Form(NamedTuple):
    """One name of a thing, as it stands in the table."""

    first: str  # its first word, untouched
    key: str
    middle_only: bool


class _Node(NamedTuple):
    """Names that begin with the same words."""

    forms: list[_Form]
    longer: dict[str, _Node]


class _Index(NamedTuple):
    """Names of a language by the first word of each, plain; a name is cut into words where a text asks for it."""

    names: Mapping[str, Sequence[tuple[str, str]]]  # each with its key
    stems: Mapping[
        str, Sequence[tuple[str, frozenset[str]]]
    ]  # what all forms of a first word begin with: it, its endings


class _Token(NamedTuple):
    start: int
    end: int
    text: str


def entity_keys(word_or_phrase: str, language: str) -> frozenset[str]:
    """Return the keys under which the names of one thing meet, whatever the language, the case form, the part of speech.

    Args:
        word_or_phrase: a whole name, as it stands in the text: "Russians", «российских», "the United Nations".
        language: en, ru or uk; the name of no known thing has no keys, a name of several things has several.
    """
    phrase = word_or_phrase.strip()
    if language == "en" and phrase[: len(_ARTICLE)].lower() == _ARTICLE:
        phrase = phrase[len(_ARTICLE) :]
    if language not in _COLUMNS or (phrase.isalpha() and "ʼ" not in phrase and not _first_words(phrase, language)):
        return _NOTHING
    tokens = _tokens(phrase)
    if not tokens:
        return _NOTHING
    matches = _matches(phrase, tokens, 0, language)
    return frozenset(form.key for last, form in matches if last == len(tokens) - 1)


@lru_cache(maxsize=65536)
def keys_of_spelling(word: str) -> frozenset[str]:
    """Return the keys of a name whose language is unknown, by its letters; those of either where it may be two's."""
    lower = word.lower()
    if not _CYRILLIC.search(lower):
        return entity_keys(word, "en")
    languages = ("uk",) if _UKRAINIAN.search(lower) else ("ru",) if _RUSSIAN.search(lower) else ("ru", "uk")
    return frozenset(key for language in languages for key in entity_keys(word, language))


@lru_cache(maxsize=8192)
def find_entities(text: str, language: str) -> tuple[Entity, ...]:
    """Find the names that the tables know, in order; the longest where several begin together.

    Args:
        text: of any length, untouched.
        language: en, ru or uk; nothing is found in others.
    """
    if language not in _COLUMNS:
        return ()
    tokens = _tokens(text)
    found: list[Entity] = []
    position = 0
    while position < len(tokens):
        if not _first_words(tokens[position].text, language):
            position += 1
            continue
        matches = [
            (last, form)
            for last, form in _matches(text, tokens, position, language)
            if not (form.middle_only and _opens(text, tokens[position].start))
        ]
        last = max((last for last, _ in matches), default=-1)
        if last >= 0:
            start, end = tokens[position].start, tokens[last].end
            keys = frozenset(form.key for one, form in matches if one == last)
            found.append(Entity(start, end, text[start:end], keys))
        position = max(position, last) + 1
    return tuple(found)


def _matches(text: str, tokens: list[_Token], position: int, language: str) -> Iterator[tuple[int, _Form]]:
    """Names that begin at a token, each with the position of its last one."""
    nodes = [_node(word, language) for word in _first_words(tokens[position].text, language)]
    last = position
    while nodes:
        for node in nodes:
            yield from ((last, form) for form in node.forms if _written_as(form.first, tokens[position].text))
        last += 1
        if last == len(tokens) or not _GAP.fullmatch(text, tokens[last - 1].end, tokens[last].start):
            return
        plain = _plain(tokens[last].text)
        nodes = [longer for node in nodes for word, longer in node.longer.items() if _is_form(plain, word, language)]


def _written_as(form: str, word: str) -> bool:
    """Whether capitals allow it: US is not us, Turkey not turkey; words in small letters may be written in any."""
    if len(form) > 1 and form.isupper():
        return word.startswith(form) and not word[len(form) :].isupper()
    return word[0].isupper() or form[0].islower()


def _opens(text: str, start: int) -> bool:
    while start and text[start - 1] in _OPENING:
        start -= 1
    return not start or text[start - 1] in ".!?:\n"


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        if word[-2:] in {"'s", "’s", "ʼs"}:
            word, end = word[:-2], end - 2
        found.append(_Token(start, end, word))
    return found


@lru_cache(maxsize=65536)
def _first_words(word: str, language: str) -> tuple[str, ...]:
    """First words of names of which this may be a form."""
    plain, index = _plain(word), _index(language)
    if language == "en":
        return tuple(one for one in {plain: None, plain.removesuffix(_PLURAL): None} if one in index.names)
    return tuple(
        one
        for length in range(max(1, len(plain) - LONGEST_ENDING), len(plain) + 1)
        for one, endings in index.stems.get(plain[:length], ())
        if plain[length:] in endings
    )


def _is_form(plain: str, word: str, language: str) -> bool:
    """Whether a word of a text, plain, is a form of a word of the tables."""
    if language == "en":
        return plain in {word, word + _PLURAL}
    stem = _paradigm(word, language)
    n_letters = len(stem.letters)
    return (
        len(plain) - n_letters <= LONGEST_ENDING
        and plain.startswith(stem.letters)
        and plain[n_letters:] in stem.endings
    )


@lru_cache(maxsize=65536)
def _paradigm(word: str, language: str) -> Stem:
    return paradigm(word, language)


def _plain(word: str) -> str:
    return plainly(word).replace(".", "")


@lru_cache(maxsize=65536)
def _node(first_word: str, language: str) -> _Node:
    """The names that begin with a word, as a tree of their words."""
    root = _Node([], {})
    for name, key in _index(language).names[first_word]:
        tokens = _tokens(name)
        node = root
        for token in tokens[1:]:
            node = node.longer.setdefault(_plain(token.text), _Node([], {}))
        node.forms.append(_Form(tokens[0].text, key, name.startswith(_MIDDLE_ONLY)))
    return root


@cache
def _index(language: str) -> _Index:
    index: dict[str, list[tuple[str, str]]] = {}
    rows = _rows(language)
    spelled = plainly("\n".join(names for _, names in rows)).split("\n")  # all at once takes half the time
    for (key, names), plain in zip(rows, spelled, strict=True):
        for name, plain_name in zip(names.split("|"), plain.split("|"), strict=True):
            first = plain_name.partition(" ")[0]
            word = first if first.isalpha() else _plain(_tokens(name)[0].text)  # hyphens, points, apostrophes
            index.setdefault(word, []).append((name, key))
    stems: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for word in index if language != "en" else ():
        letters, endings = paradigm(word, language)
        stems.setdefault(letters, []).append((word, endings))
    return _Index(index, stems)


def _rows(language: str) -> list[tuple[str, str]]:
    """Keys and names of the things that have a name in a language."""
    column = _COLUMNS[language]
    return [(row[0], row[column]) for row in _table_rows() if row[column] != "-"]


@cache
def _table_rows() -> list[list[str]]:
    return [row for table in TABLES for row in fields(f"{table}.tsv")]
