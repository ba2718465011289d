"""What the other links that could be made say of a link: its rivals, its neighbours, the order of the likeliest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from polyglot_news.alignment.cells import Cells, Group
from polyglot_news.alignment.moves import moved

if TYPE_CHECKING:
    from polyglot_news.alignment.cells import Integers, Mask, Matrix, Vector

CONTEXT = (
    "score without context",
    "best rival on both sides", "best rival for the base", "best rival for the edition",
    "link that ends where it starts", "link that starts where it ends",
    "before it, one unit away", "after it, one unit away", "before it, up to two away", "after it, up to two away",
    "best rival for one side", "lesser neighbour",
    "nearness to its place in order", "units from its place in order", "units free at its place", "is in the chain",
)  # fmt: skip
_NONE = -12.0  # log-odds of a link that is not there
_EDGE = 3.0  # both texts begin together and end together: the edge is a good neighbour
_FARTHEST, _WIDEST = 8.0, 6.0
_BLOCK = 256  # cells that are held against all others at once


def context(cells: Cells, groups: Sequence[Group], scores: Vector) -> Matrix:
    """Measure what surrounds each cell.

    Args:
        cells: of any shapes and groups.
        groups: that the cells belong to.
        scores: log-odds of each cell for itself.

    Returns:
        cells x CONTEXT.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    blocks = [_pairwise(cells, scores, start) for start in range(0, len(cells), _BLOCK)]
    both, for_base, for_edition, before, before_1, before_2, after, after_1, after_2 = np.concatenate(blocks, axis=1)
    base, edition, n_base, n_edition, number = cells.rows.T
    base_end, edition_end = base + n_base, edition + n_edition
    bounds = np.array([(g.base.start, g.base.stop, g.edition.start, g.edition.stop) for g in groups])[number]
    before[(base == bounds[:, 0]) & (edition == bounds[:, 2]) & (before < _EDGE)] = _EDGE
    after[(base_end == bounds[:, 1]) & (edition_end == bounds[:, 3]) & (after < _EDGE)] = _EDGE
    chain = _chain(cells, scores, np.maximum(np.maximum(for_base, for_edition), both))
    low, high = _places(cells, chain, bounds)
    distance = np.maximum(np.maximum(low - edition, edition_end - high), 0)
    columns: list[Vector | Mask | Integers] = [scores, both, for_base, for_edition]
    columns += [before, after, before_1, after_1, before_2, after_2]
    columns += [np.maximum(for_base, for_edition), np.minimum(before, after)]
    columns += [np.maximum(0.0, 1 - distance / 3), np.minimum(distance, _FARTHEST)]
    columns += [np.clip(high - low - n_edition, 0, _WIDEST), np.isin(np.arange(len(cells)), chain)]
    return np.stack([column.astype(float) for column in columns], axis=1)


def _pairwise(cells: Cells, scores: Vector, start: int) -> Matrix:
    """For a block of cells: best rival on both sides, for the base, for the edition; neighbours before and after."""
    import numpy as np  # noqa: PLC0415  # heavy

    some = cells.rows[start : start + _BLOCK].T[:, :, None]
    others = cells.rows.T[:, None]
    together = some[4] == others[4]
    together[np.arange(together.shape[0]), start + np.arange(together.shape[0])] = False
    base, edition, base_end, edition_end = some[0], some[1], some[0] + some[2], some[1] + some[3]
    other_base_end, other_edition_end = others[0] + others[2], others[1] + others[3]
    same_base = together & (base < other_base_end) & (others[0] < base_end)
    same_edition = together & (edition < other_edition_end) & (others[1] < edition_end)
    rivals = (same_base & same_edition, same_base & ~same_edition, same_edition & ~same_base)
    before = _neighbours(base - other_base_end, edition - other_edition_end, together, scores)
    after = _neighbours(others[0] - base_end, others[1] - edition_end, together, scores)
    return np.stack([*(_best(scores, among) for among in rivals), *before, *after])


def _best(scores: Vector, among: Mask) -> Vector:
    """For each row, the highest score among the columns that are marked."""
    import numpy as np  # noqa: PLC0415  # heavy

    best: Vector = np.where(among, scores[None], _NONE).max(axis=1, initial=_NONE)
    return best


def _neighbours(base_gap: Integers, edition_gap: Integers, together: Mask, scores: Vector) -> list[Vector]:
    """Best link that meets the cell, that leaves out one unit, that leaves out up to two a side."""
    behind = together & (base_gap >= 0) & (edition_gap >= 0)
    gap = base_gap + edition_gap
    near = behind & (base_gap <= 2) & (edition_gap <= 2)  # noqa: PLR2004
    return [_best(scores, behind & (gap == 0)), _best(scores, behind & (gap == 1)), _best(scores, near)]


def _chain(cells: Cells, scores: Vector, rivals: Vector) -> list[int]:
    """Cells that beat every rival and, within their group, stand in order: the frame in which others are expected."""
    import numpy as np  # noqa: PLC0415  # heavy

    winners = np.flatnonzero((scores > rivals) & (scores > -1.0))
    rows = cells.rows
    winners = winners[np.lexsort((rows[winners, 1], rows[winners, 0], rows[winners, 4]))]
    chain: list[int] = []
    for number in sorted(set(rows[winners, 4].tolist())):  # np.unique would load all of numpy.ma
        some = winners[rows[winners, 4] == number]
        crossing = moved(rows[some, 1].tolist(), (1.0 / (1.0 + np.exp(-scores[some])) + 0.01).tolist())
        chain += [int(cell) for place, cell in enumerate(some) if place not in crossing]
    return chain


def _places(cells: Cells, chain: list[int], bounds: Integers) -> tuple[Integers, Integers]:
    """Where in the edition the chain leaves room for each cell: the first unit, and the one behind the last."""
    import numpy as np  # noqa: PLC0415  # heavy

    base, edition, n_base, n_edition, number = cells.rows.T
    low, high = bounds[:, 2].copy(), bounds[:, 3].copy()
    if chain:
        same = number[:, None] == number[chain][None]
        is_before = same & ((base + n_base)[chain][None] <= base[:, None])
        is_after = same & (base[chain][None] >= (base + n_base)[:, None])
        low = np.maximum(low, np.where(is_before, (edition + n_edition)[chain][None], low[:, None]).max(axis=1))
        high = np.minimum(high, np.where(is_after, edition[chain][None], high[:, None]).min(axis=1))
    return low, high
