"""A .argosmodel file onto the disk, as if it came from an enemy: nothing is seen of it until all of it is checked.

Every entry is judged by its name, kind and declared size before anything is written. The package is unpacked beside
the folder of packages, not in it: Argos Translate takes every folder in there for a package and fails on a half one.
Then it is moved in by one rename. What a killed install leaves behind is swept away by the next one.

Only what translation needs is unpacked. The folder stanza/ holds pickles, which run as programs when they are loaded:
it is left in the zip. Argos Translate 1.11 then finds sentence ends by its own means.
"""

from __future__ import annotations

import lzma
import os
import re
import shutil
import stat
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from polyglot_news.errors import InputError, PackageDamagedError, PackageError
from polyglot_news.translation.packages import METADATA

_MOST_ENTRIES = 2_000  # real packages have 10 to 30
_LARGEST_BYTES = 8_000_000_000  # the largest packages that Argos offers unpack to about 1 GB
# Weights hardly shrink, vocabularies to a fifth; a bomb is a thousand times its file.
_TIGHTEST_RATIO, _RATIO_MATTERS_BYTES = 100, 5_000_000
_SAFE_PART = re.compile(r"[\w+(][\w .+()-]*")
_WANTED_FOLDERS = {"model", "minisbd"}
_PICKLES = {".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".joblib"}
_LEFTOVER_AFTER_SECONDS = 3_600  # an install takes seconds; what is older belongs to nobody
_CHUNK_BYTES = 1 << 20
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)
_DOWNLOAD_AGAIN = "it is truncated or not an Argos package: download it again"


def unpack(file: Path, staging: Path) -> Path:
    """Check a .argosmodel file and unpack it.

    Args:
        file: as the user typed it.
        staging: an empty folder to unpack into.

    Returns:
        The folder of the package inside `staging`; its name is that of the zip's top folder.

    Raises:
        InputError: there is no such file.
        PackageDamagedError: it is no zip, truncated, incomplete or tries to do harm.
        PackageError: there is no room for it.
    """
    require_file(file)
    try:
        with zipfile.ZipFile(file) as package:
            top = _checked_top(package.infolist(), file)
            _require_room(package.infolist(), staging, file)
            for entry in package.infolist():
                if _is_wanted(entry):
                    _extract(package, entry, staging / entry.filename)
    except _BROKEN_ZIP:
        raise PackageDamagedError(f"{file}: is not a whole zip file", hint=_DOWNLOAD_AGAIN) from None
    except OSError as reason:
        what = (reason.strerror or "unknown reason").lower()
        raise PackageError(f"{file}: cannot be unpacked: {what}", hint="check permissions and free space") from None
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
        if time.time() - leftover.stat().st_mtime > _LEFTOVER_AFTER_SECONDS:
            shutil.rmtree(leftover, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=beside, ignore_cleanup_errors=True) as staging:
        yield Path(staging)


def move_in(package: Path, target: Path, staging: Path) -> None:
    """Move a checked package to its place; what stood there goes only when the new one stands."""
    aside = staging / "replaced"
    if target.exists():
        target.rename(aside)
    try:
        package.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise


def require_file(file: Path) -> None:
    """Refuse what is no file, before anything is made for it.

    Raises:
        InputError: it is missing, or a folder.
    """
    if not file.exists():
        raise InputError(f"{file}: no such file", hint="check the path of the .argosmodel file")
    if not file.is_file():
        raise InputError(f"{file}: is not a file", hint="give the .argosmodel file itself")


def _checked_top(entries: list[zipfile.ZipInfo], file: Path) -> str:
    if len(entries) > _MOST_ENTRIES:
        raise PackageDamagedError(f"{file}: holds {len(entries)} files, which no package does", hint=_DOWNLOAD_AGAIN)
    for entry in entries:
        if reason := _harm_in(entry):
            name = entry.orig_filename.encode("unicode_escape").decode()[:80]
            hint = "do not use this file; get the package from where Argos Translate offers it"
            raise PackageDamagedError(f"{file}: {reason}: {name}", hint=hint)
    paths = [PurePosixPath(entry.filename) for entry in entries]
    tops = {path.parts[0] for path in paths}
    if len(tops) != 1:
        raise PackageDamagedError(f"{file}: holds {len(tops)} folders at its top, not one", hint=_DOWNLOAD_AGAIN)
    files = [path for path, entry in zip(paths, entries, strict=True) if not entry.is_dir()]
    if len({str(path).casefold() for path in files}) < len(files) or {parent for p in files for parent in p.parents} & {
        *files
    }:
        raise PackageDamagedError(f"{file}: holds two files of one name", hint=_DOWNLOAD_AGAIN)
    top = tops.pop()
    if not _SAFE_PART.fullmatch(top):
        raise PackageDamagedError(f"{file}: the folder at its top has a hidden name", hint=_DOWNLOAD_AGAIN)
    if PurePosixPath(top, METADATA) not in files:
        raise PackageDamagedError(f"{file}: {top}/{METADATA} is missing", hint=_DOWNLOAD_AGAIN)
    return top


def _harm_in(entry: zipfile.ZipInfo) -> str:
    name = entry.orig_filename  # before Python cut it at a NUL or turned its slashes
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if name.startswith("/") or re.match(r"[A-Za-z]:|\\", name):
        return "holds an absolute path"
    if ".." in re.split(r"[/\\]", name):
        return "holds a path that leads out of the package"
    if not all(_SAFE_PART.fullmatch(part) or _is_hidden(part) for part in name.removesuffix("/").split("/")):
        return "holds a name that is not safe"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "holds a link or a device"
    if entry.file_size > max(_RATIO_MATTERS_BYTES, _TIGHTEST_RATIO * entry.compress_size):
        return "holds a file that swells without end"
    return ""


def _is_hidden(part: str) -> bool:
    """.gitattributes and the like: harmless below the top, where nothing of them is unpacked."""
    return re.fullmatch(r"\.[\w-][\w.-]*", part) is not None


def _require_room(entries: list[zipfile.ZipInfo], staging: Path, file: Path) -> None:
    n_bytes = sum(entry.file_size for entry in entries if _is_wanted(entry))
    if n_bytes > _LARGEST_BYTES:
        raise PackageDamagedError(
            f"{file}: unpacks to {n_bytes // 10**9} GB, which no package does", hint=_DOWNLOAD_AGAIN
        )
    free_bytes = shutil.disk_usage(staging).free
    if n_bytes > free_bytes:
        room = f"needs {n_bytes // 10**6} MB, {free_bytes // 10**6} MB are free"
        raise PackageError(f"{file}: {room}", hint="make room, or choose another folder by ARGOS_PACKAGES_DIR")


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
