"""Step 5: from a checkpoint to two Argos packages that share one CTranslate2 model in int8.

usage: python training/starter/export.py --run FOLDER --data FOLDER --version 0.1 --output polyglot_news/data/starter
Writes model/, sentencepiece.model, translate-ru_en-VERSION/metadata.json and translate-uk_en-VERSION/metadata.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import torch
from recipe import Recipe, Shape

_NAMES = {"ru": "Russian", "uk": "Ukrainian"}
_LICENCE = (
    "Weights: for research and personal use, as the WMT news they were trained on; other sources: see MODEL_CARD.md. "
    "Written sentences and lexicon: MIT."
)


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--version", default="0.1")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--weights", choices=("average", "last"), default="average")
    options = parser.parse_args()
    state = torch.load(options.run / "checkpoint.pt", map_location="cpu", weights_only=True)
    held = state["average"] if options.weights == "average" else state["optimiser"]["masters"]
    weights = {name: value.float().numpy() for name, value in held.items()}
    options.output.mkdir(parents=True, exist_ok=True)
    for old in options.output.glob("translate-*"):
        shutil.rmtree(old)
    _save_model(weights, Shape(**state["shape"]), options.data, options.output / "model")
    shutil.copy(options.data / "sentencepiece.model", options.output)
    for code in _NAMES:
        _write_metadata(
            options.output / f"translate-{code}_en-{options.version.replace('.', '_')}", code, options.version
        )
    size = sum(path.stat().st_size for path in options.output.rglob("*") if path.is_file())
    print(f"{options.output}: {size / 1e6:.1f} MB, step {state['optimiser']['steps']}, {state['tokens']} tokens")


def _save_model(weights: dict[str, np.ndarray], shape: Shape, data: Path, folder: Path) -> None:
    spec = ctranslate2.specs.TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers),
        shape.heads,
        pre_norm=True,
        activation=ctranslate2.specs.Activation.RELU,
    )
    spec.encoder.embeddings[0].weight = weights["source.weight"]
    spec.decoder.embeddings.weight = weights["target.weight"]
    spec.decoder.projection.weight = weights["target.weight"]
    for side, part in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        _set_norm(part.layer_norm, weights, f"{side}_norm")
        for k, layer in enumerate(part.layer):
            _set_layer(layer, weights, f"{side}.{k}")
    spec.register_source_vocabulary(_pieces(data / "source.txt"))
    spec.register_target_vocabulary(_pieces(data / "target.txt"))
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"
    spec.validate()
    spec.optimize(quantization="int8")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    spec.save(str(folder))


def _set_layer(layer: Any, weights: dict[str, np.ndarray], name: str) -> None:
    _set_norm(layer.self_attention.layer_norm, weights, f"{name}.attention_norm")
    _set_linear(layer.self_attention.linear[0], weights, f"{name}.attention.query")
    _set_linear(layer.self_attention.linear[1], weights, f"{name}.attention.out")
    if f"{name}.crossing.query.weight" in weights:
        _set_norm(layer.attention.layer_norm, weights, f"{name}.crossing_norm")
        for k, part in enumerate(("query", "memory", "out")):
            _set_linear(layer.attention.linear[k], weights, f"{name}.crossing.{part}")
    _set_norm(layer.ffn.layer_norm, weights, f"{name}.inner_norm")
    _set_linear(layer.ffn.linear_0, weights, f"{name}.inner")
    _set_linear(layer.ffn.linear_1, weights, f"{name}.outer")


def _set_linear(linear: Any, weights: dict[str, np.ndarray], name: str) -> None:
    linear.weight, linear.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _set_norm(norm: Any, weights: dict[str, np.ndarray], name: str) -> None:
    norm.gamma, norm.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _pieces(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def _write_metadata(folder: Path, code: str, version: str) -> None:
    folder.mkdir()
    metadata = {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": code,
        "from_name": _NAMES[code],
        "to_code": "en",
        "to_name": "English",
        "license": _LICENCE,
        "shares": "..",
        "longest_tokens": Recipe().longest_tokens,
    }
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
