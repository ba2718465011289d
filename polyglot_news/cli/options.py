"""Options that several commands share, with the same meaning everywhere."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

import typer

from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.cli.output import require_place
from polyglot_news.differences.settings import DifferenceSettings, Sensitivity
from polyglot_news.errors import InputError
from polyglot_news.reports.options import KINDS, Layout, Unit
from polyglot_news.reports.registry import OURS, formats
from polyglot_news.translation.decoding import Decoding, EngineSettings
from polyglot_news.translation.devices import compute_type_of, device_of

_READING, _TRANSLATING, _SHOWING = "Reading", "Translating", "Showing"
_CODE = re.compile(r"[a-z]{2,3}")


def _checked(context: typer.Context, output: str) -> str:
    if not context.resilient_parsing:  # completion must not fail
        require_place(output)
    return output


def _number(given: str) -> float:
    try:
        return float(given)
    except ValueError:
        raise InputError(f"--min-confidence: {given} is not a number", hint="give a number from 0 to 1") from None


Base = Annotated[
    str,
    typer.Argument(
        metavar="BASE", help="The edition that the others are held against: a file, an address or -, standard input."
    ),
]
Edition = Annotated[str, typer.Argument(metavar="EDITION", help="The other edition.")]
Editions = Annotated[list[str], typer.Argument(metavar="EDITION...", help="The other editions: files, addresses.")]
File = Annotated[str, typer.Argument(metavar="FILE", help="The edition: a file, an address or -, standard input.")]

Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        callback=_checked,
        show_default=False,
        help="Write to a file instead of standard output.",
    ),
]

Lines = Annotated[
    bool, typer.Option("--lines", rich_help_panel=_READING, help="Each line is one paragraph, untouched.")
]
KeepBoilerplate = Annotated[
    bool,
    typer.Option(
        "--keep-boilerplate",
        rich_help_panel=_READING,
        help="Keep newsletter boxes, share buttons and the like in the article.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        rich_help_panel=_READING,
        help="Read addresses of this computer and of the local network, too, on any port.",
    ),
]
IgnoreRobots = Annotated[
    bool,
    typer.Option(
        "--ignore-robots",
        rich_help_panel=_READING,
        help="Read an address whatever the site's robots.txt says, as a browser does.",
    ),
]
BaseLanguage = Annotated[
    str,
    typer.Option(
        "--base-language", metavar="CODE", rich_help_panel=_READING, help="Language that the base must be in."
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        metavar="FILE=CODE",
        rich_help_panel=_READING,
        help="Language of the base or an edition where detection is wrong, such as ru.txt=uk. May be given for each.",
    ),
]

ProvidedTranslations = Annotated[
    list[str] | None,
    typer.Option(
        "--translation",
        metavar="EDITION=FILE",
        rich_help_panel=_TRANSLATING,
        help="A translation that you already have, one paragraph a line. May be given for each edition.",
    ),
]
NoTranslate = Annotated[
    bool,
    typer.Option(
        "--no-translate",
        rich_help_panel=_TRANSLATING,
        help="Translate nothing: lexicon, names and numbers alone.",
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        rich_help_panel=_TRANSLATING,
        help="Translate every sentence anew, and keep none; pn models cache shows what is kept.",
    ),
]


class Quality(StrEnum):
    """How thoroughly a model searches: BLEU and speed of each are in docs/how-to/translation-speed.md."""

    FAST = "fast"
    BALANCED = "balanced"
    BEST = "best"


_BEAMS = {Quality.FAST: 1, Quality.BALANCED: 2, Quality.BEST: 4}


class ComputeType(StrEnum):
    """The numbers that a model reckons in."""

    INT8 = "int8"
    INT8_BFLOAT16 = "int8_bfloat16"
    INT16 = "int16"
    FLOAT32 = "float32"


class Device(StrEnum):
    """What a model runs on."""

    CPU = "cpu"
    CUDA = "cuda"
    AUTO = "auto"


AskedQuality = Annotated[
    Quality,
    typer.Option(
        "--quality",
        rich_help_panel=_TRANSLATING,
        help="fast: twice the speed, and more mistakes; balanced: half as fast again, hardly worse; best: the beam of "
        "four that Argos Translate has.",
    ),
]
AskedComputeType = Annotated[
    ComputeType,
    typer.Option(
        "--compute-type",
        rich_help_panel=_TRANSLATING,
        help="Numbers to reckon in; one that this computer is not fast in is refused.",
    ),
]
AskedDevice = Annotated[
    Device,
    typer.Option(
        "--device", rich_help_panel=_TRANSLATING, help="cuda: an NVIDIA GPU; auto: that where there is one, else cpu."
    ),
]

Semantic = Annotated[
    bool,
    typer.Option(
        "--semantic", help="Link by what sentences mean, too: slower, rarely better; needs the extra semantic."
    ),
]

ReportFormat = Annotated[
    str,
    typer.Option("--format", "-f", metavar="NAME", autocompletion=formats, help=f"How to print it: {', '.join(OURS)}."),
]
ReportLayout = Annotated[
    Layout,
    typer.Option("--layout", rich_help_panel=_SHOWING, help="How the terminal report is laid out."),
]
ShowOriginal = Annotated[
    bool,
    typer.Option("--show-original", rich_help_panel=_SHOWING, help="Show the original beneath its translation."),
]
Only = Annotated[
    str,
    typer.Option(
        "--only",
        metavar="KIND,...",
        rich_help_panel=_SHOWING,
        show_default=False,
        help=f"Show these kinds: {', '.join(KINDS)}.",
    ),
]
AskedSensitivity = Annotated[
    Sensitivity,
    typer.Option(
        "--sensitivity",
        rich_help_panel=_SHOWING,
        help="strict: few alarms, nearly all of them right; normal: the measured balance of false alarms and misses; "
        "all: everything that there is a hint for.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="X",
        parser=_number,
        rich_help_panel=_SHOWING,
        show_default=False,
        help="Show no difference that is less sure, from 0 to 1; whatever --sensitivity says.",
    ),
]
PieceUnit = Annotated[
    Unit,
    typer.Option("--unit", rich_help_panel=_SHOWING, help="What one entry of tmx and xliff holds."),
]
ByteOrderMark = Annotated[
    bool,
    typer.Option("--bom", rich_help_panel=_SHOWING, help="Begin csv with a byte order mark, for Excel."),
]
ExitCode = Annotated[
    bool, typer.Option("--exit-code", rich_help_panel=_SHOWING, help="Exit with 1 where something is shown.")
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="KIND,...",
        rich_help_panel=_SHOWING,
        show_default=False,
        help="Exit with 1 where one of these kinds is found, shown or not.",
    ),
]


def engine_settings(quality: Quality, compute_type: ComputeType, device: Device) -> EngineSettings:
    """Return how models are run.

    Raises:
        InputError: this computer has no such device, or is not fast in such numbers; said before anything is read.
    """
    runs_on = device_of(device.value)
    if compute_type is not ComputeType.INT8:
        compute_type_of(compute_type.value, runs_on)
    decoding = Decoding(beam_size=_BEAMS[quality])
    return EngineSettings(decoding=decoding, compute_type=compute_type.value, device=runs_on)


def alignment_settings(*, semantic: bool) -> AlignmentSettings:
    """Return how links are chosen.

    Raises:
        PackageMissingError: meanings are asked for, and the extra is not installed; said before anything is read.
    """
    if semantic:
        from polyglot_news.alignment.semantic import require_semantic  # noqa: PLC0415  # where it is asked for

        require_semantic()
    return AlignmentSettings(semantic=semantic)


def difference_settings(sensitivity: Sensitivity, min_confidence: float | None) -> DifferenceSettings:
    """Return how sure a difference must be: a number that is given wins over a word."""
    return DifferenceSettings.of(sensitivity) if min_confidence is None else DifferenceSettings(min_confidence)


def chosen_kinds(option: str, given: str) -> frozenset[str]:
    """Read KIND,... of an option.

    Raises:
        InputError: a kind that does not exist.
    """
    chosen = frozenset(one.strip() for one in given.split(",") if one.strip())
    if unknown := sorted(chosen - set(KINDS)):
        raise InputError(f"{option}: no such kind: {', '.join(unknown)}", hint=f"the kinds are {', '.join(KINDS)}")
    return chosen


def language_code(option: str, given: str) -> str:
    """Read CODE of an option.

    Raises:
        InputError: it is no code of a language.
    """
    if not _CODE.fullmatch(given):
        raise InputError(f"{option}: no code of a language: {given}", hint="give a code such as en, ru or uk")
    return given
