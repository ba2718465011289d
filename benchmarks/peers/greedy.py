"""difflib's ratio of words, greedy and one to one: what the standard library can do, in any order of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from scoring import Bead

_SAME = 0.3  # ratio of words from which pairs are taken; best strict F1 of 0.2, 0.3, 0.4


class Greedy:
    """Pairs paragraphs by difflib's ratio of words, best first, each once."""

    name = "difflib, greedy 1-1"
    install = "comes with Python"

    def available(self) -> bool:
        """Always."""
        return True

    def link(
        self,
        originals: Sequence[str],  # noqa: ARG002  # a translation is read instead
        translations: Sequence[str],
        base: Sequence[str],
        language: str,  # noqa: ARG002
    ) -> list[Bead]:
        """Pair paragraphs of the base with translated ones."""
        ours = [text.lower().split() for text in base]
        theirs = [text.lower().split() for text in translations]
        ratios = [
            (SequenceMatcher(None, a, b, autojunk=False).ratio(), i, j)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
        ]
        links: list[Bead] = []
        taken_base, taken_edition = set(), set()
        for ratio, i, j in sorted(ratios, reverse=True):
            if ratio >= _SAME and i not in taken_base and j not in taken_edition:
                links.append(((j,), (i,)))
                taken_base.add(i)
                taken_edition.add(j)
        return links
