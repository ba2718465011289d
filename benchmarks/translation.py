"""BLEU and chrF, sentences and words a second, memory: every installed package and the starter, on line-aligned text.

usage: python benchmarks/translation.py FOLDER [--language ru uk] [--n LINES] [--suffix ru=ru2] [--show 10]
FOLDER holds NAME.en.txt with NAME.ru.txt and NAME.uk.txt, one sentence a line. Needs: pip install sacrebleu.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from polyglot_news.translation.decoding import EngineSettings
from polyglot_news.translation.engine import Engine
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore


def main() -> None:
    """Translate with every package, print one row each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", nargs="*", default=["ru", "uk"])
    parser.add_argument("--n", type=int, help="lines of each language; all where it is left out")
    parser.add_argument("--suffix", nargs="*", default=[], metavar="ru=ru2", help="read NAME.ru2.txt")
    parser.add_argument("--starter", type=Path, help="a folder laid out as the bundled starter, in its place")
    parser.add_argument("--show", type=int, default=0, help="sample sentences, evenly spread, not chosen")
    options = parser.parse_args()
    suffixes = dict(pair.split("=", 1) for pair in options.suffix)
    store = PackageStore(starter_folder=options.starter) if options.starter else PackageStore()
    print("| package | lines | BLEU | chrF | sentences/s | words/s | peak MB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    signatures: dict[str, str] = {}
    for package in [*store.installed(), *store.starters()]:
        if package.from_code in options.language and package.to_code == "en":
            suffix = suffixes.get(package.from_code, package.from_code)
            signatures |= _measure(package, list(_lines(options.folder, suffix))[: options.n], options.show)
    print("\n".join(f"{name}: {signature}" for name, signature in sorted(signatures.items())))


def _measure(package: Package, lines: list[tuple[str, str]], show: int) -> dict[str, str]:
    """Print a row, and return the signatures of its scores."""
    originals, references = [line[0] for line in lines], [line[1] for line in lines]
    with Engine(package, EngineSettings()) as engine:
        engine.translate(originals[:1])
        began = time.perf_counter()
        texts = [hypothesis.text for hypothesis in engine.translate(originals)]
        seconds = time.perf_counter() - began
    metrics = (BLEU(), CHRF())
    bleu, chrf = (metric.corpus_score(texts, [references]).score for metric in metrics)
    words = sum(len(original.split()) for original in originals)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate = f"{len(lines) / seconds:.0f} | {words / seconds:.0f} | {peak:.0f}"
    print(f"| {package.name} | {len(lines)} | {bleu:.1f} | {chrf:.1f} | {rate} |", flush=True)
    for k in range(0, len(lines), max(1, len(lines) // show)) if show else ():
        print(f"- {originals[k]}\n  - {texts[k]}\n  - reference: {references[k]}")
    return {name: str(metric.get_signature()) for name, metric in zip(("BLEU", "chrF"), metrics, strict=True)}


def _lines(folder: Path, suffix: str) -> Iterator[tuple[str, str]]:
    for english in sorted(folder.glob("*.en.txt")):
        other = english.with_name(english.name.replace(".en.txt", f".{suffix}.txt"))
        if other.exists():
            sides = (path.read_text("utf-8").splitlines() for path in (other, english))
            yield from ((a, b) for a, b in zip(*sides, strict=True) if a.strip() and b.strip())


if __name__ == "__main__":
    main()
