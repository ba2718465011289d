"""bertalign (Liu & Zhu 2022): embeddings in two passes, first the pairs, then runs along their path, in order.

Install: `pip install bertalign` (version 2; Python 3.12, torch, lingua), and a model, see embedding.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from scoring import Bead

from peers.embedding import Embedded, Embedding


@dataclass(frozen=True, slots=True)
class Bertalign(Embedded):
    """Links by one of the embeddings, with bertalign's defaults."""

    system = "bertalign"
    package = "bertalign"

    def link(
        self,
        originals: Sequence[str],
        translations: Sequence[str],
        base: Sequence[str],
        language: str,  # noqa: ARG002  # bertalign detects it
    ) -> list[Bead]:
        """Link the originals, or what they became in English, with the base."""
        edition = self.readable(originals, translations)
        sides = ("\n".join(edition), "\n".join(base))
        found = import_module("bertalign").Bertalign(*sides, is_split=True, model=_encoder(self.embedding))
        return [(tuple(map(int, theirs)), tuple(map(int, ours))) for theirs, ours in found.align_sents()]


@cache
def _encoder(embedding: Embedding) -> Any:  # noqa: ANN401  # a class of a library that need not be here
    return import_module("bertalign").Encoder(embedding.find())
