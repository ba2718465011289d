import pytest

from polyglot_news.alignment.candidates import candidates, likeness
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate
from polyglot_news.alignment.views import Bag, view

SETTINGS = AlignmentSettings()


def _found(base: list[Bag], edition: list[Bag], settings: AlignmentSettings = SETTINGS) -> dict[str, Candidate]:
    alike = likeness([(view(base, edition, {}), 1.0)], settings.max_span)
    return {f"{one.base} {one.edition}": one for one in candidates(alike, settings)}


def test_paragraphs_that_share_nothing_are_no_candidate() -> None:
    assert _found([{"bank": 1}], [{"vote": 1}]) == {}


def test_a_merge_is_worth_more_than_its_better_half_where_both_halves_are_told() -> None:
    found = _found([{"bank": 1, "vote": 1}], [{"bank": 1}, {"vote": 1}])

    assert found["(0,) (0, 1)"].gain > found["(0,) (0,)"].gain


def test_a_merge_with_a_paragraph_that_nothing_answers_is_worth_less_than_the_link_alone() -> None:
    found = _found([{"bank": 1, "vote": 1}], [{"bank": 1, "vote": 1}, {"fire": 1}])

    assert "(0,) (0, 1)" not in found or found["(0,) (0, 1)"].gain < found["(0,) (0,)"].gain


def test_no_merge_is_worth_more_than_the_same_paragraphs_one_to_one() -> None:
    words: list[Bag] = [{"bank": 1, "vote": 1, "fire": 1}, {"bank": 1}, {"vote": 1}]
    found = _found(words, words)

    apart = found["(0,) (0,)"].gain + found["(1,) (1,)"].gain + found["(2,) (2,)"].gain
    assert found["(0,) (1, 2)"].gain + found["(1, 2) (0,)"].gain < apart


def test_no_candidate_is_longer_than_the_settings_allow() -> None:
    words: list[Bag] = [{"bank": 1}, {"vote": 1}, {"fire": 1}]
    everything: list[Bag] = [{"bank": 1, "vote": 1, "fire": 1}]

    assert "(0, 1, 2) (0,)" in _found(words, everything)
    assert "(0, 1, 2) (0,)" not in _found(words, everything, AlignmentSettings(max_span=2))


@pytest.mark.parametrize("n", [2, 3, 5])
def test_of_paragraphs_that_say_the_same_the_one_at_the_same_height_is_worth_most(n: int) -> None:
    same: list[Bag] = [{"bank": 1}] * n
    found = _found(same, same)

    for i in range(n):
        assert all(found[f"({i},) ({i},)"].gain > found[f"({i},) ({j},)"].gain for j in range(n) if j != i)
