"""Fit how likely a run of words is a true difference, on pairs that the networks were not fitted on; store it.

usage: python training/differences/calibrate.py --pairs PAIRS.jsonl --told FILE.json
                                                --fold 0=WITHOUT0.npz 1=WITHOUT1.npz 2=WITHOUT2.npz
                                                --output polyglot_news/data/differences/words.npz
WITHOUTk.npz: networks of fit.py --without k --folds N, N being 3. First it is fitted which sentences are told on one
side only, as a whole; then how likely a run of words is right: at least half of its counted words are marked. Reports,
out of sample, how many are right at each confidence.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from borrowed import fold_of
from collect import Row, aligned, as_given, counted, in_manners, marked, packs, projected, read_rows, read_told
from numpy.typing import NDArray

from polyglot_news.differences.judging import JudgedLink, JudgedWords, join_words, judge_words
from polyglot_news.differences.network import Network, networks
from polyglot_news.differences.texts import Texts

Flags = NDArray[np.bool_]
Vector = NDArray[np.float64]
_HALF = 0.5
_LITTLE, _MOST = 0.25, 0.75  # shares of a sentence's words
_PENALTY, _STEPS = 1.0, 60
_BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.01)
_CLEAN = "clean"


def main() -> None:
    """Judge, fit, report, store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    parser.add_argument("--told", type=Path)
    parser.add_argument("--fold", nargs="+", required=True)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--manner")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    without = {int(number): Path(path) for number, path in (one.split("=") for one in options.fold)}
    judged = list(_judged_all(options, without))
    wholes = _by_side([one for each in judged for one in _sentences(each)])
    fitted = {side: _fitted(some).tolist() for side, some in wholes.items()}
    runs = [run for one in judged for run in _found(one, join_words(one.words, one.texts, fitted))]
    for name, some in (("sentences", [one for each in wholes.values() for one in each]), ("runs", runs)):
        print(f"\n{name}")
        _report(some)
    if options.output:
        of_runs = {side: _fitted(some).tolist() for side, some in _by_side(runs).items()}
        _store({"wholes": fitted, "confidence": of_runs}, options.output)


def _judged_all(options: argparse.Namespace, without: Mapping[int, Path]) -> Iterator[Gold]:
    """Judge pairs, each by the networks that did not see its document."""
    rows = read_rows(options.pairs)
    random.Random(options.seed).shuffle(rows)
    rng = random.Random(options.seed)
    for pack in packs(in_manners(rows, read_told(options.told), options.manner, rng), 20):
        for fold, path in without.items():
            if some := [row for row in pack if fold_of(row["doc"], options.folds) == fold]:
                yield from _judged(some, networks(path))


@dataclass(frozen=True, slots=True)
class Gold:
    """A link with its judged words, and which words of either side are marked."""

    row: Row
    texts: Texts
    words: JudgedWords
    base: Flags
    edition: Flags


@dataclass(frozen=True, slots=True)
class Found:
    """A run of words or a sentence, what was measured of it, and whether it is right to report it."""

    side: str
    document: str
    kind: str
    measured: tuple[float, ...]
    is_right: bool


def _judged(pack: list[Row], networks: Mapping[str, Network]) -> Iterator[Gold]:
    texts, links = aligned(pack)
    by_translation = pack[0]["manner"] == "given"
    judged = judge_words(texts, [link for _, link in links], dict(networks), by_translation=by_translation)
    for (row, link), one in zip(links, judged, strict=True):
        if by_translation or row["manner"] == "same language":
            of_edition = marked(one.pairing(of_base=False).side, row["gold_mt"])
        else:
            given = as_given(texts, link, row)
            of_edition = projected(marked(given.translated, row["gold_mt"]), given)
        yield Gold(row, texts, one, marked(one.linked.base, row["gold_en"]), of_edition)


def _sentences(one: Gold) -> Iterator[Found]:
    """Sentences of which nearly all is marked, or nearly nothing."""
    for of_base, gold in ((True, one.base), (False, one.edition)):
        weighed = counted(one.words.pairing(of_base=of_base).side)
        for sentence in one.words.sentences(of_base=of_base):
            part = slice(sentence.first, sentence.last + 1)
            inside = gold[part][weighed[part]]
            if len(inside) and not _LITTLE < inside.mean() < _MOST:
                side = one.words.side_of(of_base=of_base)
                yield Found(side, one.row["doc"], one.row["type"], sentence.measured, bool(inside.mean() >= _MOST))


def _found(one: Gold, link: JudgedLink) -> Iterator[Found]:
    for of_base, judged, gold in ((True, link.base, one.base), (False, link.edition, one.edition)):
        weighed = counted(judged.side)
        for run in judged.runs:
            part = slice(run.first, run.last + 1)
            inside = gold[part][weighed[part]]
            right = bool(len(inside)) and float(inside.mean()) >= _HALF
            measured = link.measured(run, of_base=of_base)
            yield Found(link.side_of(of_base=of_base), one.row["doc"], one.row["type"], measured, right)


def _by_side(found: Iterable[Found]) -> dict[str, list[Found]]:
    sides: dict[str, list[Found]] = {}
    for one in found:
        sides.setdefault(one.side, []).append(one)
    return sides


def _fitted(runs: list[Found]) -> Vector:
    """Weights of a logistic regression, the constant last; by Newton's method, with a small penalty."""
    measured, right = np.array([run.measured for run in runs]), np.array([run.is_right for run in runs], dtype=float)
    mean, spread = measured.mean(axis=0), measured.std(axis=0) + 1e-6
    values = np.concatenate([(measured - mean) / spread, np.ones((len(runs), 1))], axis=1)
    weights = np.zeros(values.shape[1])
    penalty = _PENALTY * np.eye(len(weights))
    penalty[-1, -1] = 0.0
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-values @ weights))
        curvature = values.T @ (values * (likely * (1 - likely))[:, None]) + penalty
        weights -= np.linalg.solve(curvature, values.T @ (likely - right) + penalty @ weights)
    plain: Vector = weights[:-1] / spread
    return np.append(plain, weights[-1] - float((plain * mean).sum()))


def _store(fitted: Mapping[str, Mapping[str, list[float]]], path: Path) -> None:
    """Put what was fitted beside the networks, in place of what was there."""
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files if name.split("/")[0] not in fitted}
    for name, sides in fitted.items():
        arrays |= {f"{name}/{side}": np.array(weights, dtype=np.float32) for side, weights in sides.items()}
    np.savez(path, **arrays)


def _report(runs: list[Found]) -> None:
    """Say how many runs are right at each confidence, that of each half of the documents fitted on the other."""
    confidence, right = np.zeros(len(runs)), np.array([run.is_right for run in runs])
    half = np.array([fold_of("half " + run.document, 2) for run in runs])
    sides = np.array([run.side for run in runs])
    for side in np.unique(sides):
        for number in (0, 1):
            rest = [run for run, s, h in zip(runs, sides, half, strict=True) if s == side and h != number]
            weights, some = _fitted(rest), (sides == side) & (half == number)
            measured = np.array([run.measured for run, chosen in zip(runs, some, strict=True) if chosen])
            confidence[some] = 1 / (1 + np.exp(-(measured @ weights[:-1] + weights[-1])))
    for low, high in pairwise(_BINS):
        some = (confidence >= low) & (confidence < high)
        if some.any():
            share, mean = right[some].mean(), confidence[some].mean()
            print(f"confidence {low} to {min(1.0, high)}: {int(some.sum())} runs, mean {mean:.3f}, right {share:.3f}")
    n_clean = sum(run.kind == _CLEAN for run in runs)
    print(f"{len(runs)} runs, {n_clean} of them in clean pairs")


if __name__ == "__main__":
    main()
