"""What can be set in the search for differences."""

from __future__ import annotations

from dataclasses import dataclass

from polyglot_news.model import Level


@dataclass(frozen=True, slots=True)
class DifferenceSettings:
    """Which differences are handed on."""

    min_confidence: float = 0.5  # the point at which false alarms become rare
    levels: frozenset[Level] = frozenset(Level)
