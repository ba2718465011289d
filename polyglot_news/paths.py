"""Where packages and what polyglot-news brings along live; the only reader of the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def packages_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder in which Argos Translate itself keeps its packages; it may not exist yet.

    Source: argostranslate.settings (1.11): ARGOS_PACKAGES_DIR, else XDG_DATA_HOME, else ~/.local/share.
    """
    if chosen := environment.get("ARGOS_PACKAGES_DIR"):
        return Path(chosen).expanduser()
    data_home = environment.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(data_home).expanduser() / "argos-translate" / "packages"


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Return the folder for translated sentences; it may not exist yet. None: the user wants none, or has no home.

    POLYGLOT_NEWS_CACHE names another folder; empty or 0 switches it off. Source: the XDG Base Directory Specification
    (a relative path is no setting), and where macOS and Windows keep what can be made again.
    """
    chosen = environment.get("POLYGLOT_NEWS_CACHE")
    if chosen in {"", "0"}:
        return None
    home = environment.get("XDG_CACHE_HOME", "")
    local = environment.get("LOCALAPPDATA")
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


def native_settings(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the variables by which the native libraries under CTranslate2 choose how to reckon, "NAME=value" each."""
    prefixes = ("CT2_", "DNNL_", "MKL_", "ONEDNN_")
    return tuple(sorted(f"{name}={value}" for name, value in environment.items() if name.startswith(prefixes)))


def bundled_folder(name: str) -> Path:
    """Return a folder of what polyglot-news brings along: starter, lexicon, schema, demo."""
    return Path(__file__).parent / "data" / name


def permissions_of(file: Path) -> int:
    """Return the permissions that a file has, or that a new one would get; those of temporary files are narrower."""
    if file.exists():
        return file.stat().st_mode & 0o7777
    mask = os.umask(0)  # it can be read only by being set
    os.umask(mask)
    return 0o666 & ~mask


def colour_preference(environment: Mapping[str, str] = os.environ) -> bool | None:
    """Return whether the environment asks for colour: NO_COLOR, TERM=dumb, FORCE_COLOR; None where it says nothing."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    forced = environment.get("FORCE_COLOR")
    if forced:
        return forced not in {"0", "false"}
    return None


def screen_columns(environment: Mapping[str, str] = os.environ) -> int | None:
    """Return the width that the environment asks for by COLUMNS; None where it says nothing sensible."""
    columns = environment.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) > 0 else None
