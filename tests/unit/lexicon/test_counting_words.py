import pytest

from polyglot_news.lexicon.names import name_similarity
from polyglot_news.lexicon.number_words import cardinal, counted, fraction, is_numeral, magnitude
from polyglot_news.lexicon.numbers import find_numbers


@pytest.mark.parametrize(
    ("word", "language", "value"),
    [("both", "en", 2), ("third", "en", 3), ("оба", "ru", 2), ("третьего", "ru", 3), ("двухэтажный", "ru", 2),
     ("обидві", "uk", 2), ("перший", "uk", 1), ("половину", "ru", 0.5), ("п’ятий", "uk", 5)],
)  # fmt: skip
def test_a_word_that_counts_says_its_value(word: str, language: str, value: float) -> None:
    assert value in counted(word, language)


@pytest.mark.parametrize(
    ("word", "language"), [("house", "en"), ("дом", "ru"), ("місто", "uk"), ("Haus", "de"), ("", "en")]
)
def test_other_words_count_nothing(word: str, language: str) -> None:
    assert counted(word, language) == frozenset()


def test_times_are_numbers() -> None:
    assert [cardinal(word, "ru") for word in ("дважды", "трижды", "четырежды")] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("a distance of 500 m", "en", [500]),
        ("about $3 tln was spent", "en", [3e12]),
        ("$500 m was spent", "en", [5e8]),
        ("a fund of 500m", "en", [5e8]),
        ("10.04.2022", "uk", [10, 2022]),
        ("10.04.2022 року, 10.04 бала", "uk", [10, 2022, 10.04]),
    ],
)
def test_metres_are_no_millions_and_dates_no_decimals(text: str, language: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text, language)] == values


def test_accents_do_not_part_a_name_from_its_spelling_in_another_script() -> None:
    assert name_similarity("Popović", "Попович") == name_similarity("Popovic", "Попович")


@pytest.mark.parametrize("language", ["en", "ru", "uk", "pl"])
def test_a_numeral_is_a_cardinal_a_magnitude_or_a_fraction(language: str) -> None:
    for word in [
        "two",
        "Million",
        "half",
        "house",
        "двадцати",
        "тысячами",
        "тысячелетие",
        "полтора",
        "п’яти",
        "пів",
        "дом",
        "",
    ]:
        values = [look_up(word, language) for look_up in (cardinal, magnitude, fraction)]
        assert is_numeral(word, language) == any(value is not None for value in values), word
