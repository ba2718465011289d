"""One comparison as a report for people shows it: what was selected, in reading order, under short labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from polyglot_news.lexicon.reliability import is_rough
from polyglot_news.model import Article, Comparison, Report
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import Selection, Summary, select, summarise
from polyglot_news.reports.sequence import Block, read_in_order


class View(NamedTuple):
    """All that is shown of one comparison."""

    base: Article
    base_label: str
    label: str
    comparison: Comparison
    selection: Selection
    summary: Summary
    blocks: tuple[Block, ...]
    is_rough: bool  # the translation: nobody should read it without the original

    @property
    def edition(self) -> Article:
        """The edition that is held against the base."""
        return self.comparison.edition

    def translated(self, paragraph: int) -> str:
        """Return a paragraph of the edition in the base's language; "" where nothing was translated."""
        return self.comparison.translation.paragraphs[paragraph].text


def view_comparisons(report: Report, options: ReportOptions, labels: Sequence[str]) -> tuple[View, ...]:
    """Prepare every comparison of a report.

    Args:
        report: to be shown.
        options: the reader's.
        labels: of the base, and then of each edition.
    """
    base_label, *others = labels
    views = []
    for label, comparison in zip(others, report.comparisons, strict=True):
        selection = select(comparison, options)
        summary = summarise(report.base, comparison, selection)
        blocks = read_in_order(comparison, selection)
        rough = is_rough(comparison.edition, comparison.translation)
        views.append(View(report.base, base_label, label, comparison, selection, summary, blocks, rough))
    return tuple(views)
