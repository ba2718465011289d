"""From evidence to confidence: one function for every rule, so that confidences can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

from polyglot_news.model import Evidence

_STEEPNESS = 6.0  # log-odds that one full weight of evidence is worth
_EVEN = 0.5  # sum of weights at which a difference is as likely as not


def confidence(evidence: Iterable[Evidence]) -> float:
    """Combine evidence into a confidence, 0..1: the logistic of the summed weights; half a weight is even odds."""
    total = sum(one.weight for one in evidence)
    return round(1.0 / (1.0 + exp(-_STEEPNESS * (total - _EVEN))), 3)
