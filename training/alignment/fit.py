"""Fit the networks that say how likely a link is right, on measured examples; write them as plain numbers.

usage: python training/alignment/fit.py --examples examples.npz --output polyglot_news/data/alignment/links.npz
                                        [--without FOLD --folds 2]
Of examples that collect.py --semantic made, links.semantic.npz.
Two kinds of network for paragraphs and two for sentences: one weighs a link for itself, the next sees its rivals and
neighbours too (their scores come from a network that was fitted on other documents, as they will when it is used).
Several of each are fitted from different beginnings; their mean errs less.
--without leaves out a share of the documents, to measure on them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from borrowed import fold_of
from storing import store

from polyglot_news.alignment.cells import Cells, Group
from polyglot_news.alignment.context import context
from polyglot_news.alignment.features import FEATURES
from polyglot_news.alignment.meaning import MEANING
from polyglot_news.alignment.scorer import Member, Network, worth_a_second_look

_HIDDEN = (32, 16)
_EPOCHS = {"alone": 16, "in context": 20}
_BATCH = {"alone": 2048, "in context": 1024}
_RATE, _DECAY, _INNER_FOLDS, _SEED, _MEMBERS = 6e-3, 1e-3, 3, 20261124, 4
_SHARE_OF_WRONG = 1 / 3  # of the wrong cells that are used for the first network; they count three times


def main() -> None:
    """Fit, report the loss, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=2)
    parser.add_argument("--without", type=int, default=-1)
    options = parser.parse_args()
    stored = np.load(options.examples)
    networks = {}
    for kind in ("paragraphs", "sentences"):
        examples = Examples(
            {name: stored[f"{kind}/{name}"] for name in ("features", "cells", "right", "groups", "documents")}
        )
        networks[kind] = _fit_both(examples, {options.without}, options.folds, kind)
    names = [*FEATURES, *MEANING][: stored["paragraphs/features"].shape[1]]
    store(networks, names, options.output)


class Examples:
    """Cells of all examples, and where each example begins."""

    def __init__(self, stored: dict[str, np.ndarray]) -> None:
        """Take what collect.py stored."""
        self.features, self.right = stored["features"], stored["right"].astype(np.float32)
        self.cells, self.groups, self.documents = stored["cells"], stored["groups"], stored["documents"]
        self._starts = np.searchsorted(self.cells[:, 5], np.arange(len(self.documents) + 1))
        self._group_starts = np.searchsorted(self.groups[:, 0], np.arange(len(self.documents) + 1))

    def rows(self, number: int) -> slice:
        """Where the cells of an example are."""
        return slice(self._starts[number], self._starts[number + 1])

    def of_folds(self, folds: int, fold: int) -> np.ndarray:
        """Mark the cells of documents in one share."""
        per_document = np.array([fold_of(str(name), folds) == fold for name in self.documents])
        return per_document[self.cells[:, 5]]

    def context(self, number: int, scores: np.ndarray, kept: np.ndarray) -> np.ndarray:
        """Measure what surrounds the kept cells of an example."""
        groups = [
            Group(range(a, b), range(c, d))
            for _, a, b, c, d in self.groups[self._group_starts[number] : self._group_starts[number + 1]].tolist()
        ]
        return context(Cells(self.cells[self.rows(number)][kept][:, :5]), groups, scores[kept])


def _fit_both(examples: Examples, left_out: set[int], folds: int, kind: str) -> dict[str, Network]:
    used = ~np.any([examples.of_folds(folds, fold) for fold in left_out], axis=0)
    scores = np.full(len(used), -20.0)
    for fold in range(_INNER_FOLDS):
        inside = examples.of_folds(_INNER_FOLDS, fold)
        network = _fit(examples.features[used & ~inside], examples.right[used & ~inside], "alone", _SEED)
        scores[inside] = _score([network], examples.features[inside])
    alone = [_fit(examples.features[used], examples.right[used], "alone", _SEED + k) for k in range(_MEMBERS)]
    kept = worth_a_second_look(examples.features, scores)
    blocks = [
        examples.context(number, scores[rows], kept[rows])
        for number in range(len(examples.documents))
        for rows in (examples.rows(number),)
        if kept[rows].any()
    ]
    measured = np.concatenate([np.concatenate(blocks), examples.features[kept]], axis=1).astype(np.float32)
    right, lost = examples.right[kept], examples.right[used & ~kept].sum()
    networks = [_fit(measured[used[kept]], right[used[kept]], "in context", _SEED + k) for k in range(_MEMBERS)]
    print(f"{kind}: {int(used.sum())} cells, {int(examples.right[used].sum())} right, {int(lost)} not looked at twice")
    for name, some in (("fitted", used[kept]), ("left out", ~used[kept])):
        if some.any():
            probability = 1 / (1 + np.exp(-_score(networks, measured[some])))
            loss = -np.log(np.where(right[some] > 0, probability, 1 - probability) + 1e-9).mean()
            print(f"  {name}: loss {loss:.4f}, of {int(some.sum())} cells in context")
    return {"alone": _of_members(alone), "in context": _of_members(networks)}


Fitted = tuple[torch.nn.Sequential, np.ndarray, np.ndarray]


def _fit(measured: np.ndarray, right: np.ndarray, kind: str, seed: int) -> Fitted:
    torch.manual_seed(seed)
    shift, scale = measured.mean(axis=0), 1 / (measured.std(axis=0) + 1e-6)
    weights = np.ones_like(right)
    if kind == "alone":
        drawn = (right > 0) | (np.random.default_rng(seed).random(len(right)) < _SHARE_OF_WRONG)
        measured, right = measured[drawn], right[drawn]
        weights = np.where(right > 0, 1.0, 1 / _SHARE_OF_WRONG).astype(np.float32)
    network = torch.nn.Sequential(
        torch.nn.Linear(measured.shape[1], _HIDDEN[0]), torch.nn.ReLU(),
        torch.nn.Linear(*_HIDDEN), torch.nn.ReLU(), torch.nn.Linear(_HIDDEN[1], 1),
    )  # fmt: skip
    values, labels, weight = torch.tensor((measured - shift) * scale), torch.tensor(right), torch.tensor(weights)
    n_steps = _EPOCHS[kind] * (len(labels) // _BATCH[kind] + 1)
    optimiser = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, n_steps)
    for _ in range(_EPOCHS[kind]):
        for batch in torch.randperm(len(labels)).split(_BATCH[kind]):
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                network(values[batch])[:, 0], labels[batch], weight[batch]
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            rate.step()
    return network, shift, scale


def _score(members: list[Fitted], measured: np.ndarray) -> np.ndarray:
    with torch.no_grad():
        scores = [
            np.asarray(network(torch.tensor(((measured - shift) * scale).astype(np.float32)))[:, 0])
            for network, shift, scale in members
        ]
    return np.asarray(np.mean(scores, axis=0))


def _of_members(fitted: list[Fitted]) -> Network:
    return Network(tuple(_member(*one) for one in fitted))


def _member(network: torch.nn.Sequential, shift: np.ndarray, scale: np.ndarray) -> Member:
    layers = [layer for layer in network if isinstance(layer, torch.nn.Linear)]
    return Member(shift, scale, tuple((_numbers(one.weight.T), _numbers(one.bias)) for one in layers))


def _numbers(values: torch.Tensor) -> np.ndarray:
    return np.asarray(values.detach())


if __name__ == "__main__":
    main()
