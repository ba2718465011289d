"""polyglot-news, short pn: the commands together, and the one place where errors become exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from polyglot_news.cli.commands import Commands
from polyglot_news.cli.console import Console
from polyglot_news.cli.faults import keep_details
from polyglot_news.errors import PolyglotNewsError
from polyglot_news.version import __version__

_FAULT, _INTERRUPTED = 70, 130
# May stand before or behind the command.
_ANYWHERE = frozenset({"--no-color", "--quiet", "-q", "--verbose", "-v", "--debug"})

app = typer.Typer(
    name="polyglot-news",
    cls=Commands,
    help="Hold the language editions of a news article against each other, offline: what was added, left out, moved or "
    "told differently.",
    epilog="--no-color, --quiet, --verbose and --debug may stand behind the command too.",
    pretty_exceptions_enable=False,
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
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback where something breaks.")] = False,  # noqa: ARG001  # read by main
) -> None:
    if version:
        typer.echo(f"polyglot-news {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)
    context.obj = Console(no_colour=no_color, quiet=quiet, verbose=verbose)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with a code of the contract."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(given: list[str]) -> int:
    """Run one command.

    Returns:
        The exit code: 0, 1, 2, 3, 70 or 130.
    """
    debug = "--debug" in given
    try:
        code = app(_hoisted(given), prog_name="polyglot-news", standalone_mode=False)
    except PolyglotNewsError as error:
        Console().fail(error)
        code = error.exit_code
    except (KeyboardInterrupt, EOFError):
        code = _INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        _close_quietly()
        code = 0
    except Exception as error:
        code = _exit_code_of(error)
        if code == _FAULT:
            if debug:
                raise
            sys.stderr.write(f"polyglot-news: a fault of ours: {type(error).__name__}\n")
            sys.stderr.write(f"  hint: the details are in {keep_details(error)}; --debug shows them here\n")
    return code if isinstance(code, int) else 0


def _exit_code_of(error: Exception) -> int:
    """Show errors of usage as Typer does; all else is a fault of ours."""
    show, code = getattr(error, "show", None), getattr(error, "exit_code", None)
    if callable(show) and isinstance(code, int):
        show()
        return 2
    if type(error).__name__ == "Abort":
        return _INTERRUPTED
    return code if isinstance(code, int) and type(error).__name__ == "Exit" else _FAULT


def _hoisted(given: list[str]) -> list[str]:
    """Put the options that may stand anywhere before the command."""
    end = given.index("--") if "--" in given else len(given)
    before = [one for one in given[:end] if one in _ANYWHERE]
    return [*before, *(one for one in given[:end] if one not in _ANYWHERE), *given[end:]]


def _close_quietly() -> None:
    try:
        sys.stdout.close()
    except BrokenPipeError:
        return
