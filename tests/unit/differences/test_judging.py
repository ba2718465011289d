from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.confidence import confidence_of
from polyglot_news.differences.judging import JudgedLink, judge
from polyglot_news.differences.network import model
from polyglot_news.differences.texts import Texts

Tell = Callable[..., Any]
TELLINGS = (
    (
        "The president met 12 ministers in Berlin.",
        "Президент встретил 12 министров в Берлине.",
        "The president met 12.",
    ),
    ("“Nobody waits,” she said.", "«Никто не ждет», — сказала она.", "“Nobody waits,” she said."),
    ("About 26,000 tonnes were lost.", "Потеряно около 16 тысяч тонн.", "About 16 thousand tonnes were lost."),
    ("The UN may not act. Nobody was hurt.", "ООН может не вмешаться.", "The UN may not interfere."),
    ("", "Да.", "Yes."),
)
LOST = "In the storm the captain lost his cargo, his papers and all his money."


def _judged(tell: Tell, *stories: tuple[str, str, str], by_translation: bool = True) -> list[JudgedLink]:
    base, edition, translation = zip(*stories, strict=True)
    story = tell(base, edition, translation)
    texts = Texts(story.base, story.edition, story.translation)
    return judge(texts, story.alignment.links, model(), by_translation=by_translation)


@settings(max_examples=15)
@given(order=st.permutations(TELLINGS), by_translation=st.booleans())
def test_the_order_and_company_of_links_change_nothing(
    tell: Tell, order: list[tuple[str, str, str]], *, by_translation: bool
) -> None:
    together = _judged(tell, *order, by_translation=by_translation)

    for told, one in zip(order, together, strict=True):
        (alone,) = _judged(tell, told, by_translation=by_translation)
        for ours, theirs in ((one.base, alone.base), (one.edition, alone.edition)):
            assert ours.probabilities == pytest.approx(theirs.probabilities, abs=1e-5)
            assert [(run.first, run.last, run.level) for run in ours.runs] == [
                (run.first, run.last, run.level) for run in theirs.runs
            ]


@pytest.mark.parametrize("by_translation", [True, False])
def test_a_sentence_that_one_side_adds_is_the_likeliest_of_all_on_that_side(
    tell: Tell, *, by_translation: bool
) -> None:
    base, edition, translation = TELLINGS[0][0], TELLINGS[0][1], TELLINGS[0][0]
    russian = "В шторм капитан потерял груз, документы и все деньги."

    (lost,) = _judged(tell, (f"{base} {LOST}", edition, translation), by_translation=by_translation)
    (added,) = _judged(tell, (base, f"{edition} {russian}", f"{translation} {LOST}"), by_translation=by_translation)

    for judged in (lost.base, added.edition):
        told = judged.side.telling
        second = judged.side.sentence == 1
        assert judged.probabilities[told & second].mean() > 0.5 > judged.probabilities[told & ~second].mean()


@pytest.mark.parametrize(("by_translation", "language"), [(True, "en"), (False, "ru")])
def test_the_edition_is_judged_by_its_translation_or_by_its_original(
    tell: Tell, language: str, *, by_translation: bool
) -> None:
    (one,) = _judged(tell, TELLINGS[2], by_translation=by_translation)

    assert one.edition.side.language == language
    assert len(one.matching.partner) == len(one.base.side.words)
    assert len(one.matching.answering) == len(one.edition.side.words)


@settings(max_examples=25)
@given(texts=st.tuples(st.text(max_size=50), st.text(max_size=50), st.text(max_size=50)), by_translation=st.booleans())
def test_words_of_any_text_have_a_probability_each_and_passages_a_confidence(
    tell: Tell, texts: tuple[str, str, str], *, by_translation: bool
) -> None:
    (one,) = _judged(tell, texts, by_translation=by_translation)

    for judged, of_base in ((one.base, True), (one.edition, False)):
        assert len(judged.probabilities) == len(judged.side.words)
        assert ((judged.probabilities >= 0) & (judged.probabilities <= 1)).all()
        weights = model().confidence[one.side_of(of_base=of_base)]
        measured = [one.measured(run, of_base=of_base) for run in judged.runs]
        assert all(np.isfinite(some).all() and 0 < confidence_of(some, weights) < 1 for some in measured)


def test_no_links_are_judged_without_complaint(tell: Tell) -> None:
    story = tell(["One."], ["Да."], ["Yes."], links=[])

    assert judge(Texts(story.base, story.edition, story.translation), (), model(), by_translation=True) == []


def test_a_paragraph_that_nobody_translated_is_judged_by_its_original(tell: Tell) -> None:
    translated, untranslated = _judged(tell, TELLINGS[1], (*TELLINGS[2][:2], ""))

    assert translated.edition.side.language == "en"
    assert untranslated.edition.side.language == "ru"
    assert len(untranslated.edition.probabilities) > 0
