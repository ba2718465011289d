"""The report that people send on: one page that needs nothing but itself, readable without its script.

No file is loaded and no address asked: a Content-Security-Policy allows the page's own style and script, by their
hashes, and nothing else. The same report gives the same bytes.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from polyglot_news.model import Report
from polyglot_news.paths import bundled_folder
from polyglot_news.reports.html.columns import row_rules, write_columns
from polyglot_news.reports.html.footer import write_footer, write_set_aside
from polyglot_news.reports.html.markup import Html, element, show, value
from polyglot_news.reports.html.placement import place
from polyglot_news.reports.html.register import write_register
from polyglot_news.reports.html.tools import write_help, write_legend, write_tools
from polyglot_news.reports.html.verdict import write_masthead, write_verdicts
from polyglot_news.reports.html.views import Side, View, view_comparisons
from polyglot_news.reports.options import ReportOptions
from polyglot_news.version import __version__


def render(report: Report, options: ReportOptions) -> str:
    """Render a report as one HTML page, UTF-8, ending with a line end."""
    base, views = view_comparisons(report, options)
    placement = place(views, len(base.article.paragraphs))
    style = _bundled("report.css") + row_rules(placement) + _paper(views)
    script = _bundled("report.js")
    main = element(
        "main",
        write_masthead(base, views, options),
        write_verdicts(views),
        element("h2", Html("The texts"), id="read", tabindex="-1"),
        write_legend(filtered=bool(options.only)),
        write_tools(views),
        write_columns(base, views, placement),
        write_register(views),
        write_set_aside(base, views),
    )
    skip = element("a", Html("Skip to the texts"), href="#read", class_="skip")
    end = write_footer(report.signature, base, views)
    body = element("body", skip, main, end, write_help(), element("script", Html(script)))
    page = element("html", _head(base, views, style, script), body, lang="en")
    return f"<!DOCTYPE html>\n{page}\n"


def _head(base: Side, views: tuple[View, ...], style: str, script: str) -> Html:
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    languages = ", ".join(side.label for side in (base, *(view.edition for view in views)))
    title = value(f"{base.article.title or base.article.source} ({languages})")
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content=f"polyglot-news {__version__}"),
        element("title", show(title)),
        element("style", Html(style)),
    )


def _paper(views: tuple[View, ...]) -> str:
    """Lay three columns on a sheet turned round."""
    return f"@page{{size:A4 {'landscape' if len(views) > 1 else 'portrait'}}}"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _bundled(name: str) -> str:
    return (bundled_folder("html") / name).read_text("utf-8")
