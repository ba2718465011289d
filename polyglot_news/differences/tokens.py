"""The content words, names and numbers of a passage, under the English stems that they may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from polyglot_news.lexicon.names import find_names
from polyglot_news.lexicon.numbers import find_numbers
from polyglot_news.lexicon.vocabulary import equivalents, rarity
from polyglot_news.lexicon.words import is_stopword, stem, words
from polyglot_news.model import Span

_LEAST_SHARE = 0.02  # equivalents less likely than this are noise of the lexicon
_IS_I = re.compile(r"I['’ʼ]")  # I'm, I'd
_UNKNOWN_WEIGHT = 8.0  # nats; what a word that the lexicon does not know is worth

_Keys = tuple[tuple[str, float], ...]
_Read = tuple[int, int, str, _Keys, float, bool]  # start, end, text, keys, weight, is_name


@dataclass(frozen=True, slots=True)
class Token:
    """A content word, a name or a number, and where it stands."""

    place: Span
    text: str
    keys: Mapping[str, float]  # English stems it may be, each with its probability; "=12" for a number; may be empty
    weight: float  # rarity in nats: how much it matters that nothing answers it
    is_name: bool
    language: str


def tokens(text: str, paragraph: int, language: str) -> tuple[Token, ...]:
    """Read the tokens of a paragraph, in order."""
    return tuple(
        Token(Span(paragraph, start, end), word, dict(keys), weight, is_name, language)
        for start, end, word, keys, weight, is_name in _read(text, language)
    )


def within(some: Iterable[Token], spans: Iterable[Span]) -> Iterator[Token]:
    """Yield the tokens that begin inside one of the spans."""
    places = tuple(spans)
    for token in some:
        if any(one.paragraph == token.place.paragraph and one.start <= token.place.start < one.end for one in places):
            yield token


@lru_cache(maxsize=1024)
def _read(text: str, language: str) -> tuple[_Read, ...]:
    numbers = find_numbers(text, language)
    capitalised = {name.start: not (name.starts_sentence or _IS_I.match(name.text)) for name in find_names(text)}
    read: list[_Read] = [
        (n.start, n.end, text[n.start : n.end], ((f"={n.value:g}", 1.0),), _UNKNOWN_WEIGHT, False) for n in numbers
    ]
    for word in words(text):
        if is_stopword(word.text, language) and not word.text.isupper():
            continue
        if any(number.start <= word.start < number.end for number in numbers) or len(word.text) < 2:  # noqa: PLR2004
            continue
        keys = _keys(word.text, language)
        weight = max((rarity(key) for key, _ in keys[:1]), default=_UNKNOWN_WEIGHT)
        read.append((word.start, word.end, word.text, keys, weight, capitalised.get(word.start, False)))
    return tuple(sorted(read))


@lru_cache(maxsize=65536)
def _keys(word: str, language: str) -> _Keys:
    if language != "en":
        return tuple((key, share) for key, share in equivalents(word, language).items() if share >= _LEAST_SHARE)
    parts = word.replace("‑", "-").split("-")
    whole = stem("".join(parts)) if len(parts) > 1 else stem(word)
    return ((whole, 1.0), *((stem(part), 0.6) for part in parts if len(parts) > 1 and len(part) > 2))  # noqa: PLR2004
