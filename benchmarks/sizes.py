"""Time, memory and link F1 of align() against the length of the articles, from ten paragraphs a side to 20,000.

usage: python benchmarks/sizes.py NEWS.json [--longest 2000] [--sizes 10 100 1000] [--mode provided|lexicon]
A long text is made of all the Russian documents of NEWS.json, edited as news, again and again. Each time other words
are left out, the same ones on both sides, so that no two paragraphs are alike and each still has its own counterpart.
Each size is measured in a process of its own, and only align() is timed, after a first call on a short text; peak
memory is the process's. It stops after a size that took longer than --seconds.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import count
from pathlib import Path

from editions import Edited
from news import Document, Editing, cases, read_documents

_SIZES = (10, 30, 100, 300, 1000, 2000, 5000, 10000, 20000)
_LANGUAGE = "ru"  # one text, one language
_LEFT_OUT = 0.25  # of the words: two copies of a paragraph share about 0.75 of them
_MEGABYTE = 1024 if sys.platform.startswith("linux") else 1024 * 1024  # of the unit of ru_maxrss


def main() -> None:
    """Measure the sizes asked for, one process each; in such a process, measure one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="paragraphs of each side")
    parser.add_argument("--longest", type=int, default=2000, help="the largest size that is tried")
    parser.add_argument("--seconds", type=float, default=600, help="give up on a size after so long")
    parser.add_argument("--mode", choices=("provided", "lexicon"), default="provided")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)  # the size that this process measures
    options = parser.parse_args()
    if options.alone:
        _measure(options.news, options.alone, options.mode)
    else:
        _measure_all(options)


def _measure_all(options: argparse.Namespace) -> None:
    print("| paragraphs a side | links | link F1 | s | CPU s | peak MB | MB before align() |")
    print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
    for size in sorted(options.sizes):
        if size > options.longest:
            print(f"\nstopped before {size}: --longest is {options.longest}")
            return
        command = [sys.executable, __file__, options.news, "--mode", options.mode, "--alone", str(size)]
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


def _measure(news: Path, size: int, mode: str) -> None:
    """Print one row."""
    # Not above: a process inherits the peak of the one that starts it, so that one must stay small.
    from ours import article, translating  # noqa: PLC0415
    from scoring import Score, completed  # noqa: PLC0415

    from polyglot_news.alignment.aligner import align  # noqa: PLC0415

    text = _long_text([document for document in read_documents(news) if document["lang"] == _LANGUAGE], size)
    with translating(mode) as by:
        for n in (4, size):
            base, edition = article(text.base[:n], "en"), article(text.originals[:n], _LANGUAGE)
            translation = by(edition, text.translations[:n])
            before = _peak_megabytes()
            clock, cpu_clock = time.perf_counter(), time.process_time()
            links = align(base, edition, translation).links
            seconds, cpu_seconds = time.perf_counter() - clock, time.process_time() - cpu_clock
    score, beads = Score(), [(link.edition, link.base) for link in links]
    score.count(completed(beads, size, size), completed(text.gold, size, size), frozenset())
    memory = f"{_peak_megabytes():.0f} | {before:.0f}"
    print(f"| {size} | {len(links)} | {score.links.f1:.3f} | {seconds:.3f} | {cpu_seconds:.3f} | {memory} |")


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE


def _long_text(documents: Sequence[Document], size: int) -> Edited:
    """Append edited documents until both sides have `size` paragraphs, and cut there; what is cut off is in no link."""
    originals: list[str] = []
    translations: list[str] = []
    base: list[str] = []
    gold = []
    for edited in _endless(documents):
        j, i = len(originals), len(base)
        originals += edited.originals
        translations += edited.translations
        base += edited.base
        for theirs, ours in edited.gold:
            kept = tuple(j + k for k in theirs if j + k < size), tuple(i + k for k in ours if i + k < size)
            gold += [kept] if any(kept) else []
        if min(len(originals), len(base)) >= size:
            break
    return Edited(tuple(originals[:size]), tuple(translations[:size]), tuple(base[:size]), frozenset(gold), frozenset())


def _endless(documents: Sequence[Document]) -> Iterator[Edited]:
    """All documents, edited and with words left out by another seed each time."""
    for seed in count(1):
        for case in cases(documents, Editing(seed=seed, n_documents=len(documents))):
            sides = (case.edited.originals, case.edited.translations, case.edited.base)
            kept = [tuple(_thinned(text, seed) for text in side) for side in sides]
            yield Edited(kept[0], kept[1], kept[2], case.edited.gold, case.edited.moved)


def _thinned(text: str, seed: int) -> str:
    """Leave out the words that a hash of word and seed picks: wherever they stand, and the rest of the text stays."""
    words = text.split()
    return " ".join([word for word in words if _share(f"{seed} {_bare(word)}") >= _LEFT_OUT] or words[:1])


def _bare(word: str) -> str:
    return word.strip('.,:;!?«»"()').lower()


def _share(text: str) -> float:
    """Return a number in 0..1 that is always the same for the same text."""
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big") / 2**32


if __name__ == "__main__":
    main()
