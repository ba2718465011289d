"""The one place that speaks to people: messages and progress on stderr, colour only where it is wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TextIO

from polyglot_news.cli.output import STDOUT, discard
from polyglot_news.environment import (
    colour_preference,
    link_preference,
    screen_columns,
    terminal_has_links,
    wanted_pager,
)
from polyglot_news.errors import PolyglotNewsError

_WIDTH_OF_PIPES = 100  # columns where nothing is known of the screen
_WIDTH_OF_LINES = 100_000
_NARROWEST, _WIDEST = 40, 240


@dataclass(frozen=True, slots=True)
class Console:
    """How to speak to the user in this run; made once by the app, handed to commands."""

    no_colour: bool = False
    quiet: bool = False
    verbose: bool = False

    def colour(self, stream: TextIO | None) -> bool:
        """Whether `stream` gets colour: the option, then the environment, then whether it is a terminal."""
        if self.no_colour or stream is None:
            return False
        preference = colour_preference()
        return stream.isatty() if preference is None else preference

    def colours_result(self, output: str) -> bool:
        """Whether the result gets colour: never in a file."""
        return output == STDOUT and self.colour(sys.stdout)

    def links_result(self, output: str) -> bool:
        """Whether names in the result are links: where it has colour, and the terminal is known to have links."""
        if not self.colours_result(output):
            return False
        preference = link_preference()
        return sys.stdout.isatty() and terminal_has_links() if preference is None else preference

    def pager(self, output: str) -> str:
        """Return the command that a long result is paged with; "" where it does not go to a terminal."""
        return wanted_pager() if output == STDOUT and sys.stdout is not None and sys.stdout.isatty() else ""

    def width(self, output: str, *, one_line: bool = False) -> int:
        """Columns for the result: of the terminal if it goes there; COLUMNS is heeded.

        Args:
            output: where the result goes.
            one_line: every finding stands on one line, which nothing may cut where no screen limits it.
        """
        columns = screen_columns()
        on_screen = output == STDOUT and sys.stdout is not None and sys.stdout.isatty()
        if columns is None and not on_screen:
            return _WIDTH_OF_LINES if one_line else _WIDTH_OF_PIPES
        return min(max(columns or get_terminal_size().columns, _NARROWEST), _WIDEST)

    def say(self, message: str) -> None:
        """Tell the user something that is no result, in one line."""
        if not self.quiet:
            _write(f"{defused(message)}\n")

    def detail(self, message: str) -> None:
        """Tell what only a curious user wants to know."""
        if self.verbose:
            self.say(message)

    def fail(self, error: PolyglotNewsError) -> None:
        """Say what is wrong, and on the next line what to do."""
        hint = f"  hint: {defused(error.hint)}\n" if error.hint else ""
        _write(f"polyglot-news: {defused(error.message)}\n{hint}")

    @contextmanager
    def progress(self, what: str) -> Iterator[Callable[[int, int], None]]:
        """Show how far something is; on a terminal only, and gone when it is done."""
        if self.quiet or not sys.stderr.isatty():
            yield lambda _done, _total: None
            return
        from rich.console import Console as RichConsole  # noqa: PLC0415  # heavy
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415  # heavy

        screen = RichConsole(stderr=True, no_color=not self.colour(sys.stderr))
        columns = (TextColumn(what, markup=False), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=screen, transient=True) as bar:
            task = bar.add_task(what, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)


def defused(text: str) -> str:
    """Show control characters of names and messages from outside as escapes, so that each stays on its line."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
    except OSError:  # nobody listens, or there is no room; the exit code still speaks
        discard(sys.stderr)
