from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polyglot_news.cli.commands import SUMMARIES

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

MODELS = ("list", "install", "remove", "verify", "export", "path")
COMMANDS = [*([name] for name in SUMMARIES), *(["models", name] for name in MODELS)]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_a_help_page_that_fits_the_screen(pn: Run, command: list[str]) -> None:
    outcome = pn(*command, "--help")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Usage: polyglot-news {' '.join(command)} [OPTIONS]")
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert outcome.out.isascii()
    assert pn(*command, "-h").out == outcome.out


@pytest.mark.parametrize(
    "command", [one for one in COMMANDS if one[-1] not in {"models", "install", "remove", "export"}]
)
def test_every_command_that_prints_a_result_takes_json(pn: Run, command: list[str]) -> None:
    page = " ".join(pn(*command, "--help").out.split())

    assert "-f, --format " in page
    assert "json" in page


def test_the_summary_of_a_command_is_the_beginning_of_its_help_and_never_cut(pn: Run) -> None:
    overview = " ".join(pn("--help").out.split())

    for name, summary in SUMMARIES.items():
        assert f"{name} {summary}" in overview


def test_options_stand_under_what_they_are_for_and_examples_as_they_are_typed(pn: Run) -> None:
    page = pn("compare", "--help").out

    titles = [line for line in page.splitlines() if line and not line.startswith(" ")]
    assert titles == [
        "Usage: polyglot-news compare [OPTIONS] BASE EDITION...",
        "Arguments:",
        "Options:",
        "Showing:",
        "Reading:",
        "Translating:",
        "Examples:",
    ]
    assert "\n  pn compare en.txt ru.txt uk.txt\n" in page
