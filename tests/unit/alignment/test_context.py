import tracemalloc
from collections.abc import Sequence

import numpy as np
import pytest

from polyglot_news.alignment.cells import Cells, Group, likely_cells
from polyglot_news.alignment.context import CONTEXT, context

Cell = tuple[int, int, int, int, int]  # first of the base, of the edition, how many of each, the group
WHOLE = (Group(range(9), range(9)),)
LEAST = -12.0  # said of a link that is not there


def _told(cells: Sequence[Cell], scores: Sequence[float], groups: Sequence[Group] = WHOLE) -> list[dict[str, float]]:
    rows = context(Cells(np.array(cells, dtype=np.intp).reshape(-1, 5)), groups, np.array(scores, dtype=float))
    return [dict(zip(CONTEXT, row, strict=True)) for row in rows.tolist()]


def _one(i: int, j: int, group: int = 0) -> Cell:
    return (i, j, 1, 1, group)


def test_a_link_alone_has_neither_rivals_nor_neighbours() -> None:
    (alone,) = _told([_one(4, 4)], [1.5])

    assert alone["score without context"] == 1.5
    assert {alone[name] for name in CONTEXT if "rival" in name or "away" in name or "link that" in name} == {LEAST}


@pytest.mark.parametrize(
    ("other", "name"),
    [
        (_one(4, 6), "best rival for the base"),
        (_one(6, 4), "best rival for the edition"),
        ((3, 4, 2, 1, 0), "best rival on both sides"),
        ((4, 3, 1, 2, 0), "best rival on both sides"),
        ((3, 3, 2, 2, 0), "best rival on both sides"),
        ((3, 7, 2, 1, 0), "best rival for the base"),
        ((7, 3, 1, 2, 0), "best rival for the edition"),
    ],
)
def test_a_link_that_wants_the_same_units_is_a_rival(other: Cell, name: str) -> None:
    own, _ = _told([_one(4, 4), other], [1.0, 2.0])

    rivals = {"best rival on both sides", "best rival for the base", "best rival for the edition"}
    assert {rival for rival in rivals if own[rival] > LEAST} == {name}
    assert own[name] == 2.0
    assert own["best rival for one side"] == (LEAST if "both" in name else 2.0)


def test_the_best_rival_counts() -> None:
    own, *_ = _told([_one(4, 4), _one(4, 6), _one(4, 7), _one(7, 4)], [1.0, -2.0, 3.0, 0.5])

    assert (own["best rival for the base"], own["best rival for the edition"]) == (3.0, 0.5)
    assert own["best rival for one side"] == 3.0


@pytest.mark.parametrize(
    ("other", "names"),
    [
        (_one(3, 3), {"link that ends where it starts", "before it, up to two away"}),
        (_one(5, 5), {"link that starts where it ends", "after it, up to two away"}),
        ((2, 1, 2, 3, 0), {"link that ends where it starts", "before it, up to two away"}),
        (_one(3, 2), {"before it, one unit away", "before it, up to two away"}),
        (_one(2, 3), {"before it, one unit away", "before it, up to two away"}),
        (_one(6, 5), {"after it, one unit away", "after it, up to two away"}),
        (_one(1, 1), {"before it, up to two away"}),
        (_one(7, 7), {"after it, up to two away"}),
        (_one(0, 3), set()),  # three units of the base are left out
        (_one(3, 5), set()),  # crossing
    ],
)
def test_a_link_nearby_in_order_is_a_neighbour(other: Cell, names: set[str]) -> None:
    own, _ = _told([_one(4, 4), other], [1.0, 2.0])

    assert {name for name in CONTEXT if ("away" in name or "link that" in name) and own[name] == 2.0} == names


def test_the_lesser_neighbour_is_the_worse_of_those_that_meet_it() -> None:
    own, *_ = _told([_one(4, 4), _one(3, 3), _one(5, 5)], [0.0, 2.0, -1.0])

    assert own["lesser neighbour"] == -1.0


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        (_one(0, 0), "link that ends where it starts"),
        ((0, 0, 1, 3, 0), "link that ends where it starts"),
        (_one(8, 8), "link that starts where it ends"),
        ((7, 7, 2, 2, 0), "link that starts where it ends"),
    ],
)
def test_where_both_texts_begin_or_end_the_edge_is_a_good_neighbour(cell: Cell, name: str) -> None:
    (own,) = _told([cell], [0.0])

    assert own[name] > 0


@pytest.mark.parametrize("cell", [_one(0, 1), _one(1, 0), _one(0, 8), _one(8, 0)])
def test_where_one_text_begins_or_ends_it_is_none(cell: Cell) -> None:
    (own,) = _told([cell], [0.0])

    assert own["link that ends where it starts"] == own["link that starts where it ends"] == LEAST


def test_the_edges_are_those_of_the_group() -> None:
    groups = (Group(range(3), range(3)), Group(range(3, 6), range(3, 6)))

    last, first = _told([_one(2, 2, 0), _one(3, 3, 1)], [0.0, 0.0], groups)

    assert last["link that starts where it ends"] > 0 > last["link that ends where it starts"]
    assert first["link that ends where it starts"] > 0 > first["link that starts where it ends"]


def test_links_of_another_group_are_neither_rivals_nor_neighbours() -> None:
    groups = (Group(range(3), range(3)), Group(range(3, 6), range(3, 6)))
    cells = [_one(1, 1, 0), _one(1, 2, 0), _one(2, 2, 0), _one(4, 4, 1), _one(4, 5, 1), _one(5, 5, 1)]
    scores = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]

    assert _told(cells, scores, groups) == [
        *_told(cells[:3], scores[:3], groups),
        *_told(cells[3:], scores[3:], groups),
    ]


def test_links_that_beat_their_rivals_and_stand_in_order_are_the_chain() -> None:
    cells = [*(_one(k, k) for k in range(6)), _one(2, 7), _one(7, 2)]
    told = _told(cells, [5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 1.0, 1.0])

    assert [row["is in the chain"] for row in told] == [1.0] * 6 + [0.0] * 2


def test_a_link_that_is_likely_wrong_is_not_in_the_chain() -> None:
    assert [row["is in the chain"] for row in _told([_one(1, 1), _one(4, 4)], [4.0, -4.0])] == [1.0, 0.0]


def test_of_links_that_cross_the_more_likely_ones_are_the_chain() -> None:
    told = _told([_one(1, 6), _one(3, 3), _one(4, 4)], [3.0, 3.0, 3.0])

    assert [row["is in the chain"] for row in told] == [0.0, 1.0, 1.0]


def test_the_chain_leaves_a_place_for_what_stands_between() -> None:
    chain = [_one(2, 2), _one(6, 6)]
    inside, outside = (_told([*chain, one], [4.0, 4.0, -3.0])[-1] for one in (_one(4, 4), _one(4, 8)))

    assert (inside["units from its place in order"], inside["nearness to its place in order"]) == (0.0, 1.0)
    assert inside["units free at its place"] == 2.0
    assert outside["units from its place in order"] == 3.0
    assert outside["nearness to its place in order"] == 0.0


def test_a_link_far_from_its_place_is_not_measured_forever() -> None:
    groups = (Group(range(500), range(500)),)
    near, far = (_told([_one(1, 1), _one(3, 3), _one(2, j)], [4.0, 4.0, -3.0], groups)[-1] for j in (200, 400))

    assert near["units from its place in order"] == far["units from its place in order"] < 100


def test_without_a_chain_there_is_place_for_everything() -> None:
    told = _told([_one(1, 7), _one(7, 1)], [-4.0, -4.0])

    assert [row["units from its place in order"] for row in told] == [0.0, 0.0]


def test_the_order_of_the_cells_says_nothing() -> None:
    whole = [Group(range(12), range(12))]
    cells, rng = likely_cells(np.zeros((12, 12)), whole, 3), np.random.default_rng(11)
    scores, order = rng.normal(0, 3, len(cells)), rng.permutation(len(cells))

    straight = context(cells, whole, scores)

    assert context(Cells(cells.rows[order]), whole, scores[order]).tolist() == straight[order].tolist()


def test_of_many_links_each_is_measured_as_of_few() -> None:
    groups = [Group(range(k, k + 5), range(k, k + 5)) for k in range(0, 50, 5)]
    cells, rng = likely_cells(np.zeros((50, 50)), groups, 3), np.random.default_rng(12)
    cells, scores = Cells(rng.permutation(cells.rows)), rng.normal(0, 3, len(cells))

    together = context(cells, groups, scores)

    assert len(cells) > 1000
    for number in range(len(groups)):
        own = cells.rows[:, 4] == number
        assert context(cells.take(own), groups, scores[own]).tolist() == together[own].tolist()


def test_a_rival_is_found_however_many_links_stand_between() -> None:
    groups = (Group(range(900), range(900)),)
    cells = [_one(1, 1), *(_one(k, k) for k in range(100, 800)), _one(1, 2)]

    first, *_, last = _told(cells, [1.0, *[0.0] * 700, 2.0], groups)

    assert (first["best rival for the base"], last["best rival for the base"]) == (2.0, 1.0)


def test_memory_grows_with_the_number_of_links_and_not_with_its_square() -> None:
    few, many = (_peak_bytes(n_groups) for n_groups in (20, 80))

    assert many < 6 * few


def _peak_bytes(n_groups: int) -> int:
    groups = [Group(range(k, k + 3), range(k, k + 3)) for k in range(0, 3 * n_groups, 3)]
    cells = likely_cells(np.zeros((3 * n_groups, 3 * n_groups)), groups, 3)
    scores = np.full(len(cells), -4.0)
    tracemalloc.start()
    context(cells, groups, scores)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
