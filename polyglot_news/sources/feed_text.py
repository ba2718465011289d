"""Bytes of a feed into text, whatever encoding they declare; and texts of a feed without the markup in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from html import escape, unescape
from html.entities import html5

from polyglot_news.sources.blocks import tidy
from polyglot_news.sources.charsets import known_charset
from polyglot_news.sources.encodings import decode

_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_FEWER_DAMAGED = 0.1  # of the characters that are not ASCII: a title cut inside a letter, and not another encoding
_MARKED = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_REFERENCE = re.compile(r"&(?:(#\d{1,8}|#[xX][0-9A-Fa-f]{1,7}|amp|lt|gt|quot|apos);|(\w{2,31};)?)")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_UNPRINTABLE = {code: None for code in range(32) if chr(code) not in "\t\n\r"}
_CODE = re.compile(r"<(?:script|style)(?=[\s>])", re.IGNORECASE)
_CODE_END = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
_COMMENT, _COMMENT_END = re.compile("<!--"), re.compile("-->")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|div|li|ul|ol|tr|td|th|h\d|blockquote|hr|figure|img)(?:[\s/][^<>]*)?>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!\[CDATA\[|\]\]>")


def feed_text(raw: bytes) -> str:
    """Decode a feed. UTF-8 that is none can hardly be by chance, so it wins over what is declared."""
    if raw.startswith(_MARKED):
        return raw.decode("utf-8-sig" if raw.startswith(_MARKED[0]) else "utf-16", "replace")
    text = raw.decode("utf-8", "replace")
    n_damaged, n_foreign = text.count("\ufffd"), len(text) - len(text.encode("ascii", "ignore"))
    if "\0" not in text and n_damaged <= n_foreign * _FEWER_DAMAGED:
        return text
    declared = _DECLARED.match(raw)
    charset = known_charset(declared[1].decode("ascii")) if declared else ""
    if charset not in {"", "utf-8"}:
        with suppress(UnicodeError):
            return raw.decode(charset)
    return decode(raw) or text


def repaired(markup: str) -> str:
    """Make markup of a feed fit for an XML parser: "&" that stands for itself, the names of HTML, control characters.

    What is inside CDATA stays as it is.
    """
    return "".join(_repaired_pieces(markup.translate(_UNPRINTABLE)))


def plain_text(text: str) -> str:
    """Return one line of text, without the markup that feeds put into titles and summaries."""
    without_code = _cut(_CODE, _CODE_END, _cut(_COMMENT, _COMMENT_END, text))
    return tidy(unescape(_TAG.sub("", _BLOCK_TAG.sub(" ", without_code))))


def _repaired_pieces(markup: str) -> Iterator[str]:
    place = 0
    while (start := markup.find(_CDATA, place)) >= 0 and (end := markup.find(_CDATA_END, start)) >= 0:
        yield _REFERENCE.sub(_reference, markup[place:start])
        yield markup[start : end + len(_CDATA_END)]
        place = end + len(_CDATA_END)
    yield _REFERENCE.sub(_reference, markup[place:])


def _reference(found: re.Match[str]) -> str:
    if found[1]:
        return found[0]
    name = found[2] or ""
    return escape(html5[name]) if name in html5 else f"&amp;{name}"


def _cut(start: re.Pattern[str], end: re.Pattern[str], text: str) -> str:
    """Take out what stands between two marks; each character is looked at once, however many marks are never closed."""
    pieces, place = [], 0
    while opening := start.search(text, place):
        pieces.append(text[place : opening.start()])
        closing = end.search(text, opening.end())
        place = closing.end() if closing else len(text)
    return " ".join([*pieces, text[place:]])
