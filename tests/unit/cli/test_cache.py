from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

COMPARE = ("compare", "en.txt", "ru.txt", "--format", "json")


def compared(pn: Run, *options: str) -> tuple[int, dict[str, object]]:
    """The number of sentences from the cache, and the report without it and without times."""
    outcome = pn(*COMPARE, *options)
    assert outcome.code == 0, outcome.err
    report = json.loads(outcome.out)
    translation = report["editions"][0]["translation"]
    del translation["seconds"]
    return translation.pop("cached"), report


@pytest.mark.usefixtures("installed")
def test_a_second_comparison_translates_nothing_and_says_the_same(pn: Run) -> None:
    first, second = compared(pn), compared(pn)

    assert (first[0], second[0]) == (0, second[1]["editions"][0]["translation"]["sentences"])  # type: ignore[index]  # JSON
    assert first[1] == second[1]


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("command", [("compare", "en.txt"), ("align", "en.txt"), ("translate",)])
def test_without_a_cache_nothing_is_kept_and_nothing_taken(pn: Run, own_cache: Path, command: tuple[str, ...]) -> None:
    assert pn(*command, "ru.txt", "--no-cache").code == 0
    assert [*own_cache.iterdir()] == []

    pn(*COMPARE)
    assert compared(pn, "--no-cache")[0] == 0


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("value", ["", "0"])
def test_the_environment_switches_it_off(
    pn: Run, home: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("POLYGLOT_NEWS_CACHE", value)

    assert [compared(pn)[0], compared(pn)[0]] == [0, 0]
    assert [*own_cache.iterdir()] == []
    assert not (home / ".cache").exists()
    pn("models", "cache", "info")
    outcome = pn("models", "cache", "info")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "polyglot-news: translations are not cached\n  hint: POLYGLOT_NEWS_CACHE switches the cache off: unset it\n"
    )


@pytest.mark.usefixtures("installed")
def test_a_curious_user_is_told_how_many_sentences_were_known(pn: Run) -> None:
    pn(*COMPARE)

    assert "4 sentences, 4 from the cache, 0 in doubt" in pn(*COMPARE, "--verbose").err


@pytest.mark.usefixtures("installed")
def test_a_cache_that_cannot_be_used_is_no_error_and_told_to_the_curious_alone(pn: Run, own_cache: Path) -> None:
    (own_cache / "translations.sqlite3").mkdir()

    quiet, curious = pn(*COMPARE), pn(*COMPARE, "--verbose")

    assert (quiet.code, quiet.err) == (0, "")
    assert curious.err.count("translations are not cached: ") == 1


@pytest.mark.usefixtures("installed")
def test_what_is_kept_is_shown_and_cleared(pn: Run, own_cache: Path) -> None:
    file = own_cache / "translations.sqlite3"
    assert pn("models", "cache", "path").out == f"{file}\n"
    assert "(none yet)" in pn("models", "cache", "info").out
    pn(*COMPARE)

    shown = json.loads(pn("models", "cache", "info", "--format", "json").out)

    assert (shown["path"], shown["exists"], shown["sentences"], shown["trouble"]) == (str(file), True, 4, None)
    assert 0 < shown["bytes"] < shown["largest_bytes"]
    assert "sentences  4\n" in pn("models", "cache", "info").out
    assert pn("models", "cache", "clear").err == "forgot 4 translated sentences\n"
    assert json.loads(pn("models", "cache", "info", "--format", "json").out)["sentences"] == 0
    assert json.loads(pn("models", "cache", "path", "--format", "json").out) == {"path": str(file), "exists": True}


def test_a_file_of_another_kind_is_not_cleared(pn: Run, own_cache: Path) -> None:
    (own_cache / "translations.sqlite3").mkdir()

    outcome = pn("models", "cache", "clear")

    assert outcome.code == 2
    assert outcome.err.startswith("polyglot-news: cannot be cleared: ")
