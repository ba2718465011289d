"""Whatever is wrong with what the user gives: one clear line, one hint, the exit code of the contract, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Run

PAIR = ("en.txt", "ru.txt")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compar", *PAIR), "compar: no such command"),
        (("compare", "en.txt"), "EDITION is missing"),
        (("compare", *PAIR, "--format", "xml"), "--format: no such format: xml"),
        (("compare", *PAIR, "--output", "no/report"), "no/report: cannot be written: there is no folder no"),
        (("compare", "missing.txt", "ru.txt"), "missing.txt: no such file"),
        (("compare", "-", "ru.txt", "-"), "-: standard input can be read once only"),
        (("models", "remove", "nothing"), "nothing: no such package is installed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wrong_usage_is_said_in_one_line(pn: Run, home: Path, arguments: tuple[str, ...], said: str) -> None:
    before = sorted(home.rglob("*"))

    pn(*arguments).assert_refused(2, said)

    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (bytes(range(256)) * 8, "is not text in"),
        (b"%PDF-1.7 \x00\xff", "is a broken PDF"),
        (b"<html><body><div id=app></div></body></html>", "no article text found"),
    ],
    ids=["nothing", "binary", "PDF", "page"],
)
def test_a_file_that_is_no_article_is_named(pn: Run, home: Path, content: bytes, said: str) -> None:
    (home / "odd.txt").write_bytes(content)

    pn("extract", "odd.txt", "--output", "article.txt").assert_refused(2, f"odd.txt: {said}")

    assert not (home / "article.txt").exists()


def test_one_edition_that_cannot_be_read_is_named_and_no_report_is_written(pn: Run, home: Path) -> None:
    (home / "mixed.txt").write_bytes(
        (home / "ru.txt").read_bytes() + (home / "ru.txt").read_text("utf-8").encode("cp1251")
    )

    refused = pn("compare", *PAIR, "mixed.txt", "--no-translate", "--output", "report.txt")

    refused.assert_refused(2, "mixed.txt: mixes encodings: line 6 is in another encoding, most others are in UTF-8")
    assert not (home / "report.txt").exists()


def test_of_several_files_one_that_cannot_be_read_does_not_cost_the_others(pn: Run, home: Path) -> None:
    (home / "bomb.html").write_bytes(b"<div>" * 100_001)

    outcome = pn("detect", "en.txt", "bomb.html", "ru.txt")

    assert outcome.code == 2
    assert [line.partition(":")[0] for line in outcome.out.splitlines()] == ["en.txt", "ru.txt"]
    assert "bomb.html: has more than 100,000 tags" in outcome.err


def test_a_file_given_twice_is_refused_by_both_names(pn: Run, home: Path) -> None:
    (home / "again.txt").write_bytes((home / "ru.txt").read_bytes())

    refused = pn("compare", *PAIR, "again.txt", "--no-translate")

    refused.assert_refused(2, "again.txt: is the same text as ru.txt")


def test_a_base_in_another_language_is_refused_with_the_way_out(pn: Run) -> None:
    refused = pn("compare", "ru.txt", "en.txt")

    refused.assert_refused(2, "ru.txt: is in Russian, not in English")
    assert "--base-language ru" in refused.err


def test_a_language_without_a_package_is_named_with_the_file(pn: Run) -> None:
    refused = pn("compare", "en.txt", "ru.txt", "pl.txt", "--output", "report.txt")

    refused.assert_refused(3, "pl.txt: is in Polish, and no package translates pl into en")
    assert "pn models install" in refused.err


def test_a_translation_with_another_number_of_lines_keeps_the_report_of_yesterday(pn: Run, home: Path) -> None:
    (home / "lines.txt").write_text("One\nTwo\n", "utf-8")
    (home / "report.txt").write_text("yesterday's", "utf-8")

    refused = pn("compare", *PAIR, "--translation", "ru.txt=lines.txt", "--output", "report.txt")

    refused.assert_refused(2, "lines.txt: has 2 lines, but ru.txt has 3 paragraphs")
    assert (home / "report.txt").read_text("utf-8") == "yesterday's"


def test_a_hostile_name_is_shown_defused_and_stays_on_its_line(pn: Run) -> None:
    pn("detect", "ru\n\x1b[31m\u202e.txt").assert_refused(2, "ru\\n\\x1b[31m\\u202e.txt: no such file")
