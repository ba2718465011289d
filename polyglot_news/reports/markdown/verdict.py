"""The answer first: how much of the base is told, what was found, and a table of the editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from polyglot_news.model import Article, DifferenceKind
from polyglot_news.reports.markdown.text import escape, shorten
from polyglot_news.reports.markdown.views import describe_origin
from polyglot_news.reports.options import MOVED, ReportOptions
from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.views import View
from polyglot_news.reports.words import WORDS, counted, describe_translation, name_difference, percent

_NOTHING = "Nothing of what was asked for was found."
_KEY = "~~Struck~~ words stand in the base, **bold** ones in the edition; ¶ counts paragraphs from the title."
_LONGEST_TITLE, _LONGEST_PACKAGE = 300, 80  # characters


def write_verdict(base: Article, views: Sequence[View]) -> list[str]:
    """Write the base's headline, and in a few sentences what was found."""
    lines = [f"# {escape(shorten(base.title or base.source, _LONGEST_TITLE))}", ""]
    if views:
        shares = ", ".join(f"{view.label} {percent(view.summary.base_coverage)}" for view in views)
        lines += [f"**Covered of the base: {shares}.** {_found(views)}", ""]
    return [*lines, f"Base: {describe_origin(base)}, {counted(len(base.paragraphs), 'paragraph')}.", ""]


def write_table(views: Sequence[View]) -> list[str]:
    """Write the numbers of every edition, a column for each that was asked for."""
    if not views:
        return []
    columns = [*_cells(views[0])]
    head = [f"| {' | '.join(columns)} |", "| --- |" + " ---: |" * (len(columns) - 1)]
    return [*head, *(f"| {' | '.join(_cells(view).values())} |" for view in views), ""]


def explain(options: ReportOptions) -> list[str]:
    """Say what the signs mean, and what is not shown."""
    said = [_KEY]
    if options.only:
        said.append(f"Asked for: only {', '.join(sorted(options.only))}.")
    if options.min_confidence:
        said.append(f"Differences below a confidence of {options.min_confidence:.2f} are not shown.")
    return [" ".join(said), ""]


def open_section(view: View) -> list[str]:
    """Write the heading of an edition, and by whose translation it was judged."""
    edition = view.edition
    paragraphs = counted(len(edition.paragraphs), "paragraph")
    lines = [f"## {view.label}: {describe_origin(edition)}", "", f"{paragraphs}. {_translated(view)}", ""]
    return lines if view.blocks else [*lines, _NOTHING, ""]


def _found(views: Sequence[View]) -> str:
    wholes = {
        WORDS[Mark.OMITTED]: sum(view.summary.omitted for view in views),
        WORDS[Mark.ADDED]: sum(view.summary.added for view in views),
        WORDS[Mark.MOVED]: sum(view.summary.moved for view in views),
    }
    paragraphs = ", ".join(f"{count} {what}" for what, count in wholes.items() if count)
    kinds = Counter(name_difference(one) for view in views for one in view.selection.differences)
    most_first = sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
    names = ", ".join(f"{name} {count}" for name, count in most_first)
    said = [f"Whole paragraphs: {paragraphs}."] if paragraphs else []
    said += [f"Inside linked ones: {counted(kinds.total(), 'difference')} ({names})."] if kinds else []
    return " ".join(said) or _NOTHING


def _cells(view: View) -> dict[str, str]:
    summary, asked = view.summary, view.selection
    cells = {
        "edition": f"**{view.label}** {describe_origin(view.edition)}",
        "covered": percent(summary.base_coverage),
        "linked": str(summary.linked),
    }
    if asked.asks_for(MOVED):
        cells[WORDS[Mark.MOVED]] = str(summary.moved)
    if asked.asks_for(DifferenceKind.OMISSION):
        cells[WORDS[Mark.OMITTED]] = str(summary.omitted)
    if asked.asks_for(DifferenceKind.ADDITION):
        cells[WORDS[Mark.ADDED]] = str(summary.added)
    if asked.asked != {MOVED}:
        cells["differences"] = str(summary.differences)
    return cells


def _translated(view: View) -> str:
    translation = view.comparison.translation
    said = describe_translation(translation, escape(shorten(translation.package or "", _LONGEST_PACKAGE)))
    rough = ", which is rough here: go by the original" if view.is_rough else ""
    return f"{said[:1].upper()}{said[1:]}{rough}."
