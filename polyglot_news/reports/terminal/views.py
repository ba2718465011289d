"""One comparison as the terminal shows it: what was selected, in reading order, under a short label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from polyglot_news.lexicon.reliability import is_rough
from polyglot_news.model import Article, Comparison, Report
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import Selection, Summary, select, summarise
from polyglot_news.reports.sequence import Block, read_in_order
from polyglot_news.reports.terminal.page import defuse

_LONGEST_LABEL = 8  # columns: the user may give a language any name


@dataclass(frozen=True, slots=True)
class View:
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


def view_comparisons(report: Report, options: ReportOptions) -> tuple[View, ...]:
    """Prepare every comparison of a report."""
    base_label, *labels = _labels([report.base, *(comparison.edition for comparison in report.comparisons)])
    views = []
    for label, comparison in zip(labels, report.comparisons, strict=True):
        selection = select(comparison, options)
        summary = summarise(report.base, comparison, selection)
        blocks = read_in_order(comparison, selection)
        rough = is_rough(comparison.edition, comparison.translation)
        views.append(View(report.base, base_label, label, comparison, selection, summary, blocks, rough))
    return tuple(views)


def _labels(articles: Sequence[Article]) -> list[str]:
    """Name editions by their languages, numbered where a language comes twice."""
    times = Counter(article.language for article in articles)
    seen: Counter[str] = Counter()
    labels = []
    for article in articles:
        seen[article.language] += 1
        number = str(seen[article.language]) if times[article.language] > 1 else ""
        code = "".join(one if one.isascii() else "?" for one in defuse(article.language))
        labels.append(f"{code[:_LONGEST_LABEL]}{number}")
    return labels
