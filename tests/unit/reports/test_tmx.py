from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile

from polyglot_news.errors import InputError
from polyglot_news.model import Link, Report, Span, TranslatedParagraph, TranslatedSentence
from polyglot_news.reports.options import ReportOptions, Unit
from polyglot_news.reports.tmx import render, render_translation
from polyglot_news.reports.xml import clean

DTD = Path(__file__).parents[2] / "schemas" / "tmx14.dtd"
ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1).filter(str.strip)
PARAGRAPHS = ReportOptions(unit=Unit.PARAGRAPH)


@pytest.fixture(scope="module")
def valid() -> Callable[[bytes], bool]:
    if not DTD.exists():
        pytest.skip("tests/schemas/fetch.sh brings tmx14.dtd")
    dtd = etree.DTD(str(DTD))
    return lambda written: bool(dtd.validate(etree.fromstring(written)))


def pairs(written: bytes, target: str = "ru") -> list[tuple[str, str]]:
    read = tmxfile.parsestring(written, "en", target)  # type: ignore[no-untyped-call]  # has types in part
    return [(one.source, one.target) for one in read.units]


def properties(unit: etree._Element) -> dict[str, str]:
    return {one.get("type").removeprefix("x-polyglot-news-"): one.text for one in unit.iterchildren("prop")}


@pytest.mark.parametrize("unit", Unit)
def test_what_is_written_is_valid(unit: Unit, storm: Report, cup_final: Report, valid: Callable[[bytes], bool]) -> None:
    for report in (storm, cup_final, replace(storm, comparisons=())):
        assert valid(render(report, ReportOptions(unit=unit)))
    one = storm.comparisons[0]
    assert valid(render_translation(one.edition, one.translation, unit))


def test_a_tool_reads_the_pairs_and_nothing_that_one_side_alone_has(storm: Report) -> None:
    found = pairs(render(storm, ReportOptions()))

    assert found == [
        ("Storm cuts power to the coast", "Шторм оставил побережье без света"),
        (
            "A storm cut power to 16\u00a0000 homes on Friday night. No one was hurt.",
            "В ночь на субботу без света остались 26\u00a0000 домов.",
        ),
        ("Repairs will take two days, the utility said.", "Ремонт займёт два дня, сообщили энергетики."),
        (
            "“We saw the roof go,” said Anna Hale, a teacher.",
            "Рассказывает учительница Анна Хейл: «Мы видели, как сорвало крышу».",
        ),
    ]


def test_a_unit_says_where_it_is_from_and_how_well_it_fits(storm: Report) -> None:
    _, changed, _, moved = etree.fromstring(render(storm, ReportOptions())).iter("tu")

    assert changed.get("tuid") == "e0-p1"
    assert properties(changed) == {
        "edition": "ru.txt", "base-paragraph": "1", "edition-paragraph": "2", "score": "0.7000", "moved": "no",
        "differences": "2", "aligned-by": "translate-ru_en-1_9",
    }  # fmt: skip
    assert [note.text for note in changed.iter("note")] == [
        "number 0.93: “16 000” → “26 000”",
        "omission 0.71: “No one was hurt.”, in the base only",
    ]
    assert properties(moved)["moved"] == "yes"


def test_a_filter_counts_and_names_fewer_differences_and_keeps_every_pair(storm: Report) -> None:
    whole, filtered = (
        list(etree.fromstring(render(storm, options)).iter("tu"))
        for options in (ReportOptions(), ReportOptions(only=frozenset({"number"}), min_confidence=0.95))
    )

    assert len(filtered) == len(whole)
    assert [properties(unit)["differences"] for unit in filtered] == ["0"] * 4
    assert not [note for unit in filtered for note in unit.iter("note")]


def test_every_unit_has_two_languages_however_many_editions_there_are(cup_final: Report) -> None:
    written = render(cup_final, PARAGRAPHS)
    units = list(etree.fromstring(written).iter("tu"))

    languages = {tuple(side.values()[0] for side in unit.iter("tuv")) for unit in units}
    assert languages == {("en", "ru"), ("en", "uk")}
    assert len({unit.get("tuid") for unit in units}) == len(units)
    assert len(units) == sum(len(one.alignment.links) for one in cup_final.comparisons)


def test_the_header_says_what_the_units_are(storm: Report) -> None:
    header = etree.fromstring(render(storm, PARAGRAPHS))[0]

    assert header.get("srclang") == "en"
    assert header.get("segtype") == "paragraph"
    assert "creationdate" not in header.attrib
    assert properties(header) == {"base": "en.txt", "signature": "test"}


def test_an_edition_in_the_language_of_the_base_is_no_memory(storm: Report) -> None:
    one = storm.comparisons[0]
    same = replace(storm, comparisons=(replace(one, edition=replace(one.edition, language="en")),))

    with pytest.raises(InputError, match=r"^ru\.txt: is in the language of the base") as error:
        render(same, ReportOptions())
    assert "xliff" in error.value.hint


@given(ANYTHING, ANYTHING)
def test_any_text_survives(story: Callable[..., Report], source: str, target: str) -> None:
    written = render(story([source], [target], [Link((0,), (0,), 0.9)]), ReportOptions())

    assert pairs(written) == [(clean(source), clean(target))]


def test_a_translation_has_the_edition_as_source_and_says_that_a_machine_made_it(storm: Report) -> None:
    one = storm.comparisons[0]
    sentence = TranslatedSentence(Span(0, 0, 5), Span(0, 0, 5), "length")
    first = TranslatedParagraph("Storm left the coast without light", (sentence,))
    translation = replace(one.translation, paragraphs=(first, *one.translation.paragraphs[1:]))

    written = render_translation(one.edition, translation, Unit.SENTENCE)

    (unit,) = etree.fromstring(written).iter("tu")
    assert properties(unit) == {"paragraph": "0", "doubt": "length"}
    assert [dict(side.attrib).get("creationid") for side in unit.iter("tuv")] == [None, "MT!"]
    assert [seg.text for seg in unit.iter("seg")] == ["Шторм", "Storm"]
    assert etree.fromstring(written)[0].get("srclang") == "ru"
    assert len(list(etree.fromstring(render_translation(one.edition, translation, Unit.PARAGRAPH)).iter("tu"))) == 5


def test_what_was_not_translated_is_in_no_memory(cup_final: Report) -> None:
    one = cup_final.comparisons[0]

    assert b"<tu " not in render_translation(one.edition, one.translation, Unit.PARAGRAPH)
