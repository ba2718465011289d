from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


def test_each_file_has_its_language(pn: Run) -> None:
    outcome = pn("detect", "en.txt", "ru.txt")

    assert outcome.code == 0
    assert outcome.out == "en.txt: en (English), confidence 1.00\nru.txt: ru (Russian), confidence 1.00\n"


def test_a_paragraph_in_another_language_is_named(pn: Run, home: Path) -> None:
    foreign = "Trains will cross it from 5 May, and lorries have to wait until autumn, the ministry said."
    (home / "ru.txt").write_text((home / "ru.txt").read_text("utf-8") + f"\n{foreign}\n", "utf-8")

    assert pn("detect", "ru.txt").out.endswith("\n  paragraph 4: en (English)\n")
    [found] = json.loads(pn("detect", "ru.txt", "--format", "json").out)
    assert (found["source"], found["language"]) == ("ru.txt", "ru")
    assert 0.9 < found["language_confidence"] <= 1
    assert found["other_languages"] == [{"paragraph": 3, "language": "en"}]


def test_standard_input_is_read(pn: Run, home: Path) -> None:
    assert pn("detect", "-", given=(home / "ru.txt").read_text("utf-8")).out.startswith("-: ru (Russian)")
    assert pn("detect", "-", "-").err.startswith("polyglot-news: -: standard input can be read once only\n")


def test_a_file_that_cannot_be_read_does_not_hide_the_others(pn: Run) -> None:
    outcome = pn("detect", "missing.txt", "en.txt", ".")

    assert outcome.code == 2
    assert outcome.out == "en.txt: en (English), confidence 1.00\n"
    assert outcome.err.count("polyglot-news: ") == 2


def test_a_hostile_name_is_shown_defused(pn: Run, home: Path) -> None:
    name = "ru\n\x1b[31m\u202e.txt"
    (home / "ru.txt").rename(home / name)

    as_json = pn("detect", name, "--format", "json").out

    assert pn("detect", name).out.startswith("ru\\n\\x1b[31m\\u202e.txt: ru (Russian)")
    assert "\\u202e" in as_json
    assert "\u202e" not in as_json
    assert json.loads(as_json)[0]["source"] == name
