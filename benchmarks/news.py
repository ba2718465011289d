"""News documents, edited by a profile with a seed: the cases that alignment.py and reliability.py measure on."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editions import PROFILES, Edited, edit, loosen

LOOSE = "loose"  # the profile of news, and words dropped on both sides
NAMES = (*PROFILES, LOOSE)

Document = dict[str, Any]  # {"id", "lang", "paras": [{"src": [...], "mt": [...], "ref": [...]}]}


@dataclass(frozen=True, slots=True)
class Editing:
    """Which documents are edited, and how."""

    profile: str = "news"
    seed: int = 1
    n_documents: int = 60
    loose_share: float = 0.4  # of the words, in the profile LOOSE


@dataclass(frozen=True, slots=True)
class Case:
    """One edited document."""

    edited: Edited
    language: str
    document: str


def read_documents(path: Path) -> list[Document]:
    """Read NEWS.json."""
    documents: list[Document] = json.loads(path.read_text("utf-8"))
    return documents


def fold_of(document: str, n_folds: int) -> int:
    """Say in which share of the documents one is, by its id; the same everywhere and always."""
    return zlib.crc32(document.encode()) % n_folds


def cases(documents: Sequence[Document], how: Editing) -> Iterator[Case]:
    """Edit as many documents as asked for; the same seed gives the same cases."""
    rng = random.Random(how.seed)
    order = list(documents)
    rng.shuffle(order)
    is_loose = how.profile == LOOSE
    for k, document in enumerate(order[: how.n_documents]):
        other = order[(k + 1 + rng.randrange(len(order) - 1)) % len(order)]
        edited = edit(document["paras"], other["paras"], rng, PROFILES["news" if is_loose else how.profile])
        if is_loose:
            drop = random.Random(f"{how.seed}-{k}")
            translations = tuple(loosen(text, drop, how.loose_share) for text in edited.translations)
            base = tuple(loosen(text, drop, how.loose_share) for text in edited.base)
            edited = Edited(edited.originals, translations, base, edited.gold, edited.moved)
        if edited.originals and edited.base:
            yield Case(edited, document["lang"], str(document["id"]))
