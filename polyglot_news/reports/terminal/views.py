"""Comparisons under labels that fit a column of the terminal."""

from __future__ import annotations

from polyglot_news.model import Report
from polyglot_news.reports import views
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.terminal.page import defuse
from polyglot_news.reports.views import View
from polyglot_news.reports.words import label_articles

_LONGEST_LABEL = 8  # columns: the user may give a language any name


def view_comparisons(report: Report, options: ReportOptions) -> tuple[View, ...]:
    """Prepare every comparison of a report."""
    return views.view_comparisons(report, options, label_articles(report, _label))


def _label(language: str) -> str:
    """Write a language so that a character is a column."""
    return "".join(one if one.isascii() else "?" for one in defuse(language))[:_LONGEST_LABEL]
