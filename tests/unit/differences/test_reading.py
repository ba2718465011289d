from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.classes import Class
from polyglot_news.differences.reading import UNKNOWN_RARITY, Word, read

LANGUAGES = st.sampled_from(["en", "ru", "uk", "de"])
PIECES = st.sampled_from(
    [
        "“",
        "”",
        "«",
        "»",
        '"',
        "(",
        "№",
        "😀",
        "\x00",
        "\u202e",
        "не ",
        "ООН ",
        "U.S. ",
        "26 тысяч ",
        "I'm ",
        "не-",
        "Ø",
        " ",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))


def _word(text: str, spelled: str, language: str = "en") -> Word:
    return next(word for word in read(text, language) if word.text == spelled)


@given(TEXTS, LANGUAGES)
def test_words_quote_their_text_in_order_and_apart(text: str, language: str) -> None:
    found = read(text, language)

    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(TEXTS, LANGUAGES)
def test_words_of_a_number_lie_in_its_place_and_only_they_have_it(text: str, language: str) -> None:
    for word in read(text, language):
        if word.quantity is not None:
            assert word.start < word.quantity.place.end
            assert word.end > word.quantity.place.start
            assert word.kind is Class.NUMBER
        assert (word.unit >= 0) == (word.quantity is not None or bool(word.entities))


@settings(max_examples=40)
@given(TEXTS)
def test_what_stands_between_words_is_said_on_both_sides_alike(text: str) -> None:
    found = read(text, "en")

    assert all(one.after == other.before for one, other in pairwise(found))
    assert not any(character.isspace() for word in found for character in word.before + word.after)


@pytest.mark.parametrize(
    ("text", "language", "spelled", "kind"),
    [
        ("He did not sign it.", "en", "not", Class.NEGATION),
        ("Он не подписал.", "ru", "не", Class.NEGATION),
        ("Він не підписав.", "uk", "не", Class.NEGATION),
        ("He may sign it.", "en", "may", Class.MODAL),
        ("Он может подписать.", "ru", "может", Class.MODAL),
        ("He reportedly signed it.", "en", "reportedly", Class.HEDGE),
        ("Он якобы подписал.", "ru", "якобы", Class.HEDGE),
        ("He said so.", "en", "said", Class.REPORT),
        ("Він заявив це.", "uk", "заявив", Class.REPORT),
        ("He denied it.", "en", "denied", Class.REPORT),
        ("Only he signed it.", "en", "Only", Class.DEGREE),
        ("Лишь он подписал.", "ru", "Лишь", Class.DEGREE),
        ("The ship sank.", "en", "The", Class.DETERMINER),
        ("The ship sank.", "en", "ship", Class.CONTENT),
        ("The US signed it.", "en", "US", Class.CONTENT),
        ("Two men left us.", "en", "us", Class.PRONOUN),
        ("Two men left us.", "en", "Two", Class.NUMBER),
    ],
)
def test_a_word_has_the_part_that_it_plays(text: str, language: str, spelled: str, kind: Class) -> None:
    assert _word(text, spelled, language).kind is kind


def test_the_words_of_one_number_are_one_unit() -> None:
    text = "Судно везло 26 тысяч тонн и 40 ящиков."

    first, second, other = (_word(text, one, "ru") for one in ("26", "тысяч", "40"))

    assert first.unit == second.unit != other.unit
    assert first.quantity is second.quantity is not other.quantity


def test_the_words_of_one_name_are_one_unit_and_name_the_same_in_all_languages() -> None:
    united, nations = (_word("He left the United Nations.", one) for one in ("United", "Nations"))

    assert united.unit == nations.unit >= 0
    assert united.entities & _word("Он ушел из ООН.", "ООН", "ru").entities


@pytest.mark.parametrize(
    ("text", "spelled", "is_name"),
    [
        ("He met Maria there.", "Maria", True),
        ("He met her there.", "her", False),
        ("Ministers met there.", "Ministers", False),
        ("He said that I'm here.", "I'm", False),
    ],
)
def test_a_capital_letter_inside_a_sentence_makes_a_name(text: str, spelled: str, *, is_name: bool) -> None:
    assert _word(text, spelled).is_name is is_name


@pytest.mark.parametrize("quoted", ["«never again»", "“never again”", "„never again“", '"never again"'])
def test_words_inside_quotation_marks_of_any_kind_are_quoted(quoted: str) -> None:
    inside = {word.text for word in read(f"He said {quoted} to us.", "en") if word.is_quoted}

    assert inside == {"never", "again"}


def test_a_quotation_mark_that_is_never_closed_quotes_nothing() -> None:
    assert not any(word.is_quoted for word in read("He said “never again to us.", "en"))


def test_brackets_and_marks_around_a_word_are_kept() -> None:
    word = _word("He left ( suddenly ), too.", "suddenly")

    assert (word.before, word.after) == ("(", "),")


def test_rare_words_tell_more_than_common_ones() -> None:
    common, frequent, rare = (
        _word("The minister saw a lighthouse.", one).rarity for one in ("The", "minister", "lighthouse")
    )

    assert common < frequent < rare


def test_a_word_that_no_lexicon_knows_is_worth_more_than_a_common_one() -> None:
    assert (
        _word("Он увидел ззыззкс.", "ззыззкс", "ru").rarity == UNKNOWN_RARITY > _word("Он увидел.", "Он", "ru").rarity
    )
