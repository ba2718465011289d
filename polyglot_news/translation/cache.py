"""Translated sentences of earlier runs, in one SQLite file that any number of processes share.

A row is found by the hash of all that decides about an output, so the sentence itself is not kept. Each row has a
checksum: what a failing disk has changed is translated again. Nothing about the file is ever an error: where it cannot
be used, sentences are translated, and `trouble` says why.

Each batch is written in one short transaction, so that a killed process loses the batch that it was at.
"""

from __future__ import annotations

import math
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

from polyglot_news.translation.cache_file import (
    UnusableError,
    connect,
    connect_to_read,
    damaged_file,
    files_of,
    is_damage,
    is_writable,
    put_aside,
    writing,
)

FILE = "translations.sqlite3"
LARGEST_BYTES = 500_000_000  # some two million sentences
_KEYS_AT_ONCE = 500
_MOST_CONTENTS = 1_000  # of packages, each some hundred bytes
_DAY_SECONDS = 86_400
_FOUND = "SELECT key, text, score, n_tokens, checksum, used_day FROM outputs WHERE key IN ({})"
_OLDEST = "DELETE FROM outputs WHERE key IN (SELECT key FROM outputs ORDER BY used_day LIMIT ?)"
_T = TypeVar("_T")


class Entry(NamedTuple):
    """What a model made of one sentence."""

    text: str
    score: float
    n_tokens: int


class Contents(NamedTuple):
    """How much is kept; bytes on the disk, filled or free to be filled again."""

    n_entries: int
    n_bytes: int


def _today() -> int:
    return int(time.time() // _DAY_SECONDS)


class TranslationCache:
    """Owns the connection to the file: opens it at first use, lets go of it at the end of `with`."""

    def __init__(self, folder: Path, *, largest_bytes: int = LARGEST_BYTES, today: Callable[[], int] = _today) -> None:
        """Open nothing yet.

        Args:
            folder: made, for its owner alone, when there is something to keep.
            largest_bytes: beyond, what was not used for longest goes.
            today: days since some day.
        """
        self.path = folder / FILE
        self.trouble = ""  # why it is not read or written any more, in one line
        self._largest_bytes = largest_bytes
        self._today = today
        self._connection: sqlite3.Connection | None = None
        self._owner = 0  # the process that opened it
        self._inherited: list[sqlite3.Connection | None] = []
        self._is_readable = self._is_writable = True
        self._touched: set[bytes] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Note what was used, once a day for each entry, and let go of the file; the next use opens it again."""
        if self._touched:
            self._guarded(self._touch, None, writes=True)
        self._disconnect()

    def find(self, keys: Iterable[bytes]) -> dict[bytes, Entry]:
        """Return what is known, by key."""
        return self._guarded(lambda connection: self._found(connection, keys), {})

    def keep(self, entries: Mapping[bytes, Entry]) -> None:
        """Remember outputs, all of them or none."""
        if entries:
            self._guarded(lambda connection: self._keep(connection, entries), None, writes=True)

    def find_hash(self, identity: bytes) -> bytes | None:
        """Return the hash of files that were hashed before, by all that tells whether they are the same."""
        statement = "SELECT hash FROM contents WHERE identity = ?"
        row = self._guarded(lambda connection: connection.execute(statement, (identity,)).fetchone(), None)
        return row[0] if row and isinstance(row[0], bytes) else None

    def keep_hash(self, identity: bytes, content: bytes) -> None:
        """Remember the hash of files."""
        self._guarded(lambda connection: _keep_hash(connection, identity, content), None, writes=True)

    def contents(self) -> Contents:
        """Count; nothing where there is no file, or none that can be read."""
        count = "SELECT count(*) FROM outputs"
        n_entries = self._guarded(lambda connection: int(connection.execute(count).fetchone()[0]), 0)
        n_bytes = 0
        for file in files_of(self.path):
            with suppress(OSError):
                n_bytes += file.stat().st_size
        return Contents(n_entries, n_bytes)

    def clear(self) -> int:
        """Forget everything, and return the number of entries that are gone.

        What stood in the file is overwritten. The file itself stays, small: others may have it open.
        """
        n_entries = self._guarded(_clear, 0, writes=True) if self.path.exists() else 0
        with suppress(OSError):
            damaged_file(self.path).unlink(missing_ok=True)
        return n_entries

    def _guarded(self, work: Callable[[sqlite3.Connection], _T], otherwise: _T, *, writes: bool = False) -> _T:
        """Do something with the file, if that is possible; what is damaged is put aside, and a new file begun."""
        for is_last in (False, True):
            try:
                connection = self._connected(create=writes)
                if connection and (self._is_writable or not writes):
                    return work(connection)
            except (sqlite3.Error, OSError, UnusableError) as reason:
                self._disconnect()
                if is_damage(reason) and put_aside(self.path) and not is_last:
                    continue
                self._give_up(reason, reading_too=not writes)
            return otherwise
        return otherwise

    def _give_up(self, reason: Exception, *, reading_too: bool) -> None:
        """Stop writing where that failed; a disk may be full, and what stands on it can be read."""
        line = " ".join(str(reason).split()) or type(reason).__name__
        self.trouble = f"{self.path}: {line}"
        self._is_writable = False
        self._is_readable = not (reading_too or isinstance(reason, UnusableError))

    def _connected(self, *, create: bool) -> sqlite3.Connection | None:
        if self._owner != os.getpid():  # a lock is not inherited: a fork opens the file anew, and closes nothing
            self._inherited.append(self._connection)
            self._connection, self._owner = None, os.getpid()
        if self._connection or not self._is_readable or not (create or self.path.exists()):
            return self._connection
        if self._is_writable and not is_writable(self.path):
            self._is_writable = False
            self.trouble = f"{self.path}: cannot be written"
        if self._is_writable:
            self._connection = connect(self.path)
        elif self.path.exists():
            self._connection = connect_to_read(self.path)
        return self._connection

    def _disconnect(self) -> None:
        if self._connection and self._owner == os.getpid():
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _found(self, connection: sqlite3.Connection, keys: Iterable[bytes]) -> dict[bytes, Entry]:
        found, today = {}, self._today()
        for some in _in_lots(keys):
            for key, text, score, n_tokens, checksum, day in connection.execute(
                _FOUND.format(",".join("?" * len(some))), some
            ):
                entry = Entry(text, score, n_tokens)
                if _checksum(key, entry) == checksum:
                    found[key] = entry
                    if day != today:
                        self._touched.add(key)
        return found

    def _keep(self, connection: sqlite3.Connection, entries: Mapping[bytes, Entry]) -> None:
        today = self._today()
        rows = [
            (key, one.text, one.score, one.n_tokens, _checksum(key, one), today)
            for key, one in entries.items()
            if not math.isnan(one.score)  # SQLite takes it for nothing
        ]
        with writing(connection):
            connection.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)", rows)
            if _bytes_filled(connection) > self._largest_bytes:
                self._note_use(connection)
                connection.execute(_OLDEST, (2 * len(rows),))

    def _touch(self, connection: sqlite3.Connection) -> None:
        with writing(connection):
            self._note_use(connection)

    def _note_use(self, connection: sqlite3.Connection) -> None:
        today = self._today()
        statement = "UPDATE outputs SET used_day = ? WHERE key = ?"
        connection.executemany(statement, [(today, key) for key in sorted(self._touched)])
        self._touched.clear()


def _in_lots(keys: Iterable[bytes]) -> Iterator[list[bytes]]:
    rest = iter(keys)
    while some := list(islice(rest, _KEYS_AT_ONCE)):
        yield some


def _checksum(key: bytes, entry: Entry) -> int:
    return zlib.crc32(
        f"{entry.score!r} {entry.n_tokens} {entry.text}".encode("utf-8", "surrogatepass"), zlib.crc32(key)
    )


def _bytes_filled(connection: sqlite3.Connection) -> int:
    n_pages, n_free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (n_pages - n_free) * size


def _keep_hash(connection: sqlite3.Connection, identity: bytes, content: bytes) -> None:
    with writing(connection):
        if connection.execute("SELECT count(*) FROM contents").fetchone()[0] >= _MOST_CONTENTS:
            connection.execute("DELETE FROM contents")
        connection.execute("INSERT OR REPLACE INTO contents VALUES (?, ?)", (identity, content))


def _clear(connection: sqlite3.Connection) -> int:
    connection.execute("PRAGMA secure_delete = ON")
    with writing(connection):
        n_entries = int(connection.execute("SELECT count(*) FROM outputs").fetchone()[0])
        connection.execute("DELETE FROM outputs")
        connection.execute("DELETE FROM contents")
    with suppress(sqlite3.OperationalError):  # others are reading
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return n_entries
