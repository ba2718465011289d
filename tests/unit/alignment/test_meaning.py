import numpy as np
import pytest

from polyglot_news.alignment.cells import Cells, Group, Shape
from polyglot_news.alignment.meaning import MEANING, Meanings

EAST, NORTH, BETWEEN, NOWHERE = (2.0, 0.0), (0.0, 3.0), (1.0, 1.0), (0.0, 0.0)
Side = list[tuple[float, float]]
Measures = dict[str, float]


def measured(base: Side, edition: Side, cell: tuple[int, int, int, int], groups: list[Group] | None = None) -> Measures:
    whole = [Group(range(len(base)), range(len(edition)))]
    shape: Shape = cell[2:]
    columns = Meanings(np.array(base), np.array(edition), groups or whole).measure(Cells(np.array([[*cell, 0]])), shape)
    return dict(zip(MEANING, (float(column[0]) for column in columns), strict=True))


def test_sides_that_mean_the_same_are_alike_and_have_no_rival() -> None:
    found = measured([EAST, NORTH], [NORTH, EAST], (0, 1, 1, 1))

    assert found["likeness of meaning"] == pytest.approx(1.0)
    assert found["best rival in meaning for the base"] == pytest.approx(0.0)
    assert found["best rival in meaning for the edition"] == pytest.approx(0.0)
    assert found["is known by meaning"] == 1.0


def test_a_rival_is_the_likest_outside_the_link() -> None:
    found = measured([EAST, NORTH], [EAST, BETWEEN], (0, 0, 1, 1))

    assert found["best rival in meaning for the base"] == pytest.approx(0.5**0.5)
    assert found["best rival in meaning for the edition"] == pytest.approx(0.0)


def test_units_of_another_group_are_no_rivals() -> None:
    groups = [Group(range(1), range(1)), Group(range(1, 2), range(1, 2))]

    found = measured([EAST, EAST], [BETWEEN, EAST], (0, 0, 1, 1), groups)

    assert found["best rival in meaning for the base"] == 0.0
    assert found["best rival in meaning for the edition"] == 0.0


def test_a_part_that_does_not_belong_is_least_alike_and_no_loss() -> None:
    found = measured([EAST], [EAST, NORTH], (0, 0, 1, 2))

    assert found["least like part, meaning"] == pytest.approx(0.0)
    assert found["least loss without a part, meaning"] < 0


def test_a_part_that_belongs_is_a_loss() -> None:
    found = measured([BETWEEN], [(1.0, 0.0), (0.0, 1.0)], (0, 0, 1, 2))

    assert found["likeness of meaning"] == pytest.approx(1.0)
    assert found["least loss without a part, meaning"] == pytest.approx(1 - 0.5**0.5)


def test_what_says_nothing_is_not_known() -> None:
    found = measured([NOWHERE, EAST], [EAST], (0, 0, 1, 1))

    assert found["likeness of meaning"] == 0.0
    assert found["is known by meaning"] == 0.0


@pytest.mark.parametrize("cell", [(0, 0, 1, 1), (0, 0, 2, 1), (0, 0, 3, 1), (0, 0, 1, 2), (0, 0, 1, 3), (0, 0, 2, 2)])
def test_a_link_may_hold_all_there_is(cell: tuple[int, int, int, int]) -> None:
    found = measured([EAST] * cell[2], [EAST] * cell[3], cell)

    assert found["likeness of meaning"] == pytest.approx(1.0)
    assert found["best rival in meaning for the base"] == 0.0
