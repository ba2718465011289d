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


@pytest.mark.usefixtures("installed")
def test_what_is_printed_as_it_is_done_is_what_a_file_gets(pn: Run, home: Path, cat: Path) -> None:
    cat.write_text("\n\n".join(f"Кот спит {k}. Дом пуст." for k in range(70)), "utf-8")

    for options in ([], ["--lines"]):
        pn("translate", "cat.txt", "--from", "ru", "--output", "out.txt", *options)
        printed = pn("translate", "cat.txt", "--from", "ru", "--no-cache", *options).out
        assert printed == (home / "out.txt").read_text("utf-8")


@pytest.mark.usefixtures("installed")
def test_a_faster_search_is_asked_for_in_a_word(pn: Run) -> None:
    beams = []
    for quality in ("fast", "balanced", "best"):
        told = pn("translate", "cat.txt", "--from", "ru", "--explain", "--format", "json", "--quality", quality).out
        beams.append(json.loads(told)["paragraphs"][0]["sentences"][0]["explanation"]["attempts"][0]["beam"])

    assert beams == [1, 2, 4]


@pytest.mark.usefixtures("installed")
def test_an_explanation_shows_pieces_score_length_and_what_guards_did(pn: Run, cat: Path) -> None:
    cat.write_text("Кот ъ спит на диване. 25 %.\n\nКот; дом.\n", "utf-8")

    told = pn("translate", "cat.txt", "--from", "ru", "--explain").out

    first, number, other = told.split("\n\n")
    lines = [line.strip() for line in first.splitlines()]
    assert lines[0] == "paragraph 1, sentence 1"
    assert lines[1].split(maxsplit=1) == ["original", "Кот ъ спит на диване."]
    assert lines[3:6] == [
        "package       translate-ru_en-1_9",
        "pieces        ▁ К о т ▁ ъ ▁ с п и т ▁ н а ▁ д и в а н е .",
        "22 tokens, padded to 29",
    ]
    assert lines[6].startswith("attempt 1     beam 4, score ")
    assert lines[6].endswith("5 tokens, in doubt: too short, put aside")
    assert lines[7] == "Kot"
    assert lines[8].startswith("attempt 2     beam 4, score ")
    assert lines[8].endswith("not in doubt, kept")
    assert number.splitlines()[-1] == "  as it stands  no model has seen it"
    assert other.startswith("paragraph 2, sentence 1\n")
    assert "from the cache" in pn("translate", "cat.txt", "--from", "ru", "--explain").out


@pytest.mark.usefixtures("installed")
def test_a_long_sentence_is_explained_part_by_part(pn: Run, cat: Path) -> None:
    cat.write_text("; ".join(["кот спит дома"] * 20) + "\n", "utf-8")

    told = pn("translate", "cat.txt", "--from", "ru", "--explain").out

    assert "part 1 of 2   ▁ к о т" in told
    assert "part 2 of 2   ▁ к о т" in told


@pytest.mark.usefixtures("installed")
def test_hostile_text_cannot_leave_its_line_in_an_explanation(pn: Run, cat: Path) -> None:
    cat.write_text("Кот\u2028спит\u202e тут.\nДом\u200b\u0007!\n", "utf-8")

    for form in ("text", "json"):
        told = pn("translate", "cat.txt", "--from", "ru", "--lines", "--explain", "--format", form).out
        assert all(one.isprintable() or one == "\n" for one in told)


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--explain", "--format", "tmx"], "--explain: a translation memory has no place for it"),
        (["--device", "cuda"], "device cuda: CTranslate2 finds no NVIDIA GPU with a driver"),
        (["--compute-type", "int16"], "compute type int16: this processor has no fast form of it"),
    ],
)
def test_what_is_not_there_is_refused_before_anything_is_translated(
    pn: Run, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)
    monkeypatch.setattr("ctranslate2.get_supported_compute_types", lambda _device: {"int8", "float32"})

    outcome = pn("translate", "cat.txt", "--from", "ru", *options)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"polyglot-news: {said}\n  hint: ")
