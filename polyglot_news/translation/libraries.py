"""Versions of installed libraries, read without loading them."""

from __future__ import annotations

import sys
from pathlib import Path


def version_of(name: str) -> str:
    """Return the version of an installed distribution.

    By the name of its folder of metadata, as the standard says: importlib.metadata takes ten times as long to import as
    this takes to look, and is asked only where no such folder lies.

    Args:
        name: as the folder has it: in small letters, words joined by underscores.

    Raises:
        PackageNotFoundError: it is not installed.
    """
    for place in sys.path:
        for folder in Path(place).glob(f"{name}-*.dist-info"):
            return folder.name.removeprefix(f"{name}-").removesuffix(".dist-info")
    from importlib import metadata  # noqa: PLC0415  # brings email along

    return metadata.version(name)
