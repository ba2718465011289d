"""Formats by name. A format is a module with `render(report, options)`; ours are named here, others by entry points.

A package adds a format to `pn compare --format NAME` by an entry point in the group `polyglot_news.reports`, whose name
is that of the format and whose value is its `render`: see docs/how-to/add-a-report-format.md.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast

from polyglot_news.errors import InputError
from polyglot_news.model import Report
from polyglot_news.reports.options import ReportOptions

ENTRY_POINTS = "polyglot_news.reports"
_MODULES = {
    "terminal": "polyglot_news.reports.terminal",
    "json": "polyglot_news.reports.json",
    "jsonl": "polyglot_news.reports.jsonl",
    "html": "polyglot_news.reports.html",
    "markdown": "polyglot_news.reports.markdown",
    "csv": "polyglot_news.reports.csv",
    "tmx": "polyglot_news.reports.tmx",
    "xliff": "polyglot_news.reports.xliff",
    "xliff2": "polyglot_news.reports.xliff2",
}
OURS = tuple(_MODULES)  # the default one first


class Renderer(Protocol):
    """What every format offers as `render`: text for text formats, bytes for the others."""

    def __call__(self, report: Report, options: ReportOptions) -> str | bytes:
        """Render a report, complete with its last line end; the same report gives the same result."""
        ...


def formats() -> tuple[str, ...]:
    """Return the names of our formats, the default one first, then those of others by name."""
    return (*OURS, *sorted(set(_of_others()) - set(OURS)))


def find_renderer(name: str) -> Renderer:
    """Import the format called `name` and return its `render`. Nobody else's format takes the name of one of ours.

    Raises:
        InputError: there is no such format, and the hint lists those that exist; or it cannot be loaded.
    """
    if name in _MODULES:
        return cast("Renderer", import_module(_MODULES[name]).render)
    others = _of_others()
    if name not in others:
        raise InputError(f"--format: no such format: {name}", hint=f"the formats are {', '.join(formats())}")
    try:
        return cast("Renderer", others[name].load())
    except Exception as reason:  # what another's code raises is not known
        hint = f"it comes from {others[name].value}; update or remove that package"
        raise InputError(f"--format: {name} cannot be loaded: {type(reason).__name__}: {reason}", hint=hint) from reason


def render(report: Report, name: str, options: ReportOptions | None = None) -> str | bytes:
    """Render a report in the format called `name`; without options, as they are by default.

    Raises:
        InputError: there is no such format, or it cannot hold this report.
    """
    return find_renderer(name)(report, options or ReportOptions())


def _of_others() -> dict[str, EntryPoint]:
    return {one.name: one for one in entry_points(group=ENTRY_POINTS)}
