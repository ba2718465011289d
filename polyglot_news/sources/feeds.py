"""Feeds of articles: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom and JSON Feed, broken as real ones are.

Why not feedparser: docs/decisions/0012-web.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from polyglot_news.errors import InputError
from polyglot_news.sources.feed_markup import MOST_ENTRIES, RawEntry, RawFeed, read_markup
from polyglot_news.sources.feed_text import feed_text, plain_text
from polyglot_news.sources.timestamps import iso_date

_HEAD_BYTES = 4_096
_JSON_FEED = "jsonfeed.org/version/"
# The first of these decides; a page may quote the others.
_FIRST_TAG = re.compile(r"<(?:[\w-]+:)?(rss|rdf|feed|html|head|body|div|p|article)(?=[\s>/])", re.IGNORECASE)
_FEED_TAGS = frozenset({"rss", "rdf", "feed"})
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?![A-Za-z])")
_MISTAKEN = {"ua": "uk"}  # the country for the language


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says about one article; "" where it says nothing."""

    title: str
    address: str  # http or https, complete
    date: str  # ISO 8601: 2026-11-24, or with a time
    language: str  # ISO 639-1, as declared
    summary: str  # one line, without markup
    guid: str


def is_feed(raw: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    head = feed_text(raw[:_HEAD_BYTES]).lstrip()
    if head.startswith("{"):
        return _JSON_FEED in head.replace("\\/", "/")
    first = _FIRST_TAG.search(head) if head.startswith("<") else None
    return first is not None and first[1].lower() in _FEED_TAGS


def read_feed(raw: bytes, source: str) -> tuple[Entry, ...]:
    """Read a feed.

    Args:
        raw: what the file or the page holds.
        source: its path or address as the user typed it; an address completes relative links.

    Returns:
        Its articles, in the order of the feed; what has neither title nor address is left out.

    Raises:
        InputError: it is no feed.
    """
    if not is_feed(raw):
        hint = "give a feed in RSS, Atom or JSON Feed; a site names its feed in the page's head"
        raise InputError(f"{source}: is not a feed", hint=hint)
    text = feed_text(raw).strip()
    feed = _json_feed(text, source) if text.startswith("{") else read_markup(text[_start(text) :])
    if len(feed.entries) > MOST_ENTRIES:
        raise InputError(f"{source}: is a feed with more than {MOST_ENTRIES} articles", hint="give a shorter one")
    base = _joined(source if _is_address(source) else feed.link, feed.base)
    entries = (_entry(entry, base, feed.language) for entry in feed.entries)
    return tuple(entry for entry in entries if entry.title or entry.address)


def require_no_feed(raw: bytes, source: str) -> None:
    """Make sure that what was given as an article is not a feed of articles.

    Raises:
        InputError: it is one.
    """
    if is_feed(raw):
        n_entries = len(read_feed(raw, source))
        count = f"{n_entries} article{'' if n_entries == 1 else 's'}"
        raise InputError(f"{source}: is a feed with {count}", hint="give one of its articles; pn batch takes feeds")


def _start(text: str) -> int:
    """Return where the first element begins: no document type and no entity of a feed's own reaches the parser."""
    first = _FIRST_TAG.search(text)
    return first.start() if first else 0


def _entry(entry: RawEntry, base: str, language: str) -> Entry:
    whole = _joined(_joined(base, entry.base), entry.link)
    return Entry(
        title=plain_text(entry.title),
        address=whole if entry.link and _is_address(whole) else "",
        date=next(filter(None, map(iso_date, entry.dates)), ""),
        language=_language(entry.language) or _language(language),
        summary=plain_text(entry.summary),
        guid=plain_text(entry.guid),
    )


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # brackets in it
        return ""


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and text.isprintable()


def _language(tag: str) -> str:
    found = _LANGUAGE.match(tag)
    code = found[1].lower() if found else ""
    return _MISTAKEN.get(code, code)


def _json_feed(text: str, source: str) -> RawFeed:
    """Read a JSON Feed. Source: jsonfeed.org/version/1.1."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(f"{source}: is a damaged JSON Feed", hint="fetch it again") from None
    items = feed.get("items")
    given = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    link = _text_of(feed, "home_page_url") or _text_of(feed, "feed_url")
    return RawFeed([_json_entry(item) for item in given], link=link, language=_text_of(feed, "language"))


def _json_entry(item: Mapping[str, object]) -> RawEntry:
    return RawEntry(
        title=_text_of(item, "title"),
        link=_text_of(item, "url") or _text_of(item, "external_url"),
        dates=[_text_of(item, "date_published"), _text_of(item, "date_modified")],
        language=_text_of(item, "language"),
        summary=_text_of(item, "summary") or _text_of(item, "content_text") or _text_of(item, "content_html"),
        guid=_text_of(item, "id"),
    )


def _text_of(given: Mapping[str, object], key: str) -> str:
    value = given.get(key)
    return str(value) if isinstance(value, str | int | float) else ""
