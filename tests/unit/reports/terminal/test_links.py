from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from polyglot_news.model import Link, Report
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal import render
from polyglot_news.reports.terminal.links import address_of, name_source
from polyglot_news.reports.terminal.page import Page

Story = Callable[..., Report]
PAGE = Page.of(ReportOptions())


def test_a_file_is_linked_by_its_absolute_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert address_of("ru.txt") == f"{tmp_path.as_uri()}/ru.txt"
    assert address_of("Новость №1.txt") == f"{tmp_path.as_uri()}/{Path('/Новость №1.txt').as_uri()[8:]}"


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://news.example/uk/1?a=b&c=%D1%8F#top", "https://news.example/uk/1?a=b&c=%D1%8F#top"),
        ("https://news.example/новина", "https://news.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("-", ""),
        ("javascript://alert(1)", ""),
        ("ssh://host/x", ""),
        ("https://news.example/\x1b]8;;https://evil.example\x1b\\x", ""),
        ("https://news.example/\u202etxt", ""),
        ("https://news.example/a b", ""),
        ("https://[news.example/", ""),
        (f"https://news.example/{'a' * 3000}", ""),
    ],
)
def test_an_address_is_linked_only_where_it_is_what_it_looks_like(source: str, address: str) -> None:
    assert address_of(source) == address


def test_what_looks_like_no_address_is_a_file_whatever_its_name() -> None:
    assert address_of("javascript:alert(1)").startswith("file:///")
    assert "\x1b" not in address_of("a\x1b]8;;x\x07")


@pytest.mark.parametrize(
    ("name", "width", "expected"),
    [
        ("ru.txt", 6, "ru.txt"),
        ("corpora/city-flood/ru.txt", 24, "corpora/…ty-flood/ru.txt"),
        ("corpora/city-flood/ru.txt", 9, "cor…u.txt"),
        ("漢字漢字漢字.txt", 10, "漢字漢…txt"),
        ("ru.txt", 1, "…"),
    ],
)
def test_a_long_name_is_cut_in_its_middle(name: str, width: int, expected: str) -> None:
    shown = name_source(PAGE, name, width)

    assert shown.plain == expected
    assert shown.cells <= width


@pytest.mark.parametrize("layout", [Layout.INLINE, Layout.SIDE_BY_SIDE])
def test_names_are_links_where_the_screen_has_them_and_only_there(layout: Layout, story: Story) -> None:
    told = story(["a"], ["x"], [Link((0,), (0,), 0.9)])
    one = told.comparisons[0]
    edition = replace(one.edition, source="https://news.example/ru")
    told = replace(told, comparisons=(replace(one, edition=edition),))

    linked = render(told, ReportOptions(layout=layout, width=120, colour=True, hyperlinks=True))

    assert linked.count("\x1b]8;;https://news.example/ru\x1b\\") == 2  # in the verdict, and above the texts
    assert "\x1b]8" not in render(told, ReportOptions(layout=layout, width=120, colour=True))
    assert "\x1b" not in render(told, ReportOptions(layout=layout, width=120, hyperlinks=True))


def test_the_same_report_has_the_same_bytes_with_links(storm: Report) -> None:
    options = ReportOptions(colour=True, hyperlinks=True)

    assert render(storm, options) == render(storm, options)
