"""pn extract: the article as it will be compared, what is said about it, and what was taken out and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import typer

from polyglot_news.cli.console import Console
from polyglot_news.cli.forms import Form, FormOption
from polyglot_news.cli.options import AllowPrivate, File, IgnoreRobots, KeepBoilerplate, Lines, Output
from polyglot_news.cli.output import require_apart, write_result
from polyglot_news.cli.reading import reading_of
from polyglot_news.language import name_of
from polyglot_news.model import Article, Boilerplate, Role
from polyglot_news.reports.json_text import json_text
from polyglot_news.sources.articles import load_article

EXAMPLES = """
pn extract ru.txt
pn extract page.html --format json --output article.json
pn extract https://example.org/news/2026/11/24/bridge > en.txt
"""
_SHOWN_CHARS, _SHORT_CHARS = 100, 50
_CAPTION = "caption"


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    file: File,
    *,
    form: FormOption = Form.TEXT,
    output: Output = "-",
    lines: Lines = False,
    keep_boilerplate: KeepBoilerplate = False,
    allow_private: AllowPrivate = False,
    ignore_robots: IgnoreRobots = False,
) -> None:
    """Print the article on stdout; on stderr what is said about it, and what was taken out of it and why."""
    console: Console = context.obj
    require_apart(output, file)
    reading = reading_of(
        lines=lines, keep_boilerplate=keep_boilerplate, allow_private=allow_private, ignore_robots=ignore_robots
    )
    article = load_article(file, reading)
    if form is Form.JSON:
        write_result(json_text(_as_object(article)), output)
        return
    between = "\n" if lines else "\n\n"
    write_result(between.join(paragraph.text for paragraph in article.paragraphs) + "\n", output)
    for line in _said(article):
        console.say(line)
    for line in _taken_out(article.boilerplate):
        console.say(line)


def _said(article: Article) -> Iterator[str]:
    """Yield what is known about an article, a line each."""
    about = article.metadata
    known = {
        "title": article.title,
        "subtitle": about.subtitle,
        "date": about.date,
        "authors": ", ".join(about.authors),
        "site": about.site,
        "address": about.address,
        "language": f"{name_of(article.language)}, confidence {article.language_confidence:.2f}",
    }
    yield from (
        f"{name}: {value if name == 'address' else _shortened(value)}" for name, value in known.items() if value
    )
    yield from (f"edition in {name_of(language)}: {address}" for language, address in about.alternates)


def _taken_out(boilerplate: Sequence[Boilerplate]) -> Iterator[str]:
    """Yield what was taken out, a line each; the cells of a table and the like, short ones in a row, in one line."""
    rows = groupby(boilerplate, key=lambda one: (one.reason, len(one.text) <= _SHORT_CHARS))
    for (reason, is_short), row in rows:
        texts = [one.text for one in row]
        if is_short and len(texts) > 1:
            yield f"taken out ({reason}, {len(texts)} pieces): {_shortened(' · '.join(texts))}"
        else:
            yield from (f"taken out ({reason}): {_shortened(text)}" for text in texts)


def _shortened(text: str) -> str:
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    return text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…"


def _as_object(article: Article) -> dict[str, object]:
    about = article.metadata
    captions = [one.text for one in article.paragraphs if one.role is Role.CAPTION]
    return {
        "source": article.source,
        "language": article.language,
        "language_confidence": article.language_confidence,
        "title": article.title,
        "subtitle": about.subtitle,
        "date": about.date,
        "authors": list(about.authors),
        "site": about.site,
        "address": about.address,
        "alternates": [{"language": language, "address": address} for language, address in about.alternates],
        "paragraphs": [
            {"index": k, "role": one.role.value, "language": one.language, "text": one.text}
            for k, one in enumerate(article.paragraphs)
        ],
        "captions": captions + [one.text for one in article.boilerplate if one.reason == _CAPTION],
        "boilerplate": [{"text": one.text, "reason": one.reason} for one in article.boilerplate],
    }
