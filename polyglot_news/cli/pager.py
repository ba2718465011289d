"""A report that is longer than the screen goes through a pager, as git's does.

PN_PAGER names the pager, else PAGER, else less; "cat" or nothing switches it off: `environment.wanted_pager`. Whatever
the pager does, the report and the exit code are not lost.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Annotated

import typer

from polyglot_news.cli.console import Console
from polyglot_news.cli.output import STDOUT, write_result
from polyglot_news.environment import pager_variables

_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_ONE_WORD = re.compile(r"[\w./+-]+")
_FIRST_WITH_LINKS = 581  # version of less; source: its NEWS, "support OSC 8 hyperlinks when -R is in effect"

NoPager = Annotated[
    bool,
    typer.Option(
        "--no-pager",
        rich_help_panel="Showing",
        help="Print a long report at once, instead of through PN_PAGER or PAGER.",
    ),
]


def pager_for(console: Console, form: str, output: str, *, no_pager: bool) -> str:
    """Return the command that a report is paged with; "" for none, as for all that is not made for the screen."""
    return "" if no_pager or form != "terminal" else console.pager(output)


def show_report(report: str | bytes, output: str, pager: str) -> None:
    """Write a report; through the pager where it goes to a terminal and is longer than that.

    Args:
        report: as it was rendered.
        output: a file, or "-".
        pager: a command for the shell; "" for none.

    Raises:
        InputError: it cannot be written.
        KeyboardInterrupt: the user has ended the pager by Ctrl-C.
    """
    is_paged = pager and isinstance(report, str) and output == STDOUT and _is_longer_than_the_screen(report)
    if not (is_paged and _page(str(report), pager)):
        write_result(report, output)


def _is_longer_than_the_screen(report: str) -> bool:
    """Whether a report does not fit; of a terminal that does not say its size, as in a test, nobody turns the pages."""
    try:
        lines = os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return False
    return 0 < lines <= report.count("\n")


def _page(report: str, pager: str) -> bool:
    """Show a report in a pager.

    Returns:
        Whether it was shown: not if the pager does not exist or breaks.
    """
    shown = report if _passes_links(pager) else _LINK.sub("", report)
    with _left_to_the_pager() as interrupts:
        try:
            process = _start(pager)
        except OSError:
            return False
        with suppress(OSError):  # the pager has ended: its user has seen enough
            process.communicate(shown.encode("utf-8", "replace"))
        code = process.wait()
    if code and interrupts:
        raise KeyboardInterrupt
    return code == 0


def _start(pager: str) -> subprocess.Popen[bytes]:
    """Start the user's own command: by a shell, as git does, if it is more than one word."""
    shell = _ONE_WORD.fullmatch(pager) is None
    command = pager if shell else [pager]
    return subprocess.Popen(command, shell=shell, stdin=subprocess.PIPE, env=pager_variables())  # noqa: S603


@contextmanager
def _left_to_the_pager() -> Iterator[list[int]]:
    """Leave Ctrl-C to the pager, which stops searching by it; note down that it came."""
    came: list[int] = []
    # Not SIG_IGN, which the pager would inherit.
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    sys.stdout.flush()
    try:
        yield came
    finally:
        signal.signal(signal.SIGINT, before)


def _passes_links(pager: str) -> bool:
    """Whether a pager shows links as links: less does in new versions, of others nothing is known."""
    program = pager.split(maxsplit=1)[0]
    if program.rpartition("/")[2] != "less":
        return False
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    except OSError:
        return False
    version = re.match(r"less (\d+)", said)
    return version is not None and int(version[1]) >= _FIRST_WITH_LINKS
