import json
import shutil
import struct
from pathlib import Path

import pytest

from polyglot_news.errors import PackageDamagedError
from polyglot_news.translation.model_files import check_model
from polyglot_news.translation.packages import Package


@pytest.fixture
def model(russian: Package, tmp_path: Path) -> Path:
    """A model that may be damaged."""
    return Path(shutil.copytree(russian.model_folder, tmp_path / "model"))


def fault(model: Path) -> str:
    with pytest.raises(PackageDamagedError) as caught:
        check_model(model, "ru")
    assert caught.value.hint
    return caught.value.message


def test_a_whole_model_passes(model: Path) -> None:
    check_model(model, "ru")


def test_a_model_without_configuration_passes_as_older_ones_have_none(model: Path) -> None:
    (model / "config.json").unlink()

    check_model(model, "ru")


@pytest.mark.parametrize("name", ["model.bin", "shared_vocabulary.json"])
def test_a_missing_file_is_named(model: Path, name: str) -> None:
    (model / name).unlink()

    assert fault(model) == f"ru: model/{name} is missing"


@pytest.mark.parametrize("content", [b"PK\x03\x04 a zip", b"garbage" * 100, struct.pack("<IH", 6, 60_000) + b"a" * 99])
def test_a_file_of_another_kind_is_told_without_loading_it(model: Path, content: bytes) -> None:
    (model / "model.bin").write_bytes(content)

    assert fault(model) == "ru: model/model.bin is not a CTranslate2 model"


@pytest.mark.parametrize("share", [0.0, 0.0001, 0.5, 0.9999])
def test_a_truncated_file_is_told_without_loading_it(model: Path, share: float) -> None:
    content = (model / "model.bin").read_bytes()
    (model / "model.bin").write_bytes(content[: int(share * len(content))])

    assert fault(model) == "ru: model/model.bin is truncated"


def test_a_file_of_a_later_format_is_left_for_ctranslate2_to_judge(model: Path) -> None:
    (model / "model.bin").write_bytes(struct.pack("<I", 7) + b"a layout not known yet")

    check_model(model, "ru")


def test_more_bytes_than_the_shape_has_room_for_are_refused(model: Path) -> None:
    name, shape, n_bytes = b"weight", struct.pack("<BI", 1, 2), 4_000
    head = struct.pack("<IH", 6, 5) + b"Spec\0" + struct.pack("<II", 1, 1)
    variable = struct.pack("<H", len(name) + 1) + name + b"\0" + shape + struct.pack("<BI", 0, n_bytes) + bytes(n_bytes)
    (model / "model.bin").write_bytes(head + variable + bytes(4))

    assert fault(model) == "ru: model/model.bin is not a CTranslate2 model"


def test_more_tokens_than_embeddings_are_refused_because_ctranslate2_would_crash(model: Path) -> None:
    vocabulary = model / "shared_vocabulary.json"
    tokens = json.loads(vocabulary.read_text("utf-8"))
    vocabulary.write_text(json.dumps([*tokens, "one too many"]), "utf-8")

    assert fault(model) == f"ru: the vocabulary in model/ has {len(tokens) + 1} tokens for {len(tokens)} embeddings"


@pytest.mark.parametrize("content", ["{}", "[", '"tokens"'])
def test_a_vocabulary_that_is_no_list_is_damage(model: Path, content: str) -> None:
    (model / "shared_vocabulary.json").write_text(content, "utf-8")

    assert fault(model) == "ru: model/shared_vocabulary.json is not a list of tokens"


def test_vocabularies_of_either_side_do_as_well_as_a_shared_one(model: Path) -> None:
    shared = model / "shared_vocabulary.json"
    shutil.copy(shared, model / "source_vocabulary.json")
    shared.unlink()
    (model / "target_vocabulary.txt").write_text("<unk>\n<s>\n</s>\n", "utf-8")

    check_model(model, "ru")


@pytest.mark.parametrize("content", ["[1, 2]", "{", ""])
def test_a_broken_configuration_is_damage(model: Path, content: str) -> None:
    (model / "config.json").write_text(content, "utf-8")

    assert fault(model) == "ru: model/config.json is not a JSON object"
