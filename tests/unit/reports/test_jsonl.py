import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from polyglot_news.model import Report
from polyglot_news.reports.csv import FIELDS
from polyglot_news.reports.json import SCHEMA_VERSION
from polyglot_news.reports.json import render as render_json
from polyglot_news.reports.jsonl import render
from polyglot_news.reports.options import ReportOptions


def records(report: Report, options: ReportOptions | None = None) -> list[Any]:
    text = render(report, options or ReportOptions())
    assert text.endswith("\n") or not text
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_each_finding_is_a_line(storm: Report) -> None:
    found = records(storm)

    assert [one["kind"] for one in found] == ["number", "omission", "addition", "omission", "moved"]
    assert {one["schema_version"] for one in found} == {SCHEMA_VERSION}
    assert found[0] == {
        "schema_version": "1.0",
        "base_source": "en.txt",
        "edition_index": 0,
        "source": "ru.txt",
        "language": "ru",
        "kind": "number",
        "level": "word",
        "confidence": 0.93,
        "base": {"paragraph": 1, "start": 21, "end": 27, "text": "16\u00a0000"},
        "edition": {"paragraph": 2, "start": 37, "end": 43, "text": "26\u00a0000"},
        "translation": {"paragraph": 2, "start": 25, "end": 31, "text": "26\u00a0000"},
        "link": {"base": [1], "edition": [2], "score": 0.7, "moved": False},
        "note": "",
    }
    assert (found[2]["base"], found[2]["link"], found[2]["confidence"]) == (None, None, None)


def test_the_fields_are_those_of_csv(storm: Report) -> None:
    number = records(storm)[0]
    nested = {side: number.pop(side) for side in ("base", "edition", "translation", "link")}
    flat = {f"{side}_{part}" for side, parts in nested.items() for part in parts}

    assert flat | set(number) - {"schema_version"} == set(FIELDS) - {"where"}


def test_a_difference_is_as_in_json(storm: Report, cup_final: Report) -> None:
    for report in (storm, cup_final):
        lines = [one for one in records(report) if one["confidence"] is not None]
        editions = json.loads(render_json(report, ReportOptions()))["editions"]
        inside = [one for edition in editions for link in edition["links"] for one in link["differences"]]

        assert [{name: one[name] for name in inside[0]} for one in lines] == inside


def test_a_filter_holds(storm: Report) -> None:
    assert [one["kind"] for one in records(storm, ReportOptions(only=frozenset({"moved"})))] == ["moved"]


def test_nothing_found_is_no_line(story: Callable[..., Report]) -> None:
    assert render(story([], [], []), ReportOptions()) == ""


@pytest.mark.parametrize("hostile", ["a\x00\x1b[31mb", "a\x9b\u202eb", "caf\udce9", "a\u2028b\nc\r", '"\\', "=1+1"])
def test_hostile_text_is_escaped_and_not_lost(hostile: str, story: Callable[..., Report]) -> None:
    told = story([hostile], ["x"], [])
    told = replace(told, base=replace(told.base, source=hostile))

    text = render(told, ReportOptions())

    assert all(character.isprintable() or character == "\n" for character in text)
    text.encode("utf-8")
    found = records(told)
    assert len(found) == text.count("\n") == 2
    assert found[1]["base"]["text"] == found[1]["base_source"] == hostile


def test_letters_are_not_escaped_and_the_same_report_gives_the_same_lines(storm: Report) -> None:
    assert "Мэр обещал выплаты." in render(storm, ReportOptions())
    assert render(storm, ReportOptions()) == render(storm, ReportOptions())
