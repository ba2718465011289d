from __future__ import annotations

import dataclasses
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from polyglot_news.errors import PackageDamagedError
from polyglot_news.model import Article, Translation
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.cache import TranslationCache
from polyglot_news.translation.cached import CachedEngine
from polyglot_news.translation.decoding import SAFER, Decoding, EngineSettings
from polyglot_news.translation.engine import Engine
from polyglot_news.translation.packages import Package, read_package
from polyglot_news.translation.store import PackageStore

MakeArticle = Callable[..., Article]
SENTENCES = ["Кот спит.", "Дом стоит у реки.", "", "Кот спит.", "Он сказал: «Да».", "  ", "Я!"]
TEXTS = ["Kot spyt.", "Dom stoyt u reky.", "", "Kot spyt.", "On skazal: «Da».", "", "Ia!"]


@pytest.fixture
def cache(own_cache: Path) -> TranslationCache:
    return TranslationCache(own_cache)


@pytest.fixture
def copied(russian: Package, tmp_path: Path) -> Package:
    """A package that may be written to."""
    shutil.copytree(russian.folder, tmp_path / russian.name)
    return read_package(tmp_path / russian.name)


def n_cached(
    package: Package, cache: TranslationCache, how: EngineSettings | None = None, decoding: Decoding | None = None
) -> int:
    """Translate, and count what came from the cache; the texts are the same in any case."""
    engine = CachedEngine(Engine(package, how or EngineSettings()), cache)
    outputs = engine.translate(SENTENCES, decoding)
    assert [output.text for output in outputs] == TEXTS
    return sum(output.cached for output in outputs)


def test_what_was_translated_comes_from_the_cache_the_next_time_and_is_the_same(
    russian: Package, cache: TranslationCache
) -> None:
    plain = Engine(russian, EngineSettings()).translate(SENTENCES)
    first = CachedEngine(Engine(russian, EngineSettings()), cache).translate(SENTENCES)
    second = CachedEngine(Engine(russian, EngineSettings()), cache).translate(SENTENCES)

    assert first == second == plain
    assert [output.cached for output in first] == [False] * len(SENTENCES)
    assert [output.cached for output in second] == [True] * len(SENTENCES)


def test_where_all_is_known_no_model_and_no_tokenizer_is_loaded(
    copied: Package, cache: TranslationCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    n_cached(copied, cache)
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    monkeypatch.setitem(sys.modules, "sentencepiece", None)

    assert n_cached(copied, cache) == len(SENTENCES)


def test_only_what_is_new_is_translated(russian: Package, cache: TranslationCache) -> None:
    CachedEngine(Engine(russian, EngineSettings()), cache).translate(SENTENCES[:1])

    assert n_cached(russian, cache) == 2  # the sentence stands there twice


@pytest.mark.parametrize(
    "other",
    [
        EngineSettings(decoding=Decoding(beam_size=1)),
        EngineSettings(decoding=Decoding(length_penalty=0.2)),
        EngineSettings(longest_tokens=140),
        EngineSettings(compute_type="float32"),
        EngineSettings(evened=False),
    ],
    ids=["beam", "penalty", "longest", "compute type", "company"],
)
def test_what_was_made_with_other_settings_is_not_taken(
    russian: Package, cache: TranslationCache, other: EngineSettings
) -> None:
    assert n_cached(russian, cache) == 0
    assert n_cached(russian, cache, other) == 0
    assert n_cached(russian, cache, other) == len(SENTENCES)


def test_threads_and_batches_change_no_output_and_no_key(russian: Package, cache: TranslationCache) -> None:
    n_cached(russian, cache)

    assert n_cached(russian, cache, EngineSettings(threads=1, parallel_batches=2, batch_tokens=50)) == len(SENTENCES)


def test_a_second_way_of_decoding_is_known_on_its_own(russian: Package, cache: TranslationCache) -> None:
    n_cached(russian, cache)
    engine = CachedEngine(Engine(russian, EngineSettings()), cache)

    assert not any(output.cached for output in engine.translate(["Кот спит."], SAFER))
    assert all(output.cached for output in engine.translate(["Кот спит."], SAFER))


@pytest.mark.parametrize("name", ["CT2_FORCE_CPU_ISA", "MKL_CBWR"])
def test_what_was_made_by_other_kernels_is_not_taken(
    russian: Package, cache: TranslationCache, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    n_cached(russian, cache)
    monkeypatch.setenv(name, "AVX2")

    assert n_cached(russian, cache) == 0


def test_a_package_with_other_contents_under_the_same_name_is_another(copied: Package, cache: TranslationCache) -> None:
    n_cached(copied, cache)
    vocabulary = copied.model_folder / "shared_vocabulary.json"
    vocabulary.write_bytes(vocabulary.read_bytes() + b"\n")

    assert n_cached(copied, cache) == 0


def test_a_package_elsewhere_with_the_same_contents_is_the_same(
    russian: Package, copied: Package, cache: TranslationCache
) -> None:
    n_cached(russian, cache)

    assert n_cached(copied, cache) == len(SENTENCES)


def test_where_company_matters_all_is_taken_or_nothing(russian: Package, cache: TranslationCache) -> None:
    how = EngineSettings(compute_type="float32")
    CachedEngine(Engine(russian, how), cache).translate(SENTENCES[:2])

    assert n_cached(russian, cache, how) == 0
    assert n_cached(russian, cache, how) == len(SENTENCES)


def test_what_was_done_before_an_interrupt_is_kept(russian: Package, cache: TranslationCache) -> None:
    def interrupt(_n_sentences: int) -> None:
        raise KeyboardInterrupt

    engine = CachedEngine(Engine(russian, EngineSettings(batch_tokens=20, parallel_batches=1)), cache)
    with pytest.raises(KeyboardInterrupt):
        engine.translate(["Кот спит.", "Дом стоит у реки."], progress=interrupt)

    assert [one.cached for one in engine.translate(["Дом стоит у реки.", "Кот спит."])] == [False, True]


def test_progress_counts_what_is_known_too(russian: Package, cache: TranslationCache) -> None:
    CachedEngine(Engine(russian, EngineSettings()), cache).translate(SENTENCES[:1])
    steps: list[int] = []

    CachedEngine(Engine(russian, EngineSettings()), cache).translate(SENTENCES, progress=steps.append)

    assert steps[0] == 1
    assert sum(steps) == len(set(SENTENCES))


def test_a_package_whose_files_are_gone_is_the_engines_to_tell(copied: Package, cache: TranslationCache) -> None:
    copied.tokenizer_file.unlink()

    with pytest.raises(PackageDamagedError, match=r"sentencepiece\.model cannot be read"):
        n_cached(copied, cache)


def test_where_nothing_can_be_kept_all_is_translated(russian: Package, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = TranslationCache(tmp_path / "file")

    assert [n_cached(russian, cache), n_cached(russian, cache)] == [0, 0]
    assert cache.trouble


def translated(store: PackageStore, cache: TranslationCache | None, *editions: Article) -> tuple[Translation, ...]:
    with ArgosTranslator(store, cache=cache) as translator:
        return tuple(dataclasses.replace(one, seconds=0.0) for one in translator.translate(editions, "en"))


def test_a_translation_tells_how_many_of_its_sentences_are_from_the_cache(
    store: PackageStore, cache: TranslationCache, article: MakeArticle
) -> None:
    old, new = article("Кот спит. Кот спит. 25"), article("Кот спит.", "Дом.", source="b.txt")

    [first] = translated(store, cache, old)
    second, third = translated(store, cache, old, new)

    assert (first.sentences, first.cached) == (2, 0)
    assert (second.sentences, second.cached) == (2, 2)
    assert (third.sentences, third.cached) == (2, 1)
    assert dataclasses.replace(second, cached=0) == first


def test_doubts_and_second_attempts_are_the_same_from_the_cache(
    store: PackageStore, cache: TranslationCache, article: MakeArticle
) -> None:
    edition = article("Кот ъ спит на диване. Кот сидел и ѣ тут вот.", "Київ тут.", other={1: "uk"})
    [plain] = translated(store, None, edition)

    [first], [second] = translated(store, cache, edition), translated(store, cache, edition)

    assert first == plain
    assert (second.cached, dataclasses.replace(second, cached=0)) == (3, plain)
    assert [one.doubt for one in second.paragraphs[0].sentences][1] == "untranslated"


def test_the_languages_of_the_starter_share_what_is_known(
    starter_folder: Path, tmp_path: Path, cache: TranslationCache, article: MakeArticle
) -> None:
    starter = PackageStore(tmp_path / "none", starter_folder)
    translated(starter, cache, article("Кот спит."))

    [ukrainian] = translated(starter, cache, article("Кот спит.", language="uk"))

    assert ukrainian.cached == 1
