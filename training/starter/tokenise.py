"""Steps 2 and 3: one joint SentencePiece vocabulary for Russian, Ukrainian and English; pairs as packed token numbers.

The target side keeps only the pieces that English text needs: a smaller softmax, faster in training and in use.

usage: python training/starter/tokenise.py --pairs pairs.tsv --output FOLDER [--vocabulary sentencepiece.model]
Writes sentencepiece.model, source.txt, target.txt (pieces, one a line), data.npz.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

import numpy as np
import sentencepiece as spm
from recipe import COPIES, Recipe

SPECIAL = ("<blank>", "<s>", "</s>", "<unk>")  # the first rows of both vocabularies; "<blank>" pads


def main() -> None:
    """Train the vocabulary where none is given, then number the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument(
        "--vocabulary", type=Path, help="keep the vocabulary of an earlier run: needed to go on from its weights"
    )
    parser.add_argument("--pieces", type=int, default=Recipe().vocabulary)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    rows = [line.rstrip("\n").split("\t") for line in options.pairs.open(encoding="utf-8")]
    model = options.output / "sentencepiece.model"
    if options.vocabulary:
        model.write_bytes(options.vocabulary.read_bytes())
    else:
        _train_vocabulary(rows, model, options.pieces)
    _number(rows, model, options.output, keep=options.vocabulary is not None)


def _train_vocabulary(rows: list[list[str]], model: Path, pieces: int) -> None:
    rng = random.Random(Recipe().seed)
    sentences = [text for row in rows if COPIES[row[0], row[1]] >= rng.random() for text in row[2:]]
    # Ukrainian is rarer in the data than it is in use.
    sentences += [row[2] for row in rows if row[0] == "uk" and COPIES[row[0], row[1]] >= 1]
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_prefix=str(model.with_suffix("")), vocab_size=pieces, model_type="bpe",
        character_coverage=0.9999, byte_fallback=True, split_digits=True, normalization_rule_name="nmt_nfkc",
        pad_id=-1, bos_id=-1, eos_id=-1, unk_id=0, num_threads=2, minloglevel=2,
    )  # fmt: skip


def _number(rows: list[list[str]], model: Path, folder: Path, *, keep: bool) -> None:
    pieces = spm.SentencePieceProcessor(model_file=str(model))
    originals = pieces.encode([row[2] for row in rows], out_type=str)
    english = pieces.encode([row[3] for row in rows], out_type=str)
    if keep and (folder / "target.txt").exists():
        source, target = (_read(folder / name) for name in ("source.txt", "target.txt"))
    else:
        everything = [pieces.id_to_piece(k) for k in range(pieces.get_piece_size())][1:]
        used = Counter(piece for sentence in english for piece in sentence)
        source = [*SPECIAL, *everything]
        target = [*SPECIAL, *(piece for piece in everything if used[piece] or piece.startswith("<0x"))]
        (folder / "source.txt").write_text("\n".join(source) + "\n", encoding="utf-8")
        (folder / "target.txt").write_text("\n".join(target) + "\n", encoding="utf-8")
    kinds = sorted({(row[0], row[1]) for row in rows})
    number_of = {kind: k for k, kind in enumerate(kinds)}
    sides = [_packed(sentences, vocabulary) for sentences, vocabulary in ((originals, source), (english, target))]
    np.savez_compressed(
        folder / "data.npz",
        source=sides[0][0], source_ends=sides[0][1], target=sides[1][0], target_ends=sides[1][1],
        kind=np.array([number_of[row[0], row[1]] for row in rows], dtype=np.uint8),
        kinds=np.array(["/".join(kind) for kind in kinds]),
    )  # fmt: skip
    print(
        len(rows),
        "pairs;",
        len(source),
        "source pieces,",
        len(target),
        "target pieces;",
        sides[1][1][-1],
        "target tokens",
    )


def _packed(sentences: list[list[str]], vocabulary: list[str]) -> tuple[np.ndarray, np.ndarray]:
    number_of = {piece: k for k, piece in enumerate(vocabulary)}
    unknown = SPECIAL.index("<unk>")
    flat = np.array([number_of.get(piece, unknown) for sentence in sentences for piece in sentence], dtype=np.uint16)
    return flat, np.cumsum([len(sentence) for sentence in sentences])


def _read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


if __name__ == "__main__":
    main()
