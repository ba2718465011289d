from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from polyglot_news.differences.changes import Change
from polyglot_news.differences.judging import JudgedLink, judge
from polyglot_news.differences.network import model
from polyglot_news.differences.runs import Run
from polyglot_news.differences.sides import Side
from polyglot_news.differences.surroundings import Judged
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.witnesses import witnesses
from polyglot_news.model import Evidence, Level, Span

Tell = Callable[..., Any]
BASE = "The ship carried 26,000 tonnes of wheat."


def _link(tell: Tell, base: str, edition: str, translation: str) -> JudgedLink:
    """One link whose words are all as likely told on their side only."""
    story = tell([base], [edition], [translation])
    texts = Texts(story.base, story.edition, story.translation)
    (link,) = judge(texts, story.alignment.links, model(), by_translation=bool(translation))
    return link._replace(base=_even(link.base.side), edition=_even(link.edition.side))


def _even(side: Side) -> Judged:
    probabilities: NDArray[np.float32] = np.full(len(side.words), 0.75, dtype=np.float32)
    return Judged(side, probabilities, ())


def _run(side: Side, passage: str) -> Run:
    spelled, wanted = [word.text for word in side.words], passage.split()
    first = next(k for k in range(len(spelled)) if spelled[k : k + len(wanted)] == wanted)
    last = first + len(wanted) - 1
    return Run(first, last, Span(0, side.words[first].start, side.words[last].end), Level.WORD, ())


def _told(link: JudgedLink, base: str | None, edition: str | None) -> dict[str, Evidence]:
    change = Change(_run(link.base.side, base) if base else None, _run(link.edition.side, edition) if edition else None)
    return {one.rule: one for one in witnesses(link, change)}


def test_numbers_that_differ_are_named_and_the_translation_backed_by_the_original(tell: Tell) -> None:
    link = _link(tell, BASE, "Судно везло 16 тысяч тонн пшеницы.", "The ship carried 16 thousand tonnes of wheat.")

    found = _told(link, "26,000", "16 thousand")

    assert found["values_differ"].note == "26,000 and 16 thousand"
    assert found["translation_agrees"].weight > 0
    assert "original_contradicts" not in found


def test_a_number_that_the_translator_changed_is_spoken_against_by_the_original(tell: Tell) -> None:
    link = _link(tell, BASE, "Судно везло 26 тысяч тонн пшеницы.", "The ship carried 16 thousand tonnes of wheat.")

    found = _told(link, "26,000", "16 thousand")

    assert found["original_contradicts"].weight < 0
    assert "translation_agrees" not in found


def test_without_a_translation_numbers_of_the_original_are_compared(tell: Tell) -> None:
    found = _told(_link(tell, BASE, "Судно везло 16 тысяч тонн пшеницы.", ""), "26,000", "16 тысяч")

    assert found["values_differ"].note == "26,000 and 16 тысяч"
    assert not {"translation_agrees", "original_contradicts"} & {*found}


def test_numbers_that_say_the_same_differ_in_nothing(tell: Tell) -> None:
    link = _link(tell, BASE, "Судно везло 26 тысяч тонн пшеницы.", "The ship carried 26 thousand tonnes of wheat.")

    assert "values_differ" not in _told(link, "26,000", "26 thousand")


def test_what_the_original_has_and_the_translation_lost_speaks_against_an_omission(tell: Tell) -> None:
    link = _link(tell, BASE, "Судно везло 26 тысяч тонн пшеницы.", "The ship carried it.")

    found = _told(link, "tonnes of wheat", None)

    assert found["original_has_it"].weight < 0
    assert "in_its_place" not in found


def test_what_the_original_lacks_too_is_not_lost_in_translation(tell: Tell) -> None:
    assert "original_has_it" not in _told(_link(tell, BASE, "Судно везло это.", "The ship carried it."), "wheat", None)


@pytest.mark.parametrize(("original", "is_backed"), [("Судно везло пшеницу.", True), ("Судно ушло.", False)])
def test_what_only_the_translation_tells_is_backed_by_the_original_or_not(
    tell: Tell, original: str, *, is_backed: bool
) -> None:
    found = _told(_link(tell, "The ship left.", original, "The ship carried wheat."), None, "carried wheat")

    assert bool(found["original_backs_it"].weight > 0) is is_backed


def test_how_many_words_nothing_answers_is_said_of_the_side_that_has_them(tell: Tell) -> None:
    translated = _link(tell, BASE, "Судно ушло.", "The ship left.")
    untranslated = _link(tell, BASE, "Судно ушло.", "")

    assert _told(translated, "tonnes of wheat", None)["unanswered"].note == "2 words of the base that nothing answers"
    assert "of the translation" in _told(translated, None, "left")["unanswered"].note
    assert "of the original" in _told(untranslated, None, "ушло")["unanswered"].note
    assert _told(translated, "wheat", None)["unanswered"].weight == 0.75


def test_weights_are_plain_numbers(tell: Tell) -> None:
    link = _link(tell, "The ship left.", "Судно ушло.", "The ship carried wheat.")

    assert {type(one.weight) for one in _told(link, None, "carried wheat").values()} == {float}


def test_weights_lie_between_against_and_for(tell: Tell) -> None:
    link = _link(tell, BASE, "Судно везло 26 тысяч тонн пшеницы.", "The ship carried 16 thousand tonnes of coal.")

    for base, edition in (("26,000", "16 thousand"), ("wheat", None), (None, "coal"), ("wheat", "coal")):
        assert all(-1 <= one.weight <= 1 and one.note for one in _told(link, base, edition).values())
