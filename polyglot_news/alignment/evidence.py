"""What speaks for a link: the words of the translation, and the words, names and numbers of the original itself.

A machine translation drops, repeats and invents; the original does not. So the original is held against the base
directly: by the bilingual lexicon, by names across scripts, by numbers. Both are channels between the same units.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.alignment.answers import Dictionary
from polyglot_news.alignment.reading import Token, Unit

if TYPE_CHECKING:
    from polyglot_news.alignment.cells import Matrix, Vector

_STOPWORD_WEIGHT = 0.3  # they tell short paragraphs apart, and must not drown the rest

Tokens = Sequence[Token]


class Weights(NamedTuple):
    """What the things of two articles are worth, by rarity; sentences are weighed by those of their article."""

    told: Mapping[str, float]  # of the base and of the translation
    original: Mapping[str, float]
    reliability: float  # how far the translation can be trusted, 0..1
    length_ratio: float  # characters of the base to those of the other edition


class Channel(NamedTuple):
    """One way in which the units of the edition answer those of the base. Things are columns."""

    base: Matrix  # units of the base x its things: weight
    edition: Matrix  # units of the edition x its things: weight
    found: Matrix  # units of the edition x things of the base: likeness of the best answer, 0..1
    told: Matrix  # units of the base x things of the edition: likewise


class Evidence(NamedTuple):
    """All that is known of two lists of units."""

    translation: Channel | None
    original: Channel
    base_lengths: Vector  # characters
    edition_lengths: Vector
    reliability: float
    length_ratio: float
    meanings: tuple[Matrix, Matrix] | None = None  # units of either side x dimensions, see meaning.py

    @property
    def sizes(self) -> tuple[int, int]:
        """Units of the base and of the edition."""
        return len(self.base_lengths), len(self.edition_lengths)


def weigh(base: Sequence[Unit], edition: Sequence[Unit], reliability: float = 1.0) -> Weights:
    """Weigh things by how few units hold them (inverse document frequency), stopwords at a part of it.

    Args:
        base: units of the base.
        edition: units of the other edition, with their translations where there are any.
        reliability: of the translation, 0..1.
    """
    told = [unit.tokens for unit in base] + [unit.translation for unit in edition if unit.translation]
    ours, theirs = (sum(max(1, unit.length) for unit in side) or 1 for side in (base, edition))
    return Weights(_rarity(told), _rarity([unit.tokens for unit in edition]), reliability, ours / theirs)


def gather(base: Sequence[Unit], edition: Sequence[Unit], weights: Weights, dictionary: Dictionary) -> Evidence:
    """Arrange what the units of both sides say as matrices.

    Args:
        base: units of the base.
        edition: units of the other edition.
        weights: of the articles that the units are from.
        dictionary: of the base's article, or of a part that holds `base`.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    known = _Base([unit.tokens for unit in base], weights.told, dictionary)
    told = None
    if any(unit.translation for unit in edition):
        told = _channel(known, [unit.translation for unit in edition], weights.told)
    original = _channel(known, [unit.tokens for unit in edition], weights.original)
    ours, theirs = (np.array([float(max(1, unit.length)) for unit in side]) for side in (base, edition))
    return Evidence(told, original, ours, theirs, weights.reliability, weights.length_ratio, _meanings(base, edition))


def _meanings(base: Sequence[Unit], edition: Sequence[Unit]) -> tuple[Matrix, Matrix] | None:
    """Sum what the sentences of each unit mean, by their length; None where a side says nothing that is known."""
    import numpy as np  # noqa: PLC0415  # heavy

    if not (any(unit.meanings for unit in base) and any(unit.meanings for unit in edition)):
        return None
    size = next(len(one.vector) for unit in base for one in unit.meanings)
    ours, theirs = (
        np.array([sum(((one.end - one.start) * one.vector for one in unit.meanings), np.zeros(size)) for unit in side])
        for side in (base, edition)
    )
    return ours, theirs


def _rarity(units: Iterable[Tokens]) -> dict[str, float]:
    holders: Counter[str] = Counter()
    stopwords: set[str] = set()
    n_units = 0
    for tokens in units:
        n_units += 1
        holders.update({token.thing for token in tokens})
        stopwords.update(token.thing for token in tokens if token.is_stopword)
    return {
        thing: log((n_units + 1) / (count + 0.5)) * (_STOPWORD_WEIGHT if thing in stopwords else 1.0)
        for thing, count in holders.items()
    }


class _Base:
    """What both channels need of the base."""

    def __init__(self, units: Sequence[Tokens], weights: Mapping[str, float], dictionary: Dictionary) -> None:
        self.units, self.dictionary = units, dictionary
        self.column = _columns(units)
        self.weighted = _weighted(units, self.column, weights)


def _channel(base: _Base, edition: Sequence[Tokens], weights: Mapping[str, float]) -> Channel:
    import numpy as np  # noqa: PLC0415  # heavy

    column = _columns(edition)
    likeness = np.zeros((len(column), len(base.column)))
    # A thing answers what any of its spellings does: as a name, or in the language of one of its paragraphs.
    spellings = {(one.thing, one.language, one.text[:1].isupper()): one for tokens in edition for one in tokens}
    for token in spellings.values():
        row = column[token.thing]
        for thing, value in base.dictionary.meant_by(token).items():
            if thing in base.column:
                likeness[row, base.column[thing]] = max(value, likeness[row, base.column[thing]])
    return Channel(
        base.weighted,
        _weighted(edition, column, weights),
        _best(edition, column, likeness),
        _best(base.units, base.column, likeness.T),
    )


def _columns(units: Iterable[Tokens]) -> dict[str, int]:
    things = dict.fromkeys(token.thing for tokens in units for token in tokens)
    return {thing: column for column, thing in enumerate(things)}


def _weighted(units: Sequence[Tokens], column: Mapping[str, int], weights: Mapping[str, float]) -> Matrix:
    """Counts are damped by a square root, so that a repeated word does not decide."""
    import numpy as np  # noqa: PLC0415  # heavy

    matrix = np.zeros((len(units), len(column)))
    worth = np.array([weights.get(thing, 0.0) for thing in column])
    for row, tokens in enumerate(units):
        np.add.at(matrix[row], [column[token.thing] for token in tokens], 1.0)
    weighted: Matrix = np.sqrt(matrix) * worth
    return weighted


def _best(units: Sequence[Tokens], column: Mapping[str, int], likeness: Matrix) -> Matrix:
    """For each unit, how well each thing of the other side is answered by the best of what the unit holds."""
    import numpy as np  # noqa: PLC0415  # heavy

    best = np.zeros((len(units), likeness.shape[1]))
    for row, tokens in enumerate(units):
        if tokens:
            best[row] = likeness[sorted({column[token.thing] for token in tokens})].max(axis=0)
    return best
