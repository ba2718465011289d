"""Packages into the store, from a file or from an index: downloaded, checked, tried out, trusted, moved in, recorded.

The only room that goes to the network for packages, and only when one of its functions is called. Two that fetch the
same package at one time take turns, and the second finds it there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from polyglot_news.errors import InputError, PackageDamagedError, PackageError, cause_of
from polyglot_news.paths import downloads_folder
from polyglot_news.translation.downloading import Target, Watch, discard, download, fetch_small
from polyglot_news.translation.fetching import FetchError, FetchSettings, checked_address, host_of
from polyglot_news.translation.index import (
    DEFAULT_INDEX,
    LARGEST_INDEX_BYTES,
    Offer,
    index_address,
    newest,
    read_index,
)
from polyglot_news.translation.locking import locked
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.trust import Ledger, Origin, known_sha256, name_of, seal_of, sha256_of

_CARRY_IT_OVER = "without a network: fetch the .argosmodel file on another computer, then pn models install FILE"


@dataclass(frozen=True, slots=True)
class Source:
    """Where packages are fetched from, and by which way."""

    index: str = DEFAULT_INDEX  # as the user typed it
    mirrors: tuple[str, ...] = ()  # folders of the web that hold the same files; asked first
    downloads: Path = field(default_factory=downloads_folder)
    fetching: FetchSettings = field(default_factory=FetchSettings)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where packages come to stand, and what is recorded of them."""

    store: PackageStore = field(default_factory=PackageStore)
    ledger: Ledger = field(default_factory=Ledger)
    accept_new_hash: bool = False  # let another package take a name and version that stood for one before


def offers_of(source: Source, watch: Watch) -> tuple[Offer, ...]:
    """Return what the index offers.

    Raises:
        InputError: the address of the index or of a mirror is none.
        PackageError: the index cannot be fetched, or is none.
    """
    address = _address(index_address(source.index), "--index")
    for mirror in source.mirrors:
        _address(mirror, "--mirror")
    try:
        raw = fetch_small(address, LARGEST_INDEX_BYTES, source.fetching, watch)
    except FetchError as error:
        raise PackageError(f"{address}: {error.message}", hint=_CARRY_IT_OVER) from None
    return read_index(raw, address)


def install_offer(offer: Offer, source: Source, shelf: Shelf, watch: Watch) -> Package | None:
    """Download and install a package.

    Returns:
        The package; None where it, or a newer one, is installed already and whole.

    Raises:
        PackageError: it cannot be fetched, is damaged, or is another than its name and version stood for before.
    """
    addresses = _addresses(offer, source)
    known = frozenset() if shelf.accept_new_hash else known_sha256(offer.name)
    known = known or frozenset(filter(None, [offer.sha256]))
    file = source.downloads / f"{offer.code}-{offer.version}.argosmodel"
    with _alone(file, lambda: watch.notice(f"{offer.name}: another pn fetches it: waiting")):
        if _is_there(offer, shelf):
            return None
        target = Target(file, offer.name, offer.size_bytes, known)
        try:
            package = _install(*download(addresses, target, source.fetching, watch), shelf, offer)
        except PackageDamagedError:
            discard(file)  # to go on with it would lead here again
            raise
        discard(file)
        return package


def install_file(file: Path, shelf: Shelf) -> Package:
    """Install a .argosmodel file.

    Raises:
        InputError: there is no such file.
        PackageError: it is damaged, or is another than its name and version stood for before.
    """
    return _install(str(file), file, shelf, None)


def remove(name: str, shelf: Shelf) -> Path:
    """Remove an installed package, whole or damaged, and what is recorded of it; return the folder that is gone.

    Raises:
        InputError: no package of this name is installed.
    """
    known = next((name_of(one) for one in shelf.store.installed() if one.name == name), "")
    folder = shelf.store.remove(name)
    if known := known or shelf.ledger.name_in(folder):
        shelf.ledger.forget_hash(known)
    shelf.ledger.forget(folder)
    return folder


def updates(offers: Sequence[Offer], shelf: Shelf) -> list[tuple[Package, Offer]]:
    """Return the installed packages of which there is a newer version, the newest installed one of each pair."""
    by_pair: dict[tuple[str, str], Package] = {}
    for package in sorted(shelf.store.installed(), key=lambda one: one.version_key):
        by_pair[package.from_code, package.to_code] = package
    found = ((by_pair.get((offer.from_code, offer.to_code)), offer) for offer in newest(offers))
    return [(package, offer) for package, offer in found if package and offer.version_key > package.version_key]


def update(old: Package, offer: Offer, source: Source, shelf: Shelf, watch: Watch) -> Package | None:
    """Install a newer version; the older ones of the pair go when it stands.

    Raises:
        PackageError: it cannot be fetched or is damaged; the old one stays.
    """
    new = install_offer(offer, source, shelf, watch)
    for package in shelf.store.installed() if new else ():
        is_older = package.version_key < offer.version_key and package.name != getattr(new, "name", "")
        if is_older and (package.from_code, package.to_code) == (old.from_code, old.to_code):
            shelf.ledger.forget(shelf.store.remove(package.name))
    return new


def _install(source: str, file: Path, shelf: Shelf, offer: Offer | None) -> Package:
    shown = f"{offer.name} from {host_of(source)}" if offer else str(file)
    with shelf.store.prepared(file, shown=shown) as prepared:
        if offer and name_of(prepared) != offer.name:
            hint = "what the index says of it is not true; try another --mirror, or another --index"
            raise PackageDamagedError(f"{shown}: is {name_of(prepared)} instead", hint=hint)
        seal = seal_of(prepared)
        shelf.ledger.approve(prepared, seal, accept_new_hash=shelf.accept_new_hash)
        today = dt.datetime.now(dt.UTC).date().isoformat()
        where = source if offer else str(file.resolve())
        origin = Origin(where, today, sha256_of(file))
        package = shelf.store.place(prepared)
    shelf.ledger.record(package, seal, origin)
    return package


def _is_there(offer: Offer, shelf: Shelf) -> bool:
    """Whether the package or a newer one is installed, and as it was when it was installed."""
    return any(
        (one.from_code, one.to_code) == (offer.from_code, offer.to_code)
        and one.version_key >= offer.version_key
        and not shelf.ledger.changes_in(one)
        for one in shelf.store.installed()
    )


def _addresses(offer: Offer, source: Source) -> list[str]:
    """Where the file may be: on the mirrors, then where the index says, as far as that is as safe as the index."""
    links = [address for link in offer.links if (address := checked_address(link))]
    if index_address(source.index).startswith("https:"):
        links = [address for address in links if address.startswith("https:")]
    plain = f"{offer.code}-{offer.version.replace('.', '_')}.argosmodel"  # as Argos names them
    name = PurePosixPath(urlsplit(links[0]).path).name if links else plain
    return [*(f"{_address(mirror, '--mirror').rstrip('/')}/{name}" for mirror in source.mirrors), *links]


def _address(given: str, option: str) -> str:
    address = checked_address(given)
    if not address:
        said = "is no address of the web, or carries a password"
        raise InputError(f"{option}: {said}", hint="give an address that begins with https:// or http://")
    return address


@contextmanager
def _alone(file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Be the only one that fetches a file."""
    with ExitStack() as stack:
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            stack.enter_context(locked(file.with_name(f"{file.name}.lock"), waiting=waiting))
        except OSError as reason:
            what = cause_of(reason)
            hint = "check its permissions, or choose another folder by XDG_CACHE_HOME"
            raise PackageError(f"{file.parent}: cannot be written: {what}", hint=hint) from None
        yield
