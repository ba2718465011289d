"""pn doctor: what is installed, where, in which version, and what is wrong."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib import metadata

from polyglot_news.cli.findings import Finding, name_damage, report, try_package
from polyglot_news.cli.forms import Form, FormOption
from polyglot_news.errors import PackageDamagedError, PackageError
from polyglot_news.paths import bundled_folder, cache_folder
from polyglot_news.translation.cache import TranslationCache
from polyglot_news.translation.store import PackageStore
from polyglot_news.version import __version__

_LIBRARIES = (
    "ctranslate2", "sentencepiece", "sacremoses", "numpy", "highspy", "lxml", "markdown-it-py", "pymorphy3",
    "pymorphy3-dicts-ru", "pymorphy3-dicts-uk", "PyStemmer", "rich", "typer",
)  # fmt: skip
_OPTIONAL = ("argostranslate", "onnxruntime", "pypdfium2")
_BROUGHT_ALONG = {
    "alignment": ("links.npz", "links.semantic.npz", "wordpieces.txt.gz"),
    "boilerplate": ("weights.npz",),
    "differences": ("words.npz",),
    "language": ("model.npz",),
    "lexicon": ("en.similar.tsv", "en.tsv", "ru.tsv", "uk.tsv"),
    "packages": ("known.json",),
    "schema": ("comparison-1.0.json",),
    "demo": ("en.txt", "ru.txt", "uk.txt"),
}
_INSTALL_AGAIN = "install polyglot-news again"


def command(*, form: FormOption = Form.TEXT) -> None:
    """Say what is installed, where, in which version, and what is wrong; the exit code is 3 where something is."""
    report([*_program(), *_libraries(), *_installed(), *_starters(), _cache()], as_json=form is Form.JSON)


def _program() -> Iterator[Finding]:
    yield Finding("polyglot-news", is_well=True, said=f"{__version__}, Python {platform.python_version()}")
    for name, files in _BROUGHT_ALONG.items():
        missing = [file for file in files if not (bundled_folder(name) / file).is_file()]
        said = f"{', '.join(missing)} missing: {_INSTALL_AGAIN}" if missing else "complete"
        yield Finding(name, not missing, said)


def _libraries() -> Iterator[Finding]:
    for name in (*_LIBRARIES, *_OPTIONAL):
        try:
            yield Finding(name, is_well=True, said=metadata.version(name))
        except metadata.PackageNotFoundError:
            optional = name in _OPTIONAL
            yield Finding(name, optional, "not installed (optional)" if optional else f"missing: pip install {name}")


def _installed() -> Iterator[Finding]:
    store = PackageStore()
    try:
        installed, damaged = store.installed(), store.damaged()
    except PackageError as error:
        yield Finding("package folder", is_well=False, said=error.message)
        return
    there = "" if store.folder.exists() else " (none yet)"
    yield Finding("package folder", is_well=True, said=f"{store.folder}{there}")
    yield from map(try_package, installed)
    yield from map(name_damage, damaged)


def _starters() -> Iterator[Finding]:
    try:
        starters = PackageStore().starters()
    except PackageDamagedError as error:
        yield Finding("starter package", is_well=False, said=f"{error.message}: {_INSTALL_AGAIN}")
        return
    if not starters:
        yield Finding("starter package", is_well=False, said=f"missing: {_INSTALL_AGAIN}")
    yield from map(try_package, starters)


def _cache() -> Finding:
    """Say how many translations are kept; that they cannot be is no fault of the installation."""
    folder = cache_folder()
    if folder is None:
        return Finding("translation cache", is_well=True, said="switched off")
    with TranslationCache(folder) as cache:
        n_entries = cache.contents().n_entries
        said = f"{cache.path}, {n_entries} sentences"
        return Finding(
            "translation cache", is_well=True, said=f"not in use: {cache.trouble}" if cache.trouble else said
        )
