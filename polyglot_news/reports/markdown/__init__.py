"""The report as GitHub-flavoured Markdown: for an issue, a wiki or a newsletter.

Nothing is folded into <details>: GitHub would show it, but mail programs and newsletters print the tags or drop the
text. What is too long for an issue is left out at the end of each edition, and the last line says how much that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyglot_news.model import Report
from polyglot_news.reports.markdown.blocks import write_block
from polyglot_news.reports.markdown.verdict import explain, open_section, write_table, write_verdict
from polyglot_news.reports.markdown.views import count_findings, view_comparisons
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.views import View
from polyglot_news.reports.words import counted
from polyglot_news.version import __version__

LONGEST = 65_536  # characters that GitHub takes for the text of an issue
_MOST_EDITIONS = 25  # so that there is always room for what stands before the findings
_LAST = f"*polyglot-news {__version__}. A difference is a hint to look there; what it means, the reader decides.*"


def render(report: Report, options: ReportOptions) -> str:
    """Render a report as Markdown that fits an issue on GitHub; text from outside is never more than text."""
    views = view_comparisons(report, options)
    shown = views[:_MOST_EDITIONS]
    head = [*write_verdict(report.base, shown), *write_table(shown), *explain(options)]
    openings = [open_section(view) for view in shown]
    room = LONGEST - _cost(
        [*head, *(line for opening in openings for line in opening), *_end(views, [9**9] * len(views))]
    )
    body, missing = [], [count_findings(view.blocks) for view in views]
    for n, (view, opening) in enumerate(zip(shown, openings, strict=True)):
        blocks = list(_fitting(view, room // (len(shown) - n)))  # what one edition leaves, the next may use
        lines = [line for block in blocks for line in block]
        missing[n] = count_findings(view.blocks[len(blocks) :])
        room -= _cost(lines)
        body += [*opening, *lines]
    return "\n".join([*head, *body, *_end(views, missing)]) + "\n"


def _fitting(view: View, room: int) -> Iterator[list[str]]:
    for block in view.blocks:
        lines = write_block(view, block)
        room -= _cost(lines)
        if room < 0:
            return
        yield lines


def _cost(lines: Sequence[str]) -> int:
    """Count as GitHub may: two for a line end, which forms send as CR LF, and two for what UTF-16 writes with two."""
    return sum(len(line.encode("utf-16-le")) // 2 + 2 for line in lines)


def _end(views: Sequence[View], missing: Sequence[int]) -> list[str]:
    """Write the last lines, the very last one saying what is missing and how to see it."""
    if not any(missing):
        return [_LAST]
    named = [f"{view.label} {count:,}" for view, count in zip(views[:_MOST_EDITIONS], missing, strict=False) if count]
    if more := len(views) - _MOST_EDITIONS if len(views) > _MOST_EDITIONS else 0:
        named.append(f"all of {counted(more, 'edition')} more")
    total = counted(sum(count_findings(view.blocks) for view in views), "finding")
    cut = f"**Cut to fit an issue: {sum(missing):,} of {total} missing ({', '.join(named)}).**"
    how = (
        "`--format html` and `--format csv` show all; `--only`, `--min-confidence` or one edition at a time show less."
    )
    return [_LAST, "", f"{cut} {how}"]
