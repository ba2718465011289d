"""A paragraph with its differences emphasised where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from polyglot_news.model import Difference, Span
from polyglot_news.reports.sequence import Mark, mark_of
from polyglot_news.reports.terminal.line import PLAIN, Line, Run, Style
from polyglot_news.reports.terminal.page import defuse
from polyglot_news.reports.terminal.styles import BRACKETS, span_style


def marked_base(differences: Sequence[Difference]) -> list[tuple[Span, Mark]]:
    """What to emphasise in the base."""
    return [(one.base, mark_of(one)) for one in differences if one.base]


def marked_translation(differences: Sequence[Difference]) -> list[tuple[Span, Mark]]:
    """What to emphasise in the edition's translation."""
    return [(one.translation, mark_of(one)) for one in differences if one.translation]


def marked_edition(differences: Sequence[Difference]) -> list[tuple[Span, Mark]]:
    """What to emphasise in the edition itself."""
    return [(one.edition, mark_of(one)) for one in differences if one.edition]


def emphasise(text: str, spans: Sequence[tuple[Span, Mark]], *, colour: bool, style: Style = PLAIN) -> Line:
    """Write a paragraph with its spans styled or, without colour, in brackets; of two that overlap the shorter wins.

    Args:
        text: the whole paragraph.
        spans: of this paragraph alone.
        colour: whether styles can be seen.
        style: of what is not emphasised.
    """
    safe = defuse(text)
    if not spans:
        return Line.of(safe, style)
    return Line(
        tuple(_run(safe[start:end], mark, style, colour=colour) for start, end, mark in _pieces(len(safe), spans))
    )


def _run(text: str, mark: Mark | None, style: Style, *, colour: bool) -> Run:
    if mark is None:
        return Run(text, style)
    return Run(text, span_style(mark)) if colour else Run(text.join(BRACKETS[mark]), PLAIN)


def _pieces(length: int, spans: Sequence[tuple[Span, Mark]]) -> Iterator[tuple[int, int, Mark | None]]:
    """Cut [0, length) where a span begins or ends, and say whose each piece is."""
    longest_first = sorted(spans, key=lambda one: (one[0].start - one[0].end, one[0].start))
    owner: list[int | None] = [None] * length
    for number, (span, _) in enumerate(longest_first):
        owner[span.start : span.end] = [number] * (min(span.end, length) - span.start)
    for number, places in groupby(range(length), key=lambda place: owner[place]):
        run = list(places)
        yield run[0], run[-1] + 1, None if number is None else longest_first[number][1]
