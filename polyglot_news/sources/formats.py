"""Which format an edition is in: its bytes tell, its name only where they cannot."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

_HEAD_BYTES = 4096
_PDF_WITHIN_BYTES = 1024  # where readers of PDF look for its mark
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</?(?:p|div|span|a|br|h[1-6]|li|ul|img|article|section)\b[^<>]{0,300}>", re.IGNORECASE)
_ENOUGH_TAGS = 3
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OTHERS = {
    b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"RIFF": "an image or a film",
    b"\x7fELF": "a program", b"MZ\x90": "a program", b"\x1f\x8b": "a compressed file", b"BZh": "a compressed file",
    b"7z\xbc\xaf": "a compressed file", b"Rar!": "a compressed file", b"\xfd7zXZ": "a compressed file",
    b"{\\rtf": "an RTF document",
}  # fmt: skip
_ARCHIVE = re.compile(
    rb"(?:From:|MIME-Version:|Snapshot-Content-Location:)[^\0]{0,2000}multipart/related", re.IGNORECASE
)


class Format(StrEnum):
    """A format that can be read."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"
    PDF = "pdf"


def detect_format(raw: bytes, name: str, content_type: str = "") -> Format:
    """Tell the format of an edition.

    Args:
        raw: all of it.
        name: its path or address; "-" for standard input.
        content_type: as the server says; "" where it does not.
    """
    if b"%PDF-" in raw[:_PDF_WITHIN_BYTES]:
        return Format.PDF
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return Format.DOCX  # its reader tells what other zip or document it is
    name = name.lower()
    head = _head(raw)
    if _PAGE.match(head):
        return Format.HTML
    if name.endswith((".md", ".markdown")):
        return Format.MARKDOWN
    is_called_page = name.endswith((".html", ".htm", ".xhtml")) or content_type in {
        "text/html",
        "application/xhtml+xml",
    }
    is_marked_up = head.lstrip().startswith("<") and len(_TAGS.findall(head)) >= _ENOUGH_TAGS
    return Format.HTML if is_called_page or is_marked_up else Format.TEXT


def is_markup(raw: bytes) -> bool:
    """Whether bytes begin like HTML, XML or JSON."""
    return _head(raw).lstrip().startswith(("<", "{"))


def unreadable_kind(raw: bytes) -> str:
    """Name what a file is that no article is read from; "" where it may be one."""
    if _ARCHIVE.match(raw[:_HEAD_BYTES]):
        return "a web archive (MHTML)"
    return next((kind for beginning, kind in _OTHERS.items() if raw.startswith(beginning)), "")


def _head(raw: bytes) -> str:
    head = raw[:_HEAD_BYTES]
    encoding = "utf-16" if head.startswith(_UTF16) else "utf-8-sig"
    return head.decode(encoding, "ignore").replace("\0", "").replace("\ufeff", "")
