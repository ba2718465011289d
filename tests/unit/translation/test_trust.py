import json
import re
import shutil
from pathlib import Path
from threading import Thread

import pytest

from polyglot_news.errors import PackageDamagedError, PackageError
from polyglot_news.paths import bundled_folder
from polyglot_news.translation.exporting import export
from polyglot_news.translation.packages import Package, read_package
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.trust import Ledger, Origin, known_bytes, known_sha256, name_of, seal_of

ORIGIN = Origin("https://argos.example/ru.argosmodel", "2026-11-20", "ab" * 32)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ours" / "packages")


@pytest.fixture
def own(russian: Package, tmp_path: Path) -> Package:
    """A package that may be changed."""
    return read_package(Path(shutil.copytree(russian.folder, tmp_path / "packages" / russian.name)))


def changed(package: Package, folder: Path) -> Package:
    """The same name and version, another tokenizer."""
    copy = read_package(Path(shutil.copytree(package.folder, folder / package.name)))
    copy.tokenizer_file.write_bytes(copy.tokenizer_file.read_bytes() + b"\0")
    return copy


def test_the_first_package_of_a_name_and_version_sets_the_hash(ledger: Ledger, own: Package, tmp_path: Path) -> None:
    other = changed(own, tmp_path / "other")
    ledger.approve(own, seal_of(own))
    ledger.approve(own, seal_of(own))

    with pytest.raises(PackageDamagedError) as caught:
        ledger.approve(other, seal_of(other))

    assert caught.value.message.startswith("translate-ru_en 1.9: is not the package that was installed before")
    assert "--accept-new-hash" in caught.value.hint
    assert "pn models remove" in caught.value.hint


def test_a_hash_changes_only_when_the_user_says_so(ledger: Ledger, own: Package, tmp_path: Path) -> None:
    other = changed(own, tmp_path / "other")
    ledger.approve(own, seal_of(own))
    ledger.approve(other, seal_of(other), accept_new_hash=True)

    ledger.approve(other, seal_of(other))
    with pytest.raises(PackageDamagedError):
        ledger.approve(own, seal_of(own))


def test_a_hash_that_is_forgotten_is_set_anew(ledger: Ledger, own: Package, tmp_path: Path) -> None:
    other = changed(own, tmp_path / "other")
    ledger.approve(own, seal_of(own))
    ledger.forget_hash(name_of(own))

    ledger.approve(other, seal_of(other))


def test_another_version_has_another_hash(ledger: Ledger, own: Package, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(own.folder, tmp_path / "later" / "translate-ru_en-2_0"))
    metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
    (folder / "metadata.json").write_text(json.dumps({**metadata, "package_version": "2.0"}), "utf-8")
    later = read_package(folder)
    ledger.approve(own, seal_of(own))

    ledger.approve(later, seal_of(later))


def test_the_name_of_the_folder_gives_no_way_round_the_hash(ledger: Ledger, own: Package, tmp_path: Path) -> None:
    other = changed(own, tmp_path / "other")
    renamed = read_package(other.folder.rename(other.folder.with_name("ru_en")))
    ledger.approve(own, seal_of(own))

    with pytest.raises(PackageDamagedError):
        ledger.approve(renamed, seal_of(renamed))


def test_an_exported_package_is_still_the_same(
    ledger: Ledger, own: Package, tmp_path: Path, empty_store: PackageStore
) -> None:
    ledger.approve(own, seal_of(own))
    export(own, tmp_path / "carried.argosmodel")

    with empty_store.prepared(tmp_path / "carried.argosmodel") as carried:
        ledger.approve(carried, seal_of(carried))


def test_of_two_that_come_first_at_one_time_one_is(ledger: Ledger, own: Package, tmp_path: Path) -> None:
    packages = [own, *(changed(own, tmp_path / str(k)) for k in range(3))]
    for k, package in enumerate(packages):
        package.tokenizer_file.write_bytes(b"another" * k)
    seals = [seal_of(package) for package in packages]
    refused: list[PackageDamagedError] = []

    def approve(k: int) -> None:
        try:
            ledger.approve(packages[k], seals[k])
        except PackageDamagedError as error:
            refused.append(error)

    threads = [Thread(target=approve, args=(k,)) for k in range(len(packages))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == len(packages) - 1


def test_where_a_package_came_from_is_remembered(ledger: Ledger, own: Package) -> None:
    assert ledger.origin_of(own) is None
    ledger.record(own, seal_of(own), ORIGIN)

    assert ledger.origin_of(own) == ORIGIN
    assert ledger.name_in(own.folder) == "translate-ru_en 1.9"
    ledger.forget(own.folder)
    assert ledger.origin_of(own) is None


def test_what_another_program_put_in_its_place_did_not_come_from_there(ledger: Ledger, own: Package) -> None:
    ledger.record(own, seal_of(own), ORIGIN)
    metadata = json.loads((own.folder / "metadata.json").read_text("utf-8"))
    (own.folder / "metadata.json").write_text(json.dumps({**metadata, "package_version": "2.0"}), "utf-8")

    assert ledger.origin_of(read_package(own.folder)) is None
    assert ledger.changes_in(read_package(own.folder)) == ()


def test_every_change_on_the_disk_is_found(ledger: Ledger, own: Package) -> None:
    ledger.record(own, seal_of(own), ORIGIN)
    assert ledger.changes_in(own) == ()
    model = own.folder / "model" / "model.bin"
    content = bytearray(model.read_bytes())
    content[-1] ^= 1
    model.write_bytes(bytes(content))
    (own.folder / "model" / "config.json").unlink()
    (own.folder / "model" / "source_vocabulary.json").write_text("[]", "utf-8")
    (own.folder / ".DS_Store").write_text("", "utf-8")

    assert ledger.changes_in(own) == ("model/config.json", "model/model.bin", "model/source_vocabulary.json")


@pytest.mark.parametrize("content", ["{", "[]", "null", "\udcff"])
def test_a_record_that_cannot_be_read_lets_nothing_in(ledger: Ledger, own: Package, content: str) -> None:
    ledger.approve(own, seal_of(own))
    for file in (ledger.folder / "hashes").iterdir():
        file.write_text(content, "utf-8", errors="surrogateescape")

    with pytest.raises(PackageError, match="cannot be read") as caught:
        ledger.approve(own, seal_of(own))
    assert caught.value.exit_code == 3


def test_a_place_that_cannot_be_written_is_named(own: Package, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")

    with pytest.raises(PackageError, match=r"file/packages: cannot be written: not a directory"):
        Ledger(tmp_path / "file" / "packages").approve(own, seal_of(own))


def test_to_ask_leaves_nothing_behind(ledger: Ledger, own: Package, tmp_path: Path) -> None:
    ledger.origin_of(own)
    ledger.changes_in(own)
    ledger.forget(own.folder)
    ledger.forget_hash(name_of(own))

    assert not (tmp_path / "ours").exists()


def test_a_name_from_outside_leads_to_no_other_folder(ledger: Ledger, own: Package) -> None:
    metadata = json.loads((own.folder / "metadata.json").read_text("utf-8"))
    version = "../../" + "я" * 150
    (own.folder / "metadata.json").write_text(json.dumps({**metadata, "package_version": version}), "utf-8")
    package = read_package(own.folder)

    ledger.approve(package, seal_of(package))

    (file,) = (ledger.folder / "hashes").iterdir()
    assert json.loads(file.read_text("utf-8"))["package"] == f"translate-ru_en {version}"


def test_known_hashes_are_those_of_the_version(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(json.dumps({"sha256": {"translate-ru_en 1.9": ["ab" * 32, "short", 3]}}), "utf-8")

    assert known_sha256("translate-ru_en 1.9", file) == {"ab" * 32}
    assert known_sha256("translate-ru_en 2.0", file) == frozenset()


def test_known_sizes_are_those_of_the_version(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(
        json.dumps({"bytes": {"translate-ru_en 1.9": 156_239_112, "translate-uk_en 1.4": "large"}}), "utf-8"
    )

    names = ("translate-ru_en 1.9", "translate-uk_en 1.4", "translate-ru_en 2.0")
    assert [known_bytes(name, file) for name in names] == [156_239_112, None, None]


def test_the_list_of_known_hashes_that_comes_along_is_sound() -> None:
    listed = json.loads((bundled_folder("packages") / "known.json").read_text("utf-8"))["sha256"]

    for name, hashes in listed.items():
        assert re.fullmatch(r"translate-\w+ [\d.]+", name)
        assert hashes
        assert known_bytes(name)
        assert all(re.fullmatch(r"[0-9a-f]{64}", one) for one in hashes)
