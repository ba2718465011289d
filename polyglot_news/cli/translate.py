"""pn translate: one edition in the base's language."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.cli.console import Console, write_result
from polyglot_news.cli.editions import TranslationChoice, open_translator
from polyglot_news.cli.options import KeepBoilerplate, Lines, Output
from polyglot_news.errors import InputError
from polyglot_news.language import name_of
from polyglot_news.model import Article, Translation
from polyglot_news.sources.articles import LoadSettings, load_article


class Form(StrEnum):
    """How a translation is printed."""

    TEXT = "text"
    JSON = "json"


def command(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The edition; - is standard input.")],
    *,
    form: Annotated[
        Form,
        typer.Option(
            "--format", "-f", help="Text has one paragraph a line where --lines is given, else blank lines between."
        ),
    ] = Form.TEXT,
    output: Output = "-",
    into: Annotated[str, typer.Option("--into", metavar="CODE", help="The language to translate into.")] = "en",
    keep_boilerplate: KeepBoilerplate = False,
    lines: Lines = False,
) -> None:
    """Translate an edition into English, paragraph by paragraph."""
    console: Console = context.obj
    edition = load_article(file, LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate))
    if edition.language == into:
        raise InputError(f"{file}: is in {name_of(into)} already", hint="--into CODE chooses another language")
    with open_translator(TranslationChoice(), [file], console) as translator:
        (translation,) = translator.translate((edition,), into)
    if translation.is_starter:
        console.say("translated by the starter package; pn models install FILE brings a full one")
    if form is Form.JSON:
        result = json.dumps(_as_json(edition, translation), ensure_ascii=False, indent=1)
    else:
        result = ("\n" if lines else "\n\n").join(paragraph.text for paragraph in translation.paragraphs)
    write_result(result + "\n", output)


def _as_json(edition: Article, translation: Translation) -> dict[str, object]:
    return {
        "source": edition.source,
        "language": edition.language,
        "into": translation.language,
        "package": translation.package,
        "paragraphs": [
            {
                "index": k,
                "text": original.text,
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
            for k, (original, translated) in enumerate(zip(edition.paragraphs, translation.paragraphs, strict=True))
        ],
    }
