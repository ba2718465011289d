"""Weights out of an exported package, so that training can go on from the one in the wheel, with no checkpoint kept.

int8 weights come back with the error of their rounding, which a few hundred steps mend.

usage: python training/starter/reopen.py --starter polyglot_news/data/starter --output FOLDER
Writes weights.npz for train.py --weights, and sentencepiece.model, source.txt, target.txt for tokenise.py --vocabulary.
"""

from __future__ import annotations

import argparse
import json
import shutil
import struct
from pathlib import Path
from typing import BinaryIO

import numpy as np

# CTranslate2's numbers of element types, in the order of its DataType.
_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
_PARTS = {
    "self_attention/layer_norm": "attention_norm",
    "self_attention/linear_0": "attention.query",
    "self_attention/linear_1": "attention.out",
    "attention/layer_norm": "crossing_norm",
    "attention/linear_0": "crossing.query",
    "attention/linear_1": "crossing.memory",
    "attention/linear_2": "crossing.out",
    "ffn/layer_norm": "inner_norm",
    "ffn/linear_0": "inner",
    "ffn/linear_1": "outer",
}


def main() -> None:
    """Read the model, write the weights under the names of network.py."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starter", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    with (options.starter / "model" / "model.bin").open("rb") as file:
        variables = _variables(file)
    np.savez(options.output / "weights.npz", **_renamed(variables))
    shutil.copy(options.starter / "sentencepiece.model", options.output)
    for side in ("source", "target"):
        pieces = json.loads((options.starter / "model" / f"{side}_vocabulary.json").read_text("utf-8"))
        (options.output / f"{side}.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")


def _variables(file: BinaryIO) -> dict[str, np.ndarray]:
    """Read every variable. Source of the layout: ctranslate2.specs.model_spec.ModelSpec._serialize."""
    _number(file, "I")  # version of the layout
    _name(file)
    _number(file, "I")  # revision of the architecture
    variables = {}
    for _ in range(_number(file, "I")):
        name = _name(file)
        shape = [_number(file, "I") for _ in range(_number(file, "B"))]
        kind = _TYPES[_number(file, "B")]
        raw = file.read(_number(file, "I"))
        variables[name] = np.frombuffer(raw, dtype=kind).reshape(shape)
    for _ in range(_number(file, "I")):  # equal values are stored once
        name = _name(file)
        variables[name] = variables[_name(file)]
    return variables


def _renamed(variables: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    weights = {
        "source.weight": _whole(variables, "encoder/embeddings_0/weight"),
        "target.weight": _whole(variables, "decoder/embeddings/weight"),
    }
    for name in list(variables):
        side, _, rest = name.partition("/")
        if name.endswith("_scale") or side not in {"encoder", "decoder"}:
            continue
        end = {"gamma": "weight", "beta": "bias"}.get(name.rpartition("/")[2], name.rpartition("/")[2])
        if rest.startswith("layer_norm/"):
            weights[f"{side}_norm.{end}"] = variables[name]
        elif rest.startswith("layer_"):
            layer, _, part = rest.rpartition("/")[0].partition("/")
            if part in _PARTS:
                weights[f"{side}.{layer.removeprefix('layer_')}.{_PARTS[part]}.{end}"] = _whole(variables, name)
    return weights


def _whole(variables: dict[str, np.ndarray], name: str) -> np.ndarray:
    """Undo the quantisation: rows were multiplied by their scale and rounded."""
    if f"{name}_scale" not in variables:
        return variables[name].astype(np.float32)
    return variables[name].astype(np.float32) / variables[f"{name}_scale"].astype(np.float32)[:, None]


def _number(file: BinaryIO, kind: str) -> int:
    return int(struct.unpack(f"<{kind}", file.read(struct.calcsize(kind)))[0])


def _name(file: BinaryIO) -> str:
    return file.read(_number(file, "H")).rstrip(b"\0").decode()


if __name__ == "__main__":
    main()
