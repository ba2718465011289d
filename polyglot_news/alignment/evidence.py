"""What speaks for a link: the words of the translation, and the words, names and numbers of the original itself.

A machine translation drops, repeats and invents; the original does not. So the original is held against the base
directly: by the bilingual lexicon, by names across scripts, by numbers. Both are views of the same paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polyglot_news.alignment.views import Bag, View, rarity, view
from polyglot_news.lexicon.names import find_names, name_similarity, skeletons
from polyglot_news.lexicon.numbers import find_numbers
from polyglot_news.lexicon.vocabulary import equivalents
from polyglot_news.lexicon.words import is_stopword, stem, words

TRANSLATION_WEIGHT, ORIGINAL_WEIGHT = 0.6, 0.4
_WHOLE = '"'  # begins the name of a text that is counted as a whole
_SAME_NAME = 0.75  # name_similarity from which two spellings are taken for one name


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a sentence, with its translation where there is one."""

    text: str
    language: str
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the evidence of an article is worth; its sentences are weighed by the same."""

    things: Mapping[str, float]  # by rarity
    translation: float  # beside the original's ORIGINAL_WEIGHT


@dataclass(frozen=True, slots=True)
class Bags:
    """What the units of both sides hold, under common names."""

    base: tuple[Bag, ...]
    original: tuple[Bag, ...]
    translated: tuple[Bag, ...]

    def part(self, start: int, end: int | None = None) -> Bags:
        """Return the units [start, end) of both sides."""
        return Bags(self.base[start:end], self.original[start:end], self.translated[start:end])

    def weights(self, reliability: float = 1.0) -> Weights:
        """Weigh each thing by its rarity in these units, and the translation by how far it can be trusted, 0..1."""
        is_translated = any(self.translated)
        things = rarity(self.base, self.translated if is_translated else self.original)
        return Weights(things, TRANSLATION_WEIGHT * reliability if any(self.original) else TRANSLATION_WEIGHT)


def bags(base: Sequence[Unit], edition: Sequence[Unit], into: str) -> Bags:
    """Read the units of both sides.

    Args:
        base: paragraphs or sentences of the base.
        edition: likewise, with their translations.
        into: language of the base and of the translations.
    """
    base_bags = [_bag(unit.text, into) for unit in base]
    translated_bags = [_bag(unit.translation, into) for unit in edition]
    known = {thing for bag in base_bags for thing in bag}
    told = {thing for bag in translated_bags for thing in bag}
    names = _names([unit.text for unit in base])
    return Bags(
        tuple(_answered(bag, told) for bag in base_bags),
        tuple(_original_bag(unit, known, names) if unit.language != into else Counter() for unit in edition),
        tuple(_answered(bag, known) for bag in translated_bags),
    )


def evidence(found: Bags, weights: Weights) -> tuple[tuple[View, float], ...]:
    """Arrange bags as views, each with its weight; a view without content is left out."""
    sides = ((found.translated, weights.translation), (found.original, ORIGINAL_WEIGHT))
    return tuple((view(found.base, side, weights.things), weight) for side, weight in sides if any(side))


def _bag(text: str, language: str) -> Bag:
    """Count the content words of a text by stem, and its numbers by value; "She was there." is one thing of its own."""
    numbers = find_numbers(text, language)
    inside = [(number.start, number.end) for number in numbers]
    stems = [
        (stem(word.text), is_stopword(word.text, language))
        for word in words(text)
        if not any(start <= word.start < end for start, end in inside)
    ]
    things = Counter(one for one, is_stop in stems if not is_stop)
    things.update(f"={number.value:g}" for number in numbers)
    return things or Counter([_WHOLE + " ".join(one for one, _ in stems)] if stems else [])


def _answered(bag: Bag, others: set[str]) -> Bag:
    """Leave out a text of mere stopwords, unless the other side has it too: it says nothing against a merge."""
    return {thing: amount for thing, amount in bag.items() if thing in others or not thing.startswith(_WHOLE)}


def _original_bag(unit: Unit, known: set[str], names: Mapping[str, Sequence[str]]) -> Bag:
    """Name what the original says as the base names it, where lexicon, names or numbers can tell."""
    text, language, bag = unit.text, unit.language, Counter[str]()
    numbers = find_numbers(text, language)
    inside = [(number.start, number.end) for number in numbers]
    capitalised = {name.start for name in find_names(text)}
    for word in words(text):
        if is_stopword(word.text, language) or any(start <= word.start < end for start, end in inside):
            continue
        thing = _same_name(word.text, names) if word.start in capitalised else None
        bag[thing or _likeliest(word.text, language, known)] += 1
    bag.update(f"={number.value:g}" for number in numbers)
    return bag


def _likeliest(word: str, language: str, known: set[str]) -> str:
    """The likeliest English stem that the base uses at all; else the word itself, which nothing answers."""
    for thing in equivalents(word, language):
        if thing in known:
            return thing
    return stem(word)


def _names(texts: Sequence[str]) -> dict[str, list[str]]:
    """Names of the base by the skeletons under which other spellings may meet them."""
    names: dict[str, list[str]] = {}
    for spelling in dict.fromkeys(name.text for text in texts for name in find_names(text)):
        for key in skeletons(spelling):
            names.setdefault(key, []).append(spelling)
    return names


def _same_name(word: str, names: Mapping[str, Sequence[str]]) -> str | None:
    likely = {text: name_similarity(word, text) for key in skeletons(word) for text in names.get(key, ())}
    best = max(likely, key=lambda text: likely[text], default=None)
    return stem(best) if best is not None and likely[best] >= _SAME_NAME else None
