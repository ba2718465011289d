"""Against a real server on a real socket, which breaks off, lies, redirects, stalls and changes its mind."""

from __future__ import annotations

import hashlib
import io
import re
import ssl
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from polyglot_news.errors import PackageError
from polyglot_news.translation.downloading import Target, Watch, download, fetch_small
from polyglot_news.translation.fetching import FetchError, FetchSettings, checked_address

# For 127.0.0.1, signed by itself, good until 2126; it guards nothing.
KEY_AND_CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0+D4IpuupucUn1Uj
CFmcm0/+K9ir+waLSLwJn6PhjEuhRANCAASEPEahVtRXeD9V+T1hEcTb6FKFctjS
XvnMxigA4NnERJO6icBPNcAuDv+KjgyL6Xgwjc2ZRmdrZ4SnOnDq8DL5
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUDWAEzwh9aV61wdOrerzqXOIkVocwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNDE1NDIzNFoYDzIxMjYxMDMx
MTU0MjM0WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASEPEahVtRXeD9V+T1hEcTb6FKFctjSXvnMxigA4NnERJO6icBPNcAu
Dv+KjgyL6Xgwjc2ZRmdrZ4SnOnDq8DL5o2QwYjAdBgNVHQ4EFgQUF5IjCcTlbgPl
GoPjD2nLNDGriXowHwYDVR0jBBgwFoAUF5IjCcTlbgPlGoPjD2nLNDGriXowDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IQD0z5VYVfeU9d5OUQtfHwWz/7FI3kuUdDP9c8PHAmO/ggIgbkW14fLEtbvkneyy
07hm13UXRf3C/VDI9MOs8pFnOdE=
-----END CERTIFICATE-----
"""

Behaviour = Callable[[BaseHTTPRequestHandler], None]


def zip_of(n_bytes: int, filling: bytes = b"a") -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("noise", (filling * n_bytes)[:n_bytes])
    return raw.getvalue()


CONTENT = zip_of(300_000)


@dataclass
class Server:
    """What is served at which path, and what was asked for."""

    address: str
    httpd: ThreadingHTTPServer
    routes: dict[str, list[Behaviour]] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def at(self, path: str, *behaviours: Behaviour) -> str:
        """Serve a path: the first question gets the first behaviour, the last one stays."""
        self.routes[path] = list(behaviours)
        return f"{self.address}{path}"

    def ranges(self) -> list[str | None]:
        return [headers.get("Range") for _, headers in self.asked]


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            served.asked.append((self.path, dict(self.headers.items())))
            waiting = served.routes[self.path]
            (waiting.pop(0) if len(waiting) > 1 else waiting[0])(self)
            self.close_connection = True

        def log_message(self, *_arguments: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_arguments: object) -> None:
            """A client that hangs up is what is tested."""

    with Quiet(("127.0.0.1", 0), Handler) as httpd:
        served = Server(f"http://127.0.0.1:{httpd.server_address[1]}", httpd)
        thread = Thread(target=httpd.serve_forever, args=(0.01,))
        thread.start()
        yield served
        httpd.shutdown()
        thread.join()


def send(handler: BaseHTTPRequestHandler, status: int, headers: Mapping[str, object], body: bytes = b"") -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": len(body), **headers}.items():
        if value is not None:
            handler.send_header(name, str(value))
    handler.end_headers()
    handler.wfile.write(body)
    handler.wfile.flush()


def whole(
    content: bytes = CONTENT, *, validator: tuple[str, str] = ("ETag", '"1"'), stop: int | None = None
) -> Behaviour:
    """Serve as RFC 9110 has it, or break off after `stop` bytes of the body."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
        fits = handler.headers.get("If-Range", validator[1]) == validator[1]
        headers: dict[str, object] = {validator[0]: validator[1]} if validator[0] else {}
        begin = int(asked[1]) if asked and fits else 0
        if begin >= len(content):
            send(handler, 416, {"Content-Range": f"bytes */{len(content)}"})
            return
        if begin:
            headers["Content-Range"] = f"bytes {begin}-{len(content) - 1}/{len(content)}"
        headers["Content-Length"] = len(content) - begin
        send(handler, 206 if begin else 200, headers, content[begin:][:stop])

    return behave


def status(code: int, **headers: object) -> Behaviour:
    return lambda handler: send(handler, code, {name.replace("_", "-"): one for name, one in headers.items()})


def says(body: bytes, **headers: object) -> Behaviour:
    return lambda handler: send(handler, 200, {name.replace("_", "-"): one for name, one in headers.items()}, body)


def stalls(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 200, {"Content-Length": len(CONTENT), "ETag": '"1"'}, CONTENT[:1000])
    handler.connection.recv(1)  # until the client hangs up


def drips(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 200, {"Content-Length": len(CONTENT)}, CONTENT[:4])
    hung_up = Event()
    while not hung_up.wait(0.01):
        handler.wfile.write(b"a")


def is_no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\x01 garbage\r\n\r\n")


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def settings(pauses: list[float]) -> FetchSettings:
    return FetchSettings(tries=3, jitter=lambda: 1.0, sleep=pauses.append, proxies={})


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return Target(tmp_path / "ru.argosmodel", "translate-ru_en 1.9")


def fetched(addresses: list[str], target: Target, settings: FetchSettings) -> bytes:
    _, file = download(addresses, target, settings, Watch())
    return file.read_bytes()


def refused(addresses: list[str], target: Target, settings: FetchSettings) -> str:
    with pytest.raises(PackageError) as caught:
        download(addresses, target, settings, Watch())
    assert caught.value.exit_code == 3
    assert "pn models install FILE" in caught.value.hint
    return caught.value.message


def test_a_file_comes_whole_and_how_far_it_is_is_told(server: Server, target: Target, settings: FetchSettings) -> None:
    told: list[tuple[int, int]] = []
    said: list[str] = []

    address, file = download(
        [server.at("/a", whole())], target, settings, Watch(lambda *far: told.append(far), said.append)
    )

    assert (address, file.read_bytes()) == (f"{server.address}/a", CONTENT)
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert said == ["translate-ru_en 1.9: 0.3 MB from 127.0.0.1"]


def test_a_download_goes_on_where_it_broke_off(
    server: Server, target: Target, settings: FetchSettings, pauses: list[float]
) -> None:
    address = server.at("/a", whole(stop=100_000), whole(stop=50_000), whole())

    assert fetched([address], target, settings) == CONTENT
    assert server.ranges() == [None, "bytes=100000-", "bytes=150000-"]
    assert server.asked[1][1]["If-Range"] == '"1"'
    assert pauses == [1.0, 2.0]


def test_a_later_run_goes_on_where_an_earlier_one_gave_up(
    server: Server, target: Target, settings: FetchSettings
) -> None:
    address = server.at("/a", whole(stop=100_000))
    said = refused([address], target, replace(settings, tries=1))
    server.asked.clear()
    server.at("/a", whole())

    assert said == "translate-ru_en 1.9: cannot be downloaded: 127.0.0.1 breaks off"
    assert fetched([address], target, settings) == CONTENT
    assert server.ranges() == ["bytes=100000-"]


def test_a_file_that_is_whole_is_not_asked_for_again(server: Server, target: Target, settings: FetchSettings) -> None:
    address = server.at("/a", whole())
    fetched([address], target, settings)

    assert fetched([address], target, settings) == CONTENT
    assert len(server.asked) == 1


def test_a_date_tells_that_a_file_is_the_same_where_there_is_no_tag(
    server: Server, target: Target, settings: FetchSettings
) -> None:
    dated = ("Last-Modified", formatdate(1_000_000_000, usegmt=True))
    address = server.at("/a", whole(validator=dated, stop=1000), whole(validator=dated))

    assert fetched([address], target, settings) == CONTENT
    assert server.asked[1][1]["If-Range"] == dated[1]


@pytest.mark.parametrize("validator", [("", ""), ("ETag", 'W/"1"')], ids=["none", "weak"])
def test_what_nothing_tells_to_be_the_same_is_fetched_anew(
    server: Server, target: Target, settings: FetchSettings, validator: tuple[str, str]
) -> None:
    address = server.at("/a", whole(validator=validator, stop=1000), whole(validator=validator))

    assert fetched([address], target, settings) == CONTENT
    assert server.ranges() == [None, None]


def test_a_file_that_changes_in_the_middle_is_not_sewn_together_from_two(
    server: Server, target: Target, settings: FetchSettings
) -> None:
    changed = zip_of(310_000, b"b")
    address = server.at("/a", whole(stop=100_000), whole(changed, validator=("ETag", '"2"')))

    assert fetched([address], target, settings) == changed


def sends_rest_of_another(handler: BaseHTTPRequestHandler) -> None:
    other = zip_of(300_000, b"c")
    rest = {"ETag": '"2"', "Content-Range": f"bytes 100000-{len(other) - 1}/{len(other)}"}
    send(handler, 206, rest, other[100_000:])


def sends_another_rest(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 206, {"ETag": '"1"', "Content-Range": f"bytes 5-{len(CONTENT) - 1}/{len(CONTENT)}"}, CONTENT[5:])


def sends_a_rest_without_saying_which(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 206, {"ETag": '"1"'}, CONTENT[100_000:])


@pytest.mark.parametrize(
    "wrong",
    [sends_rest_of_another, sends_another_rest, sends_a_rest_without_saying_which, status(416)],
    ids=["other file", "other place", "no place", "no rest"],
)
def test_a_rest_that_does_not_fit_is_thrown_away_with_what_was_there(
    server: Server, target: Target, settings: FetchSettings, wrong: Behaviour
) -> None:
    address = server.at("/a", whole(stop=100_000), wrong, whole())

    assert fetched([address], target, settings) == CONTENT
    assert server.ranges() == [None, "bytes=100000-", None]


def test_a_server_that_knows_no_ranges_sends_it_all_again(
    server: Server, target: Target, settings: FetchSettings
) -> None:
    address = server.at("/a", whole(stop=100_000), says(CONTENT, ETag='"1"'))

    assert fetched([address], target, settings) == CONTENT


def test_a_page_in_place_of_the_rest_does_not_cost_what_is_there(
    server: Server, target: Target, settings: FetchSettings
) -> None:
    address = server.at("/a", whole(stop=100_000), says(b"<html>sign in to our network</html>"))
    said = refused([address], target, settings)
    server.at("/a", whole())

    assert "127.0.0.1 sends something else than a package" in said
    assert fetched([address], target, settings) == CONTENT
    assert server.ranges()[-1] == "bytes=100000-"


@pytest.mark.parametrize("code", [429, 503])
def test_a_server_that_asks_to_wait_is_left_alone_so_long(
    server: Server, target: Target, settings: FetchSettings, pauses: list[float], code: int
) -> None:
    address = server.at("/a", status(code, Retry_After="7"), whole())

    assert fetched([address], target, settings) == CONTENT
    assert pauses == [7.0]


def test_a_server_may_give_the_time_until_which_it_wants_to_be_left_alone(
    server: Server, target: Target, settings: FetchSettings, pauses: list[float]
) -> None:
    address = server.at("/a", status(503, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"), whole())

    assert fetched([address], target, settings) == CONTENT
    assert pauses == [1.0]  # the time has passed


def test_a_server_that_asks_to_wait_for_an_hour_is_not_waited_for(
    server: Server, target: Target, settings: FetchSettings, pauses: list[float]
) -> None:
    said = refused([server.at("/a", status(503, Retry_After="3600"))], target, settings)

    assert said.endswith("127.0.0.1 is not available at present (503), and asks to wait 60 min")
    assert pauses == []


def test_pauses_grow_up_to_a_limit(
    server: Server, target: Target, settings: FetchSettings, pauses: list[float]
) -> None:
    patient = replace(settings, tries=6, longest_pause_seconds=4.0, jitter=lambda: 0.0)

    refused([server.at("/a", status(500))], target, patient)

    assert pauses == [0.5, 1.0, 2.0, 2.0, 2.0]


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (status(404), "127.0.0.1 does not have it (404)"),
        (status(403), "127.0.0.1 does not give it out (403)"),
        (status(407), "(407)"),
        (says(b"<html>", Content_Type="application/zip"), "sends something else than a package"),
        (says(b"PK\x03\x04 no zip"), "gives a file that is not whole"),
        (says(CONTENT, Content_Length=len(CONTENT) - 100), "gives a file that is not whole"),
        (says(CONTENT, Content_Encoding="gzip"), "packs it in a way that was not asked for"),
        (says(CONTENT, Content_Length=10**12), "which no package has"),
        (status(302), "redirects to what is no address of the web"),
        (status(302, Location="ftp://example.org/a"), "redirects to what is no address of the web"),
        (status(302, Location="file:///etc/passwd"), "redirects to what is no address of the web"),
        (status(302, Location="http://user:password@example.org/"), "redirects to what is no address of the web"),
        (status(301, Location="/a"), "redirects more than 5 times"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_would_be_the_same_again_is_not_tried_again(  # noqa: PLR0913, PLR0917  # fixtures
    server: Server, target: Target, settings: FetchSettings, pauses: list[float], behaviour: Behaviour, said: str
) -> None:
    assert said in refused([server.at("/a", behaviour)], target, settings)
    assert pauses == []
    assert not [*target.file.parent.glob("*.part")] or "which no package" in said


def test_a_server_that_speaks_no_http_is_tried_again_and_given_up(
    server: Server, target: Target, settings: FetchSettings, pauses: list[float]
) -> None:
    assert "answers in a way that cannot be read" in refused([server.at("/a", is_no_http)], target, settings)
    assert len(pauses) == 2


def test_a_redirect_is_followed_and_the_range_with_it(server: Server, target: Target, settings: FetchSettings) -> None:
    address = server.at("/a", status(302, Location="/b"))
    server.at("/b", whole(stop=1000), whole())

    assert fetched([address], target, settings) == CONTENT
    assert server.ranges() == [None, None, "bytes=1000-", "bytes=1000-"]


@pytest.mark.parametrize(
    ("behaviour", "limits"),
    [(stalls, {"stall_seconds": 0.2}), (drips, {"pace_seconds": 0.1})],
    ids=["nothing more", "a byte now and then"],
)
def test_a_server_that_hardly_sends_is_cut_off(
    server: Server, target: Target, settings: FetchSettings, behaviour: Behaviour, limits: dict[str, float]
) -> None:
    address = server.at("/a", behaviour, whole())

    assert fetched([address], target, replace(settings, **limits)) == CONTENT  # type: ignore[arg-type]


def test_a_body_in_chunks_is_read_and_one_that_breaks_off_is_not_taken_for_whole(
    server: Server, target: Target, settings: FetchSettings
) -> None:
    def in_chunks(*sizes: int) -> Behaviour:
        def behave(handler: BaseHTTPRequestHandler) -> None:
            send(handler, 200, {"Transfer-Encoding": "chunked", "Content-Length": None})
            begin = 0
            for size in sizes:
                piece = CONTENT[begin : begin + size]
                handler.wfile.write(f"{size:x}\r\n".encode() + piece + b"\r\n")
                begin += size
            if begin == len(CONTENT):
                handler.wfile.write(b"0\r\n\r\n")

        return behave

    address = server.at("/a", in_chunks(1000), in_chunks(1000, len(CONTENT) - 1000))

    assert fetched([address], target, settings) == CONTENT


def test_a_body_without_an_end_is_cut_off(server: Server, target: Target, settings: FetchSettings) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        send(handler, 200, {"Content-Length": None}, CONTENT)
        while True:
            handler.wfile.write(bytes(1 << 16))

    said = refused([server.at("/a", endless)], replace(target, largest_bytes=1_000_000), settings)

    assert "127.0.0.1 sends more than it should" in said


def test_mirrors_are_tried_in_turn_and_each_failure_is_told(
    server: Server, target: Target, settings: FetchSettings
) -> None:
    addresses = [server.at("/a", status(404)), server.at("/b", says(b"<html>")), server.at("/c", whole())]

    assert download(addresses, target, settings, Watch())[0] == addresses[2]

    server.at("/c", status(410))
    target = replace(target, file=target.file.with_name("other"))
    said = refused(addresses, target, settings)
    assert said.count("127.0.0.1 ") == 3


def test_a_file_of_another_size_or_hash_than_is_known_is_not_taken(
    server: Server, target: Target, settings: FetchSettings
) -> None:
    address = server.at("/a", whole())
    right = hashlib.sha256(CONTENT).hexdigest()

    assert "the index says 5" in refused([address], replace(target, size_bytes=5), settings)
    wrong = refused([address], replace(target, sha256=frozenset({"0" * 64})), settings)
    assert "another SHA-256 than the one that is known" in wrong
    known = replace(target, size_bytes=len(CONTENT), sha256=frozenset({"0" * 64, right}))
    assert fetched([address], known, settings) == CONTENT


def test_without_a_way_to_the_server_nobody_is_kept_waiting(
    target: Target, settings: FetchSettings, pauses: list[float]
) -> None:
    said = refused(["http://127.0.0.1:9/a", "http://nowhere.invalid/a", "http://xn--b1avd.invalid/a"], target, settings)

    assert "127.0.0.1 refuses the connection" in said
    assert "there is no way to nowhere.invalid: its name leads nowhere" in said
    assert "there is no way to нов.invalid: its name leads nowhere" in said
    assert pauses == []


def test_a_proxy_is_asked_in_place_of_the_server(server: Server, target: Target, settings: FetchSettings) -> None:
    server.at("http://nowhere.invalid/a", whole())

    by_proxy = replace(settings, proxies={"http": server.address})

    assert fetched(["http://nowhere.invalid/a"], target, by_proxy) == CONTENT


class TestTls:
    @pytest.fixture
    def certificate(self, tmp_path: Path) -> Path:
        file = tmp_path / "key.pem"
        file.write_text(KEY_AND_CERTIFICATE, "ascii")
        return file

    @pytest.fixture
    def secure(self, server: Server, certificate: Path) -> Server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.httpd.socket = context.wrap_socket(server.httpd.socket, server_side=True, do_handshake_on_connect=False)
        server.address = server.address.replace("http:", "https:")
        return server

    def test_a_certificate_that_the_system_trusts_is_good(
        self,
        secure: Server,
        certificate: Path,
        target: Target,
        settings: FetchSettings,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        address = secure.at("/a", whole(stop=1000), whole())

        assert fetched([address], target, settings) == CONTENT

    def test_a_certificate_that_nobody_knows_is_not(
        self, secure: Server, target: Target, settings: FetchSettings, pauses: list[float]
    ) -> None:
        said = refused([secure.at("/a", whole())], target, settings)

        assert "the certificate of 127.0.0.1 is not valid: it is signed by nobody but itself" in said
        assert (pauses, secure.asked) == ([], [])

    def test_nothing_leads_from_https_to_http(
        self,
        secure: Server,
        certificate: Path,
        target: Target,
        settings: FetchSettings,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        address = secure.at("/a", status(302, Location="http://127.0.0.1:9/a"))

        assert "redirects from https to http" in refused([address], target, settings)


def test_a_note_that_was_half_written_is_no_note(server: Server, target: Target, settings: FetchSettings) -> None:
    address = server.at("/a", whole(stop=1000))
    refused([address], target, replace(settings, tries=1))
    for note in target.file.parent.glob("*.json"):
        note.write_text('{"size_bytes": 3', "utf-8")
    server.at("/a", whole())

    assert fetched([address], target, settings) == CONTENT
    assert server.ranges() == [None, None]


def test_something_small_is_fetched_whole_or_not_at_all(
    server: Server, settings: FetchSettings, pauses: list[float]
) -> None:
    address = server.at("/i", says(b"[]", Content_Length=9), status(502), says(b"[]"))

    assert fetch_small(address, 10, settings, Watch()) == b"[]"
    assert len(pauses) == 2
    with pytest.raises(FetchError, match="sends more than 1 bytes"):
        fetch_small(address, 1, settings, Watch())


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://argos.example/v1/ru.argosmodel", "https://argos.example/v1/ru.argosmodel"),
        (" HTTP://argos.example:8080/a b#part ", "http://argos.example:8080/a%20b"),
        ("https://пример.рф/папка?q=я", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D0%B0%D0%BF%D0%BA%D0%B0?q=%D1%8F"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
        ("ipfs://QmV5bmf8iqKpoGoyuTzEppaSWdceuW6zgiePaUr5ThPCpW", ""),
        ("file:///etc/passwd", ""),
        ("https://user:password@argos.example/", ""),
        ("https://argos.example/\r\nHost: evil", ""),
        ("https://argos.example:99999/", ""),
        ("https:///a", ""),
        ("ru.argosmodel", ""),
        ("https://a/" + "b" * 3000, ""),
    ],
)
def test_an_address_is_one_of_http_without_a_password_or_none(given: str, address: str) -> None:
    assert checked_address(given) == address
