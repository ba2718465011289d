from __future__ import annotations

import pytest

from polyglot_news.model import Report
from polyglot_news.reports.texts import Sides, Texts, only_repeats, sides_of, texts_of


def test_the_words_of_a_difference_are_those_of_its_sides(storm: Report) -> None:
    number, omission = storm.comparisons[0].differences

    assert texts_of(storm.base, storm.comparisons[0], number) == ("16\u00a0000", "26\u00a0000", "26\u00a0000")
    assert texts_of(storm.base, storm.comparisons[0], omission) == ("No one was hurt.", "", "")


@pytest.mark.parametrize(
    ("note", "repeats"),
    [
        ("", True),
        ("“may” in the base only", True),
        ("“вылетит” in the edition only", True),
        ("may → will", True),
        ("may → вылетит", True),
        ("a hedge is gone", False),
        ("may: a hedge is gone", False),
    ],
)
def test_a_note_repeats_where_it_says_no_more_than_the_words(note: str, *, repeats: bool) -> None:
    assert only_repeats(note, Texts("may", "вылетит", "will")) is repeats


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (Texts("may", "вылетит", "will"), Sides("may", "will", "вылетит")),
        (Texts("may", "вылетит", ""), Sides("may", "вылетит", "")),
        (Texts("5", "6", "6"), Sides("5", "6", "")),
        (Texts("5", "5", "6"), Sides("5", "6", "5")),
        (Texts("ill", "болен", "ill"), Sides("ill", "болен", "ill")),
        (Texts("ill", "болен", "Ill"), Sides("ill", "болен", "Ill")),
        (
            Texts("16\u00a0000 men’s", "26 тысяч", "16 000\nmen's"),
            Sides("16\u00a0000 men’s", "26 тысяч", "16 000\nmen's"),
        ),
        (Texts("ill", "", "ill"), Sides("", "ill", "")),
        (Texts("5", "5", "5"), Sides("", "5", "")),
        (Texts("Lavrov", "Lavrov", ""), Sides("", "Lavrov", "")),
        (Texts("ill", "", ""), Sides("ill", "", "")),
        (Texts("", "болен", "ill"), Sides("", "ill", "болен")),
    ],
)
def test_nothing_is_shown_to_become_itself(texts: Texts, shown: Sides) -> None:
    assert sides_of(texts) == shown
