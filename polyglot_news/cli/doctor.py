"""pn doctor: what is installed, where, in which version, and what is wrong."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from enum import StrEnum
from importlib import metadata
from typing import Annotated, NamedTuple

import typer

from polyglot_news.cli.console import write_result
from polyglot_news.errors import PackageDamagedError, PackageError
from polyglot_news.paths import bundled_folder
from polyglot_news.translation.engine import try_out
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore
from polyglot_news.version import __version__

_LIBRARIES = (
    "ctranslate2", "sentencepiece", "sacremoses", "numpy", "highspy", "py3langid", "pymorphy3", "pymorphy3-dicts-uk",
    "snowballstemmer", "rich", "typer",
)  # fmt: skip
_OPTIONAL = ("argostranslate",)


class Form(StrEnum):
    """How the findings are printed."""

    TEXT = "text"
    JSON = "json"


class Finding(NamedTuple):
    """One thing that was looked at."""

    name: str
    is_well: bool
    said: str


def command(*, form: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.TEXT) -> None:
    """Say what is installed, where, in which version, and what is wrong; exits with 3 where something is."""
    findings = [*_program(), *_libraries(), *_packages()]
    if form is Form.JSON:
        rows = [{"name": one.name, "ok": one.is_well, "said": one.said} for one in findings]
        write_result(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "-")
    else:
        lines = (f"{'ok  ' if one.is_well else 'BAD '} {one.name}: {one.said}\n" for one in findings)
        write_result("".join(lines), "-")
    if not all(one.is_well for one in findings):
        raise typer.Exit(PackageError.exit_code)


def _program() -> Iterator[Finding]:
    yield Finding("polyglot-news", is_well=True, said=f"{__version__}, Python {platform.python_version()}")
    for name in ("lexicon", "schema", "demo"):
        folder = bundled_folder(name)
        there = folder.is_dir() and any(folder.iterdir())
        yield Finding(name, there, "complete" if there else "missing: install polyglot-news again")


def _libraries() -> Iterator[Finding]:
    for name in (*_LIBRARIES, *_OPTIONAL):
        try:
            yield Finding(name, is_well=True, said=metadata.version(name))
        except metadata.PackageNotFoundError:
            optional = name in _OPTIONAL
            yield Finding(name, optional, "not installed (optional)" if optional else f"missing: pip install {name}")


def _packages() -> Iterator[Finding]:
    store = PackageStore()
    yield Finding(
        "package folder", is_well=True, said=str(store.folder) + ("" if store.folder.exists() else " (none yet)")
    )
    for package in store.installed():
        yield _tried(package, f"{package.from_code} to {package.to_code}, {package.tokenizer.value}")
    for damage in store.damaged():
        name, _, said = damage.message.partition(": ")
        yield Finding(name, is_well=False, said=said)
    try:
        starters = store.starters()
    except PackageDamagedError as error:
        yield Finding("starter package", is_well=False, said=error.message)
        return
    if not starters:
        yield Finding("starter package", is_well=False, said="missing: install polyglot-news again")
    for package in starters:
        yield _tried(package, f"starter, {package.from_code} to {package.to_code}")


def _tried(package: Package, said: str) -> Finding:
    """Load the package and translate a word with it: that alone shows that it works."""
    try:
        try_out(package)
    except PackageDamagedError as error:
        return Finding(package.name, is_well=False, said=error.message.partition(": ")[2])
    return Finding(package.name, is_well=True, said=said)
