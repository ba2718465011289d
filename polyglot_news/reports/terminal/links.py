"""Where the name of an edition leads, on a screen that knows links."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlsplit

from polyglot_news.reports.terminal.line import PLAIN, Line, Style
from polyglot_news.reports.terminal.page import Page, defuse

_SCHEMES = frozenset({"http", "https", "file"})
_LONGEST = 2_000  # characters; VTE takes no link of more than 2,083
_RESERVED = "%:/?#[]@!$&'()*+,;=~"  # by RFC 3986: what stands in an address already, the sign of escapes included
_STDIN = "-"


def name_source(page: Page, source: str, width: int, style: Style = PLAIN) -> Line:
    """Write the name of a file or an address in at most `width` columns, its end whole, and link it."""
    link = address_of(source) if page.links else ""
    return Line.of(_shorten(defuse(source), width), style._replace(link=link) if link else style)


def address_of(source: str) -> str:
    """Return the address that a source can be opened at; "" for standard input, and for what is no safe address."""
    if source == _STDIN:
        return ""
    try:
        address = _checked(source) if "://" in source else Path(source).absolute().as_uri()
    except (OSError, ValueError):  # the current folder is gone; brackets of no IP address
        return ""
    return address if len(address) <= _LONGEST else ""


def _checked(source: str) -> str:
    """Let no address through that is not what it looks like: another scheme, or characters that do not print."""
    parts = urlsplit(source)
    if parts.scheme not in _SCHEMES or not source.isprintable() or " " in source or "\\" in source:
        return ""
    return quote(source, safe=_RESERVED)


def _shorten(name: str, width: int) -> str:
    """Cut a name in its middle: its end says most, then its beginning."""
    if Line.of(name).cells <= width:
        return name
    head = name[: max(width // 3, 1)]
    for start in range(len(head), len(name)):
        if Line.of(short := f"{head}…{name[start:]}").cells <= width:
            return short
    return Line.of(name).shorten(width).plain
