"""Write what was fitted as polyglot_news.alignment.scorer reads it: plain arrays, in one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyglot_news.alignment.context import CONTEXT
from polyglot_news.alignment.scorer import Member, Network

_DIGITS = 4


def store(networks: Mapping[str, Mapping[str, Network]], measured: Sequence[str], path: Path) -> None:
    """Write the networks for paragraphs and for sentences, alone and in context.

    Nothing is compressed: the wheel is, and these are read at every start.

    Args:
        networks: by "paragraphs" and "sentences", then by "alone" and "in context".
        measured: the names of what is measured of a cell.
        path: of the file.
    """
    arrays: dict[str, NDArray[Any]] = {"features": np.array(measured), "context": np.array(CONTEXT)}
    for kind, pair in networks.items():
        for name, network in pair.items():
            arrays |= {f"{kind}/{name}/{part}": values for part, values in _together(network.members).items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **arrays)  # type: ignore[arg-type]  # names are no option of numpy's


def _together(members: Sequence[Member]) -> dict[str, NDArray[np.float32]]:
    """All members under one name each."""
    parts = {"shift": [one.shift for one in members], "scale": [one.scale for one in members]}
    for number in range(len(members[0].layers)):
        parts[f"weights.{number}"] = [one.layers[number][0] for one in members]
        parts[f"bias.{number}"] = [one.layers[number][1] for one in members]
    return {name: np.array(values, dtype=np.float32).round(_DIGITS) for name, values in parts.items()}
