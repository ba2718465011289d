"""What can be set in an alignment, with the values that measured best."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignmentSettings:
    """How links are weighed. Defaults: best strict F1 on edited news editions, benchmarks/alignment.py."""

    max_span: int = 3  # paragraphs that a link may hold on its longer side
    threshold: float = 0.22  # similarity that a link must exceed to be worth anything
    gap_threshold: float = 0.1  # the same for what stands unlinked between two neighbours that are linked
    merge_charge: float = 0.2  # for every paragraph that a link holds beyond one a side
    part_threshold: float = 0.2  # share of the weakest paragraph of a merge that the other side must hold
    part_weight: float = 2.0  # how much that counts
    extension_threshold: float = 0.17  # share of an unlinked neighbour that a link must hold to take it in
    order_bonus: float = 0.08  # for standing where the neighbours say


# Sentences of one link are known to tell much the same: less likeness is enough, and order says more.
SENTENCES = AlignmentSettings(threshold=0.15, gap_threshold=0.05, part_threshold=0.2, order_bonus=0.1)
