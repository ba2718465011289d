from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.lexicon.dates import Date, comparable, find_dates, same_date

CASES = Path(__file__).parents[2] / "cases" / "dates.txt"
WEEKDAYS = ("", "mon", "tue", "wed", "thu", "fri", "sat", "sun")


def cases() -> list[str]:
    return [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def written(found: Date) -> str:
    if found.offset is not None:
        return f"{found.offset:+d}"
    if found.weekday is not None:
        return WEEKDAYS[found.weekday]
    return ".".join("-" if part is None else str(part) for part in (found.day, found.month, found.year))


@pytest.mark.parametrize("case", cases())
def test_dates_are_read_as_far_as_they_are_given(case: str) -> None:
    given_text, _, expected = case.partition("->")
    language, _, text = (part.strip() for part in given_text.partition("|"))

    assert [written(found) for found in find_dates(text, language)] == [
        part.strip() for part in expected.split(";") if part.strip()
    ]


@given(st.text(st.sampled_from("25. -/07июля 2020 July May,во среду")), st.sampled_from(["en", "ru", "uk", "pl"]))
def test_dates_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    ends = 0
    for found in find_dates(text, language):
        assert ends <= found.start < found.end <= len(text)
        ends = found.end


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_a_day_is_the_same_in_every_way_of_writing(day: date) -> None:
    (iso,) = find_dates(f"on {day.isoformat()}", "en")
    (pointed,) = find_dates(f"{day:%d.%m.%Y}", "uk")
    (spelled,) = find_dates(f"{day:%B} {day.day}, {day.year}", "en")

    assert same_date(iso, pointed)
    assert same_date(iso, spelled)


def test_what_one_side_does_not_give_is_no_contradiction() -> None:
    assert same_date(Date(0, 1, day=25, month=7), Date(0, 1, day=25, month=7, year=2020))
    assert not same_date(Date(0, 1, day=25, month=7), Date(0, 1, day=26, month=7))
    assert not comparable(Date(0, 1, weekday=2), Date(0, 1, offset=-1))
