from __future__ import annotations

import errno
import os
import socket
import ssl
from http.client import BadStatusLine, IncompleteRead

import pytest

from polyglot_news.connections import Fault, failure_of, shown_host, user_agent
from polyglot_news.version import __version__


def untrusted(code: int, message: str = "") -> ssl.SSLCertVerificationError:
    reason = ssl.SSLCertVerificationError(1, "certificate verify failed")
    reason.verify_code, reason.verify_message = code, message
    return reason


def insecure(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, "handshake")
    error.reason = reason
    return error


@pytest.mark.parametrize(
    ("reason", "fault", "said"),
    [
        (TimeoutError(), Fault.SILENCE, "a.example has stopped sending"),
        (socket.gaierror(socket.EAI_NONAME, "?"), Fault.NAME, "there is no host a.example"),
        (socket.gaierror(socket.EAI_AGAIN, "?"), Fault.NAME_SERVER, "no name server answers for a.example"),
        (ConnectionRefusedError(), Fault.REFUSAL, "a.example refuses the connection"),
        (ConnectionResetError(), Fault.BREAK, "a.example breaks off"),
        (ssl.SSLEOFError(), Fault.BREAK, "a.example breaks off"),
        (IncompleteRead(b""), Fault.BREAK, "a.example breaks off"),
        (BadStatusLine("SSH-2.0"), Fault.NONSENSE, "a.example answers in a way that cannot be read"),
        (ValueError("-1"), Fault.NONSENSE, "a.example answers in a way that cannot be read"),
        (insecure("WRONG_VERSION_NUMBER"), Fault.INSECURE, "no secure connection to a.example: wrong version number"),
        (
            OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH)),
            Fault.OTHER,
            "a.example cannot be reached: network is unreachable",
        ),
        (OSError(), Fault.OTHER, "a.example cannot be reached: unknown reason"),
    ],
    ids=lambda value: value.name if isinstance(value, Fault) else "",
)
def test_a_failed_connection_is_told_in_a_few_words(reason: Exception, fault: Fault, said: str) -> None:
    failure = failure_of(reason, "a.example")

    assert (failure.fault, failure.said) == (fault, said)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (10, "it has expired or is not valid yet"),
        (18, "it is signed by nobody but itself"),
        (20, "this computer does not know who issued it"),
        (62, "it is for another host"),
        (64, "it is for another host"),
        (23, "certificate revoked"),
    ],
)
def test_what_is_wrong_with_a_certificate_is_told_in_plain_words(code: int, said: str) -> None:
    failure = failure_of(untrusted(code, "Certificate revoked"), "a.example")

    assert (failure.fault, failure.said) == (
        Fault.CERTIFICATE,
        f"the certificate of a.example is not valid: {said}",
    )


@pytest.mark.parametrize("host", ["новини.example", "xn--b1amarcd.example"])
def test_a_host_is_called_what_people_call_it(host: str) -> None:
    assert shown_host(host) == "новини.example"
    assert failure_of(ConnectionRefusedError(), host).said == "новини.example refuses the connection"


@pytest.mark.parametrize("host", ["xn--\u0430", "xn--99999999999", "::1", ""])
def test_a_host_that_cannot_be_read_stays_as_it_is(host: str) -> None:
    assert shown_host(host) == host


def test_servers_are_told_who_asks_and_for_what() -> None:
    assert user_agent("Argos packages") == f"polyglot-news/{__version__} (+Argos packages)"
