"""Precision and recall of what is set aside as the text of a site: on web pages, and on lines written for it.

usage: python benchmarks/boilerplate.py --pages HTML --articles NTREX --held-out FOLD0 FOLD1 FOLD2
       python benchmarks/boilerplate.py --pages HTML --articles NTREX --beside CHECKOUT    and another version
HTML: truth.jsonl and pages/. NTREX: *.en.txt, *.ru.txt, *.uk.txt, a sentence a line. --held-out: weights fitted without
each third of the sites, so that no page is weighed by networks that saw its site; training/README.md says how to make
them. Of the written lines, none of held-out/, unseen/ and apart/ was fitted on; but the lists of words were made with
held-out/ and the pages in view. apart/ is the honest one: some 250 lines a language, none of them among the lines that
are fitted on, and none looked at when something was chosen.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from boilerplate_documents import LANGUAGES, Document, compose, cuts, read_written, whole_material
from boilerplate_pages import ARTICLE, EITHER, SITE, fold_of, read_pages

from polyglot_news.sources.boilerplate import reasons_to_set_aside
from polyglot_news.sources.boilerplate_scorer import Scorer, read_scorer, shipped

WRITTEN = Path(__file__).parents[1] / "training" / "boilerplate" / "written"
SETS = ("held-out", "unseen", "apart")
N_COMPOSED, N_CUTS, SEED = 150, 2, 7
_BESIDE = (
    "import json, sys; from polyglot_news.sources.boilerplate import reasons_to_set_aside\n"
    "for line in sys.stdin: print(json.dumps(reasons_to_set_aside(json.loads(line))))"
)

Reasons = Sequence[str]  # of each paragraph; "" where it is kept


@dataclass(frozen=True, slots=True)
class Sample:
    """A document, where it is from, and the networks that did not see it."""

    kind: str
    language: str
    document: Document
    scorer: Scorer


@dataclass(slots=True)
class Score:
    """Paragraphs rightly and wrongly set aside, and left in."""

    hits: int = 0
    false: int = 0
    missed: int = 0
    kept: int = 0
    named: int = 0  # of the hits, those with the right reason
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the figures as cells of a table."""
        removed, there, article = self.hits + self.false, self.hits + self.missed, self.kept + self.false
        share = [self.hits / max(1, removed), self.hits / max(1, there), 1000 * self.false / max(1, article)]
        return f"{share[0]:.3f} | {share[1]:.3f} | {share[2]:.1f} | {there} | {article}"


def main() -> None:
    """Measure, and print the tables."""
    options = _options()
    samples = list(_samples(options))
    systems = {"polyglot-news": _ours(samples)}
    if options.beside:
        systems["the other version"] = _beside(samples, options.beside)
    print("| text | system | precision | recall | articles' paragraphs lost, of 1000 | of sites | of articles |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, taken in systems.items():
        scores = _scored(samples, taken)
        for kind, score in sorted(scores.items()):
            print(f"| {kind} | {name} | {score.line()} |")
            if options.show:
                print("\n".join(score.wrong))
    _print_reasons(samples, systems)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, required=True, metavar="HTML")
    parser.add_argument("--articles", type=Path, required=True, metavar="NTREX")
    parser.add_argument(
        "--held-out", type=Path, nargs="+", default=[], metavar="FOLD", help="weights without fold 0, 1 .."
    )
    parser.add_argument("--beside", type=Path, metavar="CHECKOUT", help="a folder with another polyglot_news/")
    parser.add_argument("--show", action="store_true", help="what is wrong, line by line")
    return parser.parse_args()


def _samples(options: argparse.Namespace) -> Iterator[Sample]:
    folds = [read_scorer(path) for path in options.held_out]
    for number, page in enumerate(read_pages(options.pages)):
        scorer = folds[fold_of(page.site)] if folds else shipped()
        language = page.language if page.language in LANGUAGES else page.language or "en"
        whole, *copied = cuts(page, N_CUTS, SEED + number)
        yield Sample("pages, whole", language if language in LANGUAGES else "other", whole, scorer)
        for one in copied:
            yield Sample("pages, as copied", language if language in LANGUAGES else "other", one, scorer)
    for number, language in enumerate(LANGUAGES):
        sentences = [
            line
            for path in sorted(options.articles.glob(f"*.{language}.txt"))
            for line in path.read_text("utf-8").splitlines()
            if line
        ]
        for part in SETS:
            source = whole_material(read_written(WRITTEN / part / f"{language}.tsv"), sentences)
            for document in compose(source, N_COMPOSED, 0, SEED + number):
                is_clean = SITE not in document.labels
                kind = f"{part}, articles without a site's text" if is_clean else f"written, {part}"
                yield Sample(kind, language, document, shipped())


def _ours(samples: Sequence[Sample]) -> list[Reasons]:
    found: list[Reasons] = []
    seconds, n = 0.0, 0
    reasons_to_set_aside(samples[0].document.paragraphs, samples[0].scorer)
    for sample in samples:
        start = time.process_time()
        found.append(reasons_to_set_aside(sample.document.paragraphs, sample.scorer))
        seconds += time.process_time() - start
        n += len(sample.document.paragraphs)
    print(f"{seconds / n * 60000:.2f} ms of one core for 60 paragraphs\n")
    return found


def _beside(samples: Sequence[Sample], folder: Path) -> list[Reasons]:
    lines = "\n".join(json.dumps(sample.document.paragraphs) for sample in samples)
    ran = subprocess.run(
        [sys.executable, "-c", _BESIDE], input=lines, text=True, cwd=folder, capture_output=True, check=True
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


def _scored(samples: Sequence[Sample], taken: Sequence[Reasons]) -> dict[str, Score]:
    scores: dict[str, Score] = defaultdict(Score)
    for sample, reasons in zip(samples, taken, strict=True):
        document = sample.document
        score = scores[f"{sample.kind}, {sample.language}"]
        for text, label, reason in zip(document.paragraphs, document.labels, reasons, strict=True):
            if label == EITHER:
                continue
            right = bool(reason) == (label == SITE)
            score.hits += label == SITE and right
            score.missed += label == SITE and not right
            score.kept += label == ARTICLE and right
            score.false += label == ARTICLE and not right
            if not right:
                score.wrong.append(f"    {'LOST' if label == ARTICLE else 'left'} {reason}: {text[:150]}")
    return scores


def _print_reasons(samples: Sequence[Sample], systems: dict[str, list[Reasons]]) -> None:
    print("\n| reason | system | recall | with the right reason | paragraphs |\n| --- | --- | --- | --- | --- |")
    for name, taken in systems.items():
        scores: dict[str, Score] = defaultdict(Score)
        for sample, reasons in zip(samples, taken, strict=True):
            for true, reason in zip(sample.document.reasons, reasons, strict=True):
                if true:
                    scores[true].hits += bool(reason)
                    scores[true].missed += not reason
                    scores[true].named += reason == true
        for true, score in sorted(scores.items()):
            n = score.hits + score.missed
            print(f"| {true} | {name} | {score.hits / n:.3f} | {score.named / max(1, score.hits):.3f} | {n} |")


if __name__ == "__main__":
    main()
