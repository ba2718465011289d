"""Which things of the edition answer which things of the base, and how well: by form, meaning, name or value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from polyglot_news.alignment.reading import Token, Unit
from polyglot_news.lexicon.names import name_similarity, skeletons
from polyglot_news.lexicon.similar import meanings
from polyglot_news.lexicon.vocabulary import ENGLISH

_SAME_NAME = 0.75  # name_similarity from which two spellings are taken for one name

Answers = Mapping[str, float]  # thing of the base -> likeness 0..1


class Dictionary:
    """Answers to the things of one base, looked up once each."""

    def __init__(self, base: Sequence[Unit]) -> None:
        """Learn what the base says.

        Args:
            base: its paragraphs or sentences, all in one language.
        """
        self._language = base[0].language if base else ENGLISH
        tokens = {token.thing: token for unit in base for token in unit.tokens}
        self._things = frozenset(tokens)
        self._by_meaning: dict[str, list[tuple[str, float]]] = {}
        if self._language != ENGLISH:
            for thing, token in tokens.items():
                for stem, share in meanings(token.text, self._language).items() if token.text else ():
                    self._by_meaning.setdefault(stem, []).append((thing, share))
        self._names = _by_skeleton(token for unit in base for token in unit.tokens)
        self._known: dict[tuple[str, str, bool], Answers] = {}

    def meant_by(self, token: Token) -> Answers:
        """Return the things of the base that a word or number of the edition may stand for."""
        key = (token.thing, token.language, _is_capitalised(token))
        if key not in self._known:
            found: dict[str, float] = {}
            for thing, likeness in self._candidates(token):
                found[thing] = max(likeness, found.get(thing, 0.0))
            self._known[key] = found
        return self._known[key]

    def _candidates(self, token: Token) -> Iterator[tuple[str, float]]:
        if token.thing in self._things:
            yield token.thing, 1.0
        if _is_capitalised(token) and token.language != self._language:
            yield from self._same_name(token.text)
        if token.text:
            for stem, share in meanings(token.text, token.language).items():
                if self._language != ENGLISH:
                    yield from ((thing, share * other) for thing, other in self._by_meaning.get(stem, ()))
                elif stem in self._things:
                    yield stem, share

    def _same_name(self, word: str) -> Iterator[tuple[str, float]]:
        spellings = {one for key in skeletons(word) for one in self._names.get(key, ())}
        likely = {(name_similarity(word, text), thing) for text, thing in spellings}
        likeness, thing = max(likely, default=(0.0, ""))
        if likeness >= _SAME_NAME:
            yield thing, 1.0


def _by_skeleton(tokens: Iterable[Token]) -> dict[str, list[tuple[str, str]]]:
    """Names of the base by the skeletons under which other spellings may meet them."""
    names: dict[str, list[tuple[str, str]]] = {}
    for text, thing in dict.fromkeys((token.text, token.thing) for token in tokens if _is_capitalised(token)):
        for key in skeletons(text):
            names.setdefault(key, []).append((text, thing))
    return names


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and len(token.text) > 1
