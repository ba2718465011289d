import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.sources.articles import load_article
from polyglot_news.sources.boilerplate import set_aside

ROOT = Path(__file__).parents[3]
CASES = [
    line.split(" | ", 1)
    for line in (ROOT / "tests" / "cases" / "boilerplate.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
EDITIONS = [(path.parent, name) for path in sorted(ROOT.glob("corpora/*/gold.json")) for name in ("en", "ru", "uk")]
NEWS = "The dam above the town broke on Monday morning, the ministry said."


@pytest.mark.parametrize(("reason", "text"), CASES)
def test_a_paragraph_is_set_aside_or_kept_as_the_case_says(reason: str, text: str) -> None:
    kept, removed = set_aside([NEWS, text, NEWS])

    assert kept == ((NEWS, text, NEWS) if reason == "keep" else (NEWS, NEWS))
    assert [(one.text, one.reason) for one in removed] == ([] if reason == "keep" else [(text, reason)])


@pytest.mark.parametrize(("folder", "name"), EDITIONS, ids=lambda part: getattr(part, "name", part))
def test_of_every_story_exactly_the_boilerplate_is_set_aside(folder: Path, name: str) -> None:
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    expected = (gold["base"] if name == "en" else gold["editions"][name])["boilerplate"]

    assert [one.text for one in load_article(str(folder / f"{name}.txt")).boilerplate] == expected


def test_a_letter_to_the_readers_goes_as_far_as_it_speaks_of_us() -> None:
    letter = ["Dear readers,", "We are facing hard times.", "Help us to go on."]

    kept, removed = set_aside([NEWS, *letter, NEWS])

    assert kept == (NEWS, NEWS)
    assert {one.reason for one in removed} == {"letter"}


def test_a_short_line_between_buttons_is_one_of_them() -> None:
    kept, removed = set_aside([NEWS, "Once", "Every now and then", "Monthly"])

    assert kept == (NEWS,)
    assert [one.text for one in removed] == ["Once", "Every now and then", "Monthly"]


def test_a_sentence_between_buttons_is_kept() -> None:
    assert set_aside(["Print", NEWS, "Share"])[0] == (NEWS,)


def test_a_headline_above_a_button_is_kept() -> None:
    assert set_aside(["The dam broke", "Share", NEWS])[0] == ("The dam broke", NEWS)


def test_where_there_is_nothing_nothing_is_set_aside() -> None:
    assert set_aside([]) == ((), ())


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([text for _, text in CASES]) | st.text(max_size=40), max_size=12))
def test_every_paragraph_is_kept_or_set_aside_in_its_order(paragraphs: list[str]) -> None:
    kept, removed = set_aside(paragraphs)

    assert sorted([*kept, *(one.text for one in removed)]) == sorted(paragraphs)
    for some in (kept, tuple(one.text for one in removed)):
        rest = iter(paragraphs)
        assert all(text in rest for text in some)
    assert all(one.reason for one in removed)
