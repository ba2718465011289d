"""pn compare: the main job."""

from __future__ import annotations

from dataclasses import replace

import typer

from polyglot_news.cli.console import Console
from polyglot_news.cli.editions import Asked, load_editions, open_translator, tell_how
from polyglot_news.cli.options import (
    AllowPrivate,
    AskedComputeType,
    AskedDevice,
    AskedQuality,
    AskedSensitivity,
    Base,
    BaseLanguage,
    ByteOrderMark,
    ComputeType,
    Device,
    Editions,
    ExitCode,
    FailOn,
    IgnoreRobots,
    KeepBoilerplate,
    Languages,
    Lines,
    MinConfidence,
    NoCache,
    NoTranslate,
    Only,
    Output,
    PieceUnit,
    ProvidedTranslations,
    Quality,
    ReportFormat,
    ReportLayout,
    Semantic,
    ShowOriginal,
    alignment_settings,
    chosen_kinds,
    difference_settings,
    engine_settings,
)
from polyglot_news.cli.output import require_apart
from polyglot_news.cli.pager import NoPager, pager_for, show_report
from polyglot_news.cli.reading import reading_of
from polyglot_news.comparison import ComparisonSettings, compare
from polyglot_news.differences.settings import Sensitivity
from polyglot_news.model import Report
from polyglot_news.reports.options import Layout, ReportOptions, Unit
from polyglot_news.reports.registry import find_renderer
from polyglot_news.reports.selection import select

EXAMPLES = """
pn compare en.txt ru.txt uk.txt
pn compare en.txt uk.txt --layout summary --only omission,number
pn compare en.txt uk.txt --sensitivity strict
pn compare en.txt ru.txt --format json --output report.json
pn compare en.txt ru.txt --translation ru.txt=ru-in-english.txt
pn compare en.txt - < ru.txt
pn compare en.txt ru.txt --fail-on omission --min-confidence 0.9
"""


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    base: Base,
    editions: Editions,
    *,
    form: ReportFormat = "terminal",
    output: Output = "-",
    layout: ReportLayout = Layout.AUTO,
    show_original: ShowOriginal = False,
    only: Only = "",
    sensitivity: AskedSensitivity = Sensitivity.NORMAL,
    min_confidence: MinConfidence = None,
    unit: PieceUnit = Unit.SENTENCE,
    byte_order_mark: ByteOrderMark = False,
    no_pager: NoPager = False,
    exit_code: ExitCode = False,
    fail_on: FailOn = "",
    base_language: BaseLanguage = "en",
    language: Languages = None,
    lines: Lines = False,
    keep_boilerplate: KeepBoilerplate = False,
    allow_private: AllowPrivate = False,
    ignore_robots: IgnoreRobots = False,
    translation: ProvidedTranslations = None,
    no_translate: NoTranslate = False,
    quality: AskedQuality = Quality.BEST,
    compute_type: AskedComputeType = ComputeType.INT8,
    device: AskedDevice = Device.CPU,
    no_cache: NoCache = False,
    semantic: Semantic = False,
) -> None:
    """Show what the editions add, leave out, move and tell differently from the base."""
    console: Console = context.obj
    differences = difference_settings(sensitivity, min_confidence)
    options = ReportOptions(
        width=console.width(output, one_line=layout is Layout.SUMMARY),
        colour=console.colours_result(output),
        layout=layout,
        show_original=show_original,
        only=chosen_kinds("--only", only),
        min_confidence=differences.min_confidence,
        hyperlinks=console.links_result(output),
        unit=unit,
        byte_order_mark=byte_order_mark,
    )
    failing = chosen_kinds("--fail-on", fail_on)
    render = find_renderer(form)
    require_apart(output, base, *editions)
    settings = ComparisonSettings(alignment_settings(semantic=semantic), differences)
    engine = engine_settings(quality, compute_type, device)
    asked = Asked(
        base=base,
        editions=editions,
        reading=reading_of(
            lines=lines, keep_boilerplate=keep_boilerplate, allow_private=allow_private, ignore_robots=ignore_robots
        ),
        base_language=base_language,
        languages=language or (),
        translations=translation or (),
        no_translate=no_translate,
        no_cache=no_cache,
        engine=engine,
    )
    first, others = load_editions(asked, console)
    with open_translator(asked, others, console) as translator:
        report = compare(first, *others, translator=translator, settings=settings)
    for one in report.comparisons:
        tell_how(one.edition, one.translation, console)
    console.detail(report.signature)
    show_report(render(report, options), output, pager_for(console, form, output, no_pager=no_pager))
    if (exit_code and _finds(report, options)) or (failing and _finds(report, replace(options, only=failing))):
        raise typer.Exit(1)


def _finds(report: Report, options: ReportOptions) -> bool:
    return any(select(comparison, options).kinds for comparison in report.comparisons)
