"""What is measured of a link by what its sides mean: how like they are, and how like each is to others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from polyglot_news.alignment.cells import Cells, Group, Shape, run_sums

if TYPE_CHECKING:
    from polyglot_news.alignment.cells import Integers, Mask, Matrix, Vector

MEANING = (
    "likeness of meaning", "best rival in meaning for the base", "best rival in meaning for the edition",
    "least like part, meaning", "least loss without a part, meaning", "is known by meaning",
)  # fmt: skip
_LEAST = 1e-6  # a vector shorter than this says nothing


class Meanings:
    """Cosines between runs of units; a run points where its sentences do on average, weighed by their length."""

    def __init__(self, base: Matrix, edition: Matrix, groups: Sequence[Group]) -> None:
        """Take what the units mean.

        Args:
            base: units of the base x dimensions: sums of vectors times characters, zero where nothing is known.
            edition: likewise.
            groups: units that may be linked with each other; others are no rivals.
        """
        self._base, self._edition = base, edition
        self._together = _together((len(base), len(edition)), groups)
        self._known: dict[Shape, Matrix] = {}

    def measure(self, cells: Cells, shape: Shape) -> list[Vector]:
        """Return the columns MEANING of cells that are all of one shape."""
        import numpy as np  # noqa: PLC0415  # heavy

        n_base, n_edition = shape
        base, edition = cells.rows[:, 0], cells.rows[:, 1]
        alike = self._cosines(shape)[base, edition]
        for_base = np.where(self._together, self._cosines((n_base, 1), self._together.shape), 0.0)[base]
        for_edition = np.where(self._together, self._cosines((1, n_edition), self._together.shape), 0.0).T[edition]
        is_known = _are_known(self._base, n_base)[base] & _are_known(self._edition, n_edition)[edition]
        return [
            alike,
            _best_outside(for_base, edition, n_edition),
            _best_outside(for_edition, base, n_base),
            *self._parts(base, edition, shape, alike),
            is_known.astype(float),
        ]

    def _parts(self, base: Integers, edition: Integers, shape: Shape, alike: Vector) -> tuple[Vector, Vector]:
        """How like the least like part is to the whole other side, and how much less like all is without a part."""
        import numpy as np  # noqa: PLC0415  # heavy

        n_base, n_edition = shape
        parts, without = [], []
        if n_base > 1:
            parts += [self._cosines((1, n_edition))[base + k, edition] for k in range(n_base)]
            without += [self._cosines((n_base - 1, n_edition))[base + k, edition] for k in (0, 1)]
        if n_edition > 1:
            parts += [self._cosines((n_base, 1))[base, edition + k] for k in range(n_edition)]
            without += [self._cosines((n_base, n_edition - 1))[base, edition + k] for k in (0, 1)]
        if not parts:
            return alike, alike
        return np.minimum.reduce(parts), alike - np.maximum.reduce(without)

    def _cosines(self, shape: Shape, padded: Shape = (0, 0)) -> Matrix:
        """Runs of the base x runs of the edition; a run stands at its first unit, with zeros where none fits."""
        import numpy as np  # noqa: PLC0415  # heavy

        if shape not in self._known:
            ours, theirs = _pointing(self._base, shape[0]), _pointing(self._edition, shape[1])
            self._known[shape] = ours @ theirs.T
        known = self._known[shape]
        missing = [(0, max(0, wanted - has)) for wanted, has in zip(padded, known.shape, strict=True)]
        return np.pad(known, missing)


def _together(sizes: Shape, groups: Sequence[Group]) -> Mask:
    """Mark the units of one group."""
    import numpy as np  # noqa: PLC0415  # heavy

    together = np.zeros(sizes, dtype=bool)
    for group in groups:
        together[group.base.start : group.base.stop, group.edition.start : group.edition.stop] = True
    return together


def _pointing(units: Matrix, length: int) -> Matrix:
    """Unit vectors of every `length` neighbouring units; zero where nothing is known."""
    import numpy as np  # noqa: PLC0415  # heavy

    total = run_sums(units, length)
    pointing: Matrix = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), _LEAST)
    return pointing


def _are_known(units: Matrix, length: int) -> Mask:
    known: Mask = abs(run_sums(units, length)).sum(axis=1) > _LEAST
    return known


def _best_outside(rows: Matrix, start: Integers, length: int) -> Vector:
    """The highest of each row, `length` places from its start left out; at least 0."""
    import numpy as np  # noqa: PLC0415  # heavy

    places = np.arange(rows.shape[1])[None] - start[:, None]
    best: Vector = np.where((places < 0) | (places >= length), rows, 0.0).max(axis=1, initial=0.0)
    return best
