from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.anchors import Pair
from polyglot_news.alignment.cuts import SIZE, Window, cut

LENGTHS = st.integers(0, 20 * SIZE)


def _nothing(_: Window) -> Sequence[Pair]:
    return ()


def _window(n_base: int, n_edition: int) -> Window:
    return Window(range(n_base), range(n_edition))


@settings(max_examples=60, deadline=None)
@given(LENGTHS, LENGTHS, st.data())
def test_windows_are_small_and_inside_the_texts(n_base: int, n_edition: int, data: st.DataObject) -> None:
    whole = _window(n_base, n_edition)
    rng = data.draw(st.randoms(use_true_random=False))
    n_pairs = data.draw(st.integers(0, min(n_base, n_edition, 40)))
    base, edition = sorted(rng.sample(whole.base, n_pairs)), rng.sample(whole.edition, n_pairs)
    pairs = list(zip(base, edition, strict=True))

    windows = list(cut(whole, pairs, _nothing))

    assert all(window.is_small() for window in windows)
    assert all(window.base and window.edition for window in windows)
    assert all(set(window.base) <= set(whole.base) and set(window.edition) <= set(whole.edition) for window in windows)
    assert sum(len(window.base) for window in windows) <= 2 * n_base + 40 * SIZE
    for i, j in pairs:
        assert any(i in window.base and j in window.edition for window in windows)


@pytest.mark.parametrize("shift", [0, 7])
def test_each_paragraph_of_texts_in_order_is_in_one_window(shift: int) -> None:
    whole = _window(1000, 1000 + shift)

    windows = list(cut(whole, [(k, k + shift) for k in range(0, 1000, 9)], _nothing))

    assert sorted(place for window in windows for place in window.base) == list(whole.base)
    assert sorted(place for window in windows for place in window.edition) == list(whole.edition)


def test_a_moved_block_has_windows_of_its_own() -> None:
    whole = _window(1000, 1000)
    pairs = [(k, (k + 300) % 1000) for k in range(0, 1000, 5)]

    windows = list(cut(whole, pairs, _nothing))

    assert all(any(k in one.base and (k + 300) % 1000 in one.edition for one in windows) for k in range(1000))


def test_where_pairs_are_scarce_they_are_looked_for_in_the_part() -> None:
    whole = _window(900, 900)
    asked: list[Window] = []

    def find(part: Window) -> Sequence[Pair]:
        asked.append(part)
        return [(k, k) for k in part.base if k % 10 == 0]

    windows = list(cut(whole, [(300, 300), (310, 310), (600, 600)], find))

    assert asked == [
        Window(range(300), range(300)),
        Window(range(310, 600), range(310, 600)),
        Window(range(600, 900), range(600, 900)),
    ]
    assert all(one.base == one.edition for one in windows)


def test_without_pairs_paragraphs_are_held_against_those_at_the_same_height() -> None:
    windows = list(cut(_window(2000, 2400), (), _nothing))

    assert all(any(k in one.base and k * 2400 // 2000 in one.edition for one in windows) for k in range(2000))


def test_what_surrounds_a_window_ends_where_the_text_ends() -> None:
    whole, window = _window(100, 50), Window(range(2, 60), range(10, 49))

    assert window.within(whole, 4) == Window(range(64), range(6, 50))
