"""Fit what sequences of letters say about the language of a text, and how far the answer can be trusted.

usage: python training/language/fit.py --sentences SENTENCES.tsv --parallel FOLDER --written training/written \
           --output polyglot_news/data/language/model.npz
SENTENCES.tsv: language, kind, text, and a line of headings. Four tenths of it are fitted, one tenth says how far scores
can be trusted, the other half is held out for benchmarks/language.py. Needs numpy, scipy, wordfreq and Django; two
minutes on one core.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from borrowed import Row, latin, read_rows
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize
from texts import Texts, cyrillic, gather

from polyglot_news.language import BITS, sequences

_LANGUAGES = {
    "cyrillic": "ru uk be bg mk sr kk ky tg tt mn".split(),  # noqa: SIM905  # read as a line
    "latin": "en pl sr cs de fr es it pt nl ro tr sv da nb fi hu lt lv sk sl ca id vi".split(),  # noqa: SIM905
}
_ROWS_BITS = {"cyrillic": 17, "latin": 16}  # 24 columns of 2 ** 17 rows would fill 3 MB
# Scores are divided by no less: of the languages in Latin letters three of 24 say how far they can be trusted.
_SHARPEST = {"cyrillic": 0.4, "latin": 0.7}
_EXAMPLES = {"cyrillic": 16_000, "latin": 14_000}  # of a language, times one of these:
_LARGE, _MIDDLE, _SMALL = 3.0, 1.6, 0.6  # those of the starter package; those that are measured; others
_EPOCHS, _BATCH, _RATE = 4, 1024, 0.3
_LENGTHS = (1, 2, 2, 3, 4, 6, 8, 12, 20, 30)  # of made-up texts, in words


@dataclass(slots=True)
class Fit:
    """Weights of one script."""

    languages: list[str]
    rows: NDArray[Any]
    bias: NDArray[Any]

    def scores(self, examples: sparse.csr_matrix) -> NDArray[Any]:
        """Return a score for each text and language."""
        return np.asarray(examples @ self.rows + self.bias)


def main() -> None:
    """Gather, fit, trust, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--parallel", type=Path, required=True)
    parser.add_argument("--written", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    every = {language for languages in _LANGUAGES.values() for language in languages}
    texts = gather(options.sentences, options.parallel, options.written, every)
    unseen = read_rows(options.sentences, "calibrated")
    stored: dict[str, NDArray[Any]] = {}
    for script, languages in _LANGUAGES.items():
        fit = _fitted(list(_examples(texts, script)), script)
        scale = np.abs(fit.rows).max(axis=0) / 127
        whole = np.rint(fit.rows / scale).astype(np.int8)
        fit.rows = (whole * scale).astype(np.float32)
        stored[f"{script}_languages"] = np.array(languages)
        stored[f"{script}_rows"], stored[f"{script}_scale"] = whole, scale.astype(np.float32)
        stored[f"{script}_bias"], stored[f"{script}_trust"] = fit.bias, _trust(fit, unseen, script)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    np.savez(options.output, **stored)  # type: ignore[arg-type]  # its stub takes a flag for an array
    print(f"{options.output.stat().st_size} bytes")


def _examples(texts: dict[str, Texts], script: str) -> Iterator[tuple[str, int]]:
    rng = random.Random(1)
    for column, language in enumerate(_LANGUAGES[script]):
        known = texts[language]
        size = _LARGE if known.own else _MIDDLE if known.fitted else _SMALL
        pools = [
            (3.0, known.fitted), (5.0, known.own), (1.0 if known.fitted else 2.0, known.interface),
            (2.0, known.words), (3.0, known.words),
        ]  # fmt: skip
        weights = [weight if pool else 0.0 for weight, pool in pools]
        for _ in range(int(_EXAMPLES[script] * size)):
            [choice] = rng.choices(range(len(pools)), weights)
            if choice >= 3:  # noqa: PLR2004  # the two kinds of made-up text
                length = rng.choice(_LENGTHS if choice == 3 else (1, 2, 2, 3))  # noqa: PLR2004
                text = known.some_words(length, rng, rare=choice > 3)  # noqa: PLR2004
            else:
                text = _fragment(rng.choice(pools[choice][1]), rng)
            if language == "sr":
                text = latin(text) if script == "latin" else cyrillic(text)
            yield text, column


def _fragment(text: str, rng: random.Random) -> str:
    """Cut out some words: short texts are the hard ones."""
    words = text.split()
    lengths = (1, 2, rng.randint(3, 4), rng.randint(5, 8), rng.randint(9, 25), len(words))
    [length] = rng.choices(lengths, (8, 17, 15, 25, 20, 15))
    start = rng.randrange(max(1, len(words) - length + 1))
    return " ".join(words[start : start + length])


def _matrix(texts: Sequence[str], script: str) -> sparse.csr_matrix:
    shift = BITS - _ROWS_BITS[script]
    found = [numbers >> shift if of == script else numbers[:0] for of, numbers in map(sequences, texts)]
    ends = np.cumsum([0, *map(len, found)])
    values = np.concatenate([np.full(len(one), len(one) ** -0.5, dtype=np.float32) for one in found if len(one)])
    columns = np.concatenate(found).astype(np.int32)
    return sparse.csr_matrix((values, columns, ends), shape=(len(texts), 1 << _ROWS_BITS[script]))


def _fitted(examples: list[tuple[str, int]], script: str) -> Fit:
    """Logistic regression by AdaGrad."""
    features, answers = _matrix([text for text, _ in examples], script), np.array([answer for _, answer in examples])
    known = np.diff(features.indptr) > 0
    features, answers = features[known], answers[known]
    n = len(_LANGUAGES[script])
    fit = Fit(_LANGUAGES[script], np.zeros((1 << _ROWS_BITS[script], n), np.float32), np.zeros(n, np.float32))
    squares, rng = np.full_like(fit.rows, 1e-3), np.random.default_rng(1)
    for epoch in range(_EPOCHS):
        loss, order = 0.0, rng.permutation(len(answers))
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            shares, at = _softmax(fit.scores(features[chosen])), np.arange(len(chosen))
            loss -= float(np.log(shares[at, answers[chosen]] + 1e-9).sum())
            shares[at, answers[chosen]] -= 1
            slope = features[chosen].T @ shares / np.sqrt(np.float32(len(chosen)))
            squares += slope * slope
            fit.rows -= _RATE * slope / np.sqrt(squares)
            fit.bias -= np.float32(0.02) * shares.mean(axis=0)
        print(f"{script}, epoch {epoch}: loss {loss / len(answers):.4f} over {len(answers)} texts", flush=True)
    return fit


def _softmax(scores: NDArray[Any]) -> NDArray[Any]:
    shares: NDArray[Any] = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def _trust(fit: Fit, unseen: Sequence[Row], script: str) -> NDArray[Any]:
    """Find a, b, c such that scores / max(c, a + b log n) are right as often as they say, for n sequences."""
    kept = [row for row in unseen if row.language in fit.languages and sequences(row.text)[0] == script]
    features = _matrix([row.text for row in kept], script)
    answers = np.array([fit.languages.index(row.language) for row in kept])
    scores, n = fit.scores(features), np.log(np.maximum(1, np.diff(features.indptr)))

    def surprise(trust: NDArray[Any]) -> float:
        shares = _softmax(scores / np.maximum(_SHARPEST[script], trust[0] - abs(trust[1]) * n)[:, None])
        return float(-np.log(shares[np.arange(len(answers)), answers] + 1e-6).mean())

    found = minimize(surprise, np.array([1.0, 0.0]), method="Nelder-Mead")
    before = surprise(np.array([1.0, 0.0]))
    print(f"{script}: {len(kept)} unseen texts, surprise {before:.4f} -> {found.fun:.4f} {found.x}")
    # A longer text is no less sure.
    return np.array([found.x[0], -abs(found.x[1]), _SHARPEST[script]], dtype=np.float32)


if __name__ == "__main__":
    main()
