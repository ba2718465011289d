import pytest

from polyglot_news.sources.robots import allows

ALL, US = "User-agent: *\n", "User-agent: polyglot-news\n"


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("", "/a", True),
        ("<!doctype html><p>Disallow: /", "/a", True),
        (ALL + "Disallow: /", "/a", False),
        (ALL + "Disallow:", "/a", True),
        (ALL + "Disallow: /a", "/b", True),
        (ALL + "Disallow: /a", "/abc?d", False),
        (ALL + "Disallow: /\nAllow: /news/", "/news/1", True),
        (ALL + "Allow: /news/\nDisallow: /news/secret", "/news/secret/1", False),
        (ALL + "Disallow: /news\nAllow: /news", "/news", True),
        (ALL + "Disallow: /*/print/", "/news/print/1", False),
        (ALL + "Disallow: /*?", "/news", True),
        (ALL + "Disallow: /*?", "/news?print", False),
        (ALL + "Disallow: /*.pdf$", "/a.pdf", False),
        (ALL + "Disallow: /*.pdf$", "/a.pdf?b", True),
        (ALL + "Disallow: /a$", "/a", False),
        (ALL + "Disallow: /a$", "/ab", True),
        (ALL + "Disallow: /ab*b$", "/ab", True),
        (ALL + "Disallow: /a*b*c", "/acb", True),
        (ALL + "Disallow: *a", "/bcda", False),
        (ALL + "Disallow: / # all of it", "/a", False),
        (ALL + "# Disallow: /", "/a", True),
        (ALL + "Crawl-delay: 5\nDisallow: /", "/a", False),
        (ALL + "\nDisallow: /", "/a", False),
        (US + ALL + "Disallow: /", "/a", False),
        (US + "Disallow: /\n" + ALL + "Allow: /", "/a", False),
        (US + "Disallow:\n" + ALL + "Disallow: /", "/a", True),
        (ALL + "Disallow: /\n" + US + "Allow: /", "/a", True),
        (ALL + "Disallow: /a\nUser-agent: Other\nDisallow: /\n" + ALL + "Disallow: /b", "/b", False),
        (ALL + "Disallow: /a\nUser-agent: Other\nDisallow: /\n" + ALL + "Disallow: /b", "/c", True),
        ("User-agent: Polyglot-News/0.1\nDisallow: /", "/a", False),
        ("User-agent: news\nDisallow: /", "/a", True),
        ("user-AGENT :polyglot-news\r\n  disallow : /", "/a", False),
        ("Disallow: /", "/a", True),
        (ALL + "Disallow: /новини", "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8", False),
        (ALL + "Disallow: /%d0%bd", "/%D0%BD%D0%BE", False),
        (ALL + "Disallow: /%61", "/a", False),
        (ALL + "Disallow: /", "/robots.txt", True),
        ("\ufeff" + ALL + "Disallow: /", "/a", False),
    ],
)
def test_robots_txt_is_read_as_rfc_9309_says(rules: str, target: str, *, allowed: bool) -> None:
    assert allows(rules.encode(), target) is allowed


def test_a_hostile_pattern_costs_no_more_than_a_pass() -> None:
    rules = f"{ALL}Disallow: /{'*a' * 2_000}*b$"

    assert allows(rules.encode(), "/" + "a" * 4_000)
