import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

import polyglot_news
from polyglot_news.environment import (
    colour_preference,
    native_settings,
    pager_variables,
    screen_columns,
    terminal_has_links,
    wanted_pager,
)

SCREEN = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environment", "has_links"),
    [
        ({}, False),
        (SCREEN, False),
        ({**SCREEN, "VTE_VERSION": "7006"}, True),
        ({**SCREEN, "VTE_VERSION": "4800"}, False),
        ({**SCREEN, "VTE_VERSION": "0.50"}, False),
        ({**SCREEN, "TERM_PROGRAM": "iTerm.app"}, True),
        ({**SCREEN, "TERM_PROGRAM": "vscode"}, True),
        ({**SCREEN, "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({**SCREEN, "WT_SESSION": "1"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "dumb", "VTE_VERSION": "7006"}, False),
        ({"TERM": "screen.xterm", "VTE_VERSION": "7006"}, False),
        ({"TERM": "screen-256color", "TMUX": "tmux,1", "VTE_VERSION": "7006"}, True),
    ],
)
def test_links_are_for_terminals_that_are_known_to_have_them(environment: dict[str, str], *, has_links: bool) -> None:
    assert terminal_has_links(environment) is has_links


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, None),
        ({"NO_COLOR": ""}, None),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm-256color"}, None),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "false"}, False),
        ({"FORCE_COLOR": ""}, None),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_as_the_environment_says(environment: dict[str, str], *, wanted: bool | None) -> None:
    assert colour_preference(environment) is wanted


@pytest.mark.parametrize(
    ("columns", "width"),
    [("120", 120), ("", None), ("0", None), ("-5", None), ("wide", None), ("12.5", None), ("²", None)],
)
def test_the_width_is_what_the_environment_says_where_that_is_a_width(columns: str, width: int | None) -> None:
    assert screen_columns({"COLUMNS": columns}) == width


def test_an_environment_without_a_width_has_none() -> None:
    assert screen_columns({}) is None


@pytest.mark.parametrize(
    ("variables", "pager"),
    [
        ({"PN_PAGER": "most", "PAGER": "more"}, "most"),
        ({"PAGER": "less -S"}, "less -S"),
        ({"PAGER": "cat"}, ""),
        ({"PAGER": ""}, ""),
        ({"PN_PAGER": " ", "PAGER": "more"}, ""),
        ({"PN_PAGER": "cat", "PAGER": "more", "TERM": "xterm"}, ""),
        ({"TERM": "dumb", "PATH": os.environ["PATH"]}, ""),
        ({"PATH": os.environ["PATH"]}, ""),
        ({"TERM": "dumb", "PAGER": "more"}, "more"),
        ({"TERM": "xterm", "PATH": "/nowhere"}, ""),
    ],
)
def test_the_pager_is_that_of_the_environment(variables: Mapping[str, str], pager: str) -> None:
    assert wanted_pager(variables) == pager


@pytest.mark.skipif(shutil.which("less") is None, reason="needs less")
def test_without_a_word_from_the_user_it_is_less() -> None:
    assert wanted_pager({"TERM": "xterm", "PATH": os.environ["PATH"]}) == "less"


def test_a_pager_has_the_variables_of_the_user_and_shows_colours() -> None:
    assert pager_variables({}) == {"LV": "-c", "LESSCHARSET": "utf-8", "LESS": "FRX"}
    assert pager_variables({"HOME": "/home", "LV": "-b", "LESS": "-iR"})["LESS"] == "-iR"
    assert pager_variables({"HOME": "/home", "LV": "-b", "LESS": "-i"}) == {
        "HOME": "/home",
        "LV": "-b",
        "LESSCHARSET": "utf-8",
        "LESS": "-R -i",
    }


def test_the_settings_of_native_libraries_are_told_in_order() -> None:
    environment = {"MKL_CBWR": "AVX2", "HOME": "/home", "CT2_USE_MKL": "1", "ONEDNN_MAX_CPU_ISA": "AVX2"}

    assert native_settings(environment) == ("CT2_USE_MKL=1", "MKL_CBWR=AVX2", "ONEDNN_MAX_CPU_ISA=AVX2")


def test_no_other_module_reads_the_environment() -> None:
    package = Path(polyglot_news.__path__[0])
    readers = [path.name for path in package.rglob("*.py") if re.search(r"\benviron\b|getenv", path.read_text("utf-8"))]

    assert readers == ["environment.py"]
