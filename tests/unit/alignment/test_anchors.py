import pytest

from polyglot_news.alignment.anchors import Pair, Things, anchors, chained


def _pairs(base: list[str], edition: list[str]) -> list[Pair]:
    things = Things([one.split() for one in base], [one.split() for one in edition], {"said": 0.5})
    return anchors(things, range(len(base)), range(len(edition)))


@pytest.mark.parametrize(
    ("base", "edition", "expected"),
    [
        ([], ["dam"], []),
        (["dam"], [], []),
        (["dam broke", "referee said"], ["referee said", "dam"], [(0, 1), (1, 0)]),
        (["dam", "dam"], ["dam"], []),  # told twice
        (["dam"], ["dam", "dam"], []),
        (["dam river", "dam"], ["dam river"], [(0, 0)]),  # one of them by far
        (["dam"], ["referee"], []),
        (["dam said"] + ["said"] * 30, ["said", "dam"], [(0, 1)]),  # what everybody says is not looked up
        ([""], [""], []),
    ],
)
def test_paragraphs_that_choose_each_other_by_rare_things_are_paired(
    base: list[str], edition: list[str], expected: list[Pair]
) -> None:
    assert _pairs(base, edition) == expected


def test_what_is_rare_in_a_part_pairs_there() -> None:
    base = [f"said{k // 30} hour{k % 30}" for k in range(900)]
    things = Things([one.split() for one in base], [one.split() for one in base], {})

    assert anchors(things, range(900), range(900)) == []
    assert anchors(things, range(30, 60), range(30, 60)) == [(k, k) for k in range(30, 60)]


def test_rare_things_are_those_that_some_hold_on_both_sides_and_few_on_either() -> None:
    things = Things([("dam", "said", "mine")] + [("said",)] * 30, [("dam", "said")], {"dam": 2.0})

    assert things.rare() == Things([("dam",)] + [()] * 30, [("dam",)], {"dam": 2.0})


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], []),
        ([(0, 0), (1, 1), (2, 2)], []),  # three may be chance
        ([(0, 0), (1, 1), (2, 2), (3, 3)], [(0, 0), (1, 1), (2, 2), (3, 3)]),
        ([(0, 0), (1, 1), (2, 2), (3, 900), (4, 4)], [(0, 0), (1, 1), (2, 2), (4, 4)]),
        ([*((k, k + 70) for k in range(9)), *((k, k - 9) for k in range(9, 79))], None),  # None: all of them
        ([*((k, k) for k in range(9)), *((k, k + 500) for k in range(9, 18))], None),  # an insertion
        ([(k, 9 - k) for k in range(10)], []),
    ],
)
def test_pairs_in_line_are_kept_wherever_the_line_stands(pairs: list[Pair], expected: list[Pair] | None) -> None:
    assert chained(pairs) == (pairs if expected is None else expected)
