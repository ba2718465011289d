"""What can be set in an alignment, with the values that measured best."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AlignmentSettings:
    """How links are chosen. Defaults: best strict F1 on edited news editions, benchmarks/alignment.py."""

    max_span: int = 3  # paragraphs that a link may hold on its longer side
    least_probability: float = 0.25  # that a link must exceed to be worth anything
    networks: Path | None = None  # as training/alignment/fit.py writes them; None for those that come along
    semantic: bool = False  # ask what sentences mean, by the extra `semantic`; networks are then those fitted with it
