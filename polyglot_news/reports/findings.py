"""All that is reported of a comparison, one row a finding: what CSV and JSONL are made from.

A finding is a difference inside a link, or a whole paragraph that is left out, added or moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polyglot_news.model import (
    Article,
    Comparison,
    Difference,
    Link,
    Paragraph,
    Report,
    Span,
    TranslatedParagraph,
)
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import select
from polyglot_news.reports.sequence import WHOLE, Block, read_in_order
from polyglot_news.reports.texts import text_at

PARAGRAPH = "paragraph"  # the level of whole ones, beside those of model.Level


@dataclass(frozen=True, slots=True)
class Place:
    """What a finding is about on one side: characters [start, end) of a paragraph.

    A moved link may hold several paragraphs: then `paragraph` and `start` are of the first, `end` is of the last, and a
    line end stands between them in `text`.
    """

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One row. A side that does not exist is None, as in the JSON contract."""

    edition_index: int  # position in Report.comparisons
    source: str  # of the edition
    language: str
    kind: str  # of options.KINDS
    level: str  # of model.Level, or PARAGRAPH
    confidence: float | None  # 0..1; None for whole paragraphs
    base: Place | None
    edition: Place | None  # in the original
    translation: Place | None
    link: Link | None  # None for what no link holds
    note: str


def list_findings(report: Report, options: ReportOptions) -> tuple[Finding, ...]:
    """Return what the reader asked for, edition by edition, each in reading order."""
    return tuple(
        finding
        for n, comparison in enumerate(report.comparisons)
        for finding in _find(n, report.base, comparison, options)
    )


def place_of(paragraphs: Sequence[Paragraph | TranslatedParagraph], span: Span | None) -> Place | None:
    """Return the place of a span, with its text; None for none."""
    return Place(span.paragraph, span.start, span.end, text_at(paragraphs, span)) if span else None


def _find(n: int, base: Article, comparison: Comparison, options: ReportOptions) -> Iterator[Finding]:
    links = {link.base: link for link in comparison.alignment.links}
    for block in read_in_order(comparison, select(comparison, options)):
        if block.mark in WHOLE:
            yield _whole(n, base, comparison, block, links.get(block.base))
        for one in block.differences:
            yield _difference(n, base, comparison, one)


def _whole(n: int, base: Article, comparison: Comparison, block: Block, link: Link | None) -> Finding:
    translation = _quote(comparison.translation.paragraphs, block.edition)
    return Finding(
        edition_index=n,
        source=comparison.edition.source,
        language=comparison.edition.language,
        kind=WHOLE[block.mark],
        level=PARAGRAPH,
        confidence=None,
        base=_quote(base.paragraphs, block.base),
        edition=_quote(comparison.edition.paragraphs, block.edition),
        translation=translation if translation and translation.text.strip() else None,
        link=link,
        note="",
    )


def _difference(n: int, base: Article, comparison: Comparison, one: Difference) -> Finding:
    return Finding(
        edition_index=n,
        source=comparison.edition.source,
        language=comparison.edition.language,
        kind=one.kind.value,
        level=one.level.value,
        confidence=one.confidence,
        base=place_of(base.paragraphs, one.base),
        edition=place_of(comparison.edition.paragraphs, one.edition),
        translation=place_of(comparison.translation.paragraphs, one.translation),
        link=comparison.alignment.links[one.link],
        note=one.note,
    )


def _quote(paragraphs: Sequence[Paragraph | TranslatedParagraph], which: Sequence[int]) -> Place | None:
    texts = [paragraphs[i].text for i in which]
    return Place(which[0], 0, len(texts[-1]), "\n".join(texts)) if texts else None
