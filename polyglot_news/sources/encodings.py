"""Bytes into text: UTF-8, UTF-16, windows-1251, KOI8-R and KOI8-U, told apart without a declaration."""

from __future__ import annotations

import codecs
from itertools import pairwise

# How often letters stand in Russian and Ukrainian text; what a wrong decoding makes of them is rare letters.
_COMMON = frozenset("оеаинтсвлркдмпуі ")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SINGLE_BYTE = ("cp1251", "koi8-u", "koi8-r")
_SAMPLE_CHARS = 200_000  # a megabyte of this takes a second


def decode(raw: bytes) -> str | None:
    """Decode a text whose encoding nobody declares.

    Returns:
        The text, or None where the bytes are no text in any of the encodings.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding)
    cyrillic_utf16 = _is_cyrillic_utf16(raw)  # its bytes may be ASCII, and so UTF-8, each and every one
    if not cyrillic_utf16 and (text := _strict(raw, "utf-8")) is not None and "\0" not in text:
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


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _is_cyrillic_utf16(raw: bytes) -> bool:
    """In UTF-16 every Cyrillic letter has a byte 0x04."""
    return len(raw) % 2 == 0 and raw.count(4) > len(raw) // 5
