"""A file, a page of the web or standard input as an Article, in whatever format it comes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news import language as languages
from polyglot_news.errors import InputError
from polyglot_news.model import Article, Boilerplate, Paragraph, Role, Span
from polyglot_news.sentences import split
from polyglot_news.sources.boilerplate import reasons_to_set_aside
from polyglot_news.sources.draft import Block, Draft
from polyglot_news.sources.encodings import decode, find_mix
from polyglot_news.sources.formats import Format, detect_format, is_markup, unreadable_kind
from polyglot_news.sources.plain import clean, split_lines, split_paragraphs

if TYPE_CHECKING:
    from polyglot_news.sources.web import WebSettings

_LARGEST_BYTES = 20_000_000  # a book of a thousand pages has two million
_MOST_CHARS, _MOST_PARAGRAPHS = 1_000_000, 5_000  # five seconds of reading; a book of 500 pages has as many
_LONGEST_TITLE_CHARS = 160
_FORMATS = "give text, HTML, Markdown, DOCX or PDF"
_ADDRESS = re.compile(r"(?i:https?)://")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class LoadSettings:
    """How an edition is read."""

    lines: bool = False  # each line is one paragraph, untouched; of plain text only
    keep_boilerplate: bool = False
    language: str | None = None  # as the user says; None: detected
    web: WebSettings | None = None  # how addresses are read; None for the defaults


class Served(NamedTuple):
    """What a server says about the bytes it gave; "" where there is no server, or it is silent."""

    content_type: str = ""
    charset: str = ""
    address: str = ""


def load_article(source: str, settings: LoadSettings | None = None) -> Article:
    """Read an edition.

    Args:
        source: a path as the user typed it, an address (http, https), or "-" for standard input.
        settings: None for the defaults.

    Raises:
        InputError: it is missing, a folder, empty, too large, in no format that is read, or no article; the message
            names `source`.
    """
    settings = settings or LoadSettings()
    if _ADDRESS.match(source):
        from polyglot_news.sources.web import fetch  # noqa: PLC0415  # only for addresses

        page = fetch(source, settings.web)
        return read_article(page.raw, source, settings, Served(page.content_type, page.charset, page.address))
    return read_article(_bytes_of(source), source, settings)


def read_article(raw: bytes, source: str, settings: LoadSettings, served: Served | None = None) -> Article:
    """Turn bytes into an article: decoded, cleaned, boilerplate set aside, languages told, sentences found.

    Raises:
        InputError: the bytes are in no format that is read, or no article is left.
    """
    draft = _draft(raw, source, settings, served or Served())
    if not settings.lines:
        draft = replace(draft, blocks=tuple(block for block in draft.blocks if block.text.strip()))
    _require_article_size(source, sum(len(block.text) for block in draft.blocks), len(draft.blocks))
    kept, boilerplate = _parted(draft.blocks, keep_all=settings.lines or settings.keep_boilerplate)
    if not any(block.text.strip() for block in kept if block.role is not Role.TITLE):
        found = f"{len(raw)} bytes, {len(boilerplate)} paragraphs of boilerplate"
        hint = (
            "--keep-boilerplate keeps what was taken for boilerplate" if boilerplate else "give the text of the article"
        )
        raise InputError(f"{source}: no article text found ({found})", hint=hint)
    texts = [block.text for block in kept]
    if settings.language:
        detection, each = languages.Detection(settings.language, 1.0), (settings.language,) * len(texts)
    else:
        detection, each = languages.detect_article(texts)
    if detection.language == languages.UNDETERMINED:
        raise InputError(f"{source}: no letters to tell a language by", hint="give a text in words")
    titled = kept if settings.lines else _titled(kept)
    title = next((block.text for block in titled if block.role is Role.TITLE), "")
    paragraphs = tuple(_paragraphs(titled, each))
    return Article(source, detection.language, detection.confidence, title, paragraphs, boilerplate, draft.metadata)


def _draft(raw: bytes, source: str, settings: LoadSettings, served: Served) -> Draft:
    """Hand the bytes to the reader of their format."""
    _require_readable(raw, source)
    kind = detect_format(raw, served.address or source, served.content_type)
    if settings.lines and kind not in {Format.TEXT, Format.MARKDOWN}:
        raise InputError(f"{source}: is {kind.upper()}, and --lines reads text alone", hint="leave out --lines")
    if kind is Format.HTML:
        from polyglot_news.sources.html import read_html  # noqa: PLC0415  # heavy

        return read_html(raw, source, served.charset, served.address)
    if kind is Format.DOCX:
        from polyglot_news.sources.docx import read_docx  # noqa: PLC0415  # only for this format

        return read_docx(raw, source)
    if kind is Format.PDF:
        from polyglot_news.sources.pdf import read_pdf  # noqa: PLC0415  # heavy

        return read_pdf(raw, source)
    if mix := find_mix(raw):
        wrong = "mixes encodings: line {} is in {}, most others are in {}".format(*mix)
        raise InputError(f"{source}: {wrong}", hint="open it in an editor, mend that line, and save it as UTF-8")
    text = decode(raw)
    if text is None:
        raise InputError(f"{source}: is not text in UTF-8, UTF-16, windows-1251 or KOI8", hint=_FORMATS)
    if kind is Format.MARKDOWN and not settings.lines:
        from polyglot_news.sources.markdown import read_markdown  # noqa: PLC0415  # only for this format

        return read_markdown(text, source)
    _require_article_size(source, len(text))
    cleaned = clean(text)
    paragraphs = split_lines(cleaned) if settings.lines else split_paragraphs(cleaned)
    return Draft(tuple(Block(paragraph) for paragraph in paragraphs))


def _require_readable(raw: bytes, source: str) -> None:
    if not raw.strip():
        raise InputError(f"{source}: is empty", hint="give a file with the text of the edition")
    if len(raw) > _LARGEST_BYTES:
        raise InputError(f"{source}: is larger than {_LARGEST_BYTES // 10**6} MB", hint="give one article a file")
    if kind := unreadable_kind(raw):
        raise InputError(f"{source}: is {kind}, not an article", hint=_FORMATS)
    if is_markup(raw):
        from polyglot_news.sources.feeds import require_no_feed  # noqa: PLC0415  # brings a parser of XML

        require_no_feed(raw, source)


def _require_article_size(source: str, n_chars: int, n_paragraphs: int = 0) -> None:
    hint = "give one article a file"
    if n_chars > _MOST_CHARS:
        raise InputError(f"{source}: is longer than {_MOST_CHARS:,} characters", hint=hint)
    if n_paragraphs > _MOST_PARAGRAPHS:
        raise InputError(f"{source}: has more than {_MOST_PARAGRAPHS:,} paragraphs", hint=hint)


def _parted(blocks: Sequence[Block], *, keep_all: bool) -> tuple[tuple[Block, ...], tuple[Boilerplate, ...]]:
    """Part the article from what is of its site, and from captions: no edition owes the reader the same pictures."""
    if keep_all:
        return tuple(block._replace(reason="") for block in blocks), ()
    open_to_doubt = [block for block in blocks if not block.reason and block.role is not Role.CAPTION]
    doubts = iter(reasons_to_set_aside([block.text for block in open_to_doubt]))
    kept, removed = [], []
    for block in blocks:
        reason = block.reason or ("caption" if block.role is Role.CAPTION else next(doubts))
        if reason and block.role is not Role.TITLE:
            removed.append(Boilerplate(block.text, reason))
        else:
            kept.append(block)
    return tuple(kept), tuple(removed)


def _titled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Take the first paragraph for the title where the format does not say which one is."""
    is_told = any(block.role is Role.TITLE for block in blocks)
    if is_told or len(blocks) == 1 or not _is_headline(blocks[0].text):
        return tuple(blocks)
    return (blocks[0]._replace(role=Role.TITLE), *blocks[1:])


def _paragraphs(blocks: Iterable[Block], each: Iterable[str]) -> Iterator[Paragraph]:
    for i, (block, language) in enumerate(zip(blocks, each, strict=True)):
        sentences = tuple(Span(i, start, end) for start, end in split(block.text, language))
        yield Paragraph(block.text, block.role or Role.BODY, language, sentences)


def _is_headline(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE_CHARS and not text.rstrip("\"'”’»)").endswith((".", ":", ";", ","))


def _bytes_of(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read(_LARGEST_BYTES + 1)
    if _SCHEME.match(source):
        raise InputError(f"{source}: only http and https addresses are read", hint="save the page and give the file")
    try:
        with Path(source).open("rb") as file:
            return file.read(_LARGEST_BYTES + 1)
    except FileNotFoundError:
        is_host = re.match(r"www\.|[\w-]+(?:\.[\w-]+)+/", source)
        hint = f"an address begins with https://, as in https://{source}" if is_host else "check the path"
        raise InputError(f"{source}: no such file", hint=hint) from None
    except IsADirectoryError:
        raise InputError(f"{source}: is a folder", hint="give one file for each edition") from None
    except (OSError, ValueError) as reason:
        text = getattr(reason, "strerror", None) or str(reason)
        raise InputError(
            f"{source}: cannot be read: {text.lower()}", hint="check the path and its permissions"
        ) from None
