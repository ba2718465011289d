"""The units of a translation memory or a bilingual file: what the base says, and the edition's own words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polyglot_news.model import (
    Article,
    Comparison,
    Difference,
    Link,
    Paragraph,
    SentenceLink,
    Span,
    TranslatedParagraph,
)
from polyglot_news.reports.options import Unit
from polyglot_news.reports.selection import Selection
from polyglot_news.reports.sequence import Block, read_in_order

TOOL = "polyglot-news"  # as the formats name what has written a file


@dataclass(frozen=True, slots=True)
class AlignedUnit:
    """Sentences or paragraphs that answer each other, or some that nothing answers: a side without text."""

    name: str  # "p3-s1" or "p3": paragraph of the base, sentence of it, from 0; "" where the base has nothing
    source: str  # of the base
    target: str  # of the edition, in the original
    translation: str  # of `target` into the base's language; "" where nothing was translated
    base: tuple[int, ...]  # paragraphs
    edition: tuple[int, ...]
    score: float  # 0..1; 0.0 where a side is empty
    is_moved: bool
    differences: tuple[Difference, ...]  # those of its link that touch it

    @property
    def is_pair(self) -> bool:
        """Whether both sides say something."""
        return bool(self.source.strip() and self.target.strip())


def align_units(base: Article, comparison: Comparison, selection: Selection, unit: Unit) -> tuple[AlignedUnit, ...]:
    """Return all text of both sides once, in the order in which people read a comparison.

    What the edition adds is one unit a paragraph or, inside linked paragraphs, one a sentence. A link whose sentences
    are not linked is one unit, whatever `unit` says.
    """
    links = {min(link.base): link for link in comparison.alignment.links}
    units: list[AlignedUnit] = []
    for block in read_in_order(comparison, selection):
        link = links[min(block.base)] if block.base and block.edition else None
        parts = _parts(base, comparison, block, link, unit)
        for part, inside in zip(parts, _share(block.differences, parts), strict=True):
            units.append(_unit(base, comparison, part, inside, is_moved=link is not None and link.moved))
    return tuple(units)


def facts_of(unit: AlignedUnit) -> Mapping[str, str]:
    """Return what a tool may filter by: places, counted from 0 as in JSON, and numbers."""
    facts = {"base-paragraph": ",".join(map(str, unit.base))}
    if unit.is_pair:
        facts |= {
            "edition-paragraph": ",".join(map(str, unit.edition)),
            "score": f"{unit.score:.4f}",
            "moved": "yes" if unit.is_moved else "no",
        }
    return facts | {"differences": str(len(unit.differences))}


def text_of(paragraphs: Sequence[Paragraph | TranslatedParagraph], spans: Sequence[Span]) -> str:
    """Return the text of some spans, in their order.

    Neighbours in one paragraph stay as they stand there, else a space joins them: a line end inside a segment would
    keep it from being found again.
    """
    text, last = "", None
    for span in spans:
        words = paragraphs[span.paragraph].text
        if last:
            follows = last.paragraph == span.paragraph and last.end <= span.start
            between = words[last.end : span.start] if follows else "not white space"
            text += " " if between.strip() else between
        text, last = text + words[span.start : span.end], span
    return text


def _parts(
    base: Article, comparison: Comparison, block: Block, link: Link | None, unit: Unit
) -> tuple[SentenceLink, ...]:
    if unit is Unit.SENTENCE and link and link.sentences:
        return link.sentences
    sentences = [span for i in block.base for span in base.paragraphs[i].sentences]
    if unit is Unit.SENTENCE and not block.edition and sentences:
        return tuple(SentenceLink((span,), (), (), 0.0) for span in sentences)
    translated = [j for j in block.edition if comparison.translation.paragraphs[j].text]
    return (
        SentenceLink(
            _wholly(base.paragraphs, block.base),
            _wholly(comparison.edition.paragraphs, block.edition),
            _wholly(comparison.translation.paragraphs, translated),
            link.score if link else 0.0,
        ),
    )


def _wholly(paragraphs: Sequence[Paragraph | TranslatedParagraph], places: Sequence[int]) -> tuple[Span, ...]:
    return tuple(Span(k, 0, len(paragraphs[k].text)) for k in places)


def _unit(
    base: Article, comparison: Comparison, part: SentenceLink, differences: tuple[Difference, ...], *, is_moved: bool
) -> AlignedUnit:
    return AlignedUnit(
        name=_name(base, part.base[0]) if part.base else "",
        source=text_of(base.paragraphs, part.base),
        target=text_of(comparison.edition.paragraphs, part.edition),
        translation=text_of(comparison.translation.paragraphs, part.translation),
        base=tuple(dict.fromkeys(span.paragraph for span in part.base)),
        edition=tuple(dict.fromkeys(span.paragraph for span in part.edition)),
        score=part.score,
        is_moved=is_moved,
        differences=differences,
    )


def _name(base: Article, first: Span) -> str:
    paragraph = base.paragraphs[first.paragraph]
    if (first.start, first.end) == (0, len(paragraph.text)):
        return f"p{first.paragraph}"
    return f"p{first.paragraph}-s{sum(one.start < first.start for one in paragraph.sentences)}"


def _share(differences: Sequence[Difference], parts: Sequence[SentenceLink]) -> list[tuple[Difference, ...]]:
    """Give each difference to all parts that it touches; the first one takes what touches none."""
    homes = [[place for place, part in enumerate(parts) if _touches(one, part)] or [0] for one in differences]
    return [
        tuple(one for one, home in zip(differences, homes, strict=True) if place in home) for place in range(len(parts))
    ]


def _touches(difference: Difference, part: SentenceLink) -> bool:
    sides = (
        (difference.base, part.base),
        (difference.edition, part.edition),
        (difference.translation, part.translation),
    )
    return any(place and _meet(place, span) for place, spans in sides for span in spans)


def _meet(one: Span, other: Span) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
