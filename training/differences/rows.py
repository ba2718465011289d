"""Pairs of paragraphs in, edited pairs out: the values of this folder, and how edits become one row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
_TRIM = " \t\n\u00a0\u202f,;:-–—()"


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of an edition, its translation and the English that tells the same."""

    id: str
    lang: str
    doc: str
    tier: str
    src: str
    mt: str
    en: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of en[start:end]."""

    kind: str
    start: int
    end: int
    text: str
    told: tuple[Span, ...] = ()  # of `text`: what only the base tells now
    lost: tuple[Span, ...] = ()  # of the translation: what only the edition tells now


@dataclass(frozen=True, slots=True)
class Row:
    """A pair after editing, and what differs."""

    id: str
    type: str
    pair: Pair
    en: str
    gold_en: tuple[Span, ...]
    gold_mt: tuple[Span, ...]

    def fields(self) -> dict[str, object]:
        """The row as it is written."""
        pair = self.pair
        return {
            "id": self.id, "type": self.type, "lang": pair.lang, "doc": pair.doc, "tier": pair.tier, "src": pair.src,
            "mt": pair.mt, "en": self.en, "gold_en": self.gold_en, "gold_mt": self.gold_mt,
        }  # fmt: skip


CLEAN = "clean"


def edited(pair: Pair, changes: Sequence[Edit], name: str) -> Row:
    """Make all `changes` at once; they must not touch each other (see `is_apart`).

    Returns:
        A row whose type joins the kinds of what differs by "+"; "clean" where nothing does.
    """
    parts: list[str] = []
    gold: list[Span] = []
    done, length = 0, 0
    for change in sorted(changes, key=lambda one: one.start):
        kept = pair.en[done : change.start]
        parts += [kept, change.text]
        length += len(kept)
        gold += [(length + start, length + end) for start, end in change.told]
        length += len(change.text)
        done = change.end
    en = "".join([*parts, pair.en[done:]])
    lost = sorted(span for change in changes for span in change.lost)
    kinds = [change.kind for change in changes if change.told or change.lost]
    return Row(
        name, "+".join(kinds) or CLEAN, pair, en,
        tuple(trimmed(en, span) for span in gold), tuple(trimmed(pair.mt, span) for span in lost),
    )  # fmt: skip


def is_apart(one: Edit, others: Iterable[Edit], room: int = 12) -> bool:
    """Whether an edit leaves at least `room` characters to each of the others, on both sides."""
    return all(
        (one.end + room <= other.start or other.end + room <= one.start)
        and all(a[1] + room <= b[0] or b[1] + room <= a[0] for a in one.lost for b in other.lost)
        for other in others
    )


def trimmed(text: str, span: Span) -> Span:
    """Take blanks, commas and dashes off both ends, and complete what is cut inside a word: 1930s, 36th."""
    start, end = span
    while start < end and text[start] in _TRIM:
        start += 1
    while start < end and text[end - 1] in _TRIM:
        end -= 1
    while start < end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    while 0 < start < end and text[start - 1 : start + 1].isalnum():
        start -= 1
    return start, end


def read_pairs(path: Path) -> Iterator[Pair]:
    """Read the clean rows of a file of pairs."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row.get("type", CLEAN) == CLEAN:
                yield Pair(**{name: row.get(name, "") for name in Pair.__slots__})


def write_rows(rows: Iterable[Row], path: Path) -> int:
    """Write rows, one a line; returns how many."""
    n_written = 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row.fields(), ensure_ascii=False) + "\n")
            n_written += 1
    return n_written
