"""Which encoding a page is in: what its bytes say, against what the server and the page declare.

Pages in windows-1251 that are declared as UTF-8, and the reverse, are common: a site moves, a proxy adds a header, a
browser saves the page in another encoding and keeps the tag.
"""

from __future__ import annotations

import codecs
import re

from polyglot_news.sources.charsets import known_charset
from polyglot_news.sources.encodings import decode, plausibility

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD_BYTES = 4096  # browsers look for the tag in the first 1,024
_META = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE)
_CYRILLIC = ("cp1251", "koi8-u", "iso8859-5", "cp866")
_SUPERSETS = {"koi8-r": "koi8-u"}  # the same but for box drawings, and Ukrainian pages declare the one for the other
_CYRILLIC_WORD_BYTES = 2.5  # beyond ASCII in a row; of French accents 1.1, the space between counted
_MOST_BROKEN = 0.02  # of what is not ASCII: a quotation from another page
_HEAD_START = 0.05  # of the encoding that is declared
_LEAST_PLAUSIBLE = 0.5
_SAMPLE_BYTES = 200_000
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
# Four Cyrillic letters of UTF-8, and what follows of letters, dashes and quotation marks.
_PASTED = re.compile(
    rb"(?:\xc2\xab|\xe2\x80[\x80-\xbf])?(?:[\xd0\xd1][\x80-\xbf]){4}"
    rb"(?:[\xd0-\xd2][\x80-\xbf]|\xc2[\xa0-\xbf]|\xe2[\x80-\x84][\x80-\xbf]|[ -;=-~\s])*"
)
_ASCII_TEXT = re.compile(r"[\0-\x7f]+")


def decode_page(raw: bytes, declared: str = "") -> str | None:
    """Decode a page.

    Args:
        raw: the page as it came.
        declared: as the server says; "" where it does not.

    Returns:
        The text, or None where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    if 0 in raw[:_HEAD_BYTES]:
        return decode(raw)  # UTF-16 without a mark, or no text
    charset = known_charset(declared) or _tagged(raw)
    if _is_wide(charset) and (text := _strict(raw, charset)) is not None:
        return text
    if (text := _as_utf8(raw)) is not None:  # text in another encoding is hardly ever valid UTF-8 by chance
        return text
    return _as_declared(raw, charset)


def _tagged(raw: bytes) -> str:
    head = raw[:_HEAD_BYTES]
    found = _META.search(head) or _XML.search(head)
    charset = known_charset(found[1].decode("ascii", "replace")) if found else ""
    return "utf-8" if charset.startswith("utf-16") else charset  # the tag could be read, so it is wrong


def _is_wide(charset: str) -> bool:
    """Whether its texts may look like ASCII, and so like UTF-8."""
    return charset.startswith(("utf-16", "utf-32", "iso2022", "hz"))


def _as_utf8(raw: bytes) -> str | None:
    if (text := _strict(raw, "utf-8")) is not None:
        return text
    sample = raw[:_SAMPLE_BYTES].decode("utf-8", "replace")
    beyond = len(sample) - sum(map(len, _ASCII_TEXT.findall(sample)))
    if sample.count("\ufffd") > _MOST_BROKEN * beyond + 1:  # the sample may cut a character in two
        return None
    return raw.decode("utf-8", "replace")


def _as_declared(raw: bytes, charset: str) -> str | None:
    """Not UTF-8. A Cyrillic page is read in the encoding in which it reads best, any other in the one declared."""
    trusted = "" if charset.startswith("utf") else _SUPERSETS.get(charset, charset)
    words = _BEYOND_ASCII.findall(raw[:_SAMPLE_BYTES])
    letters = b" ".join(words)
    if len(letters) < _CYRILLIC_WORD_BYTES * len(words) and trusted not in _CYRILLIC:
        return raw.decode(trusted or "cp1252", "replace")
    readings = {name: _strict(letters, name) for name in (trusted, *_CYRILLIC) if name}
    scores = {
        name: plausibility(text) + _HEAD_START * (name == trusted)
        for name, text in readings.items()
        if text is not None
    }
    best = max(scores, key=scores.__getitem__, default="")
    return _decoded(raw, best) if best and scores[best] > _LEAST_PLAUSIBLE else None


def _decoded(raw: bytes, encoding: str) -> str:
    """Decode a Cyrillic page; what is pasted into it in UTF-8, such as a box of another site, is read as that."""
    parts, end = [], 0
    for pasted in _PASTED.finditer(raw):
        parts += [raw[end : pasted.start()].decode(encoding, "replace"), pasted[0].decode("utf-8", "replace")]
        end = pasted.end()
    return "".join([*parts, raw[end:].decode(encoding, "replace")])


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeError:
        return None
