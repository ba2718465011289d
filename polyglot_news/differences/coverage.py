"""What of a link's text is answered on the other side, by the translation or by the original itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from polyglot_news.differences.pairing import pair
from polyglot_news.differences.tokens import Token, tokens
from polyglot_news.model import Article, Link, Span, Translation


@dataclass(frozen=True, slots=True)
class Coverage:
    """The tokens of one link on its three sides, and which answer which (positions in the tuples)."""

    base: tuple[Token, ...]
    original: tuple[Token, ...]
    translated: tuple[Token, ...]  # empty where nothing was translated
    base_to_original: dict[int, int]
    base_to_translated: dict[int, int]
    translated_to_original: dict[int, int]

    @property
    def answered(self) -> frozenset[int]:
        """Base tokens that the edition holds, in translation or in the original."""
        return frozenset(self.base_to_original) | frozenset(self.base_to_translated)

    @property
    def answering(self) -> frozenset[int]:
        """Translated tokens that the base holds, themselves or what they stand for in the original."""
        through = set(self.base_to_original.values())
        return frozenset(self.base_to_translated.values()) | frozenset(
            t for t, o in self.translated_to_original.items() if o in through
        )

    def anchored(self, places: Iterable[tuple[Span, Span, Span | None]]) -> Coverage:
        """Pair tokens that are known to stand for the same although they differ: 26,000 and 16,000.

        Args:
            places: of the differences, in the base, the original and the translation.
        """
        to_original, to_translated = dict(self.base_to_original), dict(self.base_to_translated)
        for base, original, translated in places:
            ours = _at(self.base, base)
            to_original |= dict(zip(ours, _at(self.original, original), strict=False))
            to_translated |= dict(zip(ours, _at(self.translated, translated), strict=False))
        return replace(self, base_to_original=to_original, base_to_translated=to_translated)


def cover(base: Article, edition: Article, translation: Translation, link: Link) -> Coverage:
    """Read the three sides of a link and pair their tokens."""
    ours = tuple(token for i in link.base for token in tokens(base.paragraphs[i].text, i, base.paragraphs[i].language))
    original = tuple(
        token for j in link.edition for token in tokens(edition.paragraphs[j].text, j, edition.paragraphs[j].language)
    )
    translated = tuple(
        token for j in link.edition for token in tokens(translation.paragraphs[j].text, j, translation.language)
    )
    return Coverage(
        ours, original, translated, pair(ours, original), pair(ours, translated), pair(translated, original)
    )


def _at(some: Sequence[Token], place: Span | None) -> list[int]:
    if place is None:
        return []
    return [
        k
        for k, token in enumerate(some)
        if token.place.paragraph == place.paragraph and place.start <= token.place.start < place.end
    ]
