import dataclasses
import random
from pathlib import Path

import ctranslate2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polyglot_news.errors import InputError, PackageDamagedError, PackageError
from polyglot_news.translation.decoding import ARGOS, SAFER, Decoding, EngineSettings
from polyglot_news.translation.engine import Engine, try_out
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


def test_the_batch_with_the_first_sentence_is_done_first(russian: Package) -> None:
    sentences = ["Кот спит.", "Дом стоит у реки, а кот сидит на диване у окна.", "Он сказал, что дом пуст."]

    for ordered in (sentences, sentences[::-1]):
        with Engine(russian, EngineSettings(batch_tokens=20, parallel_batches=1)) as engine:
            queue = engine.queue()
            queue.add(ordered, Decoding())

            done = queue.next_done()

            assert done is not None
            assert ordered[0] in done.hypotheses


def test_where_company_matters_the_number_of_cores_changes_no_batch(russian: Package) -> None:
    sentences = [f"Кот {'спит ' * (k % 5)}{k}" for k in range(200)]

    def batches(compute_type: str, parallel_batches: int) -> set[frozenset[str]]:
        with Engine(russian, EngineSettings(compute_type=compute_type, parallel_batches=parallel_batches)) as engine:
            queue = engine.queue()
            queue.add(sentences, Decoding())
            return {frozenset(done.hypotheses) for done in iter(queue.next_done, None)}

    assert batches("float32", 1) == batches("float32", 8)
    assert len(batches("int8", 1)) < len(batches("int8", 8))


def test_a_sentence_is_shown_as_the_model_gets_it(russian: Package) -> None:
    with Engine(russian, EngineSettings(longest_tokens=12)) as engine:
        parts = engine.encode("Кот спит; дом пуст.")

        assert parts == (tuple("▁Кот▁спит;"), tuple("▁дом▁пуст."))
        assert [engine.padded(part) for part in parts] == [12, 12]
        assert Engine(russian, EngineSettings()).padded(parts[0]) == 15
        assert Engine(russian, EngineSettings(evened=False)).padded(parts[0]) == len(parts[0])


def test_numbers_that_this_processor_is_not_fast_in_are_refused(russian: Package) -> None:
    with pytest.raises(InputError, match=r"^compute type int3: this processor has no fast form of it$"):
        texts(russian, ["Кот."], EngineSettings(compute_type="int3"))


def test_a_processor_without_int8_takes_what_it_has(russian: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctranslate2.get_supported_compute_types", lambda _device: {"float32"})

    assert texts(russian, ["Кот."]) == ["Kot."]


def test_a_gpu_that_is_not_there_is_refused_before_anything_is_loaded(
    russian: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)

    with pytest.raises(InputError, match=r"^device cuda: CTranslate2 finds no NVIDIA GPU with a driver$"):
        Engine(russian, EngineSettings(device="cuda"))
    assert texts(russian, ["Кот."], EngineSettings(device="auto")) == ["Kot."]


def test_a_gpu_whose_libraries_are_missing_is_no_damage_of_the_package(
    russian: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_libraries(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("Library libcublas.so.12 is not found or cannot be loaded")

    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 1)
    monkeypatch.setattr("ctranslate2.get_supported_compute_types", lambda _device: {"int8"})
    monkeypatch.setattr("ctranslate2.Translator", without_libraries)

    with pytest.raises(
        PackageError, match=r"cannot be loaded on cuda: Library libcublas\.so\.12 is not found"
    ) as caught:
        texts(russian, ["Кот."], EngineSettings(device="auto"))
    assert not isinstance(caught.value, PackageDamagedError)


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
