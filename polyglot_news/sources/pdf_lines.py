"""A PDF into lines with their places, as a program of its own: `python -P pdf_lines.py < FILE > JSON`.

PDFium is native code and a PDF may be hostile, so it runs where time and memory have an end, and where a crash is one
process that fails. Imports nothing of the package: it starts faster, and no path of its caller matters.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from ctypes import byref, c_double
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 1_000
MOST_CHARS = 3_000_000
_MOST_MEMORY_BYTES = 1024**3  # address space; 250 full pages take 60 MB of memory
_HYPHENS = frozenset((0x2, 0x2D, 0xAD, 0x2010, 0xFFFE))  # PDFium puts 2 or FFFE for a hyphen that ends a line
_LINE_ENDS = frozenset((0xA, 0xD))

_Line = tuple[str, float, float, float, float]


def main() -> None:
    """Read a PDF from standard input; write its lines, or the word for what is wrong, to standard output."""
    _bound_memory()
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)


def _bound_memory() -> None:
    try:
        import resource  # noqa: PLC0415  # not on Windows, where only time is bounded
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY_BYTES, _MOST_MEMORY_BYTES))


def _read(raw: bytes) -> dict[str, object]:
    import pypdfium2  # noqa: PLC0415  # heavy
    from pypdfium2 import raw as pdfium  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError:
        is_locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        return {"wrong": "encrypted" if is_locked else "broken"}
    if not len(document):
        return {"wrong": "broken"}
    if len(document) > MOST_PAGES:
        return {"wrong": "pages", "count": len(document)}
    pages: list[list[_Line]] = []
    n_chars = 0
    for text in _texts(document):
        n_chars += text.count_chars()
        if n_chars > MOST_CHARS:
            return {"wrong": "chars", "count": n_chars}
        pages.append(list(_lines(text)))
    return {"pages": pages, "about": document.get_metadata_dict()}


def _texts(document: PdfDocument) -> Iterator[PdfTextPage]:
    import pypdfium2  # noqa: PLC0415  # heavy

    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:  # one page is broken; the others may be read
            continue
        yield text
        text.close()
        page.close()


def _lines(text: PdfTextPage) -> Iterator[_Line]:
    """Yield text, left, right, baseline and height of each line, in the order of the page's content, in points."""
    from pypdfium2 import raw as pdfium  # noqa: PLC0415  # heavy

    line: list[tuple[int, str]] = []
    n_chars = text.count_chars()
    for place in range(n_chars):
        code = pdfium.FPDFText_GetUnicode(text, place)
        is_last = code in _HYPHENS and place + 1 < n_chars and _is_lower(text, place)
        if code not in _LINE_ENDS:
            line.append((place, "-" if code in {0x2, 0xFFFE} else chr(code)))
        if (code in _LINE_ENDS or is_last) and line:
            yield from _line(text, line)
            line = []
    yield from _line(text, line)


def _is_lower(text: PdfTextPage, place: int) -> bool:
    """Does the next character stand on another line?"""
    (_, y, height), (_, next_y, _) = (_origin(text, each) for each in (place, place + 1))
    return abs(y - next_y) > height / 2


def _origin(text: PdfTextPage, place: int) -> tuple[float, float, float]:
    """Left, baseline and height of a character."""
    from pypdfium2 import raw as pdfium  # noqa: PLC0415  # heavy

    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, place, byref(x), byref(y))
    _, bottom, _, top = text.get_charbox(place, loose=True)
    return x.value, y.value, abs(top - bottom)


def _line(text: PdfTextPage, line: list[tuple[int, str]]) -> Iterator[_Line]:
    shown = [place for place, character in line if character.strip()]
    if shown:
        # In the middle: a line may begin with an initial of three lines' height and end with the number of a note.
        _, y, height = _origin(text, shown[len(shown) // 2])
        left, right = text.get_charbox(shown[0], loose=True)[0], text.get_charbox(shown[-1], loose=True)[2]
        yield "".join(character for _, character in line), left, right, y, height


if __name__ == "__main__":
    main()
