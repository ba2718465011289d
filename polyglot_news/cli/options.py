"""Options that several commands share, with the same meaning everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from polyglot_news.errors import InputError
from polyglot_news.reports.options import KINDS

Base = Annotated[
    str, typer.Argument(metavar="BASE", help="The edition that the others are held against; - is standard input.")
]
Edition = Annotated[str, typer.Argument(metavar="EDITION", help="The other edition.")]
Editions = Annotated[
    list[str], typer.Argument(metavar="EDITION...", help="The other editions, each in its own language.")
]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; - is standard output.")]
BaseLanguage = Annotated[str, typer.Option("--base-language", metavar="CODE", help="Language of the base, such as en.")]
ProvidedTranslation = Annotated[
    list[str] | None,
    typer.Option(
        "--translation",
        metavar="EDITION=FILE",
        help="A translation that you already have, one paragraph a line. May be given for each edition.",
    ),
]
NoTranslate = Annotated[
    bool, typer.Option("--no-translate", help="Translate nothing: lexicon, names and numbers alone.")
]
Lines = Annotated[bool, typer.Option("--lines", help="Each line is one paragraph, untouched.")]
KeepBoilerplate = Annotated[
    bool, typer.Option("--keep-boilerplate", help="Keep newsletter boxes, share buttons and the like in the article.")
]


def chosen_kinds(option: str, given: str) -> frozenset[str]:
    """Read KIND,... of an option.

    Raises:
        InputError: a kind that does not exist.
    """
    chosen = frozenset(one.strip() for one in given.split(",") if one.strip())
    if unknown := sorted(chosen - set(KINDS)):
        raise InputError(f"{option}: no such kind: {', '.join(unknown)}", hint=f"the kinds are {', '.join(KINDS)}")
    return chosen
