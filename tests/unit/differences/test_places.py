from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.places import place_in_original, place_in_translation
from polyglot_news.differences.runs import Run
from polyglot_news.differences.sides import LinkedTexts, Side, read_link
from polyglot_news.differences.texts import Texts
from polyglot_news.model import Level, Span

Tell = Callable[..., Any]
RUSSIAN = "Судно (из ООН) везло 16 тысяч тонн пшеницы в Измир. Капитан поблагодарил спасателей."
ENGLISH = (
    "The ship (of the United Nations) carried 16 thousand tonnes of wheat to Izmir. The captain thanked the rescuers."
)


def _read(story: Any) -> tuple[Texts, LinkedTexts]:  # noqa: ANN401  # a story of conftest.py
    texts = Texts(story.base, story.edition, story.translation)
    return texts, read_link(texts, story.alignment.links[0])


def _run(side: Side, text: str, passage: str, level: Level = Level.WORD) -> Run:
    start = text.index(passage)
    places = [k for k, word in enumerate(side.words) if start <= word.start < start + len(passage)]
    return Run(places[0], places[-1], Span(0, start, start + len(passage)), level, ())


def _original_of(tell: Tell, passage: str, level: Level = Level.WORD, russian: str = RUSSIAN) -> str:
    texts, linked = _read(tell(["One."], [russian], [ENGLISH]))
    return str(
        texts.edition.text_of(place_in_original(texts, linked, _run(linked.translated, ENGLISH, passage, level)))
    )


def _translation_of(tell: Tell, passage: str, level: Level = Level.WORD, english: str = ENGLISH) -> str | None:
    texts, linked = _read(tell(["One."], [RUSSIAN], [english]))
    span = place_in_translation(texts, linked, _run(linked.original, RUSSIAN, passage, level))
    return english[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("wheat", "пшеницы"),
        ("16 thousand", "16 тысяч"),
        ("Izmir", "Измир"),
        ("United", "(из ООН)"),
        ("tonnes of wheat", "тонн пшеницы"),
        ("captain thanked", "Капитан поблагодарил"),
    ],
)
def test_words_of_the_translation_stand_for_words_of_the_original(tell: Tell, passage: str, expected: str) -> None:
    assert _original_of(tell, passage).strip("()").removeprefix("из ") == expected.strip("()").removeprefix("из ")


def test_a_sentence_of_the_translation_stands_for_its_sentence_of_the_original(tell: Tell) -> None:
    captain = "The captain thanked the rescuers."

    assert _original_of(tell, captain, Level.SENTENCE) == "Капитан поблагодарил спасателей."


def test_words_that_nothing_answers_stand_for_the_sentence_that_they_lie_in(tell: Tell) -> None:
    russian = "Судно везло уголь. Они ушли."

    assert _original_of(tell, "captain thanked", russian=russian) == "Они ушли."


def test_where_no_sentence_can_be_told_the_whole_paragraph_is_the_place(tell: Tell) -> None:
    story = tell(["One."], ["Они ушли."], ["The captain left."])
    texts, linked = _read(story)
    beyond = Run(1, 1, Span(0, 100, 107), Level.WORD, ())

    assert texts.edition.text_of(place_in_original(texts, linked, beyond)) == "Они ушли."


@pytest.mark.parametrize(
    ("passage", "expected"),
    [("пшеницы", "wheat"), ("16 тысяч", "16 thousand"), ("Измир", "Izmir"), ("тонн пшеницы", "tonnes of wheat")],
)
def test_words_of_the_original_became_words_of_the_translation(tell: Tell, passage: str, expected: str) -> None:
    assert _translation_of(tell, passage) == expected


def test_a_sentence_of_the_original_became_its_translated_sentence(tell: Tell) -> None:
    captain = "Капитан поблагодарил спасателей."

    assert _translation_of(tell, captain, Level.SENTENCE) == "The captain thanked the rescuers."


def test_what_was_not_translated_became_nothing(tell: Tell) -> None:
    assert _translation_of(tell, "пшеницы", english="") is None
    assert _translation_of(tell, "пшеницы", english="They left.") is None
    assert _translation_of(tell, "Капитан поблагодарил спасателей.", Level.SENTENCE, english="") is None


@settings(max_examples=40)
@given(edition=st.text(max_size=60), translation=st.text(max_size=60), data=st.data())
def test_places_of_any_passage_lie_inside_their_paragraphs(
    tell: Tell, edition: str, translation: str, data: st.DataObject
) -> None:
    texts, linked = _read(tell(["One."], [edition], [translation]))
    level = data.draw(st.sampled_from(Level))

    for side, text, place in (
        (linked.translated, edition, place_in_original),
        (linked.original, translation, place_in_translation),
    ):
        if side.words:
            first = data.draw(st.integers(0, len(side.words) - 1))
            last = data.draw(st.integers(first, len(side.words) - 1))
            run = Run(first, last, Span(0, side.words[first].start, side.words[last].end), level, ())
            span = place(texts, linked, run)
            assert span is None or (span.paragraph == 0 and 0 <= span.start <= span.end <= len(text))
