"""bertalign (Liu & Zhu 2022): embeddings in two passes, first the pairs, then runs along their path, in order.

Install: `pip install bertalign` (version 2; Python 3.12, torch, lingua), and a model, see embedding.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from scoring import Bead

from peers.embedding import Embedding


@dataclass(frozen=True, slots=True)
class Bertalign:
    """Links by one of the embeddings, with bertalign's defaults."""

    embedding: Embedding

    @property
    def name(self) -> str:
        """With the embedding."""
        return f"bertalign + {self.embedding.name}"

    @property
    def install(self) -> str:
        """With the embedding's."""
        return f"pip install bertalign; {self.embedding.install}"

    def available(self) -> bool:
        """Whether the library and the model are here."""
        return find_spec("bertalign") is not None and self.embedding.available()

    def link(
        self,
        originals: Sequence[str],
        translations: Sequence[str],
        base: Sequence[str],
        language: str,  # noqa: ARG002  # bertalign detects it
    ) -> list[Bead]:
        """Link the originals, or what they became in English, with the base."""
        edition = translations if self.embedding.is_english_only else originals
        sides = ("\n".join(edition), "\n".join(base))
        found = import_module("bertalign").Bertalign(*sides, is_split=True, model=_encoder(self.embedding))
        return [(tuple(map(int, theirs)), tuple(map(int, ours))) for theirs, ours in found.align_sents()]


@cache
def _encoder(embedding: Embedding) -> Any:  # noqa: ANN401  # a class of a library that need not be here
    return import_module("bertalign").Encoder(embedding.find())
