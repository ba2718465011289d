"""Hold the language editions of a news article against each other, offline.

>>> from polyglot_news import compare, load_article
>>> report = compare(load_article("en.txt"), load_article("ru.txt"))  # doctest: +SKIP

Names are imported when they are first used: the command line answers --help without loading the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from polyglot_news.version import __version__

if TYPE_CHECKING:
    from polyglot_news.alignment.aligner import align
    from polyglot_news.comparison import compare
    from polyglot_news.errors import (
        InputError,
        PackageDamagedError,
        PackageError,
        PackageMissingError,
        PolyglotNewsError,
    )
    from polyglot_news.model import Alignment, Article, Comparison, Difference, Link, Report, Span, Translation
    from polyglot_news.reports.options import ReportOptions
    from polyglot_news.reports.registry import render
    from polyglot_news.sources.articles import LoadSettings, load_article
    from polyglot_news.translation.argos import ArgosTranslator
    from polyglot_news.translation.store import PackageStore

_HOMES = {
    "alignment.aligner": ("align",),
    "comparison": ("compare",),
    "errors": ("InputError", "PackageDamagedError", "PackageError", "PackageMissingError", "PolyglotNewsError"),
    "model": ("Alignment", "Article", "Comparison", "Difference", "Link", "Report", "Span", "Translation"),
    "reports.options": ("ReportOptions",),
    "reports.registry": ("render",),
    "sources.articles": ("LoadSettings", "load_article"),
    "translation.argos": ("ArgosTranslator",),
    "translation.store": ("PackageStore",),
}

__all__ = [
    "Alignment",
    "ArgosTranslator",
    "Article",
    "Comparison",
    "Difference",
    "InputError",
    "Link",
    "LoadSettings",
    "PackageDamagedError",
    "PackageError",
    "PackageMissingError",
    "PackageStore",
    "PolyglotNewsError",
    "Report",
    "ReportOptions",
    "Span",
    "Translation",
    "__version__",
    "align",
    "compare",
    "load_article",
    "render",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"polyglot_news.{home}"), name)
    raise AttributeError(f"module 'polyglot_news' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
