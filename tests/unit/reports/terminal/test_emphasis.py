import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.model import Difference, DifferenceKind, Level, Span
from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal.emphasis import emphasise, marked_base, marked_edition, marked_translation
from polyglot_news.reports.terminal.line import PLAIN

TEXT = "He had 16 saves, no more."


def shown(*spans: tuple[int, int, Mark]) -> str:
    return emphasise(TEXT, [(Span(0, start, end), mark) for start, end, mark in spans], colour=False).plain


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (Mark.OMITTED, "He had [−16−] saves, no more."),
        (Mark.ADDED, "He had {+16+} saves, no more."),
        (Mark.CHANGED, "He had ‹16› saves, no more."),
    ],
)
def test_without_colour_brackets_say_what_a_passage_is(mark: Mark, expected: str) -> None:
    assert shown((7, 9, mark)) == expected


def test_of_two_passages_that_overlap_the_shorter_shows() -> None:
    assert shown((3, 15, Mark.OMITTED), (7, 9, Mark.CHANGED)) == "He [−had −]‹16›[− saves−], no more."


def test_an_empty_passage_and_one_beyond_the_end_do_no_harm() -> None:
    assert shown((5, 5, Mark.ADDED), (20, 99, Mark.CHANGED)) == "He had 16 saves, no ‹more.›"


def test_with_colour_the_text_stays_as_it_is() -> None:
    emphasised = emphasise(TEXT, [(Span(0, 7, 9), Mark.CHANGED)], colour=True)

    assert emphasised.plain == TEXT
    assert [run.text for run in emphasised.runs if run.style is not PLAIN] == ["16"]


@given(
    st.text(st.characters(categories=["L", "N", "Zs"]), max_size=40),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from([Mark.OMITTED, Mark.CHANGED])), max_size=5
    ),
)
def test_taking_the_brackets_away_gives_the_text_back(text: str, places: list[tuple[int, int, Mark]]) -> None:
    spans = [(Span(0, min(start, len(text)), max(start, min(end, len(text)))), mark) for start, end, mark in places]

    shown = emphasise(text, spans, colour=False).plain

    plain = emphasise(text, [], colour=False).plain
    assert shown.replace("[−", "").replace("−]", "").replace("‹", "").replace("›", "") == plain


def test_words_that_give_way_to_others_are_changed_on_both_sides_and_left_out_only_where_nothing_answers() -> None:
    place = Span(0, 0, 2)
    change = Difference(DifferenceKind.OMISSION, Level.WORD, 0.9, 0, place, place, place, "")
    omission = Difference(DifferenceKind.OMISSION, Level.CLAUSE, 0.9, 0, place, None, None, "")

    assert marked_base([change, omission]) == [(place, Mark.CHANGED), (place, Mark.OMITTED)]
    assert marked_edition([change, omission]) == marked_translation([change, omission]) == [(place, Mark.CHANGED)]
