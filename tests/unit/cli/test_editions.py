from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

COMPARE = ("compare", "en.txt", "ru.txt", "--no-translate", "--format", "json")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--translation", "uk.txt=exact.txt"], "--translation uk.txt=exact.txt: does not begin with the name of"),
        (["--translation", "en.txt=exact.txt"], "--translation en.txt=exact.txt: does not begin with the name of"),
        (["--translation", "ru.txt=missing.txt"], "missing.txt: cannot be read: no such file or directory"),
        (["--translation", "ru.txt=."], ".: cannot be read: is a directory"),
        (["--translation", "ru.txt=-", "--translation", "ru.txt=-"], "--translation: given twice for ru.txt"),
        (["--language", "uk.txt=uk"], "--language uk.txt=uk: does not begin with the name of"),
        (["--language", "ru.txt=Russian"], "--language: no code of a language: Russian"),
        (["--base-language", "English"], "--base-language: no code of a language: English"),
        (["--base-language", "uk"], "en.txt: is in English, not in Ukrainian"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_names_no_edition_or_cannot_be_read_is_refused(pn: Run, options: list[str], said: str) -> None:
    outcome = pn(*COMPARE, *options)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"polyglot-news: {said}")
    assert outcome.err.count("\n") == 2


def test_a_translation_that_is_no_text_is_refused(pn: Run, home: Path) -> None:
    (home / "binary").write_bytes(bytes(range(256)) * 9)

    assert pn(*COMPARE, "--translation", "ru.txt=binary").err.startswith("polyglot-news: binary: is not text\n")


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n\n\n"])
def test_a_translation_has_a_paragraph_a_line_or_blank_lines_between(pn: Run, home: Path, between: str) -> None:
    lines = (home / "exact.txt").read_text("utf-8").splitlines()
    (home / "lines.txt").write_bytes(between.join(lines).encode())

    outcome = pn(*COMPARE, "--translation", "ru.txt=lines.txt")

    [edition] = json.loads(outcome.out)["editions"]
    assert [one["translation"] for one in edition["paragraphs"]] == lines


def test_an_empty_line_stands_for_a_paragraph_that_is_not_translated(pn: Run, home: Path) -> None:
    lines = (home / "exact.txt").read_text("utf-8").splitlines()
    (home / "lines.txt").write_text("\n".join([lines[0], "", lines[2]]), "utf-8")

    outcome = pn(*COMPARE, "--translation", "ru.txt=lines.txt")

    [edition] = json.loads(outcome.out)["editions"]
    assert [one["translation"] for one in edition["paragraphs"]] == [lines[0], None, lines[2]]


@pytest.mark.usefixtures("installed")
def test_what_was_translated_and_corrected_by_hand_is_taken_as_the_translation(pn: Run, home: Path) -> None:
    pn("translate", "ru.txt", "--output", "ours.txt")
    (home / "ours.txt").write_text((home / "ours.txt").read_text("utf-8").replace("Mer", "The mayor"), "utf-8")

    outcome = pn("compare", "en.txt", "ru.txt", "--translation", "ru.txt=ours.txt", "--format", "json")

    [edition] = json.loads(outcome.out)["editions"]
    assert (outcome.code, outcome.err, edition["translation"]["kind"]) == (0, "", "provided")
    assert edition["paragraphs"][0]["translation"].startswith("The mayor otkryla most")


def test_a_translation_is_read_from_standard_input(pn: Run, home: Path) -> None:
    outcome = pn(*COMPARE, "--translation", "ru.txt=-", given=(home / "exact.txt").read_text("utf-8"))

    assert json.loads(outcome.out)["editions"][0]["translation"]["kind"] == "provided"


def test_a_name_may_hold_the_sign_that_separates(pn: Run, home: Path) -> None:
    (home / "a=b.txt").write_bytes((home / "ru.txt").read_bytes())
    (home / "x=y.txt").write_bytes((home / "exact.txt").read_bytes())

    outcome = pn("compare", "en.txt", "a=b.txt", "--translation", "a=b.txt=x=y.txt", "--format", "json")

    assert json.loads(outcome.out)["editions"][0]["translation"]["kind"] == "provided"


def test_standard_input_is_not_read_for_an_edition_and_its_translation(pn: Run) -> None:
    outcome = pn("compare", "en.txt", "-", "--translation", "-=-")

    assert outcome.err.startswith("polyglot-news: -: standard input can be read once only\n")
