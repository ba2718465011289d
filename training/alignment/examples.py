"""Edited editions with exact gold down to the sentence, in more ways than the benchmark edits them.

A document is a list of paragraphs, a paragraph a list of sentences that exist on both sides. Editing keeps track of
which sentence stands where, so the gold follows: two paragraphs are linked where they share a sentence.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Bead = tuple[tuple[int, ...], tuple[int, ...]]  # places in the base, places in the edition
_LONGEST = 3  # paragraphs a side that an aligner links
_FEWEST = 5  # blocks from which some may move


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a story, as both editions tell it."""

    base: str
    edition: str
    translation: str  # of `edition`; "" where there is none


Paragraph = list[Sentence]


@dataclass(slots=True)
class Example:
    """Two editions: paragraphs of sentences, and which answer which."""

    document: str
    kind: str
    base_language: str
    edition_language: str
    base: list[Paragraph] = field(default_factory=list)
    edition: list[Paragraph] = field(default_factory=list)
    lost: frozenset[int] = frozenset()  # paragraphs of the edition that came back without a translation

    def paragraph_beads(self) -> set[Bead] | None:
        """Links between paragraphs; None where one holds more paragraphs than an aligner links."""
        homes = {id(one): k for k, paragraph in enumerate(self.edition) for one in paragraph}
        groups: list[tuple[set[int], set[int]]] = []
        for i, paragraph in enumerate(self.base):
            places = {homes[id(one)] for one in paragraph if id(one) in homes}
            if not places:
                continue
            touching = [group for group in groups if group[1] & places]
            merged = ({i}.union(*(g[0] for g in touching)), places.union(*(g[1] for g in touching)))
            groups = [group for group in groups if group not in touching] + [merged]
        beads = {(tuple(sorted(ours)), tuple(sorted(theirs))) for ours, theirs in groups}
        return beads if all(_is_link(*bead) for bead in beads) else None


def _is_link(ours: Sequence[int], theirs: Sequence[int]) -> bool:
    shape = (len(ours), len(theirs))
    runs = all(side[-1] - side[0] == len(side) - 1 for side in (ours, theirs))
    return runs and (max(shape) <= _LONGEST if min(shape) == 1 else shape == (2, 2))


@dataclass(frozen=True, slots=True)
class House:
    """How one newsroom edits: how often, which side, and how far."""

    rate: float  # of all edits, 1.0 for news
    base_share: float  # of the edits that are made to the base and not to the edition
    is_bold: bool = False  # merges and splits into three, moves breaks, trims several sentences
    is_shuffled: bool = False  # tells everything in another order, sentences too


def edited(
    paragraphs: Sequence[Paragraph], foreign: Sequence[Paragraph], example: Example, rng: random.Random
) -> Example:
    """Fill an example with an edited story.

    Args:
        paragraphs: the story.
        foreign: paragraphs of another one, from which additions are drawn.
        example: empty.
        rng: the source of every choice.
    """
    house = _house(rng)
    told: list[_Block] = []
    k = 0
    while k < len(paragraphs):
        taken, block = _block(paragraphs, k, house, rng)
        told.append(block)
        if rng.random() < _ADDS * house.rate:
            told.append(([rng.choice(foreign)], []))
        if house.is_bold and rng.random() < _ADDS_TO_EDITION * house.rate:
            told.append(([], [rng.choice(foreign)]))
        k += taken
    order = _moved(list(range(len(told))), house, rng)
    if house.is_shuffled:
        rng.shuffle(order)
        told = [(ours, [rng.sample(part, len(part)) for part in theirs]) for ours, theirs in told]
    example.base = [paragraph for place in order for paragraph in told[place][0] if paragraph]
    example.edition = [paragraph for block in told for paragraph in block[1] if paragraph]
    return example


_Block = tuple[list[Paragraph], list[Paragraph]]  # what the base and the edition make of some paragraphs


# How often each kind of newsroom is met.
_HOUSES = {"news": 6, "bold": 4, "shuffled": 1}
_TAKES_AWAY, _LEAVES_OUT, _ADDS, _ADDS_TO_EDITION = 0.15, 0.08, 0.08, 0.03  # of its paragraphs, at a rate of 1.0
_MERGES, _MOVES_BREAK, _SPLITS, _TRIMS, _MOVES, _GOES_FARTHER = 0.1, 0.05, 0.3, 0.25, 0.12, 0.2


def _house(rng: random.Random) -> House:
    match rng.choices([*_HOUSES], [*_HOUSES.values()])[0]:
        case "news":
            return House(rng.choice((0.4, 1.0, 1.0, 1.0, 1.7)), 1.0)
        case "bold":
            return House(rng.choice((0.0, 0.3, 0.6, 1.0, 1.6)), 0.65, is_bold=True)
    return House(rng.choice((0.0, 0.5, 1.0)), 0.65, is_bold=True, is_shuffled=True)


def _block(paragraphs: Sequence[Paragraph], k: int, house: House, rng: random.Random) -> tuple[int, _Block]:
    """Edit the paragraphs from k on: how many are used up, and what comes of them."""
    one, chance, n_left = paragraphs[k], rng.random(), len(paragraphs) - k
    if chance < _TAKES_AWAY * house.rate:
        return 1, ([], [one])
    if chance < (_TAKES_AWAY + _LEAVES_OUT) * house.rate:
        return 1, ([one], [])
    if n_left > 1 and rng.random() < _MERGES * house.rate:
        n = 3 if house.is_bold and n_left >= _LONGEST and rng.random() < _GOES_FARTHER else 2
        some = list(paragraphs[k : k + n])
        return n, _either([[sentence for part in some for sentence in part]], some, house, rng)
    if house.is_bold and n_left > 1 and rng.random() < _MOVES_BREAK * house.rate:
        both = [*one, *paragraphs[k + 1]]
        return 2, _either(_cut(both, [rng.randrange(1, len(both))]), [one, paragraphs[k + 1]], house, rng)
    return 1, _either(_within(one, house, rng), [one], house, rng)


def _within(one: Paragraph, house: House, rng: random.Random) -> list[Paragraph]:
    """Split a paragraph, or leave out of it."""
    if len(one) > 1 and rng.random() < _SPLITS * house.rate:
        n_cuts = 2 if house.is_bold and len(one) >= _LONGEST and rng.random() < _GOES_FARTHER else 1
        return _cut(one, sorted(rng.sample(range(1, len(one)), n_cuts)))
    if len(one) > 1 and rng.random() < _TRIMS * house.rate:
        n_lost = rng.randint(1, len(one) - 1) if house.is_bold else 1
        lost = rng.sample(range(len(one)), n_lost)
        return [[sentence for place, sentence in enumerate(one) if place not in lost]]
    return [one]


def _either(ours: list[Paragraph], theirs: list[Paragraph], house: House, rng: random.Random) -> _Block:
    return (ours, theirs) if rng.random() < house.base_share else (theirs, ours)


def _cut(sentences: Paragraph, places: Sequence[int]) -> list[Paragraph]:
    return [sentences[start:end] for start, end in pairwise([0, *places, len(sentences)])]


def _moved(order: list[int], house: House, rng: random.Random) -> list[int]:
    """Put some blocks elsewhere."""
    if len(order) < _FEWEST or house.rate == 0.0:
        return order
    for _ in range(max(1, round(len(order) * _MOVES * house.rate))):
        order.insert(rng.randrange(len(order)), order.pop(rng.randrange(len(order))))
    return order
