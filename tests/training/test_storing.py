"""What is written after a fit is what is read where it is used."""

import importlib.util
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np

from polyglot_news.alignment import scorer
from polyglot_news.sources import boilerplate_scorer

TRAINING = Path(__file__).parents[2] / "training"


def _storing(kind: str) -> ModuleType:
    path = TRAINING / kind / "storing.py"
    spec = importlib.util.spec_from_file_location(f"{kind}_storing", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_networks_and_vocabulary_of_boilerplate_come_back_as_they_were_written(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)

    def network(*sizes: int) -> boilerplate_scorer.Network:
        layers = tuple((rng.normal(size=(a, b)), rng.normal(size=b)) for a, b in pairwise(sizes))
        return boilerplate_scorer.Network(rng.normal(size=sizes[0]), rng.normal(size=sizes[0]), layers)

    networks = {"glance": network(5, 3, 1), "look": network(7, 1), "reason": network(5, 4, 3, 2)}
    vocabulary = {"ba": -3, "b": 10, "b a": 0, "=один": 12, "|": -40}

    _storing("boilerplate").store(networks, vocabulary, tmp_path / "new" / "weights.npz")

    found = boilerplate_scorer.read_scorer(tmp_path / "new" / "weights.npz")
    assert {key: found.vocabulary.get(key) for key in vocabulary} == {key: str(n) for key, n in vocabulary.items()}
    assert len(found.vocabulary.lines) == len(vocabulary)
    for name, written in networks.items():
        read = getattr(found, name)
        pairs = [(read.shift, written.shift), (read.scale, written.scale)]
        for layers in zip(read.layers, written.layers, strict=True):
            pairs += zip(*layers, strict=True)
        for one, other in pairs:
            np.testing.assert_allclose(one, other, rtol=1e-3)


def test_networks_of_the_aligner_come_back_as_they_were_written(tmp_path: Path) -> None:
    written = {
        kind: {name: scorer.Network(tuple(_member(seed + k) for k in range(3))) for name, seed in pair.items()}
        for kind, pair in (
            ("paragraphs", {"alone": 1, "in context": 11}),
            ("sentences", {"alone": 21, "in context": 31}),
        )
    }

    _storing("alignment").store(written, ["one", "other"], tmp_path / "new" / "links.npz")

    read = scorer.networks(tmp_path / "new" / "links.npz")
    measured = np.random.default_rng(2).normal(size=(7, 4))
    for kind, pair in written.items():
        for one, other in zip(read[kind], pair.values(), strict=True):
            assert len(one.members) == 3
            np.testing.assert_allclose(one.score(measured), other.score(measured), atol=1e-2)


def _member(seed: int) -> scorer.Member:
    rng = np.random.default_rng(seed)
    layers = tuple((rng.normal(size=shape), rng.normal(size=shape[1])) for shape in ((4, 5), (5, 1)))
    return scorer.Member(rng.normal(size=4), rng.normal(size=4), layers)
