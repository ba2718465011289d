"""pn extract: the article as it will be compared, and what was taken out and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.cli.console import Console
from polyglot_news.cli.options import File, KeepBoilerplate, Lines, Output
from polyglot_news.cli.output import json_text, require_apart, write_result
from polyglot_news.model import Article
from polyglot_news.sources.articles import LoadSettings, load_article

EXAMPLES = """
pn extract ru.txt
pn extract ru.txt --format json --output ru.json
"""
_SHOWN_CHARS = 100


class Form(StrEnum):
    """How an article is printed."""

    TEXT = "text"
    JSON = "json"


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    file: File,
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.TEXT,
    output: Output = "-",
    lines: Lines = False,
    keep_boilerplate: KeepBoilerplate = False,
) -> None:
    """Print the article on stdout, and on stderr what was taken out of it and why."""
    console: Console = context.obj
    require_apart(output, file)
    article = load_article(file, LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate))
    if form is Form.JSON:
        write_result(json_text(_as_object(article)), output)
        return
    between = "\n" if lines else "\n\n"
    write_result(between.join(paragraph.text for paragraph in article.paragraphs) + "\n", output)
    for one in article.boilerplate:
        text = one.text if len(one.text) <= _SHOWN_CHARS else one.text[: _SHOWN_CHARS - 1] + "…"
        console.say(f"taken out ({one.reason}): {text}")


def _as_object(article: Article) -> dict[str, object]:
    return {
        "source": article.source,
        "language": article.language,
        "language_confidence": article.language_confidence,
        "title": article.title,
        "paragraphs": [
            {"index": k, "role": one.role.value, "language": one.language, "text": one.text}
            for k, one in enumerate(article.paragraphs)
        ],
        "boilerplate": [{"text": one.text, "reason": one.reason} for one in article.boilerplate],
    }
