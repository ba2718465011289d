"""Fitted numbers that come along, in numpy's files; never a pickle."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What a file that is missing, damaged or of something else raises, when it is read or when arrays are taken from it.
UNREADABLE = (OSError, EOFError, ValueError, KeyError, TypeError, RuntimeError, MemoryError, BadZipFile, zlib.error)


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Read all arrays of a .npz file by their names.

    Raises:
        One of UNREADABLE: the file is missing, damaged or of something else.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}
