"""How sure a difference is: fitted on pairs of paragraphs with known edits that the networks had not seen."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp


def confidence_of(measured: Sequence[float], weights: Sequence[float]) -> float:
    """Say how likely a run of words is a true difference, 0..1: logistic regression.

    Args:
        measured: of the run.
        weights: one for each number, then the constant.
    """
    total = float(weights[-1]) + sum(
        value * float(weight) for value, weight in zip(measured, weights[:-1], strict=True)
    )
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


def weakened(confidence: float, doubt: float) -> float:
    """Lower a confidence by a doubt, 0..1: a doubt of 1 leaves nothing."""
    return confidence * (1.0 - doubt)
