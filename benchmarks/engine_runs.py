"""What one process of engine.py does: translate an article and a batch with one system, tell the times as JSON.

Runs in the Python of that system, so each library is imported where it is used. usage: engine_runs.py NAME STARTED
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from polyglot_news.translation.decoding import EngineSettings

_WARM_RUNS = 5
_BARE_BATCH_TOKENS = (1_024, 2_048)  # the fastest counts


class Work(NamedTuple):
    """What is translated with which package."""

    package: str
    one: list[str]
    articles: list[list[str]]


class Figures(NamedTuple):
    """Less is better."""

    first_seconds: float  # from the start of the process
    article_seconds: float  # warm, the best of some
    batch_seconds: float
    batch_cpu_seconds: float
    peak_mb: float


class System(NamedTuple):
    """How one system is called."""

    first: Callable[[], object]  # returns as soon as one sentence is translated
    other: Callable[[], object]  # something else than the article
    article: Callable[[], object]
    batch: Callable[[], object]


def main() -> None:
    """Read the work from standard input, do it, and write the figures to standard output."""
    started = float(sys.argv[2])
    work = Work(**json.load(sys.stdin))
    system = {"ours": _ours, "ours, first attempts": _first_attempts, "argostranslate": _argos, "bare": _bare}[
        sys.argv[1]
    ](work)
    system.first()
    first = time.time() - started
    article = min(_warm(system) for _ in range(_WARM_RUNS))
    batch, cpu = _timed(system.batch)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(Figures(first, article, batch, cpu, peak)._asdict()))


def _warm(system: System) -> float:
    system.other()  # argostranslate keeps what it translated last
    return _timed(system.article)[0]


def _timed(run: Callable[[], object]) -> tuple[float, float]:
    began, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - began, time.process_time() - cpu


class _FirstIsDone(Exception):  # noqa: N818  # no error
    pass


def _ours(work: Work) -> System:
    from polyglot_news.translation.decoding import EngineSettings  # noqa: PLC0415

    return _with(EngineSettings(), work)


def _first_attempts(work: Work) -> System:
    from polyglot_news.translation.decoding import EngineSettings  # noqa: PLC0415

    return _with(EngineSettings(retry=None), work)


def _with(settings: EngineSettings, work: Work) -> System:
    from polyglot_news.model import Article, Paragraph, Role, Span  # noqa: PLC0415
    from polyglot_news.translation.argos import ArgosTranslator  # noqa: PLC0415
    from polyglot_news.translation.store import PackageStore  # noqa: PLC0415

    def article_of(lines: Sequence[str]) -> Article:
        paragraphs = (Paragraph(line, Role.BODY, "ru", (Span(k, 0, len(line)),)) for k, line in enumerate(lines))
        return Article("ru.txt", "ru", 1.0, "", tuple(paragraphs))

    def first() -> None:
        def stop(_paragraph: object) -> None:
            raise _FirstIsDone

        try:
            translator.translate([one], "en", ready=stop)
        except _FirstIsDone:
            return

    store = PackageStore(Path(work.package).parent)
    one, articles = article_of(work.one), [article_of(lines) for lines in work.articles]
    translator = ArgosTranslator(store, settings)
    return System(
        first,
        lambda: translator.translate(articles[:1], "en"),
        lambda: translator.translate([one], "en"),
        lambda: translator.translate(articles, "en"),
    )


def _argos(work: Work) -> System:
    from argostranslate import package, sbd, translate  # noqa: PLC0415

    assert package.get_installed_packages()  # noqa: S101  # ARGOS_PACKAGES_DIR names the folder
    sbd.MiniSBDSentencizer.split_sentences = lambda _self, text: [text]

    def translated(lines: Sequence[str]) -> None:
        translate.translate("\n".join(lines), "ru", "en")

    def batch() -> None:
        for lines in work.articles:
            translated(lines)

    return System(
        lambda: translated(work.one[:1]), lambda: translated(work.articles[0]), lambda: translated(work.one), batch
    )


def _bare(work: Work) -> System:
    from ctranslate2 import Translator  # noqa: PLC0415
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415

    pieces = SentencePieceProcessor(model_file=f"{work.package}/sentencepiece.model")
    n_cores = len(os.sched_getaffinity(0))
    model = Translator(f"{work.package}/model", compute_type="int8", inter_threads=n_cores, intra_threads=1)

    def sorted_tokens(lines: Sequence[str]) -> list[list[str]]:
        return sorted((pieces.encode(line, out_type=str) for line in dict.fromkeys(lines)), key=len, reverse=True)

    def translated(tokens: list[list[str]], most: int) -> None:
        model.translate_batch(tokens, beam_size=4, max_batch_size=most, batch_type="tokens", replace_unknowns=True)

    def fastest(tokens: list[list[str]]) -> int:
        return min(_BARE_BATCH_TOKENS, key=lambda most: _timed(lambda: translated(tokens, most))[0])

    one, everything = sorted_tokens(work.one), sorted_tokens([line for lines in work.articles for line in lines])
    translated(one[-1:], 0)
    of_one, of_all = fastest(one), fastest(everything)
    return System(lambda: None, lambda: None, lambda: translated(one, of_one), lambda: translated(everything, of_all))


if __name__ == "__main__":
    main()
