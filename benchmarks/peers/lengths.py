"""Gale & Church (1993): lengths in characters alone, in order, as nltk has it.

Install: `pip install nltk`; it is in `.[benchmarks]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from scoring import Bead


class Lengths:
    """Links paragraphs by their lengths."""

    name = "Gale-Church (nltk)"
    install = "pip install nltk"

    def available(self) -> bool:
        """Whether nltk can be imported."""
        return find_spec("nltk") is not None

    def link(
        self,
        originals: Sequence[str],  # noqa: ARG002  # lengths of one language compare better
        translations: Sequence[str],
        base: Sequence[str],
        language: str,  # noqa: ARG002
    ) -> list[Bead]:
        """Link the translated paragraphs with those of the base."""
        lengths = ([len(text) for text in translations], [len(text) for text in base])
        pairs = import_module("nltk.translate.gale_church").align_blocks(*lengths)
        return [((j,), (i,)) for j, i in pairs]
