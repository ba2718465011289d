from collections.abc import Callable

import pytest

from polyglot_news.model import Comparison, Difference, DifferenceKind, Level, Link, Report, Span
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import select
from polyglot_news.reports.sequence import Block, Mark, mark_base, mark_edition, mark_of, read_in_order


def blocks_of(comparison: Comparison, *only: str) -> tuple[Block, ...]:
    return read_in_order(comparison, select(comparison, ReportOptions(only=frozenset(only))))


def sides(blocks: tuple[Block, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(block.base, block.edition) for block in blocks]


def test_every_paragraph_of_a_real_story_is_read_once(cup_final: Report) -> None:
    for comparison in cup_final.comparisons:
        blocks = blocks_of(comparison)

        assert sorted(i for block in blocks for i in block.base) == list(range(len(cup_final.base.paragraphs)))
        assert sorted(j for block in blocks for j in block.edition) == list(range(len(comparison.edition.paragraphs)))


def test_blocks_follow_the_base(cup_final: Report) -> None:
    firsts = [block.base[0] for block in blocks_of(cup_final.comparisons[0]) if block.base]

    assert firsts == sorted(firsts)


def test_an_added_paragraph_follows_the_one_before_it(story: Callable[..., Report]) -> None:
    told = story(["a", "b"], ["a", "new", "newer", "b"], [Link((0,), (0,), 0.9), Link((1,), (3,), 0.9)])

    assert sides(blocks_of(told.comparisons[0])) == [((0,), (0,)), ((), (1,)), ((), (2,)), ((1,), (3,))]


def test_an_added_first_paragraph_comes_first(story: Callable[..., Report]) -> None:
    told = story(["a"], ["new", "a"], [Link((0,), (1,), 0.9)])

    assert sides(blocks_of(told.comparisons[0])) == [((), (0,)), ((0,), (1,))]


def test_an_added_paragraph_does_not_follow_one_that_moved_away(story: Callable[..., Report]) -> None:
    links = [Link((0,), (0,), 0.9), Link((1,), (3,), 0.9), Link((2,), (1,), 0.9, moved=True)]
    told = story(["a", "b", "c"], ["a", "c", "new", "b"], links)

    assert sides(blocks_of(told.comparisons[0])) == [((0,), (0,)), ((), (2,)), ((1,), (3,)), ((2,), (1,))]


def test_two_strangers_are_all_omissions_and_additions(story: Callable[..., Report]) -> None:
    blocks = blocks_of(story(["a", "b"], ["x"], []).comparisons[0])

    assert [block.mark for block in blocks] == [Mark.ADDED, Mark.OMITTED, Mark.OMITTED]


def test_empty_sides_give_no_block(story: Callable[..., Report]) -> None:
    assert blocks_of(story([], [], []).comparisons[0]) == ()


def test_each_paragraph_has_one_mark(storm: Report) -> None:
    blocks = blocks_of(storm.comparisons[0])

    assert list(mark_base(blocks).values()) == [Mark.KEPT, Mark.CHANGED, Mark.KEPT, Mark.OMITTED, Mark.MOVED]
    assert list(mark_edition(blocks).values()) == [Mark.KEPT, Mark.MOVED, Mark.CHANGED, Mark.ADDED, Mark.KEPT]


def test_what_a_filter_leaves_out_is_marked_as_not_asked_for(storm: Report) -> None:
    marks = mark_base(blocks_of(storm.comparisons[0], "moved"))

    assert list(marks.values()) == [Mark.UNASKED] * 4 + [Mark.MOVED]


@pytest.mark.parametrize("kind", DifferenceKind)
def test_the_side_that_does_not_exist_says_what_a_difference_is(kind: DifferenceKind) -> None:
    place = Span(0, 0, 1)

    def mark(base: Span | None, edition: Span | None, translation: Span | None = None) -> Mark:
        return mark_of(Difference(kind, Level.WORD, 0.9, 0, base, edition, translation, ""))

    assert (mark(place, None), mark(None, place), mark(place, place)) == (Mark.OMITTED, Mark.ADDED, Mark.CHANGED)
    assert (mark(None, None, place), mark(place, None, place)) == (Mark.ADDED, Mark.CHANGED)
