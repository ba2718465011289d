"""RSS, RDF and Atom as a stream of events: no tree is built, nothing is fetched, broken markup is read on.

Elements are known by their names as far as they stand in the namespace of the article that they belong to: a picture's
media:title is no title, wherever a feed keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from polyglot_news.sources.feed_text import repaired

_ARTICLES = {"rss": "item", "rdf": "item", "feed": "entry"}
MOST_ENTRIES = 20_000  # the longest feed of a news site that we know has 500
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
}
_PREFIX = re.compile(r"<([A-Za-z][\w-]{0,30}):")
_DECLARATION = re.compile(r"\bxmlns:([\w-]{1,31})\s*=")
_FIRST_NAME = re.compile(r"<[\w:-]+")
_MOST_PREFIXES = 50  # a feed has ten
_LINKS = ("feedburner:origLink", "@alternate", "link", "@other")  # "@": from an attribute
_DATES = ("pubDate", "published", "issued", "dc:date", "dcterms:issued", "updated", "modified", "atom:updated")
_SUMMARIES = ("description", "summary", "content:encoded", "content", "dc:description")
_LANGUAGES = ("language", "dc:language", "@lang")
_TITLES = ("title", "dc:title")
_IDENTIFIERS = ("guid", "id")
_TEXTS = frozenset({"title", "link", *_SUMMARIES})
_WANTED = frozenset({*_TITLES, *_LINKS, *_DATES, *_SUMMARIES, *_LANGUAGES, *_IDENTIFIERS})
# Begin anew inside a text: its markup was never closed.
_NEVER_IN_TEXT = frozenset({"pubDate", "guid", "description", "published", "updated", "category", "dc:date"})


@dataclass(slots=True)
class RawEntry:
    """An article of a feed, in the feed's own words."""

    title: str = ""
    link: str = ""
    dates: list[str] = field(default_factory=list)  # the best first
    language: str = ""
    summary: str = ""
    guid: str = ""
    base: str = ""


@dataclass(slots=True)
class RawFeed:
    """The articles of a feed, and what holds for all of them."""

    entries: list[RawEntry] = field(default_factory=list)
    link: str = ""  # of the site
    language: str = ""
    base: str = ""


def read_markup(markup: str) -> RawFeed:
    """Read a feed that begins with its first element."""
    from lxml import etree  # noqa: PLC0415  # heavy

    builder = _Builder()
    parser = etree.XMLParser(
        target=builder, encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    with suppress(etree.XMLSyntaxError):  # beyond repair; what was read until then counts
        etree.fromstring(_with_prefixes(repaired(markup)).encode("utf-8", "replace"), parser)
    return builder.feed()


class _Builder:
    """What an XML parser tells its events to."""

    def __init__(self) -> None:
        self._entries: list[RawEntry] = []
        self._about: dict[str, str] = {}  # what is said of the whole feed, by the names of its elements
        self._article: dict[str, str] | None = None  # the same of the article at hand
        self._article_tag = ""
        self._space = ""  # the namespace whose names need no prefix
        self._name = ""  # of the element whose text is being read
        self._depth = 0  # of elements inside it
        self._text: list[str] = []

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Take the start of an element."""
        space, local = _split(tag)
        if not self._article_tag:
            self._article_tag, self._space = _ARTICLES.get(local.lower(), "item"), space
            self._note(given)
        elif local == self._article_tag and (not self._name or space == self._space):
            self._end_article()
            self._article, self._space = {}, space
            self._note(given)
        elif local == "channel" and self._article is None and not self._name:
            self._space = space
            self._note(given)
        else:
            self._start_inside(local, local if space == self._space else _PREFIXES.get(space, "?:") + local, given)

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self._name in _WANTED:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """Take the end of an element; in broken markup it may be another than the one that began."""
        local = _split(tag)[1]
        if self._depth:
            self._depth -= 1
            self.data(f"</{local}>")
        elif self._name:
            self._keep()
        elif local == self._article_tag:
            self._end_article()

    def close(self) -> None:
        """Take the end of the feed."""
        self._end_article()

    def feed(self) -> RawFeed:
        """Return what was read, however it ended."""
        self._end_article()
        about = self._about
        return RawFeed(self._entries, _first(about, _LINKS), _first(about, _LANGUAGES), about.get("@base", ""))

    @property
    def _values(self) -> dict[str, str]:
        return self._about if self._article is None else self._article

    def _start_inside(self, local: str, name: str, given: Mapping[str, str]) -> None:
        if self._name and not (self._name in _TEXTS and name in _NEVER_IN_TEXT):
            self._depth += 1
            self.data(f"<{local}>")  # markup of the text itself
            return
        self._keep()
        self._name = name
        if name in {"link", "atom:link"} and given.get("rel", "alternate") == "alternate":
            is_page = "html" in given.get("type", "html")
            self._values.setdefault("@alternate" if is_page else "@other", given.get("href", ""))
        if name == "guid":
            self._values.setdefault("@permalink", given.get("isPermaLink", "true"))

    def _note(self, given: Mapping[str, str]) -> None:
        for name in ("lang", "base"):
            if value := given.get(_XML + name):
                self._values[f"@{name}"] = value

    def _keep(self) -> None:
        text = "".join(self._text).strip()
        if text:
            self._values.setdefault(self._name, text)
        self._name, self._depth = "", 0
        self._text.clear()

    def _end_article(self) -> None:
        self._keep()
        if self._article and len(self._entries) <= MOST_ENTRIES:
            self._entries.append(_raw_entry(self._article))
        self._article = None


def _with_prefixes(markup: str) -> str:
    """Declare the prefixes that nobody declares: the parser would drop them, and take media:title for the title."""
    missing = set(_PREFIX.findall(markup)) - set(_DECLARATION.findall(markup)) - {"xml", "xmlns"}
    spaces = {prefix: space for space, prefix in _PREFIXES.items()}
    declared = (f' xmlns:{one}="{spaces.get(f"{one}:", one)}"' for one in sorted(missing)[:_MOST_PREFIXES])
    return _FIRST_NAME.sub(lambda found: found[0] + "".join(declared), markup, count=1)


def _raw_entry(values: Mapping[str, str]) -> RawEntry:
    guid = _first(values, _IDENTIFIERS)
    is_link = values.get("@permalink", "").lower() == "true" and guid.startswith("http")
    return RawEntry(
        title=_first(values, _TITLES),
        link=_first(values, _LINKS) or (guid if is_link else ""),
        dates=[values[name] for name in _DATES if name in values],
        language=_first(values, _LANGUAGES),
        summary=_first(values, _SUMMARIES),
        guid=guid,
        base=values.get("@base", ""),
    )


def _first(values: Mapping[str, str], names: Iterable[str]) -> str:
    return next((values[name] for name in names if values.get(name)), "")


def _split(tag: str) -> tuple[str, str]:
    """Take "{namespace}name" apart."""
    space, _, local = tag.rpartition("}")
    return space.removeprefix("{"), local
