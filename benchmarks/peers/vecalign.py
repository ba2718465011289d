"""vecalign (Thompson & Koehn 2019): embeddings of runs of paragraphs, in order, in linear time.

Install: `pip install sentalign sentence-transformers` (vecalign's own code as a library) and a model, see embedding.py.
The command of https://github.com/thompsonb/vecalign gives the same; it recommends LASER.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from scoring import Bead

from peers.embedding import Embedding, model

_LARGEST = 4  # paragraphs of both sides in a bead: the default of vecalign's command


@dataclass(frozen=True, slots=True)
class Vecalign:
    """Links by one of the embeddings."""

    embedding: Embedding

    @property
    def name(self) -> str:
        """With the embedding."""
        return f"vecalign + {self.embedding.name}"

    @property
    def install(self) -> str:
        """With the embedding's."""
        return f"pip install sentalign; {self.embedding.install}"

    def available(self) -> bool:
        """Whether the library and the model are here."""
        return find_spec("sentalign") is not None and self.embedding.available()

    def link(
        self,
        originals: Sequence[str],
        translations: Sequence[str],
        base: Sequence[str],
        language: str,  # noqa: ARG002
    ) -> list[Bead]:
        """Link the originals, or what they became in English, with the base."""
        edition = translations if self.embedding.is_english_only else originals
        encoder = model(self.embedding)
        result = import_module("sentalign").sentalign(edition, base, encoder, alignment_max_size=_LARGEST)
        return [(tuple(one.src_indices), tuple(one.tgt_indices)) for one in result.alignments]
