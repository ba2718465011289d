"""Simpler ways to flag what is told differently, on the same pairs: each scores the words of both texts."""

from __future__ import annotations

import difflib
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from differences_ours import How, pair_of
from differences_pairs import Row
from differences_scoring import STOP, Found, Pair, Place
from peers.diffalign import DiffAlign

_WORD = re.compile(r"[^\W_]+")
Flagged = tuple[Place, float]  # a word, and how sure it is that the other text does not tell it, 0..1


class Baseline(Protocol):
    """One row of the tables."""

    @property
    def name(self) -> str:
        """As the tables say it."""
        ...

    @property
    def install(self) -> str:
        """How to come by it, in one line; empty where nothing is needed."""
        ...

    def available(self) -> bool:
        """Whether all that it needs is here."""
        ...

    def prepare(self, texts: Sequence[str]) -> None:
        """Look at all the texts before the first pair."""
        ...

    def flag(self, base: str, translation: str) -> tuple[list[Flagged], list[Flagged]]:
        """Score words of both texts."""
        ...


@dataclass(frozen=True, slots=True)
class Difflib:
    """Words that difflib's longest runs of equal words leave over, all of them as sure."""

    name: str = "difflib on words"
    install: str = ""

    def available(self) -> bool:
        """Always."""
        return True

    def prepare(self, texts: Sequence[str]) -> None:
        """Nothing."""

    def flag(self, base: str, translation: str) -> tuple[list[Flagged], list[Flagged]]:
        """Flag what is not in a run."""
        ours, theirs = list(_WORD.finditer(base)), list(_WORD.finditer(translation))
        matcher = difflib.SequenceMatcher(None, _lower(ours), _lower(theirs), autojunk=False)
        same = matcher.get_matching_blocks()
        kept = {block.a + k for block in same for k in range(block.size)}
        answered = {block.b + k for block in same for k in range(block.size)}
        return (
            [(word.span(), 1.0) for k, word in enumerate(ours) if k not in kept],
            [(word.span(), 1.0) for k, word in enumerate(theirs) if k not in answered],
        )


@dataclass(frozen=True, slots=True)
class Bag:
    """Content words whose stem the other text has nowhere, the surer the rarer they are."""

    name: str = "stems + idf"
    install: str = ""
    weights: dict[str, float] = field(default_factory=dict)

    def available(self) -> bool:
        """Always: PyStemmer comes with polyglot-news."""
        return True

    def prepare(self, texts: Sequence[str]) -> None:
        """Count in how many texts each stem is."""
        counts = Counter(stem for text in texts for stem in {_stem(word.group()) for word in _WORD.finditer(text)})
        self.weights.update({stem: math.log(len(texts) / n) / math.log(len(texts)) for stem, n in counts.items()})

    def flag(self, base: str, translation: str) -> tuple[list[Flagged], list[Flagged]]:
        """Flag stems that are missing on the other side."""
        return self._missing(base, translation), self._missing(translation, base)

    def _missing(self, text: str, other: str) -> list[Flagged]:
        told = {_stem(word.group()) for word in _WORD.finditer(other)}
        return [
            (word.span(), self.weights.get(stem, 1.0))
            for word in _WORD.finditer(text)
            if word.group().lower() not in STOP and (stem := _stem(word.group())) not in told
        ]


BASELINES: tuple[Baseline, ...] = (Difflib(), Bag(), DiffAlign())


def baseline_pairs(baseline: Baseline, rows: Sequence[Row]) -> list[Pair]:
    """Flag every pair; each word is a difference of its own, those that adjoin are joined where they are counted."""
    usable = [row for row in rows if not row.is_shifted]
    baseline.prepare([text for row in usable for text in (row.base, row.translation)])
    return [pair_of(row, list(_found(baseline, row)), How()) for row in usable]


def _found(baseline: Baseline, row: Row) -> Iterator[Found]:
    in_base, in_translation = baseline.flag(row.base, row.translation)
    for place, score in in_base:
        yield Found("word", round(score, 2), (place, None))
    for place, score in in_translation:
        yield Found("word", round(score, 2), (None, place))


def _lower(words: Sequence[re.Match[str]]) -> list[str]:
    return [word.group().lower() for word in words]


@cache
def _stemmer() -> Callable[[str], str]:
    from Stemmer import Stemmer  # noqa: PLC0415  # compiled

    stem: Callable[[str], str] = Stemmer("english").stemWord
    return stem


@cache
def _stem(word: str) -> str:
    return _stemmer()(word.lower())
