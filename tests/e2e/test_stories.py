"""The main job on the stories of corpora/, without a translation: what it prints does not depend on a package."""

from __future__ import annotations

import csv
import json
import stat
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # ships no types

from polyglot_news import Report, render
from polyglot_news.paths import bundled_folder
from polyglot_news.reports.csv import restore

if TYPE_CHECKING:
    from tests.e2e.conftest import Run

STORIES = sorted(file.parent.name for file in (Path(__file__).parents[2] / "corpora").glob("*/en.txt"))
JSON = ("--format", "json")


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    file = bundled_folder("schema") / "comparison-1.0.json"
    return Draft202012Validator(json.loads(file.read_text("utf-8")))


def test_there_are_stories() -> None:
    assert len(STORIES) >= 6


@pytest.mark.parametrize("story", STORIES)
def test_the_json_of_a_story_is_as_its_schema_says(compared: Run, schema: Draft202012Validator, story: str) -> None:
    outcome = compared(story, *JSON)

    assert (outcome.code, outcome.err) == (0, "")
    assert [error.message for error in schema.iter_errors(outcome.json())] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_json_of_a_translated_story_is_as_its_schema_says(
    stories: dict[str, Report], schema: Draft202012Validator, story: str
) -> None:
    document = json.loads(render(stories[story], "json"))

    assert {edition["translation"]["kind"] for edition in document["editions"]} == {"argos"}
    assert [error.message for error in schema.iter_errors(document)] == []


@pytest.mark.parametrize("story", STORIES)
def test_csv_and_jsonl_tell_of_a_story_what_its_json_tells(stories: dict[str, Report], story: str) -> None:
    editions = json.loads(render(stories[story], "json"))["editions"]
    lines = [json.loads(line) for line in str(render(stories[story], "jsonl")).splitlines()]
    rows = list(csv.DictReader(StringIO(str(render(stories[story], "csv")), newline="")))

    differences = [one for edition in editions for link in edition["links"] for one in link["differences"]]
    assert [{name: one[name] for name in differences[0]} for one in lines if one["level"] != "paragraph"] == differences
    for kind, listed in (("omission", "omitted"), ("addition", "added")):
        whole = [(one["edition_index"], one["kind"]) for one in lines if one["level"] == "paragraph"]
        assert [whole.count((n, kind)) for n in range(2)] == [len(edition[listed]) for edition in editions]
    for row, line in zip(rows, lines, strict=True):
        assert (row["kind"], row["level"], row["note"]) == (line["kind"], line["level"], line["note"])
        for side in ("base", "edition", "translation"):
            assert restore(row[f"{side}_text"]) == (line[side]["text"] if line[side] else "")


@pytest.mark.parametrize("story", STORIES)
def test_the_markdown_of_a_story_fits_an_issue(stories: dict[str, Report], story: str) -> None:
    markdown = str(render(stories[story], "markdown"))

    assert len(markdown) < 65_536
    assert "Cut to fit" not in markdown


@pytest.mark.parametrize("story", STORIES)
def test_the_json_of_a_story_accounts_for_every_paragraph_and_quotes_what_it_points_to(
    compared: Run, story: str
) -> None:
    report = compared(story, *JSON).json()

    assert [edition["language"] for edition in report["editions"]] == ["ru", "uk"]
    for edition in report["editions"]:
        ours = [i for link in edition["links"] for i in link["base"]] + edition["omitted"]
        theirs = [j for link in edition["links"] for j in link["edition"]] + edition["added"]
        assert sorted(ours) == [one["index"] for one in report["base"]["paragraphs"]]
        assert sorted(theirs) == [one["index"] for one in edition["paragraphs"]]
        for difference in (one for link in edition["links"] for one in link["differences"]):
            for side, paragraphs in ((difference["base"], report["base"]), (difference["edition"], edition)):
                if side:
                    text = paragraphs["paragraphs"][side["paragraph"]]["text"]
                    assert text[side["start"] : side["end"]] == side["text"]


def test_the_same_input_gives_the_same_bytes_in_a_file_that_takes_the_place_of_another(
    compared: Run, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    report.write_text("yesterday's", "utf-8")
    report.chmod(0o600)

    again = compared("grain-ship", *JSON, "--output", str(report))

    assert (again.code, again.out, again.err) == (0, "", "")
    assert report.read_text("utf-8") == compared("grain-ship", *JSON).out
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [report]
