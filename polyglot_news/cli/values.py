"""Values of options and arguments that need no reading: what was typed as text, and defaults.

Typer reads every value by pydantic since 0.29, and loading it takes as long as the rest of a small command. Most values
are texts, which stay as they are; whatever else is given goes Typer's way, with its messages.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

# Any: which click Typer stands on, its own or the package, depends on Typer's version.


class QuickValues:
    """Stands before the reading of one parameter, which is built where it is needed."""

    def __init__(self, annotation: object, build: Callable[[], Any]) -> None:
        """Remember what the parameter is to be, and how Typer builds its reading."""
        self._annotation = annotation
        self._build = build

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401
        """Return the value as the command takes it."""
        wanted = self._annotation
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if wanted is str and _is_plain(value):
            return value
        if wanted == list[str] and isinstance(value, list | tuple) and all(map(_is_plain, value)):
            return list(value)
        if isinstance(wanted, type) and issubclass(wanted, StrEnum) and value in [*wanted]:
            return wanted(value)
        return self._build().coerce(value, param=param, ctx=ctx)


def quickened(parameters: list[Any]) -> list[Any]:
    """Let parameters take plain values as they are; in older versions of Typer they do already."""
    for one in parameters:
        build = getattr(one, "get_runtime_param", None)
        if build is not None and "get_runtime_param" not in vars(one):
            described = one.type_descriptor
            has_own_reader = described.parameter_info.parser is not None
            quick = QuickValues(None if has_own_reader else described.annotation, build)
            one.get_runtime_param = lambda quick=quick: quick
    return parameters


def _is_plain(value: object) -> bool:
    """Whether a text is what the user typed: bytes that are no text in the encoding of the system are not printable."""
    return isinstance(value, str) and value.isprintable()
