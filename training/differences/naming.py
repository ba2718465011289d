"""Names in a text and what they name: people, countries, nations, cities, organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from lists import column, section, table, word_set
from reading import Reading

_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
_POSSESSIVES = ("'s", "’s", "'", "’")
_LONGEST = 4  # words
_SORTS = ("bodies", "services", "media", "networks", "companies", "clubs")


class Named(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    SURNAME = "surname"
    COUNTRY = "country"
    NATION = "nation"  # Russian, Russians: adjectives, and people where plural
    CITY = "city"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: words first..last, without the possessive ending."""

    kind: Named
    first: int
    last: int
    text: str
    ending: str  # "'s" or ""


def names(en: Reading) -> list[Name]:
    """Find the names whose kind is known, in order."""
    found: list[Name] = []
    k = 0
    surnames: set[str] = set()
    while k < len(en.words):
        one = _listed(en, k) or _person(en, k, surnames) or _organisation(en, k)
        if one is None:
            k += 1
            continue
        if one.kind == Named.PERSON:
            surnames.add(one.text.split()[-1])
        found.append(one)
        k = one.last + 1
    return found


def bare(word: str) -> tuple[str, str]:
    """Split a word from its possessive ending."""
    for ending in _POSSESSIVES:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)], ending
    return word, ""


def is_time(word: str) -> bool:
    """Whether a word is a weekday or a month."""
    return word.lower() in _TIMES


def _listed(en: Reading, k: int) -> Name | None:
    if not en.words[k].text[0].isupper():
        return None
    for n in range(min(_LONGEST, len(en.words) - k), 0, -1):
        if all(en.joined(k + more) for more in range(1, n)):
            text, ending = bare(en.of(k, k + n - 1))
            kind = _places().get(text)
            if kind and not (en.is_name(k + n) and en.joined(k + n) and kind == Named.CITY):
                return Name(kind, k, k + n - 1, text, ending)
    return None


@cache
def _places() -> dict[str, Named]:
    found = dict.fromkeys(column("cities"), Named.CITY)
    for country, nation, people, capital in table("nations"):
        plain = country.removeprefix("the ")
        found |= {plain: Named.COUNTRY, nation: Named.NATION, people: Named.NATION, capital: Named.CITY}
    return found | {"New Zealand": Named.COUNTRY, "USA": Named.COUNTRY, "US": Named.COUNTRY}


def _person(en: Reading, k: int, surnames: set[str]) -> Name | None:
    word, ending = bare(en.words[k].text)
    if not word[0].isupper() or is_time(word):
        return None
    if word in surnames and en.is_name(k):
        return Name(Named.SURNAME, k, k, word, ending)
    titled = en.at(k - 1) in _titles() and en.joined(k) and en.is_name(k)
    if not (word in _first_names() or titled) or ending:
        return None
    last = k
    while last - k < 2 and en.joined(last + 1) and _is_surname(en, last + 1):  # noqa: PLR2004
        last += 1
        if bare(en.words[last].text)[1]:
            break
    text, ending = bare(en.of(k, last))
    if last == k:
        return None
    return Name(Named.PERSON, k, last, text, ending)


def _is_surname(en: Reading, k: int) -> bool:
    word = bare(en.words[k].text)[0]
    return word[0].isupper() and not word.isupper() and not is_time(word) and word not in _places()


@cache
def _titles() -> frozenset[str]:
    return frozenset(one.lower() for one in section("people", "title"))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(section("people", "first"))


@cache
def known() -> Mapping[str, str]:
    """Organisations that go by one word, each with its sort."""
    return {one: sort for sort in _SORTS for one in section("people", sort)}


@cache
def _organisations() -> frozenset[str]:
    return frozenset(section("people", "organisation"))


def _organisation(en: Reading, k: int) -> Name | None:
    """Find NATO, the Ministry of Finance, the Investigative Committee."""
    nouns = _organisations()
    word, ending = bare(en.words[k].text)
    if word in known():
        return Name(Named.ORGANISATION, k, k, word, ending)
    if not word[0].isupper() or en.at(k - 1) not in {"the", "of"}:
        return None
    last, heads = k, 0
    while last - k < _LONGEST and last < len(en.words) and en.words[last].text[0].isupper():
        heads = last if bare(en.words[last].text)[0] in nouns else heads
        if not en.joined(last + 1):
            break
        last += 1
    if not heads:
        return None
    if en.at(heads + 1) in {"of", "for"} and en.joined(heads + 1) and en.joined(heads + 2) and en.is_name(heads + 2):
        heads += 2
        while en.joined(heads + 1) and en.is_name(heads + 1):
            heads += 1
    text, ending = bare(en.of(k, heads))
    return Name(Named.ORGANISATION, k, heads, text, ending)
