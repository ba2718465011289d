"""The answer first: how much of the base each edition tells, in a sentence, in numbers and as a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from polyglot_news.language import name_of
from polyglot_news.model import Article, DifferenceKind, Role
from polyglot_news.reports.html.markup import Html, element, join, language_tag, show
from polyglot_news.reports.html.strip import draw_strip
from polyglot_news.reports.html.views import Side, View
from polyglot_news.reports.html.words import counted_kind, sign_of_kind
from polyglot_news.reports.options import MOVED, ReportOptions
from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.words import KIND_NAMES, WORDS, counted, describe_translation, percent


def write_masthead(base: Side, views: Sequence[View], options: ReportOptions) -> Html:
    """Write the base's headline, where it comes from, and what the report was narrowed to."""
    article = base.article
    *others, last = [name_of(view.edition.article.language) for view in views] or [""]
    editions = f"{', '.join(others)} and {last}" if others else last
    kicker = f"{editions} held against {name_of(article.language)}" if views else name_of(article.language)
    title = element("h1", show(article.title or article.source), lang=language_tag(article.language), dir="auto")
    parts = [element("p", show(kicker), class_="kicker"), title, _origin(base)]
    if narrowed := _narrowed(options):
        parts.append(element("p", show(narrowed), class_="quiet"))
    return element("header", *parts, class_="masthead")


def write_verdicts(views: Sequence[View]) -> Html:
    """Write what is to be said about each edition."""
    return join(_verdict(view) for view in views)


def _verdict(view: View) -> Html:
    language = name_of(view.edition.article.language)
    label = element("span", show(view.edition.label), class_="tag")
    said = element("div", element("h2", label, show(language)), _origin(view.edition), *_headline(view), class_="said")
    note = element("p", show(_translated(view)), class_="quiet")
    drawn = element("div", _sentence(view), draw_strip(view), _counts(view), note, class_="drawn")
    return element("section", said, drawn, class_="verdict", aria_label=language)


def _translated(view: View) -> str:
    """Say which translation was used, and whether it can be read alone."""
    translation = view.comparison.translation
    said = describe_translation(translation, translation.package or "")
    return f"{said[:1].upper()}{said[1:]}.{' It is rough: read it with the original.' if view.is_rough else ''}"


def _headline(view: View) -> Iterator[Html]:
    """Quote the edition's headline and its translation: often the whole difference in one line."""
    article = view.edition.article
    if not article.title:
        return
    yield element("p", show(article.title), class_="headline", lang=language_tag(article.language), dir="auto")
    roles = [paragraph.role for paragraph in article.paragraphs]
    if Role.TITLE in roles and (translated := view.translated(roles.index(Role.TITLE))):
        language = language_tag(view.comparison.translation.language)
        yield element("p", show(translated), class_="headline tr", lang=language, dir="auto")


def _sentence(view: View) -> Html:
    covered = f"{percent(view.summary.base_coverage)} of the {name_of(view.base.article.language)} text covered"
    facts = ", ".join(_facts(view))
    rest = show(f"; {facts}.") if facts else Html(".")
    return element("p", element("b", show(covered)), rest, class_="lead")


def _facts(view: View) -> Iterator[str]:
    """Yield the facts about whole paragraphs that were asked for."""
    summary, asked = view.summary, view.selection
    if asked.asks_for(DifferenceKind.OMISSION):
        yield f"{summary.omitted} of {counted(len(view.base.article.paragraphs), 'paragraph')} {WORDS[Mark.OMITTED]}"
    if asked.asks_for(DifferenceKind.ADDITION):
        yield f"{summary.added} {WORDS[Mark.ADDED]}"
    if asked.asks_for(MOVED):
        yield f"{summary.moved} {WORDS[Mark.MOVED]}"


def _counts(view: View) -> Html:
    """Count the differences inside linked paragraphs by their kinds."""
    linked = counted(view.summary.linked, "linked pair")
    counts = Counter(finding.kind for finding in view.findings if finding.difference)
    head = show(f"{counted(counts.total(), 'difference')} inside {linked}{':' if counts else '.'}")
    shown = [element("li", head)] + [
        element("li", sign_of_kind(kind), Html(counted_kind(counts[kind], kind))) for kind in KIND_NAMES if counts[kind]
    ]
    return element("ul", *shown, class_="counts")


def _origin(side: Side) -> Html:
    """Say where an article comes from, and link to it where it is on the web."""
    article = side.article
    paragraphs = counted(len(article.paragraphs), "paragraph")
    metadata = article.metadata
    said = [one for one in (metadata.site, metadata.date[:10], ", ".join(metadata.authors)) if one]
    pieces = [_source(article), *(element("bdi", show(one)) for one in said), Html(paragraphs)]
    return element("p", join(pieces, " · "), class_="origin quiet")


def _source(article: Article) -> Html:
    address = article.metadata.address or article.source
    if address.startswith(("https://", "http://")):
        return element("a", element("bdi", show(article.source)), href=address, rel="noopener noreferrer")
    return element("bdi", show(article.source))


def _narrowed(options: ReportOptions) -> str:
    """Say what the report was asked for, where that is not everything."""
    said = f"only {', '.join(sorted(options.only))}" if options.only else ""
    if options.min_confidence > 0:
        said += f"{', ' if said else ''}differences of confidence {options.min_confidence:.2f} and more"
    return f"Shown: {said}." if said else ""
