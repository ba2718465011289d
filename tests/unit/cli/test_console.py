import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from polyglot_news.cli.console import Console, defused
from polyglot_news.errors import InputError


class Terminal(io.StringIO):
    """A stream that says it is a screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def pipe() -> Iterator[io.TextIOWrapper]:
    """A pipe whose reader has gone."""
    theirs, ours = os.pipe()
    os.close(theirs)
    with os.fdopen(ours, "w") as stream:
        yield stream


@pytest.mark.parametrize(
    ("no_colour", "environment", "on_screen", "in_pipe"),
    [
        (False, {}, True, False),
        (True, {}, False, False),
        (True, {"FORCE_COLOR": "1"}, False, False),
        (False, {"FORCE_COLOR": "1"}, True, True),
        (False, {"FORCE_COLOR": "0"}, False, False),
        (False, {"NO_COLOR": "1"}, False, False),
        (False, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        (False, {"NO_COLOR": ""}, True, False),
        (False, {"TERM": "dumb"}, False, False),
    ],
)
def test_colour_is_decided_by_option_environment_and_screen_in_this_order(
    monkeypatch: pytest.MonkeyPatch, *, no_colour: bool, environment: dict[str, str], on_screen: bool, in_pipe: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    console = Console(no_colour=no_colour)

    assert console.colour(Terminal()) is on_screen
    assert console.colour(io.StringIO()) is in_pipe
    assert console.colour(None) is False


def test_a_file_has_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert Console().colours_result("-")
    assert not Console().colours_result("report.txt")


SCREEN = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("no_colour", "environment", "on_screen", "in_pipe"),
    [
        (False, {"VTE_VERSION": "7006"}, True, False),
        (False, {}, False, False),
        (True, {"VTE_VERSION": "7006", "FORCE_HYPERLINK": "1"}, False, False),
        (False, {"FORCE_HYPERLINK": "1"}, True, False),
        (False, {"FORCE_HYPERLINK": "1", "FORCE_COLOR": "1"}, True, True),
        (False, {"FORCE_HYPERLINK": "0", "VTE_VERSION": "7006"}, False, False),
        (False, {"VTE_VERSION": "7006", "NO_COLOR": "1"}, False, False),
    ],
)
def test_links_are_decided_by_environment_and_screen_and_are_nowhere_without_colour(
    monkeypatch: pytest.MonkeyPatch, *, no_colour: bool, environment: dict[str, str], on_screen: bool, in_pipe: bool
) -> None:
    for name in ("VTE_VERSION", "TERM_PROGRAM", "WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "FORCE_HYPERLINK"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**SCREEN, **environment}.items():
        monkeypatch.setenv(name, value)
    console = Console(no_colour=no_colour)

    monkeypatch.setattr("sys.stdout", Terminal())
    assert console.links_result("-") is on_screen
    assert console.links_result("report.txt") is False
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert console.links_result("-") is in_pipe


def test_only_what_goes_to_a_screen_has_a_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PN_PAGER", "most")

    assert Console().pager("-") == ""
    monkeypatch.setattr("sys.stdout", Terminal())
    assert Console().pager("-") == "most"
    assert Console().pager("report.txt") == ""


@pytest.mark.parametrize(("columns", "width"), [("", 100), ("72", 72), ("5", 40), ("9999", 240), ("wide", 100)])
def test_the_width_of_what_is_no_screen_is_that_of_columns(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert Console().width("-") == width


def test_a_file_is_as_wide_as_a_pipe_even_if_a_screen_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Terminal())

    assert Console().width("report.txt") == 100
    assert Console().width("report.txt", one_line=True) > 1000


def test_names_from_outside_stay_on_their_line_and_do_nothing() -> None:
    assert defused("a\nb\x1b[2J\u202e\u200b\udcff é к") == "a\\nb\\x1b[2J\\u202e\\u200b\\udcff é к"


def test_an_error_is_two_lines_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    Console().fail(InputError("x\ny: is empty", hint="give\nanother"))

    assert capsys.readouterr() == ("", "polyglot-news: x\\ny: is empty\n  hint: give\\nanother\n")


def test_an_error_without_a_hint_is_one_line_even_for_the_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    Console(quiet=True).fail(InputError("x: is empty"))

    assert capsys.readouterr().err == "polyglot-news: x: is empty\n"


def test_messages_are_for_those_who_want_them(capsys: pytest.CaptureFixture[str]) -> None:
    for console in (Console(), Console(quiet=True), Console(verbose=True), Console(quiet=True, verbose=True)):
        console.say("said")
        console.detail("detail")

    assert capsys.readouterr() == ("", "said\nsaid\ndetail\n")


def test_progress_is_not_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Console().progress("translating") as progress:
        progress(1, 2)

    assert capsys.readouterr() == ("", "")


def test_a_message_that_nobody_reads_is_no_fault(pipe: io.TextIOWrapper, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe.reconfigure(line_buffering=True)
    monkeypatch.setattr("sys.stderr", pipe)

    Console().say("said")
    Console().say("again")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_message_for_which_there_is_no_room_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w", buffering=1, encoding="utf-8") as full:
        monkeypatch.setattr("sys.stderr", full)

        Console().say("said")
