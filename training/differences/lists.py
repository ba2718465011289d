"""Lists of words: files in words/, and short ones in the code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_LISTS = Path(__file__).parent / "words"


def word_set(text: str) -> frozenset[str]:
    """Split words between blanks."""
    return frozenset(text.split())


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Read a list of words: one row a line, columns as they stand."""
    lines = (_LISTS / f"{name}.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line)


@cache
def column(name: str) -> tuple[str, ...]:
    """Read the first column of a list."""
    return tuple(row[0] for row in table(name))


@cache
def section(name: str, key: str) -> tuple[str, ...]:
    """Read the second column of the rows whose first is `key`."""
    return tuple(one for row in table(name) if row[0] == key for one in row[1].split("|"))
