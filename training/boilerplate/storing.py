"""Write what was fitted as boilerplate_scorer reads it: plain arrays, in one file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyglot_news.paths import permissions_of, replacing
from polyglot_news.sources.boilerplate_features import FEATURES, REASONS
from polyglot_news.sources.boilerplate_scorer import Network
from polyglot_news.sources.boilerplate_vocabulary import LEARNED

Matrix = NDArray[np.float64]


def store(networks: Mapping[str, Network], vocabulary: Mapping[str, int], path: Path) -> None:
    """Write networks by name, and the tenths of each key of the vocabulary.

    Nothing is compressed: the wheel is, and these are read at every start.
    """
    # In the order of the bytes, in which they are looked up.
    rows = sorted(f"{key}\t{tenths}\n".encode() for key, tenths in vocabulary.items())
    arrays: dict[str, NDArray[Any]] = {
        "features": np.array((*FEATURES, *LEARNED)),
        "reasons": np.array(REASONS),
        "vocabulary": np.frombuffer(b"".join(rows), dtype=np.uint8),
    }
    for name, network in networks.items():
        arrays |= {f"{name}/shift": _rounded(network.shift), f"{name}/scale": _rounded(network.scale)}
        for number, (weights, bias) in enumerate(network.layers):
            arrays |= {f"{name}/weights.{number}": _rounded(weights), f"{name}/bias.{number}": _rounded(bias)}
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, permissions_of(path)) as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]  # names are no option of numpy's


def _rounded(array: Matrix) -> Matrix:
    rounded: Matrix = np.vectorize(lambda value: float(f"{value:.4g}"))(array)
    return rounded
