"""How well predicted links agree with gold: strict, lax, links, omissions, additions, moves, and each shape of link.

Strict and lax follow the scorer of vecalign (Thompson & Koehn 2019), with null alignments counted: a bead of one side
only is right when the gold has it too. Figures of many documents are counted together (micro average).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Bead = tuple[tuple[int, ...], tuple[int, ...]]  # (edition, base)
SHAPES = ("1-1", "1-2", "2-1", "n-m", "1-0", "0-1")  # paragraphs of the base, of the edition


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
    def precision(self) -> float:
        """Share of the predicted that is right; 0.0 where nothing was predicted."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0.0 where the gold is empty."""
        return self.right / max(1, self.right + self.missed)

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
    shapes: dict[str, Counts] = field(default_factory=lambda: {shape: Counts() for shape in SHAPES})
    moved: Counts = field(default_factory=Counts)  # recall only: `wrong` stays 0
    lax_predicted: list[int] = field(default_factory=lambda: [0, 0])  # right, all
    lax_gold: list[int] = field(default_factory=lambda: [0, 0])
    crossing: list[int] = field(default_factory=lambda: [0, 0])  # found, all
    seconds: float = 0.0
    cpu_seconds: float = 0.0  # of the process and of the commands that it ran
    documents: int = 0

    def count(self, predicted: frozenset[Bead], gold: frozenset[Bead], moved: frozenset[Bead]) -> None:
        """Add one document: beads of both sides, empty ones included, each paragraph in exactly one bead."""
        self.documents += 1
        self.strict.count(frozenset(predicted), frozenset(gold))
        self.links.count(frozenset(_pairs(predicted)), frozenset(_pairs(gold)))
        self.omitted.count(frozenset(_alone(predicted, 1)), frozenset(_alone(gold, 1)))
        self.added.count(frozenset(_alone(predicted, 0)), frozenset(_alone(gold, 0)))
        for name, counts in self.shapes.items():
            counts.count(_of_shape(predicted, name), _of_shape(gold, name))
        self.moved.count(frozenset(moved & predicted), frozenset(moved))
        for tally, beads, others in ((self.lax_predicted, predicted, gold), (self.lax_gold, gold, predicted)):
            tally[0] += sum(is_overlapping(bead, others) for bead in beads)
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


def shape_of(bead: Bead) -> str:
    """Name the shape of a bead as the reports do, the base first: 1-0 is an omission."""
    edition, base = bead
    shape = f"{len(base)}-{len(edition)}"
    return shape if shape in SHAPES else "n-m"


def completed(links: Iterable[Bead], n_edition: int, n_base: int) -> frozenset[Bead]:
    """Add an empty bead for every paragraph that no link holds."""
    beads = {(tuple(sorted(edition)), tuple(sorted(base))) for edition, base in links}
    held_edition = {j for edition, base in beads if base for j in edition}
    held_base = {i for edition, base in beads if edition for i in base}
    beads = {bead for bead in beads if all(bead)}
    beads |= {((j,), ()) for j in range(n_edition) if j not in held_edition}
    beads |= {((), (i,)) for i in range(n_base) if i not in held_base}
    return frozenset(beads)


def is_overlapping(bead: Bead, others: frozenset[Bead]) -> bool:
    """Whether a bead shares paragraphs of both sides with one of the others; an empty one: whether it is one."""
    if not all(bead):
        return bead in others
    return any(set(bead[0]) & set(other[0]) and set(bead[1]) & set(other[1]) for other in others)


def _of_shape(beads: Iterable[Bead], shape: str) -> frozenset[Bead]:
    return frozenset(bead for bead in beads if shape_of(bead) == shape)


def _pairs(beads: Iterable[Bead]) -> set[tuple[int, int]]:
    return {(j, i) for edition, base in beads for j in edition for i in base}


def _alone(beads: Iterable[Bead], side: int) -> set[int]:
    return {place for bead in beads if not bead[1 - side] for place in bead[side]}
