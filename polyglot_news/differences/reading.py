"""All words of a passage with what they may stand for: English stems, numbers, names, function words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from polyglot_news.differences.classes import Class, class_of
from polyglot_news.differences.keys import Keys, entity_keys, known, word_keys
from polyglot_news.differences.quantities import Quantity, quantities
from polyglot_news.differences.spans import QUOTED
from polyglot_news.lexicon.entities import find_entities
from polyglot_news.lexicon.names import find_names
from polyglot_news.lexicon.stance import CONCORD, Stance, StanceKind, find_stances
from polyglot_news.lexicon.vocabulary import rarity
from polyglot_news.lexicon.words import Word as Spelled
from polyglot_news.lexicon.words import words

UNKNOWN_RARITY = 8.0  # nats; what a word that the lexicon does not know is worth
_IS_I = re.compile(r"I['’ʼ]")  # I'm, I'd
_NOTHING: frozenset[str] = frozenset()
_SAID_IN_WORDS = frozenset({"relative", "vague"})  # today, dozens: other words may say as much
_CLASSES = {
    StanceKind.NEGATION: Class.NEGATION, StanceKind.MODALITY: Class.MODAL, StanceKind.HEDGE: Class.HEDGE,
    StanceKind.REPORTING: Class.REPORT, StanceKind.DEGREE: Class.DEGREE,
}  # fmt: skip


class Word(NamedTuple):
    """A word and where it stands in its paragraph's text: text[start:end]."""

    start: int
    end: int
    text: str
    rarity: float  # in nats: how much it tells
    kind: Class
    is_name: bool
    quantity: Quantity | None  # the number that it is a part of
    entities: frozenset[str]  # keys of the country, body or person that it names, or is a part of the name of
    stances: tuple[Stance, ...]  # that it is a part of
    unit: int  # words of one number or name share it; -1 for others
    before: str  # what stands between it and the word before, without white space
    after: str
    is_quoted: bool
    keys: Keys  # under which it meets the words that it may stand for
    own_keys: Keys  # the same for a word of the base


@lru_cache(maxsize=1024)
def read(text: str, language: str) -> tuple[Word, ...]:
    """Read the words of a paragraph, in order."""
    found = words(text)
    numbers = [one for one in quantities(text, 0, language) if one.unit not in _SAID_IN_WORDS]
    entities = find_entities(text, language)
    stances = [one for one in find_stances(text, language) if one.value != CONCORD]
    in_number = _covering([(one.place.start, one.place.end) for one in numbers], found)
    in_name = _covering([(one.start, one.end) for one in entities], found)
    in_stances = _all_covering([(one.start, one.end) for one in stances], found)
    names = {name.start for name in find_names(text) if not (name.starts_sentence or _IS_I.match(name.text))}
    quoted, gaps = _quoted(text), _between(text, [(one.start, one.end) for one in found])
    read: list[Word] = []
    for k, one in enumerate(found):
        n, e = in_number[k], in_name[k]
        said = _Said(
            quantity=numbers[n] if n >= 0 else None,
            entities=entities[e].keys if e >= 0 else _NOTHING,
            stances=tuple(stances[s] for s in in_stances.get(k, ())),
            unit=n if n >= 0 else len(numbers) + e if e >= 0 else -1,
            is_name=one.start in names,
        )
        is_quoted = any(start <= one.start < end for start, end in quoted)
        read.append(_word(one, language, said, (gaps[k], gaps[k + 1]), is_quoted=is_quoted))
    return tuple(read)


class _Said(NamedTuple):
    """What a word says as a part of something larger."""

    quantity: Quantity | None
    entities: frozenset[str]
    stances: tuple[Stance, ...]
    unit: int
    is_name: bool


def _word(spelled: Spelled, language: str, said: _Said, around: tuple[str, str], *, is_quoted: bool) -> Word:
    weight, kind = _weighed(spelled.text, language)
    keys: tuple[Keys, Keys] = ((), ())
    if said.quantity is not None:
        weight, kind = UNKNOWN_RARITY, Class.NUMBER
    else:
        kind = next((_CLASSES[one.kind] for one in said.stances if one.kind in _CLASSES and _is_plain(one)), kind)
        keys = word_keys(spelled.text, language, is_name=said.is_name)
        if said.entities or said.stances:
            more = entity_keys(said.entities, said.stances)
            keys = (keys[0] + more, keys[1] + more)
    return Word(
        start=spelled.start, end=spelled.end, text=spelled.text, rarity=weight, kind=kind, is_name=said.is_name,
        quantity=said.quantity, entities=said.entities, stances=said.stances, unit=said.unit,
        before=around[0], after=around[1], is_quoted=is_quoted, keys=keys[0], own_keys=keys[1],
    )  # fmt: skip


def _is_plain(stance: Stance) -> bool:
    """Whether a stance is all that its words say: not "to deny", which negates and reports and tells."""
    return stance.kind is not StanceKind.NEGATION or stance.value != "implied"


def _covering(spans: Sequence[tuple[int, int]], found: Sequence[Spelled]) -> list[int]:
    """For each word the number of the span that it lies in, -1 where it lies in none; spans in order, apart."""
    places, k = [], 0
    for word in found:
        while k < len(spans) and spans[k][1] <= word.start:
            k += 1
        places.append(k if k < len(spans) and spans[k][0] < word.end else -1)
    return places


def _all_covering(spans: Sequence[tuple[int, int]], found: Sequence[Spelled]) -> dict[int, list[int]]:
    """Words with the numbers of all spans that they lie in."""
    starts = [word.start for word in found]
    covering: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(spans):
        k = max(0, bisect_right(starts, start) - 1)
        while k < len(found) and found[k].start < end:
            if found[k].end > start:
                covering.setdefault(k, []).append(number)
            k += 1
    return covering


@lru_cache(maxsize=65536)
def _weighed(word: str, language: str) -> tuple[float, Class]:
    found = known(word, language)
    likeliest = max(found, key=lambda one: found[one], default="")
    return rarity(likeliest) if likeliest else UNKNOWN_RARITY, class_of(word, language)


def _between(text: str, places: list[tuple[int, int]]) -> list[str]:
    ends = [0, *(end for _, end in places)]
    starts = [*(start for start, _ in places), len(text)]
    return ["".join(text[end:start].split()) for end, start in zip(ends, starts, strict=True)]


def _quoted(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in QUOTED.finditer(text)]
