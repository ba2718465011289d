"""Step 3b: embeddings to begin with, in which a piece and what it is aligned to lie close together.

A network that is trained for hours, not weeks, spends most of them finding out which word answers which. Word alignment
knows that in minutes: pieces are aligned in both directions (eflomal, Östling & Tiedemann 2016), the counts of links
weighed by pointwise mutual information and factored, so that the vectors of a source piece and of its likeliest target
pieces point the same way. Idea: cross-lingual embeddings as a beginning for translation with little text (Qi et al.
2018); the factoring is that of Levy & Goldberg (2014), over aligned pieces in place of neighbours.

usage: python training/starter/embed.py --data numbered
Reads data.npz, source.txt, target.txt; writes embeddings.npz, which train.py begins with.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import scipy.sparse
import scipy.sparse.linalg
from recipe import COPIES, Recipe, Shape

_LEAST_COPIES, _MOST_PAIRS = 0.3, 260_000


def main() -> None:
    """Align, count, factor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    held = np.load(options.data / "data.npz")
    sizes = [len((options.data / f"{side}.txt").read_text("utf-8").split("\n")) - 1 for side in ("source", "target")]
    counts = _aligned_counts(held, (sizes[0], sizes[1]))
    source, target = factored(counts, Shape().width)
    np.savez(options.data / "embeddings.npz", source=source, target=target)
    print(f"{counts.nnz} pairs of pieces, {int(counts.sum())} links")


def factored(counts: scipy.sparse.csr_matrix, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return vectors of unit length, rows of both vocabularies; pieces never aligned get random ones."""
    cells = counts.tocoo()
    total = cells.data.sum()
    rows = np.asarray(counts.sum(axis=1)).ravel()
    # Counts of rare targets are smoothed, or their mutual information would drown the rest.
    columns = np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    columns *= total / columns.sum()
    information = np.log(cells.data * total / (rows[cells.row] * columns[cells.col]))
    kept = information > 0
    matrix = scipy.sparse.csr_matrix(
        (information[kept].astype(np.float32), (cells.row[kept], cells.col[kept])), shape=counts.shape
    )
    left, strength, right = scipy.sparse.linalg.svds(matrix, k=width, random_state=Recipe().seed)
    rng = np.random.default_rng(Recipe().seed)
    turn = np.linalg.qr(rng.standard_normal((width, width)))[0]  # so that no dimension is stronger than another
    return tuple(_unit((side * np.sqrt(strength)) @ turn, rng) for side in (left, right.T))  # type: ignore[return-value]


def _unit(vectors: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unknown = lengths[:, 0] < 1e-4  # noqa: PLR2004  # nothing known of it
    vectors[unknown] = rng.standard_normal((int(unknown.sum()), vectors.shape[1]))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float32)


def _aligned_counts(held: np.lib.npyio.NpzFile, sizes: tuple[int, int]) -> scipy.sparse.csr_matrix:
    """Count how often pieces were linked in both directions."""
    import eflomal  # noqa: PLC0415  # compiled at its installation; only here

    sides = [(held[side], np.concatenate([[0], held[f"{side}_ends"]])) for side in ("source", "target")]
    copies = np.array([COPIES[tuple(str(kind).split("/"))] for kind in held["kinds"]])[held["kind"]]
    chosen = np.flatnonzero(copies >= _LEAST_COPIES)[:_MOST_PAIRS]
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{folder}/{name}" for name in ("source", "target", "forward", "reverse")]
        for (flat, ends), name in zip(sides, names[:2], strict=True):
            lines = (" ".join(map(str, flat[ends[k] : ends[k + 1]])) or "0" for k in chosen)
            Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        with Path(names[0]).open(encoding="utf-8") as source, Path(names[1]).open(encoding="utf-8") as target:
            eflomal.Aligner(model=3, rel_iterations=0.3).align(
                source, target, links_filename_fwd=names[2], links_filename_rev=names[3]
            )
        links = [Path(name).read_text().splitlines() for name in names[2:]]
    rows, columns = [], []
    for k, forward, reverse in zip(chosen, *links, strict=True):
        for link in set(forward.split()) & set(reverse.split()):
            i, j = map(int, link.split("-"))
            rows.append(int(sides[0][0][sides[0][1][k] + i]))
            columns.append(int(sides[1][0][sides[1][1][k] + j]))
    return scipy.sparse.csr_matrix((np.ones(len(rows), dtype=np.float64), (rows, columns)), shape=sizes)


if __name__ == "__main__":
    main()
