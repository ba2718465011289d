"""Under which licence a package is given: as its metadata says, else as its LICENSE or README does."""

from __future__ import annotations

import re
from pathlib import Path

from polyglot_news.translation.packages import Package

_LARGEST_BYTES = 100_000
_LONGEST_CHARS = 40
_NAMES = re.compile(
    r"\b(CC[ -]?0(?:[ -]1\.0)?|CC[ -]BY(?:[ -](?:SA|NC|ND))*(?:[ -]\d\.\d)?|MIT|BSD(?:[ -]\d-Clause)?|"
    r"Apache(?: License,? Version| License)?[ -]2(?:\.0)?|[AL]?GPL(?:[ -]?v?\d(?:\.\d)?)?|MPL[ -]?2(?:\.0)?)\b"
)
_SPEAKS_OF_IT = re.compile(r"licen[cs]e", re.IGNORECASE)


def licence_of(package: Package) -> str:
    """Return the licence in a few words, with the file that names it; "" where none does."""
    if package.licence:
        return package.licence
    for pattern, is_licence in (("LICEN[CS]E*", True), ("README*", False)):
        for file in sorted(package.folder.glob(pattern)):
            if said := _named(_text(file), everywhere=is_licence):
                return f"{said} ({file.name})"
            if is_licence and file.is_file():
                return f"see {file.name}"
    return ""


def _named(text: str, *, everywhere: bool) -> str:
    """The first licence that is named; in a README only near the word licence."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        near = everywhere or any(_SPEAKS_OF_IT.search(one) for one in lines[max(0, at - 2) : at + 1])
        if near and (found := _NAMES.search(line)):
            return found[0][:_LONGEST_CHARS]
    return ""


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return opened.read(_LARGEST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
