"""Where results go: to standard output, or to a file that is whole or not there at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from polyglot_news.errors import InputError
from polyglot_news.paths import permissions_of, replacing

STDOUT = "-"


def write_result(result: str | bytes, output: str) -> None:
    """Write a result to a file, or to standard output for "-".

    A file is written beside its place and renamed, so that a failure never costs what was there. It keeps its
    permissions, and a link goes on pointing to it. A device or a pipe is written as it stands.

    Raises:
        InputError: it cannot be written.
    """
    raw = result.encode("utf-8", "replace") if isinstance(result, str) else result
    if output == STDOUT:
        _write_to_stdout(raw)
        return
    path = Path(output)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(raw)
        else:
            target = path.resolve()
            with replacing(target, permissions_of(target)) as file:
                file.write(raw)
    except OSError as reason:
        raise _unwritable(output, reason) from None


def require_place(output: str) -> None:
    """Make sure that a file can be written there, before work is done for it.

    Raises:
        InputError: it is a folder, or there is no folder for it.
    """
    if output == STDOUT:
        return
    path = Path(output)
    try:
        if path.is_dir():
            raise InputError(f"{output}: is a folder", hint="give the name of a file")
        if not path.parent.is_dir():
            raise InputError(
                f"{output}: cannot be written: there is no folder {path.parent}", hint="make the folder first"
            )
        if not path.exists() and not os.access(path.parent, os.W_OK):
            raise InputError(f"{output}: cannot be written: permission denied", hint="choose another folder")
    except OSError as reason:
        raise _unwritable(output, reason) from None


def require_apart(output: str, *inputs: str) -> None:
    """Make sure that the result does not take the place of what it is made from.

    Raises:
        InputError: it would.
    """
    if output == STDOUT or not Path(output).is_file():
        return
    for one in inputs:
        if one != STDOUT and Path(one).exists() and Path(one).samefile(output):
            raise InputError(f"--output {output}: would overwrite {one}", hint="give the result a name of its own")


def discard(stream: TextIO | None) -> None:
    """Let what is still written to a stream that nobody reads go nowhere, instead of failing when Python ends."""
    if stream is not None:
        with Path(os.devnull).open("wb") as nothing:
            os.dup2(nothing.fileno(), stream.fileno())


def _write_to_stdout(raw: bytes) -> None:
    if sys.stdout is None:
        raise InputError("standard output: is closed", hint="--output FILE writes to a file")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # the reader has seen enough; the exit code still tells what was found
        discard(sys.stdout)
    except OSError as reason:
        discard(sys.stdout)
        raise _unwritable("standard output", reason) from None


def _unwritable(where: str, reason: OSError) -> InputError:
    text = (reason.strerror or str(reason)).lower()
    return InputError(f"{where}: cannot be written: {text}", hint="check the place, its permissions and its free space")
