from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.model import (
    Difference,
    DifferenceKind,
    Level,
    Link,
    Paragraph,
    Report,
    Role,
    SentenceLink,
    Span,
)
from polyglot_news.reports.options import ReportOptions, Unit
from polyglot_news.reports.selection import select
from polyglot_news.reports.units import AlignedUnit, align_units, facts_of, text_of

BASE = ("Title", "A storm came. It was dark.  No one was hurt.", "Schools close. Shops open.")
EDITION = ("Заголовок", "Шторм пришёл. Было темно. Мэр молчал.")
NUMBER = Difference(DifferenceKind.NUMBER, Level.WORD, 0.9, 1, Span(1, 0, 7), Span(1, 0, 5), None, "")
OMISSION = Difference(DifferenceKind.OMISSION, Level.SENTENCE, 0.7, 1, Span(1, 28, 44), None, None, "")
SENTENCES = (
    SentenceLink((Span(1, 0, 13), Span(1, 14, 26)), (Span(1, 0, 13), Span(1, 14, 25)), (), 0.8),
    SentenceLink((), (Span(1, 26, 37),), (), 0.0),
    SentenceLink((Span(1, 28, 44),), (), (), 0.0),
)


def units_of(report: Report, unit: Unit, number: int = 0) -> tuple[AlignedUnit, ...]:
    comparison = report.comparisons[number]
    return align_units(report.base, comparison, select(comparison, ReportOptions()), unit)


@pytest.fixture
def linked(story: Callable[..., Report]) -> Report:
    """One link with sentences, and a paragraph of two sentences that is left out."""
    links = [Link((0,), (0,), 0.9), Link((1,), (1,), 0.6, sentences=SENTENCES)]
    told = story(BASE, EDITION, links, differences=[NUMBER, OMISSION])
    schools = Paragraph(BASE[2], Role.BODY, "en", (Span(2, 0, 14), Span(2, 15, 26)))
    storm = Paragraph(BASE[1], Role.BODY, "en", (Span(1, 0, 13), Span(1, 14, 26), Span(1, 28, 44)))
    return replace(told, base=replace(told.base, paragraphs=(told.base.paragraphs[0], storm, schools)))


def test_sentences_that_answer_each_other_are_one_unit(linked: Report) -> None:
    units = units_of(linked, Unit.SENTENCE)

    assert [(unit.name, unit.source, unit.target, unit.score) for unit in units] == [
        ("p0", "Title", "Заголовок", 0.9),
        ("p1-s0", "A storm came. It was dark.", "Шторм пришёл. Было темно.", 0.8),
        ("", "", "Мэр молчал.", 0.0),
        ("p1-s2", "No one was hurt.", "", 0.0),
        ("p2-s0", "Schools close.", "", 0.0),
        ("p2-s1", "Shops open.", "", 0.0),
    ]


def test_paragraphs_that_answer_each_other_are_one_unit(linked: Report) -> None:
    units = units_of(linked, Unit.PARAGRAPH)

    assert [(unit.name, unit.source, unit.target, unit.score) for unit in units] == [
        ("p0", BASE[0], EDITION[0], 0.9),
        ("p1", BASE[1], EDITION[1], 0.6),
        ("p2", BASE[2], "", 0.0),
    ]


def test_a_difference_belongs_to_the_sentences_that_it_touches(linked: Report) -> None:
    inside = {unit.name: unit.differences for unit in units_of(linked, Unit.SENTENCE)}

    assert inside["p1-s0"] == (NUMBER,)
    assert inside["p1-s2"] == (OMISSION,)
    assert units_of(linked, Unit.PARAGRAPH)[1].differences == (NUMBER, OMISSION)


def test_a_difference_without_a_sentence_is_not_lost(linked: Report) -> None:
    nowhere = replace(NUMBER, base=None, edition=None, translation=Span(1, 0, 4))
    told = replace(linked, comparisons=(replace(linked.comparisons[0], differences=(nowhere,)),))

    assert [unit.name for unit in units_of(told, Unit.SENTENCE) if unit.differences] == ["p1-s0"]


def test_a_moved_link_makes_moved_units(storm: Report) -> None:
    assert [unit.name for unit in units_of(storm, Unit.SENTENCE) if unit.is_moved] == ["p4"]


def test_the_translation_goes_with_its_original(storm: Report) -> None:
    assert units_of(storm, Unit.PARAGRAPH)[-1].translation.startswith("The teacher Anna Hale")


def test_facts_of_a_pair_and_of_what_is_left_out(linked: Report) -> None:
    title, _, left_out = units_of(linked, Unit.PARAGRAPH)

    assert facts_of(title) == {
        "base-paragraph": "0", "edition-paragraph": "0", "score": "0.9000", "moved": "no", "differences": "0",
    }  # fmt: skip
    assert facts_of(left_out) == {"base-paragraph": "2", "differences": "0"}


@pytest.mark.parametrize("unit", Unit)
def test_all_text_of_both_sides_is_told_once(unit: Unit, cup_final: Report) -> None:
    for number, comparison in enumerate(cup_final.comparisons):
        units = units_of(cup_final, unit, number)

        assert sorted(i for one in units for i in one.base) == list(range(len(cup_final.base.paragraphs)))
        assert sorted(j for one in units for j in one.edition) == list(range(len(comparison.edition.paragraphs)))
        names = [one.name for one in units if one.base]
        assert len(set(names)) == len(names)


def test_neighbours_keep_what_is_between_them_and_others_are_joined_by_a_space() -> None:
    paragraphs = [Paragraph(text, Role.BODY, "en", ()) for text in ("One.\n Two. Three.", "Four.")]

    assert text_of(paragraphs, [Span(0, 0, 4), Span(0, 6, 10)]) == "One.\n Two."
    assert text_of(paragraphs, [Span(0, 0, 4), Span(0, 11, 17)]) == "One. Three."
    assert text_of(paragraphs, [Span(0, 11, 17), Span(1, 0, 5)]) == "Three. Four."
    assert text_of(paragraphs, [Span(0, 6, 10), Span(0, 0, 4)]) == "Two. One."


@given(st.text(), st.integers(0, 9), st.integers(0, 9))
def test_a_text_cut_in_three_is_the_text_again(text: str, first: int, second: int) -> None:
    cuts = sorted(min(cut, len(text)) for cut in (first, second))
    spans = [Span(0, start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    assert text_of([Paragraph(text, Role.BODY, "en", ())], spans) == text
