"""What a peer is: a system of others that links the paragraphs of two editions, behind one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from scoring import Bead


class Peer(Protocol):
    """One row of the tables."""

    @property
    def name(self) -> str:
        """As the tables say it, with the side that the peer reads of the edition where it could read two."""
        ...

    @property
    def install(self) -> str:
        """How to come by it, in one line."""
        ...

    def available(self) -> bool:
        """Whether all that the peer needs is on this machine; nothing is fetched to find out."""
        ...

    def link(
        self, originals: Sequence[str], translations: Sequence[str], base: Sequence[str], language: str
    ) -> list[Bead]:
        """Link paragraphs.

        Args:
            originals: the paragraphs of the edition, one line each.
            translations: the same in the language of the base.
            base: the paragraphs of the base, one line each.
            language: of the originals, ISO 639-1.
        """
        ...
