"""polyglot-news, short pn: the commands together, and the one place where errors become exit codes."""

from __future__ import annotations

import errno
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from polyglot_news.cli.commands import Commands
from polyglot_news.cli.console import Console
from polyglot_news.cli.faults import keep_details
from polyglot_news.cli.interrupts import INTERRUPTED, leaving_at_once
from polyglot_news.cli.output import discard
from polyglot_news.cli.usage import as_input_error, is_help
from polyglot_news.errors import InputError, PolyglotNewsError
from polyglot_news.version import __version__

_WRONG_USAGE, _FAULT = 2, 70
# New objects until the next search for garbage. A command makes many tables that stay: with Python's own figures (700,
# 10, 10), going through them again and again takes a tenth of its time.
_GARBAGE = (500_000, 10, 10)
_NAMES = ("polyglot-news", "pn")
# May stand before or behind the command.
_ANYWHERE = frozenset({"--no-color", "--quiet", "-q", "--verbose", "-v", "--debug"})

app = typer.Typer(
    name="polyglot-news",
    cls=Commands,
    help="Hold the language editions of a news article against each other, offline: what was added, left out, moved or "
    "told differently.",
    epilog="COMMAND -h shows the options of a command. --no-color, --quiet, --verbose and --debug may stand behind the "
    "command too.\n\nExit codes: 0 done; 1 differences were found, only with --exit-code or --fail-on; 2 wrong usage "
    "or bad input; 3 a package is missing or damaged; 70 a fault of ours; 130 interrupted.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _options(  # noqa: PLR0913  # the options of the contract
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR does the same.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Results and errors only.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more on stderr.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback where something breaks.")] = False,  # noqa: ARG001  # read by run
) -> None:
    if version:
        typer.echo(f"polyglot-news {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(_WRONG_USAGE)
    context.obj = Console(no_colour=no_color, quiet=quiet, verbose=verbose)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with a code of the contract."""
    gc.set_threshold(*_GARBAGE)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # as long as the program runs
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    with leaving_at_once():
        code = run(given)
    gc.freeze()  # or Python goes through all of it once more before it ends: 100 ms of 750
    sys.exit(code)


def run(given: list[str]) -> int:
    """Run one command.

    Returns:
        The exit code: 0, 1, 2, 3, 70 or 130.
    """
    console = Console()
    try:
        code = app(_hoisted(given), prog_name=_name(), standalone_mode=False)
    except PolyglotNewsError as error:
        console.fail(error)
        return error.exit_code
    except (KeyboardInterrupt, EOFError):
        return INTERRUPTED
    except BrokenPipeError:
        return _left_alone()
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # Typer makes 1 of it, which is ours to give
            return _left_alone()
        raise
    except Exception as error:  # noqa: BLE001  # every code but 1 has its meaning, and Python would exit with 1
        return _code_of(error, console, debug="--debug" in given)
    return code if isinstance(code, int) else 0


def _code_of(error: Exception, console: Console, *, debug: bool) -> int:
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    if is_help(error):
        sys.stderr.write(f"{error}\n")
        return _WRONG_USAGE
    known = as_input_error(error)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        discard(sys.stdout)
        known = InputError("no space left on device", hint="make room, or write to another place")
    if known:
        console.fail(known)
        return known.exit_code
    if debug:
        sys.stderr.write("".join(traceback.format_exception(error)))
    else:
        kept = keep_details(error)
        hint = f"the details are in {kept}; --debug shows them here" if kept else "--debug shows the details"
        console.fail(PolyglotNewsError(f"a fault of ours: {type(error).__name__}", hint=hint))
    return _FAULT


def _hoisted(given: list[str]) -> list[str]:
    """Put the options that may stand anywhere before the command."""
    end = given.index("--") if "--" in given else len(given)
    before = [one for one in given[:end] if one in _ANYWHERE]
    return [*before, *(one for one in given[:end] if one not in _ANYWHERE), *given[end:]]


def _name() -> str:
    """The name that was typed: completion and help speak of it."""
    typed = Path(sys.argv[0]).stem
    return typed if typed in _NAMES else _NAMES[0]


def _left_alone() -> int:
    """The reader of a pipe has seen enough."""
    discard(sys.stdout)
    discard(sys.stderr)
    return 0
