import copy
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest

from polyglot_news.errors import InputError, PackageDamagedError, PackageError
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore

NAME = "translate-ru_en-1_9"


@pytest.fixture
def packed(russian: Package, pack: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """The Russian package in a file, changed."""
    return partial(pack, russian, tmp_path / "ru.argosmodel")


def everything_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_an_installed_package_is_found(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path
) -> None:
    installed = empty_store.install(pack(russian, tmp_path / "ru.argosmodel"))

    assert installed == empty_store.find("ru", "en")
    assert installed.folder == empty_store.folder / NAME


def test_nothing_but_the_package_is_left_behind(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path
) -> None:
    empty_store.install(pack(russian, tmp_path / "ru.argosmodel"))

    assert [path.name for path in empty_store.folder.parent.iterdir()] == ["packages"]
    assert [path.name for path in empty_store.folder.iterdir()] == [NAME]


def test_pickles_stay_in_the_zip(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path
) -> None:
    changes = {
        f"{NAME}/stanza/ru/tokenize/syntagrus.pt": b"\x80\x04 a pickle",
        f"{NAME}/stanza/resources.json": b"{}",
        f"{NAME}/model/extra.pkl": b"\x80\x04",
        f"{NAME}/loose.PT": b"\x80\x04",
        f"{NAME}/README.md": b"# Russian",
    }

    installed = empty_store.install(pack(russian, tmp_path / "ru.argosmodel", changes))

    inside = [path.relative_to(installed.folder).as_posix() for path in everything_below(installed.folder)]
    assert inside == [
        "README.md", "metadata.json", "model/config.json", "model/model.bin", "model/shared_vocabulary.json",
        "sentencepiece.model",
    ]  # fmt: skip


def test_a_package_of_the_same_name_is_replaced(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path
) -> None:
    file = pack(russian, tmp_path / "ru.argosmodel", {f"{NAME}/README.md": b"new"})
    empty_store.install(file)
    (empty_store.folder / NAME / "README.md").write_text("old", "utf-8")
    (empty_store.folder / NAME / "model" / "model.bin").write_bytes(b"damaged")

    empty_store.install(file)

    assert (empty_store.folder / NAME / "README.md").read_text("utf-8") == "new"
    assert empty_store.damaged() == ()


@pytest.mark.parametrize("owner", ["", '{"from_code": "en", "to_code": "de"}'])
def test_a_folder_that_is_something_else_is_not_replaced(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path, owner: str
) -> None:
    changes: dict[str, bytes | None] = {}
    for path in everything_below(russian.folder):
        inside = path.relative_to(russian.folder).as_posix()
        changes |= {f"{NAME}/{inside}": None, f"Documents/{inside}": path.read_bytes()}
    (empty_store.folder / "Documents").mkdir(parents=True)
    (empty_store.folder / "Documents" / "letter.txt").write_text("dear", "utf-8")
    if owner:
        (empty_store.folder / "Documents" / "metadata.json").write_text(owner, "utf-8")

    with pytest.raises(PackageError, match="which is something else"):
        empty_store.install(pack(russian, tmp_path / "ru.argosmodel", changes))

    assert (empty_store.folder / "Documents" / "letter.txt").read_text("utf-8") == "dear"


def test_a_missing_file_is_bad_input_under_the_name_the_user_typed(
    empty_store: PackageStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(InputError, match=r"^ru\.argosmodel: no such file$"):
        empty_store.install(Path("ru.argosmodel"))
    with pytest.raises(InputError, match="is not a file"):
        empty_store.install(tmp_path)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.999])
def test_a_truncated_file_is_damage(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path, share: float
) -> None:
    file = pack(russian, tmp_path / "ru.argosmodel")
    content = file.read_bytes()
    file.write_bytes(content[: int(share * len(content))])

    refuse(empty_store, file, "is not a whole zip file")


def test_a_flipped_byte_is_damage(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path
) -> None:
    file = pack(russian, tmp_path / "ru.argosmodel")
    content = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as archive:
        entry = archive.getinfo(f"{NAME}/model/model.bin")
    content[entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2] ^= 0xFF
    file.write_bytes(bytes(content))

    refuse(empty_store, file, "is not a whole zip file")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({f"{NAME}/../../evil.txt": b"x"}, "leads out of the package"),
        ({f"{NAME}/model/../../../evil.txt": b"x"}, "leads out of the package"),
        ({f"{NAME}/..\\..\\evil.txt": b"x"}, "leads out of the package"),
        ({"/tmp/evil.txt": b"x"}, "absolute path"),  # noqa: S108  # it must not be written
        ({"C:/evil.txt": b"x"}, "absolute path"),
        ({"\\\\server\\evil.txt": b"x"}, "absolute path"),
        ({f"{NAME}/evil\x1b[2J.txt": b"x"}, "a name that is not safe"),
        ({f"{NAME}//evil.txt": b"x"}, "a name that is not safe"),
        ({f"{NAME}/model/model.bin.": b"x"}, "a name that is not safe"),
        ({f"{NAME}/model/model.bin ": b"x"}, "a name that is not safe"),
        ({f"{NAME}/NUL": b"x"}, "a name that is not safe"),
        ({f"{NAME}/com1.txt": b"x"}, "a name that is not safe"),
        ({f"{NAME}/zeros.bin": bytes(20_000_000)}, "swells without end"),
        ({f"{NAME}/many/{i}.txt": b"" for i in range(2_001)}, "files, which no package does"),
        ({"another/metadata.json": b"{}"}, "2 folders at its top"),
        ({"metadata.json": b"{}"}, "2 folders at its top"),
        ({f"{NAME}/METADATA.json": b"{}"}, "two files of one name"),
        ({f"{NAME}/metadata.json/inside.txt": b"{}"}, "two files of one name"),
        ({f"{NAME}/metadata.json": None}, "metadata.json is missing"),
        ({f"{NAME}/metadata.json": b"{"}, "metadata.json is not JSON"),
        ({f"{NAME}/metadata.json": b'{"type": "sbd"}'}, "is not a translation package"),
        ({f"{NAME}/metadata.json": b'{"from_code": 1}'}, "from_code in metadata.json is not text"),
        ({f"{NAME}/sentencepiece.model": None}, "sentencepiece.model or bpe.model is missing"),
        ({f"{NAME}/sentencepiece.model": b"garbage"}, "sentencepiece.model cannot be read"),
        ({f"{NAME}/model/model.bin": b"garbage" * 50}, "is not a CTranslate2 model"),
        ({f"{NAME}/model/model.bin": b"\x07\0\0\0 a later format"}, "its model cannot be loaded"),
        ({f"{NAME}/model/shared_vocabulary.json": b'["<unk>"]'}, "its model failed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_or_incomplete_file_is_refused(
    empty_store: PackageStore, packed: Callable[..., Path], changes: dict[str, bytes | None], said: str
) -> None:
    refuse(empty_store, packed(changes), said)


def add_link(archive: zipfile.ZipFile) -> None:
    link = zipfile.ZipInfo(f"{NAME}/model/link")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    archive.writestr(link, "/etc/passwd")


def add_hidden_top(archive: zipfile.ZipFile) -> None:
    for entry in archive.infolist():
        entry.filename = entry.filename.replace(NAME, ".ssh")


def declare_less(archive: zipfile.ZipFile) -> None:
    archive.getinfo(f"{NAME}/model/model.bin").file_size = 10


def add_what_lzma_unpacks(archive: zipfile.ZipFile) -> None:
    archive.writestr(f"{NAME}/notes.txt", b"x", zipfile.ZIP_LZMA)


def lay_entries_on_top_of_each_other(archive: zipfile.ZipFile) -> None:
    """One file of 4 MB under 300 names: each may be unpacked, all of them fill the disk."""
    archive.writestr(f"{NAME}/0.txt", os.urandom(300_000) + bytes(4_000_000), zipfile.ZIP_DEFLATED)
    first = archive.getinfo(f"{NAME}/0.txt")
    for k in range(1, 300):
        again = copy.copy(first)
        again.filename = f"{NAME}/{k}.txt"
        archive.filelist.append(again)


def claim_a_vocabulary_of_a_gigabyte(archive: zipfile.ZipFile) -> None:
    entry = archive.getinfo(f"{NAME}/model/shared_vocabulary.json")
    entry.file_size, entry.compress_size = 10**9, 10**8


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (add_what_lzma_unpacks, "packed as in no package"),
        (lay_entries_on_top_of_each_other, "swells without end"),
        (claim_a_vocabulary_of_a_gigabyte, "a file of absurd size"),
        (add_link, "a link or a device"),
        (add_hidden_top, "hidden name"),
        (declare_less, "is not a whole zip file"),
    ],
)
def test_a_zip_written_to_deceive_is_refused(
    empty_store: PackageStore, packed: Callable[..., Path], harm: Callable[[zipfile.ZipFile], None], said: str
) -> None:
    file = packed()
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = b"so that the directory is written again"
        harm(archive)

    refuse(empty_store, file, said)


def test_the_directory_of_a_zip_is_not_read_whatever_its_size(
    empty_store: PackageStore, packed: Callable[..., Path]
) -> None:
    file = packed()
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("x" * 100, b"")
        archive.filelist[-1].comment = b"x" * 60_000
        archive.filelist.extend([archive.filelist[-1]] * 80)  # 5 MB of directory

    refuse(empty_store, file, "is not a whole zip file")


def test_installs_of_one_package_at_one_time_all_succeed(
    empty_store: PackageStore, packed: Callable[..., Path]
) -> None:
    file = packed()
    failed: list[str] = []

    def install() -> None:
        try:
            with empty_store.prepared(file) as package:
                everybody_is_ready.wait(60)
                empty_store.place(package)
        except PackageError as error:
            failed.append(error.message)

    everybody_is_ready = Barrier(4)
    threads = [Thread(target=install) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert [path.name for path in empty_store.folder.iterdir()] == [NAME]
    assert [path.name for path in empty_store.folder.parent.iterdir()] == ["packages"]
    assert empty_store.damaged() == ()


def test_what_a_killed_install_had_just_put_aside_is_put_back(
    empty_store: PackageStore, russian: Package, ukrainian: Package, pack: Callable[..., Path], tmp_path: Path
) -> None:
    killed = empty_store.folder.parent / ".packages-installing-killed"
    shutil.copytree(ukrainian.folder, killed / ".replaced" / "0" / ukrainian.name)
    os.utime(killed, (0, 0))

    empty_store.install(pack(russian, tmp_path / "ru.argosmodel"))

    assert not killed.exists()
    assert [package.name for package in empty_store.installed()] == [NAME, ukrainian.name]


def test_what_a_killed_install_left_is_swept_away_and_what_runs_is_not(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path
) -> None:
    parent = empty_store.folder.parent
    parent.mkdir(parents=True)
    killed, running = parent / ".packages-installing-killed", parent / ".packages-installing-running"
    for folder in (killed, running):
        (folder / NAME).mkdir(parents=True)
    os.utime(killed, (0, 0))

    empty_store.install(pack(russian, tmp_path / "ru.argosmodel"))

    assert not killed.exists()
    assert running.exists()
    assert [package.name for package in empty_store.installed()] == [NAME]


def test_a_folder_that_cannot_be_written_is_an_error_that_names_it(
    empty_store: PackageStore, russian: Package, pack: Callable[..., Path], tmp_path: Path
) -> None:
    empty_store.folder.parent.write_text("a file in the way", "utf-8")

    with pytest.raises(PackageError, match="cannot be written"):
        empty_store.install(pack(russian, tmp_path / "ru.argosmodel"))


def refuse(store: PackageStore, file: Path, said: str) -> None:
    """The file is refused in one line that begins with its name, and nothing of it is left anywhere."""
    before = everything_below(file.parent)
    with pytest.raises(PackageDamagedError) as caught:
        store.install(file)
    assert caught.value.message.startswith(f"{file}: ")
    assert said in caught.value.message
    assert caught.value.message.isprintable()
    assert caught.value.hint
    assert everything_below(file.parent) == before
    assert store.installed() == ()
    assert store.damaged() == ()
