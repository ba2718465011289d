"""pn models: the Argos packages on this machine."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from polyglot_news.cli.console import Console, defused
from polyglot_news.cli.findings import Finding, name_damage, report, try_package
from polyglot_news.cli.help import Command, Group
from polyglot_news.cli.output import STDOUT, json_text, require_place, write_result
from polyglot_news.errors import InputError, PackageDamagedError
from polyglot_news.translation.exporting import export
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore

app = typer.Typer(
    cls=Group,
    help="Argos packages, in the folder that Argos Translate itself uses.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


class Form(StrEnum):
    """How packages are printed."""

    TEXT = "text"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", "-f", help="How to print it.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As pn models list shows it.")]


@app.command("list", cls=Command)
def list_packages(context: typer.Context, *, form: FormOption = Form.TEXT) -> None:
    """List the installed packages and the starter package."""
    console: Console = context.obj
    store = PackageStore()
    starters, damage = _starters(store)
    packages = [*store.installed(), *starters]
    if form is Form.JSON:
        write_result(json_text([_as_object(one) for one in packages]), STDOUT)
    else:
        write_result(_table([_row(one) for one in packages]), STDOUT)
    for one in (*store.damaged(), *damage):
        console.say(f"damaged: {one.message}")
    if not packages:
        console.say("no package is installed")


@app.command(cls=Command, epilog="pn models install translate-ru_en-1_9.argosmodel")
def install(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An .argosmodel file.")],
) -> None:
    """Install a package from a file; it is checked and tried out before it is seen."""
    console: Console = context.obj
    package = PackageStore().install(file)
    console.say(f"installed {package.name} ({package.from_name} to {package.to_name}) in {package.folder}")


@app.command(cls=Command)
def remove(context: typer.Context, name: Name) -> None:
    """Remove an installed package, whole or damaged."""
    console: Console = context.obj
    console.say(f"removed {PackageStore().remove(name)}")


@app.command(cls=Command)
def verify(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="As pn models list shows it; else all.")] = "",
    *,
    form: FormOption = Form.TEXT,
) -> None:
    """Load each package and translate a word with it; the exit code is 3 where one is damaged."""
    store = PackageStore()
    starters, damage = _starters(store)
    packages = [one for one in (*store.installed(), *starters) if name in {"", one.name}]
    damaged = [one for one in map(name_damage, (*store.damaged(), *damage)) if name in {"", one.name}]
    if name and not packages and not damaged:
        raise _unknown(name)
    findings: list[Finding] = [*map(try_package, packages), *damaged]
    report(findings, as_json=form is Form.JSON)


@app.command("export", cls=Command, epilog="pn models export translate-uk_en-0_1 uk.argosmodel")
def export_package(
    context: typer.Context,
    name: Name,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The .argosmodel file to write; - is standard output.")],
) -> None:
    """Write a package to a file, for another machine or for Argos Translate; the starter too."""
    console: Console = context.obj
    require_place(file)
    store = PackageStore()
    found = next((one for one in store.installed() if one.name == name), None)
    found = found or next((one for one in store.starters() if one.name == name), None)
    if not found:
        raise next((one for one in store.damaged() if name_damage(one).name == name), _unknown(name))
    if file == STDOUT:
        _export_to_stdout(found)
    else:
        export(found, Path(file))
        console.say(f"exported {name} to {file}")


@app.command(cls=Command)
def path(*, form: FormOption = Form.TEXT) -> None:
    """Print the folder of the packages."""
    folder = PackageStore().folder
    write_result(
        json_text({"path": str(folder), "exists": folder.is_dir()}) if form is Form.JSON else f"{folder}\n", "-"
    )


def _starters(store: PackageStore) -> tuple[tuple[Package, ...], tuple[PackageDamagedError, ...]]:
    """What is wrong with a starter must not hide the rest."""
    try:
        return store.starters(), ()
    except PackageDamagedError as error:
        return (), (error,)


def _unknown(name: str) -> InputError:
    return InputError(f"{name}: no such package is installed", hint="pn models list shows the names")


def _export_to_stdout(package: Package) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "package.argosmodel"
        export(package, file)
        write_result(file.read_bytes(), STDOUT)


def _row(package: Package) -> tuple[str, ...]:
    note = "starter, used where no other is installed" if package.is_starter else str(package.folder)
    size = f"{package.size_bytes / 1e6:.0f} MB"
    return package.name, f"{package.from_code} to {package.to_code}", package.tokenizer.value, size, note


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "".join(
        defused("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()) + "\n"
        for row in rows
    )


def _as_object(package: Package) -> dict[str, object]:
    return {
        "name": package.name,
        "from": package.from_code,
        "to": package.to_code,
        "version": package.version,
        "tokenizer": package.tokenizer.value,
        "bytes": package.size_bytes,
        "folder": str(package.folder),
        "starter": package.is_starter,
    }
