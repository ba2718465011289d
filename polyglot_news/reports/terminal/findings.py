"""The summary layout: one line a finding, in the contract's words, for grep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from polyglot_news.model import Difference, DifferenceKind
from polyglot_news.reports.options import MOVED
from polyglot_news.reports.sequence import Block, Mark, mark_of
from polyglot_news.reports.terminal.matrix import span_of
from polyglot_news.reports.terminal.notes import quote, quote_sides
from polyglot_news.reports.terminal.page import Page, defuse, join
from polyglot_news.reports.terminal.styles import QUIET, sign_style
from polyglot_news.reports.terminal.verdict import list_facts
from polyglot_news.reports.terminal.views import View

_KIND_WIDTH = len("attribution")
_LONGEST_QUOTE = 120  # characters; the width of the page cuts it further


@dataclass(frozen=True, slots=True)
class _Finding:
    """One line before its columns are as wide as the widest of them."""

    kind: str
    mark: Mark
    confidence: str
    place: str
    text: Text


def list_findings(page: Page, views: Sequence[View]) -> list[Text]:
    """Write one line of facts an edition, then one line a finding, labelled where there are several editions."""
    label_width = max((len(view.label) for view in views), default=0)
    lines = []
    for view in views:
        label = Text(f"{view.label:<{label_width}}  " if len(views) > 1 else "", QUIET)
        lines.append(page.shorten(join([label, list_facts(view)]), page.width))
        findings = [finding for block in view.blocks for finding in _findings(view, block)]
        place_width = max((len(finding.place) for finding in findings), default=0)
        lines += [page.shorten(join([label, _line(finding, place_width)]), page.width) for finding in findings]
    return lines


def _line(finding: _Finding, place_width: int) -> Text:
    columns = f"{finding.confidence:<4}  {finding.place:<{place_width}}  "
    return join(
        [Text(f"{finding.kind:<{_KIND_WIDTH}}  ", sign_style(finding.mark)), Text(columns, QUIET), finding.text]
    )


def _findings(view: View, block: Block) -> Iterator[_Finding]:
    beginning = (
        Text(quote(_text(view, block), _LONGEST_QUOTE))
        if block.mark in {Mark.OMITTED, Mark.ADDED, Mark.MOVED}
        else Text()
    )
    place = _place(block.base, block.edition)
    if block.mark is Mark.OMITTED:
        yield _Finding(DifferenceKind.OMISSION.value, block.mark, "", place, beginning)
    elif block.mark is Mark.ADDED:
        yield _Finding(DifferenceKind.ADDITION.value, block.mark, "", place, beginning)
    elif block.mark is Mark.MOVED:
        yield _Finding(MOVED, block.mark, "", place, beginning)
    for one in block.differences:
        yield _inside(view, one)


def _inside(view: View, difference: Difference) -> _Finding:
    base = (difference.base.paragraph,) if difference.base else ()
    theirs = difference.edition or difference.translation
    return _Finding(
        difference.kind.value,
        mark_of(difference),
        f"{difference.confidence:.2f}",
        _place(base, (theirs.paragraph,) if theirs else ()),
        quote_sides(view, difference, _LONGEST_QUOTE) or Text(defuse(difference.note)),
    )


def _place(base: tuple[int, ...], edition: tuple[int, ...]) -> str:
    ours = f"base ¶{span_of(base)}" if base else ""
    theirs = f"edition ¶{span_of(edition)}" if edition else ""
    return ", ".join(side for side in (ours, theirs) if side)


def _text(view: View, block: Block) -> str:
    if block.base:
        return view.base.paragraphs[block.base[0]].text
    j = block.edition[0]
    return view.comparison.translation.paragraphs[j].text or view.edition.paragraphs[j].text
