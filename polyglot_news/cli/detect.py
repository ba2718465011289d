"""pn detect: language, confidence, the paragraphs in another language, and the passages inside paragraphs."""

from __future__ import annotations

from typing import Annotated

import typer

from polyglot_news.cli.console import Console, defused
from polyglot_news.cli.editions import require_stdin_once
from polyglot_news.cli.forms import Form, FormOption
from polyglot_news.cli.options import AllowPrivate, IgnoreRobots, KeepBoilerplate, Lines, Output
from polyglot_news.cli.output import require_apart, write_result
from polyglot_news.cli.reading import reading_of
from polyglot_news.errors import InputError
from polyglot_news.language import Passage, name_of, passages
from polyglot_news.model import Article
from polyglot_news.reports.json_text import json_text
from polyglot_news.sources.articles import load_article

EXAMPLES = """
pn detect *.txt
pn detect --format json - < article.txt
"""

_SHOWN_CHARS = 80  # of a passage: enough to find it
_SURE = 0.8  # below, an answer in five or more is wrong


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Editions: files, addresses or -, standard input.")
    ],
    *,
    form: FormOption = Form.TEXT,
    output: Output = "-",
    lines: Lines = False,
    keep_boilerplate: KeepBoilerplate = False,
    allow_private: AllowPrivate = False,
    ignore_robots: IgnoreRobots = False,
) -> None:
    """Tell the language of each file, and which of its paragraphs and passages are in another.

    A file that cannot be read is named on stderr, the others are still told; the exit code is then 2.
    """
    console: Console = context.obj
    require_stdin_once(files)
    require_apart(output, *files)
    settings = reading_of(
        lines=lines, keep_boilerplate=keep_boilerplate, allow_private=allow_private, ignore_robots=ignore_robots
    )
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


def _passages(article: Article) -> list[tuple[int, Passage]]:
    """Return what is in another language than its paragraph."""
    each = enumerate(article.paragraphs)
    return [(k, passage) for k, paragraph in each for passage in passages(paragraph.text, paragraph.language)]


def _as_object(article: Article) -> dict[str, object]:
    return {
        "source": article.source,
        "language": article.language,
        "language_confidence": article.language_confidence,
        "other_languages": [{"paragraph": k, "language": language} for k, language in _foreign(article)],
        "passages": [
            {
                "paragraph": k,
                "start": passage.start,
                "end": passage.end,
                "language": passage.language,
                "confidence": passage.confidence,
                "text": article.paragraphs[k].text[passage.start : passage.end],
            }
            for k, passage in _passages(article)
        ],
    }


def _as_text(article: Article) -> str:
    sure = "" if article.language_confidence >= _SURE else ", not sure"
    of = f"{article.language} ({name_of(article.language)}), confidence {article.language_confidence:.2f}{sure}"
    lines = [f"{defused(article.source)}: {of}"]
    lines += [f"  paragraph {k + 1}: {language} ({name_of(language)})" for k, language in _foreign(article)]
    for k, passage in _passages(article):
        quoted = _shortened(article.paragraphs[k].text[passage.start : passage.end])
        lines.append(f"  in paragraph {k + 1}: {passage.language} ({name_of(passage.language)}): {quoted}")
    return "".join(f"{line}\n" for line in lines)


def _shortened(text: str) -> str:
    return defused(text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1].rstrip() + "…")
