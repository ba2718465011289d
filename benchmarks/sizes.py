"""Time, memory and link F1 of align() against the length of the articles, from ten paragraphs a side to 20,000.

usage: python benchmarks/sizes.py training/written [--longest 2000] [--sizes 10 100 1000] [--mode provided|lexicon]
A long text is made of trilingual sentences, `*.tsv`: English, Russian, Ukrainian, a paragraph each; behind the last one
the same come again, with other words left out. One paragraph in twelve is in the base alone, one in twelve in the
edition alone, one block of twenty in ten stands elsewhere. Of the base and of the translation a quarter of the words is
left out, not the same ones. Each size is measured in a process of its own, and only align() is timed, after a first
call on a short text; peak memory is the process's. It stops after a size that took longer than --seconds.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

from editions import Edited, loosen

_SIZES = (10, 30, 100, 300, 1000, 2000, 5000, 10000, 20000)
_LANGUAGE = "ru"  # one text, one language
_LEFT_OUT = 0.25  # of the words of the base, and of the translation
_ONE_SIDED, _BLOCK, _SEED = 1 / 12, 20, 20261124
_MEGABYTE = 1024 if sys.platform.startswith("linux") else 1024 * 1024  # of the unit of ru_maxrss


def main() -> None:
    """Measure the sizes asked for, one process each; in such a process, measure one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("written", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="paragraphs of each side")
    parser.add_argument("--longest", type=int, default=2000, help="the largest size that is tried")
    parser.add_argument("--seconds", type=float, default=600, help="give up on a size after so long")
    parser.add_argument("--mode", choices=("provided", "lexicon"), default="provided")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)  # the size that this process measures
    options = parser.parse_args()
    if options.alone:
        _measure(options.written, options.alone, options.mode)
    else:
        _measure_all(options)


def _measure_all(options: argparse.Namespace) -> None:
    print("| paragraphs a side | links | link F1 | s | CPU s | peak MB | MB before align() |")
    print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
    for size in sorted(options.sizes):
        if size > options.longest:
            print(f"\nstopped before {size}: --longest is {options.longest}")
            return
        command = [sys.executable, __file__, options.written, "--mode", options.mode, "--alone", str(size)]
        try:
            run = subprocess.run(command, timeout=options.seconds, stdout=subprocess.PIPE, text=True, check=False)
        except subprocess.TimeoutExpired:
            print(
                f"\nstopped: {size} paragraphs took longer than {options.seconds:g} s, the making of the text included"
            )
            return
        if run.returncode:
            print(f"\nstopped: {size} paragraphs ended with exit code {run.returncode}")
            return
        print(run.stdout, end="", flush=True)


def _measure(written: Path, size: int, mode: str) -> None:
    """Print one row."""
    # Not above: a process inherits the peak of the one that starts it, so that one must stay small.
    from ours import article, translating  # noqa: PLC0415
    from scoring import Score, completed  # noqa: PLC0415

    from polyglot_news.alignment.aligner import align  # noqa: PLC0415

    text = _long_text(written, size)
    with translating(mode) as by:
        for n in (4, max(size, len(text.originals))):
            base, edition = article(text.base[:n], "en"), article(text.originals[:n], _LANGUAGE)
            translation = by(edition, text.translations[:n])
            before = _peak_megabytes()
            clock, cpu_clock = time.perf_counter(), time.process_time()
            links = align(base, edition, translation).links
            seconds, cpu_seconds = time.perf_counter() - clock, time.process_time() - cpu_clock
    score, beads = Score(), [(link.edition, link.base) for link in links]
    sizes = len(text.originals), len(text.base)
    score.count(completed(beads, *sizes), completed(text.gold, *sizes), frozenset())
    memory = f"{_peak_megabytes():.0f} | {before:.0f}"
    print(f"| {size} | {len(links)} | {score.links.f1:.3f} | {seconds:.3f} | {cpu_seconds:.3f} | {memory} |")


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE


def _long_text(folder: Path, size: int) -> Edited:
    """Tell `size` paragraphs of the base, and about as many of the edition."""
    rng = random.Random(_SEED)
    rows = [line.split("\t") for path in sorted(folder.glob("*.tsv")) for line in path.read_text("utf-8").splitlines()]
    base: list[str] = []
    told: list[tuple[int | None, str, str]] = []  # place in the base, original, translation
    for k in count():
        english, russian, _ = rows[k % len(rows)]
        chance, place = rng.random(), len(base)
        if place == size:
            break
        if chance > _ONE_SIDED:
            base.append(loosen(english, rng, _LEFT_OUT))
        if chance < 1 - _ONE_SIDED:
            answers = place if chance > _ONE_SIDED else None
            told.append((answers, russian, loosen(english, rng, _LEFT_OUT)))
    blocks = [told[start : start + _BLOCK] for start in range(0, len(told), _BLOCK)]
    for _ in range(len(blocks) // 10):
        blocks.insert(rng.randrange(len(blocks)), blocks.pop(rng.randrange(len(blocks))))
    edition = [one for block in blocks for one in block]
    gold = frozenset(((j,), (i,)) for j, (i, _, _) in enumerate(edition) if i is not None)
    return Edited(tuple(one[1] for one in edition), tuple(one[2] for one in edition), tuple(base), gold, frozenset())


if __name__ == "__main__":
    main()
