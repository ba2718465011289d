"""A paragraph with its differences marked where they stand; one that several lie on is cut, so no marks overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from polyglot_news.model import Difference, Span
from polyglot_news.reports.html.markup import Html, element, join, language_tag, show
from polyglot_news.reports.html.views import Finding


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a difference stands in one of its texts."""

    span: Span
    finding: Finding
    leads: bool  # this is the text in which the keyboard stops at the difference


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    spots: tuple[Spot, ...]  # the shortest first; empty: nothing to mark


def base_spots(findings: Sequence[Finding]) -> list[Spot]:
    """What to mark in the base: the keyboard stops here wherever the base has a place for it."""
    return [
        Spot(span, one, leads=True) for one, difference in _differences(findings) for span in _places(difference.base)
    ]


def original_spots(findings: Sequence[Finding]) -> list[Spot]:
    """What to mark in the edition as it is written."""
    return [
        Spot(span, one, leads=not _places(difference.base))
        for one, difference in _differences(findings)
        for span in _places(difference.edition)
    ]


def translation_spots(findings: Sequence[Finding]) -> list[Spot]:
    """What to mark in the edition's translation."""
    return [
        Spot(span, one, leads=not _places(difference.base, difference.edition))
        for one, difference in _differences(findings)
        for span in _places(difference.translation)
    ]


def has_a_spot(finding: Finding) -> bool:
    """Whether a difference is marked in any text."""
    one = finding.difference
    return one is not None and bool(_places(one.base, one.edition, one.translation))


def write_text(text: str, language: str, class_: str, spots: Sequence[Spot]) -> Html:
    """Write one text of one paragraph, isolated from what stands around it.

    Args:
        text: untouched; offsets of the spots are into it.
        language: of the text.
        class_: its look.
        spots: of this paragraph alone.
    """
    led: set[str] = set()
    begun: set[str] = set()
    pieces = [_mark(text, piece, led, begun) for piece in _cut(len(text), spots)]
    return element("p", *pieces, class_=class_, lang=language_tag(language), dir="auto")


def of_paragraph(spots: Sequence[Spot], paragraph: int) -> list[Spot]:
    """Keep the spots that are in one paragraph."""
    return [spot for spot in spots if spot.span.paragraph == paragraph]


def excerpt(text: str, span: Span, around: int) -> Html:
    """Quote a place with the words before and after it, at most `around` characters each, the place itself marked."""
    start, end = min(span.start, len(text)), min(span.end, len(text))
    before, after = text[max(start - around, 0) : start], text[end : end + around]
    if len(before) < start:
        before = "…" + (before.partition(" ")[2] or before)
    if end + len(after) < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return join([show(before), element("mark", show(text[start:end])), show(after)])


def beginning_of(text: str, longest: int) -> str:
    """Cut a text behind a word to about `longest` characters, where it has more."""
    return text if len(text) <= longest else (text[:longest].rpartition(" ")[0] or text[:longest]) + "…"


def _differences(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Difference]]:
    return ((one, one.difference) for one in findings if one.difference is not None)


def _places(*spans: Span | None) -> list[Span]:
    """Keep the spans that hold text."""
    return [span for span in spans if span is not None and span.start < span.end]


def _cut(length: int, spots: Sequence[Spot]) -> Iterator[_Piece]:
    """Cut [0, length) wherever a spot begins or ends."""
    shortest_first = sorted(spots, key=lambda spot: (spot.span.end - spot.span.start, spot.span.start))
    edges = {min(edge, length) for spot in spots for edge in (spot.span.start, spot.span.end)}
    borders = sorted({0, length} | edges)
    for start, end in pairwise(borders):
        yield _Piece(
            start, end, tuple(one for one in shortest_first if one.span.start <= start and end <= one.span.end)
        )


def _mark(text: str, piece: _Piece, led: set[str], begun: set[str]) -> Html:
    """Mark a piece as the shortest of its differences; a link where the keyboard is to stop, once a difference."""
    words = show(text[piece.start : piece.end])
    if not piece.spots:
        return words
    first = piece.spots[0]
    fresh = [spot.finding.address for spot in piece.spots if spot.leads and spot.finding.address not in led]
    led.update(fresh)
    begins = first.finding.address not in begun
    begun.add(first.finding.address)
    look = f"m {first.finding.mark}{' s' if begins else ''}"
    addresses = " ".join(spot.finding.address for spot in piece.spots)
    if fresh:
        return element("a", words, class_=look, href=f"#{fresh[0]}", data_f=addresses)
    return element("mark", words, class_=look, data_f=addresses)
