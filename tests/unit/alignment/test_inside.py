from collections.abc import Callable
from typing import Any

Tell = Callable[..., Any]

BASE = "The dam broke on Monday. Two villages were flooded. Rescuers brought 300 people to a school."
RUSSIAN = "Плотину прорвало в понедельник. Затоплены две деревни. Спасатели доставили в школу 300 человек."
ENGLISH = "The dam burst on Monday. Two villages are flooded. Rescuers took 300 people to the school."


def _parts(text: str) -> list[str]:
    return [part.strip(" .") + "." for part in text.split(". ")]


def test_sentences_of_a_link_are_linked_in_their_order(tell: Tell) -> None:
    found = tell([BASE], [RUSSIAN], [ENGLISH]).sentences()

    assert found == list(zip(_parts(BASE), _parts(RUSSIAN), _parts(ENGLISH), strict=True))


def test_without_a_translation_sentences_are_linked_by_the_original(tell: Tell) -> None:
    found = tell([BASE], [RUSSIAN]).sentences()

    assert found == [(ours, theirs, "") for ours, theirs in zip(_parts(BASE), _parts(RUSSIAN), strict=True)]


def test_a_sentence_that_the_edition_leaves_out_stands_alone_in_its_place(tell: Tell) -> None:
    first, second, third = zip(_parts(BASE), _parts(RUSSIAN), _parts(ENGLISH), strict=True)

    story = tell([BASE], [f"{first[1]} {third[1]}"], [f"{first[2]} {third[2]}"])

    assert story.sentences() == [first, (second[0], "", ""), third]


def test_a_sentence_that_only_the_edition_has_follows_the_one_it_stands_behind(tell: Tell) -> None:
    first, second, third = zip(_parts(BASE), _parts(RUSSIAN), _parts(ENGLISH), strict=True)

    story = tell([f"{first[0]} {third[0]}"], [RUSSIAN], [ENGLISH])

    assert story.sentences() == [first, ("", second[1], second[2]), third]


def test_an_added_sentence_at_the_beginning_comes_first(tell: Tell) -> None:
    first, second, third = zip(_parts(BASE), _parts(RUSSIAN), _parts(ENGLISH), strict=True)

    story = tell([f"{second[0]} {third[0]}"], [RUSSIAN], [ENGLISH])

    assert story.sentences() == [("", first[1], first[2]), second, third]


def test_sentences_of_two_paragraphs_are_linked_across_their_border(tell: Tell) -> None:
    first, second, third = zip(_parts(BASE), _parts(RUSSIAN), _parts(ENGLISH), strict=True)

    story = tell([BASE], [first[1], f"{second[1]} {third[1]}"], [first[2], f"{second[2]} {third[2]}"])

    assert story.sentences() == [first, second, third]


def test_one_sentence_a_side_is_one_link_with_the_score_of_the_paragraphs(tell: Tell) -> None:
    (link,) = tell(_parts(BASE)[:1], _parts(RUSSIAN)[:1], _parts(ENGLISH)[:1]).aligned().links

    assert [one.score for one in link.sentences] == [link.score]


def test_a_text_that_came_without_its_breaks_is_linked_sentence_by_sentence(tell: Tell) -> None:
    sentences = [f"The {2 * k} farmers of village {2 * k + 1} sold tractors." for k in range(1, 200)]

    found = tell([" ".join(sentences)], [" ".join(sentences[:90] + sentences[100:])], language="en").sentences()

    assert sum(ours == theirs for ours, theirs, _ in found) == 189
    assert sum(not theirs for _, theirs, _ in found) == 10
