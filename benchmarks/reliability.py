"""What a link's score is worth: how often links of a score are right, on edited news editions.

usage: python benchmarks/reliability.py NEWS.json [--mode provided argos lexicon] [--profile news loose] [--seed 1 2]
                                                [--held-out FOLD0.json FOLD1.json]
"right" is a link that the gold has exactly so, "right, lax" one that shares paragraphs of both sides with a gold link.
ECE is the expected calibration error: how far the share of right links is from their mean score, over bins of equal
width, weighed by the links in each. Brier is the mean square of score minus outcome, 0 or 1. 0 is best for both.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from news import NAMES, Document, Editing, cases, read_documents
from ours import MODES, Translate, aligned, translating
from scoring import completed, is_overlapping


@dataclass(frozen=True, slots=True)
class Outcome:
    """A link's score, and whether it was right."""

    score: float
    is_right: bool
    is_lax_right: bool


def main() -> None:
    """Print a table for each mode."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--mode", nargs="+", choices=MODES, default=list(MODES), metavar="MODE", help=", ".join(MODES))
    parser.add_argument("--profile", nargs="+", choices=NAMES, default=["news"], metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--n", type=int, default=60, help="documents of each profile and seed")
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument(
        "--held-out", type=Path, nargs="+", default=[], metavar="FILE", help="networks without fold 0, 1 .."
    )
    parser.add_argument("--bins", type=int, default=10)
    options = parser.parse_args()
    documents = read_documents(options.news)
    edits = [Editing(profile, seed, options.n) for profile in options.profile for seed in options.seed]
    for mode in options.mode:
        with translating(mode) as by:
            outcomes = [outcome for edit in edits for outcome in _outcomes(documents, edit, by, options.held_out)]
        profiles, seeds = ", ".join(options.profile), ", ".join(map(str, options.seed))
        print(f"{mode}: {profiles}; {options.n} documents, seed {seeds}\n")
        print("\n".join([*_table(outcomes, options.bins), "", *_summary(outcomes, options.bins), ""]), flush=True)


def _outcomes(
    documents: Sequence[Document], edit: Editing, by: Translate, held_out: Sequence[Path]
) -> Iterator[Outcome]:
    for case in cases(documents, edit):
        gold = completed(case.edited.gold, len(case.edited.originals), len(case.edited.base))
        for link in aligned(case, by, held_out).links:
            bead = (link.edition, link.base)
            yield Outcome(link.score, bead in gold, is_overlapping(bead, gold))


def _table(outcomes: Sequence[Outcome], n_bins: int) -> Iterator[str]:
    yield "| score | links | mean score | right | right, lax |"
    yield "| --- | --- | --- | --- | --- |"
    bins = {f"{k / n_bins:.2f} to {(k + 1) / n_bins:.2f}": held for k, held in enumerate(_binned(outcomes, n_bins))}
    for name, held in {**bins, "all": outcomes}.items():
        if held:
            shares = (_mean_score(held), _share_right(held), _share_lax(held))
            yield f"| {name} | {len(held)} | {' | '.join(f'{share:.3f}' for share in shares)} |"


def _summary(outcomes: Sequence[Outcome], n_bins: int) -> Iterator[str]:
    total = max(1, len(outcomes))
    bins = [held for held in _binned(outcomes, n_bins) if held]
    for name, share in (("right", _share_right), ("right, lax", _share_lax)):
        error = sum(len(held) * abs(_mean_score(held) - share(held)) for held in bins) / total
        brier = sum((one.score - share([one])) ** 2 for one in outcomes) / total
        yield f"{name}: ECE {error:.3f}, Brier {brier:.3f}"


def _binned(outcomes: Sequence[Outcome], n_bins: int) -> list[list[Outcome]]:
    """Sort into bins of equal width; a score of 1.0 belongs to the last."""
    bins: list[list[Outcome]] = [[] for _ in range(n_bins)]
    for one in outcomes:
        bins[min(int(one.score * n_bins), n_bins - 1)].append(one)
    return bins


def _mean_score(held: Sequence[Outcome]) -> float:
    return sum(one.score for one in held) / max(1, len(held))


def _share_right(held: Sequence[Outcome]) -> float:
    return sum(one.is_right for one in held) / max(1, len(held))


def _share_lax(held: Sequence[Outcome]) -> float:
    return sum(one.is_lax_right for one in held) / max(1, len(held))


if __name__ == "__main__":
    main()
