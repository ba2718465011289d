from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.moves import moved

ORDERS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 50)), max_size=9, unique_by=lambda pair: pair[0])


@pytest.mark.parametrize(
    ("order", "weights", "expected"),
    [
        ([], [], set()),
        ([7], [1], set()),
        ([0, 1, 2], [1, 1, 1], set()),
        ([3, 0, 1, 2], [1, 1, 1, 1], {0}),  # the last became the first
        ([1, 2, 3, 0], [1, 1, 1, 1], {3}),
        ([1, 0], [90, 10], {1}),  # of two that cross, the lighter has moved
        ([1, 0], [10, 90], {0}),
        ([2, 0, 1], [10, 4, 4], {1, 2}),  # one long paragraph outweighs two short ones
        ([2, 0, 1], [10, 6, 6], {0}),
        ([40, 10, 30], [1, 1, 1], {0}),  # places need not be neighbours
    ],
)
def test_what_has_moved_is_off_the_heaviest_run_in_order(
    order: list[int], weights: list[float], expected: set[int]
) -> None:
    assert moved(order, weights) == expected


@settings(deadline=None, max_examples=60)
@given(ORDERS)
def test_no_other_run_in_order_is_heavier(pairs: list[tuple[int, int]]) -> None:
    order, weights = [place for place, _ in pairs], [weight for _, weight in pairs]
    runs = [
        run
        for size in range(len(order) + 1)
        for run in combinations(range(len(order)), size)
        if [order[k] for k in run] == sorted(order[k] for k in run)
    ]

    kept = tuple(k for k in range(len(order)) if k not in moved(order, weights))

    assert kept in runs
    assert sum(weights[k] for k in kept) == max(sum(weights[k] for k in run) for run in runs)
