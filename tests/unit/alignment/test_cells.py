from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from polyglot_news.alignment.cells import Cells, Group, Shape, likely_cells, shapes

Matrix = NDArray[np.float64]

SIDES = st.tuples(st.integers(0, 4), st.integers(0, 4))
SIZES = st.integers(1, 24)


def _rows(cells: Cells) -> list[tuple[int, ...]]:
    return [tuple(row) for row in cells.rows.tolist()]


def _pairs(row: tuple[int, ...]) -> list[tuple[int, int]]:
    """Which units of both sides stand in one cell."""
    i, j, n_base, n_edition, _ = row
    return list(product(range(i, i + n_base), range(j, j + n_edition)))


def _side_by_side(sizes: Sequence[tuple[int, int]]) -> list[Group]:
    """Groups of so many units a side, one behind the other."""
    groups, i, j = [], 0, 0
    for n_base, n_edition in sizes:
        groups.append(Group(range(i, i + n_base), range(j, j + n_edition)))
        i, j = i + n_base, j + n_edition
    return groups


def _unlike(groups: Sequence[Group]) -> Matrix:
    return np.zeros((sum(len(one.base) for one in groups), sum(len(one.edition) for one in groups)))


@pytest.mark.parametrize(
    ("max_span", "expected"),
    [
        (1, {(1, 1)}),
        (2, {(1, 1), (1, 2), (2, 1), (2, 2)}),
        (3, {(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)}),
    ],
)
def test_a_link_has_one_unit_on_one_side_or_two_on_both(max_span: int, expected: set[Shape]) -> None:
    assert set(shapes(max_span)) == expected
    assert len(shapes(max_span)) == len(expected)


@settings(max_examples=40)
@given(st.lists(SIDES, max_size=4), st.integers(1, 3))
def test_the_cells_of_short_groups_are_all_that_never_leave_them(sizes: list[tuple[int, int]], max_span: int) -> None:
    groups = _side_by_side(sizes)

    rows = _rows(likely_cells(_unlike(groups), groups, max_span))

    for row in rows:
        group = groups[row[4]]
        assert all(i in group.base and j in group.edition for i, j in _pairs(row))
    assert len(rows) == len(set(rows))
    assert len(rows) == sum(
        max(0, n_base - height + 1) * max(0, n_edition - width + 1)
        for (n_base, n_edition), (height, width) in product(sizes, shapes(max_span))
    )


@settings(max_examples=30)
@given(st.lists(st.tuples(SIZES, SIZES), min_size=1, max_size=3), st.integers(1, 3), st.integers(0, 99))
def test_a_group_has_the_cells_that_it_would_have_alone(sizes: list[tuple[int, int]], max_span: int, seed: int) -> None:
    groups = _side_by_side(sizes)
    likeness = np.random.default_rng(seed).random(_unlike(groups).shape)

    together = _rows(likely_cells(likeness, groups, max_span))

    for number, group in enumerate(groups):
        part = likeness[group.base.start : group.base.stop, group.edition.start : group.edition.stop]
        alone = _rows(likely_cells(part, [Group(range(len(group.base)), range(len(group.edition)))], max_span))
        assert {row[:4] for row in together if row[4] == number} == {
            (i + group.base.start, j + group.edition.start, n_base, n_edition) for i, j, n_base, n_edition, _ in alone
        }


def test_cells_are_taken_by_shape_and_by_choice() -> None:
    cells = likely_cells(np.zeros((2, 2)), [Group(range(2), range(2))], 2)

    assert _rows(cells.of_shape((2, 1))) == [(0, 0, 2, 1, 0), (0, 1, 2, 1, 0)]
    assert len(cells.of_shape((3, 1))) == 0
    assert _rows(cells.take(cells.rows[:, 2] == 2)) == [row for row in _rows(cells) if row[2] == 2]


@settings(max_examples=30)
@given(SIZES, SIZES, st.integers(1, 3), st.integers(0, 99))
def test_the_likest_units_are_weighed(n_base: int, n_edition: int, max_span: int, seed: int) -> None:
    likeness = np.random.default_rng(seed).random((n_base, n_edition))

    rows = _rows(likely_cells(likeness, [Group(range(n_base), range(n_edition))], max_span))

    near = {row[:2] for row in rows if row[2:4] == (1, 1)}
    assert {(i, int(j)) for i in range(n_base) for j in likeness[i].argsort()[-3:]} <= near
    assert {(int(i), j) for j in range(n_edition) for i in likeness[:, j].argsort()[-3:]} <= near
    assert len(rows) == len(set(rows))
    for row in rows:  # a longer cell is of such pairs alone
        assert set(_pairs(row)) <= near
    assert all(row[2:4] in shapes(max_span) and row[4] == 0 for row in rows)


def test_units_at_the_same_height_are_weighed_however_unlike_they_are() -> None:
    likeness = 1 - np.eye(60)

    rows = _rows(likely_cells(likeness, [Group(range(60), range(60))], 2))

    assert {(k, k, 1, 1, 0) for k in range(60)} <= set(rows)
    assert {(k, k, 2, 2, 0) for k in range(59)} <= set(rows)


def test_not_every_pair_of_a_long_article_is_weighed() -> None:
    likeness = np.random.default_rng(7).random((100, 100))

    assert len(likely_cells(likeness, [Group(range(100), range(100))], 1)) < 100 * 100 / 2


def test_likely_cells_never_leave_their_group() -> None:
    rows = _rows(likely_cells(np.ones((8, 8)), [Group(range(2, 5), range(1, 6))], 3))

    assert {row[:2] for row in rows if row[2:4] == (1, 1)} == set(product(range(2, 5), range(1, 6)))
    assert {pair for row in rows for pair in _pairs(row)} == set(product(range(2, 5), range(1, 6)))


@pytest.mark.parametrize(("n_base", "n_edition"), [(0, 0), (0, 3), (3, 0)])
def test_where_a_side_is_empty_there_is_no_cell(n_base: int, n_edition: int) -> None:
    assert len(likely_cells(np.zeros((n_base, n_edition)), [Group(range(n_base), range(n_edition))], 3)) == 0


def test_without_groups_there_is_no_cell() -> None:
    assert len(likely_cells(np.zeros((0, 0)), [], 3)) == len(likely_cells(np.ones((2, 2)), [], 3)) == 0
