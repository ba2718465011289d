"""Speed and memory of a package: our engine, argostranslate's `translate`, and bare CTranslate2 on sorted tokens.

usage: python benchmarks/engine.py FOLDER [--argos PYTHON] [--runs 3] [--articles 100]
FOLDER holds NAME.ru.txt (and NAME.ru2.txt, to have enough), NAME.en.txt beside them, one sentence a line. PYTHON is one
that has argostranslate; without it that column is left out. Each system runs in a process of its own, all in turn, and
the best of the runs counts. The package is the starter, written out as any package.

All get the same lines, one sentence each. The finder of sentences of argostranslate is passed by: its models would be
downloaded, and would cost it time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from engine_runs import Figures, Work

OURS, FIRST, ARGOS, BARE = "ours", "ours, first attempts", "argostranslate", "bare"


def main() -> None:
    """Measure all, print the tables."""
    options = _options()
    articles = _articles(options.folder)[: options.articles]
    one = sorted(articles, key=len)[len(articles) // 2]
    n_words, n_of_one = (sum(len(line.split()) for a in some for line in a) for some in (articles, [one]))
    pythons = {OURS: sys.executable, FIRST: sys.executable, ARGOS: options.argos, BARE: sys.executable}
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        package = _starter(Path(folder) / "packages")
        work = Work(str(package), one, articles)
        best: dict[str, Figures] = {}
        for _ in range(options.runs):
            for name, python in pythons.items():
                if python:
                    best[name] = _better(best.get(name), _measured(name, python, work, folder))
        first_byte = _best_of(options.runs, lambda: _first_byte(one, Path(folder)))
        rerun = _best_of(options.runs, _rerun_of(options.folder, Path(folder)))
    print(
        f"{len(articles)} articles, {n_words} words; one of {len(one)} lines, {n_of_one} words; best of {options.runs}"
    )
    print(f"{len(os.sched_getaffinity(0))} cores, load {load:.1f} before\n")
    _print(best, n_words, n_of_one)
    print(f"\npn translate, start to first byte: {first_byte:.2f} s")
    print(f"pn compare, 30 paragraphs, all from the cache: {rerun:.2f} s")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--argos", metavar="PYTHON", default="", help="a Python that has argostranslate")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--articles", type=int, default=100)
    return parser.parse_args()


def _articles(folder: Path) -> list[list[str]]:
    files = [*sorted(folder.glob("*.ru.txt")), *sorted(folder.glob("*.ru2.txt"))]
    return [[line.strip() for line in file.read_text("utf-8").splitlines() if line.strip()] for file in files]


def _starter(folder: Path) -> Path:
    """Write the Russian starter as a package that stands alone."""
    from polyglot_news.translation.exporting import export  # noqa: PLC0415  # not in the Python of argostranslate
    from polyglot_news.translation.store import PackageStore  # noqa: PLC0415

    (package,) = (one for one in PackageStore().starters() if one.from_code == "ru")
    folder.mkdir()
    file = folder.parent / "starter.argosmodel"
    export(package, file)
    return PackageStore(folder).install(file).folder


def _measured(name: str, python: str, work: Work, home: str) -> Figures:
    """Run one system in a process of its own, with a home of its own and nothing in a cache."""
    environment = {
        **os.environ,
        "HOME": home,
        "XDG_DATA_HOME": f"{home}/share",
        "ARGOS_PACKAGES_DIR": str(Path(work.package).parent),
        "POLYGLOT_NEWS_CACHE": "0",
    }
    command = [python, str(Path(__file__).with_name("engine_runs.py")), name, repr(time.time())]
    done = subprocess.run(
        command, input=json.dumps(work._asdict()), capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        sys.exit(f"{name}: {done.stderr}")
    return Figures(**json.loads(done.stdout.splitlines()[-1]))


def _better(one: Figures | None, other: Figures) -> Figures:
    return Figures(*map(min, one, other)) if one else other


def _best_of(n: int, measured: Callable[[], float]) -> float:
    return min(measured() for _ in range(n))


def _pn(*arguments: str, cache: str) -> subprocess.Popen[bytes]:
    command = [str(Path(sys.executable).with_name("pn")), *arguments]
    environment = {**os.environ, "POLYGLOT_NEWS_CACHE": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # whoever has installed it has its modules compiled
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)


def _first_byte(article: Sequence[str], folder: Path) -> float:
    file = folder / "article.txt"
    file.write_text("\n".join(article), "utf-8")
    began = time.perf_counter()
    with _pn("translate", str(file), "--from", "ru", "--lines", cache="0") as running:
        assert running.stdout is not None  # noqa: S101  # a pipe was asked for
        running.stdout.read(1)
        seconds = time.perf_counter() - began
        running.stdout.read()
    return seconds


def _rerun_of(folder: Path, scratch: Path) -> Callable[[], float]:
    """Compare two editions of thirty paragraphs once, and return what compares them again."""
    pairs = [(file, file.with_name(file.name.replace(".ru.", ".en."))) for file in sorted(folder.glob("*.ru.txt"))]
    files = []
    for code, side in (("ru", 0), ("en", 1)):
        lines = [line for pair in pairs for line in pair[side].read_text("utf-8").splitlines() if line.strip()]
        files.append(scratch / f"{code}.txt")
        files[-1].write_text("\n\n".join(lines[:30]), "utf-8")

    def rerun() -> float:
        began = time.perf_counter()
        with _pn("compare", str(files[1]), str(files[0]), cache=str(scratch / "cache")) as running:
            running.communicate()
        return time.perf_counter() - began

    rerun()
    return rerun


def _print(best: dict[str, Figures], n_words: int, n_of_one: int) -> None:
    print(
        "| system | start to first sentence, s | one article, words/s | batch, words/s | batch, words/CPU s | peak MB |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for name, one in best.items():
        rates = (n_of_one / one.article_seconds, n_words / one.batch_seconds, n_words / one.batch_cpu_seconds)
        first = "" if name == BARE else f"{one.first_seconds:.2f}"  # bare has tried sizes of batches by then
        print(f"| {name} | {first} | {' | '.join(f'{rate:.0f}' for rate in rates)} | {one.peak_mb:.0f} |")
    for name in (OURS, FIRST):
        for peer in (ARGOS, BARE):
            if peer in best:
                print(f"{name} against {peer}: {_held_against(best[name], best[peer])}")


def _held_against(ours: Figures, other: Figures) -> str:
    article, batch, cpu = (theirs / own for own, theirs in zip(ours[1:4], other[1:4], strict=True))
    first, memory = ours.first_seconds / other.first_seconds, ours.peak_mb / other.peak_mb
    return (
        f"first sentence in {first:.2f} of the time; speed of one article {article:.2f}, of the batch {batch:.2f}, "
        f"by processor time {cpu:.2f}; memory {memory:.2f}"
    )


if __name__ == "__main__":
    main()
