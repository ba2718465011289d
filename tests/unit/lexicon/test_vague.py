import pytest

from polyglot_news.lexicon.vague import find_magnitudes


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("dozens of people", "en", [10]),
        ("tens of thousands", "en", [10_000]),
        ("hundreds and thousands", "en", [100, 1000]),
        ("several hundred men", "en", [100]),
        ("a hundred men", "en", []),
        ("no people", "en", []),
        ("десятки людей, сотни тысяч", "ru", [10, 100_000]),
        ("несколько тысяч", "ru", [1000]),
        ("миллионы", "ru", [1e6]),
        ("десятки тисяч", "uk", [10_000]),
        ("кілька сотень", "uk", [100]),
    ],
)
def test_magnitudes_are_read_as_powers_of_ten(text: str, language: str, values: list[float]) -> None:
    assert [one.value for one in find_magnitudes(text, language)] == values


def test_a_magnitude_quotes_its_text() -> None:
    text = "There were tens of thousands of them."
    (one,) = find_magnitudes(text, "en")

    assert text[one.start : one.end] == "tens of thousands"
