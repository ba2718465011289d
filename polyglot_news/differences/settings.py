"""What can be set in the search for differences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from polyglot_news.differences.network import MODEL
from polyglot_news.model import Level

_DIGITS = 8  # of a SHA-256: enough to tell models apart


class Sensitivity(StrEnum):
    """How much a reader wants to see, in words instead of a number."""

    STRICT = "strict"  # few alarms, nearly all of them right
    NORMAL = "normal"  # the measured balance of false alarms and misses
    ALL = "all"  # everything that there is a hint for


# The least confidence that is reported: 3, 8 and some 20 false spans in a hundred clean pairs of documents left out,
# benchmarks/differences.py, 2026-11-24.
LEAST_CONFIDENCE: Mapping[Sensitivity, float] = MappingProxyType(
    {Sensitivity.STRICT: 0.75, Sensitivity.NORMAL: 0.5, Sensitivity.ALL: 0.25}
)


@dataclass(frozen=True, slots=True)
class DifferenceSettings:
    """Which differences are handed on."""

    min_confidence: float = LEAST_CONFIDENCE[Sensitivity.NORMAL]
    levels: frozenset[Level] = frozenset(Level)
    model: Path | None = None  # None for the one that comes along

    @classmethod
    def of(cls, sensitivity: Sensitivity) -> DifferenceSettings:
        """Return the settings of a named sensitivity."""
        return cls(min_confidence=LEAST_CONFIDENCE[sensitivity])

    @property
    def signature(self) -> str:
        """Name a model that is not the one that comes along by the first digits of its SHA-256; "" for that one."""
        if self.model is None:
            return ""
        ours, theirs = (sha256(file.read_bytes()).hexdigest()[:_DIGITS] for file in (MODEL, self.model))
        return "" if theirs == ours else theirs
