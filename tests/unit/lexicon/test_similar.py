import pytest

from polyglot_news.lexicon.similar import meanings, similar
from polyglot_news.lexicon.words import stem


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("bridge", "en", "bridge"),
        ("Bridges", "en", "bridge"),
        ("мост", "ru", "bridge"),
        ("моста", "ru", "bridge"),
        ("Війна", "uk", "war"),
        ("Одеса", "uk", "Odesa"),
    ],
)
def test_a_word_stands_in_full_for_its_likeliest_english_stem(word: str, language: str, expected: str) -> None:
    assert meanings(word, language)[stem(expected)] == 1.0


@pytest.mark.parametrize(
    ("word", "language", "near"),
    [
        ("car", "en", "vehicle"),
        ("автомобиль", "ru", "vehicle"),
        ("поліція", "uk", "policeman"),
        ("війна", "uk", "fighting"),
    ],
)
def test_a_word_stands_less_than_fully_for_one_of_similar_meaning(word: str, language: str, near: str) -> None:
    assert 0 < meanings(word, language)[stem(near)] < 1


@pytest.mark.parametrize(("word", "language"), [("Brücke", "de"), ("мост", "pl"), ("кроватск", "ru"), ("", "uk")])
def test_what_no_lexicon_knows_means_nothing(word: str, language: str) -> None:
    assert not meanings(word, language)


def test_an_unknown_english_word_stands_for_itself() -> None:
    assert meanings("Krovatsk", "en") == {"krovatsk": 1.0}


@pytest.mark.parametrize("word", ["війна", "підвищив", "міст", "поліція", "зброя"])
def test_no_meaning_is_worth_more_than_the_word_itself(word: str) -> None:
    assert all(0 < likeness <= 1 for likeness in meanings(word, "uk").values())


@pytest.mark.parametrize("word", ["car", "war", "police", "minister", "hurt"])
def test_words_of_similar_meaning_are_other_words(word: str) -> None:
    found = similar(stem(word))

    assert found
    assert stem(word) not in found
    assert all(0 < likeness <= 1 for likeness in found.values())


def test_the_same_words_are_similar_from_either_side() -> None:
    assert "vehicl" in similar("car")
    assert "car" in similar("vehicl")


def test_nothing_is_similar_to_an_unknown_stem() -> None:
    assert similar("krovatsk") == {}
