"""PDF into a draft: lines by PDFium in a process of its own, paragraphs put together from them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

from polyglot_news.errors import InputError
from polyglot_news.model import Metadata
from polyglot_news.sources import pdf_lines
from polyglot_news.sources.blocks import block, tidy, with_title
from polyglot_news.sources.draft import Draft
from polyglot_news.sources.pdf_paragraphs import Line, put_together

_INSTALL = 'pip install "polyglot-news[pdf]"'
_AS_TEXT = "copy the article's text to a .txt file"
_MOST_SECONDS = 120.0  # a thousand pages take 15, several times that beside other work
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_FIRST_PARAGRAPHS = 3


class _Answer(TypedDict, total=False):
    wrong: str
    count: int
    pages: list[list[tuple[str, float, float, float, float]]]
    about: dict[str, str]


def read_pdf(raw: bytes, source: str, *, most_seconds: float = _MOST_SECONDS) -> Draft:
    """Read a PDF that has a text layer.

    Returns:
        The title is what is set largest at the beginning, else what the document says of itself if it begins with it.

    Raises:
        InputError: it has no text, is encrypted, broken, too long, or keeps the reader busy for too long.
    """
    if find_spec("pypdfium2") is None:
        raise InputError(f"{source}: PDF is an extra that is not installed", hint=_INSTALL)
    answer = _answer(raw, source, most_seconds)
    if "wrong" in answer:
        raise _refusal(answer, source)
    pages = answer["pages"]
    lines = [
        Line(number, text.translate(_LIGATURES), *place)
        for number, page in enumerate(pages)
        for text, *place in page
        if tidy(text)
    ]
    printed = put_together(_read_as_cyrillic(lines))
    if not any(character.isalpha() for text in printed.paragraphs for character in text):
        wrong = f"has no text layer ({len(pages)} {'page' if len(pages) == 1 else 'pages'} of pictures)"
        raise InputError(f"{source}: {wrong}", hint=f"run it through OCR, or {_AS_TEXT}")
    about = {key: tidy(value) for key, value in answer["about"].items()}
    paragraphs = [each for text in printed.paragraphs for each in block(text)]
    beginning = [each.text for each in paragraphs[:_FIRST_PARAGRAPHS]]
    title = tidy(printed.title) or next((text for text in beginning if text == about.get("Title")), "")
    heads = [each for text in printed.running_heads for each in block(text, reason="running head")]
    blocks, title = with_title([*paragraphs, *heads], title)
    return Draft(blocks, title, _metadata(about))


def _answer(raw: bytes, source: str, most_seconds: float) -> _Answer:
    program = [sys.executable, "-P", str(Path(pdf_lines.__file__))]
    try:
        done = subprocess.run(program, input=raw, capture_output=True, check=True, timeout=most_seconds)  # noqa: S603  # our own file
        answer: _Answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise InputError(f"{source}: takes more than {most_seconds:g} s to read", hint=_AS_TEXT) from None
    except subprocess.CalledProcessError:  # PDFium crashed, or wanted more memory than it may have
        raise InputError(f"{source}: is a broken PDF, or needs too much memory", hint=_AS_TEXT) from None
    return answer


def _refusal(answer: _Answer, source: str) -> InputError:
    count = answer.get("count", 0)
    wrong, hint = {
        "encrypted": ("is encrypted", "save it without a password"),
        "pages": (f"has {count} pages, more than {pdf_lines.MOST_PAGES}", "give one article a file"),
        "chars": (f"is longer than {pdf_lines.MOST_CHARS // 10**6} million characters", "give one article a file"),
    }.get(answer["wrong"], ("is a broken PDF", _AS_TEXT))
    return InputError(f"{source}: {wrong}", hint=hint)


def _read_as_cyrillic(lines: list[Line]) -> list[Line]:
    """Undo what fonts of the nineties do: Cyrillic in windows-1251 that says it is Western European."""
    letters = [character for line in lines for character in line.text if character.isalpha()]
    western = sum("\u00c0" <= character <= "\u00ff" for character in letters)
    if western * 2 <= len(letters):  # French has one in twelve
        return lines
    return [replace(line, text=line.text.encode("cp1252", "replace").decode("cp1251", "replace")) for line in lines]


def _metadata(about: Mapping[str, str]) -> Metadata:
    date = _DATE.match(about.get("CreationDate", ""))
    names = (name.strip() for name in re.split("[;,]", about.get("Author", "")))
    return Metadata(date="-".join(date.groups()) if date else "", authors=tuple(name for name in names if name))
