"""The pager at a real terminal: a pseudo-terminal of 24 lines, a process of its own, keys that are pressed."""

from __future__ import annotations

import os
import re
import select
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from polyglot_news.cli.pager import show_report

pty = pytest.importorskip("pty", reason="needs pseudo-terminals")
fcntl = pytest.importorskip("fcntl", reason="needs pseudo-terminals")
termios = pytest.importorskip("termios", reason="needs pseudo-terminals")

SECONDS = 60  # after which a process hangs
LONG = "".join(f"line {n}\n" for n in range(1, 101))
LINK = "\x1b]8;;https://a.example\x1b\\name\x1b]8;;\x1b\\\n"
PROMPT = re.compile(rb"\n:(\x1b\[K)*$")
needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="needs less")


class Seen(NamedTuple):
    """What was on the screen, and how the process ended."""

    code: int
    screen: str

    @property
    def lines(self) -> list[str]:
        """The lines of the report that were shown."""
        return re.findall(r"line \d+", self.screen)


Watch = Callable[..., Seen]


@pytest.fixture
def watch(home: Path) -> Watch:
    """Run a command at a terminal; press a key each time that a pager asks for one."""

    def watch(command: Sequence[str], *keys: bytes, lines: int = 24, **settings: str) -> Seen:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80 if lines else 0, 0, 0))
        process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env=environment(home, settings),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # or /dev/tty would be another's
        )
        os.close(theirs)
        screen = read(ours, list(keys))
        os.close(ours)
        return Seen(process.wait(SECONDS), screen.decode("utf-8", "replace").replace("\r", ""))

    return watch


def environment(home: Path, settings: Mapping[str, str]) -> dict[str, str]:
    ours = {"PN_PAGER", "PAGER", "LESS", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "VTE_VERSION", "TERM_PROGRAM"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "HOME": str(home), "TERM": "xterm-256color", "LESSHISTFILE": "-", **settings}


def read(terminal: int, keys: list[bytes]) -> bytes:
    screen, until = b"", time.monotonic() + SECONDS
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                new = os.read(terminal, 65_536)
            except OSError:  # the last process has closed it
                return screen
            if not new:
                return screen
            screen += new
        elif keys and PROMPT.search(screen.replace(b"\r", b"")):
            os.write(terminal, keys.pop(0))
    return screen


def shows(text: str, pager: str, code: int = 7) -> list[str]:
    """A program that shows a report through a pager, and has an exit code of its own to keep."""
    program = (
        "import sys; from polyglot_news.cli.pager import show_report\n"
        "try: show_report(sys.argv[1], '-', sys.argv[2])\n"
        "except KeyboardInterrupt: sys.exit(130)\n"
        f"sys.exit({code})"
    )
    return [sys.executable, "-c", program, text, pager]


@needs_less
def test_a_report_longer_than_the_screen_is_paged(watch: Watch) -> None:
    seen = watch(shows(LONG, "less"), b" ", b"q")

    assert seen.code == 7
    assert seen.lines[0] == "line 1"
    assert 24 < len(seen.lines) < 60  # two screens of it


@needs_less
def test_a_report_that_fits_the_screen_is_not_paged(watch: Watch) -> None:
    seen = watch(shows(LONG[: LONG.index("line 24")], "less"))

    assert (seen.code, len(seen.lines)) == (7, 23)
    assert ":" not in seen.screen


@needs_less
def test_a_screen_that_does_not_say_its_size_has_no_pages(watch: Watch) -> None:
    assert watch(shows(LONG, "less"), lines=0).lines == LONG.splitlines()


@needs_less
def test_ctrl_c_in_less_does_not_end_it_nor_us(watch: Watch) -> None:
    seen = watch(shows(LONG, "less"), b"\x03", b"q")

    assert seen.code == 7
    assert "Traceback" not in seen.screen


def test_a_pager_that_ctrl_c_ends_ends_the_command_as_interrupted(watch: Watch) -> None:
    seen = watch(shows(LONG, "sh -c 'echo; printf :; sleep 60'"), b"\x03")

    assert seen.code == 130
    assert seen.lines == []


@pytest.mark.parametrize("pager", ["no-such-pager", "no-such-pager -R", "false", "sh -c 'exit 3'", "/"])
def test_a_pager_that_does_not_work_loses_neither_the_report_nor_the_exit_code(pager: str, watch: Watch) -> None:
    seen = watch(shows(LONG, pager))

    assert seen.code == 7
    assert seen.lines == LONG.splitlines()
    assert "Traceback" not in seen.screen


def test_a_pager_that_is_left_early_is_no_fault_however_long_the_report(watch: Watch) -> None:
    program = "from polyglot_news.cli.pager import show_report; show_report('line\\n' * 300_000, '-', 'head -n 3')"

    seen = watch([sys.executable, "-c", program])

    assert (seen.code, seen.screen.split()) == (0, ["line"] * 3)


def test_what_the_user_set_for_less_is_kept_but_for_colours(watch: Watch) -> None:
    asks = "sh -c 'cat >/dev/null; echo LESS is $LESS'"

    assert "LESS is FRX" in watch(shows(LONG, asks)).screen
    assert "LESS is -iR" in watch(shows(LONG, asks), LESS="-iR").screen
    assert "LESS is -R -i" in watch(shows(LONG, asks), LESS="-i").screen


def test_a_pager_that_may_not_know_links_is_given_none(watch: Watch) -> None:
    seen = watch(shows(LINK * 50, "sh -c cat"))

    assert seen.screen.split() == ["name"] * 50


def test_bytes_and_files_are_never_paged(home: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    show_report(LONG.encode(), "-", "false")
    show_report(LONG, "report.txt", "false")

    assert capfdbinary.readouterr().out == LONG.encode()
    assert (home / "report.txt").read_text("utf-8") == LONG


COMPARE = (str(Path(sys.executable).with_name("pn")), "compare", "en.txt", "ru.txt", "--no-translate", "--exit-code")


@pytest.fixture
def changed(home: Path) -> None:
    """The edition leaves the last paragraph out, and there are more of the others."""
    more = "".join(f"\nOn day {n} the bridge stayed closed, the ministry of transport said.\n" for n in range(9))
    (home / "en.txt").write_text((home / "en.txt").read_text("utf-8") + more, "utf-8")


@needs_less
@pytest.mark.usefixtures("changed")
def test_the_command_pages_its_report_with_colours_and_keeps_its_exit_code(watch: Watch) -> None:
    seen = watch(COMPARE, b"q", PN_PAGER="less", PAGER="cat")

    assert seen.code == 1
    assert "\x1b[38;5;" in seen.screen
    assert "On day 8" not in seen.screen


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("options", "settings"),
    [(["--no-pager"], {"PAGER": "false"}), ([], {"PAGER": "cat"}), (["--format", "json"], {"PAGER": "less"})],
)
def test_the_command_prints_at_once_where_no_pager_is_wanted(
    options: list[str], settings: dict[str, str], watch: Watch
) -> None:
    seen = watch([*COMPARE, *options], **settings)

    assert seen.code == 1
    assert "On day 8" in seen.screen


@pytest.mark.parametrize("form", ["markdown", "csv"])
def test_what_is_not_made_for_the_screen_is_never_paged(form: str, watch: Watch) -> None:
    asks = "sh -c 'cat >/dev/null; echo paged'"

    for command in ([*COMPARE[:5], "--format", form], [COMPARE[0], "demo", "--format", form]):
        seen = watch(command, lines=2, PAGER=asks)
        assert (seen.code, "paged" in seen.screen) == (0, False)
        assert "paged" in watch(command[:-2], lines=2, PAGER=asks).screen


@needs_less
def test_the_demonstration_is_paged_and_its_names_are_links(watch: Watch) -> None:
    command = [COMPARE[0], "demo", "--layout", "inline"]

    paged = watch(command, b"q", PAGER="less", VTE_VERSION="7006")
    at_once = watch([*command, "--no-pager"], PAGER="false", VTE_VERSION="7006")

    assert (paged.code, at_once.code) == (0, 0)
    assert len(paged.screen) < len(at_once.screen)
    assert "\x1b]8;;file://" in at_once.screen
    assert "this was: pn compare" in paged.screen
