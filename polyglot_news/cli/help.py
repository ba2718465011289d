"""Help pages in plain text: the same on a screen, in a pipe and in the manual; options by what they are for."""

from __future__ import annotations

import inspect
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup

from polyglot_news.cli.values import quickened
from polyglot_news.errors import InputError

_WIDEST_NAME = 30  # columns; a longer name has its line to itself
_ANY_LENGTH = 1_000  # or Typer would cut it


class Command(TyperCommand):
    """A command whose help names its arguments as the documentation does, and ends with examples."""

    # Any: which click Typer stands on, its own or the package, depends on Typer's version.

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401
        """Return options and arguments."""
        return quickened(super().get_params(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401
        """Return what follows the name of the command in its usage line."""
        return ["[OPTIONS]", *(name_of(one) for one in self.get_params(ctx) if one.param_type_name == "argument")]

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write arguments and options."""
        _write_parameters(self, ctx, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """Write the examples line by line, as they are typed."""
        if self.epilog:
            with formatter.section("Examples"):
                for line in inspect.cleandoc(self.epilog).splitlines():
                    formatter.write(f"  {line}\n")


class Group(TyperGroup):
    """A group of commands; one that does not exist is an error of ours, with the name that was perhaps meant."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401
        """Return options and arguments."""
        return quickened(super().get_params(ctx))

    def resolve_command(self, ctx: Any, args: Any) -> Any:  # noqa: ANN401
        """Find the command that is asked for.

        Raises:
            InputError: there is no such command.
        """
        names = self.list_commands(ctx)
        if args[0] not in names and not ctx.resilient_parsing:
            near = get_close_matches(args[0], names, n=1)
            hint = f"did you mean {near[0]}?" if near else f"the commands are {', '.join(names)}"
            raise InputError(f"{args[0]}: no such command", hint=hint)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the commands first: they are what people look for."""
        self.format_commands(ctx, formatter)
        _write_parameters(self, ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write each command with its whole first line."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        with formatter.section("Commands"):
            rows = [(name, command.get_short_help_str(limit=_ANY_LENGTH)) for name, command in commands if command]
            formatter.write_dl(rows)


def name_of(parameter: Any) -> str:  # noqa: ANN401
    """Return an option as it is typed, or an argument as the help calls it."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return str(max(parameter.opts, key=len))


def _write_parameters(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
    sections: dict[str, list[tuple[str, str]]] = {}
    for one in command.get_params(ctx):
        if one.param_type_name == "argument":
            sections.setdefault("Arguments", []).append((name_of(one), getattr(one, "help", None) or ""))
        elif row := one.get_help_record(ctx):
            sections.setdefault(getattr(one, "rich_help_panel", None) or "Options", []).append(row)
    names = [name for rows in sections.values() for name, _ in rows]
    width = max((len(name) for name in names if len(name) <= _WIDEST_NAME), default=0)
    for title, rows in sections.items():
        with formatter.section(title):
            formatter.write_dl([(name.ljust(width), text) for name, text in rows], col_max=width)
