"""What a user or a redirect calls an address, made safe to ask for; and which computers are in the public internet.

Which IP addresses are not public stands here as a table and is not left to `ipaddress.is_global`: its answers differ
from one Python to the next (CVE-2024-4032). Source: the special-purpose registries of IANA, RFC 6890 and its updates.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

from polyglot_news.errors import InputError

_SCHEMES = {"http": 80, "https": 443}
# Where pages of the public web are found; any other port is a service that was not made for browsers.
_WEB_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443, 8888})
_LONGEST_CHARS, _LONGEST_HOST_CHARS = 4_000, 253
_HOST = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")  # the last label of 127.1, 0177.0.0.1, 2130706433 and 0x7f000001
_PATH_SAFE = "/:@!$&'()*+,;=~%"
_QUERY_SAFE = _PATH_SAFE + "?[]|"
_PASSWORD = re.compile(r"//[^/?#]*@")  # not to be repeated on a screen
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

_NOT_PUBLIC_4 = tuple(
    map(
        IPv4Network,
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/3",  # multicast, reserved, broadcast
        ],
    )
)  # fmt: skip
_GLOBAL_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(map(IPv6Network, ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]))
_MAPPED, _NAT64 = IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96")  # hold an IPv4 address


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address in the form in which it goes over the wire: ASCII, no user name, no fragment."""

    scheme: str
    host: str  # a name, punycoded, or an IP address without brackets
    port: int
    target: str  # path and query

    @property
    def origin(self) -> str:
        """Scheme, host and port, as far as it is not the usual one."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and port, as the header Host wants them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _SCHEMES[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def parse_address(text: str, *, named: str, any_port: bool = False) -> Address:
    """Read an address as people type it: Cyrillic hosts and paths, spaces at its ends, a fragment.

    Args:
        text: the address.
        named: what messages call it.
        any_port: take a port that no public page has.

    Raises:
        InputError: it is no address of a web page, or carries a user name.
    """
    named = _PASSWORD.sub("//", named)
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _unusable(named) from None
    if "[" in parts.netloc and ":" not in host:  # urlsplit takes [v1.a] for the host v1.a
        raise _unusable(named)
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES:
        hint = "give an address that begins with https:// or http://, or the path of a file"
        raise InputError(f"{named}: is not an address of the web", hint=hint)
    if "@" in parts.netloc:
        raise InputError(f"{named}: the address carries a user name or a password", hint="give it without, or a file")
    if len(text) > _LONGEST_CHARS:
        raise InputError(f"{named[:80]}…: the address has {len(text)} characters", hint="give the page's own address")
    port = _SCHEMES[scheme] if port is None else port
    if not any_port and port not in _WEB_PORTS:
        raise InputError(f"{named}: port {port} is no port of public web pages", hint="--allow-private reads any port")
    path, query = _quoted(parts.path, _PATH_SAFE) or "/", _quoted(parts.query, _QUERY_SAFE)
    return Address(scheme, _host(host, named), port, f"{path}?{query}" if query else path)


def redirected(address: Address, location: str) -> str:
    """Return where a redirect leads; what a header holds in UTF-8 came in as Latin-1."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    with suppress(ValueError):
        return urljoin(str(address), location.strip())
    return location  # no address; parse_address says so


def is_public(ip: str) -> bool:
    """Whether an IP address belongs to a computer in the public internet; False for what is no IP address.

    IPv4 inside IPv6 is judged by the IPv4 address: mapped, and NAT64, by which networks without IPv4 reach the rest.
    """
    try:
        address = ip_address(ip)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    if address.scope_id:
        return False
    if address in _MAPPED or address in _NAT64:
        return is_public(str(IPv4Address(int(address) & 0xFFFF_FFFF)))
    return address in _GLOBAL_6 and not any(address in network for network in _NOT_PUBLIC_6)


def _host(host: str, named: str) -> str:
    if ":" in host:
        try:
            return str(IPv6Address(host))
        except ValueError:
            raise _unusable(named) from None
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        raise _unusable(named) from None
    if not _HOST.fullmatch(name) or len(name) > _LONGEST_HOST_CHARS:
        raise _unusable(named)
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        try:
            return str(IPv4Address(name))
        except ValueError:  # shortened, decimal, octal: forms that only hide where they lead
            hint = "give the IP address as four numbers, or the name of the site"
            raise InputError(f"{named}: {name} is no way to write a host", hint=hint) from None
    return name


def _quoted(text: str, safe: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=safe, errors="replace")


def _unusable(named: str) -> InputError:
    return InputError(f"{named}: is not an address that can be read", hint="copy it from the browser's address bar")
