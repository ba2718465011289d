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
    *said, taken_out = outcome.err.splitlines()
    assert said == [f"title: {article.partition(chr(10))[0]}", said[1]]
    assert said[1].startswith("language: Russian, confidence ")
    assert taken_out.startswith("taken out (")
    assert taken_out.endswith(f"): {AD}")
    assert pn("extract", "ru.txt", "--quiet").err == ""


def test_boilerplate_is_kept_where_that_is_asked_for(pn: Run, article: str) -> None:
    outcome = pn("extract", "ru.txt", "--keep-boilerplate")

    assert (outcome.code, outcome.out) == (0, f"{article}\n{AD}\n")
    assert "taken out" not in outcome.err


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


def test_what_a_page_says_about_its_article_is_told(pn: Run) -> None:
    page = str(Path(__file__).parents[2] / "cases" / "pages" / "en-weekly.html")

    told = pn("extract", page).err.splitlines()
    extracted = json.loads(pn("extract", page, "--format", "json").out)

    assert told[2:8] == [
        "date: 2026-11-20T09:30:00+02:00",
        "authors: Jane Rudd, Paul O'Shea",
        "site: The Orla Weekly",
        "address: https://weekly.example/news/ferry",
        told[6],
        "edition in Ukrainian: https://weekly.example/uk/news/ferry",
    ]
    assert extracted["alternates"][1] == {"language": "ru", "address": "https://weekly.example/ru/news/ferry"}
    assert extracted["captions"] == ["The ferry at her moorings. Photo: A. Brody / The Orla Weekly"]
    assert (extracted["date"], extracted["site"]) == ("2026-11-20T09:30:00+02:00", "The Orla Weekly")


def test_cells_of_a_table_are_told_in_one_line_and_no_break_spaces_as_spaces(pn: Run, home: Path) -> None:
    told = "<p>The dam above the town broke on Monday morning, the ministry said.</p>" * 3
    cells = "<tr><td>Village<td>Houses</tr><tr><td>Brody<td>1\u00a0200</tr>"
    (home / "page.html").write_text(f"<h1>The dam broke</h1><div>{told}<table>{cells}</table></div>", "utf-8")

    said = pn("extract", "page.html").err.splitlines()

    assert said[-1] == "taken out (table, 4 pieces): Village · Houses · Brody · 1 200"
