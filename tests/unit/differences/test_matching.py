from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.matching import Matching, match, smoothed
from polyglot_news.differences.reading import Word, read

PIECES = {
    language: told.split("|")
    for language, told in {
        "en": "The president|met|12 ministers|of the United Nations|in Kyiv|not|only|said|wheat|two|,|!",
        "ru": "Президент|встретил|12 министров|ООН|в Киеве|не|лишь|сказал|пшеницу|26 тысяч|оба|,",
        "uk": "Президент|зустрів|12 міністрів|ООН|у Києві|не|лише|сказав|пшеницю|два|обидва|!",
    }.items()
}
LANGUAGES = st.sampled_from([*PIECES])


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(LANGUAGES)
    pieces = st.lists(st.sampled_from(PIECES[language]), max_size=14).map(" ".join)
    return draw(st.one_of(pieces, st.text(max_size=40))), language


TEXTS = _texts()


def _read(some: tuple[str, str]) -> tuple[Word, ...]:
    return read(*some)


def _matched(ours: tuple[str, str], theirs: tuple[str, str]) -> Matching:
    return match(_read(ours), _read(theirs), (ours[1], theirs[1]))


def _pairs(ours: tuple[str, str], theirs: tuple[str, str]) -> list[tuple[str, str]]:
    """Words that answer each other, as they are spelled."""
    matching = _matched(ours, theirs)
    words, others = _read(ours), _read(theirs)
    return [(words[i].text, others[j].text) for i, j in enumerate(matching.partner.tolist()) if j >= 0]


def _are_one_to_one(matching: Matching, ours: Sequence[Word]) -> bool:
    held: dict[int, int] = {}
    for i, j in enumerate(matching.partner.tolist()):
        if j >= 0 and j in held and not (ours[i].unit >= 0 and ours[i].unit == ours[held[j]].unit):
            return False
        held.setdefault(j, i)
    return True


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_a_word_answers_one_word_and_only_words_of_one_number_or_name_share_it(
    ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    matching = _matched(ours, theirs)

    assert len(matching.partner) == len(matching.likeness) == len(matching.best) == len(_read(ours))
    assert len(matching.answering) == len(_read(theirs))
    assert _are_one_to_one(matching, _read(ours))


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_a_pair_is_alike_and_what_has_no_partner_is_not(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    matching = _matched(ours, theirs)

    paired = matching.partner >= 0
    assert (matching.likeness[paired] > 0).all()
    assert (matching.likeness[~paired] == 0).all()
    assert (matching.likeness <= matching.best).all()
    assert (matching.best <= 1.0).all()
    assert matching.answering[matching.partner[paired]].all()


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_seen_from_the_other_text_the_same_words_answer(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    matching = _matched(ours, theirs)

    back = matching.reversed()

    assert np.array_equal(back.partner >= 0, matching.answering)
    assert np.array_equal(back.answering, matching.partner >= 0)
    assert all(back.partner[j] >= 0 for j in matching.partner.tolist() if j >= 0)


@settings(max_examples=30)
@given(LANGUAGES.flatmap(lambda one: st.tuples(st.permutations(PIECES[one]).map(" ".join), st.just(one))))
def test_in_a_text_against_itself_every_telling_word_answers_itself(text: tuple[str, str]) -> None:
    matching = _matched(text, text)

    words = _read(text)
    telling = [k for k, word in enumerate(words) if word.keys or word.quantity]
    assert all(words[k].unit == words[matching.partner[k]].unit for k in telling if words[k].unit >= 0)
    assert all(matching.partner[k] == k for k in telling if words[k].unit < 0)


def test_words_answer_across_languages_whatever_their_order() -> None:
    pairs = _pairs(
        ("The ship carried wheat to Istanbul on Friday.", "en"), ("В пятницу судно везло пшеницу в Стамбул.", "ru")
    )

    assert {("ship", "судно"), ("wheat", "пшеницу"), ("Istanbul", "Стамбул"), ("Friday", "пятницу")} <= {*pairs}


def test_of_two_equal_words_the_one_among_answered_neighbours_is_taken() -> None:
    english = ("The ship left Odesa with wheat. Later a second ship brought coal.", "en")
    russian = ("Позже второе судно привезло уголь.", "ru")

    matching = _matched(russian, english)

    words = [word.text for word in _read(english)]
    at = [word.text for word in _read(russian)].index("судно")
    assert matching.partner[at] == len(words) - 1 - words[::-1].index("ship")


@pytest.mark.parametrize(
    ("english", "other", "language", "pair"),
    [
        ("The ship carried 26,500 tonnes.", "Судно везло 26,5 тыс. тонн.", "ru", ("26,500", "26,5")),
        ("The two ministers signed it.", "Оба министра подписали его.", "ru", ("two", "Оба")),
        ("It took 90 minutes.", "Это заняло полтора часа.", "ru", ("90", "полтора")),
    ],
)
def test_numbers_that_say_the_same_answer(english: str, other: str, language: str, pair: tuple[str, str]) -> None:
    english_word, other_word = pair
    ours, theirs = read(english, "en"), read(other, language)

    partner = match(ours, theirs, ("en", language)).partner

    (held,) = {int(partner[k]) for k, word in enumerate(ours) if word.text == english_word}
    units = {word.unit for word in theirs if word.text == other_word}
    assert theirs[held].text == other_word or theirs[held].unit in units - {-1}


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("The ship carried 26,000 tonnes.", "Судно везло 16 тысяч тонн.", "ru"),
        ("He paid €9 million.", "Він заплатив 10 млн євро.", "uk"),
    ],
)
def test_numbers_that_differ_do_not_answer(english: str, other: str, language: str) -> None:
    matching = _matched((english, "en"), (other, language))

    assert all(matching.partner[k] < 0 for k, word in enumerate(read(english, "en")) if word.quantity)


def test_all_words_of_a_name_are_answered_by_its_one_word_elsewhere() -> None:
    pairs = _pairs(("He left the United Nations.", "en"), ("Он ушел из ООН.", "ru"))

    assert {("United", "ООН"), ("Nations", "ООН")} <= {*pairs}


def test_all_words_of_a_name_answer_a_name_of_one_word() -> None:
    english = read("He left the United Nations.", "en")

    answering = match(read("Он ушел из ООН.", "ru"), english, ("ru", "en")).answering

    assert [word.text for word, is_held in zip(english, answering, strict=True) if is_held][-2:] == [
        "United",
        "Nations",
    ]


def test_words_of_a_name_answer_what_the_name_answers_and_not_what_its_neighbour_does() -> None:
    russian, english = read("Он посетил ООН", "ru"), read("He visited United Nations offices", "en")

    back = match(russian, english, ("ru", "en")).reversed()

    assert [russian[back.partner[k]].text for k, word in enumerate(english) if word.entities] == ["ООН", "ООН"]


def test_nothing_answers_in_an_empty_text() -> None:
    matching = _matched(("The ship left.", "en"), ("", "ru"))

    assert matching.partner.tolist() == [-1, -1, -1]
    assert matching.reversed().partner.tolist() == []


@given(st.lists(st.integers(0, 40), max_size=20))
def test_smoothed_places_stay_within_their_neighbours(places: list[int]) -> None:
    smooth = smoothed(np.array(places, dtype=float)).tolist()

    assert len(smooth) == len(places)
    if len(places) > 2:
        around = zip(pairwise(places), places[2:], strict=False)
        assert all(min(a, b, c) <= one <= max(a, b, c) for one, ((a, b), c) in zip(smooth[1:-1], around, strict=True))


def test_one_place_apart_from_both_neighbours_is_put_between_them() -> None:
    assert smoothed(np.array([1.0, 2.0, 30.0, 4.0, 5.0])).tolist() == [1, 2, 4, 5, 5]
