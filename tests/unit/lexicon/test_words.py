from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.lexicon.words import is_stopword, spellings, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke.", ["The", "dam", "broke"]),
        ("Mr. O’Neill’s well-known U.S. friend", ["Mr", "O’Neill’s", "well-known", "U.S.", "friend"]),
        ("П'ять об’єднань, сім’я", ["П'ять", "об’єднань", "сім’я"]),
        ("1,000.50 and 3,5 and 16\u00a0000", ["1,000.50", "and", "3,5", "and", "16\u00a0000"]),
        ("5% in 2022–2023", ["5", "in", "2022", "2023"]),
        ("«Газпром», — сказал он…", ["Газпром", "сказал", "он"]),
        ("co\u2011operation", ["co\u2011operation"]),
        ("... — 🙂 _", []),
        ("", []),
    ],
)
def test_words_are_letters_and_what_stands_inside_them(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_a_word_quotes_its_text(text: str) -> None:
    found = words(text)

    assert spellings(text) == [word.text for word in found]
    assert all(text[word.start : word.end] == word.text != "" for word in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize(
    "forms",
    [
        "say says said saying",
        "bank banks bank's bank’s",
        "man men",
        "child children",
        "win won wins",
        "price prices",
        "rise rises rose",
        "realise realize realised realizing",
        "organisation organization organizations",
        "US U.S.",
        "Kyiv Kyiv's KYIV",
    ],
)
def test_forms_of_a_word_meet_under_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["rise raise", "bank rate", "vote veto", "war ware", "Kyiv Kharkiv"])
def test_different_words_have_different_stems(pair: str) -> None:
    a, b = pair.split()

    assert stem(a) != stem(b)


def test_a_word_in_another_script_comes_back_in_lower_case() -> None:
    assert stem("Київ") == "київ"


@pytest.mark.parametrize(
    ("word", "language"), [("The", "en"), ("said", "en"), ("что", "ru"), ("Это", "ru"), ("що", "uk"), ("її", "uk")]
)
def test_words_that_tell_no_paragraphs_apart_are_stopwords(word: str, language: str) -> None:
    assert is_stopword(word, language)


@pytest.mark.parametrize(("word", "language"), [("bank", "en"), ("что", "en"), ("the", "ru"), ("the", "pl")])
def test_other_words_are_none_nor_are_those_of_other_languages(word: str, language: str) -> None:
    assert not is_stopword(word, language)
