"""English text into the numbers that a model of the BERT family reads.

Method: WordPiece as in BERT, uncased (Devlin et al. 2019): letters without accents, words and signs apart, each word
cut into the longest pieces that are known. Ours, because the usual library brings a client that downloads. The list
of pieces is BERT's own: Google, Apache-2.0, data/alignment/wordpieces.LICENSE.txt.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

_PIECES = Path(__file__).parent.parent / "data" / "alignment" / "wordpieces.txt.gz"
_UNKNOWN, _START, _END = "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100  # characters
# Ranges of characters that are words by themselves, as BERT has them.
_IDEOGRAPHS = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF), (0x2F800, 0x2FA1F),
)  # fmt: skip
# Signs of ASCII that Unicode counts among the symbols.
_SIGNS = frozenset("$+<=>^`|~")


def numbered(text: str, longest: int) -> list[int]:
    """Return the numbers of a text's pieces, between those that mark its start and its end.

    Args:
        text: of any length and content.
        longest: numbers that come back at most; what is behind is not looked at.
    """
    pieces = _pieces()
    found = (piece for word in _words(text) for piece in _cut(word, pieces))
    return [pieces[_START], *islice(found, longest - 2), pieces[_END]]


def _words(text: str) -> Iterator[str]:
    """Words and signs, in small letters without accents, as they come by."""
    word: list[str] = []
    for character in text:
        for part in _plain(character):
            if part.isspace() or _stands_alone(part):
                if word:
                    yield "".join(word)
                    word = []
                if not part.isspace():
                    yield part
            else:
                word.append(part)
    if word:
        yield "".join(word)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """One character in small letters, without accents; nothing where it is none that is seen."""
    if character.isspace():
        return " "
    if unicodedata.category(character).startswith("C") or character == "\ufffd":
        return ""
    parts = unicodedata.normalize("NFD", character).lower()
    return "".join(part for part in unicodedata.normalize("NFD", parts) if unicodedata.category(part) != "Mn")


@lru_cache(maxsize=4096)
def _stands_alone(character: str) -> bool:
    if character in _SIGNS or unicodedata.category(character).startswith("P"):
        return True
    return any(first <= ord(character) <= last for first, last in _IDEOGRAPHS)


def _cut(word: str, pieces: dict[str, int]) -> list[int]:
    """The longest known pieces from the left; a word that they do not make up is unknown as a whole."""
    if len(word) > _LONGEST_WORD:
        return [pieces[_UNKNOWN]]
    found: list[int] = []
    start = 0
    while start < len(word):
        prefix = "##" if start else ""
        known = (end for end in range(len(word), start, -1) if prefix + word[start:end] in pieces)
        end = next(known, None)
        if end is None:
            return [pieces[_UNKNOWN]]
        found.append(pieces[prefix + word[start:end]])
        start = end
    return found


@cache
def _pieces() -> dict[str, int]:
    lines = gzip.decompress(_PIECES.read_bytes()).decode("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}
