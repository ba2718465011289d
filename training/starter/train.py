"""Step 4: train. Goes on from the last checkpoint in the run's folder; stops by itself after the time given.

usage: python training/starter/train.py --data FOLDER --run FOLDER --minutes 120 [--device cpu|cuda] [--threads 2]

The learning rate follows the time: level, then falling linearly to nothing in the last part of the run. A run that was
stopped goes on where it was; a run that is over goes on when it is given more minutes.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch
from network import Network, SmoothedLoss
from optimiser import Optimiser
from recipe import COPIES, NEWS, Recipe, Shape

_BEGIN, _END = 1, 2
_DEV_EVERY_STEPS, _SAVE_EVERY_SECONDS, _AVERAGED = 500, 300, 0.995
Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor]  # source, target shifted right, target; numbers of pieces


class Pairs:
    """The numbered pairs, and passes over them."""

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        """Load data.npz."""
        held = np.load(folder / "data.npz")
        self.recipe = recipe
        self.sides = [(held[side], np.concatenate([[0], held[f"{side}_ends"]])) for side in ("source", "target")]
        self.lengths = np.stack([np.diff(ends) for _, ends in self.sides])
        copies = np.array([_copies(*str(kind).split("/"), recipe.focus) for kind in held["kinds"]])
        fit = (self.lengths.max(axis=0) <= recipe.longest_tokens) & (self.lengths.min(axis=0) > 0)
        self.copies = copies[held["kind"]] * fit
        self.n_source, self.n_target = (
            len((folder / name).read_text("utf-8").split("\n")) - 1 for name in ("source.txt", "target.txt")
        )
        order = np.random.default_rng(recipe.seed).permutation(
            np.flatnonzero(np.isin(held["kind"], _news(held["kinds"])) & fit)
        )
        self.dev = order[:600]
        self.copies[self.dev] = 0

    def batches(self, seed: int) -> Iterator[Batch]:
        """Yield one pass: batches of one source length, in random order."""
        rng = np.random.default_rng(seed)
        copies = np.floor(self.copies + rng.random(len(self.copies))).astype(int)
        yield from self._arranged(np.repeat(np.arange(len(copies)), copies), rng)

    def dev_batches(self) -> Iterator[Batch]:
        """Yield the pairs that are never trained on."""
        yield from self._arranged(self.dev, np.random.default_rng(0))

    def _arranged(self, chosen: np.ndarray, rng: np.random.Generator) -> Iterator[Batch]:
        source, target = self.lengths[:, chosen]
        chosen = chosen[np.lexsort((rng.random(len(chosen)), target // 3, source))]
        groups: list[list[int]] = [[]]
        for k in chosen.tolist():
            group = groups[-1]
            if group and (
                self.lengths[0, group[0]] != self.lengths[0, k]
                or (len(group) + 1) * (self.lengths[1, k] + 1) > self.recipe.batch_tokens
            ):
                groups.append([])
            groups[-1].append(k)
        random.Random(int(rng.integers(1 << 30))).shuffle(groups)
        yield from (self._batch(group) for group in groups if group)

    def _batch(self, group: list[int]) -> Batch:
        (source, source_ends), (target, target_ends) = self.sides
        longest = int(self.lengths[1, group].max()) + 1
        originals = np.stack([np.append(source[source_ends[k] : source_ends[k + 1]], _END) for k in group])
        english = np.zeros((len(group), longest + 1), dtype=np.int64)
        for row, k in enumerate(group):
            tokens = target[target_ends[k] : target_ends[k + 1]]
            english[row, 0], english[row, 1 : len(tokens) + 1], english[row, len(tokens) + 1] = _BEGIN, tokens, _END
        shifted, labels = english[:, :-1].copy(), english[:, 1:]
        return torch.from_numpy(originals.astype(np.int64)), torch.from_numpy(shifted), torch.from_numpy(labels.copy())


def _copies(language: str, source: str, focus: float) -> float:
    return COPIES[language, source] * (focus if source in NEWS else 1.0 / focus)


def _news(kinds: np.ndarray) -> list[int]:
    return [k for k, kind in enumerate(kinds) if str(kind).endswith("/wmt")]


class Run:
    """A network in training: its clock, its checkpoint, its running average."""

    def __init__(self, options: argparse.Namespace, recipe: Recipe) -> None:
        """Begin, or go on from the folder's checkpoint."""
        torch.manual_seed(recipe.seed)
        self.recipe, self.folder, self.budget = recipe, options.run, options.minutes * 60
        self.device = torch.device(options.device)
        self.pairs = Pairs(options.data, recipe)
        shape = Shape()
        self.network = Network(shape, self.pairs.n_source, self.pairs.n_target, recipe.dropout)
        if (options.data / "embeddings.npz").exists():
            _take_embeddings(self.network, options.data / "embeddings.npz")
        self.network.to(self.device, torch.bfloat16)
        self.optimiser = Optimiser(self.network, recipe)
        self.average = {name: value.clone() for name, value in self.optimiser.masters.items()}
        self.seconds, self.passes, self.tokens = 0.0, 0, 0
        self.folder.mkdir(parents=True, exist_ok=True)
        if (self.folder / "checkpoint.pt").exists():
            self._restore()
        elif options.weights:
            self._begin_with(options.weights)

    def go(self) -> None:
        """Train until the time is over."""
        saved = time.monotonic()
        recent: list[float] = []
        while self.seconds < self.budget:
            self.passes += 1
            for batch in self.pairs.batches(self.recipe.seed + self.passes):
                began = time.monotonic()
                recent.append(self._step(batch))
                self.seconds += time.monotonic() - began
                steps = self.optimiser.steps
                if steps % 50 == 0:
                    loss, recent = sum(recent) / len(recent), []
                    rate = f"{self.tokens / self.seconds:.0f} tokens/s {self.seconds:.0f} s"
                    print(f"step {steps} pass {self.passes} loss {loss:.3f} {rate}", flush=True)
                if steps % _DEV_EVERY_STEPS == 0:
                    print(f"step {steps} dev {self.dev_loss():.4f}", flush=True)
                if time.monotonic() - saved > _SAVE_EVERY_SECONDS:
                    self._save()
                    saved = time.monotonic()
                if self.seconds >= self.budget:
                    break
        print(f"step {self.optimiser.steps} dev {self.dev_loss():.4f} at the end", flush=True)
        self._save()

    def _step(self, batch: Batch) -> float:
        source, shifted, labels = (part.to(self.device) for part in batch)
        states = self.network(source, shifted)
        real = labels.flatten().nonzero().squeeze(1)
        loss = SmoothedLoss.apply(
            states.flatten(0, 1)[real], self.network.target.weight, labels.flatten()[real], self.recipe.label_smoothing
        )
        loss.backward()
        self.optimiser.step(self._share())
        self.tokens += len(real)
        if self.optimiser.steps % 10 == 0:
            kept = _AVERAGED**10
            for name, value in self.optimiser.masters.items():
                self.average[name].lerp_(value, 1 - kept)
        return float(loss.detach())

    def _share(self) -> float:
        """Share of the full learning rate at this moment."""
        warm = min(1.0, (self.optimiser.steps + 1) / self.recipe.warmup_steps)
        left = max(0.0, 1.0 - self.seconds / self.budget)
        return warm * min(1.0, left / self.recipe.cooldown)

    def dev_loss(self) -> float:
        """Mean loss a token on the dev pairs, without dropout, of the averaged weights."""
        self.network.eval()
        with torch.no_grad():
            for name, value in self.network.named_parameters():
                value.copy_(self.average[name])
            total, count = 0.0, 0
            for batch in self.pairs.dev_batches():
                source, shifted, labels = (part.to(self.device) for part in batch)
                scores = (self.network(source, shifted) @ self.network.target.weight.T).float().flatten(0, 1)
                gold = labels.flatten()
                total += float(torch.nn.functional.cross_entropy(scores, gold, ignore_index=0, reduction="sum"))
                count += int((gold != 0).sum())
            for name, value in self.network.named_parameters():
                value.copy_(self.optimiser.masters[name])
        self.network.train()
        return total / max(1, count)

    def _save(self) -> None:
        state = {
            "optimiser": self.optimiser.state(),
            "average": self.average,
            "seconds": self.seconds,
            "passes": self.passes,
            "tokens": self.tokens,
            "shape": asdict(self.network.shape),
        }
        torch.save(state, self.folder / "checkpoint.new")
        (self.folder / "checkpoint.new").replace(self.folder / "checkpoint.pt")

    def _restore(self) -> None:
        state = torch.load(self.folder / "checkpoint.pt", map_location=self.device, weights_only=True)
        self.optimiser.restore(state["optimiser"])
        for name, value in state["average"].items():
            self.average[name].copy_(value)
        self.seconds, self.passes, self.tokens = state["seconds"], state["passes"], state["tokens"]
        print(f"goes on from step {self.optimiser.steps}, {self.seconds:.0f} s", flush=True)

    def _begin_with(self, weights: Path) -> None:
        held = np.load(weights)
        for name, master in self.optimiser.masters.items():
            master.copy_(torch.from_numpy(held[name].astype(np.float32)))
            self.average[name].copy_(master)
        with torch.no_grad():
            for name, value in self.network.named_parameters():
                value.copy_(self.optimiser.masters[name])


def _take_embeddings(network: Network, path: Path) -> None:
    held = np.load(path)
    with torch.no_grad():
        network.source.weight.copy_(torch.from_numpy(held["source"]))
        network.target.weight.copy_(torch.from_numpy(held["target"]))


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--weights", type=Path, help="weights.npz of an earlier run to begin with")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    for name in ("batch_tokens", "matrix_rate", "vector_rate", "dropout", "cooldown", "focus"):
        parser.add_argument(f"--{name.replace('_', '-')}", type=float)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    names = ("batch_tokens", "matrix_rate", "vector_rate", "dropout", "cooldown", "focus")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    Run(options, replace(Recipe(), **given)).go()


if __name__ == "__main__":
    main()
