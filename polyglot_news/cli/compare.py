"""pn compare: the main job."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from polyglot_news.cli.console import Console, write_result
from polyglot_news.cli.editions import TranslationChoice, load_editions, open_translator
from polyglot_news.cli.options import (
    Base,
    BaseLanguage,
    Editions,
    KeepBoilerplate,
    Lines,
    NoTranslate,
    Output,
    ProvidedTranslation,
    chosen_kinds,
)
from polyglot_news.comparison import compare
from polyglot_news.reports.options import KINDS, Layout, ReportOptions
from polyglot_news.reports.registry import find_renderer
from polyglot_news.reports.selection import select
from polyglot_news.sources.articles import LoadSettings


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    base: Base,
    editions: Editions,
    *,
    form: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="terminal or json.")] = "terminal",
    output: Output = "-",
    layout: Annotated[Layout, typer.Option("--layout", help="How the terminal report is laid out.")] = Layout.AUTO,
    only: Annotated[
        str,
        typer.Option(
            "--only", metavar="KIND,...", help="Show these kinds: omission, addition, moved, number, name, quote ..."
        ),
    ] = "",
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Show no difference below.")
    ] = 0.0,
    show_original: Annotated[
        bool, typer.Option("--show-original", help="Show the original beneath its translation.")
    ] = False,
    base_language: BaseLanguage = "en",
    translation: ProvidedTranslation = None,
    no_translate: NoTranslate = False,
    keep_boilerplate: KeepBoilerplate = False,
    lines: Lines = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where anything differs.")] = False,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="KIND,...", help="Exit with 1 where one of these kinds is found.")
    ] = "",
) -> None:
    """Show what the editions add, leave out, move and tell differently from the base."""
    console: Console = context.obj
    options = ReportOptions(
        width=console.width(one_line=layout is Layout.SUMMARY),
        colour=output == "-" and console.colour(sys.stdout),
        layout=layout,
        show_original=show_original,
        only=chosen_kinds("--only", only),
        min_confidence=min_confidence,
    )
    failing = frozenset(KINDS) if exit_code else chosen_kinds("--fail-on", fail_on)
    render = find_renderer(form)
    settings = LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate)
    first, others = load_editions(base, editions, settings, base_language)
    choice = TranslationChoice(translation or (), no_translate)
    with open_translator(choice, editions, console) as translator:
        report = compare(first, *others, translator=translator)
    console.detail(report.signature)
    write_result(render(report, options), output)
    if any(failing & select(comparison, options).kinds for comparison in report.comparisons):
        raise typer.Exit(1)
