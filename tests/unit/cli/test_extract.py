from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

AD = "Подпишитесь на нашу рассылку"


@pytest.fixture
def article(home: Path) -> str:
    """The text of an edition, which also has a line of the site."""
    text = (home / "ru.txt").read_text("utf-8")
    (home / "ru.txt").write_text(f"{text}\n{AD}\n", "utf-8")
    return text


def test_the_article_is_printed_and_what_was_taken_out_is_told(pn: Run, article: str) -> None:
    outcome = pn("extract", "ru.txt")

    assert (outcome.code, outcome.out) == (0, article)
    assert outcome.err.startswith("taken out (")
    assert outcome.err.endswith(f"): {AD}\n")
    assert pn("extract", "ru.txt", "--quiet").err == ""


def test_boilerplate_is_kept_where_that_is_asked_for(pn: Run, article: str) -> None:
    assert pn("extract", "ru.txt", "--keep-boilerplate") == (0, f"{article}\n{AD}\n", "")


def test_json_has_the_article_and_what_was_taken_out(pn: Run, article: str) -> None:
    outcome = pn("extract", "ru.txt", "--format", "json")

    extracted = json.loads(outcome.out)
    assert outcome.err == ""
    assert (extracted["source"], extracted["language"]) == ("ru.txt", "ru")
    assert extracted["title"] == extracted["paragraphs"][0]["text"] == article.partition("\n")[0]
    assert [one["role"] for one in extracted["paragraphs"]] == ["title", "body", "body"]
    assert [one["text"] for one in extracted["boilerplate"]] == [AD]


def test_lines_are_printed_as_they_are(pn: Run, home: Path) -> None:
    (home / "lines.txt").write_text("Мост открыли\n\nПоезда пойдут с мая\n", "utf-8")

    assert pn("extract", "lines.txt", "--lines").out == "Мост открыли\n\nПоезда пойдут с мая\n"


def test_the_article_does_not_take_the_place_of_its_file(pn: Run, article: str, home: Path) -> None:
    outcome = pn("extract", "ru.txt", "--output", "ru.txt")

    assert outcome.code == 2
    assert outcome.err.startswith("polyglot-news: --output ru.txt: would overwrite ru.txt\n")
    assert (home / "ru.txt").read_text("utf-8").startswith(article)
