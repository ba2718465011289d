from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polyglot_news.translation.cache import Entry, TranslationCache

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
ENTRIES = {f"key {k}".encode(): Entry(f"Text {k}.", -0.25 * k, k) for k in range(1, 4)}
WRITER = """
import sys
from itertools import count
from pathlib import Path
from polyglot_news.translation.cache import Entry, TranslationCache

cache = TranslationCache(Path(sys.argv[1]))
for lot in count():
    cache.keep({f"{sys.argv[2]} {lot} {k}".encode(): Entry("text " * 40, float(lot), k) for k in range(20)})
    assert not cache.trouble, cache.trouble
    print(lot, flush=True)
"""

WRITE_SOME = """
import sys
from pathlib import Path
from polyglot_news.translation.cache import Entry, TranslationCache
with TranslationCache(Path(sys.argv[1])) as cache:
    for lot in range(40):
        cache.keep({f"{sys.argv[2]} {lot} {k}".encode(): Entry("text", 0.0, k) for k in range(5)})
    print(cache.trouble)
"""
FORK = """
import os, sys
from pathlib import Path
from polyglot_news.translation.cache import Entry, TranslationCache

cache = TranslationCache(Path(sys.argv[1]))
cache.keep({b"before": Entry("before", 0.0, 1)})
child = os.fork()
name = b"parent" if child else b"child"
cache.keep({name: Entry("text", 0.0, 1)})
code = 0 if len(cache.find([b"before", name])) == 2 and not cache.trouble else 1
if child:
    code += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
os._exit(code)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "cache"


@pytest.fixture
def cache(folder: Path) -> Iterator[TranslationCache]:
    with TranslationCache(folder) as cache:
        yield cache


def test_what_is_kept_is_found_in_this_and_in_later_runs(folder: Path) -> None:
    with TranslationCache(folder) as cache:
        cache.keep(ENTRIES)
        assert cache.find([*ENTRIES, b"another"]) == ENTRIES

    with TranslationCache(folder) as later:
        assert later.find([*ENTRIES, b"another"]) == ENTRIES
        assert (later.contents().n_entries, later.trouble) == (3, "")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.binary(min_size=1, max_size=20),
        st.builds(Entry, st.text(max_size=20), st.floats(allow_nan=False), st.integers(0, 2**40)),
        max_size=9,
    )
)
def test_every_text_and_score_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[bytes, Entry]
) -> None:
    with TranslationCache(tmp_path_factory.mktemp("any")) as cache:
        cache.keep(entries)

        assert (cache.find(entries), cache.trouble) == (entries, "")


def test_a_score_that_is_no_number_is_not_kept_and_spoils_nothing(cache: TranslationCache) -> None:
    cache.keep({b"odd": Entry("x", float("nan"), 1), **ENTRIES})

    assert cache.find([b"odd", *ENTRIES]) == ENTRIES


def test_thousands_of_keys_are_found_at_once(cache: TranslationCache) -> None:
    many = {f"{k}".encode(): Entry(f"{k}", 0.5, k) for k in range(3_000)}
    cache.keep(many)

    assert cache.find(many) == many


def test_looking_makes_neither_folder_nor_file(cache: TranslationCache, folder: Path) -> None:
    assert cache.find(ENTRIES) == {}
    assert cache.find_hash(b"files") is None
    assert (cache.contents().n_entries, cache.clear()) == (0, 0)
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_folder_and_files_are_for_their_owner_alone(cache: TranslationCache, folder: Path) -> None:
    cache.keep(ENTRIES)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = [*folder.iterdir()]
    assert len(files) == 3  # the log and its index are there while it is open
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_when_it_is_full_what_was_not_used_for_longest_goes(folder: Path) -> None:
    def lot(name: str) -> dict[bytes, Entry]:
        return {f"{name} {k}".encode(): Entry("t" * 500, 0.0, k) for k in range(100)}

    for day, name in enumerate("abcdefgh"):
        with TranslationCache(folder, largest_bytes=200_000, today=partial(int, day)) as cache:
            cache.find(lot("a"))  # used every day
            cache.keep(lot(name))

    with TranslationCache(folder) as cache:
        kept = {name: len(cache.find(lot(name))) for name in "abcdefgh"}
        assert (kept["a"], kept["b"], kept["h"]) == (100, 0, 100)
        assert cache.path.stat().st_size < 400_000


def test_reading_on_the_same_day_writes_nothing(folder: Path) -> None:
    with TranslationCache(folder) as cache:
        cache.keep(ENTRIES)
    before = cache.path.stat().st_mtime_ns, cache.path.read_bytes()

    with TranslationCache(folder) as cache:
        cache.find(ENTRIES)

    assert (cache.path.stat().st_mtime_ns, cache.path.read_bytes()) == before


def test_hashes_of_files_are_remembered(folder: Path) -> None:
    with TranslationCache(folder) as cache:
        cache.keep_hash(b"files", b"hash")

    with TranslationCache(folder) as cache:
        assert (cache.find_hash(b"files"), cache.find_hash(b"others")) == (b"hash", None)


def test_clearing_leaves_nothing_of_the_texts_on_the_disk(cache: TranslationCache, folder: Path) -> None:
    cache.keep({b"key": Entry("a secret of state", 0.0, 1), **ENTRIES})

    assert cache.clear() == 4
    cache.close()
    assert cache.find([b"key", *ENTRIES]) == {}
    assert not any(b"secret" in file.read_bytes() for file in folder.iterdir())


def test_clearing_while_another_process_reads_and_writes_harms_neither(cache: TranslationCache, folder: Path) -> None:
    with TranslationCache(folder) as other:
        other.keep(ENTRIES)
        assert cache.clear() == 3
        assert other.find(ENTRIES) == {}
        other.keep(ENTRIES)

        assert (cache.find(ENTRIES), cache.trouble, other.trouble) == (ENTRIES, "", "")


@pytest.mark.parametrize(
    "damage",
    [
        b"no database at all, but some text that is long enough to look like one " * 40,
        b"SQLite format 3\0" + b"\xff" * 4_080,
    ],
    ids=["text", "header"],
)
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(folder: Path, damage: bytes) -> None:
    with TranslationCache(folder) as cache:
        cache.keep(ENTRIES)
    cache.path.write_bytes(damage)

    with TranslationCache(folder) as later:
        assert later.find(ENTRIES) == {}
        later.keep(ENTRIES)
        assert (later.find(ENTRIES), later.trouble) == (ENTRIES, "")

    assert later.path.with_name(f"{later.path.name}.damaged").read_bytes() == damage
    later.clear()
    later.close()
    assert [file.name for file in folder.iterdir()] == [later.path.name]


def test_a_file_that_is_damaged_further_in_is_put_aside_when_that_is_found(folder: Path) -> None:
    with TranslationCache(folder) as cache:
        many = {f"{k}".encode(): Entry(f"{k}" * 50, 0.5, k) for k in range(2_000)}
        cache.keep(many)
    raw = bytearray(cache.path.read_bytes())
    raw[4_096:] = b"\xa5" * (len(raw) - 4_096)
    cache.path.write_bytes(raw)

    with TranslationCache(folder) as later:
        assert later.find(many) == {}
        later.keep(ENTRIES)
        assert (later.find(ENTRIES), later.trouble) == (ENTRIES, "")


def test_an_entry_that_the_disk_has_changed_is_not_believed(folder: Path) -> None:
    with TranslationCache(folder) as cache:
        cache.keep(ENTRIES)
    cache.path.write_bytes(cache.path.read_bytes().replace(b"Text 2.", b"Lies 2."))

    with TranslationCache(folder) as later:
        assert later.find(ENTRIES) == {key: one for key, one in ENTRIES.items() if key != b"key 2"}
        later.keep(ENTRIES)
        assert later.find(ENTRIES) == ENTRIES


def test_an_empty_file_of_a_process_killed_at_once_is_no_trouble(cache: TranslationCache, folder: Path) -> None:
    folder.mkdir(parents=True)
    cache.path.touch()

    cache.keep(ENTRIES)

    assert (cache.find(ENTRIES), cache.trouble) == (ENTRIES, "")


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ("CREATE TABLE diary (day TEXT)", "is not a cache of polyglot-news"),
        ("PRAGMA application_id = 7; CREATE TABLE outputs (key TEXT)", "is not a cache of polyglot-news"),
        ("PRAGMA application_id = 1886286947; PRAGMA user_version = 99", "is of a newer version of polyglot-news"),
    ],
)
def test_a_database_of_another_kind_or_a_newer_version_is_left_alone(
    cache: TranslationCache, folder: Path, statements: str, said: str
) -> None:
    folder.mkdir(parents=True)
    connection = sqlite3.connect(cache.path)
    connection.executescript(statements)
    connection.close()
    before = cache.path.read_bytes()

    cache.keep(ENTRIES)

    assert cache.find(ENTRIES) == {}
    assert cache.trouble == f"{cache.path}: {said}"
    assert cache.path.read_bytes() == before


def test_a_file_of_an_older_version_is_begun_anew(folder: Path) -> None:
    with TranslationCache(folder) as cache:
        cache.keep(ENTRIES)
    connection = sqlite3.connect(cache.path)
    connection.executescript("PRAGMA user_version = 0; ALTER TABLE outputs RENAME COLUMN text TO other")
    connection.close()

    with TranslationCache(folder) as later:
        assert later.find(ENTRIES) == {}
        later.keep(ENTRIES)
        assert (later.find(ENTRIES), later.trouble) == (ENTRIES, "")


def test_where_no_folder_can_be_made_nothing_is_kept_and_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = TranslationCache(tmp_path / "file" / "cache")

    cache.keep(ENTRIES)

    assert cache.find(ENTRIES) == {}
    assert str(cache.path) in cache.trouble
    assert "\n" not in cache.trouble


@pytest.mark.skipif(AS_ROOT or os.name != "posix", reason="nothing is closed to root")
def test_what_stands_in_a_folder_that_cannot_be_written_is_read(folder: Path) -> None:
    with TranslationCache(folder) as cache:
        cache.keep(ENTRIES)
    folder.chmod(0o500)
    cache.path.chmod(0o400)

    with TranslationCache(folder) as later:
        later.keep({b"new": Entry("new", 0.0, 1)})
        assert later.find([*ENTRIES, b"new"]) == ENTRIES
        assert later.trouble == f"{cache.path}: cannot be written"
    folder.chmod(0o700)


def test_where_the_disk_is_full_what_was_kept_is_read_on(folder: Path) -> None:
    """SQLite's own limit of pages says what a full disk says."""
    with TranslationCache(folder) as cache:
        cache.keep(ENTRIES)
        assert cache._connection  # noqa: SLF001  # no disk can be filled here
        cache._connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001

        cache.keep({f"{k}".encode(): Entry("t" * 500, 0.0, k) for k in range(500)})

        assert "full" in cache.trouble
        assert cache.find(ENTRIES) == ENTRIES


def test_processes_that_write_at_once_lose_nothing(folder: Path) -> None:
    command = [sys.executable, "-c", WRITE_SOME, str(folder)]
    writers = [subprocess.Popen([*command, name], stdout=subprocess.PIPE, text=True) for name in "abc"]

    assert [(one.communicate(timeout=120)[0], one.returncode) for one in writers] == [("\n", 0)] * 3
    with TranslationCache(folder) as cache:
        assert cache.contents().n_entries == 3 * 40 * 5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_fork_opens_the_file_anew(cache: TranslationCache, folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FORK, str(folder)], timeout=60, check=False)

    assert done.returncode == 0
    assert len(cache.find([b"before", b"child", b"parent"])) == 3


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_process_killed_while_it_writes_leaves_a_whole_file_with_all_that_it_had_finished(folder: Path) -> None:
    finished = {}
    for name in "abcd":
        with subprocess.Popen([sys.executable, "-c", WRITER, str(folder), name], stdout=subprocess.PIPE) as process:
            assert process.stdout
            for line in process.stdout:
                if (lot := int(line)) == 12:
                    process.send_signal(signal.SIGKILL)
                    break
            finished[name] = max([lot, *map(int, process.stdout)])
        assert process.returncode == -signal.SIGKILL

    with TranslationCache(folder) as cache:
        for name, last in finished.items():
            keys = [f"{name} {lot} {k}".encode() for lot in range(last + 1) for k in range(20)]
            assert len(cache.find(keys)) == len(keys)
        assert cache.contents().n_entries % 20 == 0  # a lot is there, or not
        assert cache.trouble == ""
    connection = sqlite3.connect(cache.path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_copy_of_the_folder_is_a_cache_too(folder: Path, tmp_path: Path) -> None:
    with TranslationCache(folder) as cache:
        cache.keep(ENTRIES)
    shutil.copytree(folder, tmp_path / "copy")

    with TranslationCache(tmp_path / "copy") as copy:
        assert copy.find(ENTRIES) == ENTRIES
