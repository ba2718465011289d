"""pn detect: language, confidence, and the paragraphs in another language."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.cli.console import Console, defused
from polyglot_news.cli.editions import require_stdin_once
from polyglot_news.cli.options import KeepBoilerplate, Lines, Output
from polyglot_news.cli.output import json_text, require_apart, write_result
from polyglot_news.errors import InputError
from polyglot_news.language import name_of
from polyglot_news.model import Article
from polyglot_news.sources.articles import LoadSettings, load_article

EXAMPLES = """
pn detect *.txt
pn detect --format json - < article.txt
"""


class Form(StrEnum):
    """How languages are printed."""

    TEXT = "text"
    JSON = "json"


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Editions; - is standard input.")],
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.TEXT,
    output: Output = "-",
    lines: Lines = False,
    keep_boilerplate: KeepBoilerplate = False,
) -> None:
    """Tell the language of each file, and which of its paragraphs are in another.

    A file that cannot be read is named on stderr, the others are still told; the exit code is then 2.
    """
    console: Console = context.obj
    require_stdin_once(files)
    require_apart(output, *files)
    settings = LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate)
    articles = []
    for file in files:
        try:
            articles.append(load_article(file, settings))
        except InputError as error:
            console.fail(error)
    as_text = "".join(_as_text(article) for article in articles)
    write_result(as_text if form is Form.TEXT else json_text([_as_object(article) for article in articles]), output)
    if len(articles) < len(files):
        raise typer.Exit(InputError.exit_code)


def _foreign(article: Article) -> list[tuple[int, str]]:
    each = enumerate(paragraph.language for paragraph in article.paragraphs)
    return [(k, language) for k, language in each if language != article.language]


def _as_object(article: Article) -> dict[str, object]:
    return {
        "source": article.source,
        "language": article.language,
        "language_confidence": article.language_confidence,
        "other_languages": [{"paragraph": k, "language": language} for k, language in _foreign(article)],
    }


def _as_text(article: Article) -> str:
    name = name_of(article.language)
    first = f"{defused(article.source)}: {article.language} ({name}), confidence {article.language_confidence:.2f}\n"
    return first + "".join(
        f"  paragraph {k + 1}: {language} ({name_of(language)})\n" for k, language in _foreign(article)
    )
