"""The links that are weighed: runs of neighbouring units on either side, one row of an array each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.intp]
    Matrix = NDArray[np.float64]
    Vector = NDArray[np.float64]
    Mask = NDArray[np.bool_]

Shape = tuple[int, int]  # units of the base, units of the edition

_NEAREST = 6  # of a unit, those on the other side that are weighed; with ten no gold link more was kept
_NEAR_DIAGONAL = 0.1  # and those at about the same height


class Group(NamedTuple):
    """Units that may be linked with each other: a whole article, or the sentences of one link."""

    base: range
    edition: range


@dataclass(frozen=True, slots=True)
class Cells:
    """Links that could be made, a row each: first unit of the base, of the edition, how many of each, the group."""

    rows: Integers  # cells x 5

    def __len__(self) -> int:
        """Count the cells."""
        return len(self.rows)

    def of_shape(self, shape: Shape) -> Cells:
        """Return the cells of one shape."""
        return Cells(self.rows[(self.rows[:, 2] == shape[0]) & (self.rows[:, 3] == shape[1])])

    def take(self, mask: Mask) -> Cells:
        """Return some of the cells."""
        return Cells(self.rows[mask])


def shapes(max_span: int) -> tuple[Shape, ...]:
    """Shapes of a link: one to one, one to several either way, and two to two where a break stands elsewhere."""
    several = [shape for n in range(2, max_span + 1) for shape in ((1, n), (n, 1))]
    return ((1, 1), *several, *([(2, 2)] if max_span > 1 else []))


def likely_cells(likeness: Matrix, groups: Sequence[Group], max_span: int) -> Cells:
    """Return the cells whose every pair of units is near: among the likest of one of the two, or at the same height.

    Args:
        likeness: units of the base x units of the edition.
        groups: the parts of it that may be linked, apart on both sides.
        max_span: units of a link's longer side.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    near = np.zeros(likeness.shape, dtype=bool)
    numbers = np.zeros(likeness.shape[0], dtype=np.intp)
    for number, group in enumerate(groups):
        ours, theirs = slice(group.base.start, group.base.stop), slice(group.edition.start, group.edition.stop)
        numbers[ours] = number
        if len(group.base) and len(group.edition):
            near[ours, theirs] = _near(likeness[ours, theirs])
    rows = []
    for n_base, n_edition in shapes(max_span):
        wide = _all_of(_all_of(near, n_base).T, n_edition).T
        i, j = wide.nonzero()
        rows.append(np.stack([i, j, np.full_like(i, n_base), np.full_like(i, n_edition), numbers[i]], axis=1))
    return Cells(np.concatenate(rows))


def _all_of(marked: Mask, length: int) -> Mask:
    """Whether every `length` neighbouring rows are marked."""
    n = max(0, len(marked) - length + 1)
    fits = marked[:n].copy()
    for offset in range(1, length):
        fits &= marked[offset : offset + n]
    return fits


def run_sums(rows: Matrix, length: int) -> Matrix:
    """Sum every `length` neighbouring rows; a vector likewise."""
    n = max(0, len(rows) - length + 1)
    total = rows[:n].copy()
    for offset in range(1, length):
        total += rows[offset : offset + n]
    return total


def _near(likeness: Matrix) -> Mask:
    import numpy as np  # noqa: PLC0415  # heavy

    n_base, n_edition = likeness.shape
    in_row = np.argsort(np.argsort(-likeness, axis=1, kind="stable"), axis=1, kind="stable") < _NEAREST
    in_column = np.argsort(np.argsort(-likeness, axis=0, kind="stable"), axis=0, kind="stable") < _NEAREST
    height = (np.arange(n_base)[:, None] + 0.5) / n_base - (np.arange(n_edition)[None] + 0.5) / n_edition
    near: Mask = in_row | in_column | (abs(height) < _NEAR_DIAGONAL)
    return near
