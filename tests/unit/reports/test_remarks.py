from __future__ import annotations

from collections.abc import Callable

from polyglot_news.model import Difference, DifferenceKind, Level, Link, Report, Span
from polyglot_news.reports.options import ReportOptions, Unit
from polyglot_news.reports.remarks import RemarkedUnit, Topic, describe, remark_units
from polyglot_news.reports.selection import select
from polyglot_news.reports.units import align_units


def remarked(report: Report, *only: str) -> tuple[RemarkedUnit, ...]:
    comparison = report.comparisons[0]
    selection = select(comparison, ReportOptions(only=frozenset(only)))
    units = align_units(report.base, comparison, selection, Unit.PARAGRAPH)
    return remark_units(report.base, comparison, selection, units)


def test_each_unit_of_the_base_says_what_became_of_it(storm: Report) -> None:
    said = {one.unit.name: [remark.text for remark in one.remarks] for one in remarked(storm)}

    assert list(said) == ["p0", "p1", "p2", "p3", "p4"]
    assert said["p1"] == [
        "number 0.93: “16 000” → “26 000”",
        "omission 0.71: “No one was hurt.”, in the base only",
        "back translation (translate-ru_en-1_9): On the night to Saturday 26 000 homes were left without light.",
        "added after this: “Мэр обещал выплаты.” (The mayor promised payments.)",
    ]
    assert said["p3"] == ["left out in the edition"]
    assert said["p4"][0] == "moved: stands in another place of the edition"


def test_a_unit_is_clean_where_nothing_is_reported_inside(storm: Report) -> None:
    assert [one.unit.name for one in remarked(storm) if one.is_clean] == ["p0", "p2", "p4"]
    assert "p1" in [one.unit.name for one in remarked(storm, "moved") if one.is_clean]


def test_nothing_is_remarked_that_was_not_asked_for(storm: Report) -> None:
    topics = {remark.topic for one in remarked(storm, "number") for remark in one.remarks}

    assert topics == {Topic.DIFFERENCE, Topic.TRANSLATION}


def test_what_is_added_before_all_else_is_a_remark_about_the_first_unit(story: Callable[..., Report]) -> None:
    told = story(["Title"], ["Анонс", "Заголовок"], [Link((0,), (1,), 0.9)])

    assert [remark.text for remark in remarked(told)[0].remarks] == ["added before this: “Анонс”"]


def test_a_difference_is_told_in_one_line_with_the_words_of_both_sides(story: Callable[..., Report]) -> None:
    told = story(["The\ndictator"], ["Лидер"], [Link((0,), (0,), 0.9)], translated=["The leader"])
    sides = [
        (Span(0, 0, 12), Span(0, 0, 5), Span(0, 4, 10)),
        (Span(0, 4, 12), None, None),
        (None, Span(0, 0, 5), Span(0, 4, 10)),
        (None, None, Span(0, 4, 10)),
    ]
    differences = [Difference(DifferenceKind.FRAMING, Level.WORD, 0.876, 0, *side, "") for side in sides]

    assert [describe(told.base, told.comparisons[0], one) for one in differences] == [
        "framing 0.88: “The dictator” → “Лидер” (leader)",
        "framing 0.88: “dictator”, in the base only",
        "framing 0.88: “Лидер” (leader), in the edition only",
        "framing 0.88: “leader”, in the edition only",
    ]


def test_a_word_that_the_edition_spells_as_the_base_does_is_quoted_once(story: Callable[..., Report]) -> None:
    told = story(["At 5"], ["В 5"], [Link((0,), (0,), 0.9)], translated=["At 6"])
    sides = [
        (Span(0, 3, 4), Span(0, 2, 3), Span(0, 3, 4)),
        (Span(0, 3, 4), Span(0, 2, 3), None),
        (Span(0, 0, 2), None, Span(0, 0, 2)),
        (Span(0, 0, 2), Span(0, 0, 1), Span(0, 0, 2)),
    ]
    differences = [Difference(DifferenceKind.NUMBER, Level.WORD, 0.9, 0, *side, "") for side in sides]

    assert [describe(told.base, told.comparisons[0], one) for one in differences] == [
        "number 0.90: “5” (6)",
        "number 0.90: “5”",
        "number 0.90: “At”",
        "number 0.90: “At” → “В” (At)",
    ]


def test_a_quotation_is_not_quoted_again(story: Callable[..., Report]) -> None:
    told = story(["Title"], ["Заголовок", "«Да», — сказал он."], [Link((0,), (0,), 0.9)])

    assert remarked(told)[0].remarks[-1].text == "added after this: «Да», — сказал он."
