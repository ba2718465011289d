from collections.abc import Callable, Container, Mapping
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.runs import Run, find_runs
from polyglot_news.differences.sides import Side, read_link
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.wholes import sentences
from polyglot_news.model import Level

Tell = Callable[..., Any]
TEXT = "Turkey (which controls the two straits) may help. The captain of the ship was thanked by 12 men in Odesa."


def _base(tell: Tell, text: str) -> Side:
    story = tell([text], ["Да."], [""])
    return read_link(Texts(story.base, story.edition, story.translation), story.alignment.links[0]).base


def _runs(tell: Tell, text: str, likely: Mapping[str, float], whole: Container[int] = ()) -> list[tuple[str, Level]]:
    """Runs where some words of a text, by how likely, and some sentences as a whole are told on its side only."""
    side = _base(tell, text)
    probabilities = np.array([likely.get(word.text, 0.0) for word in side.words], dtype=np.float32)
    judged = [(*place, 0.9 if n in whole else 0.1) for n, place in enumerate(sentences(side))]
    return [(text[run.span.start : run.span.end], run.level) for run in find_runs(side, [text], probabilities, judged)]


def _sure(words: str) -> dict[str, float]:
    return dict.fromkeys(words.split(), 0.99)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        ("captain", [("captain", Level.WORD)]),
        ("captain of the ship", [("captain of the ship", Level.CLAUSE)]),
        ("captain Odesa", [("captain", Level.WORD), ("Odesa", Level.WORD)]),
        ("which controls the two straits", [("(which controls the two straits)", Level.CLAUSE)]),
        ("thanked by", [("thanked", Level.WORD)]),
        ("of the", []),
        ("help The", [("help", Level.WORD)]),
    ],
)
def test_words_that_are_told_on_one_side_only_make_passages(
    tell: Tell, words: str, expected: list[tuple[str, Level]]
) -> None:
    assert _runs(tell, TEXT, _sure(words)) == expected


@pytest.mark.parametrize("words", ["captain ship thanked 12 men Odesa", "captain Odesa", "captain ship thanked men"])
def test_a_sentence_told_on_one_side_only_is_one_passage_however_sure_its_words_are(tell: Tell, words: str) -> None:
    found = _runs(tell, TEXT, _sure(words), whole={1})

    assert found == [("The captain of the ship was thanked by 12 men in Odesa.", Level.SENTENCE)]


def test_words_alone_make_no_sentence(tell: Tell) -> None:
    (found,) = _runs(tell, TEXT, _sure("The captain of the ship was thanked by 12 men in Odesa"))

    assert found == ("The captain of the ship was thanked by 12 men in Odesa", Level.CLAUSE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses sleep in the corridor, doctor Kravets said.", "Nurses sleep in the corridor"),
        ("Doctor Kravets said nurses sleep in the corridor.", "nurses sleep in the corridor"),
    ],
)
def test_a_sentence_that_begins_or_ends_with_what_the_other_side_tells_is_not_taken_whole(
    tell: Tell, text: str, expected: str
) -> None:
    assert _runs(tell, text, _sure("Nurses nurses sleep in the corridor"), whole={0}) == [(expected, Level.CLAUSE)]


@pytest.mark.parametrize(("between", "expected"), [(0.3, ["captain quickly thanked"]), (0.1, ["captain", "thanked"])])
def test_a_likely_word_between_two_sure_ones_joins_them(tell: Tell, between: float, expected: list[str]) -> None:
    text = "On Friday the captain quickly thanked the men of Odesa in their port."

    assert [one for one, _ in _runs(tell, text, _sure("captain thanked") | {"quickly": between})] == expected


def test_no_word_is_enough_for_a_passage_by_itself_where_it_is_unlikely(tell: Tell) -> None:
    assert _runs(tell, TEXT, {"captain": 0.2, "Odesa": 0.35}) == []


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6), text=st.one_of(st.just(TEXT), st.text(max_size=60)))
def test_passages_are_apart_in_order_inside_one_sentence_and_hold_their_words(tell: Tell, seed: int, text: str) -> None:
    side = _base(tell, text)
    probabilities = np.random.default_rng(seed).uniform(size=len(side.words)).astype(np.float32)

    chances = np.random.default_rng(seed + 1).uniform(size=len(side.words))
    judged = [(*place, float(chance)) for place, chance in zip(sentences(side), chances, strict=False)]

    runs = find_runs(side, [text], probabilities, judged)

    assert all(one.last < other.first for one, other in pairwise(runs))
    assert all(_lies_in_one_sentence(side, run) for run in runs)
    assert all(any(side.telling[k] for k in run.words) for run in runs if run.level is not Level.SENTENCE)
    assert len({len(run.measured) for run in runs}) <= 1
    assert all(np.isfinite(run.measured).all() for run in runs)


def _lies_in_one_sentence(side: Side, run: Run) -> bool:
    first, last = side.words[run.first], side.words[run.last]
    return (
        len({(side.paragraph[k], side.sentence[k]) for k in run.words}) == 1
        and run.span.paragraph == side.paragraph[run.first]
        and run.span.start <= first.start
        and last.end <= run.span.end
    )
