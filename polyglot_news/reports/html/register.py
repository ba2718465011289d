"""The register of findings: each with its texts, its confidence and what speaks for it. Cards show the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyglot_news.language import name_of
from polyglot_news.model import Difference, Evidence, TranslationKind
from polyglot_news.reports.html.markup import Html, element, language_tag, show
from polyglot_news.reports.html.passages import beginning_of, excerpt
from polyglot_news.reports.html.views import Finding, Side, View
from polyglot_news.reports.html.words import LEVELS, sign
from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.texts import only_repeats, texts_of
from polyglot_news.reports.words import KIND_NAMES, number_paragraphs

_AROUND = 48  # characters on each side: enough to understand the place
_BASE, _EDITION, _TRANSLATION = "base", "edition", "translation"
_BEGINNING = 160  # characters of a whole paragraph: it stands in the text


def write_register(views: Sequence[View]) -> Html:
    """List all findings, an edition after the other."""
    lists = (element("div", *_list(view), class_="list") for view in views)
    return element("section", element("h2", Html("All findings")), *lists, id="findings", aria_label="All findings")


def _list(view: View) -> Iterator[Html]:
    name = name_of(view.edition.article.language)
    yield element("h3", element("span", show(view.edition.label), class_="tag"), show(name))
    if view.findings:
        yield element("ol", *(_entry(view, finding) for finding in view.findings), class_="register")
    else:
        yield element("p", Html("Nothing found of what was asked for."))


def _entry(view: View, finding: Finding) -> Html:
    one = finding.difference
    texts = _texts(view, finding, one) if one else _whole_texts(view, finding)
    body = [_heading(finding), _place(view, finding), element("dl", *(part for text in texts for part in text))]
    if one and not only_repeats(one.note, texts_of(view.base.article, view.comparison, one)):
        body.append(element("p", element("bdi", show(one.note)), class_="note"))
    if one and one.evidence:
        body.append(_evidence(one.evidence))
    return element(
        "li",
        *body,
        class_=f"entry {finding.mark}",
        id=finding.address,
        data_e=str(view.number),
        data_k=finding.kind,
        data_c=f"{one.confidence:.4f}" if one else None,
    )


def _heading(finding: Finding) -> Html:
    one = finding.difference
    about = LEVELS[one.level] if one else "whole paragraph"
    parts = [
        sign(finding.mark),
        element("b", Html(KIND_NAMES[finding.kind])),
        element("span", Html(about), class_="quiet"),
    ]
    if one:
        tenths = round(one.confidence * 10)
        bar = element("i", class_=f"bar c{tenths}", aria_hidden="true")
        parts.append(element("span", bar, Html(f"confidence {one.confidence:.2f}"), class_="conf"))
    return element("h4", *parts, class_="kind")


def _place(view: View, finding: Finding) -> Html:
    ours = [_link(view.base, finding.base)] if finding.base else []
    theirs = [_link(view.edition, finding.edition)] if finding.edition else []
    return element("p", *ours, *theirs, class_="at")


def _link(side: Side, paragraphs: tuple[int, ...]) -> Html:
    return element(
        "a", show(f"{side.label} ¶{number_paragraphs(paragraphs)}"), href=f"#{side.address_of(paragraphs[0])}"
    )


def _texts(view: View, finding: Finding, one: Difference) -> Iterator[tuple[Html, Html]]:
    """Yield the three texts of a difference; a side that does not exist says so."""
    base, edition, translation = view.base.article, view.edition.article, view.comparison.translation
    missing = "not told" if finding.mark is not Mark.CHANGED else "no place found"
    sides = (
        (_BASE, one.base, base.paragraphs, base.language),
        (_EDITION, one.edition, edition.paragraphs, edition.language),
        (_TRANSLATION, one.translation, translation.paragraphs, translation.language),
    )
    for side, span, paragraphs, language in sides:
        if span:
            quoted = excerpt(paragraphs[span.paragraph].text, span, _AROUND)
            yield _text(view, side, quoted, language)
        elif side != _TRANSLATION or translation.kind is not TranslationKind.NONE:
            yield _heading_of(view, side), element("dd", Html(missing), class_=f"none of-{side}")


def _whole_texts(view: View, finding: Finding) -> Iterator[tuple[Html, Html]]:
    """Yield how a paragraph begins, in the texts that it is in."""
    base, edition, translation = view.base.article, view.edition.article, view.comparison.translation
    if finding.base:
        yield _text(view, _BASE, show(beginning_of(base.paragraphs[finding.base[0]].text, _BEGINNING)), base.language)
    if finding.edition:
        j = finding.edition[0]
        yield _text(view, _EDITION, show(beginning_of(edition.paragraphs[j].text, _BEGINNING)), edition.language)
        if view.translated(j):
            yield _text(view, _TRANSLATION, show(beginning_of(view.translated(j), _BEGINNING)), translation.language)


def _text(view: View, side: str, shown: Html, language: str) -> tuple[Html, Html]:
    text = element("dd", shown, class_=f"of-{side}", lang=language_tag(language), dir="auto")
    return _heading_of(view, side), text


def _heading_of(view: View, side: str) -> Html:
    edition = view.edition.label
    in_base = f"{edition} in {name_of(view.comparison.translation.language)}"
    names = {_BASE: view.base.label, _EDITION: edition, _TRANSLATION: in_base}
    return element("dt", show(names[side]), class_=f"of-{side}")


def _evidence(evidence: Sequence[Evidence]) -> Html:
    items = (
        element("li", element("b", Html(f"{one.weight:+.2f}")), show(f" {one.rule.replace('_', ' ')}"), _told(one.note))
        for one in evidence
    )
    return element("details", element("summary", Html("Evidence")), element("ul", *items))


def _told(note: str) -> Html:
    return element("span", Html(": "), element("bdi", show(note))) if note else Html("")
