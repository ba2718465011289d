"""A package into a .argosmodel file, for another machine or for Argos Translate itself; the starter too."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from polyglot_news.errors import InputError, cause_of
from polyglot_news.paths import permissions_of, replacing
from polyglot_news.translation.packages import METADATA, Package, read_metadata


def export(package: Package, file: Path) -> None:
    """Write a package to a .argosmodel file; the same package gives the same bytes.

    Args:
        package: an installed one or a starter, whose shared model is put into its own folder.
        file: as the user typed it; replaced if it exists.

    Raises:
        InputError: the file cannot be written.
    """
    try:
        with replacing(file, permissions_of(file)) as raw, zipfile.ZipFile(raw, "w") as archive:
            for inside, content in _contents(package):
                # Weights hardly shrink. ZipInfo without a date is of 1980: no clock in the bytes.
                kind = zipfile.ZIP_STORED if inside == "model/model.bin" else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(f"{package.name}/{inside}"), content, kind)
    except OSError as reason:
        what = cause_of(reason)
        raise InputError(f"{file}: cannot be written: {what}", hint="choose another place for it") from None


def _contents(package: Package) -> Iterator[tuple[str, bytes]]:
    metadata = {key: value for key, value in read_metadata(package.folder, package.name).items() if key != "shares"}
    yield METADATA, (json.dumps(metadata, ensure_ascii=False, indent=2) + "\n").encode()
    yield package.tokenizer_file.name, package.tokenizer_file.read_bytes()
    for path in sorted(package.model_folder.iterdir()):
        if path.is_file():
            yield f"model/{path.name}", path.read_bytes()
    for path in sorted({*package.folder.glob("README*"), *package.folder.glob("LICEN[CS]E*")}):
        if path.is_file():
            yield path.name, path.read_bytes()
