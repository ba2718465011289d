"""Is this folder a CTranslate2 model, and whole? Told from the headers of its parts, without loading any weights.

CTranslate2 is native code and trusts these numbers: a vocabulary longer than the table of embeddings, or a variable
with more bytes than its shape has room for, makes it read or write where it must not. So both are checked here.

Source: ctranslate2.specs.model_spec.ModelSpec._serialize and src/models/model.cc: version, name, revision, then every
variable with its name, shape, type and number of bytes.
"""

from __future__ import annotations

import json
import math
import os
import struct
from pathlib import Path
from typing import BinaryIO

from polyglot_news.errors import PackageDamagedError, cause_of

# Versions whose layout is the one read here; a newer one is left for CTranslate2 to judge.
_OLDEST, _NEWEST, _UNHEARD_OF = 4, 6, 100
_LONGEST_NAME_BYTES, _MOST_VARIABLES = 1_000, 100_000
_BYTES_OF_KINDS = (4, 1, 2, 4, 2, 2)  # float32, int8, int16, int32, float16, bfloat16
# Where a token's number is looked up, in models of either age.
_TABLES = {
    "source": ("encoder/embeddings_0/weight", "encoder/embeddings/weight"),
    "target": ("decoder/embeddings/weight", "decoder/embeddings_0/weight"),
}
_HINT = "install it again from its .argosmodel file: pn models install FILE"


def check_model(folder: Path, shown: str) -> None:
    """Check a model folder.

    Raises:
        PackageDamagedError: a file is missing, truncated or of another kind; `shown` is what the message begins with.
    """
    binary = folder / "model.bin"
    if not binary.is_file():
        raise PackageDamagedError(f"{shown}: model/model.bin is missing", hint=_HINT)
    try:
        with binary.open("rb") as file:
            rows = _rows_of_variables(_Headers(file))
    except EOFError:
        raise PackageDamagedError(f"{shown}: model/model.bin is truncated", hint=_HINT) from None
    except ValueError:
        raise PackageDamagedError(f"{shown}: model/model.bin is not a CTranslate2 model", hint=_HINT) from None
    except OSError as reason:
        what = cause_of(reason)
        raise PackageDamagedError(f"{shown}: model/model.bin cannot be read: {what}", hint=_HINT) from None
    for side, table in _TABLES.items():
        n_tokens = _vocabulary_size(folder, side, shown)
        n_rows = next((rows[name] for name in table if name in rows), n_tokens)
        if n_tokens > n_rows:
            counts = f"{n_tokens} tokens for {n_rows} embeddings"
            raise PackageDamagedError(f"{shown}: the vocabulary in model/ has {counts}", hint=_HINT)
    _check_config(folder / "config.json", shown)


def _vocabulary_size(folder: Path, side: str, shown: str) -> int:
    names = [f"{whose}_vocabulary.{ending}" for whose in ("shared", side) for ending in ("json", "txt")]
    path = next((folder / name for name in names if (folder / name).is_file()), None)
    if path is None:
        raise PackageDamagedError(f"{shown}: model/shared_vocabulary.json is missing", hint=_HINT)
    try:
        text = path.read_text("utf-8")
        tokens = json.loads(text) if path.suffix == ".json" else text.removesuffix("\n").split("\n")
    except (OSError, ValueError, RecursionError):
        tokens = None
    if not isinstance(tokens, list):
        raise PackageDamagedError(f"{shown}: model/{path.name} is not a list of tokens", hint=_HINT)
    return len(tokens)


def _check_config(path: Path, shown: str) -> None:
    if not path.exists():  # older models have none
        return
    try:
        config = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        config = None
    if not isinstance(config, dict):
        raise PackageDamagedError(f"{shown}: model/config.json is not a JSON object", hint=_HINT)


class _Headers:
    """Reads numbers and names, and jumps over what lies between them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = os.fstat(file.fileno()).st_size

    def number(self, form: str) -> int:
        raw = self._bytes(struct.calcsize("<" + form))
        return int(struct.unpack("<" + form, raw)[0])

    def name(self) -> str:
        n_bytes = self.number("H")
        if not 1 < n_bytes <= _LONGEST_NAME_BYTES:
            raise ValueError(n_bytes)
        raw = self._bytes(n_bytes)
        name = raw[:-1].decode("ascii")
        if raw[-1] or not name.isprintable():
            raise ValueError(raw)
        return name

    def jump(self, n_bytes: int) -> None:
        if self._file.tell() + n_bytes > self._size:
            raise EOFError
        self._file.seek(n_bytes, os.SEEK_CUR)

    def _bytes(self, n_bytes: int) -> bytes:
        raw = self._file.read(n_bytes)
        if len(raw) < n_bytes:
            raise EOFError
        return raw


def _rows_of_variables(headers: _Headers) -> dict[str, int]:
    """Walk over all variables.

    Returns:
        The first dimension of each table by name; nothing for a layout that is not known here.

    Raises:
        EOFError: the file ends too early.
        ValueError: it is something else.
    """
    version = headers.number("I")
    if not 0 < version < _UNHEARD_OF:
        raise ValueError(version)
    if not _OLDEST <= version <= _NEWEST:
        return {}
    headers.name()
    headers.number("I")  # revision of the specification
    rows = dict(_variable(headers) for _ in range(_few(headers.number("I"))))
    for _ in range(_few(headers.number("I"))):
        alias, name = headers.name(), headers.name()
        rows[alias] = rows.get(name, 0)
    return rows


def _variable(headers: _Headers) -> tuple[str, int]:
    name = headers.name()
    shape = [headers.number("I") for _ in range(headers.number("B"))]
    kind = headers.number("B")
    n_bytes = headers.number("I")
    if kind >= len(_BYTES_OF_KINDS) or n_bytes != math.prod(shape) * _BYTES_OF_KINDS[kind]:
        raise ValueError(name)
    headers.jump(n_bytes)
    return name, shape[0] if shape else 1


def _few(n_variables: int) -> int:
    if n_variables > _MOST_VARIABLES:
        raise ValueError(n_variables)
    return n_variables
