"""The commands by name, each imported when it is run: `pn --help` must not wait for what only `pn compare` needs."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

from polyglot_news.cli.help import Command, Group

# Command -> the line that `pn --help` shows; its module in this folder has the rest.
SUMMARIES = {
    "compare": "Show what editions add, leave out, move and tell differently from the base.",
    "translate": "Translate an edition into English, paragraph by paragraph.",
    "align": "Print which paragraphs of an edition answer which of the base.",
    "detect": "Tell the language of each file, and which paragraphs are in another.",
    "extract": "Print the article as it will be compared, and what was taken out and why.",
    "models": "Argos packages: list, install, update, remove, verify, export, path, cache.",
    "demo": "Compare the bundled editions of one story, offline.",
    "doctor": "Say what is installed, where, in which version, and what is wrong.",
}
_NAMES_ONLY = "polyglot_news.names_only"


class Commands(Group):
    """A group that knows its commands by name, and loads the one that is asked for."""

    # Any: which click Typer stands on, its own or the package, depends on Typer's version.

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002
        """Return the names in the order of the help."""
        return list(SUMMARIES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401
        """Load a command; where only its name and line are shown, make do with these."""
        if cmd_name not in SUMMARIES:
            return None
        if _NAMES_ONLY in ctx.meta:
            return TyperCommand(cmd_name, help=SUMMARIES[cmd_name])
        return _loaded(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Show the names and their lines without loading the commands."""
        ctx.meta[_NAMES_ONLY] = True
        super().format_commands(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:  # noqa: ANN401
        """Complete the names without loading the commands."""
        ctx.meta[_NAMES_ONLY] = True
        return super().shell_complete(ctx, incomplete)


def _loaded(name: str) -> Any:  # noqa: ANN401
    module = import_module(f"polyglot_news.cli.{name}")
    if hasattr(module, "app"):
        command = typer.main.get_command(module.app)
    else:
        single = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
        settings = {"help_option_names": ["-h", "--help"]}
        examples = getattr(module, "EXAMPLES", None)
        single.command(name, cls=Command, epilog=examples, context_settings=settings)(module.command)
        command = typer.main.get_command(single)
    command.name = name
    return command
