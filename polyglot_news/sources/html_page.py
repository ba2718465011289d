"""Markup into runs of text in the order of the page, each with the elements it stands in, and what is said in the head.

The markup is read as a stream of events, and no tree is built: memory and time grow with the page, however deep
or broken its elements are. Nothing is fetched, no script is run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from polyglot_news.errors import InputError

_MOST_TAGS, _MOST_CHARS = 100_000, 3_000_000  # of 92 real pages, the largest has 1,700
_LONGEST_VALUE_CHARS = 2_000  # of a tag in the head
_DEEPEST = 150  # elements; what is deeper counts as being at this depth
_LONGEST_HINT_CHARS = 400
_SILENT = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "select", "button",
    "textarea", "canvas", "audio", "video", "map", "applet", "datalist", "progress", "meter", "dialog",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "input", "link", "meta",
))  # fmt: skip
_HINTS = ("class", "id", "role", "itemprop", "data-testid", "data-component", "data-type", "data-name")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # articleBody is article-body
_BYLINE = re.compile(r"(?:^|[\s_-])(?:authors?|bylines?)(?:$|[\s_-])")
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]{0,300}\[.{0,20000}?\]\s*>", re.IGNORECASE | re.DOTALL)  # that declares things
_SPACE = re.compile(r"[^\S\u00a0\u202f]+|[\u00a0\u202f]\s+")  # a no-break space stays, where it is alone


@dataclass(frozen=True, slots=True)
class Element:
    """An element that sets text off from other text."""

    tag: str
    parent: int  # position in Page.elements; -1 for the first
    hint: str  # its class, id and roles, in lower case
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two edges of elements, or between two line breaks in a row."""

    text: str
    element: int  # position in Page.elements
    link_chars: int  # how many of its characters can be clicked, spaces aside


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says, flat."""

    elements: tuple[Element, ...]
    runs: tuple[Run, ...]
    title: str = ""
    language: str = ""
    metas: tuple[tuple[str, str], ...] = ()  # name, property or itemprop in lower case; content
    links: tuple[Mapping[str, str], ...] = ()  # <link>
    notes: tuple[str, ...] = ()  # JSON-LD
    times: tuple[tuple[str, int], ...] = ()  # <time datetime>, element
    bylines: tuple[str, ...] = ()  # of links and spans that are named after an author

    def below(self, tops: set[int]) -> list[bool]:
        """Tell for each element whether it is one of `tops` or stands in one."""
        inside: list[bool] = []
        for k, element in enumerate(self.elements):
            inside.append(k in tops or (k > 0 and inside[element.parent]))
        return inside

    def path(self, element: int) -> tuple[int, ...]:
        """Return `element` and all that it stands in, from the inside."""
        path = []
        while element >= 0:
            path.append(element)
            element = self.elements[element].parent
        return tuple(path)


def read_page(text: str, source: str) -> Page:
    """Read the markup of a page.

    Raises:
        InputError: it has more elements than any page that is read by people.
    """
    from lxml import etree  # noqa: PLC0415  # heavy

    builder = _Builder(source)
    text = _DOCTYPE.sub("", text, count=1)
    # Text as UTF-8, so that what the page says about its encoding does not count again. There is no tree to be huge.
    parser = etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True)
    try:
        etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError:  # nothing in it
        pass
    except etree.XMLSyntaxError:  # beyond repair; what was read until then counts
        pass
    return builder.page()


@dataclass(frozen=True, slots=True)
class _Open:
    """What an element that is not closed yet does to the text in it."""

    element: int
    is_block: bool
    is_silent: bool
    is_link: bool
    byline_from: int = -1  # the part of the run at hand with which a byline begins; -1 where it is none


@dataclass(slots=True)
class _Builder:
    """Takes the events of the parser, which are balanced even where the tags of the page are not."""

    source: str
    elements: list[Element] = field(default_factory=lambda: [Element("html", -1, "", is_hidden=False)])
    runs: list[Run] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    links: list[Mapping[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    times: list[tuple[str, int]] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    language: str = ""
    _title: list[str] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)  # of the run at hand; a line break is a part of its own
    _note: list[str] | None = None
    _is_title: bool = False
    _n_tags: int = 0
    _n_chars: int = 0
    _n_silent: int = 0
    _n_links: int = 0
    _link_chars: int = 0

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Open an element."""
        self._n_tags += 1
        if self._n_tags > _MOST_TAGS:
            raise InputError(f"{self.source}: has more than {_MOST_TAGS:,} tags", hint="give one article a page")
        if _keeps_silent(tag, given):
            self._open.append(_Open(self._element, is_block=True, is_silent=True, is_link=False))
            self._n_silent += 1
            is_note = tag == "script" and "ld+json" in given.get("type", "").lower()
            self._note = [] if is_note else self._note
            self._end_run()
            return
        self._take_note(tag, given)
        hint = _hint(given)
        is_block = tag not in _INLINE | {"br"} or (tag == "span" and "caption" in hint)
        if is_block:
            self._end_run()
        element = self._element
        if is_block and len(self._open) < _DEEPEST:
            self.elements.append(Element(tag, element, hint, _is_hidden(given)))
            element = len(self.elements) - 1
        is_link = tag == "a" and "href" in given
        is_byline = not is_block and (given.get("rel") == "author" or bool(_BYLINE.search(hint)))
        start = len(self._text) if is_byline else -1
        self._open.append(_Open(element, is_block=is_block, is_silent=False, is_link=is_link, byline_from=start))
        self._n_links += is_link
        if tag == "br":
            self._break_line()

    def end(self, _tag: str) -> None:
        """Close the element that was opened last."""
        closed = self._open.pop()
        self._is_title = False
        if 0 <= closed.byline_from < len(self._text):
            self.bylines.append("".join(self._text[closed.byline_from :]))
        if self._note is not None:
            self.notes.append("".join(self._note))
            self._note = None
        if closed.is_block and not closed.is_silent:
            self._end_run(closed.element)
        self._n_silent -= closed.is_silent
        self._n_links -= closed.is_link

    def data(self, text: str) -> None:
        """Take text."""
        if self._note is not None:
            self._note.append(text)
        elif self._is_title:
            self._title.append(text)
        elif not self._n_silent:
            self._n_chars += len(text)
            if self._n_chars > _MOST_CHARS:
                wrong = f"is longer than {_MOST_CHARS // 10**6} million characters"
                raise InputError(f"{self.source}: {wrong}", hint="give one article a page")
            self._text.append(text.replace("\n", " "))
            if self._n_links:
                self._link_chars += len(text) - text.count(" ")

    def close(self) -> None:
        """Take the end of the page."""
        self._end_run()

    def page(self) -> Page:
        """Return what was read."""
        self._end_run()
        return Page(
            tuple(self.elements),
            tuple(self.runs),
            _plain("".join(self._title)[:_LONGEST_VALUE_CHARS]),
            self.language,
            tuple(self.metas),
            tuple(self.links),
            tuple(self.notes),
            tuple(self.times),
            tuple(self.bylines),
        )

    @property
    def _element(self) -> int:
        return self._open[-1].element if self._open else 0

    def _take_note(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "html":
            self.language = given.get("lang") or given.get("xml:lang") or ""
        elif tag == "title":
            self._is_title = not self._title
        elif tag == "meta":
            names = (
                given[key].strip().lower() for key in ("property", "name", "itemprop", "http-equiv") if given.get(key)
            )
            self.metas.extend((name, _plain(given.get("content", "")[:_LONGEST_VALUE_CHARS])) for name in names)
        elif tag == "link":
            self.links.append(dict(given))
        elif tag == "time" and given.get("datetime"):
            self.times.append((given["datetime"], self._element))

    def _break_line(self) -> None:
        last = next((k for k in range(len(self._text) - 1, -1, -1) if self._text[k] == "\n"), None)
        if last is not None and not "".join(self._text[last:]).strip():
            self._end_run()  # two in a row are a new paragraph
        elif self._text:
            self._text.append("\n")

    def _end_run(self, element: int | None = None) -> None:
        if self._text and (text := _plain("".join(self._text))):
            self.runs.append(Run(text, self._element if element is None else element, self._link_chars))
        self._text.clear()
        self._link_chars = 0


def _keeps_silent(tag: str, given: Mapping[str, str]) -> bool:
    return tag in _SILENT or (tag in _INLINE and _is_hidden(given))


def _hint(given: Mapping[str, str]) -> str:
    names = " ".join(given[key] for key in _HINTS if given.get(key))[:_LONGEST_HINT_CHARS]
    return _HUMP.sub("-", names).lower()


def _is_hidden(given: Mapping[str, str]) -> bool:
    style = given.get("style", "")[:_LONGEST_HINT_CHARS]
    return "hidden" in given or given.get("aria-hidden") == "true" or bool(_INVISIBLE.search(style))


def _plain(text: str) -> str:
    return "\n".join(line for part in text.split("\n") if (line := _SPACE.sub(" ", part).strip()))
