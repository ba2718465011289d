"""pn align: links only, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.alignment.aligner import align
from polyglot_news.cli.console import Console, write_result
from polyglot_news.cli.editions import TranslationChoice, load_editions, open_translator
from polyglot_news.cli.options import (
    Base,
    BaseLanguage,
    Edition,
    KeepBoilerplate,
    Lines,
    NoTranslate,
    Output,
    ProvidedTranslation,
)
from polyglot_news.model import Alignment, Link
from polyglot_news.sources.articles import LoadSettings


class Form(StrEnum):
    """How links are printed."""

    JSONL = "jsonl"
    TSV = "tsv"


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    base: Base,
    edition: Edition,
    *,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="TSV: base, edition, score, moved; positions with commas.")
    ] = Form.JSONL,
    output: Output = "-",
    base_language: BaseLanguage = "en",
    translation: ProvidedTranslation = None,
    no_translate: NoTranslate = False,
    keep_boilerplate: KeepBoilerplate = False,
    lines: Lines = False,
) -> None:
    """Print which paragraphs of an edition answer which of the base, with what is left out and added."""
    console: Console = context.obj
    settings = LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate)
    first, (other,) = load_editions(base, [edition], settings, base_language)
    with open_translator(TranslationChoice(translation or (), no_translate), [edition], console) as translator:
        (translated,) = translator.translate((other,), first.language)
    form_line = _as_json if form is Form.JSONL else _as_tsv
    alignment = align(first, other, translated)
    write_result("".join(f"{form_line(link)}\n" for link in _complete(alignment)), output)


def _complete(alignment: Alignment) -> Iterator[Link]:
    """Yield all links in the order of the base, what is left out in its place; then what is added."""
    omitted = [Link((i,), (), 0.0) for i in alignment.omitted]
    yield from sorted([*alignment.links, *omitted], key=lambda link: link.base)
    yield from (Link((), (j,), 0.0) for j in alignment.added)


def _as_json(link: Link) -> str:
    return json.dumps(
        {"base": list(link.base), "edition": list(link.edition), "score": round(link.score, 4), "moved": link.moved}
    )


def _as_tsv(link: Link) -> str:
    sides = (",".join(map(str, side)) for side in (link.base, link.edition))
    return "\t".join([*sides, f"{link.score:.4f}", "moved" if link.moved else ""])
