"""The best set of links that share no paragraph: weighted set packing, solved exactly, large groups by HiGHS.

Candidates that compete for no paragraph cannot influence each other, so the problem falls apart into groups. Most hold
one candidate, and nearly all others a handful: those are tried out before HiGHS would be loaded, which takes 20 ms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from polyglot_news.errors import PolyglotNewsError

_HANDFUL = 8  # candidates: at most 256 sets to try


class Candidate(NamedTuple):
    """A link that could be made, and what it would be worth."""

    base: tuple[int, ...]
    edition: tuple[int, ...]
    gain: float
    similarity: float

    def at(self, base: Sequence[int], edition: Sequence[int]) -> Candidate:
        """Return the same link where its paragraphs stand at other places: the k-th at `base[k]` and `edition[k]`."""
        ours, theirs = tuple(base[i] for i in self.base), tuple(edition[j] for j in self.edition)
        return Candidate(ours, theirs, self.gain, self.similarity)

    def cells(self) -> tuple[tuple[str, int], ...]:
        """Return what the candidate occupies: its paragraphs, with their side."""
        return tuple(("base", i) for i in self.base) + tuple(("edition", j) for j in self.edition)


def choose(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Choose the disjoint candidates with the largest total gain.

    Args:
        candidates: in a fixed order; of equally good sets the one that is found first is taken, so the same input
            gives the same output. Candidates without gain are never chosen.

    Returns:
        The chosen ones, ordered by their first base paragraph, then by their first edition paragraph.
    """
    worthwhile = [candidate for candidate in candidates if candidate.gain > 0]
    chosen = [one for group in _competing(worthwhile) for one in _best_of(group)]
    return tuple(sorted(chosen, key=lambda one: (one.base, one.edition)))


def _competing(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Split into groups that share no paragraph (union-find over paragraphs)."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(cell: tuple[str, int]) -> tuple[str, int]:
        parent.setdefault(cell, cell)
        while parent[cell] != cell:
            parent[cell] = parent[parent[cell]]
            cell = parent[cell]
        return cell

    for candidate in candidates:
        first, *others = candidate.cells()
        for other in others:
            parent[root(other)] = root(first)
    groups: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[root(candidate.cells()[0])].append(candidate)
    return list(groups.values())


def _best_of(group: Sequence[Candidate]) -> Sequence[Candidate]:
    if len(group) == 1:
        return group
    return _try_all(group) if len(group) <= _HANDFUL else _solve(group)


def _try_all(group: Sequence[Candidate]) -> list[Candidate]:
    """Take or leave each candidate in turn."""
    if not group:
        return []
    first, *others = group
    occupied = set(first.cells())
    taken = [first, *_try_all([other for other in others if occupied.isdisjoint(other.cells())])]
    left = _try_all(others)
    return max(taken, left, key=lambda some: sum(one.gain for one in some))


def _solve(group: Sequence[Candidate]) -> list[Candidate]:
    import highspy  # noqa: PLC0415  # heavy
    import numpy as np  # noqa: PLC0415  # heavy

    occupants: dict[tuple[str, int], list[int]] = defaultdict(list)
    for column, candidate in enumerate(group):
        for cell in candidate.cells():
            occupants[cell].append(column)
    rows = [columns for columns in occupants.values() if len(columns) > 1]
    # Not highspy.Highs: from 1.16 on it prints a banner on stdout before it can be told to be quiet.
    model = highspy._core._Highs()  # noqa: SLF001
    model.setOptionValue("output_flag", False)  # noqa: FBT003  # HiGHS's own signature
    model.setOptionValue("threads", 1)
    for candidate in group:
        model.addVar(0.0, 1.0)
        column = model.getNumCol() - 1
        model.changeColCost(column, -candidate.gain)
        model.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    for columns in rows:
        model.addRow(0.0, 1.0, len(columns), np.array(columns, dtype=np.int32), np.ones(len(columns)))
    model.run()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        message = f"alignment: the solver stopped with {model.getModelStatus()}"
        raise PolyglotNewsError(message, hint="run again with --debug and report the article")
    values = model.getSolution().col_value
    return [candidate for candidate, value in zip(group, values, strict=True) if value > 0.5]  # noqa: PLR2004  # 0 or 1
