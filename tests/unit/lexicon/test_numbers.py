from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.lexicon.numbers import find_numbers, same_number

CASES = Path(__file__).parents[2] / "cases" / "numbers.txt"


def cases() -> list[str]:
    return [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("case", cases())
def test_numbers_are_read_by_value_and_unit(case: str) -> None:
    given_text, _, expected = case.partition("->")
    language, _, text = (part.strip() for part in given_text.partition("|"))

    found = [f"{number.value:.12g} {number.unit}".strip() for number in find_numbers(text, language)]

    assert found == [part.strip() for part in expected.split(",") if part.strip()]


@given(st.text(), st.sampled_from(["en", "ru", "uk", "pl"]))
def test_numbers_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    ends = 0
    for number in find_numbers(text, language):
        assert ends <= number.start < number.end <= len(text)
        ends = number.end


@given(st.integers(min_value=2, max_value=999_999))
def test_a_number_is_the_same_in_every_way_of_writing_thousands(value: int) -> None:
    english = find_numbers(f"about {value:,} people", "en")
    russian = find_numbers(f"около {value:,} человек".replace(",", "\u00a0"), "ru")

    assert same_number(english[0], russian[0])


@pytest.mark.parametrize("text", ["", "No numbers here.", "Ни одного числа — только слова.", "-", "$"])
def test_a_text_without_numbers_has_none(text: str) -> None:
    assert all(find_numbers(text, language) == () for language in ("en", "ru", "uk", "pl"))
