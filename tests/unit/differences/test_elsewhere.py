from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.elsewhere import library, told
from polyglot_news.differences.reading import read
from polyglot_news.differences.texts import Texts

Tell = Callable[..., Any]
CARGO = "The captain lost his cargo, his papers and all his money."


def _told(tell: Tell, text: str, edition: list[str], translation: list[str], outside: tuple[int, ...] = ()) -> float:
    """How much of an English text an edition tells outside some of its paragraphs."""
    story = tell([text], edition, translation)
    shelf = library(Texts(story.base, story.edition, story.translation), {}, {}, {})
    return told(read(text, "en"), "en", shelf.edition, outside)


def test_what_another_paragraph_tells_is_found_by_its_translation_and_by_its_original_alone(tell: Tell) -> None:
    original, translation = "Капитан потерял груз, документы и все деньги.", "The captain lost cargo, papers and money."

    assert _told(tell, CARGO, [original], [translation]) > 0.5
    assert _told(tell, CARGO, [original], [""]) > 0.5
    assert _told(tell, CARGO, ["Погода была тихой."], [translation]) > 0.5


def test_what_nothing_tells_is_not_found(tell: Tell) -> None:
    assert _told(tell, CARGO, ["Погода была тихой."], ["The weather was calm."]) == 0.0


def test_paragraphs_of_the_link_are_not_elsewhere(tell: Tell) -> None:
    original = "Капитан потерял груз, документы и все деньги."

    assert _told(tell, CARGO, [original], [""], outside=(0,)) == 0.0
    assert _told(tell, CARGO, [original, original], ["", ""], outside=(0,)) > 0.5


def test_words_found_here_and_there_are_told_nowhere(tell: Tell) -> None:
    scattered = ["Капитан спал.", "Груз прибыл.", "Документы готовы.", "Деньги нашли."]

    assert _told(tell, CARGO, scattered, [""] * 4) == 0.0


@pytest.mark.parametrize(("number", "is_told"), [("26 тысяч", True), ("16 тысяч", False)])
def test_a_number_is_told_by_its_value_only(tell: Tell, number: str, *, is_told: bool) -> None:
    assert (_told(tell, "26,000", [f"Всего {number}."], [""]) > 0.5) is is_told


@pytest.mark.parametrize("answered", ["Капитан груз", "Капитан груз документы деньги"])
def test_words_that_are_answered_where_they_stand_tell_little_else(tell: Tell, answered: str) -> None:
    original = "Капитан потерял груз, документы и все деньги."
    story = tell([CARGO], [original], [""])
    starts = {word.start for word in read(original, "ru") if word.text in answered.split()}

    shelf = library(Texts(story.base, story.edition, story.translation), {}, {0: starts}, {})

    whole, rest = _told(tell, CARGO, [original], [""]), told(read(CARGO, "en"), "en", shelf.edition, ())
    assert rest < whole
    assert (rest == 0.0) is (len(starts) == 4)


def test_answered_words_of_other_paragraphs_and_sides_change_nothing(tell: Tell) -> None:
    original, translation = "Капитан потерял груз и документы.", "The captain lost cargo and papers."
    story = tell([CARGO], [original], [translation])
    texts, every = Texts(story.base, story.edition, story.translation), range(100)

    assert library(texts, {1: every}, {1: every}, {1: every}) == library(texts, {}, {}, {})
    assert library(texts, {0: every}, {}, {}).edition == library(texts, {}, {}, {}).edition
    assert library(texts, {}, {0: every}, {0: every}).base == library(texts, {}, {}, {}).base
    assert not any(one.keys for one in library(texts, {}, {0: every}, {0: every}).edition)


def test_an_empty_edition_tells_nothing(tell: Tell) -> None:
    assert _told(tell, CARGO, [""], [""]) == 0.0
    assert _told(tell, "", ["Погода была тихой."], [""]) == 0.0


@settings(max_examples=30)
@given(text=st.text(max_size=60), edition=st.text(max_size=60), translation=st.text(max_size=60))
def test_how_much_is_told_is_nothing_or_from_a_half_to_all(
    tell: Tell, text: str, edition: str, translation: str
) -> None:
    share = _told(tell, text, [edition], [translation])

    assert share == 0.0 or 0.5 <= share <= 1.0 + 1e-9


@settings(max_examples=30)
@given(text=st.text(max_size=60))
def test_the_base_tells_all_of_its_own_sentences(tell: Tell, text: str) -> None:
    story = tell([text], ["Да."], [""])
    shelf = library(Texts(story.base, story.edition, story.translation), {}, {}, {})

    for passage, sentence in zip(shelf.base, story.base.paragraphs[0].sentences, strict=True):
        inside = [word for word in read(text, "en") if sentence.start <= word.start < sentence.end]
        assert told(inside, "en", [passage], ()) == pytest.approx(1.0) or not passage.keys
