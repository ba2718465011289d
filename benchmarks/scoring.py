"""How well predicted links agree with gold: strict, lax, links, omissions, additions, moves.

Strict and lax follow the scorer of vecalign (Thompson & Koehn 2019), with null alignments counted: a bead of one side
only is right when the gold has it too. Figures of many documents are counted together (micro average).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Bead = tuple[tuple[int, ...], tuple[int, ...]]  # (edition, base)


@dataclass(slots=True)
class Counts:
    """True positives, false positives, false negatives."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def count(self, predicted: frozenset[object], gold: frozenset[object]) -> None:
        """Add one document's two sets."""
        self.right += len(predicted & gold)
        self.wrong += len(predicted - gold)
        self.missed += len(gold - predicted)

    @property
    def f1(self) -> float:
        """F1; 0.0 where nothing was right."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass(slots=True)
class Score:
    """All figures of one system, over the documents counted so far."""

    strict: Counts = field(default_factory=Counts)
    links: Counts = field(default_factory=Counts)
    omitted: Counts = field(default_factory=Counts)
    added: Counts = field(default_factory=Counts)
    lax_predicted: list[int] = field(default_factory=lambda: [0, 0])  # right, all
    lax_gold: list[int] = field(default_factory=lambda: [0, 0])
    crossing: list[int] = field(default_factory=lambda: [0, 0])  # found, all
    seconds: float = 0.0
    documents: int = 0

    def count(self, predicted: frozenset[Bead], gold: frozenset[Bead], moved: frozenset[Bead]) -> None:
        """Add one document: beads of both sides, empty ones included, each paragraph in exactly one bead."""
        self.documents += 1
        self.strict.count(frozenset(predicted), frozenset(gold))
        self.links.count(frozenset(_pairs(predicted)), frozenset(_pairs(gold)))
        self.omitted.count(frozenset(_alone(predicted, 1)), frozenset(_alone(gold, 1)))
        self.added.count(frozenset(_alone(predicted, 0)), frozenset(_alone(gold, 0)))
        for tally, beads, others in ((self.lax_predicted, predicted, gold), (self.lax_gold, gold, predicted)):
            tally[0] += sum(_overlaps(bead, others) for bead in beads)
            tally[1] += len(beads)
        self.crossing[0] += len(_pairs(moved) & _pairs(predicted))
        self.crossing[1] += len(_pairs(moved))

    @property
    def lax_f1(self) -> float:
        """F1 where a bead is right when it overlaps a gold bead on both sides, an empty one when it equals one."""
        precision = self.lax_predicted[0] / max(1, self.lax_predicted[1])
        recall = self.lax_gold[0] / max(1, self.lax_gold[1])
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def crossing_recall(self) -> float:
        """Share of the moved pairs that were linked; 1.0 where nothing moved."""
        return self.crossing[0] / self.crossing[1] if self.crossing[1] else 1.0


def completed(links: Iterable[Bead], n_edition: int, n_base: int) -> frozenset[Bead]:
    """Add an empty bead for every paragraph that no link holds."""
    beads = {(tuple(sorted(edition)), tuple(sorted(base))) for edition, base in links}
    held_edition = {j for edition, base in beads if base for j in edition}
    held_base = {i for edition, base in beads if edition for i in base}
    beads = {bead for bead in beads if all(bead)}
    beads |= {((j,), ()) for j in range(n_edition) if j not in held_edition}
    beads |= {((), (i,)) for i in range(n_base) if i not in held_base}
    return frozenset(beads)


def _pairs(beads: Iterable[Bead]) -> set[tuple[int, int]]:
    return {(j, i) for edition, base in beads for j in edition for i in base}


def _alone(beads: Iterable[Bead], side: int) -> set[int]:
    return {place for bead in beads if not bead[1 - side] for place in bead[side]}


def _overlaps(bead: Bead, others: frozenset[Bead]) -> bool:
    if not all(bead):
        return bead in others
    return any(set(bead[0]) & set(other[0]) and set(bead[1]) & set(other[1]) for other in others)
