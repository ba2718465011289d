"""Which packages are trusted, and what was installed: hashes that come along, and hashes of the first use.

The first package of a name and version that is installed here sets its hash; another one under the same name and
version is refused until the user says that it is meant. The hash is one of the content that translates (model,
tokenizer, metadata in one form), not of the zip file, so that a package that was exported and carried over is still
the same. Beside it stand, for every installed package, where it came from and a hash of each of its files, by which
damage on the disk is found.

All of it lies in a folder of our own, a small JSON file for each; Argos Translate's folder holds packages alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from polyglot_news.errors import PackageDamagedError, PackageError, cause_of
from polyglot_news.paths import bundled_folder, records_folder, replacing
from polyglot_news.translation.locking import locked
from polyglot_news.translation.packages import METADATA, TRANSLATE, Package, read_metadata

_LARGEST_RECORD_BYTES = 5_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHOWN_DIGITS = 12
_OWN = 0o600  # permissions: what was installed from where is nobody else's business


@dataclass(frozen=True, slots=True)
class Seal:
    """The hashes of a package, all SHA-256 in hexadecimal digits."""

    content: str  # of what translates, whatever zip it came in
    files: Mapping[str, str]  # path inside the package -> hash


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an installed package came from."""

    source: str  # an address or a file
    date: str  # ISO 8601, a day
    file_sha256: str  # of the .argosmodel file


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is recorded of packages; nothing is remembered, the disk is asked."""

    folder: Path = field(default_factory=records_folder)  # it may not exist

    def approve(self, package: Package, seal: Seal, *, accept_new_hash: bool = False) -> None:
        """Let a package be installed if it is the one that its name and version stood for before.

        Raises:
            PackageDamagedError: it is another one.
            PackageError: nothing can be recorded.
        """
        record = self.folder / "hashes" / f"{_slug(name_of(package))}.json"
        with self._writing():
            known = _read(record).get("content")
            if known and known != seal.content and not accept_new_hash:
                raise _is_another(package, str(known), seal)
            if known != seal.content:
                _write(record, {"package": name_of(package), "content": seal.content})

    def record(self, package: Package, seal: Seal, origin: Origin) -> None:
        """Remember what was installed and where it came from.

        Raises:
            PackageError: nothing can be recorded.
        """
        content = {
            "folder": str(_place(package.folder)),
            "package": name_of(package),
            "bytes": package.size_bytes,
            **asdict(origin),
            "files": dict(seal.files),
        }
        with self._writing():
            _write(self._record_of(package.folder), content)

    def origin_of(self, package: Package) -> Origin | None:
        """Return where an installed package came from; None where another program has put it there."""
        found = self._found(package)
        texts = [found.get(key) for key in ("source", "date", "file_sha256")]
        source, date, file_sha256 = (text if isinstance(text, str) else "" for text in texts)
        return Origin(source, date, file_sha256) if source else None

    def changes_in(self, package: Package) -> tuple[str, ...]:
        """Return the files of a package that are not as they were installed; none where nothing is recorded."""
        files = self._found(package).get("files")
        if not isinstance(files, dict):
            return ()
        now = seal_of(package).files
        # A file that has come in addition is nobody's business, unless the model would read it.
        added = {path for path in now if path not in files and path.startswith("model/")}
        return tuple(sorted({path for path, known in files.items() if now.get(path) != known} | added))

    def forget(self, folder: Path) -> None:
        """Forget what was installed in a folder; the hash of its name and version stays."""
        self._record_of(folder).unlink(missing_ok=True)

    def forget_hash(self, name: str) -> None:
        """Let the next package of this name and version be the first again."""
        (self.folder / "hashes" / f"{_slug(name)}.json").unlink(missing_ok=True)

    def name_in(self, folder: Path) -> str:
        """Return the name and version of what was installed in a folder; "" where nothing is recorded."""
        return str(_read(self._record_of(folder)).get("package", ""))

    def _found(self, package: Package) -> Mapping[str, object]:
        found = _read(self._record_of(package.folder))
        is_it = (found.get("folder"), found.get("package")) == (str(_place(package.folder)), name_of(package))
        return found if is_it else {}

    def _record_of(self, folder: Path) -> Path:
        place = _place(folder)
        return self.folder / "installed" / f"{_slug(place.name, str(place))}.json"

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.folder / ".lock", waiting=lambda: None):
                yield
        except OSError as reason:
            what = cause_of(reason)
            hint = "check its permissions, or choose another folder by XDG_DATA_HOME"
            raise PackageError(f"{self.folder}: cannot be written: {what}", hint=hint) from None


def name_of(package: Package) -> str:
    """Return what Argos calls the package, and its version: the key of its hash, whatever its folder is called."""
    return f"{TRANSLATE}-{package.from_code}_{package.to_code} {package.version}"


def seal_of(package: Package) -> Seal:
    """Return the hashes of a package on the disk.

    Raises:
        PackageError: it cannot be read.
    """
    try:
        inside = sorted(path for path in package.folder.rglob("*") if path.is_file() and not path.is_symlink())
        files = {path.relative_to(package.folder).as_posix(): sha256_of(path) for path in inside}
        metadata = {key: one for key, one in read_metadata(package.folder, package.name).items() if key != "shares"}
    except OSError as reason:
        what = cause_of(reason)
        raise PackageError(f"{package.name}: cannot be read: {what}", hint="check its permissions") from None
    parts = {path: one for path, one in files.items() if path == package.tokenizer_file.name or _is_of_model(path)}
    parts[METADATA] = hashlib.sha256(json.dumps(metadata, sort_keys=True).encode()).hexdigest()
    content = "".join(f"{one} {path}\n" for path, one in sorted(parts.items()))
    return Seal(hashlib.sha256(content.encode()).hexdigest(), files)


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file, as hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def known_sha256(name: str, file: Path | None = None) -> frozenset[str]:
    """Return the hashes of good .argosmodel files of a name and version that come along; none where none is known."""
    known = _known("sha256", file).get(name, [])
    return frozenset(one for one in known if isinstance(one, str) and _SHA256.fullmatch(one))


def known_bytes(name: str, file: Path | None = None) -> int | None:
    """Return the size of the .argosmodel file of a name and version; None where it is not known."""
    known = _known("bytes", file).get(name)
    return known if isinstance(known, int) else None


@cache
def _known(what: str, file: Path | None) -> Mapping[str, Any]:
    listed = _read(file or bundled_folder("packages") / "known.json").get(what)
    return listed if isinstance(listed, dict) else {}


def _is_another(package: Package, known: str, seal: Seal) -> PackageDamagedError:
    hashes = f"its hash was {known[:_SHOWN_DIGITS]}… and is {seal.content[:_SHOWN_DIGITS]}… now"
    hint = "if its publisher has changed it: --accept-new-hash, or pn models remove NAME first"
    return PackageDamagedError(f"{name_of(package)}: is not the package that was installed before: {hashes}", hint=hint)


def _is_of_model(path: str) -> bool:
    return path.startswith("model/") and path.count("/") == 1  # as export takes them along


def _place(folder: Path) -> Path:
    return folder.parent.resolve() / folder.name


def _slug(name: str, distinct: str = "") -> str:
    """A name as a file can have it, and still its own."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", name)[:80]
    return f"{plain}-{hashlib.sha256((distinct or name).encode()).hexdigest()[:8]}"


def _read(file: Path) -> Mapping[str, object]:
    try:
        with file.open("rb") as opened:
            found = json.loads(opened.read(_LARGEST_RECORD_BYTES))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):  # to go on as if nothing were known would let anything in
        raise PackageError(f"{file}: cannot be read", hint="it holds hashes of packages; delete it to begin anew")
    return found


def _write(file: Path, content: Mapping[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with replacing(file, _OWN) as new:
        new.write(json.dumps(content, ensure_ascii=False, indent=1).encode())
