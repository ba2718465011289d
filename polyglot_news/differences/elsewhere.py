"""Is a passage told elsewhere?

Before "left out" is said, the whole edition is asked; before "added" is said, the whole base. Words there that are
answered where they stand tell what they answer, and little about a passage that shares them by its subject.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from polyglot_news.differences.keys import known
from polyglot_news.differences.reading import Word, read
from polyglot_news.differences.texts import Texts
from polyglot_news.lexicon.names import skeletons
from polyglot_news.lexicon.words import is_stopword
from polyglot_news.model import Span

_LIKELY = 0.5  # likeness from which a meaning counts
_TOLD = 0.5  # share found in one sentence elsewhere from which a passage is told there


class Passage(NamedTuple):
    """A sentence by all that its words may be found under that nothing in their own link answers."""

    paragraph: int
    keys: frozenset[str]


Answered = Mapping[int, Container[int]]  # where words start that are answered, by paragraph


class Library(NamedTuple):
    """Every sentence of both sides, to search in."""

    base: tuple[Passage, ...]
    edition: tuple[Passage, ...]


def library(texts: Texts, of_base: Answered, of_edition: Answered, of_translation: Answered) -> Library:
    """Read both articles; a sentence of the edition is known by its translation and by its original.

    Args:
        texts: the base, the edition and its translation.
        of_base: words of the base that are answered where they stand.
        of_edition: the same for the edition.
        of_translation: the same for its translation.
    """
    base, edition, translation = texts.base, texts.edition, texts.translation
    ours = tuple(
        Passage(i, _keys_within(paragraph.text, paragraph.language, sentence, of_base.get(i, ())))
        for i, paragraph in enumerate(base.paragraphs)
        for sentence in paragraph.sentences
    )
    theirs: list[Passage] = []
    for j, paragraph in enumerate(edition.paragraphs):
        told_as = {one.original: one.translation for one in translation.paragraphs[j].sentences}
        for sentence in told_as or paragraph.sentences:
            found = _keys_within(paragraph.text, paragraph.language, sentence, of_edition.get(j, ()))
            if span := told_as.get(sentence):
                text = translation.paragraphs[j].text
                found |= _keys_within(text, translation.language, span, of_translation.get(j, ()))
            theirs.append(Passage(j, found))
    return Library(ours, tuple(theirs))


def told(words: Sequence[Word], language: str, passages: Iterable[Passage], outside: Sequence[int]) -> float:
    """How much of some words the best single sentence outside some paragraphs holds, weighed by rarity.

    Returns:
        0.5 to 1; 0.0 where it is less than half, as much stands anywhere by chance.
    """
    keys = [(word.rarity, _keys(word, language)) for word in words if not is_stopword(word.text, language)]
    total = sum(rarity for rarity, _ in keys) or 1.0
    share = max(
        (
            sum(rarity for rarity, some in keys if not some.isdisjoint(passage.keys)) / total
            for passage in passages
            if passage.paragraph not in outside
        ),
        default=0.0,
    )
    return share if share >= _TOLD else 0.0


def _keys_within(text: str, language: str, place: Span, answered: Container[int]) -> frozenset[str]:
    """Keys of the words in a place that are not answered."""
    keys: set[str] = set()
    for word in read(text, language):
        is_inside = place.start <= word.start < place.end and word.start not in answered
        if is_inside and not is_stopword(word.text, language):
            keys |= _keys(word, language)
    return frozenset(keys)


def _keys(word: Word, language: str) -> set[str]:
    if word.quantity:
        return {f"={word.quantity.number.value:g}"}
    keys = {key for key, likeness in known(word.text, language).items() if likeness >= _LIKELY}
    keys |= {"@" + key for key in word.entities}
    if word.is_name or word.text[:1].isupper():
        keys |= {"~" + key for key in skeletons(word.text)}
    return keys
