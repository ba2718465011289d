"""One kind of evidence as weighted bags, a row a paragraph; spans of paragraphs are sums of rows.

Columns stand for the same thing on both sides: an English stem, a name, a number. What can have no partner on the other
side is kept as its squared weight only, because all it does is to make a paragraph less alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

Bag = Mapping[str, float]  # thing -> how much of it the paragraph holds


@dataclass(frozen=True, slots=True)
class View:
    """Weighted bags of both sides."""

    base: Matrix  # paragraphs of the base x things
    edition: Matrix  # paragraphs of the edition x the same things
    base_rest: Matrix  # squared weight of what is on one side only, a number a paragraph
    edition_rest: Matrix

    def similarity(self, n_base: int, n_edition: int) -> Matrix:
        """Cosine of every run of `n_base` base paragraphs with every run of `n_edition` edition paragraphs, 0..1."""
        import numpy as np  # noqa: PLC0415  # heavy

        base, edition = _runs(self.base, n_base), _runs(self.edition, n_edition)
        base_norm = np.sqrt((base**2).sum(axis=1) + _runs(self.base_rest, n_base))
        edition_norm = np.sqrt((edition**2).sum(axis=1) + _runs(self.edition_rest, n_edition))
        norms = np.maximum(np.outer(base_norm, edition_norm), 1e-9)
        similarity: Matrix = np.clip(base @ edition.T / norms, 0.0, 1.0)
        return similarity

    def exclusive(self, base: Sequence[int], edition: Sequence[int]) -> Matrix:
        """Share of each part's squared weight that the other side holds and no other part does, 0..1.

        Args:
            base: paragraphs of the base, one or several.
            edition: paragraphs of the edition; one where `base` has several, several where it has one.

        Returns:
            A number for each paragraph of the side that has several.
        """
        import numpy as np  # noqa: PLC0415  # heavy

        several, rest, whole = (
            (self.base[list(base)], self.base_rest[list(base)], self.edition[list(edition)])
            if len(base) > 1
            else (self.edition[list(edition)], self.edition_rest[list(edition)], self.base[list(base)])
        )
        squared, held = several**2, whole.sum(axis=0) > 0
        alone = ((several > 0).sum(axis=0) == 1) & held
        shares: Matrix = squared[:, alone].sum(axis=1) / np.maximum(squared.sum(axis=1) + rest, 1e-9)
        return shares


def view(base: Sequence[Bag], edition: Sequence[Bag], weights: Mapping[str, float]) -> View:
    """Arrange bags as a View.

    Args:
        base: a bag a paragraph.
        edition: likewise; its things are named as the base names them where they are the same.
        weights: what each thing is worth; counts are damped by a square root, so that a repeated word does not decide.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    shared = sorted({thing for bag in base for thing in bag} & {thing for bag in edition for thing in bag})
    column = {thing: place for place, thing in enumerate(shared)}
    matrices, rests = [], []
    for bags in (base, edition):
        matrix, rest = np.zeros((len(bags), len(shared))), np.zeros(len(bags))
        for row, bag in enumerate(bags):
            for thing, amount in bag.items():
                weight = sqrt(amount) * weights.get(thing, 1.0)
                if thing in column:
                    matrix[row, column[thing]] = weight
                else:
                    rest[row] += weight * weight
        matrices.append(matrix)
        rests.append(rest)
    return View(matrices[0], matrices[1], rests[0], rests[1])


def rarity(*sides: Sequence[Bag]) -> dict[str, float]:
    """Weigh each thing by how few paragraphs of the two articles hold it (inverse document frequency, >= 0)."""
    holders = Counter(thing for bags in sides for bag in bags for thing in bag)
    total = sum(len(bags) for bags in sides)
    return {thing: log((total + 1) / count) for thing, count in holders.items()}


def _runs(rows: Matrix, length: int) -> Matrix:
    """Sum every `length` neighbouring rows."""
    n = max(0, len(rows) - length + 1)
    total = rows[:n].copy()
    for offset in range(1, length):
        total += rows[offset : offset + n]
    return total
