from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from polyglot_news.differences.changes import Change, narrowed, pair_runs
from polyglot_news.differences.matching import Matching
from polyglot_news.differences.runs import Run, find_runs
from polyglot_news.differences.sides import Side, read_link
from polyglot_news.differences.surroundings import Judged
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.wholes import sentences

Tell = Callable[..., Any]
Sides = tuple[Judged, Judged, Matching]


def _sides(tell: Tell, base: str, translation: str, words: Sequence[str] | int) -> Sides:
    """The base and the translation, where some words are told on one side only; or words by chance, from a seed."""
    story = tell([base], ["Да."], [translation])
    linked = read_link(Texts(story.base, story.edition, story.translation), story.alignment.links[0])
    ours, theirs = (
        Judged(side, likely, find_runs(side, [text], likely, [(*place, 0.0) for place in sentences(side)]))
        for side, text in ((linked.base, base), (linked.translated, translation))
        for likely in [_likely(side, words)]
    )
    return ours, theirs, linked.base_to_translated


def _likely(side: Side, words: Sequence[str] | int) -> NDArray[np.float32]:
    if isinstance(words, int):
        return np.random.default_rng(words).uniform(size=len(side.words)).astype(np.float32)
    return np.array([0.99 * (word.text in words) for word in side.words], dtype=np.float32)


def _told(sides: Sides, changes: Sequence[Change]) -> list[tuple[str, str]]:
    """Changes as the words of both sides; "-" where a side has none."""
    base, edition, _ = sides
    return [(_spelled(base, one.base), _spelled(edition, one.edition)) for one in changes]


def _spelled(judged: Judged, run: Run | None) -> str:
    return " ".join(judged.side.words[k].text for k in run.words) if run else "-"


@pytest.mark.parametrize(
    ("base", "translation", "words", "expected"),
    [
        ("The ship carried 26 tonnes.", "The ship carried 16 tonnes.", "26 16", [("26", "16")]),
        ("The ship left Izmir on Friday.", "The ship left Odesa on Friday.", "Izmir Odesa", [("Izmir", "Odesa")]),
        ("He left Izmir on Friday.", "He left 12 men on Friday.", "Izmir 12", [("Izmir", "-"), ("-", "12")]),
        ("The tall ship left.", "The rusty ship left.", "tall rusty", [("tall", "rusty")]),
        ("The ship left.", "The rusty ship left.", "rusty", [("-", "rusty")]),
        ("The tall ship left.", "The ship left.", "tall", [("tall", "-")]),
    ],
)
def test_passages_of_one_sort_in_one_place_are_one_change(
    tell: Tell, base: str, translation: str, words: str, expected: list[tuple[str, str]]
) -> None:
    base_side, edition, matching = sides = _sides(tell, base, translation, words.split())

    assert _told(sides, pair_runs(base_side, edition, matching)) == expected


@pytest.mark.parametrize(
    ("base", "translation", "words", "expected"),
    [
        (
            "The talks brought no deal.",
            "The talks brought this month a deal.",
            "no month",
            [("no", "-"), ("-", "month")],
        ),
        ("It shows there a month deal.", "It shows there not a deal.", "month not", [("month", "-"), ("-", "not")]),
        (
            "The deal will not hold.",
            "The deal holds this week.",
            "will not this week",
            [("will not", "-"), ("-", "this week")],
        ),
        ("He did not sign it.", "He refused to sign it.", "not refused", [("not", "refused")]),
        ("The ship may sail.", "The ship will not sail.", "may not", [("may", "not")]),
        ("The port is not open.", "The port is closed.", "not open closed", [("not open", "closed")]),
    ],
)
def test_in_place_of_a_bare_negation_stands_what_says_how_something_is(
    tell: Tell, base: str, translation: str, words: str, expected: list[tuple[str, str]]
) -> None:
    ours, theirs, matching = sides = _sides(tell, base, translation, words.split())

    assert _told(sides, pair_runs(ours, theirs, matching)) == expected


def test_passages_far_from_each_other_are_two_changes(tell: Tell) -> None:
    middle = "left the port of Odesa with wheat and coal for the people of Egypt on Friday"
    base, edition, matching = sides = _sides(
        tell, f"The tall ship {middle}.", f"The ship {middle} in a fierce storm.", ["tall", "fierce", "storm"]
    )

    assert _told(sides, pair_runs(base, edition, matching)) == [("tall", "-"), ("-", "fierce storm")]


def test_a_number_that_nothing_answers_is_held_against_the_number_in_its_place(tell: Tell) -> None:
    """The other side's number was not seen by the network."""
    base, edition, matching = sides = _sides(tell, "The ship carried 26 tonnes.", "The ship carried 16 tonnes.", ["26"])

    assert _told(sides, pair_runs(base, edition, matching)) == [("26", "16")]


def test_one_number_stands_for_one_number_only(tell: Tell) -> None:
    base, edition, matching = sides = _sides(
        tell, "The house was left by 12 men and 15 dogs.", "The house was left by 20 cats.", ["12", "15"]
    )

    assert sorted(other for _, other in _told(sides, pair_runs(base, edition, matching))) == ["-", "20"]


@settings(max_examples=30)
@given(seed=st.integers(0, 10**6))
def test_every_passage_is_in_one_change(tell: Tell, seed: int) -> None:
    base, edition, matching = _sides(
        tell,
        "The tall captain left Izmir with 26 tonnes of wheat on Friday. Nobody thanked him for the fish.",
        "The captain left Odesa with 16 tonnes of coal on Monday. Everyone in the port thanked him.",
        seed,
    )

    changes = pair_runs(base, edition, matching)

    assert [one.base for one in changes if one.base] == [*base.runs]
    theirs = [one.edition for one in changes if one.edition]
    assert all(theirs.count(run) == 1 for run in edition.runs)


@pytest.mark.parametrize(
    ("base", "translation", "words", "expected"),
    [
        ("It carried just 26 tonnes.", "It carried just 16 tonnes.", "26 tonnes 16", ("26", "16")),
        ("It carried 26 tonnes.", "It carried 26 crates.", "26 tonnes crates", ("26 tonnes", "26 crates")),
        ("It lies 5 miles off.", "It lies 5 km off.", "5 miles km", ("5 miles", "5 km")),
        ("It took 70 minutes there.", "It took 3 hours there.", "70 3", ("70 minutes", "3 hours")),
        ("The tall ship left.", "The rusty ship left.", "tall rusty", ("tall", "rusty")),
    ],
)
def test_where_a_number_is_what_differs_a_change_is_kept_to_it(
    tell: Tell, base: str, translation: str, words: str, expected: tuple[str, str]
) -> None:
    ours, theirs, _ = sides = _sides(tell, base, translation, words.split())

    change = narrowed(Change(ours.runs[0], theirs.runs[0]), ours, theirs)

    assert _told(sides, [change])[0] == expected


def test_what_is_told_on_one_side_only_is_not_narrowed(tell: Tell) -> None:
    ours, theirs, _ = _sides(tell, "It carried 26 tonnes.", "It sank.", ["26", "tonnes"])

    assert narrowed(Change(ours.runs[0], None), ours, theirs) == Change(ours.runs[0], None)
