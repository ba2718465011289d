"""Pairs of paragraphs with gold differences, and how they are packed into articles.

PAIRS.jsonl, a pair a line: {"id", "type", "lang", "doc", "tier", "src", "mt", "en", "gold_en", "gold_mt"}: the
original, a translation of it, the base; characters [start, end) of `en` and of `mt` that the other does not tell.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from differences_scoring import Place
from news import fold_of

_SAME = 60  # first characters by which two variants of a paragraph are known


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file."""

    type: str
    language: str
    document: str
    tier: str
    original: str
    translation: str
    base: str
    gold_base: tuple[Place, ...]
    gold_translation: tuple[Place, ...]
    is_shifted: bool  # its white space is not as the articles will have it, so gold places do not fit


@dataclass(frozen=True, slots=True)
class Sample:
    """Which pairs of a file are measured."""

    n: int | None = None
    seed: int = 1
    fold: tuple[int, int] | None = None  # k of n: documents whose CRC-32 modulo n is k


def read_rows(path: Path, sample: Sample) -> list[Row]:
    """Read pairs, in the order that the seed gives them."""
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if sample.fold:
        fold, n_folds = sample.fold
        found = [one for one in found if fold_of(one["doc"], n_folds) == fold]
    random.Random(sample.seed).shuffle(found)
    return [_row(one) for one in found[: sample.n]]


def packed(rows: Sequence[Row], size: int) -> Iterator[list[Row]]:
    """Yield articles of at most `size` pairs of one language, no paragraph with a twin in its article."""
    for language in sorted({row.language for row in rows}):
        pool = [row for row in rows if row.language == language]
        while pool:
            keys: set[tuple[str, str]] = set()
            taken: list[Row] = []
            rest: list[Row] = []
            for row in pool:
                key = (row.document, row.original[:_SAME])
                if len(taken) < size and key not in keys:
                    taken.append(row)
                    keys.add(key)
                else:
                    rest.append(row)
            yield taken
            pool = rest


def _row(one: dict[str, Any]) -> Row:
    base, translation = _one_line(one["en"]), _one_line(one["mt"])
    return Row(
        one["type"],
        # English against English where there is no original
        "en" if one["lang"] == "xx" else one["lang"],
        one["doc"],
        one["tier"],
        _one_line(one["src"] or one["mt"]),
        translation,
        base,
        tuple((start, end) for start, end in one["gold_en"]),
        tuple((start, end) for start, end in one["gold_mt"]),
        is_shifted=base != one["en"] or translation != one["mt"],
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
