"""A file or standard input as an Article."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from polyglot_news import language as languages
from polyglot_news.errors import InputError
from polyglot_news.model import Article, Boilerplate, Paragraph, Role, Span
from polyglot_news.sentences import split
from polyglot_news.sources.boilerplate import set_aside
from polyglot_news.sources.encodings import decode
from polyglot_news.sources.plain import clean, split_lines, split_paragraphs

_LARGEST_BYTES = 20_000_000  # a book of a thousand pages has two million
_LONGEST_TITLE_CHARS = 160
_KINDS = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a zip, DOCX or EPUB file", b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"\x7fELF": "a program",
    b"\x1f\x8b": "a compressed file",
}  # fmt: skip
_MARKUP = ("<!doctype", "<html", "<head", "<body", "<!--", "<?xml")


@dataclass(frozen=True, slots=True)
class LoadSettings:
    """How an edition is read."""

    lines: bool = False  # each line is one paragraph, untouched
    keep_boilerplate: bool = False
    language: str | None = None  # as the user says; None: detected


def load_article(source: str, settings: LoadSettings | None = None) -> Article:
    """Read an edition.

    Args:
        source: a path as the user typed it, or "-" for standard input.
        settings: None for the defaults.

    Raises:
        InputError: it is missing, a folder, empty, too large or not text; the message names `source`.
    """
    return read_article(_bytes_of(source), source, settings or LoadSettings())


def read_article(raw: bytes, source: str, settings: LoadSettings) -> Article:
    """Turn bytes into an article: decoded, cleaned, boilerplate set aside, languages told, sentences found.

    Raises:
        InputError: the bytes are no text, or no article is left.
    """
    text = clean(_decoded(raw, source))
    paragraphs = split_lines(text) if settings.lines else split_paragraphs(text)
    kept, boilerplate = (paragraphs, ()) if settings.lines or settings.keep_boilerplate else set_aside(paragraphs)
    if not any(paragraph.strip() for paragraph in kept):
        found = f"{len(raw)} bytes, {len(boilerplate)} paragraphs of boilerplate"
        hint = "--keep-boilerplate keeps what was taken for boilerplate" if boilerplate else "give a text file"
        raise InputError(f"{source}: no article text found ({found})", hint=hint)
    if settings.language:
        detection, each = languages.Detection(settings.language, 1.0), (settings.language,) * len(kept)
    else:
        detection, each = languages.detect_article(kept)
    if detection.language == languages.UNDETERMINED:
        raise InputError(f"{source}: no letters to tell a language by", hint="give a text in words")
    return _article(source, kept, detection, each, tuple(boilerplate), has_title=not settings.lines)


def _article(  # noqa: PLR0913  # the parts of an article
    source: str,
    kept: Sequence[str],
    detection: languages.Detection,
    each: Sequence[str],
    boilerplate: tuple[Boilerplate, ...],
    *,
    has_title: bool,
) -> Article:
    titled = has_title and len(kept) > 1 and _is_headline(kept[0])
    paragraphs = tuple(
        Paragraph(
            text,
            Role.TITLE if titled and i == 0 else Role.BODY,
            language,
            tuple(Span(i, start, end) for start, end in split(text, language)),
        )
        for i, (text, language) in enumerate(zip(kept, each, strict=True))
    )
    title = kept[0] if titled else ""
    return Article(source, detection.language, detection.confidence, title, paragraphs, boilerplate)


def _is_headline(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE_CHARS and not text.rstrip("\"'”’»)").endswith((".", ":", ";", ","))


def _bytes_of(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read(_LARGEST_BYTES + 1)
    if "://" in source:
        raise InputError(
            f"{source}: addresses are not read in this version", hint="save the text to a file and give that"
        )
    try:
        with Path(source).open("rb") as file:
            return file.read(_LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"{source}: no such file", hint="check the path") from None
    except IsADirectoryError:
        raise InputError(f"{source}: is a folder", hint="give one file for each edition") from None
    except (OSError, ValueError) as reason:
        text = getattr(reason, "strerror", None) or str(reason)
        raise InputError(
            f"{source}: cannot be read: {text.lower()}", hint="check the path and its permissions"
        ) from None


def _decoded(raw: bytes, source: str) -> str:
    only_text = "this version reads plain text; save the article's text to a .txt file"
    if not raw.strip():
        raise InputError(f"{source}: is empty", hint="give a file with the text of the edition")
    if len(raw) > _LARGEST_BYTES:
        raise InputError(f"{source}: is larger than {_LARGEST_BYTES // 10**6} MB", hint="give one article a file")
    for beginning, kind in _KINDS.items():
        if raw.startswith(beginning):
            raise InputError(f"{source}: is {kind}, not a text file", hint=only_text)
    text = decode(raw)
    if text is None:
        raise InputError(f"{source}: is not text in UTF-8, UTF-16, windows-1251 or KOI8", hint=only_text)
    if text.lstrip("\ufeff \r\n\t")[:20].lower().startswith(_MARKUP):
        raise InputError(f"{source}: is a web page, not a text file", hint=only_text)
    return text
