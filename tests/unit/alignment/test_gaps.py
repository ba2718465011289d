from polyglot_news.alignment.candidates import Likeness, likeness
from polyglot_news.alignment.gaps import extend, fill
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate
from polyglot_news.alignment.views import Bag, view

SETTINGS = AlignmentSettings()
# Shares one word of eight: too little for a link of its own, enough between two neighbours that are linked.
FAINT: tuple[Bag, Bag] = (
    {"bank": 1, "a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1},
    {"bank": 1, "u": 1, "v": 1, "w": 1, "x": 1, "y": 1, "z": 1},
)


def _alike(base: list[Bag], edition: list[Bag]) -> Likeness:
    return likeness([(view(base, edition, {}), 1.0)], SETTINGS.max_span)


def _link(base: tuple[int, ...], edition: tuple[int, ...]) -> Candidate:
    return Candidate(base, edition, 1.0, 0.8)


def _places(links: tuple[Candidate, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(one.base, one.edition) for one in links]


def test_what_stands_between_the_same_two_neighbours_is_linked_on_faint_evidence() -> None:
    alike = _alike([{"vote": 1}, FAINT[0], {"fire": 1}], [{"vote": 1}, FAINT[1], {"fire": 1}])

    filled = fill((_link((0,), (0,)), _link((2,), (2,))), alike, SETTINGS)

    assert _places(filled) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_what_shares_nothing_stays_unlinked_between_neighbours() -> None:
    alike = _alike([{"vote": 1}, {"dam": 1}, {"fire": 1}], [{"vote": 1}, {"goal": 1}, {"fire": 1}])

    assert _places(fill((_link((0,), (0,)), _link((2,), (2,))), alike, SETTINGS)) == [((0,), (0,)), ((2,), (2,))]


def test_between_neighbours_that_stand_apart_nothing_is_filled() -> None:
    alike = _alike([{"vote": 1}, FAINT[0], {"fire": 1}], [{"fire": 1}, FAINT[1], {"vote": 1}])

    crossing = (_link((0,), (2,)), _link((2,), (0,)))

    assert fill(crossing, alike, SETTINGS) == crossing


def test_where_a_link_from_elsewhere_stands_between_the_neighbours_nothing_is_filled() -> None:
    base: list[Bag] = [{"vote": 1}, FAINT[0], {"fire": 1}, {"goal": 1}]
    alike = _alike(base, [{"vote": 1}, {"goal": 1}, FAINT[1], {"fire": 1}])
    chosen = (_link((0,), (0,)), _link((2,), (3,)), _link((3,), (1,)))

    assert fill(chosen, alike, SETTINGS) == chosen


def test_a_gap_is_filled_in_order() -> None:
    alike = _alike([FAINT[0], {"goal": 1, "dam": 1}], [{"goal": 1, "dam": 1}, FAINT[1]])

    assert _places(fill((), alike, SETTINGS)) == [((1,), (0,))]


def test_a_neighbour_is_taken_in_where_the_link_holds_what_it_says() -> None:
    alike = _alike([{"vote": 1, "goal": 1}], [{"vote": 1}, {"goal": 1}])

    assert _places(extend((_link((0,), (0,)),), alike, SETTINGS)) == [((0,), (0, 1))]


def test_a_neighbour_is_taken_in_on_the_side_of_the_base_too() -> None:
    alike = _alike([{"goal": 1}, {"vote": 1}], [{"vote": 1, "goal": 1}])

    assert _places(extend((_link((1,), (0,)),), alike, SETTINGS)) == [((0, 1), (0,))]


def test_a_neighbour_that_says_what_the_link_says_already_is_not_taken_in() -> None:
    alike = _alike([{"vote": 1, "goal": 1}], [{"vote": 1, "goal": 1}, {"vote": 1}])

    assert _places(extend((_link((0,), (0,)),), alike, SETTINGS)) == [((0,), (0,))]


def test_a_neighbour_that_is_linked_is_not_taken_in() -> None:
    alike = _alike([{"vote": 1, "goal": 1}, {"goal": 1}], [{"vote": 1}, {"goal": 1}])
    chosen = (_link((0,), (0,)), _link((1,), (1,)))

    assert extend(chosen, alike, SETTINGS) == chosen


def test_a_neighbour_between_two_links_is_taken_in_once() -> None:
    alike = _alike([{"vote": 1, "goal": 1}, {"fire": 1, "goal": 1}], [{"vote": 1}, {"goal": 1}, {"fire": 1}])

    places = _places(extend((_link((0,), (0,)), _link((1,), (2,))), alike, SETTINGS))

    assert [j for _, edition in places for j in edition] == [0, 1, 2]


def test_no_link_grows_beyond_the_longest_span() -> None:
    alike = _alike([{"a": 1, "b": 1, "c": 1, "d": 1}], [{"a": 1}, {"b": 1}, {"c": 1}, {"d": 1}])

    assert _places(extend((_link((0,), (0, 1, 2)),), alike, SETTINGS)) == [((0,), (0, 1, 2))]
