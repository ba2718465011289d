"""What a page says about its article: in JSON-LD, in the tags of its head, in <time>, in names of classes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from polyglot_news.lexicon.dates import find_dates
from polyglot_news.model import Metadata
from polyglot_news.sources.blocks import tidy
from polyglot_news.sources.html_page import Page
from polyglot_news.sources.timestamps import iso_date

_LONGEST_NOTE_CHARS, _MOST_NODES = 2_000_000, 10_000
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Reportage|Review)$")
_OLDEST = "1990"  # some pages say 0001-01-01
_IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")
_DATES = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
    "dc.date", "dcterms.created", "dc.date.issued", "parsely-pub-date", "sailthru.date", "og:published_time",
    "article.published", "mediator_published_time", "published_time",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "mediator_author")
_BY = re.compile(r"^(?:(?:written |posted |analysis )?by|от|від|автор\w*|текст)\s*:?\s+", re.IGNORECASE)
_BETWEEN_AUTHORS = re.compile(r"\s*[,;|]\s*|\s+(?:and|и|та|й|&)\s+")
_NO_NAME = re.compile(r"\d|://|[@/]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_LONGEST_NAME_CHARS, _MOST_NAME_WORDS, _MOST_AUTHORS = 60, 5, 10
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]|$)")
_TAIL = re.compile(r"\s+(?:[|•·:]|[-–—])\s+(?=[^|•·–—]{1,60}$)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shown:
    """What readers see around an article."""

    standfirst: str = ""  # the lines under the headline
    bylines: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about an article, and whether it is for subscribers alone."""

    metadata: Metadata
    headlines: tuple[str, ...]  # most trusted first
    language: str
    is_paid: bool


def read_metadata(page: Page, address: str, shown: Shown) -> Said:
    """Collect what a page says about its article.

    Args:
        page: the page.
        address: where the page comes from; "" where that is not known.
        shown: what readers see of it; where the head says more, the head counts.
    """
    article = _article_node(page.notes)
    metas = _by_name(page.metas)
    own = _own_address(page, metas, article, address)
    site = _site(tidy(metas.get("og:site_name", "") or _name_of(article.get("publisher"))))
    language = _language(page, metas, article)
    metadata = Metadata(
        subtitle=tidy(shown.standfirst or _string(article.get("alternativeHeadline"))),
        date=_date(page, metas, article, own) or _written_date(shown.dates, language),
        authors=_authors(metas, article, shown.bylines, site),
        site=site or (urlsplit(own).hostname or "").removeprefix("www."),
        address=own,
        alternates=_alternates(page, own or address),
    )
    headlines = (
        _string(article.get("headline")),
        metas.get("og:title", ""),
        metas.get("twitter:title", ""),
        page.title,
    )
    bare = tuple(_without_site(tidy(headline), site) for headline in headlines if headline.strip())
    return Said(metadata, bare, language, _string(article.get("isAccessibleForFree")).lower() == "false")


def choose_headline(candidates: Sequence[str], said: Sequence[str]) -> str:
    """Choose the headline that is shown on the page (`candidates`) and that the page also speaks of.

    Returns:
        The candidate that shares most words with what is said; where none does, what is said; "" where nothing is.
    """
    best, most = "", 0.0
    for candidate in candidates:
        words = set(_WORD.findall(candidate.lower()))
        for each in said:
            others = set(_WORD.findall(each.lower()))
            shared = len(words & others) / max(1, len(words | others))
            if shared > most:
                best, most = candidate, shared
    if most >= 0.3 or not said:  # noqa: PLR2004  # a headline for search machines is worded differently
        return best or next(iter(candidates), "")
    return said[0]


def _language(page: Page, metas: Mapping[str, str], article: Mapping[str, object]) -> str:
    in_head = (metas.get("content-language", ""), metas.get("og:locale", ""))
    said = (page.language, *in_head, _string(article.get("inLanguage")))
    return next((found[1] for each in said if (found := _LANGUAGE.match(each.strip().lower()))), "")


def _article_node(notes: Sequence[str]) -> Mapping[str, object]:
    nodes = [node for note in notes for node in _nodes(note)]
    kinds = ((node, [kind for kind in _listed(node.get("@type")) if isinstance(kind, str)]) for node in nodes)
    return next((node for node, kind in kinds if any(map(_ARTICLE.search, kind))), {})


def _nodes(note: str) -> Iterator[Mapping[str, object]]:
    if len(note) > _LONGEST_NOTE_CHARS:
        return
    try:
        waiting = [json.loads(note, strict=False)]
    except (ValueError, RecursionError):  # pages are full of broken JSON-LD
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(_listed(node.get("@graph")))
            waiting.extend(_listed(node.get("mainEntity")))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _string(value: object) -> str:
    first = next(iter(_listed(value)), "")
    return str(first) if isinstance(first, str | bool) else ""


def _name_of(value: object) -> str:
    first = next(iter(_listed(value)), "")
    return _string(first.get("name")) if isinstance(first, dict) else _string(first)


def _by_name(metas: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    first: dict[str, str] = {}
    for name, content in metas:
        if content:
            first.setdefault(name, content)
    return first


def _own_address(page: Page, metas: Mapping[str, str], article: Mapping[str, object], address: str) -> str:
    canonical = next(
        (link["href"] for link in page.links if link.get("rel", "").lower() == "canonical" and link.get("href")), ""
    )
    said = (canonical, metas.get("og:url", ""), _string(article.get("url")), _string(article.get("mainEntityOfPage")))
    return next((full for each in said if (full := _absolute(each, address))), address)


def _absolute(reference: str, address: str) -> str:
    """A full http address, else ""."""
    try:
        full = urljoin(address, tidy(reference))
        return (
            full if reference.strip() and urlsplit(full).scheme in {"http", "https"} and urlsplit(full).hostname else ""
        )
    except ValueError:
        return ""


def _alternates(page: Page, own: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for link in page.links:
        language = _LANGUAGE.match(link.get("hreflang", "").strip().lower())
        if language and "alternate" in link.get("rel", "").lower().split():
            full = _absolute(link.get("href", ""), own)
            if full and full.rstrip("/") != own.rstrip("/"):
                found.setdefault(language[1], full)
    return tuple(found.items())


def _date(page: Page, metas: Mapping[str, str], article: Mapping[str, object], own: str) -> str:
    said = [
        _string(article.get("datePublished")),
        *(metas.get(name, "") for name in _DATES),
        *(stamp for stamp, _ in page.times[:1]),
        *("-".join(f"{int(part):02}" for part in parts) for parts in _IN_ADDRESS.findall(own)),
    ]
    return next((date for each in said if (date := iso_date(tidy(each))) >= _OLDEST), "")


def _written_date(texts: Sequence[str], language: str) -> str:
    """Read "24 сентября 2018"."""
    dates = [date for text in texts for date in find_dates(tidy(text), language or "en")]
    whole = (date for date in dates if date.year and date.month and date.day)
    return next((f"{date.year:04}-{date.month:02}-{date.day:02}" for date in whole), "")


def _authors(
    metas: Mapping[str, str], article: Mapping[str, object], bylines: Sequence[str], site: str
) -> tuple[str, ...]:
    said = (
        [_name_of(author) for author in _listed(article.get("author"))],
        *([metas.get(name, "")] for name in _AUTHORS),
        *([line] for line in bylines),
    )
    for group in said:
        names = [name for text in group for name in _BETWEEN_AUTHORS.split(_BY.sub("", tidy(text)))]
        kept = [name for name in names if _is_name(name) and name.lower() != site.lower()]
        if kept:
            return tuple(dict.fromkeys(kept))[:_MOST_AUTHORS]
    return ()


def _is_name(text: str) -> bool:
    fits = 1 < len(text) <= _LONGEST_NAME_CHARS and len(text.split()) <= _MOST_NAME_WORDS
    return fits and text[0].isupper() and not _NO_NAME.search(text)


def _site(name: str) -> str:
    """The host where the name is an address, the first part where it is a slogan for search machines."""
    if "://" in name:
        return (urlsplit(name).hostname or "").removeprefix("www.")
    return name.split(" | ", maxsplit=1)[0].lstrip("@")


def _without_site(headline: str, site: str) -> str:
    """A headline without the name of the site that many put behind it."""
    parts = _TAIL.split(headline)
    if len(parts) < 2:  # noqa: PLR2004  # nothing behind it
        return headline
    tail = set(_WORD.findall(parts[-1].lower()))
    is_site = bool(tail & set(_WORD.findall(site.lower()))) or "|" in headline[len(parts[0]) :]
    return headline[: len(headline) - len(parts[-1])].rstrip(" |•·:-–—") if is_site else headline
