"""The arithmetic of the networks, against the same in plain Python on weights as they are fitted."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from math import exp
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from polyglot_news.differences.network import MODEL, SIDES, model
from polyglot_news.errors import PackageDamagedError

Rows = list[list[float]]
Arrays = dict[str, NDArray[np.float32]]
_FEATURES, _HIDDEN, _WIDTH, _DILATIONS = 3, 4, 5, (1, 2, 4)
CONFIDENCE = (0.5, -0.25, 1.0)
WHOLES = (0.25, -0.5)


def _weights(seed: int, n_members: int) -> Arrays:
    """Small random weights for all sides, named and shaped as they are stored."""
    rng = np.random.default_rng(seed)
    shapes = {
        "enter.weight": (_HIDDEN, _FEATURES),
        "enter.bias": (_HIDDEN,),
        "leave.weight": (1, _HIDDEN),
        "leave.bias": (1,),
    }
    for k in range(len(_DILATIONS)):
        shapes |= {f"layers.{k}.weight": (_HIDDEN, _HIDDEN, _WIDTH), f"layers.{k}.bias": (_HIDDEN,)}
    arrays: Arrays = {}
    for side in SIDES:
        arrays |= {f"{side}/{name}": rng.normal(size=_FEATURES).astype(np.float32) for name in ("shift", "scale")}
        arrays[f"confidence/{side}"] = np.array(CONFIDENCE, dtype=np.float32)
        arrays[f"wholes/{side}"] = np.array(WHOLES, dtype=np.float32)
        arrays |= {
            f"{side}/{name}": rng.normal(scale=0.6, size=(n_members, *shape)).astype(np.float32)
            for name, shape in shapes.items()
        }
    return arrays


def _stored(folder: Path, arrays: Mapping[str, NDArray[np.float32]]) -> Path:
    path = folder / f"words{len([*folder.iterdir()])}.npz"
    with path.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]  # the names are those of arrays
    return path


def _texts(seed: int, lengths: Iterable[int]) -> list[NDArray[np.float64]]:
    rng = np.random.default_rng(seed)
    return [rng.normal(size=(length, _FEATURES)) for length in lengths]


def _slow(arrays: Arrays, side: str, text: Sequence[Sequence[float]], n_members: int) -> list[float]:
    """The same arithmetic, number by number, from the weights as they are stored."""
    shift, scale = arrays[f"{side}/shift"], arrays[f"{side}/scale"]
    measured = [[(x - float(a)) * float(b) for x, a, b in zip(row, shift, scale, strict=True)] for row in text]
    answers = [_slow_member(arrays, side, member, measured) for member in range(n_members)]
    return [sum(one) / n_members for one in zip(*answers, strict=True)]


def _slow_member(arrays: Arrays, side: str, member: int, measured: Rows) -> list[float]:
    values = [
        [
            max(0.0, one)
            for one in _mapped(row, arrays[f"{side}/enter.weight"][member], arrays[f"{side}/enter.bias"][member])
        ]
        for row in measured
    ]
    for k, dilation in enumerate(_DILATIONS):
        weights, bias = arrays[f"{side}/layers.{k}.weight"][member], arrays[f"{side}/layers.{k}.bias"][member]
        values = [
            [
                values[word][out] + max(0.0, float(bias[out]) + _seen(values, word, dilation, weights[out]))
                for out in range(_HIDDEN)
            ]
            for word in range(len(values))
        ]
    leave = (arrays[f"{side}/leave.weight"][member], arrays[f"{side}/leave.bias"][member])
    return [1 / (1 + exp(-one)) for row in values for one in _mapped(row, *leave)]


def _mapped(row: Sequence[float], weights: NDArray[np.float32], bias: NDArray[np.float32]) -> list[float]:
    return [
        float(constant) + sum(x * float(weight) for x, weight in zip(row, some, strict=True))
        for some, constant in zip(weights, bias, strict=True)
    ]


def _seen(values: Rows, word: int, dilation: int, weights: NDArray[np.float32]) -> float:
    """What one output sees of the words around; nothing stands before the first and behind the last."""
    total = 0.0
    for place in range(_WIDTH):
        other = word + (place - _WIDTH // 2) * dilation
        if 0 <= other < len(values):
            total += sum(values[other][n] * float(weights[n][place]) for n in range(_HIDDEN))
    return total


@settings(max_examples=12)
@given(seed=st.integers(0, 10**6), length=st.integers(0, 24), n_members=st.integers(1, 3), side=st.sampled_from(SIDES))
def test_probabilities_are_those_of_the_plain_arithmetic(
    tmp_path_factory: pytest.TempPathFactory, seed: int, length: int, n_members: int, side: str
) -> None:
    arrays = _weights(seed, n_members)
    (text,) = _texts(seed, [length])
    path = _stored(tmp_path_factory.mktemp("models"), arrays)

    (fast,) = model(path).networks[side].probabilities([text])

    assert fast.tolist() == pytest.approx(_slow(arrays, side, text.tolist(), n_members), abs=1e-5)


@settings(max_examples=20)
@given(seed=st.integers(0, 10**6), lengths=st.lists(st.integers(0, 20), max_size=6))
def test_texts_judged_together_have_the_probabilities_of_each_alone(
    tmp_path_factory: pytest.TempPathFactory, seed: int, lengths: list[int]
) -> None:
    network = model(_stored(tmp_path_factory.mktemp("models"), _weights(1, 2))).networks["base"]
    texts = _texts(seed, lengths)

    together = network.probabilities(texts)

    assert [len(one) for one in together] == lengths
    for text, probabilities in zip(texts, together, strict=True):
        (alone,) = network.probabilities([text])
        assert probabilities == pytest.approx(alone, abs=1e-5)
        assert ((probabilities >= 0) & (probabilities <= 1)).all()


def test_measures_beyond_all_bounds_give_probabilities_all_the_same(tmp_path: Path) -> None:
    network = model(_stored(tmp_path, _weights(3, 1))).networks["original"]

    (found,) = network.probabilities([np.full((4, _FEATURES), 1e6)])

    assert np.isfinite(found).all()


def test_no_texts_have_no_probabilities(tmp_path: Path) -> None:
    network = model(_stored(tmp_path, _weights(3, 1))).networks["base"]

    assert network.probabilities([]) == []
    assert [len(one) for one in network.probabilities([np.zeros((0, _FEATURES))])] == [0]


def test_what_confidence_and_whole_sentences_are_judged_by_is_read_by_side(tmp_path: Path) -> None:
    fitted = model(_stored(tmp_path, _weights(3, 1)))

    assert fitted.confidence == dict.fromkeys(SIDES, CONFIDENCE)
    assert fitted.wholes == dict.fromkeys(SIDES, WHOLES)


@pytest.mark.parametrize("side", SIDES)
def test_what_comes_along_judges_every_side(side: str) -> None:
    fitted = model()
    network = fitted.networks[side]

    (found,) = network.probabilities([np.zeros((5, len(network.shift)))])

    assert network.members
    assert all(0 <= one <= 1 for one in found.tolist())
    assert len(fitted.confidence[side]) == len(fitted.confidence["base"])
    assert len(fitted.wholes[side]) == len(fitted.wholes["base"])
    assert np.isfinite(fitted.confidence[side]).all()


@pytest.mark.parametrize("side", SIDES)
def test_no_measure_is_blown_up_because_it_hardly_varied_where_the_network_was_fitted(side: str) -> None:
    """A doubted translation is met by users, though none was fitted on: it must not drown all else."""
    assert model().networks[side].scale.max() < 500


def _bytes(kind: str) -> bytes:
    """A file that is no model: damaged, or of something else."""
    whole = MODEL.read_bytes()
    lone = BytesIO()
    np.save(lone, np.zeros(3))
    objects = BytesIO()
    np.savez(objects, shift=np.array([{}], dtype=object))
    return {
        "empty": b"",
        "truncated": whole[: len(whole) // 2],
        "text": b"no model",
        "one bit is wrong": whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:],
        "one array": lone.getvalue(),
        "objects": objects.getvalue(),
    }[kind]


def _foreign(kind: str) -> Arrays:
    """Arrays that are no model."""
    arrays = _weights(5, 1)
    changed: dict[str, Arrays] = {
        "other shapes": {"base/enter.weight": np.zeros((1, 2, 2), dtype=np.float32)},
        "no numbers": {"base/enter.bias": np.full((1, _HIDDEN), np.nan, dtype=np.float32)},
        "beyond numbers": {"base/enter.bias": np.full((1, _HIDDEN), np.inf, dtype=np.float32)},
    }
    changed |= {
        "no members": {name: one[:0] for name, one in arrays.items() if "." in name},
        "a member too few": {"base/layers.2.bias": arrays["base/layers.2.bias"][:0]},
        "one member alone": {name: one[0] for name, one in arrays.items() if "." in name},
    }
    dropped = {
        "no networks": "/enter.", "one layer less": "original/layers.1.weight", "no confidence": "confidence/",
        "nothing": "",
    }  # fmt: skip
    if kind in dropped:
        return {name: one for name, one in arrays.items() if dropped[kind] not in name}
    return arrays | changed[kind]


def _is_named(path: Path) -> None:
    with pytest.raises(PackageDamagedError, match=path.name) as caught:
        model(path)
    assert "\n" not in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("kind", ["empty", "truncated", "text", "one bit is wrong", "one array", "objects"])
def test_a_damaged_model_is_named_in_one_line(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "words.npz"
    path.write_bytes(_bytes(kind))

    _is_named(path)


@pytest.mark.parametrize(
    "kind",
    [
        "other shapes",
        "no numbers",
        "beyond numbers",
        "no members",
        "a member too few",
        "one member alone",
        "no networks",
        "one layer less",
        "no confidence",
        "nothing",
    ],
)
def test_a_model_of_something_else_is_named_in_one_line(kind: str, tmp_path: Path) -> None:
    _is_named(_stored(tmp_path, _foreign(kind)))


def test_a_model_that_is_not_there_is_named_in_one_line(tmp_path: Path) -> None:
    _is_named(tmp_path / "words.npz")
