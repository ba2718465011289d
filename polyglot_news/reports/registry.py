"""Formats by name. A format is a module with `render(report, options)`; to add one, write it and name it here."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from polyglot_news.errors import InputError
from polyglot_news.model import Report
from polyglot_news.reports.options import ReportOptions

_MODULES = {
    "terminal": "polyglot_news.reports.terminal",
    "json": "polyglot_news.reports.json",
}


class Renderer(Protocol):
    """What every format's module offers as `render`: text for text formats, bytes for the others."""

    def __call__(self, report: Report, options: ReportOptions) -> str | bytes:
        """Render a report, complete with its last line end; the same report gives the same result."""
        ...


def formats() -> tuple[str, ...]:
    """Return the names of the formats, the default one first."""
    return tuple(_MODULES)


def find_renderer(name: str) -> Renderer:
    """Import the format called `name` and return its `render`.

    Raises:
        InputError: there is no such format; the hint lists those that exist.
    """
    if name not in _MODULES:
        raise InputError(f"--format: no such format: {name}", hint=f"the formats are {', '.join(formats())}")
    return cast("Renderer", import_module(_MODULES[name]).render)


def render(report: Report, name: str, options: ReportOptions | None = None) -> str | bytes:
    """Render a report in the format called `name`; without options, as they are by default.

    Raises:
        InputError: there is no such format.
    """
    return find_renderer(name)(report, options or ReportOptions())
