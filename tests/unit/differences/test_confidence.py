from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.differences.confidence import confidence
from polyglot_news.model import Evidence

weights = st.lists(st.floats(-1, 1), max_size=6)


def _evidence(*weights: float) -> list[Evidence]:
    return [Evidence("rule", weight, "") for weight in weights]


def test_half_a_weight_is_even_odds() -> None:
    assert confidence(_evidence(0.5)) == 0.5


def test_without_evidence_a_difference_is_unlikely() -> None:
    assert confidence([]) < 0.1


@given(weights, st.floats(0.01, 1))
def test_more_evidence_never_lowers_confidence(known: list[float], more: float) -> None:
    assert 0.0 <= confidence(_evidence(*known)) <= confidence(_evidence(*known, more)) <= 1.0
