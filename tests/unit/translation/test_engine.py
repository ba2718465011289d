import dataclasses
import random
from pathlib import Path

import ctranslate2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polyglot_news.errors import PackageDamagedError, PackageError
from polyglot_news.translation.engine import ARGOS, SAFER, Decoding, Engine, EngineSettings, try_out
from polyglot_news.translation.packages import Package

SENTENCES = ["Кот спит.", "Дом стоит у реки.", "", "Кот спит.", "Он сказал: «Да».", "  ", "Я!"]
TEXTS = ["Kot spyt.", "Dom stoyt u reky.", "", "Kot spyt.", "On skazal: «Da».", "", "Ia!"]


def texts(package: Package, sentences: list[str], how: EngineSettings | None = None) -> list[str]:
    with Engine(package, how or EngineSettings()) as engine:
        return [hypothesis.text for hypothesis in engine.translate(sentences)]


def test_each_sentence_has_its_output_in_its_place(russian: Package) -> None:
    assert texts(russian, SENTENCES) == TEXTS


def test_a_package_of_byte_pairs_is_run_as_well(ukrainian: Package) -> None:
    assert texts(ukrainian, ["«Київ», – сказав кот.", "Є ₴ 25."]) == ['"Kyiv", - skazav cat.', "Ye ₴25."]


def test_nothing_is_translated_into_nothing_without_loading_the_model(russian: Package, tmp_path: Path) -> None:
    missing = dataclasses.replace(russian, model_folder=tmp_path, tokenizer_file=tmp_path / "none")

    assert texts(missing, ["", ""]) == ["", ""]
    assert texts(missing, []) == []


def test_hypotheses_tell_how_sure_the_model_is(russian: Package) -> None:
    with Engine(russian, EngineSettings()) as engine:
        [hypothesis, nothing] = engine.translate(["Кот.", ""])

    assert hypothesis.n_tokens == len("▁Кот.")
    assert hypothesis.score == pytest.approx(0.0, abs=1e-3)
    assert (nothing.score, nothing.n_tokens) == (0.0, 0)


@pytest.mark.parametrize("batch_tokens", [1, 32, 100_000])
@pytest.mark.parametrize("parallel_batches", [1, 2])
def test_outputs_do_not_depend_on_how_sentences_are_batched(
    russian: Package, batch_tokens: int, parallel_batches: int
) -> None:
    how = EngineSettings(batch_tokens=batch_tokens, parallel_batches=parallel_batches)

    assert texts(russian, SENTENCES, how) == TEXTS


@pytest.fixture(scope="module")
def engine(russian: Package) -> Engine:
    return Engine(russian, EngineSettings())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(st.lists(st.text("абвгдеё АБВ.,!?—«»\u00a0€🙂\n\x00e\u0301", max_size=12), max_size=8), st.integers(0, 99))
def test_the_order_of_sentences_does_not_change_their_outputs(engine: Engine, sentences: list[str], seed: int) -> None:
    shuffled = random.Random(seed).sample(sentences, len(sentences))  # noqa: S311  # an order, not a secret

    outputs = dict(zip(sentences, engine.translate(sentences), strict=True))

    assert [outputs[sentence] for sentence in shuffled] == engine.translate(shuffled)
    assert all(not outputs[sentence].text for sentence in sentences if not sentence.strip())


def test_progress_counts_every_distinct_sentence_once(russian: Package) -> None:
    steps: list[int] = []
    with Engine(russian, EngineSettings(batch_tokens=20)) as engine:
        engine.translate([*SENTENCES, "Кот; " * 60], progress=steps.append)

    assert sum(steps) == len(set(SENTENCES)) + 1


def test_a_sentence_longer_than_the_model_allows_is_cut_and_translated_whole(russian: Package) -> None:
    sentence = "; ".join(["кот спит дома"] * 60)  # 900 tokens; the model fails beyond 160

    assert texts(russian, [sentence]) == ["; ".join(["kot spyt doma"] * 60)]


def test_without_cutting_the_fault_of_the_model_is_said_in_one_line(russian: Package) -> None:
    with pytest.raises(PackageError, match=r"^translate-ru_en-1_9: its model failed: No position encodings"):
        texts(russian, ["кот " * 60], EngineSettings(longest_tokens=1_000))


def test_outputs_end_after_a_number_of_tokens_that_the_input_gives(russian: Package) -> None:
    how = EngineSettings(decoding=Decoding(longest_share=0.1))

    [text] = texts(russian, ["к" * 100], how)

    assert len(text) <= 0.1 * 113 + 20  # 113: the longest input that comes in one batch with one of 100


def test_a_longer_output_can_be_asked_for(russian: Package) -> None:
    sentence = "Кот ъ спит на диване."  # the model ends at the hard sign

    with Engine(russian, EngineSettings()) as engine:
        assert engine.translate([sentence])[0].text == "Kot"
        assert len(engine.translate([sentence], SAFER)[0].text) >= 8


def test_a_prefix_that_the_package_asks_for_is_given_to_the_model_and_not_to_the_reader(prefixed: Package) -> None:
    assert prefixed.target_prefix == "__en__"
    assert texts(prefixed, SENTENCES) == TEXTS
    assert texts(prefixed, ["кот " * 60]) == [("kot " * 60).strip()]


def test_a_model_of_another_age_is_loaded_by_what_this_processor_can_do(russian: Package) -> None:
    assert texts(russian, ["Кот."], EngineSettings(compute_type="no such type")) == ["Kot."]


def test_a_model_that_cannot_be_loaded_is_damage_that_names_the_package(russian: Package, tmp_path: Path) -> None:
    with pytest.raises(PackageDamagedError, match=r"^translate-ru_en-1_9: its model cannot be loaded: "):
        texts(dataclasses.replace(russian, model_folder=tmp_path), ["Кот."])


def test_an_engine_can_be_used_again_after_it_was_interrupted(russian: Package) -> None:
    def interrupt(_n_sentences: int) -> None:
        raise KeyboardInterrupt

    with Engine(russian, EngineSettings(batch_tokens=20)) as engine:
        with pytest.raises(KeyboardInterrupt):
            engine.translate(SENTENCES, progress=interrupt)

        assert [hypothesis.text for hypothesis in engine.translate(SENTENCES)] == TEXTS


def test_an_engine_can_be_used_again_after_it_was_closed(russian: Package) -> None:
    engine = Engine(russian, EngineSettings())
    engine.translate(["Кот."])
    engine.close()

    assert engine.translate(["Кот."])[0].text == "Kot."


def test_a_whole_package_can_be_tried_out(russian: Package, ukrainian: Package) -> None:
    try_out(russian)
    try_out(ukrainian)


def test_a_trial_names_the_package_as_it_is_told_to(russian: Package, tmp_path: Path) -> None:
    with pytest.raises(PackageDamagedError, match=r"^ru\.argosmodel: its model cannot be loaded: "):
        try_out(dataclasses.replace(russian, model_folder=tmp_path), shown="ru.argosmodel")


class WholeText:
    """Argos Translate's finder of sentences, with one sentence a text."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


@pytest.mark.parametrize("sentence", ["Кот спит.", "«Київ», – сказав кот.", "Є ₴ 25", "Он ѫ ѣ!"])
def test_outputs_are_those_of_argos_translate_with_its_settings(
    russian: Package, ukrainian: Package, prefixed: Package, sentence: str
) -> None:
    theirs = pytest.importorskip("argostranslate.translate")
    packages = pytest.importorskip("argostranslate.package")
    for package in (russian, ukrainian, prefixed):
        model = ctranslate2.Translator(str(package.model_folder), compute_type=ARGOS.compute_type)
        of_theirs = packages.Package(package.folder)
        [hypothesis] = theirs.apply_packaged_translation(of_theirs, sentence, model, WholeText(), num_hypotheses=1)
        # Its removal of the prefix misses one with underscores, which it has made spaces before.
        assert texts(package, [sentence], ARGOS) == [hypothesis.value.strip().removeprefix("en").strip()]
