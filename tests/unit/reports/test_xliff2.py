from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff2 import Xliff2File

from polyglot_news.errors import InputError
from polyglot_news.model import Link, Report
from polyglot_news.reports.options import ReportOptions, Unit
from polyglot_news.reports.xliff2 import render
from polyglot_news.reports.xml import clean

SCHEMA = Path(__file__).parents[2] / "schemas" / "xliff-core-2.0.xsd"
NAMES = {"x": "urn:oasis:names:tc:xliff:document:2.0", "m": "urn:oasis:names:tc:xliff:metadata:2.0"}
ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1).filter(str.strip)


@pytest.fixture(scope="module")
def schema() -> Any:  # noqa: ANN401  # lxml has no types
    if not SCHEMA.exists():
        pytest.skip("tests/schemas/fetch.sh brings the schema of XLIFF 2")
    text = SCHEMA.read_bytes().replace(b"informativeCopiesOf3rdPartySchemas/w3c/xml.xsd", b"xml.xsd")
    return etree.XMLSchema(etree.fromstring(text, base_url=str(SCHEMA)))


def units_of(written: bytes) -> Any:  # noqa: ANN401  # as a tool reads them
    return Xliff2File.parsestring(written).units  # type: ignore[no-untyped-call]  # has types in part


def tree(report: Report, **options: Any) -> Any:  # noqa: ANN401  # options of the report; lxml has no types
    return etree.fromstring(render(report, ReportOptions(**options)))


@pytest.fixture
def cup_final_in_russian(cup_final: Report) -> Report:
    return replace(cup_final, comparisons=cup_final.comparisons[:1])


@pytest.mark.parametrize("unit", Unit)
def test_what_is_written_is_valid_by_the_core_schema(
    unit: Unit,
    storm: Report,
    cup_final_in_russian: Report,
    schema: Any,  # noqa: ANN401
) -> None:
    for report in (storm, cup_final_in_russian):
        schema.assertValid(tree(report, unit=unit))


def test_metadata_keeps_the_rules_of_its_module(storm: Report) -> None:
    for one in tree(storm).iterfind(".//m:metadata", NAMES):
        assert one.getparent().index(one) == 0  # before notes and segments
        assert len(one) >= 1
        for group in one:
            assert etree.QName(group).localname == "metaGroup"
            assert [(etree.QName(meta).localname, meta.keys(), len(meta)) for meta in group] == [
                ("meta", ["type"], 0)
            ] * len(group)
            assert len(group) >= 1


def test_a_tool_reads_the_base_in_its_order_with_the_edition_beside_it(storm: Report) -> None:
    units = units_of(render(storm, ReportOptions()))

    assert [one.source for one in units] == [one.text for one in storm.base.paragraphs]
    theirs = [one.text for one in storm.comparisons[0].edition.paragraphs]
    assert [one.target or "" for one in units] == [theirs[0], theirs[2], theirs[4], "", theirs[1]]
    assert [one.isfuzzy() for one in units] == [False, True, False, False, False]
    assert [one.istranslated() for one in units] == [True, False, True, False, True]


def test_places_scores_and_notes_stand_in_the_unit(storm: Report) -> None:
    read = tree(storm)

    moved = {one.get("type"): one.text for one in read.iterfind(".//x:unit[@id='p4']//m:meta", NAMES)}
    assert moved == {
        "base-paragraph": "4", "edition-paragraph": "1", "score": "0.6000", "moved": "yes", "differences": "0",
    }  # fmt: skip
    changed = [one.get("category") for one in read.iterfind(".//x:unit[@id='p1']//x:note", NAMES)]
    assert changed == ["difference", "difference", "translation", "addition"]


def test_editions_in_several_languages_are_several_documents(cup_final: Report) -> None:
    with pytest.raises(InputError, match="the editions are in ru and uk") as error:
        render(cup_final, ReportOptions())
    assert "one edition at a time" in error.value.hint


def test_editions_in_one_language_are_several_files(storm: Report) -> None:
    twice = tree(replace(storm, comparisons=storm.comparisons * 2))

    assert [one.get("id") for one in twice.findall("x:file", NAMES)] == ["e0", "e1"]
    assert (twice.get("srcLang"), twice.get("trgLang"), twice.get("version")) == ("en", "ru", "2.1")


def test_a_base_without_text_has_no_units_to_write(story: Callable[..., Report]) -> None:
    with pytest.raises(InputError, match=r"^en\.txt: has no text"):
        render(story([], ["Заголовок"], []), ReportOptions())


@given(ANYTHING, ANYTHING)
def test_any_text_survives(story: Callable[..., Report], source: str, target: str) -> None:
    written = render(story([source], [target], [Link((0,), (0,), 0.9)]), ReportOptions())

    (unit,) = units_of(written)
    assert (unit.source, unit.target) == (clean(source), clean(target))
