"""Every story of corpora/ in every format: what each holds of a report does not depend on which one a reader takes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree, html

from polyglot_news import Report, render
from polyglot_news.model import Article
from polyglot_news.reports.options import Layout, ReportOptions, Unit

if TYPE_CHECKING:
    from tests.e2e.conftest import Run

TESTS = Path(__file__).parents[1]
STORIES = sorted(file.parent.name for file in (TESTS.parent / "corpora").glob("*/en.txt"))
XLIFF, XLIFF2 = "{urn:oasis:names:tc:xliff:document:1.2}", "{urn:oasis:names:tc:xliff:document:2.0}"
PARAGRAPHS = ReportOptions(unit=Unit.PARAGRAPH)
SPACE = re.compile(r"\s+")

every_story = pytest.mark.parametrize("story", STORIES)


@every_story
def test_the_summary_of_a_story_without_a_translation_is_the_golden_one(
    compared: Run, story: str, golden: Callable[[str, str], None]
) -> None:
    outcome = compared(story, "--layout", "summary")

    assert (outcome.code, outcome.err) == (0, "")
    golden(f"{story}.no-translate.summary.txt", outcome.out)


@every_story
def test_a_line_of_the_summary_is_a_finding_of_the_json_lines(stories: dict[str, Report], story: str) -> None:
    lines = str(render(stories[story], "terminal", ReportOptions(width=100_000, layout=Layout.SUMMARY))).splitlines()
    findings = [json.loads(line) for line in str(render(stories[story], "jsonl")).splitlines()]

    told = Counter((line.split()[0], line.split()[1]) for line in lines if "% covered" not in line)
    assert told == Counter((one["language"], one["kind"]) for one in findings)
    assert len(lines) == len(findings) + len(stories[story].comparisons)


@every_story
@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_of_a_story_is_wider_than_the_screen(stories: dict[str, Report], story: str, width: int) -> None:
    shown = str(render(stories[story], "terminal", ReportOptions(width=width, show_original=True)))

    assert max(len(line) for line in shown.splitlines()) <= width


@every_story
def test_every_paragraph_of_a_story_stands_on_its_page_once_word_for_word(
    stories: dict[str, Report], story: str
) -> None:
    report = stories[story]
    page = html.fromstring(str(render(report, "html")))

    for article in articles(report):
        for number, paragraph in enumerate(article.paragraphs, 1):
            (place,) = page.xpath(f"//*[@id='{article.language}-{number}']")
            texts = [one for one in place.iter("p") if "t" in one.classes and "tr" not in one.classes]
            assert [(one.text_content(), one.get("lang")) for one in texts] == [(paragraph.text, paragraph.language)]
    for comparison in report.comparisons:
        for number, translated in enumerate(comparison.translation.paragraphs, 1):
            (text,) = page.xpath(f"//*[@id='{comparison.edition.language}-{number}']//p[contains(@class, 'tr ')]")
            assert text.text_content() == translated.text


@every_story
def test_a_page_leads_to_as_many_findings_as_the_json_lines_hold(stories: dict[str, Report], story: str) -> None:
    page = html.fromstring(str(render(stories[story], "html")))
    findings = [json.loads(line) for line in str(render(stories[story], "jsonl")).splitlines()]

    on_page = Counter((one.get("data-e"), one.get("data-k")) for one in page.xpath("//li[@data-k]"))
    assert on_page == Counter((str(one["edition_index"] + 1), kind_of(one)) for one in findings)


@every_story
def test_the_markdown_of_a_story_heads_every_paragraph_that_one_side_alone_has_and_every_move(
    stories: dict[str, Report], story: str
) -> None:
    report = stories[story]
    headed = re.findall(r"^\*\*(Left out|Added|Moved)[^*]*: .+\*\*$", str(render(report, "markdown")), re.MULTILINE)

    assert Counter(headed) == Counter(
        {
            "Left out": sum(len(one.alignment.omitted) for one in report.comparisons),
            "Added": sum(len(one.alignment.added) for one in report.comparisons),
            "Moved": sum(link.moved for one in report.comparisons for link in one.alignment.links),
        }
    )


@every_story
def test_the_memory_of_a_story_holds_every_linked_paragraph_and_no_other_text(
    stories: dict[str, Report], story: str
) -> None:
    report = stories[story]
    units = etree.fromstring(render(report, "tmx", PARAGRAPHS)).findall(".//tu")

    held = [tuple(plain(one) for one in unit.iter("seg")) for unit in units]
    assert held == [
        (joined(report.base, link.base), joined(comparison.edition, link.edition))
        for comparison in report.comparisons
        for link in comparison.alignment.links
    ]


@every_story
def test_the_bilingual_file_of_a_story_reads_as_its_base_does_for_each_edition(
    stories: dict[str, Report], story: str
) -> None:
    report = stories[story]
    document = etree.fromstring(render(report, "xliff", PARAGRAPHS))

    files = document.findall(f"{XLIFF}file")
    assert [one.get("target-language") for one in files] == [one.edition.language for one in report.comparisons]
    for file, comparison in zip(files, report.comparisons, strict=True):
        whole = " ".join(one.text for one in report.base.paragraphs)
        assert flat(" ".join(plain(one) for one in file.iter(f"{XLIFF}source"))) == flat(whole)
        told = {j for link in comparison.alignment.links for j in link.edition}
        targets = Counter(flat(" ".join(plain(one) for one in file.iter(f"{XLIFF}target"))).split())
        assert targets == Counter(flat(joined(comparison.edition, sorted(told))).split())


@every_story
@pytest.mark.parametrize("unit", Unit)
def test_both_bilingual_formats_hold_the_same_pairs_of_a_story(
    stories: dict[str, Report], story: str, unit: Unit
) -> None:
    report = stories[story]
    options = ReportOptions(unit=unit)

    for comparison in report.comparisons:
        one = replace(report, comparisons=(comparison,))
        first, second = (etree.fromstring(render(one, name, options)) for name in ("xliff", "xliff2"))
        pairs = list(pairs_of(first.iter(f"{XLIFF}trans-unit"), XLIFF))
        assert pairs == list(pairs_of(second.iter(f"{XLIFF2}segment"), XLIFF2))
        assert len(pairs) >= len(comparison.alignment.links)


@every_story
@pytest.mark.parametrize("unit", Unit)
def test_a_story_is_valid_by_the_standards_of_translators(
    stories: dict[str, Report], story: str, unit: Unit, schemas: dict[str, Any]
) -> None:
    report, options = stories[story], ReportOptions(unit=unit)
    written = [
        ("tmx", report),
        ("xliff", report),
        *(("xliff2", replace(report, comparisons=(one,))) for one in report.comparisons),
    ]

    for name, held in written:
        schemas[name].assertValid(etree.fromstring(render(held, name, options)))


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    folder = TESTS / "schemas"
    if not all((folder / name).exists() for name in ("tmx14.dtd", "xliff-core-1.2-strict.xsd", "xliff-core-2.0.xsd")):
        pytest.skip("tests/schemas/fetch.sh brings the schemas")
    schema = partial(schema_of, folder)
    return {
        "tmx": etree.DTD(str(folder / "tmx14.dtd")),
        "xliff": schema("xliff-core-1.2-strict.xsd", b"http://www.w3.org/2001/xml.xsd"),
        "xliff2": schema("xliff-core-2.0.xsd", b"informativeCopiesOf3rdPartySchemas/w3c/xml.xsd"),
    }


def schema_of(folder: Path, name: str, imported: bytes) -> Any:  # noqa: ANN401  # lxml has no types
    text = (folder / name).read_bytes().replace(imported, b"xml.xsd")
    return etree.XMLSchema(etree.fromstring(text, base_url=str(folder / name)))


def kind_of(finding: dict[str, Any]) -> str:
    """The kind in a reader's words: an omission with something in its place is a change."""
    has_both = finding["base"] and (finding["edition"] or finding["translation"])
    return "changed" if finding["kind"] == "omission" and has_both else str(finding["kind"])


def articles(report: Report) -> tuple[Article, ...]:
    return (report.base, *(one.edition for one in report.comparisons))


def joined(article: Article, which: Sequence[int]) -> str:
    return " ".join(article.paragraphs[k].text for k in which)


def plain(element: etree._Element) -> str:
    return "".join(element.itertext())


def flat(text: str) -> str:
    return SPACE.sub(" ", text).strip()


def pairs_of(units: Iterator[etree._Element], space: str) -> Iterator[tuple[str, str]]:
    for unit in units:
        target = unit.find(f"{space}target")
        yield plain(unit.find(f"{space}source")), "" if target is None else plain(target)
