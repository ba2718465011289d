"""How likely each word of a side is told on that side only: layers of convolution over what was measured of the words.

Weights are plain numbers, fitted by training/differences/ on pairs of paragraphs with known edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from polyglot_news.arrays import UNREADABLE, read_arrays
from polyglot_news.errors import PackageDamagedError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float32]

MODEL = Path(__file__).parent.parent / "data" / "differences" / "words.npz"
SIDES = ("base", "translation", "original")
_HINT = "pip install --force-reinstall polyglot-news"
_WIDTH, _DILATIONS = 5, (1, 2, 4)
_DIMENSIONS = 2  # of a bias: members x hidden
_ROOM = 2 * max(_DILATIONS)  # rows between two texts, so that none sees the other


class Layer(NamedTuple):
    """A linear map, or one for each of the places that a word looks at."""

    weights: Matrix
    bias: Vector


class Member(NamedTuple):
    """One network: into the hidden width, layers that look around, out to log-odds."""

    enter: Layer
    around: tuple[Layer, ...]  # weights: (places x hidden) x hidden
    leave: Layer


class Network(NamedTuple):
    """Several members that were fitted from different beginnings; the mean of their answers errs less."""

    shift: Vector
    scale: Vector
    members: tuple[Member, ...]

    def probabilities(self, texts: Sequence[NDArray[np.floating[Any]]]) -> list[Vector]:
        """Judge the words of several texts.

        Args:
            texts: of each, words x features.

        Returns:
            For each text the probability of each of its words, 0..1.
        """
        import numpy as np  # noqa: PLC0415  # heavy

        if not sum(map(len, texts)):
            return [np.zeros(0, dtype=np.float32) for _ in texts]
        rows, mask, starts = _laid_out(texts)
        measured = (rows - self.shift) * self.scale
        answers = np.mean([_sigmoid(_run(member, measured, mask)) for member in self.members], axis=0)
        return [answers[start : start + len(text)] for start, text in zip(starts, texts, strict=True)]


def _laid_out(texts: Sequence[NDArray[np.floating[Any]]]) -> tuple[Matrix, Matrix, list[int]]:
    """All texts below each other, with room between them."""
    import numpy as np  # noqa: PLC0415  # heavy

    starts, at = [], _ROOM
    for text in texts:
        starts.append(at)
        at += len(text) + _ROOM
    width = max(text.shape[1] for text in texts)
    rows, mask = np.zeros((at, width), dtype=np.float32), np.zeros((at, 1), dtype=np.float32)
    for start, text in zip(starts, texts, strict=True):
        if len(text):
            rows[start : start + len(text)], mask[start : start + len(text)] = text, 1.0
    return rows, mask, starts


def _run(member: Member, measured: Matrix, mask: Matrix) -> Vector:
    import numpy as np  # noqa: PLC0415  # heavy

    values = np.maximum(measured @ member.enter.weights + member.enter.bias, 0.0) * mask
    for layer, dilation in zip(member.around, _DILATIONS, strict=True):
        seen = np.concatenate([np.roll(values, -step * dilation, axis=0) for step in (-2, -1, 0, 1, 2)], axis=1)
        values = (values + np.maximum(seen @ layer.weights + layer.bias, 0.0)) * mask
    answer: Vector = (values @ member.leave.weights + member.leave.bias)[:, 0]
    return answer


def _sigmoid(values: Vector) -> Vector:
    import numpy as np  # noqa: PLC0415  # heavy

    answer: Vector = (1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0)))).astype(np.float32)
    return answer


class Model(NamedTuple):
    """All that was fitted, by side."""

    networks: dict[str, Network]
    wholes: dict[str, tuple[float, ...]]  # what a sentence that is told on one side only is told by
    confidence: dict[str, tuple[float, ...]]  # what the confidence of a run is judged by


@cache
def model(path: Path = MODEL) -> Model:
    """Read all that was fitted.

    Raises:
        PackageDamagedError: the file is missing, damaged or of something else.
    """
    stored = _stored(path)
    wholes, confidence = (
        {side: tuple(stored.array(f"{name}/{side}").tolist()) for side in SIDES} for name in ("wholes", "confidence")
    )
    return Model(_networks(stored), wholes, confidence)


@cache
def networks(path: Path) -> dict[str, Network]:
    """Read the networks for the base, the translation and the original alone, before the rest is fitted to them.

    Raises:
        PackageDamagedError: as `model` does.
    """
    return _networks(_stored(path))


class _Stored(NamedTuple):
    """Arrays of one file."""

    path: Path
    arrays: dict[str, Matrix]

    def array(self, name: str, *shape: int) -> Matrix:
        """Return an array of finite numbers, of the given shape unless none is given."""
        import numpy as np  # noqa: PLC0415  # heavy

        found = self.arrays.get(name)
        if found is None or (shape and found.shape != shape) or not np.isfinite(found).all():
            raise self.damaged(name)
        return found

    def damaged(self, name: str) -> PackageDamagedError:
        """Return the error that names an array."""
        return PackageDamagedError(f"{self.path}: {name} is missing or damaged", hint=_HINT)


def _stored(path: Path) -> _Stored:
    import numpy as np  # noqa: PLC0415  # heavy

    try:
        return _Stored(path, {name: array.astype(np.float32) for name, array in read_arrays(path).items()})
    except UNREADABLE as error:
        raise PackageDamagedError(f"{path}: cannot be read as a model", hint=_HINT) from error


def _networks(stored: _Stored) -> dict[str, Network]:
    return {side: _network(stored, side) for side in SIDES}


def _network(stored: _Stored, side: str) -> Network:
    """Take the members of a network apart; they are stored together, for each array takes its time to be opened."""
    shift = stored.array(f"{side}/shift")
    enter_bias = stored.array(f"{side}/enter.bias")
    if enter_bias.ndim != _DIMENSIONS or not len(enter_bias):
        raise stored.damaged(f"{side}/enter.bias")
    n_members, hidden = enter_bias.shape
    enter = stored.array(f"{side}/enter.weight", n_members, hidden, len(shift))
    leave = stored.array(f"{side}/leave.weight", n_members, 1, hidden)
    leave_bias = stored.array(f"{side}/leave.bias", n_members, 1)
    around = [
        (
            stored.array(f"{side}/layers.{k}.weight", n_members, hidden, hidden, _WIDTH),
            stored.array(f"{side}/layers.{k}.bias", n_members, hidden),
        )
        for k in range(len(_DILATIONS))
    ]
    members = tuple(
        Member(
            Layer(enter[m].T, enter_bias[m]),
            tuple(Layer(_unrolled(weights[m]), bias[m]) for weights, bias in around),
            Layer(leave[m].T, leave_bias[m]),
        )
        for m in range(n_members)
    )
    return Network(shift, stored.array(f"{side}/scale", len(shift)), members)


def _unrolled(weights: Matrix) -> Matrix:
    """From outputs x inputs x places to (places x inputs) x outputs."""
    unrolled: Matrix = weights.transpose(2, 1, 0).reshape(-1, weights.shape[0])
    return unrolled
