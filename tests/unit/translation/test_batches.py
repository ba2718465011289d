from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.translation.batches import batches, longest_of_class, share_of_a_core, shortest_of_class, windows

INPUTS = st.lists(st.integers(1, 200).map(lambda n: ("к",) * n), max_size=40)


@given(INPUTS, st.integers(1, 500))
def test_every_input_is_in_one_batch_of_its_class_and_no_batch_is_too_large(
    inputs: list[tuple[str, ...]], most: int
) -> None:
    made = list(batches(inputs, most))

    assert sorted(one for batch in made for one in batch) == sorted(inputs)
    for batch in made:
        assert len({longest_of_class(one) for one in batch}) == 1
        assert len(batch) == 1 or len(batch) * len(batch[0]) <= most


@given(st.integers(1, 2_000))
def test_a_class_holds_its_own_lengths(length: int) -> None:
    tokens = ("к",) * length

    assert shortest_of_class(tokens) <= length <= longest_of_class(tokens)


@given(st.lists(st.text(max_size=3), max_size=500))
def test_windows_hold_all_sentences_in_order_and_grow(sentences: list[str]) -> None:
    made = [list(window) for window in windows(sentences)]

    assert [sentence for window in made for sentence in window] == sentences
    assert [len(window) for window in made[:-1]] == [48, 384][: max(0, len(made) - 1)]


def test_a_small_input_is_shared_out_but_not_crumbled() -> None:
    assert share_of_a_core(8_000, 4) == 2_000
    assert share_of_a_core(100, 4) == 256


def test_on_many_cores_the_batches_are_smaller() -> None:
    assert [share_of_a_core(1_000_000, n_cores) for n_cores in (1, 8, 16, 64)] == [8_192, 1_024, 512, 256]
