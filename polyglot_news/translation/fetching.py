"""One question to one server of packages, through the proxy of the environment, and what went wrong where it does.

By `urllib.request`, for its proxies, and with its redirects, its error handlers and its other schemes left out: a
redirect is followed here by hand, to http and https alone and never from https back to http, and nothing of its body
is read. The connection is watched: a server that sends nothing, or a byte now and then, is cut off.
"""

from __future__ import annotations

import random
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any, cast
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import AbstractHTTPHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from polyglot_news.connections import REDIRECTS, Fault, Wire, failure_of, shown_host, user_agent
from polyglot_news.errors import PackageError

_AGENT = user_agent("Argos packages")
_RANGE_NOT_THERE = 416
_GOOD = frozenset({200, 206})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})  # worth another try
_LONGEST_CHARS = 2_000
_SAFE = "/:@!$&'()*+,;=~%?"
_SAID = {
    401: "wants a password", 403: "does not give it out", 404: "does not have it", 407: "has a proxy before it",
    410: "does not have it any more", 429: "has had too many questions", 503: "is not available at present",
}  # fmt: skip
_LASTING = frozenset({Fault.CERTIFICATE, Fault.INSECURE})
_UNREACHABLE = frozenset({Fault.NAME, Fault.NAME_SERVER, Fault.REFUSAL, Fault.OTHER})


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How patiently servers are asked."""

    stall_seconds: float = 30.0  # without a byte, for the connection too
    slowest_bytes_per_second: float = 1_000.0  # over `pace_seconds`; slower is no download but a trap
    pace_seconds: float = 60.0
    most_redirects: int = 5
    tries: int = 5  # of one address, without getting on
    first_pause_seconds: float = 1.0  # doubled after every try
    longest_pause_seconds: float = 60.0  # a server that asks for more is not asked again in this run
    jitter: Callable[[], float] = random.random  # 0 to 1: many users must not come back at one moment
    sleep: Callable[[float], None] = time.sleep
    proxies: Mapping[str, str] | None = None  # scheme -> address; None: as the environment says


class FetchError(PackageError):
    """One question has led to nothing; whoever asked decides whether to ask again, or elsewhere."""

    def __init__(
        self, said: str, *, is_lasting: bool = False, is_unreachable: bool = False, wait_seconds: float = 0.0
    ) -> None:
        """Keep what happened.

        Args:
            said: host first, in a few words.
            is_lasting: the answer would be the same again.
            is_unreachable: there is no way to the server: most often this computer is offline.
            wait_seconds: how long the server asks to be left alone.
        """
        super().__init__(said)
        self.is_lasting = is_lasting
        self.is_unreachable = is_unreachable
        self.wait_seconds = wait_seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says before it sends the body."""

    status: int
    headers: Mapping[str, str]  # names in small letters
    pieces: Iterator[bytes]  # the body, as it comes; FetchError where the connection breaks
    host: str


def checked_address(text: str) -> str:
    """Return an http or https address as it goes over the wire; "" where it is none, or carries a password."""
    try:
        parts = urlsplit(text.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except (ValueError, UnicodeError):
        return ""
    is_plain = text.isprintable() and len(text) <= _LONGEST_CHARS and "@" not in parts.netloc and " " not in host
    if parts.scheme.lower() not in {"http", "https"} or not host or not is_plain:
        return ""
    place = f"[{host}]" if ":" in host else host
    netloc = place if port is None else f"{place}:{port}"
    return urlunsplit((parts.scheme.lower(), netloc, quote(parts.path, _SAFE), quote(parts.query, _SAFE), ""))


def host_of(address: str) -> str:
    """Return the host of an address, for messages."""
    return shown_host(urlsplit(address).hostname or address)


@contextmanager
def ask(address: str, headers: Mapping[str, str], settings: FetchSettings) -> Iterator[Answer]:
    """Send one GET and follow redirects; the body is read as the caller takes it.

    Args:
        address: as `checked_address` returns it.
        headers: Range and its like.
        settings: how patiently.

    Raises:
        FetchError: there is no answer with a body, status 200, 206 or 416.
    """
    director = _director(settings)
    for _ in range(1 + settings.most_redirects):
        host = host_of(address)
        response = _open(director, address, headers, settings)
        with closing(response):
            if response.status not in REDIRECTS:
                known = {name.lower(): value for name, value in response.headers.items()}
                _require_good(response.status, known, host)
                yield Answer(response.status, known, _pieces(response, host), host)
                return
            address = _next_address(address, response.headers.get("Location") or "")
    raise FetchError(f"{host_of(address)} redirects more than {settings.most_redirects} times", is_lasting=True)


def _open(director: OpenerDirector, address: str, headers: Mapping[str, str], settings: FetchSettings) -> HTTPResponse:
    fixed = {"User-Agent": _AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
    request = Request(address, headers={**fixed, **headers})  # noqa: S310  # http and https: checked_address
    try:
        response: HTTPResponse = director.open(request, timeout=settings.stall_seconds)
    except (OSError, HTTPException, ValueError) as reason:
        raise _explained(reason, host_of(address)) from None
    return response


def _pieces(response: HTTPResponse, host: str) -> Iterator[bytes]:
    try:
        while piece := response.read1(1 << 16):
            yield piece
    except (OSError, HTTPException, ValueError) as reason:  # ValueError: a chunk of negative size
        raise _explained(reason, host) from None


def _next_address(address: str, location: str) -> str:
    host = host_of(address)
    try:
        target = checked_address(urljoin(address, location.strip())) if location else ""
    except ValueError:
        target = ""
    if not target:
        raise FetchError(f"{host} redirects to what is no address of the web", is_lasting=True)
    if address.startswith("https:") and target.startswith("http:"):
        raise FetchError(f"{host} redirects from https to http, where anybody can change it", is_lasting=True)
    return target


def _require_good(status: int, headers: Mapping[str, str], host: str) -> None:
    if status in _GOOD or status == _RANGE_NOT_THERE:
        if headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}:
            raise FetchError(f"{host} packs it in a way that was not asked for", is_lasting=True)
        return
    said = (
        f"{host} {_SAID.get(status, 'has a fault of its own' if status in _PASSING else 'does not give it')} ({status})"
    )
    wait_seconds = _wait_seconds(headers.get("retry-after", ""))
    raise FetchError(said, is_lasting=status not in _PASSING, wait_seconds=wait_seconds)


def _wait_seconds(retry_after: str) -> float:
    """Read Retry-After: seconds or a date; RFC 9110, 10.2.3."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0.0


def _director(settings: FetchSettings) -> OpenerDirector:
    director = OpenerDirector()
    proxies = None if settings.proxies is None else dict(settings.proxies)
    for handler in (ProxyHandler(proxies), _Handler(settings), UnknownHandler()):
        director.add_handler(handler)
    return director


class _Handler(AbstractHTTPHandler):
    """Both schemes, over connections that are watched; certificates as the system trusts them."""

    def __init__(self, settings: FetchSettings) -> None:
        super().__init__()
        self._settings = settings

    def http_open(self, request: Request) -> HTTPResponse:
        return self.do_open(partial(self._connection, HTTPConnection), request)

    def https_open(self, request: Request) -> HTTPResponse:
        context = ssl.create_default_context()
        return self.do_open(partial(self._connection, HTTPSConnection), request, context=context)

    http_request = https_request = AbstractHTTPHandler.do_request_

    def _connection(self, kind: type[HTTPConnection], host: str, **options: Any) -> HTTPConnection:  # noqa: ANN401
        connection = kind(host, **options)
        connection.response_class = partial(_watched, self._settings)  # type: ignore[assignment]  # it is only called
        return connection


def _watched(settings: FetchSettings, sock: socket.socket, **options: Any) -> HTTPResponse:  # noqa: ANN401
    return HTTPResponse(cast("socket.socket", _Wire(sock, settings)), **options)


class _Wire(Wire):
    """What comes in over a socket, headers and body, as long as it comes fast enough."""

    def __init__(self, sock: socket.socket, settings: FetchSettings) -> None:
        # Of the socket's own make: it keeps the socket open until it is closed itself.
        self._raw = sock.makefile("rb", buffering=0)
        self._settings = settings
        self._since, self._n_bytes = time.monotonic(), 0

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401
        n_read = self._raw.readinto(buffer)
        self._n_bytes += n_read or 0
        passed = time.monotonic() - self._since
        if passed > self._settings.pace_seconds:
            if self._n_bytes < self._settings.slowest_bytes_per_second * passed and n_read:
                raise TimeoutError
            self._since, self._n_bytes = time.monotonic(), 0
        return n_read

    def close(self) -> None:
        self._raw.close()
        super().close()


def _explained(reason: Exception, host: str) -> FetchError:
    """Say in a few words what went wrong on the way, and whether it is worth another try."""
    while isinstance(reason, URLError) and isinstance(reason.reason, Exception):
        reason = reason.reason
    failure = failure_of(reason, host)
    said = failure.said
    if failure.fault in {Fault.NAME, Fault.NAME_SERVER}:
        said = f"there is no way to {failure.host}: its name leads nowhere"
    elif failure.fault is Fault.OTHER and not getattr(reason, "strerror", None):  # as urllib says what a proxy does
        said = f"{failure.host} cannot be reached: a proxy lets nothing through"
    return FetchError(said, is_lasting=failure.fault in _LASTING, is_unreachable=failure.fault in _UNREACHABLE)
