"""Packages as lines and as JSON: those that are installed, and those that an index offers."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from polyglot_news.cli.console import defused
from polyglot_news.translation.index import Offer
from polyglot_news.translation.licences import licence_of
from polyglot_news.translation.packages import Package
from polyglot_news.translation.trust import Origin, known_bytes

_LICENCE_COLUMNS = 44  # of the text; JSON has it whole


def table(rows: Sequence[Sequence[str]]) -> str:
    """Set cells under each other."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "".join(
        defused("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()) + "\n"
        for row in rows
    )


def row(package: Package, origin: Origin | None) -> tuple[str, ...]:
    """Return the cells of an installed package: name, languages, kind, size, licence, origin."""
    came_from = f"{origin.source}, {origin.date}" if origin else "by another program"
    if package.is_starter:
        came_from = "starter, used where no other is installed"
    size = f"{package.size_bytes / 1e6:.0f} MB"
    licence = shorten(licence_of(package) or "licence not stated", _LICENCE_COLUMNS, placeholder=" …")
    return package.name, f"{package.from_code} to {package.to_code}", package.tokenizer.value, size, licence, came_from


def as_object(package: Package, origin: Origin | None) -> dict[str, object]:
    """Return an installed package as JSON has it."""
    return {
        "name": package.name,
        "from": package.from_code,
        "to": package.to_code,
        "version": package.version,
        "tokenizer": package.tokenizer.value,
        "bytes": package.size_bytes,
        "licence": licence_of(package) or None,
        "folder": str(package.folder),
        "starter": package.is_starter,
        "origin": {"source": origin.source, "date": origin.date, "sha256": origin.file_sha256} if origin else None,
    }


def offer_row(offer: Offer, installed: Sequence[Package]) -> tuple[str, ...]:
    """Return the cells of a package that an index offers: name, version, languages, size, what is installed of it."""
    n_bytes = _bytes_of(offer)
    size = f"{n_bytes / 1e6:.0f} MB" if n_bytes else ""
    versions = _versions(offer, installed)
    languages = f"{offer.from_name or offer.from_code} to {offer.to_name or offer.to_code}"
    return offer.code, offer.version, languages, size, f"installed: {', '.join(versions)}" if versions else ""


def offer_as_object(offer: Offer, installed: Sequence[Package]) -> dict[str, object]:
    """Return a package that an index offers as JSON has it."""
    return {
        "name": offer.code,
        "from": offer.from_code,
        "to": offer.to_code,
        "version": offer.version,
        "bytes": _bytes_of(offer),
        "installed": _versions(offer, installed),
    }


def _bytes_of(offer: Offer) -> int | None:
    return offer.size_bytes or known_bytes(offer.name)


def _versions(offer: Offer, installed: Sequence[Package]) -> list[str]:
    pair = (offer.from_code, offer.to_code)
    return [one.version for one in installed if (one.from_code, one.to_code) == pair]
