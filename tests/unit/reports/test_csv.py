import csv
import re
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.model import Link, Report
from polyglot_news.reports.controls import show_controls
from polyglot_news.reports.csv import FIELDS, defuse, render, restore
from polyglot_news.reports.options import ReportOptions

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "  =1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\n\n=1",
    '"=1',
    "'=1",
    "''=1",
    "“=1",
    " =1",
]


def rows(report: Report, options: ReportOptions | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(report, options or ReportOptions()), newline=""), strict=True))


def test_each_finding_is_a_row(storm: Report) -> None:
    found = rows(storm)

    assert [one["kind"] for one in found] == ["number", "omission", "addition", "omission", "moved"]
    number, sentence, added, *_, moved = found
    assert tuple(number) == FIELDS
    assert number["where"] == "base ¶2, edition ¶3"
    assert (number["base_paragraph"], number["base_start"], number["base_end"]) == ("1", "21", "27")
    assert (number["base_text"], number["translation_text"]) == ("16\u00a0000", "26\u00a0000")
    assert (number["link_base"], number["link_edition"], number["link_score"], number["link_moved"]) == (
        "1", "2", "0.7", "false",
    )  # fmt: skip
    assert (sentence["confidence"], sentence["where"], sentence["edition_text"]) == ("0.71", "base ¶2", "")
    assert (added["level"], added["confidence"], added["link_base"]) == ("paragraph", "", "")
    assert (moved["where"], moved["link_moved"]) == ("base ¶5, edition ¶2", "true")


def test_lines_end_as_the_standard_says(storm: Report) -> None:
    text = render(storm, ReportOptions())

    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == 6


def test_paragraphs_of_a_link_are_not_taken_for_a_date(story: Callable[..., Report]) -> None:
    told = story(["a", "b", "c"], ["c", "x"], [Link((0, 1), (1,), 0.9, moved=True), Link((2,), (0,), 0.9)])

    (moved,) = rows(told)

    assert (moved["where"], moved["link_base"], moved["base_text"]) == ("base ¶1–2, edition ¶2", "0 1", "a\nb")


def test_a_byte_order_mark_is_there_only_on_request(storm: Report) -> None:
    assert render(storm, ReportOptions(byte_order_mark=True)) == "\ufeff" + render(storm, ReportOptions())
    assert render(storm, ReportOptions()).startswith("base_source,")


def test_nothing_found_is_a_header_alone(story: Callable[..., Report]) -> None:
    assert render(story([], [], []), ReportOptions()) == ",".join(FIELDS) + "\r\n"


def test_a_filter_holds(storm: Report) -> None:
    assert [one["kind"] for one in rows(storm, ReportOptions(only=frozenset({"omission"})))] == ["omission"] * 2


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text(text: str, story: Callable[..., Report]) -> None:
    told = story([text], [f"one; {text}"], [])
    told = replace(told, base=replace(told.base, source=text))

    added, omitted = rows(told)

    assert omitted["base_text"].startswith("'")
    assert omitted["base_source"].startswith("'")
    assert re.search(r"[;\n]\s*=", added["edition_text"]) is None
    assert restore(omitted["base_text"]) == show_controls(text)


@pytest.mark.parametrize("text", ["1+1", "a=b", "it's", "'tis", "— Да, — сказал он.", "−5", "5 - 3; 4", "", "'"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert defuse(text) == text


@given(st.one_of(st.text(), st.text(alphabet="=+-@'\"; \n\r\tа1“＝")))
def test_any_text_can_be_restored(text: str) -> None:
    assert restore(defuse(text)) == show_controls(text)


@given(st.text(alphabet="=+-@'\"; \n\r\tа1“＝"))
def test_no_cell_begins_with_a_formula_wherever_the_file_is_cut(text: str) -> None:
    for cell in re.split("[;\n]", defuse(text)):
        assert re.match(r"[\s\"]*[=+\-@＝]", cell) is None


def test_numbers_stay_numbers(storm: Report) -> None:
    for one in rows(storm):
        for name in FIELDS:
            if name.endswith(("_start", "_end", "_index", "_paragraph", "_score", "confidence")) and one[name]:
                float(one[name])


def test_hostile_text_breaks_no_row(story: Callable[..., Report]) -> None:
    hostile = 'null\x00 "quoted", cut; line\nline\r\nescape\x1b[31m \u202ebidi half\udce9 ' + "word" * 2500
    text = render(story([hostile], ["x"], []), ReportOptions())

    text.encode("utf-8")
    assert all(character.isprintable() or character in "\r\n" for character in text)
    omitted = next(csv.DictReader(StringIO(text.split("\r\n", 2)[2].join([",".join(FIELDS) + "\r\n", ""]), newline="")))
    assert omitted["base_text"].startswith('null␀ "quoted", cut; line\nline \nescape␛[31m \ufffdbidi half\ufffd word')
