"""pn detect: language, confidence, and the paragraphs in another language."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.cli.console import defused, write_result
from polyglot_news.cli.options import KeepBoilerplate, Lines
from polyglot_news.language import name_of
from polyglot_news.model import Article
from polyglot_news.sources.articles import LoadSettings, load_article


class Form(StrEnum):
    """How languages are printed."""

    TEXT = "text"
    JSON = "json"


def command(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Editions; - is standard input.")],
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.TEXT,
    keep_boilerplate: KeepBoilerplate = False,
    lines: Lines = False,
) -> None:
    """Tell the language of each file, and which of its paragraphs are in another."""
    settings = LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate)
    articles = [load_article(file, settings) for file in files]
    if form is Form.JSON:
        result = json.dumps([_as_json(article) for article in articles], ensure_ascii=False, indent=1) + "\n"
    else:
        result = "".join(_as_text(article) for article in articles)
    write_result(result, "-")


def _foreign(article: Article) -> list[tuple[int, str]]:
    each = enumerate(paragraph.language for paragraph in article.paragraphs)
    return [(k, language) for k, language in each if language != article.language]


def _as_json(article: Article) -> dict[str, object]:
    return {
        "source": article.source,
        "language": article.language,
        "confidence": article.language_confidence,
        "other_languages": [{"paragraph": k, "language": language} for k, language in _foreign(article)],
    }


def _as_text(article: Article) -> str:
    name = name_of(article.language)
    first = f"{defused(article.source)}: {article.language} ({name}), confidence {article.language_confidence:.2f}\n"
    return first + "".join(
        f"  paragraph {k + 1}: {language} ({name_of(language)})\n" for k, language in _foreign(article)
    )
