"""pn align: links only, one a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.alignment.aligner import align
from polyglot_news.cli.console import Console
from polyglot_news.cli.editions import Asked, load_editions, open_translator, tell_how
from polyglot_news.cli.options import (
    AllowPrivate,
    AskedComputeType,
    AskedDevice,
    AskedQuality,
    Base,
    BaseLanguage,
    ComputeType,
    Device,
    Edition,
    IgnoreRobots,
    KeepBoilerplate,
    Languages,
    Lines,
    NoCache,
    NoTranslate,
    Output,
    PieceUnit,
    ProvidedTranslations,
    Quality,
    Semantic,
    alignment_settings,
    engine_settings,
)
from polyglot_news.cli.output import require_apart, write_result
from polyglot_news.cli.reading import reading_of
from polyglot_news.model import Alignment, Comparison, Link, Report
from polyglot_news.reports import tmx
from polyglot_news.reports.json import link_fields
from polyglot_news.reports.json_text import json_text
from polyglot_news.reports.options import ReportOptions, Unit

EXAMPLES = """
pn align en.txt ru.txt
pn align en.txt ru.txt --format tsv --output links.tsv
pn align en.txt ru.txt --format tmx --output memory.tmx
pn align en.txt ru.txt --lines --translation ru.txt=ru-in-english.txt
"""


class Form(StrEnum):
    """How links are printed."""

    JSONL = "jsonl"
    JSON = "json"
    TSV = "tsv"
    TMX = "tmx"


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    base: Base,
    edition: Edition,
    *,
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            "-f",
            help="tsv: base, edition, score, moved; positions from 0, commas between. tmx: a translation memory.",
        ),
    ] = Form.JSONL,
    output: Output = "-",
    unit: PieceUnit = Unit.SENTENCE,
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
    """Print which paragraphs of an edition answer which of the base, with what is left out and added."""
    console: Console = context.obj
    require_apart(output, base, edition)
    settings = alignment_settings(semantic=semantic)
    engine = engine_settings(quality, compute_type, device)
    asked = Asked(
        base=base,
        editions=[edition],
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
    first, (other,) = load_editions(asked, console)
    with open_translator(asked, (other,), console) as translator:
        (translated,) = translator.translate((other,), first.language)
        console.detail(translator.signature)
    tell_how(other, translated, console)
    alignment = align(first, other, translated, settings)
    if form is Form.TMX:
        report = Report(first, (Comparison(other, translated, alignment, ()),), "")
        write_result(tmx.render(report, ReportOptions(unit=unit)), output)
    else:
        write_result(_FORMS[form](tuple(_complete(alignment))), output)


def _complete(alignment: Alignment) -> Iterator[Link]:
    """Yield all links in the order of the base, what is left out in its place; then what is added."""
    omitted = [Link((i,), (), 0.0) for i in alignment.omitted]
    yield from sorted([*alignment.links, *omitted], key=lambda link: link.base)
    yield from (Link((), (j,), 0.0) for j in alignment.added)


def _as_jsonl(links: Sequence[Link]) -> str:
    return "".join(f"{json.dumps(link_fields(link))}\n" for link in links)


def _as_json(links: Sequence[Link]) -> str:
    return json_text([link_fields(link) for link in links])


def _as_tsv(links: Sequence[Link]) -> str:
    return "".join(f"{_tsv_line(link)}\n" for link in links)


def _tsv_line(link: Link) -> str:
    sides = (",".join(map(str, side)) for side in (link.base, link.edition))
    return "\t".join([*sides, f"{link.score:.4f}", "moved" if link.moved else ""])


_FORMS: Mapping[Form, Callable[[Sequence[Link]], str]] = {
    Form.JSONL: _as_jsonl,
    Form.JSON: _as_json,
    Form.TSV: _as_tsv,
}
