"""The answer first: how much of the base is told, what was found, and a table of the editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from polyglot_news.lexicon.reliability import is_rough
from polyglot_news.model import Article, DifferenceKind, TranslationKind
from polyglot_news.reports.markdown.text import escape, shorten
from polyglot_news.reports.markdown.views import View, count_of, describe_origin, name_difference
from polyglot_news.reports.options import MOVED, ReportOptions

NOTHING = "Nothing of what was asked for was found."
_KEY = "~~Struck~~ words stand in the base, **bold** ones in the edition; ¶ counts paragraphs from the title."
_LONGEST_TITLE, _LONGEST_PACKAGE = 300, 80  # characters


def write_verdict(base: Article, views: Sequence[View]) -> list[str]:
    """Write the base's headline, and in a few sentences what was found."""
    lines = [f"# {escape(shorten(base.title or base.source, _LONGEST_TITLE))}", ""]
    if views:
        shares = ", ".join(f"{view.label} {_percent(view.summary.base_coverage)}" for view in views)
        lines += [f"**Covered of the base: {shares}.** {_found(views)}", ""]
    return [*lines, f"Base: {describe_origin(base)}, {count_of(len(base.paragraphs), 'paragraph')}.", ""]


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
    edition = view.comparison.edition
    paragraphs = count_of(len(edition.paragraphs), "paragraph")
    lines = [f"## {view.label}: {describe_origin(edition)}", "", f"{paragraphs}. {_translated(view)}", ""]
    return lines if view.blocks else [*lines, NOTHING, ""]


def _found(views: Sequence[View]) -> str:
    wholes = {
        "left out": sum(view.summary.omitted for view in views),
        "added": sum(view.summary.added for view in views),
        "moved": sum(view.summary.moved for view in views),
    }
    paragraphs = ", ".join(f"{count} {what}" for what, count in wholes.items() if count)
    kinds = Counter(name_difference(one) for view in views for one in view.selection.differences)
    most_first = sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
    names = ", ".join(f"{name} {count}" for name, count in most_first)
    said = [f"Whole paragraphs: {paragraphs}."] if paragraphs else []
    said += [f"Inside linked ones: {count_of(kinds.total(), 'difference')} ({names})."] if kinds else []
    return " ".join(said) or NOTHING


def _cells(view: View) -> dict[str, str]:
    summary, asked = view.summary, view.selection
    cells = {
        "edition": f"**{view.label}** {describe_origin(view.comparison.edition)}",
        "covered": _percent(summary.base_coverage),
        "linked": str(summary.linked),
    }
    if asked.asks_for(MOVED):
        cells["moved"] = str(summary.moved)
    if asked.asks_for(DifferenceKind.OMISSION):
        cells["left out"] = str(summary.omitted)
    if asked.asks_for(DifferenceKind.ADDITION):
        cells["added"] = str(summary.added)
    if asked.asked != {MOVED}:
        cells["differences"] = str(summary.differences)
    return cells


def _translated(view: View) -> str:
    translation = view.comparison.translation
    if translation.kind is TranslationKind.NONE:
        return "Not translated: judged by names, numbers and the lexicon alone."
    by = f"Translated by {escape(shorten(translation.package or '', _LONGEST_PACKAGE))}"
    if translation.kind is TranslationKind.PROVIDED:
        by = "Translation provided"
    elif translation.is_starter:
        by = "Translated by the starter package"
    return (
        f"{by}, which is rough here: go by the original."
        if is_rough(view.comparison.edition, translation)
        else f"{by}."
    )


def _percent(share: float) -> str:
    """Round to whole percents, but say 0 and 100 only where it is all or nothing."""
    return f"{min(max(round(share * 100), 1), 99) if 0 < share < 1 else round(share * 100)} %"
