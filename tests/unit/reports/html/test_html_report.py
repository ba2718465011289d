import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.model import (
    Boilerplate,
    Difference,
    DifferenceKind,
    Evidence,
    Level,
    Link,
    Metadata,
    Paragraph,
    Report,
    Role,
    Span,
)
from polyglot_news.reports.html import render
from polyglot_news.reports.options import ReportOptions

VOID = {"br", "input", "link", "meta"}


class Reader(HTMLParser):
    """Reads a page as a browser does, and refuses what is not closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]

    def having(self, attribute: str, said: str) -> dict[str, str | None]:
        return next(one for _, one in self.elements if one.get(attribute) == said)


def read(report: Report, **options: object) -> Reader:
    return Reader(render(report, ReportOptions(**options)))  # type: ignore[arg-type]  # named options


def test_the_verdict_comes_before_the_texts_and_the_texts_before_the_register(storm: Report) -> None:
    text = read(storm).text

    order = ("Storm cuts power to the coast", "86 % of the English text covered", "The texts", "All findings", "test")
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_what_is_counted_is_said_in_words(storm: Report) -> None:
    text = read(storm).text

    assert "86 % of the English text covered; 1 of 5 paragraphs left out, 1 added, 1 moved." in text
    assert "2 differences inside 4 linked pairs:" in text


def test_every_paragraph_stands_once_and_every_link_leads_somewhere(cup_final: Report) -> None:
    page = read(cup_final)
    ids = Counter(page.all("id"))

    assert max(ids.values()) == 1
    for key, article in (
        ("en", cup_final.base),
        *((one.edition.language, one.edition) for one in cup_final.comparisons),
    ):
        assert all(f"{key}-{number}" in ids for number in range(1, len(article.paragraphs) + 1))
    assert {address.removeprefix("#") for address in page.all("href")} <= set(ids)
    assert {address for some in page.all("data-b") + page.all("data-f") for address in some.split()} <= set(ids)


def test_a_difference_is_marked_in_all_its_texts_and_is_one_stop_for_the_keyboard(storm: Report) -> None:
    marks = [(tag, one["class"]) for tag, one in read(storm).elements if one.get("data-f") == "ru-b2-21"]

    assert [tag for tag, _ in marks] == ["a", "mark", "mark"]
    assert all("changed" in (look or "") for _, look in marks)


def test_the_register_quotes_the_three_texts_of_a_difference(storm: Report) -> None:
    entry = render(storm, ReportOptions()).split('id="ru-b2-21"')[1].split("</li>")[0]

    assert re.findall(r"<mark>([^<]*)</mark>", entry) == ["16\u00a0000", "26\u00a0000", "26\u00a0000"]
    assert "confidence 0.93" in entry


def test_the_address_of_a_finding_does_not_depend_on_what_else_is_shown(storm: Report) -> None:
    everything, numbers = read(storm).all("id"), read(storm, only=frozenset({"number"})).all("id")

    assert "ru-b2-21" in set(everything) & set(numbers)
    assert "ru-omitted-4" in everything
    assert "ru-omitted-4" not in numbers


def test_what_is_not_sure_enough_is_not_on_the_page(storm: Report) -> None:
    page = read(storm, min_confidence=0.9)

    assert page.all("data-c") == ["0.9300"]
    assert "Shown: differences of confidence 0.90 and more." in page.text


def test_every_text_says_its_language_and_finds_its_own_direction(storm: Report) -> None:
    page = read(storm)
    texts = [one for tag, one in page.elements if tag == "p" and "t" in (one.get("class") or "").split()]

    assert Counter(one["lang"] for one in texts) == {"en": 10, "ru": 5}
    assert {one["dir"] for one in texts} == {"auto"}


@pytest.mark.parametrize(("language", "tag"), [("uk", "uk"), ("zh-Hant", "zh-Hant"), ("und", ""), ("my own", "")])
def test_a_language_that_is_no_tag_is_an_unknown_one(storm: Report, language: str, tag: str) -> None:
    base = replace(storm.base, paragraphs=(Paragraph("Text", Role.TITLE, language, ()), *storm.base.paragraphs[1:]))

    assert read(replace(storm, base=base)).elements
    assert f'<p class="t title" lang="{tag}"' in render(replace(storm, base=base), ReportOptions())


def test_the_policy_allows_the_style_and_the_script_by_their_hashes_and_nothing_else(storm: Report) -> None:
    page = render(storm, ReportOptions())
    policy = Reader(page).having("http-equiv", "Content-Security-Policy")["content"] or ""

    for name in ("style", "script"):
        (inside,) = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert f"{name}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_no_element_brings_its_own_style_or_script(cup_final: Report) -> None:
    names = {name for _, attributes in read(cup_final).elements for name in attributes}

    assert not {name for name in names if name in {"src", "srcset", "style", "background"} or name.startswith("on")}
    assert not re.search(r"url\(|@import|fetch\(|innerHTML|eval\(", render(cup_final, ReportOptions()))


def test_an_article_from_the_web_is_linked_and_other_addresses_are_not(storm: Report) -> None:
    page = read(replace(storm, base=replace(storm.base, source="https://example.org/a?b=1&c=2")))
    evil = read(replace(storm, base=replace(storm.base, metadata=Metadata(address="javascript:alert(1)"))))

    assert page.having("rel", "noopener noreferrer")["href"] == "https://example.org/a?b=1&c=2"
    assert not [address for address in evil.all("href") if not address.startswith("#")]


def test_what_was_set_aside_is_told_with_its_reason(storm: Report) -> None:
    caption = Paragraph("A roof.", Role.CAPTION, "en", ())
    base = replace(
        storm.base,
        boilerplate=(Boilerplate("Subscribe <now>", "newsletter"),),
        paragraphs=(*storm.base.paragraphs[:3], caption, storm.base.paragraphs[4]),
    )
    text = read(replace(storm, base=base)).text

    assert "1 piece of the site: 1 newsletter" in text
    assert "Subscribe <now>" in text
    assert "1 caption of pictures" in text


def test_control_and_bidirectional_characters_are_seen_and_named(story: Callable[..., Report]) -> None:
    page = render(story(["a\u202eb\x1b[0m\ud800"], ["а"], [Link((0,), (0,), 0.9)]), ReportOptions())

    assert 'a<span class="odd" title="U+202E right-to-left override">\ufffd</span>b' in page
    assert '<span class="odd" title="U+001B">␛</span>[0m' in page
    assert page.encode()  # no half of a surrogate pair is left


def test_a_note_that_says_what_is_seen_is_not_repeated(storm: Report) -> None:
    (one,) = storm.comparisons
    number = replace(one.differences[0], note="16\u00a0000 became 26\u00a0000")
    other = replace(one.differences[0], note="ten thousand more")

    notes = [
        'class="note"' in render(replace(storm, comparisons=(replace(one, differences=(said,)),)), ReportOptions())
        for said in (number, other)
    ]

    assert notes == [False, True]


def test_evidence_is_at_hand(storm: Report) -> None:
    (one,) = storm.comparisons
    number = replace(one.differences[0], evidence=(Evidence("values_differ", -0.25, "26 & 16"),))

    assert (
        "-0.25 values differ: 26 & 16" in read(replace(storm, comparisons=(replace(one, differences=(number,)),))).text
    )


def test_equal_differences_are_one_finding_and_equal_places_have_different_addresses(storm: Report) -> None:
    (one,) = storm.comparisons
    first = one.differences[0]
    again = replace(storm, comparisons=(replace(one, differences=(first, first, replace(first, note="?"))),))

    assert [name for name in read(again).all("id") if name.startswith("ru-b2")] == ["ru-b2-21", "ru-b2-21-2"]


def test_two_editions_in_one_language_are_told_apart(storm: Report) -> None:
    (one,) = storm.comparisons
    ids = read(replace(storm, comparisons=(one, one))).all("id")

    assert {"ru1-1", "ru2-1", "ru1-b2-21", "ru2-b2-21"} <= set(ids)


def test_a_report_without_editions_or_differences_is_a_page(storm: Report) -> None:
    (one,) = storm.comparisons

    assert "Storm cuts power" in read(replace(storm, comparisons=())).text
    assert (
        "0 differences inside 4 linked pairs." in read(replace(storm, comparisons=(replace(one, differences=()),))).text
    )


HOSTILE = [
    "<script>alert(1)</script>",
    "</style>",
    "-->",
    '" onclick="x',
    "\u202e",
    "x" * 500,
    "שלום",
    "\x00",
    "&amp;",
    "👩\u200d👧",
]
texts = st.lists(st.text(min_size=1, max_size=30) | st.sampled_from(HOSTILE), min_size=1, max_size=4)
places = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5)


@given(texts, texts, places)
def test_any_text_and_any_overlapping_spans_make_a_page_that_says_the_text(
    story: Callable[..., Report], base: list[str], edition: list[str], places: list[tuple[int, int]]
) -> None:
    differences = [
        Difference(DifferenceKind.NAME, Level.WORD, 0.5, 0, Span(0, min(place), max(place)), None, None, base[0])
        for place in places
    ]
    links = [Link((0,), (0,), 0.9)]
    page = read(story(base, edition, links, translated=edition, differences=differences))

    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not [name for _, one in page.elements for name in one if name.startswith("on")]
    if base[0].isprintable():
        assert base[0] in page.text
