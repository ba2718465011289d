"""What of a comparison is reported, once the reader's filters have spoken: the one place for all formats."""

from __future__ import annotations

from typing import NamedTuple

from polyglot_news.model import Article, Comparison, Difference, DifferenceKind
from polyglot_news.reports.options import MOVED, ReportOptions


class Selection(NamedTuple):
    """What is reported of one comparison. Links are never filtered: they are how the texts answer each other."""

    differences: tuple[Difference, ...]
    moved: tuple[int, ...]  # positions in Alignment.links
    omitted: tuple[int, ...]  # base paragraphs
    added: tuple[int, ...]  # edition paragraphs
    asked: frozenset[str]  # of options.KINDS; empty: everything

    def asks_for(self, kind: str) -> bool:
        """Say whether the reader wants to hear about this kind."""
        return _asks_for(self.asked, kind)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds that were found: those of the differences, and of whole paragraphs."""
        found = {difference.kind.value for difference in self.differences}
        paragraphs = (
            (self.moved, MOVED),
            (self.omitted, DifferenceKind.OMISSION),
            (self.added, DifferenceKind.ADDITION),
        )
        return frozenset(found | {str(kind) for some, kind in paragraphs if some})


class Summary(NamedTuple):
    """One comparison in numbers, under the names of the JSON contract."""

    linked: int  # links
    moved: int
    omitted: int  # paragraphs
    added: int
    differences: int
    base_coverage: float  # 0..1, share of the base's characters


def select(comparison: Comparison, options: ReportOptions) -> Selection:
    """Keep what the reader asked for.

    A paragraph that is left out, added or moved as a whole counts as "omission", "addition" or "moved". It has no
    confidence of its own, so `min_confidence` lets it pass.
    """
    alignment = comparison.alignment
    moved = tuple(position for position, link in enumerate(alignment.links) if link.moved)
    return Selection(
        differences=tuple(
            one
            for one in comparison.differences
            if _asks_for(options.only, one.kind) and one.confidence >= options.min_confidence
        ),
        moved=moved if _asks_for(options.only, MOVED) else (),
        omitted=alignment.omitted if _asks_for(options.only, DifferenceKind.OMISSION) else (),
        added=alignment.added if _asks_for(options.only, DifferenceKind.ADDITION) else (),
        asked=options.only,
    )


def summarise(base: Article, comparison: Comparison, selection: Selection) -> Summary:
    """Count what is reported, and measure what share of the base's text the links account for."""
    return Summary(
        linked=len(comparison.alignment.links),
        moved=len(selection.moved),
        omitted=len(selection.omitted),
        added=len(selection.added),
        differences=len(selection.differences),
        base_coverage=_coverage(base, comparison),
    )


def _asks_for(asked: frozenset[str], kind: str) -> bool:
    return not asked or kind in asked


def _coverage(base: Article, comparison: Comparison) -> float:
    captions = comparison.alignment.base_captions
    lengths = [0 if i in captions else len(paragraph.text) for i, paragraph in enumerate(base.paragraphs)]
    linked = sum(lengths[i] for link in comparison.alignment.links for i in link.base)
    return linked / sum(lengths) if any(lengths) else 0.0
