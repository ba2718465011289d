"""The one place that prints: results on stdout, messages and progress on stderr, colour only where it is wanted."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from polyglot_news.errors import InputError, PolyglotNewsError
from polyglot_news.paths import colour_preference, screen_columns

_WIDTH_OF_PIPES = 100  # columns where nothing is known of the screen
_WIDTH_OF_LINES = 100_000
_NARROWEST, _WIDEST = 40, 240


@dataclass(frozen=True, slots=True)
class Console:
    """How to speak to the user in this run; made once by the app, handed to commands."""

    no_colour: bool = False
    quiet: bool = False
    verbose: bool = False

    def colour(self, stream: TextIO) -> bool:
        """Whether `stream` gets colour: the option, then the environment, then whether it is a terminal."""
        if self.no_colour:
            return False
        preference = colour_preference()
        return stream.isatty() if preference is None else preference

    def width(self, *, one_line: bool = False) -> int:
        """Columns of the terminal; COLUMNS is heeded.

        Args:
            one_line: every finding stands on one line, which nothing may cut where no screen limits it.
        """
        if not sys.stdout.isatty() and screen_columns() is None:
            return _WIDTH_OF_LINES if one_line else _WIDTH_OF_PIPES
        return min(max(screen_columns() or get_terminal_size().columns, _NARROWEST), _WIDEST)

    def say(self, message: str) -> None:
        """Tell the user something that is no result."""
        if not self.quiet:
            sys.stderr.write(f"{defused(message)}\n")

    def detail(self, message: str) -> None:
        """Tell what only a curious user wants to know."""
        if self.verbose:
            self.say(message)

    def fail(self, error: PolyglotNewsError) -> None:
        """Say what is wrong, and on the next line what to do."""
        sys.stderr.write(f"polyglot-news: {defused(error.message)}\n")
        if error.hint:
            sys.stderr.write(f"  hint: {defused(error.hint)}\n")

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


def write_result(result: str | bytes, output: str) -> None:
    """Write a result to a file, or to stdout for "-".

    A file is written beside its place and renamed, so that a failure never costs what was there.

    Raises:
        InputError: the file cannot be written.
    """
    raw = result.encode("utf-8", "replace") if isinstance(result, str) else result
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            file.write(raw)
        written = Path(file.name)
        try:
            written.chmod(0o666 & ~_umask())
            written.replace(path)
        except OSError:
            written.unlink(missing_ok=True)
            raise
    except OSError as reason:
        text = (reason.strerror or str(reason)).lower()
        raise InputError(f"{output}: cannot be written: {text}", hint="check the folder and its permissions") from None


def defused(text: str) -> str:
    """Show control characters of names and messages from outside as escapes."""
    return "".join(one if one.isprintable() or one == "\n" else one.encode("unicode_escape").decode() for one in text)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
