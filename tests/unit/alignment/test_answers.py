import pytest

from polyglot_news.alignment.answers import Dictionary
from polyglot_news.alignment.reading import read


def _answers(base: str, edition: str, languages: str = "en ru") -> dict[str, float]:
    """What a text of one word says of the words of the base, under these as they are written."""
    ours, theirs = languages.split()
    unit = read(base, ours)
    (token,) = read(edition, theirs).tokens
    found = Dictionary([unit]).meant_by(token)
    return {one.text or one.thing: found[one.thing] for one in unit.tokens if one.thing in found}


@pytest.mark.parametrize(
    ("base", "edition", "languages"),
    [
        ("Zelensky", "Зеленский", "en ru"),
        ("Zelenskyy", "Зеленського", "en uk"),
        ("Kharkiv", "Харькове", "en ru"),
        ("Krovatsk", "Кроватск", "en ru"),
        ("Харьков", "Kharkiv", "ru en"),
        ("Харьков", "Харків", "ru uk"),
    ],
)
def test_a_name_answers_its_spelling_in_another_script(base: str, edition: str, languages: str) -> None:
    assert _answers(f"{base} 40", edition, languages) == {base: 1.0}


def test_a_word_without_a_capital_is_no_name() -> None:
    assert _answers("Krovatsk", "кроватск") == {}


@pytest.mark.parametrize(
    ("base", "edition", "languages"),
    [
        ("26,500", "26,5 тыс.", "en ru"),
        ("twelve", "12", "en uk"),
        ("двенадцать", "twelve", "ru en"),
        ("7", "7", "en pl"),
    ],
)
def test_a_number_answers_its_value(base: str, edition: str, languages: str) -> None:
    assert list(_answers(base, edition, languages).values()) == [1.0]


@pytest.mark.parametrize("edition", ["13", "1 200", "12,5"])
def test_another_number_does_not(edition: str) -> None:
    assert _answers("12 bridges", edition) == {}


@pytest.mark.parametrize(
    ("base", "edition", "languages"),
    [
        ("War", "війна", "en uk"),
        ("bridges", "моста", "en ru"),
        ("мостов", "bridge", "ru en"),
        ("Война", "війни", "ru uk"),
        ("bridge", "bridges", "en en"),
    ],
)
def test_a_word_answers_its_equivalent(base: str, edition: str, languages: str) -> None:
    assert _answers(base, edition, languages) == {base: 1.0}


@pytest.mark.parametrize(
    ("base", "edition", "languages"),
    [
        ("fighting", "війна", "en uk"),
        ("policeman", "поліція", "en uk"),
        ("vehicle", "автомобиль", "en ru"),
        ("война", "fighting", "ru en"),
        ("vehicle", "car", "en en"),
    ],
)
def test_a_word_answers_one_of_similar_meaning_less_than_fully(base: str, edition: str, languages: str) -> None:
    assert 0 < _answers(base, edition, languages)[base] < 1


@pytest.mark.parametrize(
    ("edition", "languages"), [("оркестр", "en ru"), ("orchestra", "en en"), ("orkiestra", "en pl"), ("Ґ", "en uk")]
)
def test_what_means_nothing_of_the_base_answers_nothing(edition: str, languages: str) -> None:
    assert _answers("The bridge near Lviv fell on 12 people.", edition, languages) == {}


def test_a_language_without_a_lexicon_is_answered_by_what_is_written_the_same() -> None:
    assert _answers("Minister Kravets", "Kravets", "en pl") == {"Kravets": 1.0}


def test_a_word_is_looked_up_in_its_own_language() -> None:
    dictionary = Dictionary([read("vehicle", "en")])
    unknown, english, russian = (read("car", language).tokens[0] for language in ("pl", "en", "ru"))

    assert dictionary.meant_by(unknown) == {}
    assert 0 < max(dictionary.meant_by(english).values()) < 1
    assert dictionary.meant_by(russian) == {}


def test_an_empty_base_is_answered_by_nothing() -> None:
    (token,) = read("Kravets", "en").tokens

    assert Dictionary([]).meant_by(token) == {}
