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


QUOTING = (
    "Рада ухвалила закон про допомогу місту.\n\n"
    "Президент нагадав слова гостя: «Мы не знаем, кто стрелял, и вряд ли узнаем». Потім усі пішли.\n\n"
    "«We will rebuild every house», — сказав мер міста, і люди слухали його мовчки.\n"
)


def test_a_passage_in_another_language_is_shown_in_its_paragraph(pn: Run, home: Path) -> None:
    (home / "uk.txt").write_text(QUOTING, "utf-8")

    assert pn("detect", "uk.txt").out == (
        "uk.txt: uk (Ukrainian), confidence 1.00\n"
        "  in paragraph 2: ru (Russian): Мы не знаем, кто стрелял, и вряд ли узнаем\n"
        "  in paragraph 3: en (English): We will rebuild every house\n"
    )


def test_passages_have_places_in_json(pn: Run, home: Path) -> None:
    (home / "uk.txt").write_text(QUOTING, "utf-8")

    [told] = json.loads(pn("detect", "uk.txt", "--format", "json").out)

    assert told["other_languages"] == []
    assert [(each["paragraph"], each["language"], each["start"], each["end"]) for each in told["passages"]] == [
        (1, "ru", 32, 74),
        (2, "en", 1, 28),
    ]
    assert all(0.9 < each["confidence"] <= 1 for each in told["passages"])


def test_a_long_passage_is_shown_by_its_beginning(pn: Run, home: Path) -> None:
    long = "Мы не знаем, кто стрелял, и вряд ли узнаем это когда-нибудь, если никто не скажет правды"
    around = (
        "Потім він пішов додому, і зал спорожнів. Люди ще довго стояли надворі під дощем і мовчки чекали на міліцію."
    )
    (home / "uk.txt").write_text(QUOTING + f"\nГість додав: «{long}». {around}\n", "utf-8")

    [*_, last] = pn("detect", "uk.txt").out.splitlines()

    assert last.endswith("если никто не скаж…")
    assert len(last.split(": ", 2)[2]) <= 80


def test_where_the_language_is_not_sure_that_is_said(pn: Run) -> None:
    assert pn("detect", "-", given="Слуга народу\n").out.endswith(", not sure\n")
