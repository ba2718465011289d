"""One finding a row, for spreadsheets and data frames: RFC 4180, its formulas defused as OWASP advises.

Source: https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import re
from io import StringIO

from polyglot_news.model import Link, Report
from polyglot_news.reports.controls import show_controls
from polyglot_news.reports.findings import Finding, Place, list_findings
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.words import number_paragraphs

_SIDES = ("base", "edition", "translation")
FIELDS = (
    *("base_source", "edition_index", "source", "language", "kind", "level", "confidence", "where"),
    *(f"{side}_{part}" for side in _SIDES for part in ("paragraph", "start", "end", "text")),
    *("link_base", "link_edition", "link_score", "link_moved", "note"),
)
# A cell is a formula where it begins with one of these, the wide ones included, after white space and quotation marks
# that a program may strip. It begins at the start of ours, too, after a semicolon and on a new line: where Excel is
# set to Russian, Ukrainian or German, it cuts the file at semicolons and knows nothing of our quotation marks.
_FORMULA = r"""['"“”«»„‘’\s]*[=+\-@＝＋－＠]"""
_BEGINS = re.compile(rf"\A(?={_FORMULA}|'*\n)|(?<=[;\n])(?={_FORMULA})")
_DEFUSED = re.compile(rf"\A'(?={_FORMULA}|'*\n)|(?<=[;\n])'(?={_FORMULA})")
_BYTE_ORDER_MARK = "\ufeff"

Cell = str | int | float


def render(report: Report, options: ReportOptions) -> str:
    """Render the findings as CSV, a header and then a row each, lines ending with CR LF.

    Texts are as they stand but for `defuse`; numbers are numbers, and what does not exist is empty.
    """
    file = StringIO(newline="")
    writer = csv.writer(file)  # RFC 4180 is its default
    writer.writerow(FIELDS)
    for finding in list_findings(report, options):
        row = _row(report.base.source, finding)
        writer.writerow([defuse(cell) if isinstance(cell, str) else cell for cell in row])
    return (_BYTE_ORDER_MARK if options.byte_order_mark else "") + file.getvalue()


def defuse(text: str) -> str:
    """Make control characters visible, and put an apostrophe before what a spreadsheet would take for a formula."""
    return _BEGINS.sub("'", show_controls(text))


def restore(cell: str) -> str:
    """Take the apostrophes out again that `defuse` has put in; texts have no other ones taken out."""
    return _DEFUSED.sub("", cell)


def _row(base_source: str, finding: Finding) -> list[Cell]:
    return [
        base_source,
        finding.edition_index,
        finding.source,
        finding.language,
        finding.kind,
        finding.level,
        "" if finding.confidence is None else round(finding.confidence, 4),
        _where(finding),
        *_place(finding.base),
        *_place(finding.edition),
        *_place(finding.translation),
        *_link(finding.link),
        finding.note,
    ]


def _where(finding: Finding) -> str:
    """Say for people where it is, as the other reports count: base ¶5, edition ¶5–6."""
    whole = finding.link if finding.confidence is None else None
    places = {"base": finding.base, "edition": finding.edition or finding.translation}
    numbers = {"base": whole.base, "edition": whole.edition} if whole else {}
    return ", ".join(
        f"{side} ¶{number_paragraphs(numbers.get(side) or (place.paragraph,))}"
        for side, place in places.items()
        if place
    )


def _place(place: Place | None) -> list[Cell]:
    return ["", "", "", ""] if place is None else [place.paragraph, place.start, place.end, place.text]


def _link(link: Link | None) -> list[Cell]:
    """Write paragraphs with spaces between: 3-4 would be the third of April."""
    if link is None:
        return ["", "", "", ""]
    sides = (" ".join(str(one) for one in side) for side in (link.base, link.edition))
    return [*sides, round(link.score, 4), str(link.moved).lower()]
