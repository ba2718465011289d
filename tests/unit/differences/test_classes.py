import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.differences.classes import TELLING, Class, class_of, sense_of


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("The", "en", Class.DETERMINER),
        ("were", "en", Class.AUXILIARY),
        ("which", "en", Class.RELATIVE),
        ("её", "ru", Class.PRONOUN),
        ("которых", "ru", Class.RELATIVE),
        ("та", "uk", Class.DETERMINER),
        ("й", "uk", Class.CONJUNCTION),
        ("wheat", "en", Class.CONTENT),
        ("пшеница", "ru", Class.CONTENT),
        ("it", "en", Class.PRONOUN),
        ("IT", "en", Class.CONTENT),
        ("и", "de", Class.CONTENT),
    ],
)
def test_a_word_form_has_its_part(word: str, language: str, expected: Class) -> None:
    assert class_of(word, language) is expected


@pytest.mark.parametrize(
    ("english", "russian", "ukrainian"),
    [("only", "лишь", "лише"), ("almost", "почти", "майже"), ("already", "уже", "вже"), ("after", "после", "після")],
)
def test_words_of_one_sense_share_it_in_all_languages(english: str, russian: str, ukrainian: str) -> None:
    assert sense_of(english, "en") == sense_of(russian, "ru") == sense_of(ukrainian, "uk") != ""


@given(st.text(max_size=20), st.sampled_from(["en", "ru", "uk", "xx"]))
def test_any_text_has_a_part_and_most_have_no_sense(word: str, language: str) -> None:
    assert isinstance(class_of(word, language), Class)
    assert sense_of(word, language) == "" or class_of(word, language) is not Class.CONTENT


def test_words_that_join_others_tell_nothing() -> None:
    assert not TELLING & {class_of(word, "en") for word in ("the", "of", "and", "which", "his", "was", "because")}
