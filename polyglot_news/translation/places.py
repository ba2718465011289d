"""Where what is known of packages is kept: beside the folder of Argos Translate, never in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from polyglot_news.errors import PackageError
from polyglot_news.paths import cache_folder


def records_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for hashes and origins of packages; it may not exist yet."""
    return Path(environment.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "polyglot-news" / "packages"


def downloads_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for files that are being downloaded; it may not exist yet.

    Not where POLYGLOT_NEWS_CACHE puts translations, or switches them off: a download must be able to go on.

    Raises:
        PackageError: the user has no home.
    """
    folder = cache_folder({name: value for name, value in environment.items() if name != "POLYGLOT_NEWS_CACHE"})
    if folder is None:
        raise PackageError("there is no folder for downloads", hint="name one by XDG_CACHE_HOME")
    return folder / "downloads"
