"""What was looked at and whether it is well: how doctor and models verify report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import typer

from polyglot_news.cli.console import defused
from polyglot_news.cli.output import write_result
from polyglot_news.errors import PackageDamagedError, PackageError
from polyglot_news.reports.json_text import json_text
from polyglot_news.translation.engine import try_out
from polyglot_news.translation.packages import Package


class Finding(NamedTuple):
    """One thing that was looked at."""

    name: str
    is_well: bool
    said: str


def try_package(package: Package) -> Finding:
    """Load a package and translate a word with it: that alone shows that it works."""
    try:
        try_out(package)
    except PackageDamagedError as error:
        return name_damage(error)
    starter = "starter, " if package.is_starter else ""
    return Finding(
        package.name,
        is_well=True,
        said=f"{starter}{package.from_code} to {package.to_code}, {package.tokenizer.value}",
    )


def name_damage(error: PackageDamagedError) -> Finding:
    """Make a finding of a message that begins with the name of the package."""
    name, _, said = error.message.partition(": ")
    return Finding(name, is_well=False, said=said)


def report(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print findings, one a line.

    Raises:
        typer.Exit: with 3 where something is wrong.
    """
    if as_json:
        write_result(json_text([{"name": one.name, "ok": one.is_well, "said": one.said} for one in findings]), "-")
    else:
        lines = (f"{'ok  ' if one.is_well else 'BAD '} {defused(one.name)}: {defused(one.said)}\n" for one in findings)
        write_result("".join(lines), "-")
    if not all(one.is_well for one in findings):
        raise typer.Exit(PackageError.exit_code)
