from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from polyglot_news.differences.settings import LEAST_CONFIDENCE, Sensitivity
from polyglot_news.reports.options import KINDS

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

COMPARE = ("compare", "en.txt", "ru.txt", "--translation", "ru.txt=exact.txt")


@pytest.fixture
def changed(home: Path) -> None:
    """The edition gives another number, and leaves a sentence out."""
    for file, sentence in (("ru.txt", " Грузовикам"), ("exact.txt", " Lorries")):
        text = (home / file).read_text("utf-8").replace("25", "52")
        (home / file).write_text(text.partition(sentence)[0] + "\n", "utf-8")


def differences(out: str) -> list[dict[str, Any]]:
    return [one for link in json.loads(out)["editions"][0]["links"] for one in link["differences"]]


def test_an_edition_with_an_exact_translation_has_no_difference(pn: Run) -> None:
    outcome = pn(*COMPARE, "--format", "json", "--exit-code")

    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["editions"][0]["translation"]["kind"] == "provided"
    assert differences(outcome.out) == []


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--exit-code"], 1),
        (["--fail-on", "number"], 1),
        (["--fail-on", "quote, number"], 1),
        (["--fail-on", "quote"], 0),
        (["--exit-code", "--only", "quote"], 0),
        (["--exit-code", "--only", "omission"], 1),
        (["--fail-on", "number", "--only", "quote"], 1),
        (["--fail-on", "number", "--min-confidence", "1"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_difference_makes_the_exit_code_1_where_that_is_asked_for(pn: Run, options: list[str], code: int) -> None:
    outcome = pn(*COMPARE, *options)

    assert (outcome.code, outcome.err) == (code, "")
    assert outcome.out


@pytest.mark.usefixtures("changed")
def test_kinds_that_are_not_asked_for_are_not_shown(pn: Run) -> None:
    kinds = {one["kind"] for one in differences(pn(*COMPARE, "--format", "json", "--only", "number").out)}

    assert kinds == {"number"}


@pytest.mark.usefixtures("changed")
def test_differences_below_a_confidence_are_not_shown(pn: Run) -> None:
    all_of_them = [one["confidence"] for one in differences(pn(*COMPARE, "--format", "json").out)]
    least = max(all_of_them)

    sure = differences(pn(*COMPARE, "--format", "json", "--min-confidence", str(least)).out)

    assert [one["confidence"] for one in sure] == [one for one in all_of_them if one >= least]


def sure(pn: Run, *options: str) -> list[float]:
    outcome = pn("compare", "en.txt", "ru.txt", "--no-translate", "--format", "json", *options)
    return [one["confidence"] for one in differences(outcome.out)]


@pytest.mark.usefixtures("changed")
def test_a_sensitivity_shows_all_that_is_as_sure_as_it_asks_for(pn: Run) -> None:
    everything = sure(pn, "--min-confidence", "0")

    assert everything
    assert sure(pn) == sure(pn, "--sensitivity", "normal")
    for sensitivity, least in LEAST_CONFIDENCE.items():
        assert sure(pn, "--sensitivity", sensitivity) == [one for one in everything if one >= least]


@pytest.mark.usefixtures("changed")
def test_a_confidence_that_is_given_wins_over_a_sensitivity(pn: Run) -> None:
    everything = sure(pn, "--min-confidence", "0")

    assert sure(pn, "--sensitivity", "strict", "--min-confidence", "0") == everything
    assert sure(pn, "--sensitivity", "all", "--min-confidence", "1") == [one for one in everything if one == 1]


def test_a_sensitivity_that_does_not_exist_is_refused_and_the_known_ones_are_named(pn: Run) -> None:
    outcome = pn(*COMPARE, "--sensitivity", "loud")

    assert (outcome.code, outcome.out) == (2, "")
    assert all(one.value in outcome.err for one in Sensitivity)


def test_a_confidence_outside_0_to_1_is_refused(pn: Run) -> None:
    outcome = pn(*COMPARE, "--min-confidence", "1.5")

    assert (outcome.code, outcome.out) == (2, "")
    assert "--sensitivity" in outcome.err


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked_for(pn: Run, kind: str) -> None:
    outcome = pn(*COMPARE, "--only", kind, "--format", "json")

    assert outcome.code == 0
    assert {one["kind"] for one in differences(outcome.out)} <= {kind}


def test_the_original_is_shown_beneath_its_translation_where_that_is_asked_for(pn: Run) -> None:
    assert "Мост через Ворну" not in pn(*COMPARE, "--layout", "inline").out
    assert "Мост через Ворну" in pn(*COMPARE, "--layout", "inline", "--show-original").out


def test_columns_decide_between_side_by_side_and_one_below_the_other(pn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "150")
    wide = pn(*COMPARE).out
    monkeypatch.setenv("COLUMNS", "60")
    narrow = pn(*COMPARE).out

    assert max(map(len, narrow.splitlines())) <= 60
    assert 60 < max(map(len, wide.splitlines())) <= 150
    assert len(wide.splitlines()) < len(narrow.splitlines())


@pytest.mark.usefixtures("changed")
def test_a_summary_in_a_file_is_not_cut_at_the_width_of_a_screen(pn: Run, home: Path) -> None:
    pn(*COMPARE, "--layout", "summary", "--output", "summary.txt")

    assert (home / "summary.txt").read_text("utf-8") == pn(*COMPARE, "--layout", "summary").out


def test_boilerplate_is_set_aside_unless_it_is_to_be_kept(pn: Run, home: Path) -> None:
    (home / "ru.txt").write_text((home / "ru.txt").read_text("utf-8") + "\nЧитайте также: Паром снова ходит\n", "utf-8")
    set_aside = pn("compare", "en.txt", "ru.txt", "--no-translate", "--format", "json").out
    kept = pn("compare", "en.txt", "ru.txt", "--no-translate", "--format", "json", "--keep-boilerplate").out

    assert len(json.loads(set_aside)["editions"][0]["boilerplate"]) == 1
    assert json.loads(kept)["editions"][0]["boilerplate"] == []
    assert len(json.loads(kept)["editions"][0]["paragraphs"]) == 4


def test_each_line_is_a_paragraph_where_that_is_asked_for(pn: Run, home: Path) -> None:
    (home / "lines.txt").write_text("Мост\nобошелся в 25 миллионов евро\nчитайте также", "utf-8")

    outcome = pn("compare", "en.txt", "lines.txt", "--no-translate", "--lines", "--format", "json")

    texts = [one["text"] for one in json.loads(outcome.out)["editions"][0]["paragraphs"]]
    assert texts == ["Мост", "обошелся в 25 миллионов евро", "читайте также"]


def test_any_language_can_be_that_of_the_base(pn: Run, home: Path) -> None:
    (home / "uk.txt").write_text("Міст відкрили в понеділок, потяги підуть ним з 5 травня, повідомили в міністерстві.")

    outcome = pn("compare", "ru.txt", "uk.txt", "--base-language", "ru", "--no-translate", "--format", "json")

    report = json.loads(outcome.out)
    assert outcome.code == 0
    assert (report["base"]["language"], report["editions"][0]["language"]) == ("ru", "uk")


def test_a_language_that_is_said_is_believed(pn: Run) -> None:
    outcome = pn("compare", "en.txt", "ru.txt", "--language", "ru.txt=uk", "--no-translate", "--format", "json")

    [edition] = json.loads(outcome.out)["editions"]
    assert (edition["language"], edition["language_confidence"]) == ("uk", 1.0)


def test_a_hostile_name_is_shown_defused(pn: Run, home: Path) -> None:
    name = "ru\n\x1b[31m\u202e.txt"
    (home / "ru.txt").rename(home / name)

    shown = pn("compare", "en.txt", name, "--no-translate")

    assert shown.code == 0
    assert "[31m" in shown.out
    assert "\x1b" not in shown.out
    assert "\u202e" not in shown.out


def test_colour_can_be_asked_for_and_refused(pn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in pn(*COMPARE).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in pn(*COMPARE).out
    assert "\x1b[" not in pn(*COMPARE, "--no-color").out


def test_a_curious_user_is_told_how_the_result_was_made(pn: Run) -> None:
    told = pn(*COMPARE, "--verbose").err.splitlines()

    assert told[0].startswith("en.txt: English, confidence 1.00, 3 paragraphs, 0 taken out as boilerplate")
    assert told[1].startswith("ru.txt: Russian, ")
    assert told[2].startswith("ru.txt: translation provided, ")
    assert told[3].startswith("polyglot-news:")
    assert pn(*COMPARE, "--verbose", "--quiet").err == ""
