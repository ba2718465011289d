"""pn demo: the main job on the bundled editions, at once and offline."""

from __future__ import annotations

import shlex

import typer

from polyglot_news.cli.console import Console
from polyglot_news.cli.editions import Asked, load_editions, open_translator
from polyglot_news.cli.options import NoCache, Output, ReportFormat, ReportLayout
from polyglot_news.cli.output import STDOUT
from polyglot_news.cli.pager import NoPager, pager_for, show_report
from polyglot_news.comparison import compare
from polyglot_news.paths import bundled_folder
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.registry import find_renderer

EXAMPLES = """
pn demo
pn demo --layout summary
"""


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    *,
    form: ReportFormat = "terminal",
    output: Output = STDOUT,
    layout: ReportLayout = Layout.AUTO,
    no_pager: NoPager = False,
    no_cache: NoCache = False,
) -> None:
    """Compare the bundled editions of one story, offline."""
    console: Console = context.obj
    render = find_renderer(form)
    base, *editions = (str(bundled_folder("demo") / name) for name in ("en.txt", "ru.txt", "uk.txt"))
    asked = Asked(base=base, editions=editions, no_cache=no_cache)
    first, others = load_editions(asked, console)
    with open_translator(asked, others, console) as translator:
        report = compare(first, *others, translator=translator)
    options = ReportOptions(
        width=console.width(output, one_line=layout is Layout.SUMMARY),
        colour=console.colours_result(output),
        layout=layout,
        hyperlinks=console.links_result(output),
    )
    show_report(render(report, options), output, pager_for(console, form, output, no_pager=no_pager))
    console.say(f"this was: {shlex.join(['pn', 'compare', base, *editions])}")
