"""Fit the networks that say how likely a word is told on one side only; write them as plain numbers.

usage: python training/differences/fit.py --measured measured.npz [...] --output WORDS.npz
                                          [--lightly edits.npz [...]] [--without FOLD --folds 3] [--members 2]
One network for the words of the base, one for those of the translation, one for those of the original edition: layers
of convolution over the words in their order. --without leaves out a share of the documents, to measure on them and to
calibrate with. Afterwards calibrate.py adds how sure a passage is.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from borrowed import fold_of
from numpy.typing import NDArray
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.nn.utils.rnn import pad_sequence

SIDES = ("base", "translation", "original")
_HIDDEN, _WIDTH, _DILATIONS = 64, 5, (1, 2, 4)
_BATCH, _RATE, _DECAY, _DROPOUT, _SEED = 32, 4e-3, 1e-2, 0.1, 20261124
_SHORT, _SHORT_WEIGHT = 4, 3.0  # words of a span that counts more, so that long ones do not decide alone
_LITTLE = 0.3  # what a word counts that says little
_CONSTANT = 1e-3  # spread below which a feature does not vary
_SORTED = 16  # batches whose texts are sorted by length together

Array = NDArray[Any]


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measured", type=Path, nargs="+", required=True)
    parser.add_argument("--lightly", type=Path, nargs="*", default=[], help="measured pairs that count less")
    parser.add_argument("--lightness", type=float, default=0.3, help="what one of them counts")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--without", type=int, default=-1)
    parser.add_argument("--members", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=9)
    options = parser.parse_args()
    torch.set_num_threads(1)
    written: dict[str, Array] = {}
    for side in SIDES:
        rows = [row for path in options.measured for row in load(path, side)]
        rows += [replace(row, worth=options.lightness) for path in options.lightly for row in load(path, side)]
        written |= _fit_side(side, rows, options)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    # Not compressed: the wheel is, and these are read at every start.
    np.savez(options.output, **written)  # type: ignore[arg-type]  # names are no option of numpy's


@dataclass(frozen=True, slots=True)
class Row:
    """One side of one link."""

    document: str
    kind: str
    features: Array  # words x features
    gold: Array
    counted: Array
    worth: float = 1.0


def load(path: Path, side: str) -> Iterator[Row]:
    """Read one side of all links that collect.py measured."""
    stored = np.load(path)
    if f"{side}/row" not in stored:
        return
    number, features, gold, counted = (stored[f"{side}/{name}"] for name in ("row", "features", "gold", "counted"))
    rows = stored["rows"]
    starts = np.flatnonzero(np.diff(number, prepend=-1))
    for start, end in zip(starts, [*starts[1:], len(number)], strict=True):
        _, kind, _, document, _ = rows[number[start]]
        yield Row(str(document), str(kind), features[start:end], gold[start:end], counted[start:end])


def _fit_side(side: str, rows: Sequence[Row], options: argparse.Namespace) -> dict[str, Array]:
    fitted = [row for row in rows if fold_of(row.document, options.folds) != options.without]
    left_out = [row for row in rows if fold_of(row.document, options.folds) == options.without]
    measured = np.concatenate([row.features for row in fitted]).astype(np.float32)
    spread = measured.std(axis=0)
    # What never varied here says nothing, and must not shout when it varies elsewhere.
    scaling = Scaling(
        measured.mean(axis=0), np.where(spread < _CONSTANT, 0.0, 1 / (spread + _CONSTANT)).astype(np.float32)
    )
    members = [_fit(fitted, scaling, options.epochs, _SEED + number) for number in range(options.members)]
    whole = [row for row in left_out if row.worth == 1.0]
    if whole:
        print(side, report(whole, [_predict(members, row, scaling) for row in whole]), flush=True)
    written = {f"{side}/shift": scaling.shift, f"{side}/scale": scaling.scale}
    for name, _ in members[0].named_parameters():
        values = [network.get_parameter(name).detach().numpy() for network in members]
        written[f"{side}/{name}"] = np.array(values, dtype=np.float16)
    return written


@dataclass(frozen=True, slots=True)
class Scaling:
    """What brings features to a mean of 0 and a spread of 1."""

    shift: Array
    scale: Array

    def __call__(self, features: Array) -> torch.Tensor:
        """Scale the features of a text."""
        return torch.tensor((features.astype(np.float32) - self.shift) * self.scale)


class Network(torch.nn.Module):
    """Layers of dilated convolution, each added to what it was given."""

    def __init__(self, n_features: int) -> None:
        """Begin at random."""
        super().__init__()
        self.enter = torch.nn.Linear(n_features, _HIDDEN)
        self.layers = torch.nn.ModuleList(
            torch.nn.Conv1d(_HIDDEN, _HIDDEN, _WIDTH, padding=_WIDTH // 2 * step, dilation=step) for step in _DILATIONS
        )
        self.leave = torch.nn.Linear(_HIDDEN, 1)
        self.dropout = torch.nn.Dropout(_DROPOUT)

    def forward(self, measured: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Log-odds of each word; `measured` is texts x words x features."""
        values = torch.relu(self.enter(self.dropout(measured))) * mask[..., None]
        for layer in self.layers:
            around = torch.relu(layer(self.dropout(values).transpose(1, 2)).transpose(1, 2))
            values = (values + around) * mask[..., None]
        odds: torch.Tensor = self.leave(values)[..., 0]
        return odds


def _fit(rows: Sequence[Row], scaling: Scaling, epochs: int, seed: int) -> Network:
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    network = Network(len(scaling.shift))
    optimiser = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, epochs * (len(rows) // _BATCH + _SORTED))
    texts = [
        (scaling(row.features), torch.tensor(row.gold.astype(np.float32)), torch.tensor(weights(row))) for row in rows
    ]
    network.train()
    for _ in range(epochs):
        for batch in _batches([len(row.gold) for row in rows], rng):
            columns = zip(*(texts[number] for number in batch), strict=True)
            measured, gold, weight = (pad_sequence(list(column), batch_first=True) for column in columns)
            odds = network(measured, (weight > 0).float())
            loss = binary_cross_entropy_with_logits(odds, gold, weight, reduction="sum") / weight.sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            rate.step()
    network.eval()
    return network


def _batches(lengths: Sequence[int], rng: np.random.Generator) -> Iterator[list[int]]:
    """Texts of one length together, so that little is padded."""
    order = rng.permutation(len(lengths)).tolist()
    for start in range(0, len(order), _SORTED * _BATCH):
        some = sorted(order[start : start + _SORTED * _BATCH], key=lambda number: lengths[number])
        for first in range(0, len(some), _BATCH):
            yield some[first : first + _BATCH]


def weights(row: Row) -> Array:
    """Words that are counted weigh more than those that are not; those of short spans more than those of long ones."""
    weight = np.where(row.counted, 1.0, _LITTLE).astype(np.float32)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], row.gold.astype(int), [0]])))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start <= _SHORT:
            weight[start:end] *= _SHORT_WEIGHT
    return weight * np.float32(row.worth)


def _predict(members: Sequence[Network], row: Row, scaling: Scaling) -> Array:
    measured = scaling(row.features)[None]
    with torch.no_grad():
        odds = [network(measured, torch.ones(measured.shape[:2]))[0] for network in members]
    return np.mean([np.asarray(torch.sigmoid(one)) for one in odds], axis=0)


def report(rows: Sequence[Row], predicted: Sequence[Array]) -> str:
    """Give figures over the counted words: average precision, best F1, and the clean words flagged there."""
    gold = np.concatenate([row.gold[row.counted] for row in rows])
    score = np.concatenate([one[row.counted] for one, row in zip(predicted, rows, strict=True)])
    clean = np.concatenate([np.full(int(row.counted.sum()), row.kind == "clean") for row in rows])
    order = np.argsort(-score[~clean])
    hits = np.cumsum(gold[~clean][order])
    precision, recall = hits / np.arange(1, len(hits) + 1), hits / max(1, hits[-1])
    average = float(np.sum(precision * np.diff(recall, prepend=0)))
    f1 = 2 * precision * recall / (precision + recall + 1e-9)
    threshold = score[~clean][order][int(f1.argmax())]
    flagged = 100 * float((score[clean] > threshold).mean())
    best = f"best F1 {f1.max():.3f} at {threshold:.2f} with {flagged:.2f} of 100 clean words flagged"
    return f"{len(rows)} texts left out: AP {average:.3f}, {best}"


if __name__ == "__main__":
    main()
