"""What is measured of a link that could be made: how far each side covers the other, lengths, place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from polyglot_news.alignment.cells import Cells, Group, run_sums, shapes
from polyglot_news.alignment.evidence import Channel, Evidence
from polyglot_news.alignment.meaning import MEANING, Meanings

if TYPE_CHECKING:
    from polyglot_news.alignment.cells import Integers, Matrix, Vector

FEATURES = (
    "base covered by the translation", "translation covered by the base",
    "least covered part, translation", "least loss without a part, translation",
    "base covered by the original", "original covered by the base",
    "least covered part, original", "least loss without a part, original",
    "base covered, both", "edition covered, both", "lesser of both",
    "length ratio", "length difference", "length of the base", "length of the edition",
    "units of the base", "units of the edition", "distance from the diagonal",
    "is translated", "reliability of the translation",
)  # fmt: skip
_TRANSLATION_SHARE, _ORIGINAL_SHARE = 0.6, 0.4  # where the translation can be trusted
_LEAST = 1e-6


def likeness(evidence: Evidence) -> Matrix:
    """How far single units cover each other, both ways, of two: units of the base x units of the edition."""
    import numpy as np  # noqa: PLC0415  # heavy

    total = np.zeros(evidence.sizes)
    for channel, share in _channels(evidence):
        if channel is not None:
            total += share * (_shares(channel.base, channel.found) + _shares(channel.edition, channel.told).T)
    return total


def features(evidence: Evidence, cells: Cells, groups: Sequence[Group], max_span: int) -> tuple[Cells, Matrix]:
    """Measure cells.

    Returns:
        The same cells, ordered by shape, and an array: cells x FEATURES, and MEANING where meanings are known.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    covers = [None if channel is None else _Cover(channel) for channel, _ in _channels(evidence)]
    known = None if evidence.meanings is None else Meanings(*evidence.meanings, groups)
    ordered, blocks = [], []
    for shape in shapes(max_span):
        some = cells.of_shape(shape)
        if len(some):
            ordered.append(some.rows)
            measured = _of_shape(evidence, covers, some, groups)
            blocks.append(measured if known is None else np.column_stack([measured, *known.measure(some, shape)]))
    if not blocks:
        n_columns = len(FEATURES) + (0 if known is None else len(MEANING))
        return Cells(cells.rows[:0]), np.zeros((0, n_columns))
    return Cells(np.concatenate(ordered)), np.concatenate(blocks)


def _channels(evidence: Evidence) -> tuple[tuple[Channel | None, float], tuple[Channel, float]]:
    """Both channels, with shares that sum to one."""
    trust = _TRANSLATION_SHARE * evidence.reliability if evidence.translation else 0.0
    total = trust + _ORIGINAL_SHARE
    return (evidence.translation, trust / total), (evidence.original, _ORIGINAL_SHARE / total)


def _of_shape(evidence: Evidence, covers: list[_Cover | None], cells: Cells, groups: Sequence[Group]) -> Matrix:
    import numpy as np  # noqa: PLC0415  # heavy

    base, edition, n_base, n_edition, _ = cells.rows.T
    shape = (int(n_base[0]), int(n_edition[0]))
    both = np.zeros((2, len(cells)))
    columns: list[Vector] = []
    for cover, (_, share) in zip(covers, _channels(evidence), strict=True):
        measured = np.zeros((4, len(cells))) if cover is None else cover.measure(base, edition, shape)
        columns += list(measured)
        both += share * measured[:2]
    ours = np.log(run_sums(evidence.base_lengths, shape[0])[base])
    theirs = np.log(run_sums(evidence.edition_lengths, shape[1])[edition])
    theirs += np.log(evidence.length_ratio)
    columns += [both[0], both[1], both.min(axis=0), ours - theirs, abs(ours - theirs), ours, theirs]
    columns += [n_base.astype(float), n_edition.astype(float), _off_diagonal(cells, groups)]
    is_translated = float(evidence.translation is not None)
    columns += [np.full(len(cells), is_translated), np.full(len(cells), evidence.reliability)]
    return np.stack(columns, axis=1)


def _off_diagonal(cells: Cells, groups: Sequence[Group]) -> Vector:
    """How far a cell's middle is from standing at the same height on both sides of its group, 0..1."""
    import numpy as np  # noqa: PLC0415  # heavy

    base, edition, n_base, n_edition, number = cells.rows.T
    bounds = np.array([(g.base.start, len(g.base), g.edition.start, len(g.edition)) for g in groups], dtype=float)[
        number
    ]
    ours = (base - bounds[:, 0] + n_base / 2) / np.maximum(bounds[:, 1], 1)
    theirs = (edition - bounds[:, 2] + n_edition / 2) / np.maximum(bounds[:, 3], 1)
    distance: Vector = abs(ours - theirs)
    return distance


class _Cover:
    """How far runs of units cover each other in one channel: a matrix for each shape, made when it is asked for."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._known: dict[tuple[int, int], tuple[Matrix, Matrix]] = {}

    def measure(self, base: Integers, edition: Integers, shape: tuple[int, int]) -> Matrix:
        """Base covered, edition covered, least covered part, least loss without a part: four rows, 0..1."""
        import numpy as np  # noqa: PLC0415  # heavy

        n_base, n_edition = shape
        ours, theirs = (side[base, edition] for side in self._both(shape))
        if shape == (1, 1):
            least = np.minimum(ours, theirs)
            return np.stack([ours, theirs, least, least])
        parts, losses = [], []
        if n_base > 1:
            parts += [self._both((1, n_edition))[0][base + k, edition] for k in range(n_base)]
            losses += [theirs - self._both((n_base - 1, n_edition))[1][base + k, edition] for k in (0, 1)]
        if n_edition > 1:
            parts += [self._both((n_base, 1))[1][base, edition + k] for k in range(n_edition)]
            losses += [ours - self._both((n_base, n_edition - 1))[0][base, edition + k] for k in (0, 1)]
        return np.stack([ours, theirs, np.minimum.reduce(parts), np.minimum.reduce(losses)])

    def _both(self, shape: tuple[int, int]) -> tuple[Matrix, Matrix]:
        """Share of the base's weight that the edition answers, and the other way: runs of the base x of the edition."""
        if shape not in self._known:
            channel, (n_base, n_edition) = self._channel, shape
            ours, theirs = run_sums(channel.base, n_base), run_sums(channel.edition, n_edition)
            answered, told = _run_best(channel.found, n_edition), _run_best(channel.told, n_base)
            self._known[shape] = (_shares(ours, answered), _shares(theirs, told).T)
        return self._known[shape]


def _shares(weight: Matrix, answered: Matrix) -> Matrix:
    """Share of each row's weight that each row of the other side answers."""
    import numpy as np  # noqa: PLC0415  # heavy

    shares: Matrix = weight @ answered.T / np.maximum(weight.sum(axis=1), _LEAST)[:, None]
    return shares


def _run_best(rows: Matrix, length: int) -> Matrix:
    """The best of every `length` neighbouring rows."""
    import numpy as np  # noqa: PLC0415  # heavy

    n = max(0, len(rows) - length + 1)
    best = rows[:n].copy()
    for offset in range(1, length):
        np.maximum(best, rows[offset : offset + n], out=best)
    return best
