"""The end of the page: what was set aside and why, and how the result was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from polyglot_news.model import Role
from polyglot_news.reports.html.markup import Html, element, language_tag, show
from polyglot_news.reports.html.views import Side, View
from polyglot_news.reports.words import counted
from polyglot_news.version import __version__


def write_set_aside(base: Side, views: Sequence[View]) -> Html:
    """Tell what of each article was not compared; "" where nothing was set aside."""
    parts = [
        part
        for side in (base, *(view.edition for view in views))
        for part in (_boilerplate(side), _captions(side))
        if part
    ]
    if not parts:
        return Html("")
    return element("section", element("h2", Html("Set aside")), *parts, class_="aside", aria_label="Set aside")


def write_footer(signature: str, base: Side, views: Sequence[View]) -> Html:
    """Say how the result was made, so that it can be made again."""
    sources = ", ".join(side.article.source for side in (base, *(view.edition for view in views)))
    return element(
        "footer",
        element("p", Html(f"polyglot-news {__version__} · from "), element("bdi", show(sources))),
        element("p", Html("Signature: "), element("code", show(signature))),
        element(
            "p",
            Html(
                "A difference is a hint where to look, with the words of both sides; what it means, the reader decides."
            ),
        ),
    )


def _boilerplate(side: Side) -> Html:
    pieces = side.article.boilerplate
    if not pieces:
        return Html("")
    reasons = ", ".join(f"{count} {reason}" for reason, count in Counter(piece.reason for piece in pieces).items())
    summary = element(
        "summary",
        element("span", show(side.label), class_="tag"),
        Html(f"{counted(len(pieces), 'piece')} of the site: "),
        show(reasons),
    )
    tag = language_tag(side.article.language)
    items = (
        element("li", element("b", show(piece.reason)), element("p", show(piece.text), lang=tag, dir="auto"))
        for piece in pieces
    )
    return element("details", summary, element("ul", *items))


def _captions(side: Side) -> Html:
    count = sum(paragraph.role is Role.CAPTION for paragraph in side.article.paragraphs)
    if not count:
        return Html("")
    label = element("span", show(side.label), class_="tag")
    return element(
        "p", label, Html(f"{counted(count, 'caption')} of pictures: shown in place, and no difference by being absent.")
    )
