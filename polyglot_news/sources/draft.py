"""What a reader of one format hands on: blocks of text in order, and what is said about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from polyglot_news.model import Metadata, Role


class Block(NamedTuple):
    """A paragraph as the format sets it off."""

    text: str
    role: Role | None = None  # None where the format does not tell
    reason: str = ""  # the name of the rule that takes it out; "" for text that may be the article's


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition as read from one format, before boilerplate is set aside and languages are told."""

    blocks: tuple[Block, ...]
    title: str = ""  # as the format gives it; "" where it does not
    metadata: Metadata = field(default_factory=Metadata)
    language: str = ""  # ISO 639-1, as declared; a hint, no proof
