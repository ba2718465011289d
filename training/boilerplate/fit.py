"""Fit the networks that tell the text of a site from the article's, with numpy alone.

usage: python training/boilerplate/fit.py --pages HTML --news FOLDER --output weights.npz
HTML holds truth.jsonl and pages/; FOLDER holds news.tsv.xz. --without-fold K leaves out a third of the sites, so that
benchmarks/boilerplate.py can measure on pages that were not seen. written/held-out/ and unseen/ are never read here.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from borrowed import (
    EITHER,
    FOLDS,
    LANGUAGES,
    SITE,
    Document,
    compose,
    cuts,
    fold_of,
    lines_of,
    material,
    read_pages,
    read_sentences,
    read_written,
    slots_of,
)
from numpy.typing import NDArray
from storing import store
from vocabulary import Counts, count, vocabulary_of

from polyglot_news.sources.boilerplate_features import REASONS, measure
from polyglot_news.sources.boilerplate_scorer import Network, look_around
from polyglot_news.sources.boilerplate_vocabulary import keys_of, weigh

Matrix = NDArray[np.float64]
WRITTEN = Path(__file__).parent / "written"
_N_COMPOSED, _N_CUTS, _PAGE_WEIGHT = 1200, 5, 120
_N_COUNTED = 8000  # news sentences of a language that words are counted in
_HIDDEN, _EPOCHS, _BATCH, _RATE, _DECAY, _ARTICLE_WEIGHT = 24, 12, 256, 0.004, 1.2e-2, 1.5


@dataclass(frozen=True, slots=True)
class Rows:
    """Measured paragraphs."""

    measured: Matrix
    targets: Matrix  # a column each for glance and look, or one for each reason
    weights: Matrix


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents, one under another."""

    measured: Matrix
    labels: NDArray[np.int64]
    reasons: list[str]
    weights: Matrix
    groups: NDArray[np.int64]
    starts: tuple[int, ...]


def main() -> None:
    """Make documents, fit, and write the weights."""
    options = _options()
    documents, counts = _documents(options)
    corpus = _corpus(documents, counts)
    print(f"{len(corpus.labels)} paragraphs, {int((corpus.labels == SITE).sum())} of sites")
    known = corpus.labels != EITHER
    weights = corpus.weights * np.where(corpus.labels == SITE, 1.0, _ARTICLE_WEIGHT)
    targets = (corpus.labels == SITE).astype(float)[:, None]
    first = np.zeros(len(known))
    for group in (0, 1):  # what the second network learns from must not be what the first has learned by heart
        rest = known & (corpus.groups != group)
        mine = corpus.groups == group
        glance = _fitted(Rows(corpus.measured[rest], targets[rest], weights[rest]), _HIDDEN, 1)
        first[mine] = glance.score(corpus.measured[mine])[:, 0]
    bounds = [*corpus.starts, len(known)]
    seen = np.concatenate([look_around(corpus.measured[a:b], first[a:b]) for a, b in pairwise(bounds)])
    whole = Rows(corpus.measured[known], targets[known], weights[known])
    named = np.array([reason in REASONS for reason in corpus.reasons])
    classes = np.array([[reason == name for name in REASONS] for reason in corpus.reasons], dtype=float)
    model = {
        "glance": _fitted(whole, _HIDDEN, 1),
        "look": _fitted(Rows(seen[known], targets[known], weights[known]), _HIDDEN, 2),
        "reason": _fitted(Rows(corpus.measured[named], classes[named], _evened(classes[named])), _HIDDEN, 3),
    }
    store(model, vocabulary_of(counts), options.output)
    print(f"{options.output}: {options.output.stat().st_size // 1024} kB")


def _evened(classes: Matrix) -> Matrix:
    """Weigh rare reasons more, or letters would take all."""
    shares = classes.sum(axis=0) / len(classes)
    return np.asarray(classes @ (1 / np.sqrt(np.maximum(shares, 1e-4))) / np.sqrt(len(REASONS)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, required=True, metavar="HTML")
    parser.add_argument("--news", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--without-fold", type=int, choices=range(FOLDS))
    parser.add_argument("--without-manner", metavar="NAME", help="without written/*-NAME.tsv; base: without en.tsv ..")
    return parser.parse_args()


def _documents(options: argparse.Namespace) -> tuple[list[Document], Counts]:
    found: list[Document] = []
    pages = [page for page in read_pages(options.pages) if fold_of(page.site) != options.without_fold]
    for number, page in enumerate(pages):
        found += cuts(page, _N_CUTS, number)
    written, news = [], []
    for number, language in enumerate(LANGUAGES):
        paths = sorted(WRITTEN.glob(f"{language}*.tsv"))
        rows = read_written(*(path for path in paths if _manner(path) != options.without_manner))
        sentences = read_sentences(options.news, language)
        written.append((lines_of(rows), slots_of(rows)))
        news.append(sentences[:: max(1, len(sentences) // _N_COUNTED)])
        for group in (0, 1):
            source = material(rows, sentences, group)
            found += compose(source, _N_COMPOSED // 2, group, 10 * number + group)
    return found, count(pages, written, news)


def _manner(path: Path) -> str:
    return path.stem.partition("-")[2] or "base"


def _corpus(documents: list[Document], counts: Counts) -> Corpus:
    sizes = [len(document.labels) for document in documents]
    return Corpus(
        np.array([row for document in documents for row in _measured(document, counts)], dtype=float),
        np.array([label for document in documents for label in document.labels]),
        [reason for document in documents for reason in document.reasons],
        np.repeat([min(1.0, _PAGE_WEIGHT / size) for size in sizes], sizes),
        np.repeat([document.group for document in documents], sizes),
        tuple(int(start) for start in np.cumsum([0, *sizes[:-1]])),
    )


def _measured(document: Document, counts: Counts) -> Iterator[tuple[float, ...]]:
    """Measure each paragraph by what the others of other origins say."""
    known = measure(document.paragraphs)
    for text, origins, row in zip(document.paragraphs, document.origins, known, strict=True):
        keys = keys_of(text)
        yield row + weigh(keys, counts.without(keys, origins))


def _fitted(rows: Rows, hidden: int, seed: int) -> Network:
    """Fit by Adam; one column of targets is a yes or no, several exclude each other."""
    rng = np.random.default_rng(seed)
    shift, spread = rows.measured.mean(axis=0), rows.measured.std(axis=0)
    scale = 1 / np.where(spread > 1e-6, spread, 1.0)  # noqa: PLR2004
    values = np.clip((rows.measured - shift) * scale, -6, 6)
    sizes = [values.shape[1], *([hidden] if hidden else []), rows.targets.shape[1]]
    layers = [
        (rng.normal(0, (2 / a) ** 0.5 / (1 if a > hidden else 2), (a, b)), np.zeros(b)) for a, b in pairwise(sizes)
    ]
    flat = [array for layer in layers for array in layer]
    means, squares = [np.zeros_like(array) for array in flat], [np.zeros_like(array) for array in flat]
    step, n_steps = 0, _EPOCHS * -(-len(values) // _BATCH)
    for _ in range(_EPOCHS):
        order = rng.permutation(len(values))
        for start in range(0, len(values), _BATCH):
            chosen = order[start : start + _BATCH]
            step += 1
            rate = _RATE * (1 - step / (n_steps + 1))
            slopes = _slopes(layers, values[chosen], rows.targets[chosen], rows.weights[chosen])
            for k, slope in enumerate(slopes):
                means[k] += 0.1 * (slope - means[k])
                squares[k] += 0.01 * (slope * slope - squares[k])
                change = means[k] / (1 - 0.9**step) / (np.sqrt(squares[k] / (1 - 0.99**step)) + 1e-8)
                flat[k][...] -= rate * (change + (_DECAY * 25 * flat[k] if flat[k].ndim > 1 else 0))
    return Network(shift, scale, tuple(layers))


def _slopes(layers: list[tuple[Matrix, Matrix]], values: Matrix, targets: Matrix, weights: Matrix) -> list[Matrix]:
    inputs = [values]
    for number, (matrix, bias) in enumerate(layers):
        values = values @ matrix + bias
        if number < len(layers) - 1:
            values = np.maximum(values, 0)
        inputs.append(values)
    if targets.shape[1] == 1:
        said = 1 / (1 + np.exp(-np.clip(values, -30, 30)))
    else:
        powers = np.exp(values - values.max(axis=1, keepdims=True))
        said = powers / powers.sum(axis=1, keepdims=True)
    slope = (said - targets) * weights[:, None] / len(weights)
    found: list[Matrix] = []
    for number in range(len(layers) - 1, -1, -1):
        found[:0] = [inputs[number].T @ slope, slope.sum(axis=0)]
        slope = (slope @ layers[number][0].T) * (inputs[number] > 0)
    return found


if __name__ == "__main__":
    main()
