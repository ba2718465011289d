"""pn models: the Argos packages on this machine."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from polyglot_news.cli.console import Console, write_result
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore

app = typer.Typer(help="Argos packages, in the folder that Argos Translate itself uses.", no_args_is_help=True)


class Form(StrEnum):
    """How packages are printed."""

    TEXT = "text"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", "-f", help="How to print it.")]


@app.command("list")
def list_packages(context: typer.Context, *, form: FormOption = Form.TEXT) -> None:
    """List the installed packages and the starter package."""
    console: Console = context.obj
    store = PackageStore()
    packages = [*store.installed(), *store.starters()]
    if form is Form.JSON:
        write_result(json.dumps([_as_json(one) for one in packages], ensure_ascii=False, indent=1) + "\n", "-")
    else:
        write_result("".join(_as_line(one) for one in packages) or "no package is installed\n", "-")
    for damage in store.damaged():
        console.say(f"damaged: {damage.message}")


@app.command()
def install(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An .argosmodel file.")],
) -> None:
    """Install a package from a file; it is checked and tried out before it is seen."""
    console: Console = context.obj
    package = PackageStore().install(file)
    console.say(f"installed {package.name} ({package.from_name} to {package.to_name}) in {package.folder}")


@app.command()
def remove(
    context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME", help="As pn models list shows it.")]
) -> None:
    """Remove an installed package."""
    console: Console = context.obj
    console.say(f"removed {PackageStore().remove(name)}")


@app.command()
def path() -> None:
    """Print the folder of the packages."""
    write_result(f"{PackageStore().folder}\n", "-")


def _as_line(package: Package) -> str:
    note = "starter, used where no other is installed" if package.is_starter else str(package.folder)
    size = f"{package.size_bytes / 1e6:.0f} MB"
    return f"{package.name}\t{package.from_code} to {package.to_code}\t{package.tokenizer.value}\t{size}\t{note}\n"


def _as_json(package: Package) -> dict[str, object]:
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
