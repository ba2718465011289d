import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.differences.keys import LEAST, entity_keys, known, word_keys

LANGUAGES = st.sampled_from(["en", "ru", "uk", "de"])


def _shared(english: str, other: str, language: str) -> set[str]:
    """Keys under which a word of the base meets one of an edition."""
    (_, own), (wide, _) = word_keys(english, "en", is_name=False), word_keys(other, language, is_name=False)
    return {key for key, _ in own} & {key for key, _ in wide}


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("ship", "судно", "ru"),
        ("ship", "корабля", "ru"),
        ("wheat", "пшениці", "uk"),
        ("harvest", "урожай", "ru"),
        ("Kyiv", "Києві", "uk"),
        ("Shevchenko", "Шевченком", "uk"),
        ("only", "лишь", "ru"),
        ("almost", "майже", "uk"),
        ("ship", "ships", "en"),
    ],
)
def test_words_that_may_stand_for_the_same_share_a_key(english: str, other: str, language: str) -> None:
    assert _shared(english, other, language)


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [("wheat", "судно", "ru"), ("ship", "пшениці", "uk"), ("only", "почти", "ru"), ("ship", "wheat", "en")],
)
def test_words_that_have_nothing_in_common_share_none(english: str, other: str, language: str) -> None:
    assert not _shared(english, other, language)


@pytest.mark.parametrize(("word", "language"), [("the", "en"), ("of", "en"), ("который", "ru"), ("та", "uk")])
def test_words_that_only_join_others_have_no_keys(word: str, language: str) -> None:
    assert word_keys(word, language, is_name=False) == ((), ())


@given(word=st.text(max_size=30), language=LANGUAGES, is_name=st.booleans())
def test_likeness_of_a_key_lies_between_the_least_and_one(word: str, language: str, *, is_name: bool) -> None:
    for keys in word_keys(word, language, is_name=is_name):
        assert all(LEAST <= likeness <= 1.0 for _, likeness in keys)
        assert len(dict(keys)) == len(keys)


@pytest.mark.parametrize("word", ["ship", "president", "attack", "Germany", "well-known"])
def test_a_word_of_the_base_stands_for_no_more_than_the_same_word_of_an_edition(word: str) -> None:
    wide, own = word_keys(word, "en", is_name=False)

    assert {key for key, _ in own} <= {key for key, _ in wide}


def test_a_part_of_a_hyphenated_word_is_less_than_the_word() -> None:
    found = known("nuclear-powered", "en")

    assert 0 < found["nuclear"] < 1
    assert max(found.values()) == 1.0


def test_a_hyphen_that_does_not_break_is_a_hyphen() -> None:
    assert "nuclear" in known("nuclear\u2011powered", "en")


def test_what_names_the_same_has_the_same_key() -> None:
    assert entity_keys(["un"], []) == entity_keys(["un"], []) != entity_keys(["eu"], [])
