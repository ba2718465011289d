"""Runs of tokens that nothing answers, and how much unanswered text stands in their place on the other side.

Equal amounts on both sides are another wording; an amount on one side alone is a real difference.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

_FARTHEST = 12  # tokens between two partners that still frame one place


@dataclass(frozen=True, slots=True)
class Gap:
    """Tokens [first, last] that nothing answers."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """Number of tokens."""
        return self.last - self.first + 1


def gaps(n_tokens: int, held: Collection[int]) -> tuple[Gap, ...]:
    """Find the longest runs of positions that are not held, in order."""
    found: list[Gap] = []
    for k in range(n_tokens):
        if k in held:
            continue
        if found and found[-1].last == k - 1:
            found[-1] = Gap(found[-1].first, k)
        else:
            found.append(Gap(k, k))
    return tuple(found)


def opposite(gap: Gap, partners: Mapping[int, int], held: Collection[int], size: int) -> tuple[int, ...]:
    """Positions on the other side that stand in the place of a gap and are unanswered themselves.

    Args:
        gap: on this side.
        partners: positions of this side -> positions of the other.
        held: positions of the other side that are answered.
        size: of the other side.
    """
    before = max((k for k in partners if k < gap.first), default=None)
    after = min((k for k in partners if k > gap.last), default=None)
    left = partners[before] if before is not None else -1
    right = partners[after] if after is not None else size
    if left < right and (right - left <= _FARTHEST + 2 * gap.size or before is None or after is None):
        return tuple(k for k in range(left + 1, right) if k not in held)
    return tuple(dict.fromkeys((*_free(left + 1, 1, held, size), *_free(right - 1, -1, held, size))))


def _free(start: int, step: int, held: Collection[int], size: int) -> Sequence[int]:
    found, k = [], start
    while 0 <= k < size and k not in held:
        found.append(k)
        k += step
    return found
