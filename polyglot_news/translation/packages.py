"""What an Argos package is and how one is read: metadata.json, model/ (CTranslate2), sentencepiece.model or bpe.model.

The starter packages that polyglot-news brings along share one model. Their folder is laid out like this:

    starter/sentencepiece.model
    starter/model/                          model.bin, config.json, vocabularies
    starter/translate-ru_en-0_1/metadata.json
    starter/translate-uk_en-0_1/metadata.json

with `"shares": ".."` in each metadata.json: model and tokenizer lie one folder up. The key is honoured there alone; an
installed package cannot point outside its own folder. `"longest_tokens"` (any package) is the longest input, in tokens,
that the model was trained on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from polyglot_news.errors import PackageDamagedError, cause_of
from polyglot_news.translation.model_files import check_model

METADATA = "metadata.json"
TRANSLATE = "translate"
ENGLISH = "en"
_LARGEST_METADATA_BYTES = 1_000_000
_LONGEST_TEXT_CHARS = 200
# Argos trains on sentences of at most 150 pieces (argos-train, "filtertoolong").
_LONGEST_TOKENS = 150
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_TEXT_KEYS = ("from_name", "to_name", "package_version", "target_prefix", "license", "licence")
_INSTALL_AGAIN = "install it again from its .argosmodel file: pn models install FILE"


class TokenizerKind(StrEnum):
    """How a package cuts sentences into tokens."""

    SENTENCEPIECE = "sentencepiece"
    BPE = "bpe"  # Moses tokens and subword-nmt merges, as in packages made from OPUS-MT


_TOKENIZER_FILES = {TokenizerKind.SENTENCEPIECE: "sentencepiece.model", TokenizerKind.BPE: "bpe.model"}


@dataclass(frozen=True, slots=True)
class Package:
    """One Argos package on disk, checked as far as that is cheap."""

    name: str  # of its folder, e.g. "translate-ru_en-1_9"
    from_code: str  # as Argos gives it: ISO 639-1, mostly
    to_code: str
    from_name: str
    to_name: str
    version: str
    folder: Path
    model_folder: Path
    tokenizer: TokenizerKind
    tokenizer_file: Path
    size_bytes: int
    longest_tokens: int = _LONGEST_TOKENS  # what the model was trained on; longer sentences are cut
    target_prefix: str = ""  # a token that models for several languages want first
    licence: str = ""  # as the package says
    is_starter: bool = False

    @property
    def version_key(self) -> tuple[int, ...]:
        """The version in an order in which 1.10 comes after 1.9."""
        return tuple(int(number) for number in re.findall(r"\d+", self.version))


def read_package(folder: Path, *, shown: str = "", is_starter: bool = False) -> Package:
    """Read and check a package.

    Args:
        folder: in which metadata.json lies.
        shown: what errors call it, where that is not the folder's name.
        is_starter: one that polyglot-news brings along; its metadata may hold "shares".

    Raises:
        PackageDamagedError: something is missing, truncated or of the wrong type; the message names it.
    """
    shown = shown or folder.name
    metadata = read_metadata(folder, shown)
    if kind_of(metadata) != TRANSLATE:
        raise PackageDamagedError(f"{shown}: is not a translation package", hint="install a package that translates")
    parts = folder.parent if is_starter and metadata.get("shares") == ".." else folder
    tokenizer = _tokenizer_in(parts, shown)
    check_model(parts / "model", shown)
    texts = {key: _text(metadata, key, shown) for key in _TEXT_KEYS}
    return Package(
        name=folder.name,
        from_code=_code(metadata, "from_code", shown),
        to_code=_code(metadata, "to_code", shown),
        from_name=texts["from_name"],
        to_name=texts["to_name"],
        version=texts["package_version"],
        folder=folder,
        model_folder=parts / "model",
        tokenizer=tokenizer,
        tokenizer_file=parts / _TOKENIZER_FILES[tokenizer],
        size_bytes=_size_of(parts),
        longest_tokens=_number(metadata, "longest_tokens", shown),
        target_prefix=texts["target_prefix"],
        licence=texts["license"] or texts["licence"],
        is_starter=is_starter,
    )


def read_metadata(folder: Path, shown: str) -> Mapping[str, object]:
    """Read metadata.json, a JSON object, without looking at what is in it."""
    path = folder / METADATA
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST_METADATA_BYTES + 1)
    except FileNotFoundError:
        raise PackageDamagedError(f"{shown}: {METADATA} is missing", hint=_INSTALL_AGAIN) from None
    except OSError as reason:
        what = cause_of(reason)
        raise PackageDamagedError(f"{shown}: {METADATA} cannot be read: {what}", hint="check its permissions") from None
    try:
        metadata = json.loads(raw[:_LARGEST_METADATA_BYTES].decode("utf-8-sig"))
    except (ValueError, RecursionError):  # ValueError: of JSON and of UTF-8
        raise PackageDamagedError(f"{shown}: {METADATA} is not JSON", hint=_INSTALL_AGAIN) from None
    if not isinstance(metadata, dict):
        raise PackageDamagedError(f"{shown}: {METADATA} is not a JSON object", hint=_INSTALL_AGAIN)
    return metadata


def kind_of(metadata: Mapping[str, object]) -> str:
    """Return what the package is for: "translate" where it does not say; Argos also has "sbd" and others."""
    return str(metadata.get("type", TRANSLATE))


def _tokenizer_in(folder: Path, shown: str) -> TokenizerKind:
    for kind, name in _TOKENIZER_FILES.items():  # in the order in which Argos looks
        path = folder / name
        if path.is_file():
            if path.stat().st_size == 0:
                raise PackageDamagedError(f"{shown}: {name} is empty", hint=_INSTALL_AGAIN)
            return kind
    names = " or ".join(_TOKENIZER_FILES.values())
    raise PackageDamagedError(f"{shown}: {names} is missing", hint=_INSTALL_AGAIN)


def _code(metadata: Mapping[str, object], key: str, shown: str) -> str:
    code = _text(metadata, key, shown)
    if not _CODE.fullmatch(code):
        raise PackageDamagedError(f"{shown}: {METADATA} gives no language code as {key}", hint=_INSTALL_AGAIN)
    return code


def _text(metadata: Mapping[str, object], key: str, shown: str) -> str:
    value = metadata.get(key, "")
    if not isinstance(value, str):
        raise PackageDamagedError(f"{shown}: {key} in {METADATA} is not text", hint=_INSTALL_AGAIN)
    # It will be shown on a screen: no control characters, no lines.
    if len(value) > _LONGEST_TEXT_CHARS or not value.isprintable():
        raise PackageDamagedError(f"{shown}: {key} in {METADATA} is not one line of plain text", hint=_INSTALL_AGAIN)
    return value


def _number(metadata: Mapping[str, object], key: str, shown: str) -> int:
    value = metadata.get(key, _LONGEST_TOKENS)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise PackageDamagedError(f"{shown}: {key} in {METADATA} is not a number above 0", hint=_INSTALL_AGAIN)
    return value


def _size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
