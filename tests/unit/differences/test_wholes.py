from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.confidence import confidence_of
from polyglot_news.differences.judging import JudgedWords, judge_words
from polyglot_news.differences.network import model
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.wholes import measure_sentences, sentences

Tell = Callable[..., Any]
TOLD = ("The mayor opened the new bridge on Sunday.", "Мэр открыл новый мост в воскресенье.")
ADDED = ("Opponents boycotted the noisy ceremony.", "Противники бойкотировали шумную церемонию.")
FURTHER = ("The road will be closed for two weeks.", "Дорога будет закрыта две недели.")


def _words(tell: Tell, base: str, edition: str, translation: str, *, by_translation: bool = True) -> JudgedWords:
    story = tell([base], [edition], [translation])
    texts = Texts(story.base, story.edition, story.translation)
    (words,) = judge_words(texts, story.alignment.links, model().networks, by_translation=by_translation)
    return words


def _likely(words: JudgedWords, *, of_base: bool) -> list[float]:
    """How likely each sentence of a side is told on it only."""
    weights = model().wholes[words.side_of(of_base=of_base)]
    return [confidence_of(one.measured, weights) for one in words.sentences(of_base=of_base)]


@pytest.mark.parametrize("by_translation", [True, False])
@pytest.mark.parametrize("of_base", [True, False])
def test_a_sentence_that_one_side_has_alone_stands_out_from_those_that_both_tell(
    tell: Tell, *, of_base: bool, by_translation: bool
) -> None:
    long, short = (" ".join(one for one, _ in some) for some in ((TOLD, ADDED, FURTHER), (TOLD, FURTHER)))
    original = " ".join(other for _, other in ((TOLD, FURTHER) if of_base else (TOLD, ADDED, FURTHER)))
    base, translation = (long, short) if of_base else (short, long)

    words = _words(tell, base, original, translation, by_translation=by_translation)

    before, added, behind = _likely(words, of_base=of_base)
    assert max(before, behind) < 0.5 < added
    assert max(_likely(words, of_base=not of_base)) < 0.5


texts = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from([TOLD[0], ADDED[0], FURTHER[1]]), max_size=4).map(" ".join)
)


@settings(max_examples=40)
@given(base=texts, edition=texts, translation=texts, by_translation=st.booleans(), of_base=st.booleans())
def test_each_sentence_has_its_words_and_as_many_finite_measures(  # noqa: PLR0913  # what a pair of texts has
    tell: Tell, base: str, edition: str, translation: str, *, by_translation: bool, of_base: bool
) -> None:
    words = _words(tell, base, edition, translation, by_translation=by_translation)
    side = words.pairing(of_base=of_base).side

    found = words.sentences(of_base=of_base)

    assert [(one.first, one.last) for one in found] == list(sentences(side))
    assert [k for one in found for k in range(one.first, one.last + 1)] == list(range(len(side.words)))
    assert all(np.isfinite(one.measured).all() for one in found)
    assert {len(one.measured) for one in found} <= {len(model().wholes["base"]) - 1}


def test_sentences_of_several_paragraphs_are_apart(tell: Tell) -> None:
    side = _words(tell, f"{TOLD[0]} {FURTHER[0]}", TOLD[1], TOLD[0]).linked.base
    apart = side._replace(
        sentence=np.zeros(len(side.words), dtype=int), paragraph=(0, 0, *(1,) * (len(side.words) - 2))
    )

    assert list(sentences(apart)) == [(0, 1), (2, len(side.words) - 1)]
    assert list(sentences(side._replace(words=()))) == []


def test_words_outside_all_sentences_are_measured_too(tell: Tell) -> None:
    words = _words(tell, TOLD[0], TOLD[1], TOLD[0])
    pairing = words.pairing(of_base=True)
    loose = pairing.other._replace(sentence=np.full(len(pairing.other.words), -1))

    inside, outside = (
        measure_sentences(pairing._replace(other=other), words.base, words.linked) for other in (pairing.other, loose)
    )

    assert [one.measured for one in outside] == [pytest.approx(one.measured) for one in inside]
