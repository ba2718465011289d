import pytest

from polyglot_news.lexicon.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("городами", "ru", "город"),
        ("Президента", "ru", "президент"),
        ("людей", "ru", "человек"),
        ("шёл", "ru", "идти"),
        ("ёлки", "ru", "елка"),
        ("РОССИИ", "ru", "россия"),
        ("містами", "uk", "місто"),
        ("людей", "uk", "людина"),
        ("Києва", "uk", "київ"),
        ("п’ять", "uk", "п'ять"),
        ("обʼєднання", "uk", "об'єднання"),
    ],
)
def test_a_form_is_led_back_to_its_word(word: str, language: str, expected: str) -> None:
    assert lemma(word, language) == expected


@pytest.mark.parametrize(
    ("word", "language"), [("Houses", "en"), ("Miasta", "pl"), ("", "ru"), ("F-16", "uk"), ("☃", "ru")]
)
def test_what_no_dictionary_knows_comes_back_in_lower_case(word: str, language: str) -> None:
    assert lemma(word, language) == word.lower()
