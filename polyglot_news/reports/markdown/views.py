"""One comparison as Markdown shows it: under labels that are no markup, and only what there is to be said about it."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.language import name_of
from polyglot_news.model import Article, Report
from polyglot_news.reports import views
from polyglot_news.reports.markdown.text import escape, shorten
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.sequence import WHOLE, Block, Mark
from polyglot_news.reports.views import View
from polyglot_news.reports.words import label_articles

_LONGEST_SOURCE, _LONGEST_LABEL = 80, 12  # characters


def view_comparisons(report: Report, options: ReportOptions) -> tuple[View, ...]:
    """Prepare every comparison of a report; blocks of which there is nothing to say are left out."""
    labels = [escape(shorten(label, _LONGEST_LABEL)) for label in label_articles(report)]
    return tuple(
        view._replace(blocks=tuple(block for block in view.blocks if _is_told(block)))
        for view in views.view_comparisons(report, options, labels)
    )


def describe_origin(article: Article) -> str:
    """Say in which language an article is and where it comes from."""
    language = escape(shorten(name_of(article.language), _LONGEST_LABEL))
    return f"{language}, {escape(shorten(article.source, _LONGEST_SOURCE))}"


def count_findings(blocks: Sequence[Block]) -> int:
    """Count the differences, and the whole paragraphs and moves."""
    return sum(len(block.differences) + (block.mark in WHOLE) for block in blocks)


def _is_told(block: Block) -> bool:
    return block.mark in WHOLE or block.mark is Mark.CHANGED
