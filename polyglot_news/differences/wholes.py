"""Is a sentence told at all on the other side? Judged by the sentence, not by its words.

Where a sentence is told, its words are answered close together, in one sentence, in nearly their order. Words of a
sentence that is not told find partners as well, by chance and by their subject, but scattered.

Sentences are short and many: plain lists are four times as fast here as arrays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.differences.matching import Matching
from polyglot_news.differences.sides import LinkedTexts, Side
from polyglot_news.model import SentenceLink

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Vector = NDArray[np.float32]

_CLOSE = 3  # words between the partners of two neighbours
_LIKELY = 0.5  # more likely told on one side only than not
_AROUND = 3  # answered words before and behind a sentence that say where its own answer is expected
_TINY = 1e-9


class Sentence(NamedTuple):
    """Words [first, last] of a side that are one sentence, and what is measured of it."""

    first: int
    last: int
    measured: tuple[float, ...]


class Pairing(NamedTuple):
    """A side, the text that it is held against, how they match, and which of its words are answered by any text."""

    side: Side
    other: Side
    matching: Matching
    held: Flags


def sentences(side: Side) -> Iterator[tuple[int, int]]:
    """First and last word of each sentence, paragraph by paragraph."""
    start = 0
    for k in range(1, len(side.words) + 1):
        if k == len(side.words) or _home(side, k) != _home(side, k - 1):
            yield start, k - 1
            start = k


def measure_sentences(pairing: Pairing, probabilities: Vector, linked: LinkedTexts) -> tuple[Sentence, ...]:
    """Measure every sentence of a side.

    Args:
        pairing: of the side.
        probabilities: of its words, to be told on it only.
        linked: the link.
    """
    places = list(sentences(pairing.side))
    reading = _read(pairing, probabilities)
    groups = linked.link.sentences
    return tuple(
        Sentence(first, last, _measured(reading, (first, last), groups[group] if group >= 0 else None, len(places)))
        for first, last in places
        for group in [int(pairing.side.group[first])]
    )


class _Reading(NamedTuple):
    """A pairing as lists, by word; and what is the same for all sentences of the side."""

    side: Side
    rarity: list[float]
    telling: list[bool]
    partner: list[int]
    likeness: list[float]
    held: list[bool]
    likely: list[float]
    homes: list[int]  # of the other side's words, their sentences; -1 where a word lies in none
    weights: list[float]  # of the other side's words, their rarities
    answering: list[bool]  # whether they answer
    by_home: dict[int, list[int]]  # the other side's words by their sentence
    n_unanswering: int  # telling words of the other side that answer nothing
    balance: float  # log of how many telling words this side has for one of the other


def _read(pairing: Pairing, probabilities: Vector) -> _Reading:
    side, other, answering = pairing.side, pairing.other, pairing.matching.answering
    homes: list[int] = other.sentence.tolist()
    by_home: dict[int, list[int]] = defaultdict(list)
    for word, home in enumerate(homes):
        by_home[home].append(word)
    return _Reading(
        side=side, rarity=side.rarity.tolist(), telling=side.telling.tolist(),
        partner=pairing.matching.partner.tolist(), likeness=pairing.matching.likeness.tolist(),
        held=pairing.held.tolist(), likely=probabilities.tolist(),
        homes=homes, weights=other.rarity.tolist(), answering=answering.tolist(), by_home=by_home,
        n_unanswering=int((~answering & other.telling).sum()),
        balance=log((1 + side.telling.sum()) / (1 + other.telling.sum())),
    )  # fmt: skip


def _measured(
    reading: _Reading, place: tuple[int, int], link: SentenceLink | None, n_sentences: int
) -> tuple[float, ...]:
    words = range(place[0], place[1] + 1)
    partner, likely = reading.partner, reading.likely
    answered, held, alike, chance, most = _shares(reading, words)
    telling = [k for k in words if reading.telling[k]]
    partners = [partner[k] for k in telling if partner[k] >= 0]
    best, in_best = _best(reading, words, [k for k in telling if partner[k] >= 0])
    own, by_others = _of_best(reading, best, partners)
    steps = [abs(b - a) for a, b in pairwise(partners)]
    lost = [reading.side.words[k] for k in telling if partner[k] < 0]
    n = max(1, len(telling))
    return (
        answered, held, in_best, alike, chance, most, min(likely[place[0] : place[1] + 1]),
        float(link is not None and not (link.base and link.edition)), link.score if link else 0.0, log(n),
        own, by_others,
        sum(step <= _CLOSE for step in steps) / max(1, len(telling) - 1),
        sum(steps) / len(steps) / 10.0 if steps else 1.0,
        log(n_sentences), reading.balance,
        float(any(word.is_name for word in lost)), float(any(word.quantity for word in lost)),
        float(any(reading.side.words[k].is_quoted for k in telling)),
        reading.n_unanswering / n, _out_of_order(reading, place, best),
    )  # fmt: skip


def _shares(reading: _Reading, words: Sequence[int]) -> Iterator[float]:
    """What part of a sentence is answered, is held, is alike, is likely told on one side only, and is rather than not.

    Words count as much as they tell.
    """
    weights = [reading.rarity[k] for k in words]
    total = sum(weights) + _TINY
    for values in (
        [reading.partner[k] >= 0 for k in words],
        [reading.held[k] for k in words],
        [reading.likeness[k] for k in words],
        [reading.likely[k] for k in words],
        [reading.likely[k] >= _LIKELY for k in words],
    ):
        yield sum(weight * value for weight, value in zip(weights, values, strict=True)) / total


def _best(reading: _Reading, words: Sequence[int], answered: Sequence[int]) -> tuple[int, float]:
    """Find the sentence of the other side that answers most of a sentence, and say how much that is."""
    shares: dict[int, float] = defaultdict(float, {0: 0.0})
    for k in answered:
        shares[reading.homes[reading.partner[k]]] += reading.rarity[k]
    best = min(shares, key=lambda home: (-shares[home], home))
    return best, shares[best] / (sum(reading.rarity[k] for k in words) + _TINY)


def _of_best(reading: _Reading, best: int, partners: Sequence[int]) -> tuple[float, float]:
    """What part of the sentence that answers best answers this sentence, and what part of it others."""
    taken, there = {*partners}, reading.by_home.get(best, ())
    total = sum(reading.weights[k] for k in there) + _TINY
    own = sum(reading.weights[k] for k in there if k in taken)
    by_others = sum(reading.weights[k] for k in there if k not in taken and reading.answering[k])
    return own / total, by_others / total


def _out_of_order(reading: _Reading, place: tuple[int, int], best: int) -> float:
    """How many sentences lie between where the neighbours' answers expect a sentence's answer and where it is."""
    homes = reading.homes
    before, after = (
        [homes[reading.partner[k]] for k in _nearest(reading, words)]
        for words in (range(place[0] - 1, -1, -1), range(place[1] + 1, len(reading.partner)))
    )
    lowest = median(before) if before else 0
    highest = median(after) if after else max(homes, default=0)
    return float(max(0, min(lowest, highest) - best, best - max(lowest, highest)))


def _nearest(reading: _Reading, words: Sequence[int]) -> list[int]:
    """The first few answered words among some."""
    found: list[int] = []
    for k in words:
        if reading.partner[k] >= 0:
            found.append(k)
            if len(found) == _AROUND:
                break
    return found


def _home(side: Side, word: int) -> tuple[int, int]:
    return side.paragraph[word], int(side.sentence[word])
