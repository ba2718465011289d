"""Formats by name. A format is a module with `render(report, options)`; ours are named here, others by entry points.

A package adds a format to `pn compare --format NAME` by an entry point in the group `polyglot_news.reports`, whose name
is that of the format and whose value is its `render`: see docs/how-to/add-a-report-format.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from polyglot_news.errors import InputError
from polyglot_news.model import Report
from polyglot_news.reports.options import ReportOptions

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

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
    return _guarded(others[name])


def _guarded(entry: EntryPoint) -> Renderer:
    """Load another's format; what goes wrong in it is said to be its fault, not ours."""
    hint = f"it comes from {entry.value}; update or remove that package"
    if not entry.pattern.match(entry.value):
        raise InputError(f"--format: {entry.name} cannot be loaded: its entry point is malformed", hint=hint)
    try:
        renderer = cast("Renderer", entry.load())
    except Exception as reason:  # what another's code raises is not known
        why = f"{type(reason).__name__}: {reason}"
        raise InputError(f"--format: {entry.name} cannot be loaded: {why}", hint=hint) from reason
    if not callable(renderer):
        raise InputError(f"--format: {entry.name} cannot be loaded: {entry.value} is no function", hint=hint)

    def render(report: Report, options: ReportOptions) -> str | bytes:
        try:
            result = renderer(report, options)
        except InputError:
            raise
        except Exception as reason:  # likewise
            what = f"{type(reason).__name__}: {reason}"
            raise InputError(f"--format: {entry.name} failed: {what}", hint=hint) from reason
        if not isinstance(result, str | bytes):
            raise InputError(f"--format: {entry.name} failed: it returned no text", hint=hint)
        return result

    return render


def render(report: Report, name: str, options: ReportOptions | None = None) -> str | bytes:
    """Render a report in the format called `name`; without options, as they are by default.

    Raises:
        InputError: there is no such format, or it cannot hold this report.
    """
    return find_renderer(name)(report, options or ReportOptions())


def _of_others() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow, and not asked for where the format is ours

    return {one.name: one for one in entry_points(group=ENTRY_POINTS)}
