"""vecalign (Thompson & Koehn 2019): embeddings of runs of paragraphs, in order, in linear time.

Install: `pip install sentalign sentence-transformers` (vecalign's own code as a library) and a model, see embedding.py.
The command of https://github.com/thompsonb/vecalign gives the same; it recommends LASER.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from scoring import Bead

from peers.embedding import Embedded, model

_LARGEST = 4  # paragraphs of both sides in a bead: the default of vecalign's command


@dataclass(frozen=True, slots=True)
class Vecalign(Embedded):
    """Links by one of the embeddings."""

    system = "vecalign"
    package = "sentalign"

    def link(
        self,
        originals: Sequence[str],
        translations: Sequence[str],
        base: Sequence[str],
        language: str,  # noqa: ARG002
    ) -> list[Bead]:
        """Link the originals, or what they became in English, with the base."""
        edition = self.readable(originals, translations)
        encoder = model(self.embedding)
        result = import_module("sentalign").sentalign(edition, base, encoder, alignment_max_size=_LARGEST)
        return [(tuple(one.src_indices), tuple(one.tgt_indices)) for one in result.alignments]
