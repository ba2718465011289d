"""A .argosmodel file onto the disk, as if it came from an enemy: nothing is seen of it until all of it is checked.

Every entry is judged by its name, kind, packing and declared size before anything is written. The package is unpacked
beside the folder of packages, not in it: Argos Translate takes every folder in there for a package and fails on a half
one. Then it is moved in by one rename. What a killed install leaves behind is swept away by the next one.

Only what translation needs is unpacked. The folder stanza/ holds pickles, which run as programs when they are loaded:
it is left in the zip. Argos Translate 1.11 then finds sentence ends by its own means.
"""

from __future__ import annotations

import errno
import io
import lzma
import os
import re
import shutil
import stat
import tempfile
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from polyglot_news.errors import InputError, PackageDamagedError, PackageError, cause_of
from polyglot_news.translation.packages import METADATA

_MOST_ENTRIES = 2_000  # real packages have 10 to 30
_LARGEST_BYTES = 8_000_000_000  # the largest packages that Argos offers unpack to about 1 GB
# Weights hardly shrink, vocabularies to a fifth; a bomb is a thousand times its file.
_TIGHTEST_RATIO, _RATIO_MATTERS_BYTES = 100, 5_000_000
_LARGEST_OTHER_BYTES = 200_000_000  # all but weights is read into memory as a whole; vocabularies have some MB
_WEIGHTS = {".bin", ".onnx"}
# LZMA may ask for 4 GB of memory before the first byte comes out; packages are deflated or stored.
_PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# Windows drops dots and spaces at the end, which makes one file of two names.
_SAFE_PART = re.compile(r"[\w+(]([\w .+()-]*[\w+()-])?")
_DEVICES = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)(\..*)?", re.IGNORECASE)  # of Windows, whatever their ending
_LARGEST_READ_BYTES = 4_000_000  # the directory of 2,000 files has 200 KB; Python reads as much as a zip tells it to
_WANTED_FOLDERS = {"model", "minisbd"}
_PICKLES = {".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".joblib"}
_LEFTOVER_AFTER_SECONDS = 3_600  # an install takes seconds; what is older belongs to nobody
_CHUNK_BYTES = 1 << 20
_ASIDE = ".replaced"  # inside a staging folder; no package is called so
_MOST_TURNS = 20
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)
_DOWNLOAD_AGAIN = "it is truncated or not an Argos package: download it again"


def unpack(file: Path, staging: Path, *, shown: str = "") -> Path:
    """Check a .argosmodel file and unpack it.

    Args:
        file: as the user typed it.
        staging: an empty folder to unpack into.
        shown: what errors call the file, where that is not its path.

    Returns:
        The folder of the package inside `staging`; its name is that of the zip's top folder.

    Raises:
        InputError: there is no such file.
        PackageDamagedError: it is no zip, truncated, incomplete or tries to do harm.
        PackageError: there is no room for it.
    """
    require_file(file)
    shown = shown or str(file)
    try:
        with _Sips(file) as raw, zipfile.ZipFile(raw) as package:
            top = _checked_top(package.infolist(), shown)
            _require_room(package.infolist(), staging, file.stat().st_size, shown)
            for entry in package.infolist():
                if _is_wanted(entry):
                    _extract(package, entry, staging / entry.filename)
    except _BROKEN_ZIP:
        raise PackageDamagedError(f"{shown}: is not a whole zip file", hint=_DOWNLOAD_AGAIN) from None
    except OSError as reason:
        what = cause_of(reason)
        raise PackageError(f"{shown}: cannot be unpacked: {what}", hint="check permissions and free space") from None
    return staging / top


@contextmanager
def staging_beside(folder: Path) -> Iterator[Path]:
    """Give a new empty folder on the disk of `folder`, removed at the end; sweep away what killed installs left."""
    folder.mkdir(parents=True, exist_ok=True)
    folder = folder.resolve()
    beside = folder.parent
    if beside.stat().st_dev != folder.stat().st_dev or not os.access(beside, os.W_OK):
        beside = folder  # renaming works on one disk only
    prefix = f".{folder.name}-installing-"
    for leftover in beside.glob(f"{prefix}*"):
        with suppress(FileNotFoundError):  # another install has just ended, or swept it away
            if time.time() - leftover.lstat().st_mtime > _LEFTOVER_AFTER_SECONDS:
                _sweep(leftover, folder)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=beside, ignore_cleanup_errors=True) as staging:
        yield Path(staging)


def move_in(package: Path, target: Path, staging: Path) -> None:
    """Move a checked package to its place; what stood there goes only when the new one stands.

    Installs of one name at one time do not hinder each other: each finds the place free or frees it; the last stays.
    """
    asides = staging / _ASIDE
    for turn in range(_MOST_TURNS):
        aside = asides / str(turn) / target.name
        aside.parent.mkdir(parents=True)
        with suppress(FileNotFoundError):
            target.rename(aside)
        try:
            package.rename(target)
        except OSError as reason:
            if turn < _MOST_TURNS - 1 and reason.errno in {errno.EEXIST, errno.ENOTEMPTY}:
                continue  # another install was faster
            if aside.exists() and not target.exists():
                aside.rename(target)
            raise
        return


def require_file(file: Path) -> None:
    """Refuse what is no file, before anything is made for it.

    Raises:
        InputError: it is missing, or a folder.
    """
    if not file.exists():
        raise InputError(f"{file}: no such file", hint="check the path of the .argosmodel file")
    if not file.is_file():
        raise InputError(f"{file}: is not a file", hint="give the .argosmodel file itself")


class _Sips(io.BufferedReader):
    """A file of which only so much is read at once, whatever the zip says of the size of its directory."""

    def __init__(self, file: Path) -> None:
        super().__init__(io.FileIO(file))

    def read(self, size: int | None = -1, /) -> bytes:
        most = _LARGEST_READ_BYTES + 1
        read = super().read(most if size is None or size < 0 else min(size, most))
        if len(read) == most:
            raise zipfile.BadZipFile
        return read


def _sweep(leftover: Path, folder: Path) -> None:
    """Remove what a killed install left, and put back what it had just put aside."""
    for aside in leftover.glob(f"{_ASIDE}/*/*"):
        if not (folder / aside.name).exists():
            aside.rename(folder / aside.name)
    shutil.rmtree(leftover, ignore_errors=True)


def _checked_top(entries: list[zipfile.ZipInfo], shown: str) -> str:
    if len(entries) > _MOST_ENTRIES:
        raise PackageDamagedError(f"{shown}: holds {len(entries)} files, which no package does", hint=_DOWNLOAD_AGAIN)
    for entry in entries:
        if reason := _harm_in(entry):
            name = entry.orig_filename.encode("unicode_escape").decode()[:80]
            hint = "do not use this file; get the package from where Argos Translate offers it"
            raise PackageDamagedError(f"{shown}: {reason}: {name}", hint=hint)
    paths = [PurePosixPath(entry.filename) for entry in entries]
    tops = {path.parts[0] for path in paths}
    if len(tops) != 1:
        raise PackageDamagedError(f"{shown}: holds {len(tops)} folders at its top, not one", hint=_DOWNLOAD_AGAIN)
    files = [path for path, entry in zip(paths, entries, strict=True) if not entry.is_dir()]
    distinct = {unicodedata.normalize("NFC", str(path)).casefold() for path in files}  # as on a Mac
    if len(distinct) < len(files) or {parent for path in files for parent in path.parents} & {*files}:
        raise PackageDamagedError(f"{shown}: holds two files of one name", hint=_DOWNLOAD_AGAIN)
    top = tops.pop()
    if not _SAFE_PART.fullmatch(top):
        raise PackageDamagedError(f"{shown}: the folder at its top has a hidden name", hint=_DOWNLOAD_AGAIN)
    if PurePosixPath(top, METADATA) not in files:
        raise PackageDamagedError(f"{shown}: {top}/{METADATA} is missing", hint=_DOWNLOAD_AGAIN)
    return top


def _harm_in(entry: zipfile.ZipInfo) -> str:
    name = entry.orig_filename  # before Python cut it at a NUL or turned its slashes
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if name.startswith("/") or re.match(r"[A-Za-z]:|\\", name):
        return "holds an absolute path"
    if ".." in re.split(r"[/\\]", name):
        return "holds a path that leads out of the package"
    if not all(map(_is_safe, name.removesuffix("/").split("/"))):
        return "holds a name that is not safe"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "holds a link or a device"
    return _bomb_in(entry)


def _bomb_in(entry: zipfile.ZipInfo) -> str:
    if entry.compress_type not in _PACKINGS:
        return "holds a file that is packed as in no package"
    if entry.file_size > max(_RATIO_MATTERS_BYTES, _TIGHTEST_RATIO * entry.compress_size):
        return "holds a file that swells without end"
    if entry.file_size > _LARGEST_OTHER_BYTES and PurePosixPath(entry.filename).suffix.lower() not in _WEIGHTS:
        return "holds a file of absurd size"
    return ""


def _is_safe(part: str) -> bool:
    return (_SAFE_PART.fullmatch(part) is not None or _is_hidden(part)) and not _DEVICES.fullmatch(part)


def _is_hidden(part: str) -> bool:
    """.gitattributes and the like: harmless below the top, where nothing of them is unpacked."""
    return re.fullmatch(r"\.[\w-][\w.-]*", part) is not None


def _require_room(entries: list[zipfile.ZipInfo], staging: Path, file_bytes: int, shown: str) -> None:
    n_bytes = sum(entry.file_size for entry in entries if _is_wanted(entry))
    if n_bytes > _LARGEST_BYTES:
        raise PackageDamagedError(
            f"{shown}: unpacks to {n_bytes // 10**9} GB, which no package does", hint=_DOWNLOAD_AGAIN
        )
    # Entries may lie on top of each other, and then each of them looks harmless.
    if n_bytes > max(_RATIO_MATTERS_BYTES, _TIGHTEST_RATIO * file_bytes):
        raise PackageDamagedError(f"{shown}: swells without end", hint=_DOWNLOAD_AGAIN)
    free_bytes = shutil.disk_usage(staging).free
    if n_bytes > free_bytes:
        room = f"needs {n_bytes // 10**6} MB, {free_bytes // 10**6} MB are free"
        raise PackageError(f"{shown}: {room}", hint="make room, or choose another folder by ARGOS_PACKAGES_DIR")


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(entry.filename)
    inside = path.parts[1:]
    if entry.is_dir() or not inside or any(part.startswith(".") for part in inside) or path.suffix.lower() in _PICKLES:
        return False
    return len(inside) == 1 or inside[0] in _WANTED_FOLDERS


def _extract(package: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with package.open(entry) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK_BYTES):
            left -= len(chunk)
            if left < 0:  # more than it declared
                raise zipfile.BadZipFile
            file.write(chunk)
    if left:
        raise zipfile.BadZipFile
