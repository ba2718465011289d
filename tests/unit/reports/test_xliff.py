from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff import Xliff1File

from polyglot_news.model import Link, Report
from polyglot_news.reports.options import ReportOptions, Unit
from polyglot_news.reports.xliff import render
from polyglot_news.reports.xml import clean

SCHEMA = Path(__file__).parents[2] / "schemas" / "xliff-core-1.2-strict.xsd"
NAMES = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1).filter(str.strip)


@pytest.fixture(scope="module")
def schema() -> Any:  # noqa: ANN401  # lxml has no types
    if not SCHEMA.exists():
        pytest.skip("tests/schemas/fetch.sh brings the schema of XLIFF 1.2")
    text = SCHEMA.read_bytes().replace(b"http://www.w3.org/2001/xml.xsd", b"xml.xsd")
    return etree.XMLSchema(etree.fromstring(text, base_url=str(SCHEMA)))


def units_of(written: bytes) -> Any:  # noqa: ANN401  # as a tool reads them
    return Xliff1File.parsestring(written).units  # type: ignore[no-untyped-call]  # has types in part


def tree(report: Report, **options: Any) -> Any:  # noqa: ANN401  # options of the report; lxml has no types
    return etree.fromstring(render(report, ReportOptions(**options)))


def state_of(unit: Any) -> int:  # noqa: ANN401  # of the toolkit, which grades states by how finished they are
    return int(unit.get_state_n())


@pytest.mark.parametrize("unit", Unit)
def test_what_is_written_is_valid_by_the_strict_schema(
    unit: Unit,
    storm: Report,
    cup_final: Report,
    schema: Any,  # noqa: ANN401
) -> None:
    for report in (storm, cup_final):
        schema.assertValid(tree(report, unit=unit))


def test_a_tool_reads_the_base_in_its_order_with_the_edition_beside_it(storm: Report) -> None:
    units = units_of(render(storm, ReportOptions()))

    assert [one.source for one in units] == [one.text for one in storm.base.paragraphs]
    theirs = [one.text for one in storm.comparisons[0].edition.paragraphs]
    assert [one.target or "" for one in units] == [theirs[0], theirs[2], theirs[4], "", theirs[1]]
    translated, wants_a_look, untranslated = state_of(units[0]), state_of(units[1]), state_of(units[3])
    assert translated > wants_a_look > untranslated
    assert [state_of(one) for one in units] == [translated, wants_a_look, translated, untranslated, translated]
    assert "number 0.93: “16 000” → “26 000”" in units[1].getnotes()


def test_the_state_of_a_target_says_whether_it_wants_a_look(storm: Report) -> None:
    states = tree(storm).xpath("//x:target/@state", namespaces=NAMES)

    assert states == ["translated", "needs-review-translation", "translated", "needs-translation", "translated"]


def test_nothing_wants_a_look_that_was_not_asked_for(storm: Report) -> None:
    states = tree(storm, only=frozenset({"quote"})).xpath("//x:target/@state", namespaces=NAMES)

    assert "needs-review-translation" not in states


def test_places_and_scores_are_contexts(storm: Report) -> None:
    moved = tree(storm).xpath("//x:trans-unit[@id='p4']//x:context", namespaces=NAMES)

    assert {one.get("context-type").removeprefix("x-polyglot-news-"): one.text for one in moved} == {
        "base-paragraph": "4", "edition-paragraph": "1", "score": "0.6000", "moved": "yes", "differences": "0",
    }  # fmt: skip


def test_what_is_added_is_a_note_where_it_is_added(storm: Report) -> None:
    notes = tree(storm).xpath("//x:note[contains(text(), 'Мэр')]", namespaces=NAMES)

    assert [(one.getparent().get("id"), one.get("from")) for one in notes] == [("p1", "polyglot-news: addition")]


def test_each_edition_is_a_file_with_its_language(cup_final: Report) -> None:
    files = tree(cup_final).findall("x:file", NAMES)

    assert [(one.get("source-language"), one.get("target-language")) for one in files] == [("en", "ru"), ("en", "uk")]
    for one, comparison in zip(files, cup_final.comparisons, strict=True):
        told = len(comparison.alignment.links) + len(comparison.alignment.omitted)
        assert len(one.findall(".//x:trans-unit", NAMES)) == told


@given(ANYTHING, ANYTHING)
def test_any_text_survives(story: Callable[..., Report], source: str, target: str) -> None:
    written = render(story([source], [target], [Link((0,), (0,), 0.9)]), ReportOptions())

    (unit,) = units_of(written)
    assert (unit.source, unit.target) == (clean(source), clean(target))
