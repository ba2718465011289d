"""The answer first: how much of the base each edition tells, and by whose translation that was judged."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from polyglot_news.language import name_of
from polyglot_news.model import Article, DifferenceKind, TranslationKind
from polyglot_news.reports.options import MOVED
from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal.line import PLAIN, Line, join
from polyglot_news.reports.terminal.links import name_source
from polyglot_news.reports.terminal.page import Page, defuse, plain, tie
from polyglot_news.reports.terminal.styles import HEADING, QUIET, sign_style
from polyglot_news.reports.views import View
from polyglot_news.reports.words import JUDGED_WITHOUT, WORDS, counted, describe_translation, percent

_LONGEST_SOURCE = 60  # columns
_INSTALLING = tie("`pn models install LANGUAGE`")


def title(page: Page, base: Article, views: Sequence[View]) -> list[Line]:
    """Write the base's headline, and where it comes from."""
    label = views[0].base_label if views else defuse(base.language)
    return [*plain(base.title or base.source, HEADING).wrap(page.width), *_origin(page, label, base)]


def state(page: Page, view: View, shared: Collection[str] = ()) -> list[Line]:
    """Write the facts about one edition, each on as few lines as the page allows.

    Args:
        page: to write on.
        view: of the edition.
        shared: what is said of several editions at once, and so not here.
    """
    indent = Line.of(" " * (len(view.label) + 2))
    description = describe(view)
    return [
        *_origin(page, view.label, view.edition),
        *page.hang(indent, list_facts(view)),
        *(page.hang(indent, Line.of(description, QUIET)) if description not in shared else ()),
    ]


def list_facts(view: View) -> Line:
    """Return the facts about one edition: what was asked for, in numbers."""
    return join(_facts(view), " · ")


def share_descriptions(views: Sequence[View]) -> Mapping[str, list[str]]:
    """Return what is to be said of the translations of several editions alike, with the labels of these editions."""
    labels: dict[str, list[str]] = {}
    for view in views:
        labels.setdefault(describe(view), []).append(view.label)
    return {description: some for description, some in labels.items() if len(some) > 1}


def describe(view: View) -> str:
    """Say in one line which translation was used, and whether it can be read alone."""
    translation = view.comparison.translation
    if translation.kind is TranslationKind.NONE:
        return f"no translation: {JUDGED_WITHOUT}"
    said = describe_translation(translation, defuse(translation.package or ""))
    rough = "; rough, so the original stands beneath" if view.is_rough else ""
    has_full_one = translation.kind is TranslationKind.ARGOS and translation.is_starter
    return f"{said}{rough}{f'; {_INSTALLING} brings a full one' if has_full_one else ''}"


def _origin(page: Page, label: str, article: Article) -> list[Line]:
    first = Line.of(f"{label}  ", HEADING)
    width = min(page.width - first.cells, _LONGEST_SOURCE)
    pieces = (
        Line.of(f"{defuse(name_of(article.language))}, "),
        name_source(page, article.source, width - 1),
        Line.of(f", {tie(counted(len(article.paragraphs), 'paragraph'))}"),
    )
    return page.hang(first, join(pieces))


def _facts(view: View) -> Iterator[Line]:
    summary, asked = view.summary, view.selection
    yield _fact(f"{percent(summary.base_coverage)} covered", Mark.KEPT)
    yield _fact(f"{summary.linked} linked", Mark.KEPT)
    if asked.asks_for(MOVED):
        yield _fact(f"{summary.moved} {WORDS[Mark.MOVED]}", Mark.MOVED, summary.moved)
    if asked.asks_for(DifferenceKind.OMISSION):
        yield _fact(f"{summary.omitted} {WORDS[Mark.OMITTED]}", Mark.OMITTED, summary.omitted)
    if asked.asks_for(DifferenceKind.ADDITION):
        yield _fact(f"{summary.added} {WORDS[Mark.ADDED]}", Mark.ADDED, summary.added)
    if asked.asked != {MOVED}:
        yield _fact(counted(summary.differences, "difference"), Mark.CHANGED, summary.differences)


def _fact(text: str, mark: Mark, count: int = 0) -> Line:
    return Line.of(tie(text), sign_style(mark) if count else PLAIN)
