"""Pages come from a real server on this computer; where the story needs another host, only names are led there."""

import gzip
import socket
import ssl
import threading
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from polyglot_news.errors import InputError
from polyglot_news.sources.web import Page, WebSettings, fetch
from polyglot_news.sources.wire import Network

HERE = WebSettings(allow_private=True, timeout_seconds=5)
HASTY = WebSettings(allow_private=True, timeout_seconds=0.15)
PUBLIC, OTHER_PUBLIC = "93.184.215.14", "2606:4700::1111"
TEXT = "<p>Греблю підірвали."
# For news.example, signed by itself, good until 2126; it guards nothing.
KEY_AND_CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgh0ZEUXQRR58tzhyQ
TatQexrQWPo4klv9IC6fDGr2d2mhRANCAAR2yddGGwswyoUFbrUhxHu6c2w1hEky
C4fSdT4VHbo9lvRfj3xSGlzpB53DVAkWwjdme825MLB+xv9YwFHft3Jh
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUGWBaF3RcUw14XynOpng4wORntPgwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMbmV3cy5leGFtcGxlMCAXDTI2MTEyNDEzMzU1OFoYDzIxMjYx
MDMxMTMzNTU4WjAXMRUwEwYDVQQDDAxuZXdzLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAR2yddGGwswyoUFbrUhxHu6c2w1hEkyC4fSdT4VHbo9lvRf
j3xSGlzpB53DVAkWwjdme825MLB+xv9YwFHft3Jho2wwajAdBgNVHQ4EFgQULubJ
hYf5/zgs+tGk9WGPONAvAZIwHwYDVR0jBBgwFoAULubJhYf5/zgs+tGk9WGPONAv
AZIwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxuZXdzLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIgZBZkCm+BOi4sRfojBar3oQCdcEdbNoEUaGntMS+m7ncC
IQCcPbHNDXcRMFlTVU509UdhZx/TYPO7yeVKo8zzgmk6Og==
-----END CERTIFICATE-----
"""

Reply = bytes | Callable[["_Handler"], None]


class _Site(ThreadingHTTPServer):
    """A site whose every path is answered with bytes as they stand, status line and all, or by a function."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.closing = threading.Event()

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def has(self, path: str, reply: Reply) -> str:
        self.replies[path] = reply
        return self.at(path)

    def handle_error(self, request: object, client_address: object) -> None:
        """Visitors hang up here all the time."""


class _Handler(BaseHTTPRequestHandler):
    server: _Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        reply = self.server.replies.get(self.path, _answer(404))
        if callable(reply):
            reply(self)
        else:
            self.wfile.write(reply)

    def drip(self, data: bytes) -> None:
        """Send a byte now and then, as long as somebody listens."""
        for one in data:
            self.wfile.write(bytes([one]))
            if self.server.closing.wait(0.02):
                return

    def log_message(self, *_: object) -> None:
        pass


def _answer(status: int = 200, body: bytes | str = "", **headers: str) -> bytes:
    raw = body.encode() if isinstance(body, str) else body
    given = {"Content-Length": str(len(raw)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = (f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in given.items()), "", "")
    return "\r\n".join(lines).encode() + raw


def _redirect(location: str, status: int = 302) -> bytes:
    return _answer(status, Location=location)


@pytest.fixture
def site() -> Iterator[_Site]:
    with _Site() as site:
        thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield site
        site.closing.set()
        site.shutdown()
        thread.join()


class _Net:
    """Names lead to the IP addresses of a table, and all of those to one site; what was connected to is kept."""

    def __init__(self, site: _Site, names: Mapping[str, Sequence[str]]) -> None:
        self.site, self.names, self.connected = site, names, list[str]()

    def resolve(self, host: str, _port: int) -> Sequence[str]:
        return self.names.get(host, (host,))

    def connect(self, ip: str, _port: int, timeout_seconds: float) -> socket.socket:
        self.connected.append(ip)
        return socket.create_connection(("127.0.0.1", self.site.server_port), timeout_seconds)

    @property
    def network(self) -> Network:
        return Network(self.resolve, self.connect)


def _said(address: str, settings: WebSettings = HERE, network: Network | None = None) -> str:
    """What is wrong, in one line with a hint, without the address that it begins with."""
    with pytest.raises(InputError) as failure:
        fetch(address, settings, network=network)
    assert failure.value.message.startswith(f"{address}: ")
    assert failure.value.message.isprintable()
    assert failure.value.hint
    return failure.value.message.removeprefix(f"{address}: ")


def test_a_page_comes_with_its_type_charset_and_address(site: _Site) -> None:
    address = site.has("/a", _answer(200, TEXT, Content_Type='Text/HTML; charset="windows-1251"'))

    assert fetch(address, HERE) == Page(TEXT.encode(), "text/html", "cp1251", address)


@pytest.mark.parametrize("declared", ["text/html", "text/html; charset=idna", "text/html;charset=nonsense", ""])
def test_a_charset_that_is_none_is_not_handed_on(site: _Site, declared: str) -> None:
    assert fetch(site.has("/a", _answer(200, TEXT, Content_Type=declared)), HERE).charset == ""


def test_it_says_who_asks_and_asks_twice_at_most(site: _Site) -> None:
    fetch(site.has("/a", _answer(200, TEXT, Set_Cookie="a=b")), HERE)

    assert site.paths == ["/robots.txt", "/a"]
    for _, headers in site.asked:
        assert headers["User-Agent"].startswith("polyglot-news/")
        assert headers["User-Agent"].endswith(" (+offline comparison of news editions)")
        assert headers["Host"] == f"127.0.0.1:{site.server_port}"
        assert not {"Cookie", "Authorization", "Referer"} & set(headers)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_last_address_is_kept(site: _Site, status: int) -> None:
    site.has("/%D0%BD", _answer(200, TEXT))
    address = site.has("/a", _redirect("/н", status))

    assert fetch(address, HERE).address == site.at("/%D0%BD")


def test_redirects_in_a_circle_end(site: _Site) -> None:
    site.has("/b", _redirect("/a"))

    assert _said(site.has("/a", _redirect("/b"))) == "the site redirects in a circle"
    assert site.paths == ["/robots.txt", "/a", "/b"]


def test_redirects_without_an_end_are_cut_off(site: _Site) -> None:
    for k in range(9):
        site.has(f"/{k}", _redirect(f"/{k + 1}"))

    assert _said(site.at("/0")) == "the site redirects more than 5 times"
    assert len(site.paths) == 1 + 6


@pytest.mark.parametrize("location", ["ftp://news.example/", "mailto:a", "http://[", "https://a:b@news.example/"])
def test_a_redirect_to_what_is_no_page_is_refused(site: _Site, location: str) -> None:
    assert _said(site.has("/a", _redirect(location))).startswith("redirects to ")


def test_a_redirect_that_leads_nowhere_is_said(site: _Site) -> None:
    assert "without saying where" in _said(site.has("/a", _answer(302)))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "10.1.2.3", "169.254.169.254", "0.0.0.1", "[::ffff:127.0.0.1]", "[fe80::1]", "[ff02::1]"],
)
def test_a_private_address_is_never_connected_to(site: _Site, host: str) -> None:
    net = _Net(site, {})

    assert _said(f"http://{host}/", WebSettings(), net.network).endswith(" is not in the public internet")
    assert net.connected == []


@pytest.mark.parametrize("ips", [("127.0.0.1",), ("::1",), (PUBLIC, "192.168.0.1"), ("fe80::1%eth0",)])
def test_a_name_that_leads_to_a_private_address_is_not_followed(site: _Site, ips: Sequence[str]) -> None:
    net = _Net(site, {"news.example": ips})

    assert ips[-1] in _said("http://news.example/a", WebSettings(), net.network)
    assert net.connected == []


@pytest.mark.parametrize("allow_private", [False, True])
@pytest.mark.parametrize("target", ["http://127.0.0.1/secret", "http://inside.example/secret", "http://[::1]:80/"])
def test_a_public_site_cannot_send_us_to_a_private_one(site: _Site, target: str, *, allow_private: bool) -> None:
    net = _Net(site, {"news.example": [PUBLIC], "inside.example": ["10.0.0.1"]})
    site.has("/a", _redirect(target))
    settings = WebSettings(allow_private=allow_private)

    assert "is not in the public internet" in _said("http://news.example/a", settings, net.network)
    assert set(net.connected) == {PUBLIC}
    assert "/secret" not in site.paths


def test_a_redirect_to_a_port_of_another_service_is_refused(site: _Site) -> None:
    net = _Net(site, {"news.example": [PUBLIC]})
    site.has("/a", _redirect("http://news.example:6379/"))

    assert "port 6379" in _said("http://news.example/a", WebSettings(), net.network)


def test_a_name_that_turns_private_is_caught_because_the_checked_address_is_the_one_connected_to(site: _Site) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    net = _Net(site, {})
    network = Network(lambda _host, _port: next(answers), net.connect)

    assert "127.0.0.1" in _said("http://news.example/a", WebSettings(), network)
    assert net.connected == [PUBLIC]
    assert site.paths == ["/robots.txt"]


def test_the_next_address_is_tried_where_one_does_not_answer(site: _Site) -> None:
    site.has("/a", _answer(200, TEXT))
    net = _Net(site, {"news.example": [OTHER_PUBLIC, PUBLIC]})

    def connect(ip: str, port: int, timeout_seconds: float) -> socket.socket:
        if ip == OTHER_PUBLIC:
            raise OSError(101, "Network is unreachable")
        return net.connect(ip, port, timeout_seconds)

    assert fetch("http://news.example/a", network=Network(net.resolve, connect)).raw == TEXT.encode()
    assert site.asked[1][1]["Host"] == "news.example"


def test_a_host_that_does_not_exist_is_named(site: _Site) -> None:
    def nobody(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def silence(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    net = _Net(site, {"empty.example": ()})

    assert _said("http://новини.example/", HERE, Network(nobody)) == "there is no host новини.example"
    assert _said("http://empty.example/", HERE, net.network) == "there is no host empty.example"
    assert _said("http://a.example/", HERE, Network(silence)) == "no name server answers for a.example"


def test_a_closed_port_is_said() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))

        said = _said(f"http://127.0.0.1:{nobody.getsockname()[1]}/a")

    assert said == "127.0.0.1 refuses the connection"


def test_a_network_that_cannot_be_reached_is_said() -> None:
    def connect(_ip: str, _port: int, _timeout_seconds: float) -> socket.socket:
        raise OSError(101, "Network is unreachable")

    said = _said("http://1.1.1.1/", WebSettings(), Network(connect=connect))

    assert said == "1.1.1.1 cannot be reached: network is unreachable"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "the page is for people who have signed in (401)"),
        (403, "the site does not let programs read this page (403)"),
        (404, "the site has no such page (404)"),
        (410, "the page was taken down (410)"),
        (418, "the site does not give this page (418)"),
        (429, "the site has had too many questions (429)"),
        (451, "the site may not show this page here, for legal reasons (451)"),
        (500, "the site has a fault of its own (500)"),
        (503, "the site has a fault of its own (503)"),
        (204, "the site answers without a page (204)"),
        (304, "the site answers without a page (304)"),
    ],
)
def test_a_status_is_said_in_words(site: _Site, status: int, said: str) -> None:
    assert _said(site.has("/a", _answer(status, "<p>Sorry"))) == said


def test_a_page_that_is_too_large_is_refused_however_it_comes(site: _Site) -> None:
    settings = WebSettings(allow_private=True, largest_bytes=50_000)
    site.has("/plain", _answer(200, b"a" * 50_001))
    site.has("/endless", b"HTTP/1.0 200 X\r\n\r\n" + b"a" * 300_000)
    site.has("/bomb", _answer(200, gzip.compress(bytes(20_000_000)), Content_Encoding="gzip"))
    site.has("/fits", _answer(200, b"a" * 50_000))

    for path in ("/plain", "/endless", "/bomb"):
        assert _said(site.at(path), settings) == "is larger than 0.05 MB"
    assert len(fetch(site.at("/fits"), settings).raw) == 50_000


def test_a_packed_page_is_unpacked(site: _Site) -> None:
    whole = gzip.compress(TEXT.encode())
    site.has("/one", _answer(200, whole, Content_Encoding="gzip"))
    site.has("/two", _answer(200, whole + whole, Content_Encoding="x-gzip"))
    site.has("/padded", _answer(200, whole + bytes(9), Content_Encoding="GZIP"))

    assert [fetch(site.at(path), HERE).raw for path in ("/one", "/padded")] == [TEXT.encode()] * 2
    assert fetch(site.at("/two"), HERE).raw == TEXT.encode() * 2


def test_a_bomb_is_never_unpacked_whole(site: _Site) -> None:
    address = site.has("/a", _answer(200, gzip.compress(bytes(20_000_000)), Content_Encoding="gzip"))

    tracemalloc.start()
    _said(address, WebSettings(allow_private=True, largest_bytes=50_000))
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak_bytes < 5_000_000


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"HTTP/1.1 200",
        b"HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\nhalf",
        b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n9\r\nan",
        b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(TEXT.encode())[:-9],
        b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\n",
    ],
)
def test_half_a_page_is_no_page(site: _Site, reply: bytes) -> None:
    """Half an article would be reported as an edition that leaves things out."""
    broken, empty = "127.0.0.1 broke off before the answer was whole", "the site answers with an empty page"

    assert _said(site.has("/a", reply)) == (empty if reply == b"HTTP/1.1 200" else broken)


@pytest.mark.parametrize(
    "reply",
    [
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 X\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 X\r\nA: " + b"b" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n" + b"a" * 100,
        b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n" + b"a" * 9_000_000,
        b"HTTP/1.1 200 X\r\nContent-Encoding: br\r\n\r\nabc",
        b"HTTP/1.1 200 X\r\nContent-Encoding: gzip, gzip\r\n\r\nabc",
        b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\nabc",
        b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"") * 200,
    ],
)
def test_what_is_no_http_is_said(site: _Site, reply: bytes) -> None:
    settings = WebSettings(allow_private=True, largest_bytes=50_000)

    assert _said(site.has("/a", reply), settings) == "127.0.0.1 answers in a way that cannot be read"


@pytest.mark.parametrize("path", ["/a", "/robots.txt"])
@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 X\r\nA: ", b"HTTP/1.1 200 X\r\n\r\n"])
def test_a_server_that_sends_a_byte_now_and_then_is_cut_off_at_the_deadline(
    site: _Site, path: str, start: bytes
) -> None:
    def slowly(handler: _Handler) -> None:
        handler.wfile.write(start)
        handler.drip(b"HTTP/1.1 200 X\r\n" + b"a" * 100)

    site.has("/a", _answer(200, TEXT))
    site.has(path, slowly)

    assert _said(site.at("/a"), HASTY) == "no full answer from 127.0.0.1 within 0.15 s"


def test_the_deadline_holds_for_the_name_server_too() -> None:
    given_up, has_answered = threading.Event(), threading.Event()

    def slowly(_host: str, _port: int) -> Sequence[str]:
        given_up.wait(0.2)
        has_answered.set()
        return (PUBLIC,)

    assert "within 0.05 s" in _said("http://news.example/", WebSettings(timeout_seconds=0.05), Network(slowly))
    assert not has_answered.is_set()
    given_up.set()


class TestTls:
    @pytest.fixture
    def certificate(self, tmp_path: Path) -> Path:
        file = tmp_path / "news.pem"
        file.write_text(KEY_AND_CERTIFICATE, "ascii")
        return file

    @pytest.fixture
    def net(self, site: _Site, certificate: Path) -> _Net:
        """The site speaks TLS; the browser's padlock would open for news.example alone."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        site.socket = context.wrap_socket(site.socket, server_side=True)
        site.has("/a", _answer(200, TEXT))
        return _Net(site, {"news.example": [PUBLIC], "other.example": [PUBLIC]})

    def test_a_certificate_of_a_known_issuer_for_this_host_is_good(self, net: _Net, certificate: Path) -> None:
        network = Network(net.resolve, net.connect, lambda: ssl.create_default_context(cafile=str(certificate)))

        assert fetch("https://news.example/a", network=network).raw == TEXT.encode()

    def test_a_certificate_for_another_host_is_not(self, net: _Net, certificate: Path) -> None:
        network = Network(net.resolve, net.connect, lambda: ssl.create_default_context(cafile=str(certificate)))

        said = _said("https://other.example/a", WebSettings(), network)

        assert said == "the certificate of other.example is not valid: it is for another host"

    def test_a_certificate_that_nobody_knows_is_not(self, net: _Net) -> None:
        said = _said("https://news.example/a", WebSettings(), net.network)

        assert said == "the certificate of news.example is not valid: it is signed by nobody but itself"
        assert net.site.paths == []

    def test_a_server_without_tls_is_said(self, site: _Site) -> None:
        net = _Net(site, {"news.example": [PUBLIC]})

        assert _said("https://news.example/a", WebSettings(), net.network).startswith("no secure connection to ")


class TestRobots:
    @pytest.fixture
    def address(self, site: _Site) -> str:
        return site.has("/a", _answer(200, TEXT))

    def test_what_robots_txt_forbids_is_not_read(self, site: _Site, address: str) -> None:
        site.has("/robots.txt", _answer(200, "User-agent: *\nDisallow: /"))

        assert _said(address) == "robots.txt of 127.0.0.1 forbids programs this page"
        assert site.paths == ["/robots.txt"]

    def test_it_is_not_asked_where_it_is_to_be_ignored(self, site: _Site, address: str) -> None:
        fetch(address, WebSettings(allow_private=True, ignore_robots=True))

        assert site.paths == ["/a"]

    @pytest.mark.parametrize("status", [401, 403, 404, 410, 204])
    def test_where_there_is_none_all_is_allowed(self, site: _Site, address: str, status: int) -> None:
        site.has("/robots.txt", _answer(status, "User-agent: *\nDisallow: /"))

        assert fetch(address, HERE).raw

    @pytest.mark.parametrize("status", [500, 503])
    def test_where_it_cannot_be_read_nothing_is_allowed(self, site: _Site, address: str, status: int) -> None:
        site.has("/robots.txt", _answer(status))

        assert _said(address) == f"127.0.0.1 cannot say what its robots.txt allows ({status})"
        assert site.paths == ["/robots.txt"]

    def test_it_may_be_somewhere_else(self, site: _Site, address: str) -> None:
        site.has("/rules", _answer(200, "User-agent: *\nDisallow: /"))
        site.has("/robots.txt", _redirect("/rules"))

        assert "forbids" in _said(address)

    def test_where_its_redirects_do_not_end_all_is_allowed(self, site: _Site, address: str) -> None:
        site.has("/robots.txt", _redirect("/robots.txt"))

        assert fetch(address, HERE).raw

    def test_only_its_beginning_is_read(self, site: _Site, address: str) -> None:
        site.has("/robots.txt", _answer(200, f"User-agent: *\n{'#' * 600_000}\nDisallow: /"))

        assert fetch(address, HERE).raw

    def test_the_rules_of_each_host_on_the_way_hold(self, site: _Site) -> None:
        net = _Net(site, {"news.example": [PUBLIC], "other.example": [OTHER_PUBLIC]})
        site.has("/a", _redirect("http://other.example/b"))

        def rules(handler: _Handler) -> None:
            forbidden = "/" if handler.headers["Host"] == "other.example" else ""
            handler.wfile.write(_answer(200, f"User-agent: *\nDisallow: {forbidden}"))

        site.has("/robots.txt", rules)

        assert "robots.txt of other.example" in _said("http://news.example/a", WebSettings(), net.network)
        assert site.paths == ["/robots.txt", "/a", "/robots.txt"]
