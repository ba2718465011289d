"""One question to one web server and its answer, over a connection that was checked and with limits on everything.

The name is resolved once, every IP address it has is checked, and the connection goes to one of those: a name that
leads elsewhere a moment later (DNS rebinding) gains nothing. One deadline holds for the name server, the connection,
TLS, the headers and the body together; a server that sends a byte now and then is cut off like one that sends none.
What is compressed is counted as it comes out.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPResponse
from typing import cast

from polyglot_news.connections import Failure, Fault, Wire, failure_of, shown_host, user_agent
from polyglot_news.errors import InputError
from polyglot_news.sources.addresses import Address, is_public

_AGENT = user_agent("offline comparison of news editions")
_SAVE_IT = "save the page in a browser and give the file"
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
_OK = 200
_CHUNK_BYTES = 1 << 16
_HEADERS_BYTES = 8_000_000  # http.client takes a hundred lines of 64 KB
_GZIP, _GZIP_MARK, _MOST_FILES = 31, b"\x1f\x8b", 100
_HINTS = {
    Fault.SILENCE: f"try again later, or {_SAVE_IT}",
    Fault.CERTIFICATE: f"this may be another computer than it claims to be; else {_SAVE_IT}",
    Fault.NAME_SERVER: "check the connection",
    Fault.NAME: "check the address",
    Fault.REFUSAL: f"check the address, or {_SAVE_IT}",
    Fault.BREAK: f"try again, or {_SAVE_IT}",
    Fault.INSECURE: _SAVE_IT,
    Fault.NONSENSE: _SAVE_IT,
    Fault.OTHER: "check the connection",
}


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of a host, as the system orders them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(where[0]) for *_, where in found))


def connect(ip: str, port: int, timeout_seconds: float) -> socket.socket:
    """Connect to an IP address."""
    return socket.create_connection((ip, port), timeout_seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """The outside world as far as this module needs it."""

    resolve: Callable[[str, int], Sequence[str]] = resolve
    connect: Callable[[str, int, float], socket.socket] = connect
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context


@dataclass(frozen=True, slots=True)
class Visit:
    """What holds for all the questions that one page takes."""

    named: str  # the address as the user typed it
    timeout_seconds: float
    deadline: float  # of time.monotonic()
    network: Network

    @property
    def seconds_left(self) -> float:
        """How long the visit may still take.

        Raises:
            TimeoutError: no longer.
        """
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; the body is read only where the status is 200."""

    status: int
    headers: Message
    body: bytes
    is_whole: bool  # False where the body is larger than was asked for
    is_public: bool  # the computer that said it is in the public internet


def ask(address: Address, visit: Visit, *, largest_bytes: int, allow_private: bool) -> Answer:
    """Send one GET and read the answer, without following it anywhere.

    Raises:
        InputError: there is no such host, it is a private one, it does not answer, or not in HTTP.
    """
    with _explained(address, visit):
        ips = _resolved(address, visit)
        private = [ip for ip in ips if not is_public(ip)]
        if private and not allow_private:
            where = private[0] if private[0] == address.host else f"{shown_host(address.host)} ({private[0]})"
            raise InputError(
                f"{visit.named}: {where} is not in the public internet",
                hint="--allow-private reads pages of this computer and of the local network",
            )
        with closing(_connected(address, ips, visit)) as sock:
            sock.settimeout(visit.seconds_left)
            sock.sendall(_request(address))
            wire = _Wire(sock, visit, largest_bytes + _HEADERS_BYTES)
            with closing(HTTPResponse(cast("socket.socket", wire), method="GET")) as response:
                response.begin()
                body, is_whole = _body(response, largest_bytes) if response.status == _OK else (b"", True)
                return Answer(response.status, response.headers, body, is_whole, is_public=not private)


class _Wire(Wire):
    """What comes in over a socket, until the visit's deadline, up to a number of bytes."""

    def __init__(self, sock: socket.socket, visit: Visit, most_bytes: int) -> None:
        self._sock, self._visit, self._left_bytes = sock, visit, most_bytes

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # BufferedReader gives nothing else
        self._sock.settimeout(self._visit.seconds_left)
        n_read = self._sock.recv_into(buffer)
        self._left_bytes -= n_read
        if self._left_bytes < 0:  # a chunk of size -1 makes http.client read without an end
            raise HTTPException
        return n_read


def _resolved(address: Address, visit: Visit) -> Sequence[str]:
    """Ask the name server in a thread of its own, for the system's call knows no deadline."""
    found: list[Sequence[str]] = []
    failed: list[OSError] = []

    def look_up() -> None:
        try:
            found.append(visit.network.resolve(address.host, address.port))
        except OSError as reason:
            failed.append(reason)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(visit.seconds_left)
    if failed:
        raise failed[0]
    if not found:
        raise TimeoutError
    if not found[0]:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    return found[0]


def _connected(address: Address, ips: Sequence[str], visit: Visit) -> socket.socket:
    """Try one IP address after the other; each gets its share of the time that is left."""
    for place, ip in enumerate(ips):
        try:
            sock = visit.network.connect(ip, address.port, visit.seconds_left / (len(ips) - place))
            break
        except OSError:
            if place == len(ips) - 1:
                raise
    if address.scheme == "http":
        return sock
    try:
        sock.settimeout(visit.seconds_left)
        return visit.network.trust().wrap_socket(sock, server_hostname=address.host)
    except BaseException:
        sock.close()
        raise


def _request(address: Address) -> bytes:
    lines = (
        f"GET {address.target} HTTP/1.1",
        f"Host: {address.authority}",
        f"User-Agent: {_AGENT}",
        f"Accept: {_ACCEPT}",
        "Accept-Encoding: gzip",
        "Connection: close",
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode("ascii")


def _body(response: HTTPResponse, largest_bytes: int) -> tuple[bytes, bool]:
    """Read a body and unpack it, up to a limit."""
    body = bytearray()
    for piece in _unpacked(_pieces(response), response.headers.get("Content-Encoding", ""), largest_bytes + 1):
        body += piece
        if len(body) > largest_bytes:
            return bytes(body[:largest_bytes]), False
    return bytes(body), True


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    try:
        while piece := response.read(_CHUNK_BYTES):
            yield piece
    except ValueError:  # a chunk of negative size
        raise HTTPException from None
    if response.length:  # the server promised more than it sent; read() in pieces does not mind
        raise ConnectionResetError


def _unpacked(pieces: Iterator[bytes], encoding: str, most_bytes: int) -> Iterator[bytes]:
    """Unpack gzip, never more than `most_bytes` at once: what is over that is left behind.

    Raises:
        HTTPException: it is packed in a way that nobody asked for, or damaged.
    """
    packing = encoding.strip().lower()
    if packing in {"", "identity"}:
        yield from pieces
        return
    if packing not in {"gzip", "x-gzip"}:
        raise HTTPException
    unpacker, n_files = zlib.decompressobj(_GZIP), 1
    try:
        for piece in pieces:
            packed = piece
            while packed:
                if unpacker.eof:
                    unpacker, n_files = zlib.decompressobj(_GZIP), n_files + 1
                yield unpacker.decompress(packed, most_bytes)
                # A file may be several, one behind the other; what is no gzip then is padding.
                packed = unpacker.unused_data if unpacker.unused_data.startswith(_GZIP_MARK) else b""
                if n_files > _MOST_FILES:  # each copies what follows it
                    raise HTTPException
    except zlib.error:
        raise HTTPException from None
    if not unpacker.eof:
        raise ConnectionResetError


@contextmanager
def _explained(address: Address, visit: Visit) -> Iterator[None]:
    """Say in a line what went wrong on the way."""
    try:
        yield
    except (OSError, HTTPException) as reason:
        failure = failure_of(reason, address.host)
        raise InputError(f"{visit.named}: {_said(failure, visit)}", hint=_HINTS[failure.fault]) from None


def _said(failure: Failure, visit: Visit) -> str:
    """Say it of a page, which has one deadline and is whole or nothing."""
    if failure.fault is Fault.SILENCE:
        return f"no full answer from {failure.host} within {visit.timeout_seconds:g} s"
    if failure.fault is Fault.BREAK:
        return f"{failure.host} broke off before the answer was whole"
    return failure.said
