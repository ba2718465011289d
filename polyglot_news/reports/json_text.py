"""JSON for screens and pipes as well as for programs: letters of every script as they are, all else escaped.

What does not print is escaped: controls, marks that turn the direction of writing, invisible characters, line
separators, halves of surrogate pairs (from names of files that are not UTF-8). Read back, none is lost or changed.
"""

from __future__ import annotations

import json
import unicodedata

# Characters that Unicode has not assigned yet do no harm, and which they are depends on the version of Python.
_SHOWN = frozenset({"Zs", "Cn"})


def json_text(document: object) -> str:
    """Write a document, indented, ending with a line end.

    Raises:
        ValueError: it holds a number that JSON has not, or itself.
    """
    return _escaped(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)) + "\n"


def json_line(document: object) -> str:
    """Write a document on one line, ending with a line end.

    Raises:
        ValueError: it holds a number that JSON has not, or itself.
    """
    return _escaped(json.dumps(document, ensure_ascii=False, allow_nan=False)) + "\n"


def _escaped(text: str) -> str:
    """Escape what stands inside strings; line ends between them are ours."""
    return text.translate({ord(one): json.dumps(one)[1:-1] for one in set(text) - {"\n"} if not _shows(one)})


def _shows(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) in _SHOWN
