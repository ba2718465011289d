"""Bytes into text: UTF-8, UTF-16, windows-1251, KOI8-R and KOI8-U, told apart without a declaration."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from itertools import pairwise

# How often letters stand in Russian and Ukrainian text; what a wrong decoding makes of them is rare letters.
_COMMON = frozenset("оеаинтсвлркдмпуі ")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SINGLE_BYTE = ("cp1251", "koi8-u", "koi8-r")
_SAMPLE_CHARS = 200_000  # a megabyte of this takes a second
_SAMPLE_BYTES, _SAMPLE_LINES = 2_000, 5_000
_UTF8, _UNKNOWN = "UTF-8", "another encoding"
_NAMES = {"windows-1251": "cp1251", "KOI8": "koi8-u"}
_CYRILLIC_UTF8 = re.compile(rb"(?:[\xd0\xd1][\x80-\xbf]){4}")  # four letters; in windows-1251 no word looks like that
_BEYOND_ASCII = bytes(range(128, 256))
_FEWEST_LETTERS, _CLEARLY = 30, 0.07  # bytes of a line; of plausibility


def decode(raw: bytes) -> str | None:
    """Decode a text whose encoding nobody declares.

    Returns:
        The text, or None where the bytes are no text in any of the encodings.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding)
    cyrillic_utf16 = _is_cyrillic_utf16(raw)  # its bytes may be ASCII, and so UTF-8, each and every one
    if not cyrillic_utf16 and (text := _utf8(raw)) is not None and "\0" not in text:
        return text
    if (len(raw) % 2 == 0 and raw.count(0) > len(raw) // 8) or cyrillic_utf16:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _strict(raw, encoding)
            if text is not None and plausibility(text) > 0.5:  # noqa: PLR2004  # most of it letters we know
                return text
    if 0 in raw:
        return None
    readings = [text for encoding in _SINGLE_BYTE if (text := _strict(raw, encoding)) is not None]
    best = max(readings, key=plausibility, default=None)
    return best if best is not None and plausibility(best) > 0.5 else None  # noqa: PLR2004


def find_mix(raw: bytes) -> tuple[int, str, str] | None:
    """Find a line that is in another encoding than most, in a text of Cyrillic letters.

    Returns:
        The number of the first such line, its encoding, and that of the others; None where all are in one.
    """
    if 0 in raw or _utf8(raw) is not None or _is_cyrillic_utf16(raw):
        return None
    lines = [line[:_SAMPLE_BYTES] for line in raw.split(b"\n")[:_SAMPLE_LINES]]
    told = [(number, name) for number, line in enumerate(lines, start=1) if (name := _encoding_of_line(line))]
    known = Counter(name for _, name in told if name != _UNKNOWN)
    if not known:
        return None
    usual = known.most_common(1)[0][0]
    same = {usual} if usual == _UTF8 else {usual, _UNKNOWN}  # what is not UTF-8 may be in that of the others
    return next(((number, name, usual) for number, name in told if name not in same), None)


def _encoding_of_line(line: bytes) -> str:
    """Name the encoding of a line; "" where it may be in any."""
    if _CYRILLIC_UTF8.search(line):
        return _UTF8
    if _utf8(line) is not None:
        return ""
    scores = {name: plausibility(line.decode(codec, "replace")) for name, codec in _NAMES.items()}
    best, other = sorted(scores, key=scores.__getitem__, reverse=True)
    n_letters = len(line) - len(line.translate(None, _BEYOND_ASCII))
    return best if n_letters >= _FEWEST_LETTERS and scores[best] - scores[other] > _CLEARLY else _UNKNOWN


def plausibility(text: str) -> float:
    """Return the share of common letters of the three languages, and printable ASCII; less for odd capitals.

    Capitals count like small letters: windows-1251 and KOI8 take each other's capitals for small ones.
    """
    if not text:
        return 0.0
    text = text[:_SAMPLE_CHARS]
    fine = sum(
        character in _COMMON or (character.isascii() and (character.isprintable() or character in "\r\n\t"))
        for character in text.lower()
    )
    odd = sum(a.islower() and b.isupper() for a, b in pairwise(text))
    cyrillic = sum("\u0400" <= character <= "\u04ff" for character in text)
    return (fine + cyrillic - 3 * odd) / (2 * len(text)) if cyrillic else fine / len(text)


def _utf8(raw: bytes) -> str | None:
    """Decode UTF-8; a file that was cut off may end in the middle of a character."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return None


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _is_cyrillic_utf16(raw: bytes) -> bool:
    """In UTF-16 every Cyrillic letter has a byte 0x04."""
    return len(raw) % 2 == 0 and raw.count(4) > len(raw) // 5
