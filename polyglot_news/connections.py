"""What both clients of the network have in common: who asks, what a host is called, and why a connection has failed.

Pages and packages are asked for in different ways: docs/decisions/0012-web.md and 0013-packages-online.md say why.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from polyglot_news.errors import cause_of
from polyglot_news.version import __version__

if TYPE_CHECKING:
    import ssl

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_EXPIRED, _SELF_SIGNED, _UNKNOWN_ISSUER, _OTHER_HOST = (9, 10), (18, 19), (2, 20, 21), (62, 64)  # OpenSSL's


class Fault(StrEnum):
    """Why a connection has failed; what a client does then, and what it advises, is its own."""

    SILENCE = "{host} has stopped sending"
    CERTIFICATE = "the certificate of {host} is not valid: {cause}"
    NAME_SERVER = "no name server answers for {host}"
    NAME = "there is no host {host}"
    REFUSAL = "{host} refuses the connection"
    BREAK = "{host} breaks off"
    INSECURE = "no secure connection to {host}: {cause}"
    NONSENSE = "{host} answers in a way that cannot be read"
    OTHER = "{host} cannot be reached: {cause}"


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed connection."""

    fault: Fault
    host: str  # as people read it
    cause: str  # "" where the fault says all

    @property
    def said(self) -> str:
        """What has failed, in a few words with the host among them."""
        return self.fault.format(host=self.host, cause=self.cause)


class Wire(io.RawIOBase):
    """What comes in over a connection; whoever derives from it watches it in `readinto`.

    It passes for a socket with `http.client.HTTPResponse`, which wants nothing of one but makefile().
    """

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return it as a file; there is none but a binary one to read."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """Return True, which io asks for."""
        return True


def user_agent(purpose: str) -> str:
    """Return how we call ourselves to servers, and what we ask for."""
    return f"polyglot-news/{__version__} (+{purpose})"


def shown_host(host: str) -> str:
    """Return a host as a browser shows it, without punycode where that can be read."""
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def failure_of(reason: Exception, host: str) -> Failure:
    """Return what an exception of `socket`, `ssl` or `http.client` means.

    Args:
        reason: what was raised; a ValueError is what http.client makes of a chunk of negative size.
        host: that was spoken to, punycoded or not.
    """
    import socket  # noqa: PLC0415  # with the next two 30 ms that few runs need
    import ssl  # noqa: PLC0415
    from http.client import HTTPException, IncompleteRead  # noqa: PLC0415

    fault, cause = Fault.OTHER, cause_of(reason) if isinstance(reason, OSError) else ""
    if isinstance(reason, TimeoutError):
        fault = Fault.SILENCE
    elif isinstance(reason, ssl.SSLCertVerificationError):
        fault, cause = Fault.CERTIFICATE, _certificate_fault(reason)
    elif isinstance(reason, socket.gaierror):
        fault = Fault.NAME_SERVER if reason.errno == socket.EAI_AGAIN else Fault.NAME
    elif isinstance(reason, ConnectionRefusedError):
        fault = Fault.REFUSAL
    elif isinstance(reason, (ConnectionError, ssl.SSLEOFError, IncompleteRead)):
        fault = Fault.BREAK
    elif isinstance(reason, ssl.SSLError):
        fault, cause = Fault.INSECURE, (reason.reason or "unknown reason").lower().replace("_", " ")
    elif isinstance(reason, (HTTPException, ValueError)):
        fault = Fault.NONSENSE
    return Failure(fault, shown_host(host), cause)


def _certificate_fault(reason: ssl.SSLCertVerificationError) -> str:
    code = reason.verify_code
    if code in _EXPIRED:
        return "it has expired or is not valid yet"
    if code in _SELF_SIGNED:
        return "it is signed by nobody but itself"
    if code in _UNKNOWN_ISSUER:
        return "this computer does not know who issued it"
    if code in _OTHER_HOST:
        return "it is for another host"
    return (reason.verify_message or "unknown reason").lower()
