"""Strict and lax F1, link F1, omissions, additions and crossing recall on edited news editions, beside peers.

usage: python benchmarks/alignment.py NEWS.json                      news, translation given, beside every peer
       python benchmarks/alignment.py NEWS.json --all                four profiles, three modes, every peer
       python benchmarks/alignment.py NEWS.json --semantic           and by meaning: pip install '.[semantic]'
       python benchmarks/alignment.py NEWS.json --profile light heavy --mode lexicon --seed 1 2 3 --by-shape --cpu
NEWS.json: documents of news, each with its original, a machine translation and a human English text; see README.md.
The networks in the wheel were fitted on such documents: on WMT 2021-2023 their figures flatter. --held-out FOLD0 FOLD1
takes for each document those that were not fitted on it; training/README.md says how to make them.
Peers read the translation given, or the originals; so they stand beside us in the mode `provided`.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from news import LOOSE, NAMES, Case, Document, Editing, cases, read_documents
from ours import MODES, Translate, aligned, translating
from peers.every import PEERS
from peers.peer import Peer
from scoring import Bead, Counts, Score, completed

Linker = Callable[[Case], list[Bead]]
OURS = "polyglot-news"
SEMANTIC = "polyglot-news, with [semantic]"


@dataclass(slots=True)
class Row:
    """What a system did under one profile and mode: over all, and apart by language and by seed."""

    profile: str
    mode: str
    system: str
    score: Score = field(default_factory=Score)
    by_language: dict[str, Score] = field(default_factory=dict)
    by_seed: dict[str, Score] = field(default_factory=dict)


def main() -> None:
    """Measure what the options ask for, print one row as soon as it is known, then the tables of parts."""
    options = _options()
    documents = read_documents(options.news)
    peers = [] if options.only_ours else [peer for peer in PEERS if _is_wanted(peer, options.peers)]
    what = f"{options.n} documents, seed {', '.join(map(str, options.seed))}, {LOOSE} drops {options.loose:g}"
    print(f"{what}\n\n{_head(is_cpu=options.cpu)}", flush=True)
    rows = []
    for row in _measured(documents, options, [peer for peer in peers if peer.available()]):
        print(_line(row, is_cpu=options.cpu), flush=True)
        rows.append(row)
    missing = [f"- {peer.name}: not installed ({peer.install})" for peer in peers if not peer.available()]
    print("\n".join(["", *missing]))
    for is_asked, table in ((options.by_shape, _shapes), (options.by_language, _languages), (options.by_seed, _seeds)):
        if is_asked:
            print("\n".join(["", *table(rows)]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument(
        "--all", action="store_true", help="every profile with the translation given; news in all modes"
    )
    parser.add_argument("--profile", nargs="+", choices=NAMES, default=["news"], metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--mode", nargs="+", choices=MODES, default=["provided"], metavar="MODE", help=", ".join(MODES))
    parser.add_argument("--loose", type=float, default=0.4, help=f"share of words dropped in the profile {LOOSE}")
    parser.add_argument("--n", type=int, default=60, help="documents")
    parser.add_argument("--seed", type=int, nargs="+", default=[1], help="all are counted together; see --by-seed")
    parser.add_argument("--peers", nargs="+", help="only those whose name begins so")
    parser.add_argument(
        "--held-out", type=Path, nargs="+", default=[], metavar="FILE", help="networks without fold 0, 1 .."
    )
    parser.add_argument(
        "--semantic", type=Path, nargs="*", metavar="FILE", help="by meaning too; networks without fold 0, 1 .."
    )
    parser.add_argument("--only-ours", action="store_true")
    parser.add_argument("--by-shape", action="store_true")
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--by-seed", action="store_true")
    parser.add_argument("--cpu", action="store_true", help="seconds of processor time beside those of the clock")
    return parser.parse_args()


def _is_wanted(peer: Peer, names: Sequence[str] | None) -> bool:
    return names is None or any(peer.name.lower().startswith(name.lower()) for name in names)


def _measured(documents: Sequence[Document], options: argparse.Namespace, peers: Sequence[Peer]) -> Iterator[Row]:
    """Yield a row for each profile, mode and system."""
    wanted = [(profile, mode) for profile in options.profile for mode in options.mode]
    if options.all:
        wanted = [*((profile, "provided") for profile in NAMES), *(("news", mode) for mode in MODES[1:])]
    for profile, mode in wanted:
        edits = [Editing(profile, seed, options.n, options.loose) for seed in options.seed]
        tasks = [(str(edit.seed), case) for edit in edits for case in cases(documents, edit)]
        with translating(mode) as by:
            yield _row(Row(profile, mode, OURS), _ours(by, options.held_out), tasks)
            if options.semantic is not None:
                yield _row(Row(profile, mode, SEMANTIC), _ours(by, options.semantic, semantic=True), tasks)
        for peer in peers if mode == "provided" else ():
            yield _row(Row(profile, mode, peer.name), _of_peer(peer), tasks)


def _ours(by: Translate, held_out: Sequence[Path], *, semantic: bool = False) -> Linker:
    return lambda case: [(link.edition, link.base) for link in aligned(case, by, held_out, semantic=semantic).links]


def _of_peer(peer: Peer) -> Linker:
    return lambda case: peer.link(case.edited.originals, case.edited.translations, case.edited.base, case.language)


def _row(row: Row, linker: Linker, tasks: Sequence[tuple[str, Case]]) -> Row:
    """Link every document; the first one twice, so that loading a model is not counted."""
    linker(tasks[0][1])
    for seed, case in tasks:
        edited, clocks = case.edited, _clocks()
        links = linker(case)
        seconds, cpu_seconds = (now - then for now, then in zip(_clocks(), clocks, strict=True))
        sizes = (len(edited.originals), len(edited.base))
        predicted, gold = completed(links, *sizes), completed(edited.gold, *sizes)
        parts = (row.by_language.setdefault(case.language, Score()), row.by_seed.setdefault(seed, Score()))
        for score in (row.score, *parts):
            score.count(predicted, gold, edited.moved)
            score.seconds += seconds
            score.cpu_seconds += cpu_seconds
    return row


def _clocks() -> tuple[float, float]:
    """Seconds of the clock, and of the processor: of this process and of the commands that it has run."""
    times = os.times()
    return time.perf_counter(), time.process_time() + times.children_user + times.children_system


def _head(*, is_cpu: bool, first: str = "profile, mode | system") -> str:
    figures = "strict F1 | lax F1 | link F1 | omitted F1 | added F1 | crossing recall | s/document"
    names = f"| {first} | {figures} |{' CPU s/document |' if is_cpu else ''}"
    return f"{names}\n|{' --- |' * (names.count('|') - 1)}"


def _line(row: Row, score: Score | None = None, *, is_cpu: bool, first: str = "") -> str:
    score = score or row.score
    nulls = (score.omitted.f1, score.added.f1)
    figures = [score.strict.f1, score.lax_f1, score.links.f1, *nulls, score.crossing_recall]
    seconds = [score.seconds / max(1, score.documents), *([score.cpu_seconds / max(1, score.documents)] * is_cpu)]
    cells = [f"{row.profile}, {row.mode}", row.system, *filter(None, [first])]
    return f"| {' | '.join([*cells, *(f'{figure:.3f}' for figure in (*figures, *seconds))])} |"


def _shapes(rows: Sequence[Row]) -> Iterator[str]:
    """Yield precision, recall and F1 of each shape of link; of moved links, only whether they were found."""
    shapes = list(rows[0].score.shapes)
    yield "By shape (base-edition), whole links only: precision / recall / F1 (links in the gold)\n"
    names = ["profile, mode", "system", *shapes, "moved, recall"]
    yield from (f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}")
    for row in rows:
        cells = [_three(row.score.shapes[shape]) for shape in shapes]
        moved = f"{row.score.moved.recall:.2f}" if row.score.crossing[1] else "none"
        yield f"| {row.profile}, {row.mode} | {row.system} | {' | '.join(cells)} | {moved} |"


def _three(counts: Counts) -> str:
    if not counts.right + counts.wrong + counts.missed:
        return "none"
    return f"{counts.precision:.2f} / {counts.recall:.2f} / {counts.f1:.2f} ({counts.right + counts.missed})"


def _languages(rows: Sequence[Row]) -> Iterator[str]:
    yield _head(is_cpu=False, first="profile, mode | system | language")
    for row in rows:
        yield from (_line(row, score, is_cpu=False, first=name) for name, score in sorted(row.by_language.items()))


def _seeds(rows: Sequence[Row]) -> Iterator[str]:
    yield _head(is_cpu=False, first="profile, mode | system | seed")
    for row in rows:
        yield from (_line(row, score, is_cpu=False, first=name) for name, score in row.by_seed.items())


if __name__ == "__main__":
    main()
