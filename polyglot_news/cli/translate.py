"""pn translate: one edition in the base's language."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.cli.console import Console
from polyglot_news.cli.editions import open_argos, tell_how
from polyglot_news.cli.explaining import explained_object, explained_text
from polyglot_news.cli.options import (
    AllowPrivate,
    AskedComputeType,
    AskedDevice,
    AskedQuality,
    ComputeType,
    Device,
    File,
    IgnoreRobots,
    KeepBoilerplate,
    Lines,
    NoCache,
    Output,
    PieceUnit,
    Quality,
    engine_settings,
    language_code,
)
from polyglot_news.cli.output import STDOUT, require_apart, write_result
from polyglot_news.cli.reading import reading_of
from polyglot_news.errors import InputError
from polyglot_news.language import name_of
from polyglot_news.model import Article, TranslatedParagraph, Translation
from polyglot_news.reports import tmx
from polyglot_news.reports.json_text import json_text
from polyglot_news.reports.options import Unit
from polyglot_news.sources.articles import load_article
from polyglot_news.translation.attempts import Explanation

EXAMPLES = """
pn translate ru.txt
pn translate uk.txt --output uk-in-english.txt
pn translate - --format json < ru.txt
pn translate ru.txt --explain --quality fast
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
    ignore_robots: IgnoreRobots = False,
    quality: AskedQuality = Quality.BEST,
    compute_type: AskedComputeType = ComputeType.INT8,
    device: AskedDevice = Device.CPU,
    no_cache: NoCache = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Tell of every sentence its subwords, score and length, and what guards saw and did."
        ),
    ] = False,
) -> None:
    """Translate an edition into English, paragraph by paragraph."""
    console: Console = context.obj
    language_code("--into", into)
    require_apart(output, file)
    if explain and form is Form.TMX:
        raise InputError("--explain: a translation memory has no place for it", hint="--format text or json")
    engine = engine_settings(quality, compute_type, device)
    known = language_code("--from", language) if language else None
    reading = reading_of(
        lines=lines, keep_boilerplate=keep_boilerplate, allow_private=allow_private, ignore_robots=ignore_robots
    )
    edition = load_article(file, replace(reading, language=known))
    if edition.language == into:
        raise InputError(f"{file}: is in {name_of(into)} already", hint="--into CODE chooses another language")
    shape = _Shape(form, unit, "\n" if lines else "\n\n")
    streamed = _Streamed(shape.between) if form is Form.TEXT and output == STDOUT and not explain else None
    in_sight = streamed is not None and sys.stdout is not None and sys.stdout.isatty()
    with open_argos(console, engine, no_cache=no_cache, in_sight=in_sight) as translator:
        if explain:
            translation, told = translator.explain(edition, into)
        else:
            (translation,) = translator.translate((edition,), into, ready=streamed)
            told = ()
    if not streamed:
        write_result(shape.rendered(edition, translation, told), output)
    tell_how(edition, translation, console)
    if translation.is_starter:
        console.say("translated by the starter package; pn models install LANGUAGE brings a full one")


@dataclass(slots=True)
class _Streamed:
    """Prints paragraphs as they are done; what is printed in the end is the same as if it came at once."""

    between: str
    is_begun: bool = False

    def __call__(self, paragraph: TranslatedParagraph) -> None:
        write_result((self.between[1:] if self.is_begun else "") + paragraph.text + "\n", STDOUT)
        self.is_begun = True


@dataclass(frozen=True, slots=True)
class _Shape:
    form: Form
    unit: Unit
    between: str  # paragraphs; begins with a line end

    def rendered(self, edition: Article, translation: Translation, told: Sequence[Explanation]) -> str | bytes:
        if self.form is Form.JSON:
            return json_text(_as_object(edition, translation, told))
        if self.form is Form.TMX:
            return tmx.render_translation(edition, translation, self.unit)
        if told:
            return explained_text(edition, translation, told)
        return self.between.join(paragraph.text for paragraph in translation.paragraphs) + "\n"


def _as_object(edition: Article, translation: Translation, told: Sequence[Explanation]) -> dict[str, object]:
    explanations = map(explained_object, told)
    return {
        "source": edition.source,
        "language": edition.language,
        "into": translation.language,
        "package": translation.package,
        "paragraphs": [_paragraph(edition, k, one, explanations) for k, one in enumerate(translation.paragraphs)],
    }


def _paragraph(
    edition: Article, k: int, translated: TranslatedParagraph, explanations: Iterator[dict[str, object]]
) -> dict[str, object]:
    sentences: list[dict[str, object]] = []
    for one in translated.sentences:
        sentence: dict[str, object] = {
            "text": edition.text_of(one.original),
            "translation": translated.text[one.translation.start : one.translation.end],
            "doubt": one.doubt or None,
        }
        if explanation := next(explanations, None):
            sentence["explanation"] = explanation
        sentences.append(sentence)
    text = edition.paragraphs[k].text
    return {"index": k, "text": text, "translation": translated.text, "sentences": sentences}
