"""A package file from the network onto the disk: it goes on where it broke off, in this run or in a later one.

What has come so far lies beside its place as FILE.<address>.part, with what the server said of it (size, ETag or
Last-Modified) in a small JSON file. The rest is asked for with Range and If-Range, so that a file which has changed in
the meantime is sent whole instead of being sewn together from two. What came from one address is never gone on with
from another. Source: RFC 9110, 13.1.5, 14.2 and 15.3.7.

A size that is known must be the size that comes, a SHA-256 that is known must be that of the file, and what does not
begin and end like a zip file is thrown away; then the next address is tried.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from polyglot_news.errors import PackageError, cause_of
from polyglot_news.translation.fetching import Answer, FetchError, FetchSettings, ask
from polyglot_news.translation.trust import sha256_of

_T = TypeVar("_T")
_ZIP_MARK = b"PK\x03\x04"
_WHOLE, _PART, _NOT_THERE = 200, 206, 416
_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15})")
_LARGEST_NOTE_BYTES, _LONGEST_VALIDATOR_CHARS = 10_000, 500
_GETTING_ON_BYTES = 1 << 20  # so much more, and the count of tries begins again
_SPARE_BYTES = 50_000_000  # a disk is not to be filled to the brim
_FORGOTTEN_SECONDS = 30 * 86_400


def _silent(*_said: object) -> None:
    pass


_OTHER_FILE = "a file with another SHA-256 than the one that is known"


@dataclass(frozen=True, slots=True)
class Watch:
    """What the user hears of a download."""

    progress: Callable[[int, int], None] = _silent  # bytes that are there, bytes that there will be; 0: not known
    notice: Callable[[str], None] = _silent


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be downloaded, and what is known of it before."""

    file: Path  # what has come of it lies beside this place
    shown: str  # what messages call it
    size_bytes: int | None = None
    sha256: frozenset[str] = frozenset()  # it has one of these; empty where nothing is known
    largest_bytes: int = 8_000_000_000


def fetch_small(address: str, largest_bytes: int, settings: FetchSettings, watch: Watch) -> bytes:
    """Return what an address holds, trying again where that may help.

    Raises:
        FetchError: it gives nothing, or more than `largest_bytes`.
    """

    def once() -> bytes:
        with ask(address, {}, settings) as answer:
            body = bytearray()
            for piece in answer.pieces:
                body += piece
                if len(body) > largest_bytes:
                    raise FetchError(f"{answer.host} sends more than {largest_bytes:,} bytes", is_lasting=True)
            if answer.status != _WHOLE or len(body) < (_length(answer.headers) or 0):
                raise FetchError(f"{answer.host} breaks off")
            return bytes(body)

    return _persistently(once, lambda: 0, settings, watch)


def download(addresses: Sequence[str], target: Target, settings: FetchSettings, watch: Watch) -> tuple[str, Path]:
    """Download a file from the first of its addresses that gives it.

    Returns:
        The address that it came from, and the whole file; it lies there until `discard`.

    Raises:
        PackageError: none gives it, or the disk has no room; what has come so far is kept.
    """
    failed: list[str] = []
    _forget_old(target.file.parent)
    for address in dict.fromkeys(addresses):
        part = _Part.of(address, target.file)
        try:
            _persistently(_Step(part, target, settings, watch), part.size, settings, watch)
            _require_sound(part, target)
        except FetchError as error:
            failed.append(error.message)
            watch.notice(f"{target.shown}: {error.message}")
            continue
        except OSError as reason:
            what = cause_of(reason)
            raise PackageError(f"{target.file.parent}: cannot be written: {what}", hint="make room there") from None
        return address, part.file
    hint = "try again later, it goes on where it broke off; or fetch the file elsewhere, then pn models install FILE"
    if any(one.endswith(_OTHER_FILE) for one in failed):
        hint = "try another --mirror; if its publisher has changed it: --accept-new-hash, or pn models install FILE"
    said = "; ".join(failed) or "there is no address for it that can be used"
    raise PackageError(f"{target.shown}: cannot be downloaded: {said}", hint=hint)


def discard(file: Path) -> None:
    """Remove all that has come of a file, from whatever address."""
    for one in file.parent.glob(f"{file.name}.*.part*"):
        one.unlink(missing_ok=True)


def _persistently(once: Callable[[], _T], size: Callable[[], int], settings: FetchSettings, watch: Watch) -> _T:
    """Try until it is done or there is no hope; `size` says how far it is."""
    n_failed, begin = 0, size()
    furthest = begin
    while True:
        try:
            return once()
        except FetchError as error:
            if size() >= furthest + _GETTING_ON_BYTES:
                n_failed, furthest = 0, size()
            n_failed += 1
            # Without a way to the server most computers are simply offline; in the middle of a file it comes back.
            is_offline = error.is_unreachable and size() <= begin
            if error.wait_seconds > settings.longest_pause_seconds:
                raise FetchError(f"{error.message}, and asks to wait {error.wait_seconds / 60:.0f} min") from None
            if error.is_lasting or is_offline or n_failed >= settings.tries:
                raise
            pause = min(settings.first_pause_seconds * 2 ** (n_failed - 1), settings.longest_pause_seconds)
            pause = max(error.wait_seconds, pause * (1 + settings.jitter()) / 2)
            watch.notice(f"{error.message}; trying again in {pause:.0f} s")
            settings.sleep(pause)


@dataclass(frozen=True, slots=True)
class _Note:
    """What a server said of a file."""

    size_bytes: int | None
    validator: str  # for If-Range; "": it cannot be gone on with


@dataclass(frozen=True, slots=True)
class _Part:
    """What has come so far from one address."""

    address: str
    file: Path
    note_file: Path

    @classmethod
    def of(cls, address: str, file: Path) -> _Part:
        mark = hashlib.sha256(address.encode()).hexdigest()[:8]
        part = file.with_name(f"{file.name}.{mark}.part")
        return cls(address, part, part.with_name(f"{part.name}.json"))

    def size(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0

    def note(self) -> _Note:
        try:
            with self.note_file.open("rb") as opened:
                found = json.loads(opened.read(_LARGEST_NOTE_BYTES))
            size, validator = found["size_bytes"], found["validator"]
        except (OSError, ValueError, RecursionError, LookupError, TypeError):  # killed while it was written
            return _Note(None, "")
        is_whole = isinstance(validator, str) and validator.isprintable() and isinstance(size, int | None)
        return _Note(size, validator) if is_whole else _Note(None, "")

    def write_note(self, note: _Note) -> None:
        text = json.dumps({"address": self.address, "size_bytes": note.size_bytes, "validator": note.validator})
        self.note_file.write_text(text, "utf-8")

    def clear(self) -> None:
        self.note_file.unlink(missing_ok=True)
        self.file.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Step:
    """One question for the part that is missing."""

    part: _Part
    target: Target
    settings: FetchSettings
    watch: Watch

    def __call__(self) -> None:
        note, begin = self.part.note(), self.part.size()
        if begin and begin == note.size_bytes:
            return
        if not note.validator or begin > (note.size_bytes or begin):
            begin = 0
        headers = {"Range": f"bytes={begin}-", "If-Range": note.validator} if begin else {}
        with ask(self.part.address, headers, self.settings) as answer:
            if answer.status == _WHOLE:
                begin, total = 0, _length(answer.headers)
            else:
                total = self._rest_of(answer, begin, note)
            _require_size(total, self.target, answer.host)
            _require_room((total or 0) - begin, self.target)
            self._take(answer, begin, total)

    def _rest_of(self, answer: Answer, begin: int, note: _Note) -> int:
        """Make sure that this is the rest of what is there, and return the size of the whole."""
        range_there = _CONTENT_RANGE.fullmatch(answer.headers.get("content-range", "").strip())
        known = note.size_bytes
        is_rest = begin and answer.status == _PART and range_there and int(range_there[1]) == begin
        is_same = answer.headers.get("etag", note.validator) == note.validator or not note.validator.startswith('"')
        if not range_there or not is_rest or not is_same or int(range_there[2]) != (known or int(range_there[2])):
            self.part.clear()
            raise FetchError(f"{answer.host} has no rest that fits to what is there")
        return int(range_there[2])

    def _take(self, answer: Answer, begin: int, total: int | None) -> None:
        pieces, done = answer.pieces, begin
        if not begin:
            pieces = _zip_pieces(answer)  # looked at before what is there gives way to it
        of_all = f" of {total / 1e6:.1f}" if total else ""
        goes_on = f"goes on at {begin / 1e6:.1f}{of_all} MB" if begin else f"{(total or 0) / 1e6:.1f} MB"
        self.watch.notice(f"{self.target.shown}: {goes_on} from {answer.host}")
        with self.part.file.open("r+b" if begin else "wb") as file:
            if not begin:
                self.part.write_note(_Note(total, _validator(answer.headers)))
            file.seek(begin)
            file.truncate()
            for piece in pieces:
                done += len(piece)
                if done > (total or self.target.largest_bytes):
                    raise FetchError(f"{answer.host} sends more than it should", is_lasting=True)
                file.write(piece)
                self.watch.progress(done, total or 0)
        if done < (total or 0):
            raise FetchError(f"{answer.host} breaks off")


def _zip_pieces(answer: Answer) -> Iterator[bytes]:
    """Let nothing pass that does not begin as a package: pages of errors and of sign-ins come with status 200 too."""
    head = b""
    while len(head) < len(_ZIP_MARK):
        piece = next(answer.pieces, b"")
        if not piece:
            break
        head += piece
    if not head:
        raise FetchError(f"{answer.host} breaks off")
    if not head.startswith(_ZIP_MARK):
        raise FetchError(f"{answer.host} sends something else than a package", is_lasting=True)
    return chain([head], answer.pieces)


def _validator(headers: Mapping[str, str]) -> str:
    """Return what If-Range takes: a strong ETag, else the date; RFC 9110, 13.1.5."""
    etag = headers.get("etag", "")
    validator = etag if etag.startswith('"') else headers.get("last-modified", "")
    is_usable = validator.isascii() and validator.isprintable() and len(validator) <= _LONGEST_VALIDATOR_CHARS
    return validator if is_usable else ""


def _length(headers: Mapping[str, str]) -> int | None:
    text = headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(1 << 60)) else None


def _require_size(total: int | None, target: Target, host: str) -> None:
    if total is None:
        return
    if target.size_bytes not in {None, total}:
        said = f"{host} offers {total:,} bytes, the index says {target.size_bytes:,}"
        raise FetchError(said, is_lasting=True)
    if total > target.largest_bytes:
        raise FetchError(f"{host} offers {total:,} bytes, which no package has", is_lasting=True)


def _require_room(n_bytes: int, target: Target) -> None:
    free = shutil.disk_usage(target.file.parent).free
    if n_bytes + _SPARE_BYTES > free:
        room = f"{n_bytes / 1e6:.0f} MB are to come, {free / 1e6:.0f} MB are free in {target.file.parent}"
        raise PackageError(f"{target.shown}: {room}", hint="make room, or choose another folder by XDG_CACHE_HOME")


def _require_sound(part: _Part, target: Target) -> None:
    """Throw away what is not what was asked for."""
    said = ""
    if target.size_bytes not in {None, part.size()}:
        said = f"{part.size():,} bytes, the index says {target.size_bytes:,}"
    elif target.sha256 and sha256_of(part.file) not in target.sha256:
        said = _OTHER_FILE
    elif not zipfile.is_zipfile(part.file):
        said = "a file that is not whole"
    if said:
        part.clear()
        raise FetchError(f"{part.address} gives {said}", is_lasting=True)


def _forget_old(folder: Path) -> None:
    for part in folder.glob("*.part*"):
        if part.exists() and time.time() - part.stat().st_mtime > _FORGOTTEN_SECONDS:
            part.unlink(missing_ok=True)
