import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.differences.confidence import confidence_of, weakened

NUMBERS = st.floats(-1e6, 1e6)
SHARES = st.floats(0, 1)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=6), NUMBERS)
def test_confidence_is_a_probability_whatever_was_measured(pairs: list[tuple[float, float]], constant: float) -> None:
    measured, weights = [one for one, _ in pairs], [other for _, other in pairs]

    assert 0 < confidence_of(measured, [*weights, constant]) < 1


def test_nothing_for_or_against_is_an_even_chance() -> None:
    assert confidence_of([0.0, 0.0], [2.0, -1.0, 0.0]) == 0.5


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_more_of_what_speaks_for_a_difference_makes_it_surer(one: float, other: float) -> None:
    less, more = sorted((one, other))

    assert confidence_of([less], [1.0, 0.0]) <= confidence_of([more], [1.0, 0.0])
    assert confidence_of([less], [-1.0, 0.0]) >= confidence_of([more], [-1.0, 0.0])


@pytest.mark.parametrize("n_weights", [2, 4])
def test_weights_for_other_measures_are_refused(n_weights: int) -> None:
    with pytest.raises(ValueError, match="zip"):
        confidence_of([1.0, 1.0], [0.0] * n_weights)


@given(SHARES, SHARES)
def test_doubt_lowers_confidence_and_full_doubt_leaves_none(confidence: float, doubt: float) -> None:
    assert 0.0 <= weakened(confidence, doubt) <= confidence
    assert weakened(confidence, 1.0) == 0.0
    assert weakened(confidence, 0.0) == confidence
