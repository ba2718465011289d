"""What paragraphs and sentences say, as things that can be held against each other: stems, lemmas, numbers by value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from polyglot_news.lexicon.lemmas import lemma
from polyglot_news.lexicon.numbers import find_numbers
from polyglot_news.lexicon.vocabulary import ENGLISH
from polyglot_news.lexicon.words import is_stopword, stem, words

if TYPE_CHECKING:
    from polyglot_news.alignment.cells import Vector


class Token(NamedTuple):
    """One word or number of a text."""

    thing: str  # stem of an English word, lemma of another, "=5" for a number
    start: int  # where it stands in the text
    text: str  # as it is written; "" for a number
    is_stopword: bool
    language: str


class Meaning(NamedTuple):
    """What one sentence of a text means."""

    start: int  # where it stands in the text
    end: int
    vector: Vector  # of unit length


_Placed = TypeVar("_Placed", Token, Meaning)


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a sentence as it was read."""

    tokens: tuple[Token, ...]
    language: str
    length: int  # characters
    translation: tuple[Token, ...] = ()
    meanings: tuple[Meaning, ...] = field(default=(), compare=False)  # of the translation, where there is one

    def part(self, start: int, end: int, translation: tuple[int, int] = (0, 0)) -> Unit:
        """Return the sentence text[start:end], with the part of the translation that tells it."""
        inside = tuple(_between(self.tokens, start, end))
        told = tuple(_between(self.translation, *translation))
        meant = _between(self.meanings, *(translation if self.translation else (start, end)))
        return Unit(inside, self.language, end - start, told, tuple(meant))


def read(text: str, language: str, translation: str = "", into: str = ENGLISH) -> Unit:
    """Read a paragraph or a sentence, and its translation where there is one."""
    return Unit(_tokens(text, language), language, len(text), _tokens(translation, into) if translation else ())


def _tokens(text: str, language: str) -> tuple[Token, ...]:
    numbers = find_numbers(text, language)
    inside = {place for number in numbers for place in range(number.start, number.end)}
    found = [
        Token(thing, start, word, is_common, language)
        for word, start, _ in words(text)
        if start not in inside
        for thing, is_common in (_thing_of(word, language),)
    ]
    # All digits that a float can tell apart: 1,245,300 is not 1,245,299.
    found += [Token(f"={one.value:.15g}", one.start, "", is_stopword=False, language=language) for one in numbers]
    return tuple(found)


@lru_cache(maxsize=65536)
def _thing_of(word: str, language: str) -> tuple[str, bool]:
    """Return the one name of all forms of a word, and whether it is a stopword."""
    return stem(word) if language == ENGLISH else lemma(word, language), is_stopword(word, language)


def _between(placed: Iterable[_Placed], start: int, end: int) -> Iterator[_Placed]:
    return (one for one in placed if start <= one.start < end)
