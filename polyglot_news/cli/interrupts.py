"""Ctrl-C: the command ends at once, even where a model is at work.

Python hears of an interrupt between two of its steps, and a model of CTranslate2 finishes the batch it has begun before
it lets go: seconds with a large package. So what the command has opened is closed, and then the process ends as it is.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

INTERRUPTED = 130


class Interrupted(BaseException):
    """The user has pressed Ctrl-C. Unlike a KeyboardInterrupt it passes through Typer, and holds what was at work."""


@contextmanager
def leaving_at_once() -> Iterator[None]:
    """End the process with 130 where an interrupt comes; one that is ignored (as with nohup) stays so."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    except Interrupted:
        _leave()
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _interrupt(_number: int, _frame: object) -> None:
    raise Interrupted


def _leave() -> None:
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # nobody reads it any more, or it is closed
            stream.flush()
    os._exit(INTERRUPTED)
