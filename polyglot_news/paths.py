"""Where packages, caches and what polyglot-news brings along live, and how a file takes the place of another.

Which folder it is, the environment may say.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from polyglot_news.environment import VARIABLES
from polyglot_news.errors import PackageError


def packages_folder(variables: Mapping[str, str] = VARIABLES) -> Path:
    """Return the folder in which Argos Translate itself keeps its packages; it may not exist yet.

    Source: argostranslate.settings (1.11): ARGOS_PACKAGES_DIR, else XDG_DATA_HOME, else ~/.local/share.
    """
    if chosen := variables.get("ARGOS_PACKAGES_DIR"):
        return Path(chosen).expanduser()
    return _data_home(variables) / "argos-translate" / "packages"


def records_folder(variables: Mapping[str, str] = VARIABLES) -> Path:
    """Return the folder for hashes and origins of packages, beside that of Argos Translate; it may not exist yet."""
    return _data_home(variables) / "polyglot-news" / "packages"


def cache_folder(variables: Mapping[str, str] = VARIABLES, platform: str = sys.platform) -> Path | None:
    """Return the folder for translated sentences; it may not exist yet. None: the user wants none, or has no home.

    POLYGLOT_NEWS_CACHE names another folder; empty or 0 switches it off. Source: the XDG Base Directory Specification
    (a relative path is no setting), and where macOS and Windows keep what can be made again.
    """
    chosen = variables.get("POLYGLOT_NEWS_CACHE")
    if chosen in {"", "0"}:
        return None
    home = variables.get("XDG_CACHE_HOME", "")
    local = variables.get("LOCALAPPDATA")
    try:
        if chosen:
            return Path(chosen).expanduser()
        if platform == "win32":
            return (Path(local) if local else Path.home() / "AppData" / "Local") / "polyglot-news" / "Cache"
        if platform == "darwin":
            return Path.home() / "Library" / "Caches" / "polyglot-news"
        return (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "polyglot-news"
    except RuntimeError:  # no home
        return None


def downloads_folder(variables: Mapping[str, str] = VARIABLES) -> Path:
    """Return the folder for files that are being downloaded; it may not exist yet.

    Not where POLYGLOT_NEWS_CACHE puts translations, or switches them off: a download must be able to go on.

    Raises:
        PackageError: the user has no home.
    """
    folder = cache_folder({name: value for name, value in variables.items() if name != "POLYGLOT_NEWS_CACHE"})
    if folder is None:
        raise PackageError("there is no folder for downloads", hint="name one by XDG_CACHE_HOME")
    return folder / "downloads"


def bundled_folder(name: str) -> Path:
    """Return a folder of what polyglot-news brings along: starter, lexicon, schema, demo."""
    return Path(__file__).parent / "data" / name


@contextmanager
def replacing(file: Path, mode: int) -> Iterator[IO[bytes]]:
    """Give a file to write to that takes the place of another once it is whole; what was there stays until then.

    Args:
        file: the place, in a folder that exists.
        mode: permissions of the new file.

    Raises:
        OSError: it cannot be written there.
    """
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".polyglot-news-", delete=False) as new:
        written = Path(new.name)
        try:
            yield new
            new.close()
            written.chmod(mode)
            written.replace(file)
        finally:
            written.unlink(missing_ok=True)


def permissions_of(file: Path) -> int:
    """Return the permissions that a file has, or that a new one would get; those of temporary files are narrower."""
    if file.exists():
        return file.stat().st_mode & 0o7777
    mask = os.umask(0)  # it can be read only by being set
    os.umask(mask)
    return 0o666 & ~mask


def _data_home(variables: Mapping[str, str]) -> Path:
    return Path(variables.get("XDG_DATA_HOME") or "~/.local/share").expanduser()
