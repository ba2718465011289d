import pytest

from polyglot_news.errors import InputError
from polyglot_news.model import DifferenceKind
from polyglot_news.reports.options import KINDS, ReportOptions


def test_every_kind_of_difference_and_moved_can_be_asked_for() -> None:
    assert set(KINDS) == {*(kind.value for kind in DifferenceKind), "moved"}
    assert ReportOptions(only=frozenset(KINDS)).only == set(KINDS)


def test_an_unknown_kind_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(InputError, match="no such kind: numbers, quotes") as refusal:
        ReportOptions(only=frozenset({"quotes", "numbers", "name"}))

    assert all(kind in refusal.value.hint for kind in KINDS)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_outside_0_to_1_is_refused(confidence: float) -> None:
    with pytest.raises(InputError, match="min-confidence"):
        ReportOptions(min_confidence=confidence)


def test_a_page_of_no_width_is_refused() -> None:
    with pytest.raises(InputError, match="width"):
        ReportOptions(width=0)
