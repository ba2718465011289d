from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from polyglot_news.differences.runs import Run
from polyglot_news.differences.sides import LinkedTexts, Side, read_link
from polyglot_news.differences.surroundings import Judged, distance_to, surroundings
from polyglot_news.differences.texts import Texts
from polyglot_news.model import Level, Span

Tell = Callable[..., Any]
BASE = "The ship left Odesa with wheat on Friday."
SPACES = {"short": "The ship left Odesa on Friday.", "long": "The ship left Odesa with much rusty coal on Friday."}


def _linked(tell: Tell, base: str, translation: str) -> LinkedTexts:
    story = tell([base], ["Да."], [translation])
    return read_link(Texts(story.base, story.edition, story.translation), story.alignment.links[0])


def _run(side: Side, spelled: str) -> Run:
    k = [word.text for word in side.words].index(spelled)
    return Run(k, k, Span(0, side.words[k].start, side.words[k].end), Level.WORD, ())


def _judged(side: Side, likely: Sequence[str] = ()) -> Judged:
    probabilities: NDArray[np.float32] = np.array([word.text in likely for word in side.words], dtype=np.float32)
    return Judged(side, probabilities, ())


@pytest.mark.parametrize(("spelled", "expected"), [("coal", 0), ("much", 0), ("ship", 3), ("Friday", 2)])
def test_a_word_in_the_place_where_a_passage_is_expected_is_at_no_distance(
    tell: Tell, spelled: str, expected: int
) -> None:
    linked = _linked(tell, BASE, SPACES["long"])
    other = _run(linked.translated, spelled)

    found = distance_to(
        _run(linked.base, "wheat"), (other.first, other.last), linked.base_to_translated, len(linked.translated.words)
    )

    assert found == pytest.approx(expected, abs=1.0)
    assert (found == 0) == (expected == 0)


def test_where_nothing_answers_a_passage_may_stand_anywhere(tell: Tell) -> None:
    linked = _linked(tell, "Wheat rotted.", "Nobody slept there.")

    assert all(distance_to(_run(linked.base, "Wheat"), (k, k), linked.base_to_translated, 3) == 0 for k in range(3))


def test_what_stands_in_the_place_of_a_passage_is_measured(tell: Tell) -> None:
    linked = _linked(tell, BASE, SPACES["long"])
    ours, run = _judged(linked.base, ["wheat"]), _run(linked.base, "wheat")

    alone, replaced, far = (
        surroundings(run, ours, _judged(linked.translated, likely), linked.base_to_translated, linked)
        for likely in ((), ("rusty", "coal"), ("ship",))
    )

    assert alone == far
    assert alone != replaced


def _of_its_sort(tell: Tell, spelled: str, base: str, translation: str, likely: Sequence[str] = ()) -> list[float]:
    """The last measures: a loaded word without its like, with its opposite near, a name where a name is, how likely."""
    linked = _linked(tell, base, translation)
    run, ours, theirs = _run(linked.base, spelled), _judged(linked.base, [spelled]), _judged(linked.translated, likely)
    return [*surroundings(run, ours, theirs, linked.base_to_translated, linked)[-4:]]


@pytest.mark.parametrize(
    ("spelled", "translation", "expected"),
    [
        ("terrorists", "The terrorists left the town.", [0, 0, 0, 0]),
        ("terrorists", "The fighters left the town.", [1, 1, 0, 0]),
        ("terrorists", "The people left the town.", [1, 0, 0, 0]),
        ("town", "The people left the town.", [0, 0, 0, 0]),
    ],
)
def test_a_loaded_word_is_held_against_its_like_and_its_opposite(
    tell: Tell, spelled: str, translation: str, expected: list[float]
) -> None:
    assert _of_its_sort(tell, spelled, "The terrorists left the town.", translation) == expected


def test_a_name_is_held_against_the_name_in_its_place(tell: Tell) -> None:
    base, other, same = (f"The ship left {port} on Friday." for port in ("Izmir", "Odesa", "Izmir"))

    assert _of_its_sort(tell, "Izmir", base, other, ["Odesa"])[2:] == [1, 1]
    assert _of_its_sort(tell, "Izmir", base, other)[2:] == [1, 0]
    assert _of_its_sort(tell, "Izmir", base, same, ["Izmir"])[2:] == [0, 0]
    assert _of_its_sort(tell, "ship", base, other, ["Odesa"])[2:] == [0, 0]


@settings(max_examples=30)
@given(base=st.text(max_size=40), translation=st.text(max_size=40))
def test_surroundings_of_any_word_are_as_many_finite_numbers(tell: Tell, base: str, translation: str) -> None:
    linked = _linked(tell, f"{base} ship", translation)
    ours, theirs = _judged(linked.base), _judged(linked.translated)

    found = [
        surroundings(_run(linked.base, word.text), ours, theirs, linked.base_to_translated, linked)
        for word in linked.base.words
    ]

    assert len({len(one) for one in found}) == 1
    assert np.isfinite(found).all()
