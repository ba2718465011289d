"""The report for people at a screen: verdict first, then the map, then paragraph by paragraph.

The method is that of delta and difftastic: alignment first, then emphasis inside the text, signs beside colours.
This package is the only one here that imports Rich, and the registry imports it when a terminal report is asked for.
"""

from __future__ import annotations

from polyglot_news.model import Report
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal.details import detail, is_folded
from polyglot_news.reports.terminal.legend import explain
from polyglot_news.reports.terminal.line import Line
from polyglot_news.reports.terminal.matrix import draw_matrix
from polyglot_news.reports.terminal.page import Page, print_lines
from polyglot_news.reports.terminal.strip import draw_strip
from polyglot_news.reports.terminal.styles import HEADING, QUIET
from polyglot_news.reports.terminal.summary import write_summary
from polyglot_news.reports.terminal.verdict import share_descriptions, state, title
from polyglot_news.reports.terminal.views import view_comparisons
from polyglot_news.reports.views import View


def render(report: Report, options: ReportOptions) -> str:
    """Render a report in `options.width` columns, or 40 where it is less; ANSI codes only with `options.colour`."""
    page = Page.of(options)
    views = view_comparisons(report, options)
    if options.layout is Layout.SUMMARY:
        return print_lines(page, write_summary(page, views))
    return print_lines(page, _lines(page, report, views, options))


def _lines(page: Page, report: Report, views: tuple[View, ...], options: ReportOptions) -> list[Line]:
    lines = title(page, report.base, views)
    shared = share_descriptions(views)
    for view in views:
        lines += [Line(), *state(page, view, shared), *draw_strip(page, view)]
    for description, labels in shared.items():
        lines += [Line(), *page.hang(Line.of(f"{', '.join(labels)}  ", HEADING), Line.of(description, QUIET))]
    lines += [Line(), *explain(page, filtered=bool(options.only), folded=any(is_folded(page, view) for view in views))]
    if len(views) > 1 and not page.is_read_aloud:
        lines += [Line(), *draw_matrix(page, views)]
    for view in views:
        lines += [Line(), *detail(page, view)]
    return lines
