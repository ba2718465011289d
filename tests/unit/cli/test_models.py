from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polyglot_news.cli.app import run
from polyglot_news.translation.packages import Package, read_package

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

NAME = "translate-ru_en-1_9"


@pytest.fixture
def russian(packages_folder: Path) -> Package:
    return read_package(packages_folder / NAME)


@pytest.fixture
def damaged(home: Path) -> str:
    """A package without its parts."""
    folder = home / "packages" / "translate-uk_en-9"
    folder.mkdir(parents=True)
    (folder / "metadata.json").write_text('{"from_code": "uk", "to_code": "en"}', "utf-8")
    return "translate-uk_en-9"


def test_the_starter_is_listed_where_nothing_is_installed(pn: Run) -> None:
    outcome = pn("models", "list")

    assert (outcome.code, outcome.err) == (0, "")
    assert all("starter, used where no other is installed" in line for line in outcome.out.splitlines())
    assert [one["starter"] for one in json.loads(pn("models", "list", "--format", "json").out)] == [True, True]


@pytest.mark.usefixtures("installed")
def test_columns_stand_below_each_other(pn: Run) -> None:
    lines = pn("models", "list").out.splitlines()

    assert lines[0].startswith(f"{NAME}  ru to en  sentencepiece  ")
    assert {line.index(" to ") for line in lines} == {lines[0].index(" to ")}


def test_a_damaged_package_is_told_apart_and_can_be_removed(pn: Run, damaged: str, home: Path) -> None:
    said = f"{damaged}: sentencepiece.model or bpe.model is missing"

    assert pn("models", "list").err == f"damaged: {said}\n"
    assert pn("models", "verify", damaged) == (3, f"BAD  {said}\n", "")
    assert pn("models", "export", damaged, "file")[::2] == (
        3,
        f"polyglot-news: {said}\n  hint: install it again from its .argosmodel file: pn models install FILE\n",
    )
    assert pn("models", "remove", damaged).code == 0
    assert list((home / "packages").iterdir()) == []
    assert not (home / "file").exists()


def test_one_package_or_all_are_verified(pn: Run, damaged: str) -> None:
    everything = json.loads(pn("models", "verify", "--format", "json").out)
    names = [one["name"] for one in everything]

    assert names[-1] == damaged
    assert [one["name"] for one in everything if not one["ok"]] == [damaged]
    assert pn("models", "verify", names[0]).out.startswith(f"ok   {names[0]}: starter, ")
    assert pn("models", "verify", names[0]).code == 0


def test_a_package_that_does_not_exist_is_bad_input(pn: Run) -> None:
    for command in (["remove", "nothing"], ["verify", "nothing"], ["export", "nothing", "file"]):
        outcome = pn("models", *command)
        assert outcome.code == 2
        assert outcome.err.startswith("polyglot-news: nothing: no such package is installed\n  hint: pn models list")


def test_an_exported_package_can_be_installed(pn: Run, home: Path, russian: Package, pack: Callable[..., Path]) -> None:
    pn("models", "install", str(pack(russian, home / "ru.argosmodel")))

    exported = pn("models", "export", NAME, "again.argosmodel")
    pn("models", "remove", NAME)
    installed = pn("models", "install", "again.argosmodel")

    assert exported == (0, "", f"exported {NAME} to again.argosmodel\n")
    assert installed.err == f"installed {NAME} (Russian to English) in {home / 'packages' / NAME}\n"


@pytest.mark.usefixtures("installed")
def test_a_package_goes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["models", "export", NAME, "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"PK")


@pytest.mark.parametrize("place", [".", "nowhere/file"])
@pytest.mark.usefixtures("installed")
def test_a_place_that_cannot_be_written_is_refused(pn: Run, place: str) -> None:
    outcome = pn("models", "export", NAME, place)

    assert outcome.code == 2
    assert outcome.err.startswith(f"polyglot-news: {place}: ")


def test_the_folder_is_printed(pn: Run, home: Path) -> None:
    assert pn("models", "path").out == f"{home / 'packages'}\n"
    assert json.loads(pn("models", "path", "--format", "json").out) == {"path": str(home / "packages"), "exists": False}


def test_a_group_without_a_command_shows_its_help_and_is_wrong_usage(pn: Run) -> None:
    outcome = pn("models")

    assert (outcome.code, outcome.out) == (2, "")
    assert "verify   Load each package" in outcome.err
