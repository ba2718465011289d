"""pn translate: one edition in the base's language."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.cli.console import Console
from polyglot_news.cli.editions import open_argos, tell_how
from polyglot_news.cli.options import (
    AllowPrivate,
    File,
    KeepBoilerplate,
    Lines,
    NoCache,
    Output,
    PieceUnit,
    language_code,
)
from polyglot_news.cli.output import json_text, require_apart, write_result
from polyglot_news.cli.reading import reading_of
from polyglot_news.errors import InputError
from polyglot_news.language import name_of
from polyglot_news.model import Article, TranslatedParagraph, Translation
from polyglot_news.reports import tmx
from polyglot_news.reports.options import Unit
from polyglot_news.sources.articles import load_article

EXAMPLES = """
pn translate ru.txt
pn translate uk.txt --output uk-in-english.txt
pn translate - --format json < ru.txt
pn translate ru.txt --format tmx --output ru-in-english.tmx
"""


class Form(StrEnum):
    """How a translation is printed."""

    TEXT = "text"
    JSON = "json"
    TMX = "tmx"


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    file: File,
    *,
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            "-f",
            help="text has blank lines between paragraphs, with --lines none. tmx: a translation memory.",
        ),
    ] = Form.TEXT,
    output: Output = "-",
    unit: PieceUnit = Unit.SENTENCE,
    into: Annotated[str, typer.Option("--into", metavar="CODE", help="Language to translate into.")] = "en",
    language: Annotated[
        str, typer.Option("--from", metavar="CODE", help="Language of the edition, where detection is wrong.")
    ] = "",
    lines: Lines = False,
    keep_boilerplate: KeepBoilerplate = False,
    allow_private: AllowPrivate = False,
    no_cache: NoCache = False,
) -> None:
    """Translate an edition into English, paragraph by paragraph."""
    console: Console = context.obj
    language_code("--into", into)
    require_apart(output, file)
    known = language_code("--from", language) if language else None
    settings = reading_of(lines=lines, keep_boilerplate=keep_boilerplate, allow_private=allow_private)
    edition = load_article(file, replace(settings, language=known))
    if edition.language == into:
        raise InputError(f"{file}: is in {name_of(into)} already", hint="--into CODE chooses another language")
    with open_argos(console, no_cache=no_cache) as translator:
        (translation,) = translator.translate((edition,), into)
    tell_how(edition, translation, console)
    if translation.is_starter:
        console.say("translated by the starter package; pn models install LANGUAGE brings a full one")
    if form is Form.JSON:
        write_result(json_text(_as_object(edition, translation)), output)
    elif form is Form.TMX:
        write_result(tmx.render_translation(edition, translation, unit), output)
    else:
        between = "\n" if lines else "\n\n"
        write_result(between.join(paragraph.text for paragraph in translation.paragraphs) + "\n", output)


def _as_object(edition: Article, translation: Translation) -> dict[str, object]:
    return {
        "source": edition.source,
        "language": edition.language,
        "into": translation.language,
        "package": translation.package,
        "paragraphs": [_paragraph(edition, k, one) for k, one in enumerate(translation.paragraphs)],
    }


def _paragraph(edition: Article, k: int, translated: TranslatedParagraph) -> dict[str, object]:
    return {
        "index": k,
        "text": edition.paragraphs[k].text,
        "translation": translated.text,
        "sentences": [
            {
                "text": edition.text_of(one.original),
                "translation": translated.text[one.translation.start : one.translation.end],
                "doubt": one.doubt or None,
            }
            for one in translated.sentences
        ],
    }
