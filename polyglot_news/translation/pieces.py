"""Sentences that are too long for a model into pieces that are not, cut where a reader would pause."""

from __future__ import annotations

import re
from collections.abc import Callable

# Best first: between clauses, before a dash or a bracket, after a comma, between words.
_PAUSES = tuple(re.compile(pattern) for pattern in (r"[;:]\s+", r"\s+(?=[—–(])|[)»”]\s+", r",\s+", r"\s+"))
_MIDDLE = (0.25, 0.75)  # a piece has at least a quarter of what is cut


def cut(sentence: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Halve a sentence until each piece fits.

    Returns:
        The pieces in order, without space around them; nothing else of the sentence is lost.
    """
    if fits(sentence) or len(sentence) <= 1:
        return (sentence,) if sentence else ()
    place = _best_pause(sentence)
    return cut(sentence[:place].strip(), fits) + cut(sentence[place:].strip(), fits)


def _best_pause(sentence: str) -> int:
    low, high = (share * len(sentence) for share in _MIDDLE)
    for pause in _PAUSES:
        places = [match.end() for match in pause.finditer(sentence) if low <= match.end() <= high]
        if places:
            return min(places, key=lambda place: abs(place - len(sentence) / 2))
    return len(sentence) // 2  # no pause at all: a text without spaces
