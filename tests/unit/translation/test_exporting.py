import json
from pathlib import Path

import pytest

from polyglot_news.errors import InputError
from polyglot_news.translation.exporting import export
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore


def test_an_exported_package_can_be_installed_elsewhere(
    empty_store: PackageStore, ukrainian: Package, tmp_path: Path
) -> None:
    export(ukrainian, tmp_path / "uk.argosmodel")

    installed = empty_store.install(tmp_path / "uk.argosmodel")

    for path in ukrainian.folder.rglob("*.*"):
        copy = installed.folder / path.relative_to(ukrainian.folder)
        if path.name == "metadata.json":
            assert json.loads(copy.read_text("utf-8")) == json.loads(path.read_text("utf-8"))
        else:
            assert copy.read_bytes() == path.read_bytes()


def test_the_starter_is_exported_with_its_own_copy_of_the_model(
    empty_store: PackageStore, starter_folder: Path, tmp_path: Path
) -> None:
    starter = PackageStore(tmp_path / "none", starter_folder).find("uk", "en")
    export(starter, tmp_path / "uk.argosmodel")

    installed = empty_store.install(tmp_path / "uk.argosmodel")

    assert (installed.name, installed.is_starter) == ("translate-uk_en-0_1", False)
    assert installed.model_folder.parent == installed.folder
    assert "shares" not in json.loads((installed.folder / "metadata.json").read_text("utf-8"))


def test_the_same_package_gives_the_same_bytes(russian: Package, tmp_path: Path) -> None:
    export(russian, tmp_path / "one")
    export(russian, tmp_path / "two")

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_a_place_that_does_not_exist_is_an_error_that_names_it(russian: Package, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written: no such file or directory"):
        export(russian, tmp_path / "nowhere" / "ru.argosmodel")
