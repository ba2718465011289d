"""pn demo: the main job on the bundled editions, at once and offline."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.cli.console import Console, write_result
from polyglot_news.cli.editions import TranslationChoice, load_editions, open_translator
from polyglot_news.comparison import compare
from polyglot_news.paths import bundled_folder
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.registry import find_renderer
from polyglot_news.sources.articles import LoadSettings


class Form(StrEnum):
    """How the demonstration is printed."""

    TERMINAL = "terminal"
    JSON = "json"


def command(
    context: typer.Context,
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.TERMINAL,
    layout: Annotated[Layout, typer.Option("--layout", help="How the terminal report is laid out.")] = Layout.AUTO,
) -> None:
    """Compare the bundled editions of one story, offline."""
    console: Console = context.obj
    folder = bundled_folder("demo")
    base, *editions = (str(folder / name) for name in ("en.txt", "ru.txt", "uk.txt"))
    first, others = load_editions(base, editions, LoadSettings(), "en")
    with open_translator(TranslationChoice(), editions, console) as translator:
        report = compare(first, *others, translator=translator)
    width = console.width(one_line=layout is Layout.SUMMARY)
    options = ReportOptions(width=width, colour=console.colour(sys.stdout), layout=layout)
    write_result(find_renderer(form.value)(report, options), "-")
    console.say(f"\nthis was pn compare {' '.join([base, *editions])}")
