import dataclasses
import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pytest

from polyglot_news.errors import PackageDamagedError
from polyglot_news.translation.packages import Package
from polyglot_news.translation.tokenizers import load_tokenizer

NEWS = (
    "Президент сказал: «Мы не отступим», — и уехал в Киев.",
    "Ціни зросли на 12,5 % — до 25 000 грн., пише «Ґардіан».",
    "М'яч об'єднав Кам'янець-Подільський та м. Рівне…",
    "It's AT&T's <b>first</b> e-mail to joe_smith@example.com!",
    "Рубль подешевел; доллар — нет ([sic])  и   это всё.",
    "№ 5: “цитата” та ‘інша’ — 1/2 кг, 10–15 °C",
    "",
    "   ",
    "?!",
)


def test_pieces_of_a_sentence_join_to_it(russian: Package) -> None:
    tokenizer = load_tokenizer(russian)

    assert tokenizer.encode("Кот спит.") == ["▁", "К", "о", "т", "▁", "с", "п", "и", "т", "."]
    assert tokenizer.decode(tokenizer.encode("Кот спит.")) == "Кот спит."


def test_pieces_that_the_tokenizer_does_not_know_are_kept(russian: Package) -> None:
    assert load_tokenizer(russian).decode(["▁Kyiv", "▁", "₴", "100"]) == "Kyiv ₴100"


def test_both_marks_for_a_space_become_one(russian: Package) -> None:
    assert load_tokenizer(russian).decode(["▁a", "_b", "▁la▁la"]) == "a b la la"


def test_byte_pairs_are_cut_after_moses_has_found_the_words(ukrainian: Package) -> None:
    tokenizer = load_tokenizer(ukrainian)

    assert tokenizer.encode("«Київ», кот.") == ["&quot;", "Ки@@", "їв", "&quot;", ",", "кот", "."]


def test_byte_pairs_join_to_a_sentence_with_its_quotation_marks(ukrainian: Package) -> None:
    assert (
        load_tokenizer(ukrainian).decode(["&quot;", "Ky@@", "iv", "&quot;", ",", "he", "said", "."])
        == '"Kyiv", he said.'
    )


@pytest.mark.parametrize("nothing", ["", " ", "\n"])
def test_there_are_no_tokens_in_nothing(russian: Package, ukrainian: Package, nothing: str) -> None:
    assert load_tokenizer(russian).encode(nothing) == []
    assert load_tokenizer(ukrainian).encode(nothing) == []


@pytest.mark.parametrize("content", ["one two three\n", "#version: 7\n", "\udcff"])
def test_a_broken_table_of_merges_is_damage_that_names_it(ukrainian: Package, tmp_path: Path, content: str) -> None:
    (tmp_path / "bpe.model").write_bytes(content.encode("utf-8", "surrogateescape"))

    with pytest.raises(PackageDamagedError, match=r"^translate-uk_en-1_9: bpe\.model cannot be read$"):
        load_tokenizer(dataclasses.replace(ukrainian, tokenizer_file=tmp_path / "bpe.model"))


def test_broken_pieces_are_damage_that_names_them(russian: Package, tmp_path: Path) -> None:
    (tmp_path / "sentencepiece.model").write_bytes(b"garbage")

    with pytest.raises(PackageDamagedError, match=r"^translate-ru_en-1_9: sentencepiece\.model cannot be read$"):
        load_tokenizer(dataclasses.replace(russian, tokenizer_file=tmp_path / "sentencepiece.model"))


class ArgosTokenizer(Protocol):
    def encode(self, sentence: str) -> list[str]: ...

    def decode(self, tokens: Sequence[str]) -> str: ...


@pytest.fixture
def theirs(russian: Package, ukrainian: Package) -> dict[str, ArgosTokenizer]:
    """The tokenizers of Argos Translate itself, where it is installed."""
    if importlib.util.find_spec("argostranslate") is None:
        pytest.skip("argostranslate is not installed")
    from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer  # noqa: PLC0415

    return {
        russian.name: SentencePieceTokenizer(russian.tokenizer_file),
        ukrainian.name: BPETokenizer(ukrainian.tokenizer_file, "uk", "en"),
    }


@pytest.mark.parametrize("sentence", NEWS)
def test_tokens_and_texts_are_those_of_argos_translate(
    russian: Package, ukrainian: Package, theirs: dict[str, ArgosTokenizer], sentence: str
) -> None:
    for package in (russian, ukrainian):
        tokenizer, theirs_of_it = load_tokenizer(package), theirs[package.name]
        tokens = tokenizer.encode(sentence)
        assert tokens == theirs_of_it.encode(sentence)
        assert tokenizer.decode(tokens) == theirs_of_it.decode(tokens).strip()
