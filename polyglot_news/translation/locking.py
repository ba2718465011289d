"""One process at a time: a lock on a file, which the system takes back from a process that has died."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_POLL_SECONDS = 0.1


@contextmanager
def locked(file: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock until the end of `with`.

    Args:
        file: what the lock is on; made where it is missing, and left in place: to remove it would let two in.
        waiting: called once where another holds it.

    Raises:
        OSError: the file cannot be made.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _is_taken(handle):
            waiting()
            while not _is_taken(handle):
                time.sleep(_POLL_SECONDS)
        yield
    finally:
        os.close(handle)  # lets go of the lock


def _is_taken(handle: int) -> bool:
    with suppress(BlockingIOError, PermissionError):  # the latter is what Windows says
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # there alone

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # not there

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
