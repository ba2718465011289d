from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from translate.storage.tmx import tmxfile

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

ALIGN = ("align", "en.txt", "ru.txt", "--translation", "ru.txt=exact.txt")


@pytest.fixture
def edited(home: Path) -> None:
    """The edition leaves out the second paragraph of the base, and ends with one that the base has not."""
    added = {"ru.txt": "Дождя в этот день не было, играл оркестр.", "exact.txt": "It did not rain and a band played."}
    for file, text in added.items():
        title, _, trains = (home / file).read_text("utf-8").replace("\n\n", "\n").splitlines()
        (home / file).write_text(f"{title}\n{trains}\n{text}", "utf-8")


@pytest.mark.usefixtures("edited")
def test_links_omissions_and_additions_are_one_a_line(pn: Run) -> None:
    outcome = pn(*ALIGN)

    lines = outcome.out.splitlines()
    assert (outcome.code, outcome.err) == (0, "")
    assert [(link["base"], link["edition"]) for link in map(json.loads, lines)] == [
        ([0], [0]),
        ([1], []),
        ([2], [1]),
        ([], [2]),
    ]
    assert lines[1] == '{"base": [1], "edition": [], "score": 0.0, "moved": false}'
    assert lines[3] == '{"base": [], "edition": [2], "score": 0.0, "moved": false}'


@pytest.mark.usefixtures("edited")
def test_all_forms_say_the_same(pn: Run) -> None:
    links = [json.loads(line) for line in pn(*ALIGN).out.splitlines()]
    rows = [
        [",".join(map(str, link["base"])), ",".join(map(str, link["edition"])), f"{link['score']:.4f}", ""]
        for link in links
    ]

    assert json.loads(pn(*ALIGN, "--format", "json").out) == links
    assert [line.split("\t") for line in pn(*ALIGN, "--format", "tsv").out.splitlines()] == rows


def test_a_moved_link_says_so(pn: Run, home: Path) -> None:
    for file in ("ru.txt", "exact.txt"):
        title, bridge, trains = (home / file).read_text("utf-8").replace("\n\n", "\n").splitlines()
        (home / file).write_text(f"{title}\n{trains}\n{bridge}", "utf-8")

    moved = [line for line in pn(*ALIGN, "--format", "tsv").out.splitlines() if line.endswith("\tmoved")]

    assert len(moved) == 1


def test_each_line_is_a_paragraph_where_that_is_asked_for(pn: Run, home: Path) -> None:
    (home / "base.txt").write_text(
        "The bridge opened on Monday.\nIt cost 25 million euros.\nTrains come in May.", "utf-8"
    )
    (home / "edition.txt").write_text("Мост открыли в понедельник.\nОн стоил 25 миллионов евро.", "utf-8")
    (home / "lines.txt").write_text("The bridge opened on Monday.\nIt cost 25 million euros.", "utf-8")

    outcome = pn("align", "base.txt", "edition.txt", "--lines", "--translation", "edition.txt=lines.txt")

    links = [json.loads(line) for line in outcome.out.splitlines()]
    assert [(link["base"], link["edition"]) for link in links] == [([0], [0]), ([1], [1]), ([2], [])]


def test_links_go_to_a_file(pn: Run, home: Path) -> None:
    assert pn(*ALIGN, "--output", "links.jsonl") == (0, "", "")
    assert (home / "links.jsonl").read_text("utf-8") == pn(*ALIGN).out


@pytest.mark.usefixtures("edited")
def test_a_translation_memory_holds_what_both_sides_have(pn: Run, home: Path) -> None:
    english = (home / "en.txt").read_text("utf-8").strip().split("\n\n")
    russian = (home / "ru.txt").read_text("utf-8").splitlines()

    outcome = pn(*ALIGN, "--format", "tmx", "--unit", "paragraph")

    read = tmxfile.parsestring(outcome.out.encode(), "en", "ru")  # type: ignore[no-untyped-call]  # has types in part
    assert (outcome.code, outcome.err) == (0, "")
    assert [(one.source, one.target) for one in read.units] == [(english[0], russian[0]), (english[2], russian[1])]


def test_a_translation_memory_is_of_sentences_unless_paragraphs_are_asked_for(pn: Run) -> None:
    sentences = pn(*ALIGN, "--format", "tmx").out

    assert 'segtype="sentence"' in sentences
    assert "<seg>Trains will cross it from 5 May.</seg>" in sentences
