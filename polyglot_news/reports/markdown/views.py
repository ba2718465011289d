"""One comparison as Markdown shows it: what was selected, in reading order, under short labels."""

from __future__ import annotations

from dataclasses import dataclass

from polyglot_news.language import name_of
from polyglot_news.model import Article, Comparison, Difference, DifferenceKind, Report
from polyglot_news.reports.findings import WHOLE, label_articles
from polyglot_news.reports.markdown.text import escape, shorten
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import Selection, Summary, select, summarise
from polyglot_news.reports.sequence import Block, Mark, mark_of, read_in_order

_LONGEST_SOURCE, _LONGEST_LABEL = 80, 12  # characters
_PASSAGES = {Mark.OMITTED: "left out", Mark.ADDED: "added", Mark.CHANGED: "changed"}
_NAMES = {DifferenceKind.ATTRIBUTION: "source"}  # as in the terminal report


@dataclass(frozen=True, slots=True)
class View:
    """All that is shown of one comparison; labels are escaped."""

    base: Article
    base_label: str
    label: str
    comparison: Comparison
    selection: Selection
    summary: Summary
    blocks: tuple[Block, ...]  # those that there is something to say about


def view_comparisons(report: Report, options: ReportOptions) -> tuple[View, ...]:
    """Prepare every comparison of a report."""
    base_label, *labels = (escape(shorten(label, _LONGEST_LABEL)) for label in label_articles(report))
    views = []
    for label, comparison in zip(labels, report.comparisons, strict=True):
        selection = select(comparison, options)
        summary = summarise(report.base, comparison, selection)
        blocks = tuple(
            block for block in read_in_order(comparison, selection) if block.mark in WHOLE or block.mark is Mark.CHANGED
        )
        views.append(View(report.base, base_label, label, comparison, selection, summary, blocks))
    return tuple(views)


def describe_origin(article: Article) -> str:
    """Say in which language an article is and where it comes from."""
    language = escape(shorten(name_of(article.language), _LONGEST_LABEL))
    return f"{language}, {escape(shorten(article.source, _LONGEST_SOURCE))}"


def count_findings(blocks: tuple[Block, ...]) -> int:
    """Count the differences, and the whole paragraphs and moves."""
    return sum(len(block.differences) + (block.mark in WHOLE) for block in blocks)


def name_difference(one: Difference) -> str:
    """Say what a difference is, in the words that docs/how-to/read-differences.md explains."""
    if one.kind in {DifferenceKind.OMISSION, DifferenceKind.ADDITION}:
        return _PASSAGES[mark_of(one)]
    return _NAMES.get(one.kind, one.kind.value)


def count_of(number: int, noun: str) -> str:
    """Write a number of things: 1 paragraph, 2 paragraphs."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
