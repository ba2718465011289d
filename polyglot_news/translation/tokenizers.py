"""Sentences into the tokens that a package's model knows, and back: exactly as Argos Translate (1.11) does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from polyglot_news.errors import PackageDamagedError
from polyglot_news.translation.packages import Package, TokenizerKind
from polyglot_news.translation.subwords import JOINT, Merges, parse_merges

_HINT = "install it again from its .argosmodel file: pn models install FILE"


class Tokenizer(Protocol):
    """Cuts one sentence into tokens and joins tokens to text."""

    def encode(self, sentence: str) -> list[str]:
        """Return the tokens of a sentence; none where there is nothing in it."""
        ...

    def decode(self, tokens: Sequence[str]) -> str:
        """Return the text of the tokens, without space around it."""
        ...


def load_tokenizer(package: Package) -> Tokenizer:
    """Load the tokenizer of a package.

    Raises:
        PackageDamagedError: its file is not what its name says.
    """
    if package.tokenizer is TokenizerKind.BPE:
        return MosesBpeTokenizer(package)
    return SentencePieceTokenizer(package)


class SentencePieceTokenizer:
    """Pieces of a SentencePiece model."""

    def __init__(self, package: Package) -> None:
        """Load sentencepiece.model."""
        from sentencepiece import SentencePieceProcessor  # noqa: PLC0415  # heavy

        try:
            # From bytes, not from the path: so that names of folders in any script work on every system.
            self._pieces = SentencePieceProcessor(model_proto=package.tokenizer_file.read_bytes())
        except (RuntimeError, OSError):
            raise _damaged(package) from None

    def encode(self, sentence: str) -> list[str]:
        """Return the pieces of a sentence."""
        pieces: list[str] = self._pieces.encode(sentence, out_type=str)
        return pieces

    def decode(self, tokens: Sequence[str]) -> str:
        """Join pieces to text."""
        text: str = self._pieces.decode_pieces(list(tokens))
        # Some models write "▁" as a piece of its own, some "_" in its place; Argos makes both a space.
        return text.replace("▁", " ").replace("_", " ").strip()


class MosesBpeTokenizer:
    """Words as the Moses scripts cut them, then byte pairs: packages made from OPUS-MT."""

    def __init__(self, package: Package) -> None:
        """Load bpe.model."""
        from sacremoses.normalize import MosesPunctNormalizer  # noqa: PLC0415  # heavy
        from sacremoses.tokenize import MosesDetokenizer, MosesTokenizer  # noqa: PLC0415  # heavy

        self._merges = _read_merges(package, package.tokenizer_file)
        self._normalizer = MosesPunctNormalizer(package.from_code)
        self._words = MosesTokenizer(package.from_code)
        self._sentences = MosesDetokenizer(package.to_code)

    def encode(self, sentence: str) -> list[str]:
        """Return the byte pairs of the Moses tokens of a sentence, its punctuation normalised."""
        words = " ".join(self._words.tokenize(self._normalizer.normalize(sentence)))
        return self._merges.cut(words.split(" "))

    def decode(self, tokens: Sequence[str]) -> str:
        """Join byte pairs to words and words to text."""
        words = " ".join(tokens).replace(JOINT + " ", "").split(" ")
        text: str = self._sentences.detokenize(words)
        return text.strip()


def _read_merges(package: Package, path: Path) -> Merges:
    try:
        return parse_merges(path.read_text("utf-8"))
    except (ValueError, OSError):  # ValueError: of the format and of UTF-8
        raise _damaged(package) from None


def _damaged(package: Package) -> PackageDamagedError:
    return PackageDamagedError(f"{package.name}: {package.tokenizer_file.name} cannot be read", hint=_HINT)
