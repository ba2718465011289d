"""Edited editions with exact gold, made from news documents: what an editor does to a translation, with a seed.

A document is {"id", "lang", "paras": [{"src": [...], "mt": [...], "ref": [...]}]}: sentences of the original, of a
machine translation and of the human English text. The English side is edited: paragraphs dropped, added from another
document, merged, split, trimmed, moved.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Bead = tuple[tuple[int, ...], tuple[int, ...]]  # (edition, base)


@dataclass(frozen=True, slots=True)
class Profile:
    """How often each edit is made, as a probability a paragraph."""

    drop: float  # the edition's paragraph is not in the base: an addition
    source_drop: float  # the base's paragraph is not in the edition: an omission
    add: float  # a paragraph of another document is put into the base: an omission
    merge: float
    split: float
    trim: float
    move: float  # share of the links that move
    min_moves: int = 0


PROFILES = {
    "light": Profile(drop=0.06, source_drop=0.03, add=0.03, merge=0.06, split=0.08, trim=0.05, move=0.0),
    "news": Profile(0.15, 0.08, 0.08, 0.10, 0.15, 0.12, 0.12, 1),
    "heavy": Profile(0.28, 0.14, 0.14, 0.12, 0.20, 0.20, 0.25, 2),
}


@dataclass(frozen=True, slots=True)
class Edited:
    """One base and one edition, and which paragraphs answer which."""

    originals: tuple[str, ...]
    translations: tuple[str, ...]
    base: tuple[str, ...]
    gold: frozenset[Bead]
    moved: frozenset[Bead]


def edit(
    paragraphs: Sequence[dict[str, Any]], pool: Sequence[dict[str, Any]], rng: random.Random, how: Profile
) -> Edited:
    """Edit the English text of a document.

    Args:
        paragraphs: of the document.
        pool: paragraphs of another document, from which additions are drawn.
        rng: the source of every choice.
        how: the rates.
    """
    edition, beads = _edit_paragraphs(paragraphs, pool, rng, how)
    told = [bead for bead in beads if bead[1]]
    _move(told, rng, how)
    gold: set[Bead] = {(edited, ()) for edited, english, _ in beads if not english}
    moved: set[Bead] = set()
    base: list[str] = []
    for edited, english, is_moved in told:
        places = tuple(range(len(base), len(base) + len(english)))
        base += english
        gold |= {(edited, places)} if edited else {((), (place,)) for place in places}
        moved |= {(edited, places)} if edited and is_moved else set()
    return Edited(
        tuple(" ".join(one["src"]) for one in edition),
        tuple(" ".join(one["mt"]) for one in edition),
        tuple(base),
        frozenset(gold),
        frozenset(moved),
    )


def loosen(text: str, rng: random.Random, share: float) -> str:
    """Drop words at random, as free rewording does; at least one word stays."""
    return " ".join([word for word in text.split() if rng.random() > share] or text.split()[:1])


_Told = tuple[tuple[int, ...], list[str], bool]  # edition paragraphs, English paragraphs, moved


def _edit_paragraphs(
    paragraphs: Sequence[dict[str, Any]], pool: Sequence[dict[str, Any]], rng: random.Random, how: Profile
) -> tuple[list[dict[str, Any]], list[_Told]]:
    edition: list[dict[str, Any]] = []
    beads: list[_Told] = []
    k = 0
    while k < len(paragraphs):
        taken, english = _edit_one(paragraphs, k, rng, how)
        places = tuple(range(len(edition), len(edition) + len(taken)))
        edition += taken
        beads.append((places, english, False))
        if rng.random() < how.add:
            beads.append(((), [" ".join(rng.choice(pool)["ref"])], False))
        k += max(1, len(taken))
    return edition, beads


def _edit_one(
    paragraphs: Sequence[dict[str, Any]], k: int, rng: random.Random, how: Profile
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the edition's paragraphs that are used up, and the English ones that answer them."""
    paragraph, chance = paragraphs[k], rng.random()
    sentences = paragraph["ref"]
    if chance < how.drop:
        return [paragraph], []
    if chance < how.drop + how.source_drop:
        return [], [" ".join(sentences)]
    if rng.random() < how.merge and k + 1 < len(paragraphs):
        return [paragraph, paragraphs[k + 1]], [" ".join(sentences + paragraphs[k + 1]["ref"])]
    if len(sentences) >= 2 and rng.random() < how.split * 2:  # noqa: PLR2004  # one sentence cannot be split
        cut = rng.randrange(1, len(sentences))
        return [paragraph], [" ".join(sentences[:cut]), " ".join(sentences[cut:])]
    if len(sentences) >= 2 and rng.random() < how.trim * 2:  # noqa: PLR2004
        cut = rng.randrange(len(sentences))
        return [paragraph], [" ".join(sentences[:cut] + sentences[cut + 1 :])]
    return [paragraph], [" ".join(sentences)]


def _move(told: list[_Told], rng: random.Random, how: Profile) -> None:
    """Put some links elsewhere, at least two places away."""
    links = [place for place, bead in enumerate(told) if bead[0]]
    n_moves = max(how.min_moves, round(how.move * len(links))) if len(links) >= 5 else 0  # noqa: PLR2004
    for bead in [told[place] for place in rng.sample(links, min(n_moves, len(links)))]:
        place = told.index(bead)
        told.pop(place)
        others = [other for other in range(len(told) + 1) if abs(other - place) >= 2]  # noqa: PLR2004
        told.insert(rng.choice(others) if others else place, (bead[0], bead[1], bool(others)))
