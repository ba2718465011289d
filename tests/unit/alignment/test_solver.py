from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.solver import Candidate, choose

RUNS = st.tuples(st.integers(0, 4), st.integers(1, 3)).map(lambda run: tuple(range(run[0], sum(run))))
CANDIDATES = st.lists(
    st.builds(Candidate, RUNS, RUNS, st.floats(-1, 5, allow_nan=False), st.just(0.5)), max_size=9, unique=True
)


def _are_disjoint(chosen: tuple[Candidate, ...]) -> bool:
    cells = [cell for one in chosen for cell in one.cells()]
    return len(cells) == len(set(cells))


def test_two_small_links_are_better_than_a_large_one_that_is_worth_less() -> None:
    small = Candidate((0,), (0,), 1.0, 0.8), Candidate((1,), (1,), 1.0, 0.8)

    assert choose([Candidate((0, 1), (0,), 1.5, 0.9), *small]) == small


def test_order_is_no_condition() -> None:
    crossing = Candidate((0,), (1,), 1.0, 0.8), Candidate((1,), (0,), 1.0, 0.8)

    assert choose(crossing) == crossing


def test_what_is_worth_nothing_is_not_chosen() -> None:
    assert choose([Candidate((0,), (0,), 0.0, 0.2), Candidate((1,), (1,), -1.0, 0.1)]) == ()


def test_no_candidates_give_no_links() -> None:
    assert choose([]) == ()


def test_the_same_place_on_both_sides_is_no_conflict() -> None:
    both = Candidate((3,), (5,), 1.0, 0.5), Candidate((5,), (3,), 1.0, 0.5)

    assert choose(both) == both


def chain(gains: list[float]) -> list[Candidate]:
    """Links that each compete with the one before and the one behind."""
    return [Candidate((k, k + 1), (k, k + 1), gain, 0.5) for k, gain in enumerate(gains)]


def test_the_solver_is_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    choose(chain([1.0, 2.0] * 8))

    assert capfd.readouterr() == ("", "")


@settings(deadline=None, max_examples=30)
@given(st.lists(st.floats(0.1, 5), min_size=2, max_size=40))
def test_of_a_chain_the_best_links_are_chosen_however_long_it_is(gains: list[float]) -> None:
    without, best = 0.0, 0.0
    for gain in gains:
        without, best = best, max(best, without + gain)

    chosen = choose(chain(gains))

    assert _are_disjoint(chosen)
    assert sum(one.gain for one in chosen) == pytest.approx(best)


@settings(deadline=None, max_examples=60)
@given(CANDIDATES)
def test_no_other_disjoint_candidates_are_worth_more(candidates: list[Candidate]) -> None:
    subsets = [subset for size in range(10) for subset in combinations(candidates, size)]
    most = max(sum(one.gain for one in subset) for subset in subsets if _are_disjoint(subset))

    chosen = choose(candidates)

    assert _are_disjoint(chosen)
    assert set(chosen) <= set(candidates)
    assert sum(one.gain for one in chosen) == pytest.approx(most, abs=1e-6)


@settings(deadline=None, max_examples=60)
@given(CANDIDATES)
def test_links_come_in_the_order_of_the_base_and_always_the_same(candidates: list[Candidate]) -> None:
    chosen = choose(candidates)

    assert [one.base for one in chosen] == sorted(one.base for one in chosen)
    assert choose(candidates) == chosen
