"""What a package is made of, as one hash: two packages that have it in common translate alike.

A model has hundreds of megabytes, so its hash is remembered by what the file system says of its files: path, size, the
times of the last change of content and of entry, and the number of the file. The time of the entry cannot be set by
hand. Files that were changed a moment ago could be changed again within the same tick of the clock: those are hashed
each time, as git does.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from polyglot_news.translation.cache import TranslationCache
from polyglot_news.translation.packages import Package

_CHUNK_BYTES = 1 << 20
_UNSETTLED_SECONDS = 3.0  # FAT has the coarsest clock, of two


def content_hash(package: Package, cache: TranslationCache, now: Callable[[], float] = time.time) -> bytes:
    """Return the hash of model and tokenizer; of metadata.json nothing, its values are settings.

    Raises:
        OSError: a file cannot be read.
    """
    files = _files(package)
    before = identity(package)
    if known := cache.find_hash(before):
        return known
    digest = hashlib.blake2b(digest_size=32)
    for file in files:
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode("utf-8", "surrogatepass"))
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK_BYTES):
                digest.update(chunk)
    newest = max(max(stat.st_mtime, stat.st_ctime) for stat in (file.stat() for file in files))
    if identity(package) == before and newest + _UNSETTLED_SECONDS < now():
        cache.keep_hash(before, digest.digest())
    return digest.digest()


def identity(package: Package) -> bytes:
    """Return all that the file system says of the package's files, hashed.

    Raises:
        OSError: a file is gone.
    """
    known = []
    for file in _files(package):
        stat = file.stat()
        known.append((str(file.absolute()), stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
    return hashlib.blake2b(repr(known).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _files(package: Package) -> Sequence[Path]:
    return [*sorted(path for path in package.model_folder.iterdir() if path.is_file()), package.tokenizer_file]
