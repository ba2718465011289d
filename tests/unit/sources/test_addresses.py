import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.errors import InputError
from polyglot_news.sources.addresses import is_public, parse_address, redirected


def _parsed(text: str, *, any_port: bool = False) -> str:
    return str(parse_address(text, named=text, any_port=any_port))


_CYRILLIC = "%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8?%D0%BF%D0%BE%D1%88%D1%83%D0%BA=%D0%BC%D0%B8%D1%80"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("https://news.example", "https://news.example/"),
        ("  HTTPS://News.Example:443/a?b=c#d \n", "https://news.example/a?b=c"),
        ("http://news.example.:8080/", "http://news.example:8080/"),
        ("https://новини.example/новини?пошук=мир", f"https://xn--b1amarcd.example/{_CYRILLIC}"),
        ("https://news.example/a b/%D0%BC/100%", "https://news.example/a%20b/%D0%BC/100%25"),
        ("https://[2606:4700::0001]/", "https://[2606:4700::1]/"),
        ("http://news.example/a\r\nCookie: b", "http://news.example/aCookie:%20b"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, asked: str) -> None:
    assert _parsed(typed) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://news.example/a", "file:///etc/passwd", "javascript://news.example", "gopher://news.example", "://a", "",
        "https://", "https:///a", "https://[::1", "https://a..b/", "https://a b/", "https://news.example:99999/",
        "https://news.example:port/", "https://news.example\\evil.example/", "https://-%00/", "https://[v1.a]/",
        "https://" + "a" * 64 + ".example/", "https://" + "a." * 127 + "example/",
        "https://news.example/" + "a" * 4_000,
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_said_in_one_line(typed: str) -> None:
    with pytest.raises(InputError) as failure:
        _parsed(typed)

    assert failure.value.hint
    assert "\n" not in failure.value.message


@pytest.mark.parametrize(
    "typed",
    ["https://anna:secret@news.example/", "https://news.example\\@secret.example/", "https://anna:secret@[bad/",
     "ftp://anna:secret@news.example/"],
)  # fmt: skip
def test_a_password_is_neither_sent_nor_repeated(typed: str) -> None:
    with pytest.raises(InputError) as failure:
        _parsed(typed)

    assert "anna" not in failure.value.message
    assert "secret@" not in failure.value.message


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "1.2.3.4.5", "8.8.2056", "1.2.3.256"]
)
def test_an_ip_address_in_disguise_is_refused_whatever_it_leads_to(host: str) -> None:
    with pytest.raises(InputError, match="no way to write a host"):
        _parsed(f"http://{host}/")


@pytest.mark.parametrize("port", [22, 25, 6379, 11211, 9200, 0])
def test_ports_of_other_services_are_refused_unless_any_is_asked_for(port: int) -> None:
    with pytest.raises(InputError, match=f"port {port} is no port of public web pages"):
        _parsed(f"http://news.example:{port}/")

    assert _parsed(f"http://news.example:{port}/", any_port=True) == f"http://news.example:{port}/"


@pytest.mark.parametrize(
    "ip",
    [
        "0.0.0.0", "0.1.2.3",  # noqa: S104  # nothing is bound
        "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
        "198.19.255.255", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
        "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
        "fe80::1%eth0", "fec0::1", "ff02::1", "2606:4700::1%1", "", "news.example",
    ],
)  # fmt: skip
def test_private_and_reserved_addresses_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip",
    ["1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "198.20.0.1",
     "223.255.255.255", "2606:4700::1", "2a00:1450::1", "::ffff:1.1.1.1", "64:ff9b::101:101"],
)  # fmt: skip
def test_the_rest_of_the_internet_is_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/b", "https://news.example/b"),
        ("b?c", "https://news.example/a/b?c"),
        ("//other.example/", "https://other.example/"),
        ("/новини".encode().decode("latin-1"), "https://news.example/новини"),
        ("/caf\xe9", "https://news.example/caf\xe9"),
        ("http://[", "http://["),
    ],
)
def test_a_redirect_leads_where_a_browser_would_go(location: str, target: str) -> None:
    address = parse_address("https://news.example/a/", named="")

    assert redirected(address, location) == target


@given(st.text(max_size=40))
def test_whatever_is_typed_is_one_line_of_ascii_on_the_wire(typed: str) -> None:
    try:
        address = parse_address(f"https://{typed}", named="typed")
    except InputError:
        return

    assert f"{address.authority}{address.target}".isascii()
    assert not any(one.isspace() or not one.isprintable() for one in f"{address.authority}{address.target}")
