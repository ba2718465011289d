from collections.abc import Callable

import pytest

from polyglot_news.model import Difference, DifferenceKind, Level, Link, Report, Span
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import select, summarise


def test_without_filters_everything_is_reported(storm: Report) -> None:
    selection = select(storm.comparisons[0], ReportOptions())

    assert (len(selection.differences), selection.moved, selection.omitted, selection.added) == (2, (3,), (3,), (3,))
    assert selection.kinds == {"number", "omission", "addition", "moved"}


@pytest.mark.parametrize("kind", ["number", "omission", "addition", "moved"])
def test_only_leaves_one_kind_whether_inside_a_link_or_a_whole_paragraph(kind: str, storm: Report) -> None:
    assert select(storm.comparisons[0], ReportOptions(only=frozenset({kind}))).kinds == {kind}


@pytest.mark.parametrize("kind", DifferenceKind)
def test_every_kind_can_be_asked_for_alone(kind: DifferenceKind, story: Callable[..., Report]) -> None:
    place = Span(0, 0, 1)
    inside = [Difference(one, Level.WORD, 0.9, 0, place, place, None, "") for one in DifferenceKind]
    told = story(["a"], ["x"], [Link((0,), (0,), 0.5)], differences=inside)

    selection = select(told.comparisons[0], ReportOptions(only=frozenset({kind.value})))

    assert [one.kind for one in selection.differences] == [kind]


def test_a_kind_that_is_not_there_leaves_nothing(storm: Report) -> None:
    assert not select(storm.comparisons[0], ReportOptions(only=frozenset({"framing"}))).kinds


def test_confidence_filters_differences_and_lets_whole_paragraphs_pass(storm: Report) -> None:
    selection = select(storm.comparisons[0], ReportOptions(min_confidence=0.9))

    assert [one.kind.value for one in selection.differences] == ["number"]
    assert selection.omitted == selection.added == selection.moved == (3,)


def test_coverage_is_the_share_of_the_base_s_characters_in_links(story: Callable[..., Report]) -> None:
    told = story(["aaaa", "bb", "cccc"], ["x"], [Link((0, 1), (0,), 0.5)])

    summary = summarise(told.base, told.comparisons[0], select(told.comparisons[0], ReportOptions()))

    assert summary.base_coverage == 0.6
    assert (summary.linked, summary.omitted, summary.added) == (1, 1, 0)


@pytest.mark.parametrize("base", [[], [""]])
def test_of_a_base_without_text_nothing_is_covered(base: list[str], story: Callable[..., Report]) -> None:
    told = story(base, ["x"], [])

    assert summarise(told.base, told.comparisons[0], select(told.comparisons[0], ReportOptions())).base_coverage == 0.0
