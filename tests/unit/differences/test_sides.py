from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.sides import LinkedTexts, Side, read_link
from polyglot_news.differences.texts import Texts
from polyglot_news.model import Link

Tell = Callable[..., Any]
ENGLISH = "The captain thanked the rescuers. He left on Friday."
RUSSIAN = "Капитан поблагодарил спасателей. Он уехал в пятницу."


def _read(story: Any, link: Link | None = None) -> LinkedTexts:  # noqa: ANN401  # a story of conftest.py
    return read_link(Texts(story.base, story.edition, story.translation), link or story.alignment.links[0])


def _sentence_of(side: Side, spelled: str) -> int:
    return int(side.sentence[[word.text for word in side.words].index(spelled)])


@settings(max_examples=30)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_every_word_lies_in_its_sentence_and_in_its_linked_sentence(
    tell: Tell, ours: str, theirs: str, told: str
) -> None:
    linked = _read(tell([ours], [theirs], [told]))

    for side, groups in (
        (linked.base, [one.base for one in linked.link.sentences]),
        (linked.original, [one.edition for one in linked.link.sentences]),
        (linked.translated, [one.translation for one in linked.link.sentences]),
    ):
        for k, word in enumerate(side.words):
            if side.sentence[k] >= 0:
                span = side.sentences[side.sentence[k]]
                assert span.paragraph == side.paragraph[k]
                assert span.start <= word.start < span.end
            if side.group[k] >= 0:
                assert any(span.start <= word.start < span.end for span in groups[side.group[k]])


def test_sentences_are_counted_over_all_paragraphs_of_a_side(tell: Tell) -> None:
    story = tell([ENGLISH, "She waited."], [RUSSIAN], [ENGLISH])

    base = _read(story, Link((0, 1), (0,), 0.8)).base

    assert [_sentence_of(base, one) for one in ("captain", "Friday", "waited")] == [0, 1, 2]
    assert base.paragraph == (0,) * 9 + (1,) * 2


def test_words_of_a_sentence_that_no_link_holds_are_in_no_group(tell: Tell) -> None:
    story = tell([ENGLISH], [RUSSIAN], [ENGLISH])

    assert set(_read(story, Link((0,), (0,), 0.8)).base.group.tolist()) == {-1}
    assert set(_read(story).base.group.tolist()) == {0, 1}


def test_where_nothing_was_translated_no_word_is_translated_and_the_original_still_answers(tell: Tell) -> None:
    linked = _read(tell([ENGLISH], [RUSSIAN], [""]))

    assert linked.translated.words == ()
    assert (linked.base_to_translated.partner < 0).all()
    assert (linked.base_to_original.partner >= 0).any()


@pytest.mark.parametrize(("doubt", "expected"), [("", set()), ("repetition", {0})])
def test_paragraphs_with_a_doubtful_translation_are_named(tell: Tell, doubt: str, expected: set[int]) -> None:
    assert _read(tell([ENGLISH], [RUSSIAN], [ENGLISH], doubt=doubt)).doubtful == expected


def test_words_that_only_join_others_tell_nothing(tell: Tell) -> None:
    base = _read(tell([ENGLISH], [RUSSIAN], [ENGLISH])).base

    silent = {word.text for word, telling in zip(base.words, base.telling, strict=True) if not telling}
    assert {"The", "the", "on"} <= silent
    assert (base.rarity[~base.telling] == 0).all()
    assert (base.rarity[base.telling] > 0).all()


def test_a_number_that_ends_a_paragraph_and_one_that_begins_the_next_are_two(tell: Tell) -> None:
    story = tell(["The number rose to 12", "30 dogs left."], ["Число выросло до 12."], [""])

    linked = _read(story, Link((0, 1), (0,), 0.8))

    answered = {
        word.text: bool(partner >= 0)
        for word, partner in zip(linked.base.words, linked.base_to_original.partner, strict=True)
        if word.quantity
    }
    assert answered == {"12": True, "30": False}
