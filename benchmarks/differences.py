"""How well differences inside linked pairs are found: words, spans, sentences, false alarms, confidence, speed.

usage: python benchmarks/differences.py PAIRS.jsonl [--n 600] [--by type language tier length kind]
       python benchmarks/differences.py PAIRS.jsonl --mode provided argos lexicon --peers
       python benchmarks/differences.py --corpora
PAIRS.jsonl: pairs of paragraphs with known edits, and clean ones that differ in wording only; see README.md. They are
packed into articles, aligned, and what is found inside links of one paragraph a side is held against the gold.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from differences_baselines import BASELINES, Baseline, baseline_pairs
from differences_ours import How, Run, run
from differences_pairs import Row, Sample, read_rows
from differences_scoring import Pair, curve
from differences_stories import measure_stories
from differences_tables import (
    GROUPS,
    HEAD,
    as_json,
    figures,
    groups,
    kinds,
    points,
    reliability,
)
from ours import MODES

_UNSCORED = "framing"  # what a loaded word is taken for; the gold calls most of it clean


def main() -> None:
    """Measure what the options ask for."""
    options = _options()
    written: dict[str, Any] = {}
    for path in options.pairs:
        rows = read_rows(path, Sample(options.n, options.seed, options.documents))
        written[path.name] = _measure(path.name, rows, options)
    if options.corpora:
        modes = [mode for mode in options.mode if mode != "provided"] or list(MODES[1:])
        written["corpora"] = {mode: measure_stories(mode, options.confidence, options.model) for mode in modes}
    if options.json:
        options.json.write_text(json.dumps(written, indent=1) + "\n", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="*", metavar="PAIRS.jsonl")
    parser.add_argument("--n", type=int, help="pairs, drawn by the seed; all of them if left out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pack", type=int, default=20, help="pairs an article")
    parser.add_argument("--documents", type=_fold, metavar="FOLD/FOLDS", help="only of documents in this fold: 0/5")
    parser.add_argument("--mode", nargs="+", choices=MODES, default=["provided"], metavar="MODE", help=", ".join(MODES))
    parser.add_argument("--model", type=Path, help="in place of the one in the wheel")
    parser.add_argument("--confidence", type=float, default=0.5, help="from which on a difference counts")
    parser.add_argument("--by", nargs="+", choices=(*GROUPS, "kind"), default=[], help="tables of parts")
    parser.add_argument("--framing", action="store_true", help="count framing too, as the gold has it")
    parser.add_argument("--peers", action="store_true", help="simpler ways and DiffAlign beside it")
    parser.add_argument("--corpora", action="store_true", help="the stories in corpora/ too")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all figures there")
    options = parser.parse_args()
    if not options.pairs and not options.corpora:
        parser.error("give PAIRS.jsonl, or --corpora")
    return options


def _fold(text: str) -> tuple[int, int]:
    fold, n_folds = (int(part) for part in text.split("/"))
    if not 0 <= fold < n_folds:
        raise argparse.ArgumentTypeError(f"{text}: the first fold is 0, the last one less than their number")
    return fold, n_folds


def _measure(name: str, rows: Sequence[Row], options: argparse.Namespace) -> dict[str, Any]:
    """Measure every mode, and the peers beside the translation given."""
    written: dict[str, Any] = {}
    for mode in options.mode:
        how = How(mode, options.pack, options.model)
        done = run(rows, how)
        print(f"\n## {name}, {mode}\n\n{_cost(done)}\n", flush=True)
        scored = done.pairs if options.framing else [_without(pair, _UNSCORED) for pair in done.pairs]
        systems = {"polyglot-news": scored}
        if options.peers and mode == "provided":
            systems |= {one.name: _beside(one, rows) for one in BASELINES if one.available()}
        print("\n".join(_tables(systems, options)), flush=True)
        if "kind" in options.by:
            print("\n".join(["", *kinds(done.pairs, options.confidence)]), flush=True)
        written[mode] = {
            **_cost_figures(done),
            **{key: as_json(held, options.confidence) for key, held in systems.items()},
        }
    missing = [f"- {one.name}: not installed ({one.install})" for one in BASELINES if not one.available()]
    print("\n".join(["", *missing]) if options.peers else "", flush=True)
    return written


def _beside(baseline: Baseline, rows: Sequence[Row]) -> list[Pair]:
    clock = time.process_time()
    pairs = baseline_pairs(baseline, rows)
    speed = len(pairs) / max(1e-9, time.process_time() - clock)
    print(f"{baseline.name}: {speed:.0f} pairs/s of processor time\n", flush=True)
    return pairs


def _tables(systems: dict[str, list[Pair]], options: argparse.Namespace) -> list[str]:
    lines = [*HEAD]
    for name, pairs in systems.items():
        lines += figures(name, pairs, options.confidence)
    lines += ["", *points({name: curve(pairs) for name, pairs in systems.items()})]
    ours = systems["polyglot-news"]
    for key in options.by:
        if key != "kind":
            lines += ["", *groups(key, ours, options.confidence)]
    return [*lines, "", *reliability(ours)]


def _without(pair: Pair, kind: str) -> Pair:
    return replace(pair, found=tuple(one for one in pair.found if one.kind != kind))


def _cost(done: Run) -> str:
    cost = _cost_figures(done)
    left_out = f"{done.unlinked} not linked 1-1, {done.shifted} whose white space is not as read, both left out"
    speed = f"find_differences alone {cost['pairs_per_second']:.0f} pairs/s"
    speed += f", with alignment {cost['pairs_per_second_aligned']:.0f} pairs/s of processor time"
    return f"{len(done.pairs)} pairs; {left_out}. {speed}; peak {done.peak_megabytes:.0f} MB."


def _cost_figures(done: Run) -> dict[str, float]:
    finding, aligning = done.finding_seconds, done.aligning_seconds
    return {
        "pairs": len(done.pairs),
        "unlinked": done.unlinked,
        "shifted": done.shifted,
        "pairs_per_second": done.n_timed / max(1e-9, finding),
        "pairs_per_second_aligned": done.n_timed / max(1e-9, finding + aligning),
        "peak_megabytes": done.peak_megabytes,
    }


if __name__ == "__main__":
    main()
