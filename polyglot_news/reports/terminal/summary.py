"""The summary layout: one line a finding, in the contract's words, for grep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from polyglot_news.model import Difference, DifferenceKind
from polyglot_news.reports.sequence import WHOLE, Block, Mark, mark_of
from polyglot_news.reports.terminal.line import Line, join
from polyglot_news.reports.terminal.page import Page, defuse
from polyglot_news.reports.terminal.quotes import quote_beside, quote_within
from polyglot_news.reports.terminal.styles import QUIET, sign_style
from polyglot_news.reports.terminal.verdict import list_facts
from polyglot_news.reports.views import View
from polyglot_news.reports.words import number_paragraphs

_ROOM_FOR_WORDS = 100  # columns; a narrower page has ¶2→3 for "base ¶2, edition ¶3"
_ROOM_FOR_LABELS = 60  # columns; on a narrower page they stand once, before the facts


class _Finding(NamedTuple):
    """One line before its columns are as wide as the widest of them."""

    kind: str
    mark: Mark
    base: tuple[int, ...]
    edition: tuple[int, ...]
    about: Difference | Block  # inside a link; or whole paragraphs


def write_summary(page: Page, views: Sequence[View]) -> list[Line]:
    """Write one line of facts an edition, then one line a finding, labelled where there are several editions."""
    label_width = max((len(view.label) for view in views), default=0)
    lines = []
    for view in views:
        label = Line.of(f"{view.label:<{label_width}}  " if len(views) > 1 else "", QUIET)
        lines += page.hang(label, list_facts(view))
        labelled = label if page.width >= _ROOM_FOR_LABELS else Line()
        findings = [finding for block in view.blocks for finding in _findings(block)]
        for finding, head in zip(findings, _heads(page, findings), strict=True):
            first = join([labelled, head])
            body = _body(page, view, finding, page.width - first.cells)
            lines.append(join([first, body]).shorten(page.width))
    return lines


def _heads(page: Page, findings: Sequence[_Finding]) -> Iterator[Line]:
    """Write kind, confidence and place, in columns."""
    gap = "  " if page.width >= _ROOM_FOR_LABELS else " "
    kinds = (kind.value for kind in DifferenceKind)
    kind_width = max(map(len, kinds if page.width >= _ROOM_FOR_WORDS else (one.kind for one in findings)), default=0)
    places = [_place(finding) if page.width >= _ROOM_FOR_WORDS else _short_place(finding) for finding in findings]
    place_width = max(map(len, places), default=0)
    for finding, place in zip(findings, places, strict=True):
        confidence = f"{finding.about.confidence:.2f}" if isinstance(finding.about, Difference) else ""
        columns = f"{confidence:<4}{gap}{place:<{place_width}}{gap}"
        yield join([Line.of(f"{finding.kind:<{kind_width}}{gap}", sign_style(finding.mark)), Line.of(columns, QUIET)])


def _body(page: Page, view: View, finding: _Finding, room: int) -> Line:
    has_original = page.show_original or view.is_rough
    if isinstance(finding.about, Difference):
        quoted = quote_within(view, finding.about, room, has_original=has_original)
        return quoted or Line.of(defuse(finding.about.note))
    if finding.base:
        return quote_beside(view.base.paragraphs[finding.base[0]].text, "", room)
    original = view.edition.paragraphs[finding.edition[0]].text
    translated = view.translated(finding.edition[0])
    return quote_beside(translated or original, original if translated and has_original else "", room)


def _findings(block: Block) -> Iterator[_Finding]:
    if kind := WHOLE.get(block.mark):
        yield _Finding(kind, block.mark, block.base, block.edition, block)
    for one in block.differences:
        theirs = one.edition or one.translation
        base = (one.base.paragraph,) if one.base else ()
        yield _Finding(one.kind.value, mark_of(one), base, (theirs.paragraph,) if theirs else (), one)


def _place(finding: _Finding) -> str:
    ours = f"base ¶{number_paragraphs(finding.base)}" if finding.base else ""
    theirs = f"edition ¶{number_paragraphs(finding.edition)}" if finding.edition else ""
    return ", ".join(side for side in (ours, theirs) if side)


def _short_place(finding: _Finding) -> str:
    ours, theirs = (number_paragraphs(side) if side else "" for side in (finding.base, finding.edition))
    if not ours:
        return f"→¶{theirs}"
    return f"¶{ours}→{theirs}" if theirs else f"¶{ours}"
