"""What the figures of differences.py count, on cases made by hand."""

import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

# A folder of scripts, no package.
sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from differences_scoring import (
    CLEAN,
    Found,
    Outcome,
    Pair,
    Place,
    Side,
    Tally,
    at_most,
    average_precision,
    best_f1,
    between,
    calibration_error,
    curve,
    n_matched,
    outcomes,
    runs,
    share_right,
    tally,
    total,
)

BASE = "Mayor Ivan Bondar resigned. Police found 16 crates of apples in the old barn."
OTHER = "Mayor Petro Bondar resigned. Police found 26 crates."


def place(text: str, words: str) -> Place:
    start = text.index(words)
    return start, start + len(words)


def side(text: str, *gold: str) -> Side:
    sentences = tuple(one.span() for one in re.finditer(r"[^ .][^.]*\.", text))
    return Side(text, sentences, tuple(place(text, words) for words in gold))


def found(base: str | None, other: str | None = None, confidence: float = 1.0) -> Found:
    places = (place(BASE, base) if base else None, place(OTHER, other) if other else None)
    return Found("omission", confidence, places)


def pair(reported: Sequence[Found], gold: Sequence[str] = (), other_gold: Sequence[str] = ()) -> Pair:
    edit = "swap" if gold or other_gold else CLEAN
    return Pair(edit, "ru", "mid", (side(BASE, *gold), side(OTHER, *other_gold)), tuple(reported))


def test_content_words_of_both_sides_are_counted() -> None:
    counts = tally(pair([found("Ivan Bondar", "Petro")], ["Ivan", "16"], ["Petro", "26"]), 0.5)

    assert (counts.right, counts.wrong, counts.missed) == (2, 1, 2)  # Ivan, Petro; Bondar; 16, 26
    assert (counts.word.precision, counts.word.recall) == (2 / 3, 1 / 2)


def test_words_that_tell_nothing_by_themselves_are_not_counted() -> None:
    counts = tally(pair([found("of apples in the old barn")], ["apples in the old barn"]), 0.5)

    assert (counts.right, counts.wrong, counts.missed) == (3, 0, 0)


def test_a_place_without_a_content_word_is_taken_for_all_its_words() -> None:
    text = side(BASE)

    assert text.inside(place(BASE, "in the")) == {BASE.index("in the"), BASE.index("the old")}
    assert text.inside(place(BASE, "in the old")) == {BASE.index("old barn")}


def test_what_is_less_sure_than_asked_for_does_not_count() -> None:
    assert tally(pair([found("Ivan", confidence=0.49)], ["Ivan"]), 0.5).right == 0
    assert tally(pair([found("Ivan", confidence=0.5)], ["Ivan"]), 0.5).right == 1


@pytest.mark.parametrize(
    ("reported", "gold", "matched"),
    [
        ([{1, 2}], [{1, 2, 3, 4}], 1),  # half of the union
        ([{1}], [{1, 2, 3}], 0),  # a third
        ([{1, 2, 3, 4}], [{1, 2}, {3, 4}], 1),  # one to one: the second is missed
        ([{1, 2}, {3, 4}], [{1, 2, 3, 4}], 1),  # one to one: the second is wrong
        ([{1, 2, 3}, {2, 3}], [{2, 3}, {1, 2, 3, 4}], 2),  # the most alike first
        ([], [{1}], 0),
        ([{1}], [], 0),
    ],
)
def test_spans_are_matched_one_to_one_by_half_of_their_union(
    reported: list[set[int]], gold: list[set[int]], matched: int
) -> None:
    assert n_matched([frozenset(one) for one in reported], [frozenset(one) for one in gold]) == matched


def test_a_span_may_be_touched_without_being_matched() -> None:
    counts = tally(pair([found("barn")], ["16 crates of apples in the old barn"]), 0.5)

    assert (counts.spans_touched, counts.spans_matched, counts.spans_gold, counts.spans_reported) == (1, 0, 1, 1)


def test_places_with_no_content_word_between_them_are_one_span() -> None:
    text = side(BASE)
    crates, apples, barn = (place(BASE, words) for words in ("crates", "apples", "barn"))

    assert runs(text, [barn, apples, crates]) == [(crates[0], apples[1]), barn]  # "of" between; "old" between


def test_places_on_two_lines_are_two_spans() -> None:
    text = Side("Rain\nSnow", ((0, 4), (5, 9)), ())

    assert runs(text, [(0, 4), (5, 9)]) == [(0, 4), (5, 9)]


def test_a_sentence_is_found_by_any_place_in_it() -> None:
    counts = tally(pair([found("barn"), found("Mayor", "26")], ["16"], ["Petro"]), 0.5)

    assert (counts.sentences_right, counts.sentences_wrong, counts.sentences_missed) == (1, 2, 1)


def test_a_change_on_both_sides_is_one_false_alarm() -> None:
    assert tally(pair([found("Ivan", "Petro")]), 0.5).stray == 1


def test_neighbours_are_one_false_alarm_and_others_two() -> None:
    assert tally(pair([found("crates"), found("apples")]), 0.5).stray == 1
    assert tally(pair([found("crates"), found("barn")]), 0.5).stray == 2
    assert tally(pair([found("crates"), found("barn")]), 0.5).with_stray == 1


def test_neighbours_on_one_side_join_what_is_apart_on_the_other() -> None:
    assert tally(pair([found("Ivan", "crates"), found("barn", "26")]), 0.5).stray == 1


def test_what_touches_a_gold_word_is_no_false_alarm() -> None:
    assert tally(pair([found("16 crates"), found("barn")], ["16"]), 0.5).stray == 1
    assert tally(pair([found("crates of apples"), found("16")], ["16"]), 0.5).stray == 0  # joined


def test_a_side_that_the_gold_does_not_tell_of_has_false_alarms_but_no_words() -> None:
    one = pair([found(None, "crates")])
    base_only = Pair(one.type, one.language, one.tier, one.sides, one.found, n_judged=1)

    counts = tally(base_only, 0.5)

    assert (counts.stray, counts.wrong, counts.spans_reported) == (1, 0, 0)
    assert list(outcomes([base_only])) == []


def test_neutral_places_are_neither_right_nor_wrong() -> None:
    text = Side(BASE, ((0, 27), (28, len(BASE))), (place(BASE, "Ivan"),), (place(BASE, "resigned"),))
    reported = (Found("framing", 1.0, (place(BASE, "resigned"),)),)

    counts = tally(Pair("story", "ru", "", (text,), reported), 0.5)

    assert (counts.right, counts.wrong, counts.missed, counts.spans_reported, counts.stray) == (0, 0, 1, 0, 0)


def test_half_of_the_gold_words_make_a_pair_found() -> None:
    assert tally(pair([found("Ivan")], ["Ivan"], ["Petro"]), 0.5).found_half == 1
    assert tally(pair([found("Ivan")], ["Ivan", "16"], ["Petro"]), 0.5).found_half == 0


CURVED = [
    pair([found("Ivan", confidence=0.9), found("barn", confidence=0.6)], ["Ivan", "16"]),
    pair([found("crates", confidence=0.7)]),
    pair([]),
]


def test_average_precision_is_the_area_under_the_steps() -> None:
    points = curve(CURVED)

    assert average_precision(points) == pytest.approx(1 / 2)  # Ivan at precision 1; 16 never
    found_late = pair([found("barn", confidence=0.9), found("Ivan", confidence=0.8)], ["Ivan"])
    assert average_precision(curve([found_late])) == pytest.approx(1 / 2)
    assert average_precision(curve([found_late, CURVED[1]]), with_clean=True) == pytest.approx(1 / 2)
    late = pair([found("Ivan", confidence=0.6)], ["Ivan"])
    assert average_precision(curve([late, CURVED[1]]), with_clean=True) == pytest.approx(1 / 2)


def test_the_lowest_confidence_with_few_false_alarms_is_the_operating_point() -> None:
    points = curve(CURVED)

    assert at_most(points, 10).confidence == 0.9  # at .7 one of two clean pairs has one
    assert at_most(points, 50).confidence == 0.6
    assert best_f1(points).confidence == 0.9


def test_nothing_reported_is_a_point_of_the_curve_too() -> None:
    sure = pair([found("crates", confidence=1.0)])

    assert at_most(curve([sure, *CURVED]), 5).edited.right == 0


words = st.sampled_from(["Mayor", "Ivan", "Ivan Bondar", "resigned", "16", "crates of", "of apples", "old barn"])


@given(st.lists(st.lists(st.tuples(words, st.sampled_from([0.2, 0.5, 0.8])), max_size=5), max_size=4))
def test_the_curve_equals_counting_at_each_confidence(told: list[list[tuple[str, float]]]) -> None:
    pairs = [
        pair([found(text, confidence=confidence) for text, confidence in one], ["Ivan", "old barn"] if k % 2 else [])
        for k, one in enumerate(told)
    ]

    points = curve(pairs)

    for point in points:
        for counted, is_clean in ((point.edited, False), (point.clean, True)):
            assert counted == total(tally(one, point.confidence) for one in pairs if one.is_clean is is_clean)
    assert all(before.confidence > after.confidence for before, after in pairwise(points))


def test_a_difference_is_right_when_half_of_its_words_are_gold() -> None:
    told = [found("Ivan Bondar", confidence=0.9), found("16 crates of apples", confidence=0.3)]

    assert list(outcomes([pair(told, ["Ivan", "16"])])) == [Outcome(0.9, is_right=True), Outcome(0.3, is_right=False)]


def test_the_calibration_error_weighs_each_bin_by_what_is_in_it() -> None:
    held = [Outcome(0.95, is_right=True)] * 3 + [Outcome(0.55, is_right=False)]

    assert calibration_error(held) == pytest.approx((3 * 0.05 + 0.55) / 4)
    assert calibration_error([]) == 0.0


def test_certainty_belongs_to_the_last_bin() -> None:
    held = [Outcome(1.0, is_right=True), Outcome(0.95, is_right=False), Outcome(0.949, is_right=False)]

    assert between(held, 0.95, 1.0) == held[:2]
    assert share_right(between(held, 0.95, 1.0)) == 0.5


def test_nothing_counted_is_no_division_by_zero() -> None:
    assert (Tally().word.f1, Tally().touched, Tally().strays_per_hundred) == (0.0, 0.0, 0.0)
