import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.sources.articles import load_article
from polyglot_news.sources.boilerplate import reasons_to_set_aside

ROOT = Path(__file__).parents[3]
CASES = [
    line.split(" | ", 1)
    for line in (ROOT / "tests" / "cases" / "boilerplate.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
EDITIONS = [(path.parent, name) for path in sorted(ROOT.glob("corpora/*/gold.json")) for name in ("en", "ru", "uk")]
NEWS = "The dam above the town broke on Monday morning, the ministry said."


def kept_of(paragraphs: list[str]) -> list[str]:
    return [text for text, reason in zip(paragraphs, reasons_to_set_aside(paragraphs), strict=True) if not reason]


@pytest.mark.parametrize(("reason", "text"), CASES)
def test_a_paragraph_is_set_aside_or_kept_as_the_case_says(reason: str, text: str) -> None:
    assert reasons_to_set_aside([NEWS, text, NEWS]) == ["", "" if reason == "keep" else reason, ""]


@pytest.mark.parametrize(("folder", "name"), EDITIONS, ids=lambda part: getattr(part, "name", part))
def test_of_every_story_exactly_the_boilerplate_is_set_aside(folder: Path, name: str) -> None:
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    expected = (gold["base"] if name == "en" else gold["editions"][name])["boilerplate"]

    assert [one.text for one in load_article(str(folder / f"{name}.txt")).boilerplate] == expected


def test_a_letter_to_the_readers_goes_as_far_as_it_speaks_of_us() -> None:
    letter = ["Dear readers,", "We are facing hard times.", "Help us to go on."]

    assert reasons_to_set_aside([NEWS, *letter, NEWS]) == ["", "letter", "letter", "letter", ""]


def test_a_short_line_between_buttons_is_one_of_them() -> None:
    assert kept_of([NEWS, "Once", "Every now and then", "Monthly"]) == [NEWS]


def test_a_sentence_between_buttons_is_kept() -> None:
    assert kept_of(["Print", NEWS, "Share"]) == [NEWS]


def test_a_headline_above_a_button_is_kept() -> None:
    assert kept_of(["The dam broke", "Share", NEWS]) == ["The dam broke", NEWS]


REAL = ROOT.parent / "shared" / "data" / "real" / "article.en.txt"
WRITTEN = sorted((ROOT / "training" / "boilerplate" / "written" / "held-out").glob("*.tsv"))
NEWS_SENTENCES = sorted((ROOT / "training" / "written").glob("*.tsv"))


@pytest.mark.skipif(not REAL.exists(), reason="the page is not in the repository")
def test_of_a_real_page_exactly_the_site_s_lines_are_set_aside() -> None:
    lines = [line for line in REAL.read_text("utf-8").split("\n") if line.strip()]

    reasons = reasons_to_set_aside(lines)

    assert kept_of(lines) == [lines[1], *lines[3:15]]
    assert [reason for reason in reasons if reason][1] == "caption"


def test_an_article_about_newsletters_donations_and_cookies_keeps_its_paragraphs() -> None:
    rows = [line.split("\t") for path in WRITTEN for line in path.read_text("utf-8").splitlines()]
    for language in range(3):
        article = [text for reason, text in rows[language * len(rows) // 3 :][:125] if reason == "article"]
        paragraphs = [NEWS, *(text for text in article if len(text) > 45), NEWS]
        assert len(kept_of(paragraphs)) >= 0.97 * len(paragraphs)


def test_of_articles_of_news_alone_one_paragraph_in_two_hundred_is_lost_at_most() -> None:
    rng = random.Random(5)  # noqa: S311  # seeded
    rows = [line.split("\t") for path in NEWS_SENTENCES for line in path.read_text("utf-8").splitlines()]
    n_all = n_lost = 0
    for number in range(240):
        column, start = number % 3, rng.randrange(len(rows) - 40)
        sentences = [row[column] for row in rows[start : start + 40] if len(row) == 3]
        article = [" ".join(sentences[k : k + rng.choice((1, 2, 3))]) for k in range(0, len(sentences), 3)]
        n_all += len(article)
        n_lost += len(article) - len(kept_of(article))

    assert n_all > 2000
    assert n_lost <= n_all / 200


def test_a_headline_under_the_site_s_lines_is_kept() -> None:
    headline = "Former governor jailed for nine years over a power line"

    assert kept_of(["We use cookies to make this site work.", headline, NEWS * 2, NEWS * 2])[0] == headline


@pytest.mark.parametrize("lines", [["Home", "World", "Europe"], ["Share", "Print", "Subscribe to our newsletter"]])
def test_of_a_list_of_links_nothing_is_left(lines: list[str]) -> None:
    assert kept_of([NEWS * 2, NEWS * 2, *lines]) == [NEWS * 2, NEWS * 2]


def test_where_there_is_nothing_nothing_is_set_aside() -> None:
    assert reasons_to_set_aside([]) == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([text for _, text in CASES]) | st.text(max_size=40), max_size=12))
def test_of_every_paragraph_it_is_said_whether_it_is_the_article_s(paragraphs: list[str]) -> None:
    assert len(reasons_to_set_aside(paragraphs)) == len(paragraphs)
