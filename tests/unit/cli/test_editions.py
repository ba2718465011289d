from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

GERMAN = """Bürgermeisterin eröffnet am Montag eine Brücke

Die Brücke über die Worna kostete 25 Millionen Euro, ihr Bau dauerte 3 Jahre, sagte Bürgermeisterin Anna Kovalenko.

Züge fahren ab dem 5. Mai darüber. Lastwagen müssen bis zum Herbst warten, teilte das Verkehrsministerium mit.
"""
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


@pytest.fixture
def german(home: Path) -> None:
    """An edition in a language that has no lexicon and no package; exact.txt translates it as well as the Russian."""
    (home / "de.txt").write_text(GERMAN, "utf-8")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("command", ["compare", "align"])
def test_a_language_without_a_translation_and_without_a_lexicon_is_named_with_the_file(pn: Run, command: str) -> None:
    outcome = pn(command, "en.txt", "de.txt", "--no-translate")

    said, hint = outcome.err.splitlines()
    assert (outcome.code, outcome.out) == (2, "")
    assert said == "polyglot-news: de.txt: is in German, for which there is no translation and no lexicon"
    assert "--translation de.txt=FILE" in hint
    assert "pn models install" in hint


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("command", ["compare", "align"])
def test_a_language_without_a_lexicon_is_compared_by_the_translation_that_the_user_brings(
    pn: Run, command: str
) -> None:
    options = ("--no-translate", "--translation", "de.txt=exact.txt", "--format", "json")

    outcome = pn(command, "en.txt", "de.txt", *options)

    result = json.loads(outcome.out)
    links = result["editions"][0]["links"] if command == "compare" else result
    assert (outcome.code, outcome.err) == (0, "")
    assert [(link["base"], link["edition"]) for link in links] == [([k], [k]) for k in range(3)]


@pytest.mark.usefixtures("german")
def test_where_the_language_of_the_base_has_no_lexicon_that_is_said(pn: Run) -> None:
    outcome = pn("compare", "de.txt", "ru.txt", "--base-language", "de", "--no-translate")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(
        "polyglot-news: ru.txt: is not translated into German, for which there is no lexicon\n"
    )


@pytest.mark.usefixtures("german")
def test_two_texts_in_one_language_need_no_lexicon_to_be_aligned(pn: Run) -> None:
    outcome = pn("align", "de.txt", "de.txt", "--base-language", "de", "--no-translate")

    assert [json.loads(line)["edition"] for line in outcome.out.splitlines()] == [[0], [1], [2]]


BOTH = pytest.mark.parametrize("command", ["compare", "align"])


@BOTH
@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "argos, beam 4, length penalty "),
        (["--quality", "balanced"], "argos, beam 2, length penalty "),
        (["--quality", "fast", "--compute-type", "float32"], "argos, beam 1, length penalty "),
        (["--compute-type", "float32", "--device", "cpu"], ", float32 on cpu"),
    ],
    ids=" ".join,
)
def test_how_editions_are_translated_is_chosen_as_for_pn_translate_and_told(
    pn: Run, command: str, options: list[str], told: str
) -> None:
    outcome = pn("--verbose", command, "en.txt", "ru.txt", *options)

    assert outcome.code == 0
    assert told in outcome.err


@BOTH
@pytest.mark.usefixtures("installed")
def test_the_cache_keeps_what_was_searched_for_otherwise_apart(pn: Run, command: str) -> None:
    def cached(*options: str) -> str:
        told = pn("--verbose", command, "en.txt", "ru.txt", *options).err
        return told.partition(" sentences, ")[2].partition(" from the cache")[0]

    before = [cached(*options) for options in ([], ["--quality", "fast"], ["--compute-type", "float32"])]
    again = cached("--quality", "fast")

    assert before == ["0", "0", "0"]
    assert again not in {"", "0"}


@pytest.mark.usefixtures("installed")
def test_a_comparison_has_the_translation_that_pn_translate_makes_with_the_same_options(pn: Run) -> None:
    options = ("--quality", "fast", "--compute-type", "float32", "--format", "json")
    alone = json.loads(pn("translate", "ru.txt", *options).out)

    [edition] = json.loads(pn("compare", "en.txt", "ru.txt", "--no-cache", *options).out)["editions"]

    assert edition["translation"]["package"] == alone["package"]
    assert [one["translation"] for one in edition["paragraphs"]] == [one["translation"] for one in alone["paragraphs"]]


@BOTH
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--device", "cuda"], "device cuda: CTranslate2 finds no NVIDIA GPU with a driver"),
        (["--compute-type", "int16"], "compute type int16: this processor has no fast form of it"),
    ],
)
def test_what_this_computer_has_not_is_refused_before_anything_is_read(
    pn: Run, monkeypatch: pytest.MonkeyPatch, command: str, options: list[str], said: str
) -> None:
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)
    monkeypatch.setattr("ctranslate2.get_supported_compute_types", lambda _device: {"int8", "float32"})

    outcome = pn(command, "missing.txt", "ru.txt", *options)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"polyglot-news: {said}\n  hint: ")
