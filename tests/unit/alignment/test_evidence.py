from collections.abc import Sequence

import numpy as np
import pytest

from polyglot_news.alignment.answers import Dictionary
from polyglot_news.alignment.evidence import Channel, Evidence, gather, weigh
from polyglot_news.alignment.reading import Unit, read


def _gathered(base: Sequence[Unit], edition: Sequence[Unit], reliability: float = 1.0) -> Evidence:
    return gather(base, edition, weigh(base, edition, reliability), Dictionary(base))


def _answered(channel: Channel) -> list[list[float]]:
    """Share of each unit of the base that each unit of the edition answers."""
    shares: list[list[float]] = (channel.base @ channel.found.T / channel.base.sum(axis=1)[:, None]).tolist()
    return shares


def test_a_thing_is_worth_the_more_the_fewer_units_hold_it() -> None:
    told = weigh([read("bank rate", "en"), read("bank", "en")], []).told

    assert told["rate"] > told["bank"] > 0


def test_a_stopword_is_worth_less_than_a_word_as_rare() -> None:
    told = weigh([read("the bank", "en"), read("rate", "en")], []).told

    assert 0 < told["the"] < told["bank"]


def test_the_translation_is_weighed_with_the_base_and_the_original_by_itself() -> None:
    weights = weigh([read("bank", "en")], [read("мост", "ru", "bridge")], 0.5)

    assert set(weights.told) == {"bank", "bridg"}
    assert set(weights.original) == {"мост"}
    assert weights.reliability == 0.5


def test_a_text_answers_itself_in_full() -> None:
    units = [read(text, "en") for text in ("The central bank raised its rate.", "Seven people were hurt.")]

    original = _gathered(units, units).original

    assert np.diag(_answered(original)).tolist() == pytest.approx([1.0, 1.0])
    assert original.found.tolist() == original.told.tolist()


def test_what_is_told_of_two_things_is_half_an_answer() -> None:
    original = _gathered([read("bridge tunnel", "en")], [read("мост", "ru"), read("оркестр", "ru")]).original

    assert _answered(original) == [pytest.approx([0.5, 0.0])]


def test_an_answer_counts_by_how_alike_it_is() -> None:
    original = _gathered([read("fighting", "en")], [read("війна", "uk")]).original

    ((share,),) = _answered(original)
    assert 0 < share < 1


def test_the_best_answer_counts_and_not_their_sum() -> None:
    original = _gathered([read("war", "en")], [read("война войны военные", "ru")]).original

    assert _answered(original) == [pytest.approx([1.0])]


def test_what_is_said_four_times_is_worth_twice_as_much() -> None:
    original = _gathered([read("bank bank bank bank tunnel", "en")], []).original

    four, one = original.base[0]
    assert four == pytest.approx(2 * one)


def test_translation_and_original_are_told_apart() -> None:
    found = _gathered([read("bridge", "en"), read("orchestra", "en")], [read("мост", "ru", "The orchestra")], 0.7)

    assert found.translation is not None
    assert _answered(found.translation) == [[0.0], pytest.approx([1.0])]
    assert _answered(found.original) == [pytest.approx([1.0]), [0.0]]
    assert found.reliability == 0.7


def test_without_a_translation_there_is_the_original_alone() -> None:
    assert _gathered([read("bridge", "en")], [read("мост", "ru")]).translation is None


def test_a_base_may_be_in_russian_and_the_edition_in_english() -> None:
    original = _gathered([read("Мост", "ru"), read("оркестр", "ru")], [read("The bridge fell", "en")]).original

    assert _answered(original) == [pytest.approx([1.0]), [0.0]]


def test_an_english_paragraph_of_a_russian_edition_is_read_as_english() -> None:
    original = _gathered(
        [read("vehicle", "en"), read("Мост", "en")], [read("Оркестр", "ru"), read("car", "en")]
    ).original

    (strange, english), _ = _answered(original)
    assert strange == 0
    assert 0 < english < 1


def test_an_english_paragraph_of_a_russian_edition_answers_a_ukrainian_base() -> None:
    base = [read("Харків", "uk"), read("міст", "uk")]

    original = _gathered(base, [read("мост", "ru"), read("Kharkiv", "en")]).original

    assert _answered(original) == [pytest.approx([0.0, 1.0]), pytest.approx([1.0, 0.0])]


def test_a_word_is_read_in_the_language_of_each_paragraph_that_it_stands_in() -> None:
    """Whatever else the edition says, and in which order."""
    base = [read("vehicle", "en")]
    english, russian = read("car", "en"), read("car", "ru")

    for edition in ([english, russian], [russian, english]):
        ((*shares,),) = _answered(_gathered(base, edition).original)
        assert shares[edition.index(english)] == pytest.approx(_answered(_gathered(base, [english]).original)[0][0])


def test_a_name_is_one_however_it_is_written_elsewhere() -> None:
    base, name, word = [read("Krovatsk", "en")], read("Кроватск", "ru"), read("кроватск", "ru")

    for edition in ([name, word], [word, name]):
        ((*shares,),) = _answered(_gathered(base, edition).original)
        assert shares[edition.index(name)] == pytest.approx(1.0)


def test_lengths_are_compared_by_those_of_the_articles() -> None:
    base, edition = [read("a" * 30, "en"), read("b" * 30, "en")], [read("c" * 20, "ru"), read("d" * 10, "ru")]
    weights = weigh(base, edition)

    assert weights.length_ratio == pytest.approx(2.0)
    assert gather(base[:1], edition[1:], weights, Dictionary(base)).length_ratio == weights.length_ratio


@pytest.mark.parametrize(("n_base", "n_edition"), [(0, 0), (0, 2), (2, 0)])
def test_where_a_side_is_empty_lengths_can_be_compared_still(n_base: int, n_edition: int) -> None:
    assert weigh([read("a", "en")] * n_base, [read("b", "ru")] * n_edition).length_ratio > 0


def test_sentences_are_held_against_each_other_by_what_is_known_of_the_articles() -> None:
    base, edition = read("The bridge fell. Nobody was hurt.", "en"), read("Мост упал. Никто не пострадал.", "ru")
    ours, theirs = [base.part(0, 16), base.part(17, 33)], [edition.part(0, 10), edition.part(11, 30)]

    found = gather(ours, theirs, weigh([base], [edition]), Dictionary([base]))

    assert found.sizes == (2, 2)
    assert found.base_lengths.tolist() == [16, 16]
    assert found.edition_lengths.tolist() == [10, 19]
    (right, wrong), _ = _answered(found.original)
    assert right > wrong


@pytest.mark.parametrize(("n_base", "n_edition"), [(0, 0), (0, 2), (2, 0), (2, 2)])
def test_units_that_say_nothing_are_evidence_of_nothing(n_base: int, n_edition: int) -> None:
    found = _gathered([read("", "en")] * n_base, [read("", "ru")] * n_edition)

    assert found.sizes == (n_base, n_edition)
    assert not found.original.base.any()
    assert not found.original.found.any()
    assert all(length > 0 for length in (*found.base_lengths, *found.edition_lengths))
