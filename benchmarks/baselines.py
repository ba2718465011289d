"""What ours is held against: difflib's ratio, greedy and one to one, and Gale & Church's lengths."""

from __future__ import annotations

from difflib import SequenceMatcher

from editions import Edited
from scoring import Bead

_SAME = 0.3  # ratio of words from which difflib's pairs are taken; best strict F1 of 0.2, 0.3, 0.4


def difflib_links(edited: Edited, _language: str) -> list[Bead]:
    """Pair paragraphs by difflib's ratio of words, best first, each once."""
    ours = [text.lower().split() for text in edited.base]
    theirs = [text.lower().split() for text in edited.translations]
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


def gale_church_links(edited: Edited, _language: str) -> list[Bead]:
    """Link paragraphs by their lengths alone, in order (Gale & Church 1993, as in nltk)."""
    from nltk.translate.gale_church import align_blocks  # noqa: PLC0415  # for this row only

    lengths = ([len(text) for text in edited.translations], [len(text) for text in edited.base])
    return [((j,), (i,)) for j, i in align_blocks(*lengths)]
