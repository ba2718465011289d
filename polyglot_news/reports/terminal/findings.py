"""The summary layout: one line a finding, in the contract's words, for grep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from polyglot_news.model import Difference, DifferenceKind
from polyglot_news.reports.options import MOVED
from polyglot_news.reports.sequence import Block, Mark, mark_of
from polyglot_news.reports.terminal.matrix import span_of
from polyglot_news.reports.terminal.notes import quote, quote_within
from polyglot_news.reports.terminal.page import Page, defuse, join
from polyglot_news.reports.terminal.styles import QUIET, sign_style
from polyglot_news.reports.terminal.verdict import list_facts
from polyglot_news.reports.terminal.views import View

_KIND_WIDTH = len("attribution")
_WHOLE = {
    Mark.OMITTED: DifferenceKind.OMISSION.value,
    Mark.ADDED: DifferenceKind.ADDITION.value,
    Mark.MOVED: MOVED,
}
_LONGEST_QUOTE = 120  # characters; the width of the page cuts it further


@dataclass(frozen=True, slots=True)
class _Finding:
    """One line before its columns are as wide as the widest of them."""

    kind: str
    mark: Mark
    place: str
    about: Difference | str  # inside a link; or how a whole paragraph begins


def list_findings(page: Page, views: Sequence[View]) -> list[Text]:
    """Write one line of facts an edition, then one line a finding, labelled where there are several editions."""
    label_width = max((len(view.label) for view in views), default=0)
    lines = []
    for view in views:
        label = Text(f"{view.label:<{label_width}}  " if len(views) > 1 else "", QUIET)
        lines.append(page.shorten(join([label, list_facts(view)]), page.width))
        findings = [finding for block in view.blocks for finding in _findings(view, block)]
        place_width = max((len(finding.place) for finding in findings), default=0)
        for finding in findings:
            head = join([label, _head(finding, place_width)])
            lines.append(page.shorten(join([head, _body(view, finding, page.width - head.cell_len)]), page.width))
    return lines


def _head(finding: _Finding, place_width: int) -> Text:
    confidence = f"{finding.about.confidence:.2f}" if isinstance(finding.about, Difference) else ""
    columns = f"{confidence:<4}  {finding.place:<{place_width}}  "
    return join([Text(f"{finding.kind:<{_KIND_WIDTH}}  ", sign_style(finding.mark)), Text(columns, QUIET)])


def _body(view: View, finding: _Finding, room: int) -> Text:
    if isinstance(finding.about, str):
        return Text(finding.about)
    quoted = quote_within(view, finding.about, room, _LONGEST_QUOTE)
    return quoted or Text(defuse(finding.about.note))


def _findings(view: View, block: Block) -> Iterator[_Finding]:
    if kind := _WHOLE.get(block.mark):
        yield _Finding(kind, block.mark, _place(block.base, block.edition), quote(_text(view, block), _LONGEST_QUOTE))
    for one in block.differences:
        base = (one.base.paragraph,) if one.base else ()
        theirs = one.edition or one.translation
        place = _place(base, (theirs.paragraph,) if theirs else ())
        yield _Finding(one.kind.value, mark_of(one), place, one)


def _place(base: tuple[int, ...], edition: tuple[int, ...]) -> str:
    ours = f"base ¶{span_of(base)}" if base else ""
    theirs = f"edition ¶{span_of(edition)}" if edition else ""
    return ", ".join(side for side in (ours, theirs) if side)


def _text(view: View, block: Block) -> str:
    if block.base:
        return view.base.paragraphs[block.base[0]].text
    j = block.edition[0]
    return view.comparison.translation.paragraphs[j].text or view.edition.paragraphs[j].text
