"""The SQLite file under the cache: opened for its owner alone, on any disk, whatever state it is in."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_APPLICATION, _SCHEMA_VERSION = 0x706E7463, 1  # "pntc"
_SCHEMA = (
    """CREATE TABLE outputs (key BLOB PRIMARY KEY, text TEXT NOT NULL, score REAL NOT NULL, n_tokens INTEGER NOT NULL,
    checksum INTEGER NOT NULL, used_day INTEGER NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX outputs_by_day ON outputs (used_day)",
    "CREATE TABLE contents (identity BLOB PRIMARY KEY, hash BLOB NOT NULL) WITHOUT ROWID",
)
_TABLES = ("outputs", "contents")
_LOCK_SECONDS = 5.0
_LARGEST_LOG_BYTES = 4_000_000
_NETWORKS = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "lustre", "gluster", "virtiofs", "fuse.")


class UnusableError(Exception):
    """The file is somebody else's, or of a newer version; it is left alone."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the file for reading and writing, and make it, its folder and its tables where they are missing.

    Raises:
        sqlite3.Error: it cannot be opened, or is damaged.
        OSError: it cannot be made.
        UnusableError: it is not ours to write to.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # SQLite would ask the umask; the log takes after the file
    connection = sqlite3.connect(path, timeout=_LOCK_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        _prepare(connection)
        _choose_journal(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that cannot be written.

    Raises:
        sqlite3.Error: it cannot be opened, or is damaged.
        UnusableError: it is of another version.
    """
    log = path.with_name(f"{path.name}-wal")
    # Without its log nobody writes to it: then it can be read without locks, which would have to be written.
    how = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, check_same_thread=False)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        _require_version(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the lock for one transaction: all of it is written, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_writable(path: Path) -> bool:
    """Tell whether the file can be written, or made: its folder too, for the log."""
    nearest = next((folder for folder in path.parents if folder.exists()), path.parent)
    return os.access(nearest, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def is_damage(reason: Exception) -> bool:
    """Tell damage from everything else that may be wrong."""
    name = getattr(reason, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def files_of(path: Path) -> tuple[Path, ...]:
    """Return the log's files and the file itself, in the order in which they may be taken away.

    A log that outlives its file would be taken for the log of the next one.
    """
    return (*(path.with_name(path.name + ending) for ending in ("-wal", "-journal", "-shm")), path)


def damaged_file(path: Path) -> Path:
    """Return where a damaged file is put."""
    return path.with_name(f"{path.name}.damaged")


def put_aside(path: Path) -> bool:
    """Rename a damaged file, the last one only; tell whether that was possible."""
    *logs, file = files_of(path)
    try:
        for log in logs:
            log.unlink(missing_ok=True)
        file.replace(damaged_file(path))
    except FileNotFoundError:
        return True  # another process was faster
    except OSError:
        return False
    return True


def _prepare(connection: sqlite3.Connection) -> None:
    if _version(connection) == (_APPLICATION, _SCHEMA_VERSION):
        return
    with writing(connection):  # another process may have been faster
        application, version = _version(connection)
        if application not in {0, _APPLICATION} or (not application and _has_tables(connection)):
            raise UnusableError("is not a cache of polyglot-news")
        if version > _SCHEMA_VERSION:
            raise UnusableError("is of a newer version of polyglot-news")
        if version < _SCHEMA_VERSION:
            for table in _TABLES:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")


def _require_version(connection: sqlite3.Connection) -> None:
    if _version(connection) != (_APPLICATION, _SCHEMA_VERSION):
        raise UnusableError("is of another version, and cannot be written")


def _version(connection: sqlite3.Connection) -> tuple[int, int]:
    return _number(connection, "PRAGMA application_id"), _number(connection, "PRAGMA user_version")


def _has_tables(connection: sqlite3.Connection) -> bool:
    return _number(connection, "SELECT count(*) FROM sqlite_master") > 0


def _number(connection: sqlite3.Connection, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])


def _choose_journal(connection: sqlite3.Connection, path: Path) -> None:
    """Let others read while one writes: by a log, which needs memory that all processes share.

    Where that fails, or the file system is another machine's, the journal that SQLite has by itself does.
    """
    if _is_on_network(path):
        connection.execute("PRAGMA journal_mode = DELETE")
        return
    with suppress(sqlite3.OperationalError):  # no shared memory, or another process is at it
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may cost the last batches, never the file
        connection.execute(f"PRAGMA journal_size_limit = {_LARGEST_LOG_BYTES}")


def _is_on_network(path: Path) -> bool:
    """Tell by the table of mounts; where there is none, by the name alone."""
    place = path.resolve()
    if place.drive.startswith("\\\\"):
        return True
    try:
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    mounts = (line.partition(" - ") for line in lines)
    kinds = {left.split(" ")[4].replace("\\040", " "): right.split(" ")[0] for left, _, right in mounts if right}
    nearest = next((str(folder) for folder in place.parents if str(folder) in kinds), "")
    return kinds.get(nearest, "").startswith(_NETWORKS)
