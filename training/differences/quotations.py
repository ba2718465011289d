"""Quotations: taken out, shortened, or with one more."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from rows import Edit
from scene import Scene

_QUOTED = re.compile(r'(?<!\S)"(?=\S)([^"“”]{12,400})(?<=\S)"|“([^"“”]{12,400})”')
_AFTER = re.compile(
    r"\s*[–—-]?\s*([A-Z][^.\"“”]{3,60}?) (said|says|noted|added|stated|emphasized|explained|stressed)(?=[ .,])"
)
_BREAK = re.compile(r"(?:[.!?] (?=[A-Z])|, (?=and |but |because |which |so |while |if ))")


def del_quotation(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take a quotation out; what is left says that somebody spoke."""
    found = [*_QUOTED.finditer(scene.en.text)]
    rng.shuffle(found)
    for match in found:
        said = _AFTER.match(scene.en.text, match.end())
        lost = _told(scene, match.start(), match.end())
        if lost is None or match[0].count(" ") < 3:  # noqa: PLR2004
            continue
        before = scene.en.text[: match.start()]
        if said and (not before.strip() or before.rstrip().endswith((".", "!", "?"))):
            text = f"{said[1]} {rng.choice(('spoke about this', 'commented on this', 'commented on the situation'))}"
            yield Edit("del_quotation", match.start(), said.end(), text, (), (lost,))
        elif re.search(r"(?:said|noted|added|says|stated|wrote): $", before):
            start = re.search(r": $", before)
            assert start is not None  # noqa: S101  # the pattern above ends in it
            closing = "." if scene.en.text[match.end() - 2] in ".!?" else ""
            yield Edit("del_quotation", start.start(), match.end(), " this" + closing, (), (lost,))


def cut_quotation(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Shorten a quotation to its first or its last part."""
    found = [*_QUOTED.finditer(scene.en.text)]
    rng.shuffle(found)
    for match in found:
        breaks = [*_BREAK.finditer(match[0])]
        if not breaks:
            continue
        cut = rng.choice(breaks)
        if cut[0][0] == ",":  # keep what stands before, up to a mark
            rest = re.search(r"[.!?,]?[\"”]$", match[0])
            start, end = match.start() + cut.start(), match.start() + (rest.start() if rest else len(match[0]))
        elif rng.random() < 0.5:  # noqa: PLR2004
            start, end = match.start() + 1, match.start() + cut.end()
        else:
            rest = re.search(r"[.!?,]?[\"”]$", match[0])
            start, end = match.start() + cut.start(), match.start() + (rest.start() if rest else len(match[0]))
        lost = _told(scene, start, end)
        if lost and end - start > 8:  # noqa: PLR2004
            yield Edit("cut_quotation", start, end, "", (), (lost,))


def _told(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    inside = [k for k, word in enumerate(scene.en.words) if start <= word.start < end]
    lost = scene.matching.clause(inside[0], inside[-1]) if inside else None
    if lost is None:
        return None
    low, high = lost
    if scene.en.text[start] in '"“' and scene.pair.mt[low - 1 : low] in {'"', "“", "«"}:
        low -= 1
        closing = re.match(r'[.,!?]?["”»]', scene.pair.mt[high:])
        high += len(closing[0]) if closing else 0
    return low, high
