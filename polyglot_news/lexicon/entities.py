"""Countries, cities, bodies, persons and acronyms under every name that the news give them: Россия, РФ, Russian = russia.

Four tables of data/lexicon say what no transliteration tells, one thing a line: its key, then its names in English,
Russian and Ukrainian. Case forms of the names are found by their endings (paradigms), several words by a tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from polyglot_news.lexicon.forms import plain_word
from polyglot_news.lexicon.paradigms import LONGEST_ENDING, Stem, paradigm
from polyglot_news.lexicon.vocabulary import fields

TABLES = ("acronyms", "places", "persons", "given_names")
_COLUMNS = {"en": 1, "ru": 2, "uk": 3}
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W\d_]+)*")
_GAP = re.compile(r"(?:['’ʼ]s?)?\s*[\-‐‑–—.&/]?\s*[«\"“„]?")
_OPENING = " \t\n\u00a0«\"“„'‘(—–-…"
_MIDDLE_ONLY = "!"  # stands before a name that opens a sentence as another word does: Того, Мали
_NOTHING: frozenset[str] = frozenset()
_NO_TOKENS: tuple[str, ...] = ()
_ARTICLE = "the "
_CYRILLIC, _UKRAINIAN, _RUSSIAN = re.compile("[а-яєіїґё]"), re.compile("[єіїґ'’ʼ]"), re.compile("[ыэъё]")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the tables know: text[start:end] quotes it."""

    start: int
    end: int
    text: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Form:
    """One name of a thing, as it stands in the table."""

    first: str  # its first word, untouched
    key: str
    middle_only: bool


@dataclass(frozen=True, slots=True)
class _Node:
    """Names that begin with the same words."""

    forms: list[_Form] = field(default_factory=list)
    longer: dict[str, _Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Index:
    stems: dict[str, list[tuple[Stem, str]]]
    root: _Node


@dataclass(frozen=True, slots=True)
class _Token:
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
    tokens = _tokens(phrase)
    if not tokens or language not in _COLUMNS:
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
        if not _known(tokens[position].text, language):
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
    nodes = [_index(language).root]
    last = position
    while nodes and last < len(tokens):
        if last > position and not _GAP.fullmatch(text, tokens[last - 1].end, tokens[last].start):
            return
        words = _known(tokens[last].text, language)
        nodes = [node.longer[word] for node in nodes for word in words if word in node.longer]
        for node in nodes:
            yield from ((last, form) for form in node.forms if _written_as(form.first, tokens[position].text))
        last += 1


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
def _known(word: str, language: str) -> tuple[str, ...]:
    """Words of the tables of which this may be a form."""
    plain = _plain(word)
    stems = _index(language).stems
    found = []
    for length in range(min(LONGEST_ENDING, len(plain) - 1) + 1):
        cut = len(plain) - length
        for stem, known in stems.get(plain[:cut], ()):
            if plain[cut:] in stem.endings:
                found.append(known)
    return tuple(dict.fromkeys(found)) or _NO_TOKENS


def _plain(word: str) -> str:
    return plain_word(word).replace(".", "")


@cache
def _index(language: str) -> _Index:
    index = _Index({}, _Node())
    words: set[str] = set()
    for key, names in _rows(language):
        for name in names.split("|"):
            _add(index, words, name, key)
    for word in words:
        stem = Stem(word, frozenset({"", "s"})) if language == "en" else paradigm(word, language)
        index.stems.setdefault(stem.letters, []).append((stem, word))
    return index


def _add(index: _Index, words: set[str], name: str, key: str) -> None:
    middle_only = name.startswith(_MIDDLE_ONLY)
    tokens = _tokens(name)
    node = index.root
    for token in tokens:
        word = _plain(token.text)
        words.add(word)
        node = node.longer.setdefault(word, _Node())
    node.forms.append(_Form(tokens[0].text, key, middle_only))


def _rows(language: str) -> Iterator[tuple[str, str]]:
    """Keys and names of the things that have a name in a language."""
    column = _COLUMNS[language]
    for table in TABLES:
        yield from ((row[0], row[column]) for row in fields(f"{table}.tsv") if row[column] != "-")
