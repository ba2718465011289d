"""A page of the web, when the user gives its address: asked for once, politely, and nowhere but in the public internet.

No cookies, no scripts, no user names, no proxy. Redirects are followed by hand, each checked like the first address.
The choices and what they were measured against: docs/decisions/0012-web.md.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from polyglot_news.connections import REDIRECTS, shown_host
from polyglot_news.errors import InputError
from polyglot_news.sources import robots
from polyglot_news.sources.addresses import Address, parse_address, redirected
from polyglot_news.sources.charsets import known_charset

if TYPE_CHECKING:
    from polyglot_news.sources.wire import Answer, Network, Visit

_OK, _CLIENT_FAULTS, _SERVER_FAULTS = 200, range(400, 500), 500
_ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2
_SHOWN_CHARS = 200
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)
_SAVE_IT = "save the page in a browser and give the file"
_SAVE_OR_ASK = f"{_SAVE_IT}; --ignore-robots asks the site all the same"
_SAID: dict[int, tuple[str, str]] = {
    401: ("the page is for people who have signed in (401)", _SAVE_IT),
    402: ("the page is for people who have paid (402)", _SAVE_IT),
    403: ("the site does not let programs read this page (403)", _SAVE_IT),
    404: ("the site has no such page (404)", "check the address"),
    410: ("the page was taken down (410)", "look for it in an archive of the web, and give the saved file"),
    429: ("the site has had too many questions (429)", f"wait, or {_SAVE_IT}"),
    451: ("the site may not show this page here, for legal reasons (451)", "give a file with the text"),
}


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How far a page may be fetched from, and how much of it."""

    allow_private: bool = False  # this computer, the local network, and any port
    timeout_seconds: float = 20.0  # for all of it: names, robots.txt, redirects, the page
    largest_bytes: int = 20_000_000  # unpacked
    most_redirects: int = 5
    ignore_robots: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the server gave it."""

    raw: bytes
    content_type: str  # "text/html"; "" where the server does not say
    charset: str  # as the server declares it, a Python codec; "" where it does not, or nonsense
    address: str  # after redirects


def fetch(address: str, settings: WebSettings | None = None, *, network: Network | None = None) -> Page:
    """Fetch a page.

    Args:
        address: http:// or https://, as the user typed it.
        settings: None for the defaults.
        network: how names are resolved and connections made; None for the real one.

    Raises:
        InputError: it is no address of the public web, robots.txt forbids it, or no page comes back; the message
            begins with `address`.
    """
    from polyglot_news.sources import wire  # noqa: PLC0415  # http.client and ssl: 30 ms that few runs need

    settings = settings or WebSettings()
    place = parse_address(address, named=address, any_port=settings.allow_private)
    deadline = time.monotonic() + settings.timeout_seconds
    visit = wire.Visit(address, settings.timeout_seconds, deadline, network or wire.Network())
    journey = _Journey(visit, settings, wire.ask)
    seen: set[Address] = set()
    while len(seen) <= settings.most_redirects:
        seen.add(place)
        journey.require_allowed(place)
        answer = journey.ask(place, settings.largest_bytes)
        if answer.status not in REDIRECTS:
            return _page(place, answer, journey)
        place = journey.next_place(place, answer)
        if place in seen:  # most often: come back with the cookie that I gave you
            raise InputError(f"{address}: the site redirects in a circle", hint=_SAVE_IT)
    raise InputError(f"{address}: the site redirects more than {settings.most_redirects} times", hint=_SAVE_IT)


@dataclass(slots=True)
class _Journey:
    """One visit on its way from redirect to redirect, and what it has learned on it."""

    visit: Visit
    settings: WebSettings
    ask_server: Callable[..., Answer]
    was_public: bool = False
    rules: dict[str, bytes] = field(default_factory=dict)  # origin -> its robots.txt

    def ask(self, address: Address, largest_bytes: int) -> Answer:
        """Ask one server. A public one may not send us to a private one, even where private ones are allowed."""
        allow_private = self.settings.allow_private and not self.was_public
        answer = self.ask_server(address, self.visit, largest_bytes=largest_bytes, allow_private=allow_private)
        self.was_public |= answer.is_public
        return answer

    def next_place(self, address: Address, answer: Answer) -> Address:
        """Return where a redirect leads; what is asked there is checked as if the user had typed it."""
        location = answer.headers.get("Location")
        if not location:
            raise InputError(f"{self.visit.named}: the site redirects without saying where to", hint=_SAVE_IT)
        target = redirected(address, location)
        named = f"{self.visit.named}: redirects to {target[:_SHOWN_CHARS]}"
        return parse_address(target, named=named, any_port=self.settings.allow_private)

    def require_allowed(self, address: Address) -> None:
        """Make sure that the site's robots.txt lets programs read a page.

        Raises:
            InputError: it does not, or cannot be asked.
        """
        if self.settings.ignore_robots:
            return
        if address.origin not in self.rules:
            self.rules[address.origin] = self._robots(address)
        if not robots.allows(self.rules[address.origin], address.target):
            host = shown_host(address.host)
            raise InputError(f"{self.visit.named}: robots.txt of {host} forbids programs this page", hint=_SAVE_OR_ASK)

    def _robots(self, address: Address) -> bytes:
        """Return robots.txt, "" where there is none. RFC 9309, 2.3.1: 4xx allows all, 5xx forbids all."""
        place = replace(address, target="/robots.txt")
        for _ in range(1 + _ROBOTS_REDIRECTS):
            answer = self.ask(place, robots.LARGEST_BYTES)
            if answer.status >= _SERVER_FAULTS:
                said = f"{shown_host(address.host)} cannot say what its robots.txt allows ({answer.status})"
                raise InputError(f"{self.visit.named}: {said}", hint=f"try again later, or {_SAVE_IT}")
            if answer.status not in REDIRECTS:
                return answer.body
            place = self.next_place(place, answer)
        return b""


def _page(place: Address, answer: Answer, journey: _Journey) -> Page:
    named, status = journey.visit.named, answer.status
    if status != _OK:
        said, hint = _SAID.get(status) or _other_fault(status)
        raise InputError(f"{named}: {said}", hint=hint)
    if not answer.is_whole:
        megabytes = f"{journey.settings.largest_bytes / 10**6:g} MB"
        raise InputError(f"{named}: is larger than {megabytes}", hint="give the address of one article")
    if not answer.body:  # also where a server breaks off in its headers
        raise InputError(f"{named}: the site answers with an empty page", hint=f"try again later, or {_SAVE_IT}")
    declared = answer.headers.get("Content-Type", "")
    charset = _CHARSET.search(declared)
    content_type = declared.partition(";")[0].strip().lower()
    return Page(answer.body, content_type, known_charset(charset[1]) if charset else "", str(place))


def _other_fault(status: int) -> tuple[str, str]:
    if status >= _SERVER_FAULTS:
        return f"the site has a fault of its own ({status})", f"try again later, or {_SAVE_IT}"
    if status in _CLIENT_FAULTS:
        return f"the site does not give this page ({status})", _SAVE_IT
    return f"the site answers without a page ({status})", _SAVE_IT
