"""The answer first: how much of the base each edition tells, and by whose translation that was judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from polyglot_news.language import name_of
from polyglot_news.model import Article, DifferenceKind, TranslationKind
from polyglot_news.reports.options import MOVED
from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal.page import Page, join, plain, tie
from polyglot_news.reports.terminal.styles import HEADING, QUIET, sign_style
from polyglot_news.reports.terminal.views import View

_LONGEST_SOURCE = 60  # columns


def title(page: Page, base: Article, views: Sequence[View]) -> list[Text]:
    """Write the base's headline, and where it comes from."""
    label = views[0].base_label if views else base.language
    return [*page.wrap(plain(base.title or base.source, HEADING), page.width), *_origin(page, label, base)]


def state(page: Page, view: View) -> list[Text]:
    """Write the facts about one edition, each on as few lines as the page allows."""
    indent = Text(" " * (len(view.label) + 2))
    facts = list_facts(view)
    return [
        *_origin(page, view.label, view.edition),
        *page.hang(indent, facts),
        *page.hang(indent, plain(describe(view), QUIET)),
    ]


def list_facts(view: View) -> Text:
    """Return the facts about one edition: what was asked for, in numbers."""
    return join(_facts(view), " · ")


def describe(view: View) -> str:
    """Say in one line which translation was used, and whether it can be read alone."""
    rough = "rough, so the original stands beneath; " if view.is_rough else ""
    translation = view.comparison.translation
    if translation.kind is TranslationKind.NONE:
        return "no translation: judged by names, numbers and the lexicon alone"
    if translation.kind is TranslationKind.PROVIDED:
        return f"translation provided{', ' if rough else ''}{rough.rstrip('; ')}"
    if translation.is_starter:
        return f"translated by the starter package; {rough}`pn models install FILE` brings a full one"
    return f"translated by {translation.package}{'; ' if rough else ''}{rough.rstrip('; ')}"


def _origin(page: Page, label: str, article: Article) -> list[Text]:
    source = page.shorten(plain(article.source), _LONGEST_SOURCE)
    count = _counted(len(article.paragraphs), "paragraph")
    about = join([plain(f"{name_of(article.language)}, "), source, plain(f", {count}")])
    return page.hang(plain(f"{label}  ", HEADING), about)


def _facts(view: View) -> Iterator[Text]:
    summary, asked = view.summary, view.selection
    yield _fact(f"{_percent(summary.base_coverage)} covered", Mark.KEPT)
    yield _fact(f"{summary.linked} linked", Mark.KEPT)
    if asked.asks_for(MOVED):
        yield _fact(f"{summary.moved} moved", Mark.MOVED, summary.moved)
    if asked.asks_for(DifferenceKind.OMISSION):
        yield _fact(f"{summary.omitted} left out", Mark.OMITTED, summary.omitted)
    if asked.asks_for(DifferenceKind.ADDITION):
        yield _fact(f"{summary.added} added", Mark.ADDED, summary.added)
    if asked.asked != {MOVED}:
        yield _fact(_counted(summary.differences, "difference"), Mark.CHANGED, summary.differences)


def _fact(text: str, mark: Mark, count: int = 0) -> Text:
    return Text(tie(text), sign_style(mark) if count else "")


def _percent(share: float) -> str:
    """Round to whole percents, but say 0 and 100 only where it is all or nothing."""
    return f"{min(max(round(share * 100), 1), 99) if 0 < share < 1 else round(share * 100)} %"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
