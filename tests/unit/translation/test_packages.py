import json
import shutil
from pathlib import Path

import pytest

from polyglot_news.errors import PackageDamagedError
from polyglot_news.translation.packages import Package, TokenizerKind, read_package


@pytest.fixture
def folder(russian: Package, tmp_path: Path) -> Path:
    """A package that may be damaged."""
    return Path(shutil.copytree(russian.folder, tmp_path / russian.name))


def rewrite(folder: Path, **changes: object) -> None:
    path = folder / "metadata.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")


def test_a_package_says_what_it_translates_and_how(russian: Package, ukrainian: Package) -> None:
    assert (russian.name, russian.from_code, russian.to_code) == ("translate-ru_en-1_9", "ru", "en")
    assert (russian.from_name, russian.to_name, russian.version) == ("Russian", "English", "1.9")
    assert (russian.tokenizer, ukrainian.tokenizer) == (TokenizerKind.SENTENCEPIECE, TokenizerKind.BPE)
    assert russian.size_bytes == sum(path.stat().st_size for path in russian.folder.rglob("*") if path.is_file())
    assert not russian.is_starter


def test_the_licence_stands_as_the_package_gives_it(folder: Path) -> None:
    rewrite(folder, license="CC BY 4.0")

    assert read_package(folder).licence == "CC BY 4.0"


def test_a_package_cannot_point_outside_its_folder(folder: Path) -> None:
    (folder / "model").rename(folder.parent / "model")
    (folder / "sentencepiece.model").rename(folder.parent / "sentencepiece.model")
    rewrite(folder, shares="..")

    with pytest.raises(PackageDamagedError, match=r"sentencepiece\.model or bpe\.model is missing"):
        read_package(folder)
    assert read_package(folder, is_starter=True).model_folder == folder.parent / "model"


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("metadata.json", "metadata.json is missing"),
        ("sentencepiece.model", "sentencepiece.model or bpe.model is missing"),
        ("model/model.bin", "model/model.bin is missing"),
    ],
)
def test_a_missing_part_is_named(folder: Path, part: str, said: str) -> None:
    (folder / part).unlink()

    with pytest.raises(PackageDamagedError) as caught:
        read_package(folder)

    assert caught.value.message == f"translate-ru_en-1_9: {said}"
    assert caught.value.hint


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"[]", b'"text"', b"null", b" " * 1_000_001],
    ids=lambda raw: raw[:9],
)
def test_metadata_that_is_no_json_object_is_damage(folder: Path, content: bytes) -> None:
    (folder / "metadata.json").write_bytes(content)

    with pytest.raises(PackageDamagedError, match=r"metadata\.json is not"):
        read_package(folder)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("from_code", 7),
        ("from_code", ""),
        ("from_code", "../ru"),
        ("to_code", None),
        ("to_name", ["English"]),
        ("from_name", "Rus\x1b[2Jsian"),
        ("from_name", "Rus\nsian"),
        ("package_version", 1.9),
        ("package_version", "1" * 5_000),
        ("target_prefix", {}),
        ("longest_tokens", "many"),
        ("longest_tokens", 0),
        ("longest_tokens", True),
    ],
)
def test_metadata_of_the_wrong_kind_is_damage_that_names_the_key(folder: Path, key: str, value: object) -> None:
    rewrite(folder, **{key: value})

    with pytest.raises(PackageDamagedError, match=key):
        read_package(folder)


def test_an_empty_tokenizer_is_damage(folder: Path) -> None:
    (folder / "sentencepiece.model").write_bytes(b"")

    with pytest.raises(PackageDamagedError, match=r"sentencepiece\.model is empty"):
        read_package(folder)
