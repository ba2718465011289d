"""Written lines that stand for many: `{Sign up|Register} for {paper}`, with rows `=paper` of what may stand there."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

_CHOICE = re.compile(r"\{([^{}]*)\}")
_SLOT = "="
HEADLINE = "headline"

Slots = Mapping[str, Sequence[str]]


def spin(text: str, slots: Slots, rng: random.Random) -> str:
    """Choose one wording; choices may stand inside choices."""
    while found := _CHOICE.search(text):
        chosen = rng.choice(slots.get(found[1]) or found[1].split("|"))
        text = f"{text[: found.start()]}{chosen}{text[found.end() :]}"
    return " ".join(text.split())


def slots_of(rows: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Take the rows that fill slots; `=paper` is what {paper} stands for."""
    return {reason.removeprefix(_SLOT): text.split("|") for reason, text in rows if reason.startswith(_SLOT)}


def lines_of(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Take the rows that are lines."""
    return [row for row in rows if not row[0].startswith(_SLOT)]
