from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.differences.gaps import Gap, gaps, opposite


def test_gaps_are_the_longest_runs_that_are_not_held() -> None:
    assert gaps(7, {0, 3, 6}) == (Gap(1, 2), Gap(4, 5))


def test_opposite_is_what_stands_unanswered_between_the_same_neighbours() -> None:
    partners = {0: 0, 3: 4}

    assert opposite(Gap(1, 2), partners, {0, 2, 4}, 5) == (1, 3)


def test_nothing_stands_in_the_place_of_a_gap_whose_neighbours_touch_on_the_other_side() -> None:
    assert opposite(Gap(1, 2), {0: 0, 3: 1}, {0, 1}, 2) == ()


def test_where_neighbours_cross_only_what_touches_them_counts() -> None:
    assert opposite(Gap(1, 1), {0: 5, 2: 0}, {0, 5, 7}, 9) == (6,)


@given(st.integers(0, 30), st.sets(st.integers(0, 30)))
def test_gaps_and_held_positions_make_up_the_whole(size: int, held: set[int]) -> None:
    free = [k for gap in gaps(size, held) for k in range(gap.first, gap.last + 1)]

    assert sorted(free + [k for k in held if k < size]) == list(range(size))
