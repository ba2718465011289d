"""pn models: the Argos packages on this machine, and those that an index offers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polyglot_news.cli import cache
from polyglot_news.cli.console import Console
from polyglot_news.cli.findings import Finding, name_damage, report, try_package
from polyglot_news.cli.forms import Form, FormOption
from polyglot_news.cli.help import Command, Group
from polyglot_news.cli.output import STDOUT, require_place, write_result
from polyglot_news.cli.package_lists import as_object, offer_as_object, offer_row, row, table
from polyglot_news.errors import InputError, PackageDamagedError
from polyglot_news.reports.json_text import json_text
from polyglot_news.translation.exporting import export
from polyglot_news.translation.index import DEFAULT_INDEX, Offer, choose, newest
from polyglot_news.translation.installing import require_file
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.trust import Ledger

if TYPE_CHECKING:
    from polyglot_news.translation.downloading import Watch
    from polyglot_news.translation.obtaining import Source

_ENDING = ".argosmodel"

app = typer.Typer(
    cls=Group,
    help="Argos packages, in the folder that Argos Translate itself uses.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.add_typer(cache.app, name="cache")


Name = Annotated[str, typer.Argument(metavar="NAME", help="As pn models list shows it.")]
Index = Annotated[
    str,
    typer.Option(
        "--index",
        metavar="URL",
        envvar="ARGOS_PACKAGE_INDEX",
        show_envvar=False,
        show_default=False,
        help="Where packages are listed: an index.json or its folder; else ARGOS_PACKAGE_INDEX, else Argos's own.",
    ),
]
Mirror = Annotated[
    list[str] | None,
    typer.Option(
        "--mirror",
        metavar="URL",
        show_default=False,
        help="A folder of the web with the same files, asked before the addresses of the index. May be given often.",
    ),
]
NewHash = Annotated[
    bool,
    typer.Option("--accept-new-hash", help="Let another package take a name and version that stood for one before."),
]


@app.command("list", cls=Command)
def list_packages(
    context: typer.Context,
    *,
    available: Annotated[bool, typer.Option("--available", help="List what the index offers (network).")] = False,
    index: Index = DEFAULT_INDEX,
    form: FormOption = Form.TEXT,
) -> None:
    """List the installed packages and the starter package, with size, licence and where they came from."""
    console: Console = context.obj
    if available:
        _list_available(console, index, form)
        return
    store, ledger = PackageStore(), Ledger()
    starters, damage = _starters(store)
    packages = [(one, ledger.origin_of(one)) for one in (*store.installed(), *starters)]
    if form is Form.JSON:
        write_result(json_text([as_object(*one) for one in packages]), STDOUT)
    else:
        write_result(table([row(*one) for one in packages]), STDOUT)
    for one in (*store.damaged(), *damage):
        console.say(f"damaged: {one.message}")
    if not packages:
        console.say("no package is installed")


@app.command(
    cls=Command,
    epilog="pn models install ru uk\npn models install ru_de de:en\npn models install translate-ru_en-1_9.argosmodel",
)
def install(
    context: typer.Context,
    wanted: Annotated[
        list[str],
        typer.Argument(
            metavar="LANGUAGE|PAIR|FILE ...",
            help="A language to translate into English (ru), a pair (ru_de or ru:de), or an .argosmodel file.",
        ),
    ],
    *,
    index: Index = DEFAULT_INDEX,
    mirror: Mirror = None,
    accept_new_hash: NewHash = False,
) -> None:
    """Install packages, from the network or from files; each is checked and tried out before it is seen."""
    from polyglot_news.translation.obtaining import Shelf, install_file, install_offer, offers_of  # noqa: PLC0415  # ssl

    console: Console = context.obj
    shelf, source = Shelf(accept_new_hash=accept_new_hash), _source(index, mirror)
    files = [Path(one) for one in wanted if _is_file(one)]
    for file in files:
        require_file(file)
    languages = [one for one in wanted if not _is_file(one)]
    offers: Sequence[Offer] = ()
    if languages:
        with _watch(console, "index") as watch:
            offers = choose(offers_of(source, watch), languages)
    for file in files:
        _say_installed(console, install_file(file, shelf))
    for offer in offers:
        with _watch(console, offer.name) as watch:
            package = install_offer(offer, source, shelf, watch)
        if package:
            _say_installed(console, package)
        else:
            console.say(f"{offer.name}: it or a newer one is installed already")


@app.command(cls=Command, epilog="pn models update --dry-run")
def update(  # noqa: PLR0913  # its options
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME ...]", help="As pn models list shows them; else all.")
    ] = None,
    *,
    index: Index = DEFAULT_INDEX,
    mirror: Mirror = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what is newer.")] = False,
    accept_new_hash: NewHash = False,
) -> None:
    """Replace installed packages of which the index has a newer version."""
    from polyglot_news.translation import obtaining  # noqa: PLC0415  # ssl

    console: Console = context.obj
    shelf, source = obtaining.Shelf(accept_new_hash=accept_new_hash), _source(index, mirror)
    known = {package.name for package in shelf.store.installed()}
    if unknown := [name for name in names or () if name not in known]:
        raise _unknown(unknown[0])
    with _watch(console, "index") as watch:
        newer = obtaining.updates(obtaining.offers_of(source, watch), shelf)
    newer = [(old, offer) for old, offer in newer if not names or old.name in names]
    for old, offer in newer:
        console.say(f"{old.name}: {offer.version} is newer than {old.version or 'one without a version'}")
        if not dry_run:
            with _watch(console, offer.name) as watch:
                package = obtaining.update(old, offer, source, shelf, watch)
            _say_installed(console, package or old)
    if not newer:
        console.say("nothing is newer than what is installed")


@app.command(cls=Command)
def remove(context: typer.Context, name: Name) -> None:
    """Remove an installed package, whole or damaged."""
    from polyglot_news.translation.obtaining import Shelf  # noqa: PLC0415  # ssl
    from polyglot_news.translation.obtaining import remove as remove_package  # noqa: PLC0415

    console: Console = context.obj
    console.say(f"removed {remove_package(name, Shelf())}")


@app.command(cls=Command)
def verify(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="As pn models list shows it; else all.")] = "",
    *,
    form: FormOption = Form.TEXT,
) -> None:
    """Load each package and translate a word with it, its files first; the exit code is 3 where one is damaged."""
    store, ledger = PackageStore(), Ledger()
    starters, damage = _starters(store)
    packages = [one for one in (*store.installed(), *starters) if name in {"", one.name}]
    damaged = [one for one in map(name_damage, (*store.damaged(), *damage)) if name in {"", one.name}]
    if name and not packages and not damaged:
        raise _unknown(name)
    findings: list[Finding] = [*(_verified(one, ledger) for one in packages), *damaged]
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


def _list_available(console: Console, index: str, form: Form) -> None:
    from polyglot_news.translation.obtaining import offers_of  # noqa: PLC0415  # ssl

    installed = PackageStore().installed()
    with _watch(console, "index") as watch:
        offers = newest(offers_of(_source(index, None), watch))
    if form is Form.JSON:
        write_result(json_text([offer_as_object(one, installed) for one in offers]), STDOUT)
    else:
        write_result(table([offer_row(one, installed) for one in offers]), STDOUT)


def _verified(package: Package, ledger: Ledger) -> Finding:
    """The hashes first: a model that somebody has changed is not loaded."""
    changes = () if package.is_starter else ledger.changes_in(package)
    if changes:
        more = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
        return Finding(package.name, is_well=False, said=f"not as it was installed: {changes[0]}{more}")
    return try_package(package)


def _is_file(wanted: str) -> bool:
    return wanted.endswith(_ENDING) or Path(wanted).is_file()


def _source(index: str, mirrors: list[str] | None) -> Source:
    from polyglot_news.translation.obtaining import Source  # noqa: PLC0415  # ssl

    return Source(index, tuple(mirrors or ()))


@contextmanager
def _watch(console: Console, what: str) -> Iterator[Watch]:
    from polyglot_news.translation.downloading import Watch  # noqa: PLC0415  # ssl

    with console.progress(f"{what} (MB)") as show:
        yield Watch(lambda done, total: show(done // 10**6, max(done, total) // 10**6), console.say)


def _say_installed(console: Console, package: Package) -> None:
    console.say(f"installed {package.name} ({package.from_name} to {package.to_name}) in {package.folder}")


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
