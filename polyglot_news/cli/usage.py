"""What Typer finds wrong with a command line, in the one line and the hint that all our errors have."""

from __future__ import annotations

from polyglot_news.cli.help import name_of
from polyglot_news.errors import InputError


def as_input_error(error: Exception) -> InputError | None:
    """Return an error of usage as one of ours; None where `error` is something else.

    Which click Typer stands on, its own or the package, depends on its version; names and attributes are the same.
    """
    message = getattr(error, "message", None)
    if not isinstance(message, str) or not callable(getattr(error, "format_message", None)):
        return None
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "pn"
    hint = f"{command} -h shows how it is used"
    parameter = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            option, near = getattr(error, "option_name", ""), getattr(error, "possibilities", None)
            return InputError(f"{option}: no such option", hint=f"did you mean {near[0]}?" if near else hint)
        case "MissingParameter" if parameter and context:
            usage = " ".join([command, *context.command.collect_usage_pieces(context)])
            return InputError(f"{name_of(parameter).rstrip('.')} is missing", hint=f"the usage is {usage}")
        case "BadParameter" if parameter:
            return InputError(f"{name_of(parameter)}: {_in_our_style(message)}", hint=hint)
    return InputError(_in_our_style(message), hint=hint)


def is_help(error: Exception) -> bool:
    """Say whether the error is the help itself: a group was given no command."""
    return type(error).__name__ == "NoArgsIsHelpError"


def _in_our_style(message: str) -> str:
    line = " ".join(message.split()).removeprefix("Value error, ").rstrip(".")
    return line[:1].lower() + line[1:]
