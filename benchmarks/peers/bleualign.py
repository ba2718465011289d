"""Bleualign (Sennrich & Volk 2010, 2011): BLEU of the translation against the base, lengths in the gaps, in order.

Install: `pip install pypi-bleualign`, or the folder of https://github.com/rsennrich/Bleualign on PYTHONPATH. The
library's `Aligner.process` is called, which its command runs in processes of its own for many articles at once:
with one article these cost more than the work.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from scoring import Bead


class Bleualign:
    """Links by the translation given, with Bleualign's own defaults."""

    name = "Bleualign"
    install = "pip install pypi-bleualign"

    def available(self) -> bool:
        """Whether the library can be imported."""
        return find_spec("bleualign") is not None

    def link(
        self,
        originals: Sequence[str],
        translations: Sequence[str],
        base: Sequence[str],
        language: str,  # noqa: ARG002
    ) -> list[Bead]:
        """Link the originals, by way of their translations, with the base."""
        files = {"srcfile": list(originals), "targetfile": list(base), "srctotarget": [list(translations)]}
        aligner = import_module("bleualign.align").Aligner({**files, "verbosity": 0})
        found = aligner.process(list(originals), list(base), [list(translations)], [])
        return [(tuple(edition), tuple(ours)) for (edition, ours), _how in found]
