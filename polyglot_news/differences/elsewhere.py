"""Is a passage told elsewhere?

Before "left out" is said, the whole edition is asked; before "added" is said, the whole base.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from polyglot_news.differences.tokens import Token, tokens, within
from polyglot_news.lexicon.names import skeletons
from polyglot_news.model import Article, Translation


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence by all that it may be found under."""

    paragraph: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Library:
    """Every sentence of both sides, to search in."""

    base: tuple[Passage, ...]
    edition: tuple[Passage, ...]


def library(base: Article, edition: Article, translation: Translation) -> Library:
    """Read both articles; a sentence of the edition is known by its translation and by its original."""
    ours = tuple(
        Passage(i, _keys(within(tokens(paragraph.text, i, paragraph.language), [sentence])))
        for i, paragraph in enumerate(base.paragraphs)
        for sentence in paragraph.sentences
    )
    theirs: list[Passage] = []
    for j, paragraph in enumerate(edition.paragraphs):
        translated = tokens(translation.paragraphs[j].text, j, translation.language)
        original = tokens(paragraph.text, j, paragraph.language)
        pairs = {one.original: one.translation for one in translation.paragraphs[j].sentences}
        for sentence in pairs or paragraph.sentences:
            found = _keys(within(original, [sentence]))
            theirs.append(Passage(j, found | (_keys(within(translated, [pairs[sentence]])) if pairs else frozenset())))
    return Library(ours, tuple(theirs))


def told(run: Sequence[Token], passages: Iterable[Passage], outside: Sequence[int]) -> float:
    """How much of a run the best single sentence outside some paragraphs holds, 0..1, weighed by rarity."""
    total = sum(token.weight for token in run) or 1.0
    others = (passage for passage in passages if passage.paragraph not in outside)
    return max(
        (sum(token.weight for token in run if _keys([token]) & passage.keys) / total for passage in others), default=0.0
    )


def _keys(some: Iterable[Token]) -> frozenset[str]:
    keys: set[str] = set()
    for token in some:
        keys |= token.keys.keys()
        if token.is_name:
            keys |= {"~" + key for key in skeletons(token.text)}
    return frozenset(keys)
