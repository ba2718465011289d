from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from translate.storage.tmx import tmxfile

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

CAT = "Кот спит дома, у окна.\n\nДом стоит у реки. Он пуст!\n"


@pytest.fixture(autouse=True)
def cat(home: Path) -> Path:
    (home / "cat.txt").write_text(CAT, "utf-8")
    return home / "cat.txt"


@pytest.mark.usefixtures("installed")
def test_paragraphs_come_back_with_blank_lines_between(pn: Run) -> None:
    outcome = pn("translate", "cat.txt", "--from", "ru")

    assert outcome == (0, "Kot spyt doma, u okna.\n\nDom stoyt u reky. On pust!\n", "")


@pytest.mark.usefixtures("installed")
def test_lines_come_back_as_lines(pn: Run, cat: Path) -> None:
    cat.write_text("Кот спит дома.\nОн пуст!\n", "utf-8")

    assert pn("translate", "cat.txt", "--from", "ru", "--lines").out == "Kot spyt doma.\nOn pust!\n"


@pytest.mark.usefixtures("installed")
def test_standard_input_is_translated_into_a_file(pn: Run, home: Path) -> None:
    assert pn("translate", "-", "--from", "ru", "--output", "out.txt", given=CAT) == (0, "", "")
    assert (home / "out.txt").read_text("utf-8").startswith("Kot spyt doma")


@pytest.mark.usefixtures("installed")
def test_json_has_every_sentence_with_what_is_in_doubt_about_it(pn: Run, cat: Path) -> None:
    cat.write_text("Кот сидел на диване. Кот сидел ѫ на большом диване у окна.\n", "utf-8")

    translation = json.loads(pn("translate", "cat.txt", "--from", "ru", "--format", "json").out)

    assert (translation["language"], translation["into"], translation["package"]) == ("ru", "en", "translate-ru_en-1_9")
    first, second = translation["paragraphs"][0]["sentences"]
    assert first == {"text": "Кот сидел на диване.", "translation": "Kot sydel na dyvane.", "doubt": None}
    assert second["doubt"] == "repetition"


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (
            "sentence",
            [
                ("Кот спит дома, у окна.", "Kot spyt doma, u okna."),
                ("Дом стоит у реки.", "Dom stoyt u reky."),
                ("Он пуст!", "On pust!"),
            ],
        ),
        (
            "paragraph",
            [
                ("Кот спит дома, у окна.", "Kot spyt doma, u okna."),
                ("Дом стоит у реки. Он пуст!", "Dom stoyt u reky. On pust!"),
            ],
        ),
    ],
)
def test_a_translation_memory_has_the_edition_as_its_source(
    pn: Run, unit: str, expected: list[tuple[str, str]]
) -> None:
    outcome = pn("translate", "cat.txt", "--from", "ru", "--format", "tmx", "--unit", unit)

    read = tmxfile.parsestring(outcome.out.encode(), "ru", "en")  # type: ignore[no-untyped-call]  # has types in part
    assert outcome.code == 0
    assert [(one.source, one.target) for one in read.units] == expected


def test_the_starter_says_that_it_is_one(pn: Run) -> None:
    outcome = pn("translate", "cat.txt", "--from", "ru")

    assert outcome.code == 0
    assert outcome.out.count("\n\n") == 1
    assert outcome.err == "translated by the starter package; pn models install LANGUAGE brings a full one\n"
    assert pn("translate", "cat.txt", "--from", "ru", "-q").err == ""


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["en.txt"], 2, "en.txt: is in English already"),
        (["ru.txt", "--into", "pl"], 3, "ru.txt: is in Russian, and no package translates ru into pl"),
        (["ru.txt", "--into", "Polish"], 2, "--into: no code of a language: Polish"),
        (["ru.txt", "--from", "RU"], 2, "--from: no code of a language: RU"),
    ],
)
def test_what_cannot_be_translated_is_refused(pn: Run, options: list[str], code: int, said: str) -> None:
    outcome = pn("translate", *options)

    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(f"polyglot-news: {said}\n  hint: ")
