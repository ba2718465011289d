import json
import shutil
from pathlib import Path

import pytest

from polyglot_news.errors import InputError, PackageDamagedError, PackageError, PackageMissingError
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore


@pytest.fixture
def own_store(packages_folder: Path, starter_folder: Path, tmp_path: Path) -> PackageStore:
    """A copy that may be written to."""
    return PackageStore(Path(shutil.copytree(packages_folder, tmp_path / "packages")), starter_folder)


def another_version(package: Package, version: str) -> Path:
    name = f"translate-{package.from_code}_{package.to_code}-{version.replace('.', '_')}"
    folder = Path(shutil.copytree(package.folder, package.folder.with_name(name)))
    metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
    (folder / "metadata.json").write_text(json.dumps({**metadata, "package_version": version}), "utf-8")
    return folder


def test_installed_packages_come_by_name_and_without_the_starter(store: PackageStore) -> None:
    assert [package.name for package in store.installed()] == ["translate-ru_en-1_9", "translate-uk_en-1_9"]
    assert store.damaged() == ()


def test_a_folder_that_does_not_exist_holds_nothing(empty_store: PackageStore) -> None:
    assert (empty_store.installed(), empty_store.damaged(), empty_store.starters()) == ((), (), ())
    assert not empty_store.folder.exists()


def test_a_file_in_place_of_the_folder_is_an_error_and_not_nothing(tmp_path: Path) -> None:
    (tmp_path / "packages").write_text("", "utf-8")

    with pytest.raises(PackageError, match="cannot be read"):
        PackageStore(tmp_path / "packages", tmp_path).installed()


def test_the_newest_version_of_a_pair_is_used_by_number_and_not_by_letter(own_store: PackageStore) -> None:
    russian = own_store.find("ru", "en")
    another_version(russian, "1.10")
    another_version(russian, "1.2")

    assert own_store.find("ru", "en").version == "1.10"
    assert len(own_store.installed()) == 4


def test_the_starter_serves_where_nothing_is_installed(starter_folder: Path, tmp_path: Path) -> None:
    store = PackageStore(tmp_path, starter_folder)

    russian, ukrainian = store.find("ru", "en"), store.find("uk", "en")

    assert (russian.name, ukrainian.name) == ("translate-ru_en-0_1", "translate-uk_en-0_1")
    assert russian.is_starter
    assert russian.longest_tokens == 100
    assert russian.model_folder == ukrainian.model_folder
    assert russian.size_bytes >= (russian.model_folder / "model.bin").stat().st_size


def test_an_installed_package_goes_before_the_starter_even_if_older(own_store: PackageStore) -> None:
    shutil.rmtree(own_store.find("uk", "en").folder)

    assert not own_store.find("ru", "en").is_starter
    assert own_store.find("uk", "en").is_starter


def test_a_pair_without_package_is_named_and_so_is_what_to_do(store: PackageStore) -> None:
    with pytest.raises(PackageMissingError) as caught:
        store.find("ka", "en")

    assert caught.value.message == "no package translates ka into en"
    assert "pn models install" in caught.value.hint
    assert caught.value.exit_code == 3


def test_a_damaged_package_is_passed_over_and_reported(own_store: PackageStore) -> None:
    (own_store.folder / "translate-ru_en-1_9" / "model" / "model.bin").write_bytes(b"garbage" * 9)

    assert [package.name for package in own_store.installed()] == ["translate-uk_en-1_9"]
    assert [error.message for error in own_store.damaged()] == [
        "translate-ru_en-1_9: model/model.bin is not a CTranslate2 model"
    ]
    assert own_store.find("ru", "en").is_starter


def test_a_missing_package_says_if_a_damaged_one_is_there(own_store: PackageStore, tmp_path: Path) -> None:
    (own_store.folder / "translate-ru_en-1_9" / "bpe.model").touch()
    (own_store.folder / "translate-ru_en-1_9" / "sentencepiece.model").unlink()

    with pytest.raises(PackageMissingError) as caught:
        PackageStore(own_store.folder, tmp_path / "none").find("ru", "en")

    assert caught.value.hint.startswith("translate-ru_en-1_9 is installed but damaged")


def test_folders_and_packages_of_others_are_passed_over_in_silence(own_store: PackageStore) -> None:
    for name, metadata in (("sbd", {"type": "sbd"}), ("en_ru-lm", {"type": "fewshot"})):
        (own_store.folder / name).mkdir()
        (own_store.folder / name / "metadata.json").write_text(json.dumps(metadata), "utf-8")
    (own_store.folder / "photos").mkdir()
    (own_store.folder / ".cache").mkdir()
    (own_store.folder / "notes.txt").write_text("", "utf-8")

    assert len(own_store.installed()) == 2
    assert own_store.damaged() == ()


def test_a_removed_package_is_gone_and_the_others_stay(own_store: PackageStore) -> None:
    gone = own_store.remove("translate-ru_en-1_9")

    assert not gone.exists()
    assert [package.name for package in own_store.installed()] == ["translate-uk_en-1_9"]
    assert [path.name for path in own_store.folder.parent.iterdir()] == ["packages"]


def test_a_damaged_package_can_be_removed(own_store: PackageStore) -> None:
    (own_store.folder / "translate-ru_en-1_9" / "metadata.json").write_text("{", "utf-8")

    own_store.remove("translate-ru_en-1_9")

    assert own_store.damaged() == ()


def test_of_a_package_that_is_a_link_only_the_link_is_removed(own_store: PackageStore, russian: Package) -> None:
    shutil.rmtree(own_store.folder / russian.name)
    (own_store.folder / russian.name).symlink_to(russian.folder)

    own_store.remove(russian.name)

    assert not (own_store.folder / russian.name).exists()
    assert (russian.folder / "metadata.json").exists()


@pytest.mark.parametrize(
    "name", ["translate-ka_en-1_9", "", ".", "..", "photos", "../packages/translate-ru_en-1_9", "/etc"]
)
def test_nothing_but_a_package_is_removed(own_store: PackageStore, name: str) -> None:
    (own_store.folder / "photos").mkdir()

    with pytest.raises(InputError, match="no such package is installed"):
        own_store.remove(name)

    assert len(own_store.installed()) == 2


def test_the_starter_is_not_removed(store: PackageStore) -> None:
    with pytest.raises(InputError, match="comes with polyglot-news"):
        store.remove("translate-ru_en-0_1")


def test_a_damaged_starter_is_an_error(starter_folder: Path, tmp_path: Path) -> None:
    starter = Path(shutil.copytree(starter_folder, tmp_path / "starter"))
    (starter / "sentencepiece.model").unlink()

    with pytest.raises(PackageDamagedError, match=r"translate-ru_en-0_1: sentencepiece\.model"):
        PackageStore(tmp_path / "packages", starter).find("ru", "en")
