"""How the command behaves as a process: streams, pipes, signals, terminals, exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Run, Start

COMMAND = Path(sys.executable).with_name("polyglot-news")
SECONDS = 60  # after which a process hangs
COMPARE = ("compare", "en.txt", "ru.txt", "--no-translate")


def test_links_of_an_edition_from_standard_input_go_to_stdout_as_scripts_read_them(pn: Run, home: Path) -> None:
    edition = (home / "ru.txt").read_text("utf-8").rpartition("\n\n")[0].encode("cp1251")

    outcome = pn("align", "en.txt", "-", "--no-translate", given=edition)

    *linked, omitted = outcome.out.splitlines()
    assert (outcome.code, outcome.err) == (0, "")
    assert omitted == '{"base": [2], "edition": [], "score": 0.0, "moved": false}'
    assert [tuple(json.loads(link)) for link in linked] == [("base", "edition", "score", "moved")] * len(linked)
    assert [i for link in linked for i in json.loads(link)["base"]] == [0, 1]
    assert [j for link in linked for j in json.loads(link)["edition"]] == [0, 1]


def test_a_terminal_gets_colour_and_a_progress_that_pipes_do_not_get(
    start: Start, home: Path, packages_folder: Path
) -> None:
    """Standard output and standard error are terminals here, as they are for most users."""
    (home / "packages").symlink_to(packages_folder)
    ours, theirs = os.openpty()

    with start("compare", "en.txt", "ru.txt", stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = _read_all(ours)

    assert process.returncode == 0
    assert b"\x1b[1m" in shown
    assert b"translating" in shown


def test_a_pipe_that_closes_early_is_no_error_and_hides_nothing(start: Start, home: Path) -> None:
    (home / "ru.txt").write_text((home / "ru.txt").read_text("utf-8").rpartition("\n\n")[0], "utf-8")

    with start(*COMPARE, "--format", "json", "--exit-code") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (1, b"")


def test_help_into_a_pipe_that_is_closed_is_no_error(start: Start) -> None:
    with start("--help") as process:
        assert process.stdout
        process.stdout.close()

    assert process.returncode == 0


def test_an_interrupt_is_130_and_leaves_what_was_there(start: Start, home: Path) -> None:
    report = home / "report.txt"
    report.write_text("yesterday's", "utf-8")
    before = sorted(home.iterdir())

    with start("compare", "en.txt", "-", "--verbose", "--output", "report.txt") as process:
        assert process.stderr
        assert process.stderr.readline().startswith(b"en.txt: English")  # now it waits for standard input
        process.send_signal(signal.SIGINT)
        code, said = process.wait(SECONDS), process.stderr.read()

    assert (code, said) == (130, b"")
    assert report.read_text("utf-8") == "yesterday's"
    assert sorted(home.iterdir()) == before


def test_an_interrupt_ends_a_translation_at_once_and_gives_the_cursor_back(start: Start, home: Path) -> None:
    told = [f"Мост номер {k} открыли в понедельник, он обошелся в {k} евро." for k in range(3000)]  # a minute of work
    (home / "long.txt").write_text("\n".join(told), "utf-8")
    ours, theirs = os.openpty()

    with start("translate", "long.txt", "--lines", "--output", "english.txt", stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while not re.search(rb"[1-9]\d*/3000", shown):  # the first sentences are translated, the model is at the next
            shown += os.read(ours, 4096)
        process.send_signal(signal.SIGINT)
        code = process.wait(SECONDS / 6)

    assert code == 130
    assert b"\x1b[?25h" in _read_all(ours)
    assert not (home / "english.txt").exists()


def test_an_interrupt_that_is_ignored_stays_so(home: Path) -> None:
    """As under nohup, or in the background of a script."""
    ignoring = ["sh", "-c", 'trap "" INT; echo ready >&2; exec "$@"', "sh", str(COMMAND), "extract", "-"]

    with subprocess.Popen(ignoring, cwd=home, stdin=PIPE, stdout=PIPE, stderr=PIPE) as process:
        assert process.stderr
        assert process.stderr.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate((home / "ru.txt").read_bytes(), SECONDS)

    assert process.returncode == 0
    assert "Мэр открыла мост".encode() in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [["models", "path"], ["--help"]], ids=["a result", "help"])
def test_a_full_disk_is_said_in_one_line(start: Start, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full, start(*arguments, stdout=full.fileno()) as process:
        _, said = process.communicate(timeout=SECONDS)

    assert process.returncode == 2
    assert said.decode().count("\n") == 2
    assert b"no space left on device\n  hint: " in said


def test_a_closed_standard_output_is_said_in_one_line(home: Path) -> None:
    closing = ["sh", "-c", 'exec "$@" >&-', "sh", str(COMMAND), "models", "path"]

    done = subprocess.run(closing, cwd=home, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stderr == "polyglot-news: standard output: is closed\n  hint: --output FILE writes to a file\n"


@pytest.mark.parametrize(
    ("name", "words", "completed"),
    [
        ("polyglot-news", "polyglot-news comp", ["compare"]),
        ("pn", "pn compare --layout s", ["side-by-side", "summary"]),
        ("pn", "pn models ver", ["verify"]),
    ],
)
def test_the_shell_completes_commands_options_and_values(
    home: Path, name: str, words: str, completed: list[str]
) -> None:
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    settings = {variable: "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}

    found = subprocess.run(
        [COMMAND.with_name(name)], env={**os.environ, **settings}, cwd=home, capture_output=True, check=True
    )

    assert found.stdout.decode().split() == completed


def _read_all(terminal: int) -> bytes:
    """Read until the other end of a terminal is closed, which on Linux is an error."""
    shown = b""
    try:
        while chunk := os.read(terminal, 4096):
            shown += chunk
    except OSError:
        pass
    finally:
        os.close(terminal)
    return shown
