import numpy as np
import pytest

from polyglot_news.alignment.views import rarity, view


def test_paragraphs_that_hold_the_same_are_wholly_alike() -> None:
    found = view([{"bank": 1, "rate": 2}], [{"rate": 2, "bank": 1}], {})

    assert found.similarity(1, 1) == pytest.approx(np.array([[1.0]]))


def test_paragraphs_that_share_nothing_are_not_alike() -> None:
    found = view([{"bank": 1}, {"vote": 1}], [{"fire": 1}], {})

    assert found.similarity(1, 1).tolist() == [[0.0], [0.0]]


def test_empty_paragraphs_are_like_nothing_not_even_each_other() -> None:
    assert view([{}], [{}], {}).similarity(1, 1).tolist() == [[0.0]]


def test_what_only_one_side_holds_makes_a_paragraph_less_alike() -> None:
    found = view([{"bank": 1}, {"bank": 1, "cat": 1}], [{"bank": 1}], {})

    alike, less = found.similarity(1, 1)[:, 0]

    assert alike == pytest.approx(1.0)
    assert less == pytest.approx(0.5**0.5)


def test_a_rare_thing_says_more_than_a_common_one() -> None:
    found = view([{"rare": 1, "common": 1}], [{"rare": 1}, {"common": 1}], {"rare": 3.0, "common": 1.0})

    rare, common = found.similarity(1, 1)[0]

    assert rare > common


def test_a_run_of_paragraphs_is_compared_by_all_that_it_holds() -> None:
    found = view([{"bank": 1}, {"vote": 1}, {"fire": 1}], [{"bank": 1, "vote": 1}], {})

    assert found.similarity(2, 1)[:, 0].tolist() == pytest.approx([1.0, 0.5])


def test_a_run_longer_than_the_article_has_no_place() -> None:
    assert view([{"bank": 1}], [{"bank": 1}], {}).similarity(3, 1).shape == (0, 1)


def test_what_two_parts_of_a_merge_hold_speaks_for_neither() -> None:
    found = view([{"bank": 1, "rate": 1}], [{"bank": 1}, {"bank": 1, "rate": 1}], {})

    assert found.exclusive([0], [0, 1]).tolist() == pytest.approx([0.0, 0.5])


def test_a_thing_is_the_rarer_the_fewer_paragraphs_hold_it() -> None:
    weights = rarity([{"bank": 5, "rate": 1}, {"bank": 1}], [{"bank": 1}])

    assert weights["rate"] > weights["bank"] >= 0
