from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polyglot_news.errors import PackageError
from polyglot_news.translation.decoding import SAFER, Decoding, EngineSettings
from polyglot_news.translation.engine import Engine
from polyglot_news.translation.packages import Package
from polyglot_news.translation.sentence_queue import Queue

SENTENCES = ["Кот спит.", "Дом стоит у реки.", "", "Он сказал: «Да».", "  ", "Я!", "кот; " * 60]
ONE_BY_ONE = EngineSettings(batch_tokens=1, parallel_batches=1)


@pytest.fixture(scope="module")
def engine(russian: Package) -> Iterator[Engine]:
    with Engine(russian, EngineSettings(batch_tokens=40, parallel_batches=2)) as engine:
        yield engine


def drained(queue: Queue) -> list[str]:
    return [sentence for done in iter(queue.next_done, None) for sentence in done.hypotheses]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(st.lists(st.tuples(st.lists(st.sampled_from(SENTENCES)), st.integers(0, 2), st.booleans()), max_size=5))
def test_each_lot_is_translated_as_if_alone_whenever_it_is_added(
    engine: Engine, lots: list[tuple[list[str], int, bool]]
) -> None:
    queue, done = engine.queue(), []
    for sentences, n_awaited, ahead in lots:
        queue.add(sentences, Decoding(), ahead=ahead)
        done += [one for _ in range(n_awaited) if (one := queue.next_done())]
    done += iter(queue.next_done, None)

    found = [(sentence, one) for each in done for sentence, one in each.hypotheses.items()]
    wanted = [sentence for sentences, _, _ in lots for sentence in dict.fromkeys(sentences)]
    assert sorted(sentence for sentence, _ in found) == sorted(wanted)
    assert all(one == engine.translate([sentence])[0] for sentence, one in found)


def test_an_empty_queue_has_nothing_to_wait_for_and_can_be_filled_again(engine: Engine) -> None:
    queue = engine.queue()
    assert queue.next_done() is None

    queue.add(["Кот спит."], Decoding())
    assert drained(queue) == ["Кот спит."]
    assert queue.next_done() is None

    queue.add(["Кот спит."], Decoding())
    assert drained(queue) == ["Кот спит."]


def test_what_is_added_ahead_is_done_before_all_that_waits(russian: Package) -> None:
    with Engine(russian, ONE_BY_ONE) as engine:
        queue = engine.queue()
        queue.add(["Раз.", "Два.", "Три."], Decoding())
        queue.add(["Пять."], Decoding())
        queue.add(["Кот.", "Дом."], Decoding(), ahead=True)

        done = drained(queue)

    assert set(done[:2]) == {"Кот.", "Дом."}
    assert done[2] == "Раз."
    assert done[-1] == "Пять."


def test_each_lot_is_decoded_in_its_own_way(engine: Engine) -> None:
    sentence = "Кот ъ спит на диване."  # the model ends at the hard sign, where it may
    queue = engine.queue()
    queue.add([sentence], Decoding())
    queue.add([sentence], SAFER)

    texts = {done.decoding: done.hypotheses[sentence].text for done in iter(queue.next_done, None)}

    assert texts[Decoding()] == "Kot"
    assert len(texts[SAFER]) >= 8


def test_where_company_matters_what_waits_beside_a_lot_changes_no_batch_of_it(russian: Package) -> None:
    one, other = [f"Кот {k}." for k in range(30)], [f"Дом {k}." for k in range(30)]
    with Engine(russian, EngineSettings(compute_type="float32", batch_tokens=64, parallel_batches=2)) as engine:

        def batches(*lots: list[str]) -> set[frozenset[str]]:
            queue = engine.queue()
            for lot in lots:
                queue.add(lot, Decoding())
            return {frozenset(done.hypotheses) for done in iter(queue.next_done, None)}

        assert batches(one, other) == batches(one) | batches(other)


def test_a_fault_of_the_model_is_said_in_one_line_and_loses_no_other_queue(russian: Package) -> None:
    with Engine(russian, EngineSettings(longest_tokens=1_000)) as engine:
        queue = engine.queue()
        queue.add(["кот " * 60], Decoding())

        with pytest.raises(PackageError, match=r"^translate-ru_en-1_9: its model failed: No position encodings"):
            queue.next_done()

        assert engine.translate(["Кот спит."])[0].text == "Kot spyt."
