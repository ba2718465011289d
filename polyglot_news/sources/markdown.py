"""Markdown into blocks of plain text: CommonMark and GitHub's tables by markdown-it-py, front matter by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from polyglot_news.errors import InputError
from polyglot_news.model import Metadata, Role
from polyglot_news.sources.blocks import block, table_blocks, tidy, with_title
from polyglot_news.sources.draft import Block, Draft

if TYPE_CHECKING:  # heavy
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LARGEST_CHARS = 3_000_000  # a book; the parser reads half a million a second
# The parser's time grows with the square of the marks between two empty lines, and with the cells that rows lack.
_MOST_MARKS, _MOST_MARKS_IN_ALL, _MOST_CELLS = 2_000, 100_000, 200_000
_MARK = re.compile(r"[\[*_<`|&~]")
_LONGEST_FRONT_LINES = 200
_FRONT = re.compile(r"-{3}[ \t]*\n(.*?)\n(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?(?:\.\d+)?) ?(Z|[+-]\d\d:?\d\d)?)?$")
_NOTE, _NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]:"), re.compile(r"\[\^[^\]\s]{1,40}\]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_EMPHASIS = {("em_open", "em_close"), ("strong_open", "strong_close")}


def read_markdown(text: str, source: str) -> Draft:
    """Read a Markdown file: paragraphs as plain text in order, without marks.

    What is no prose (code, raw HTML, tables of figures, footnotes) comes along with a reason.

    Returns:
        The title is that of the front matter, else the first heading of the first level; it is a block too.

    Raises:
        InputError: it is too long to be an article.
    """
    unified = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _check(unified, source)
    front, body = _split_front(unified)
    blocks, title = with_title(_blocks(_parser(body).parse(body)), " ".join(front.get("title", ())))
    return Draft(blocks, title, _metadata(front), _language(front))


def _check(text: str, source: str) -> None:
    if len(text) > _LARGEST_CHARS:
        wrong = f"is longer than {_LARGEST_CHARS // 10**6} million characters"
        raise InputError(f"{source}: {wrong}", hint="give one article a file")
    marks = [len(_MARK.findall(part)) for part in text.split("\n\n")]
    if max(marks) > _MOST_MARKS or sum(marks) > _MOST_MARKS_IN_ALL:
        wrong = f"{max(marks)} marks without an empty line between them, {sum(marks)} in all"
        raise InputError(f"{source}: {wrong}", hint="give a .txt file if it is plain text")


def _parser(text: str) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # heavy

    lines = text.split("\n")
    has_tables = len(lines) * max(line.count("|") for line in lines) <= _MOST_CELLS
    return MarkdownIt("commonmark").enable(["strikethrough", "table"] if has_tables else ["strikethrough"])


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    heading = ""
    cells: list[Block] | None = None  # of the table that is open
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            heading = token.tag if token.nesting > 0 else ""
        elif token.type == "table_open":
            cells = []
        elif token.type == "table_close":
            yield from table_blocks(cells or [])
            cells = None
        elif token.type in {"fence", "code_block"}:
            yield from block(token.content, reason="code")
        elif token.type == "html_block":
            yield from block(_COMMENT.sub(" ", token.content), reason="html")
        elif token.type == "inline" and cells is not None:
            cells.extend(block(_plain(token.children or ())))
        elif token.type == "inline":
            yield from _paragraph(token.children or (), heading)


def _paragraph(children: Sequence[Token], heading: str) -> Iterator[Block]:
    images = [child for child in children if child.type == "image"]
    text = _plain(children)
    if heading:
        yield from block(text, role=Role.TITLE if heading == "h1" else None)
    elif _NOTE.match(text):
        yield from block(_NOTE.sub("", text, count=1), reason="footnote")
    elif images and not text.strip():
        for image in images:
            if image.attrs.get("title"):
                yield from block(image.content or str(image.attrs["title"]), role=Role.CAPTION)
    elif children and children[0].type == "image" and _is_emphasised(children[1:]):
        yield from block(text, role=Role.CAPTION)
    else:
        yield from block(text)


def _is_emphasised(children: Sequence[Token]) -> bool:
    """Is all of it inside one pair of emphasis marks, as the line under a picture is?"""
    marks = [child for child in children if child.type != "softbreak" and (child.type != "text" or child.content)]
    return bool(marks) and (marks[0].type, marks[-1].type) in _EMPHASIS and all(each.level > 0 for each in marks[1:-1])


def _plain(children: Sequence[Token]) -> str:
    parts = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or child.content[:3].lower() == "<br":
            parts.append(" ")
    text = "".join(parts)
    return text if _NOTE.match(text) else _NOTE_MARK.sub("", text)


def _split_front(text: str) -> tuple[dict[str, list[str]], str]:
    """Front matter, each key with its values, and what follows; ({}, text) where there is none."""
    text = text.lstrip("\n")
    match = _FRONT.match(text)
    if not match:
        return {}, text
    lines = [line for line in match[1].split("\n") if line.strip() and not line.startswith("#")]
    if not lines or len(lines) > _LONGEST_FRONT_LINES or not _KEY.match(lines[0]):
        return {}, text  # a paragraph between two rules
    front: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        if key := _KEY.match(line):
            values = front.setdefault(key[1].lower().replace("-", "_"), [])
            values.extend(_values(key[2] or ""))
        else:
            values.extend(_values(line.strip().removeprefix("- ")))
    return front, text[match.end() :]


def _values(text: str) -> list[str]:
    text = text.strip()
    if text in {"", ">", "|", ">-", "|-", "null", "~"}:
        return []
    if text.startswith("[") and text.endswith("]"):
        return [value for part in text[1:-1].split(",") for value in _values(part)]
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return [tidy(text[1:-1].replace(f"\\{text[0]}", text[0]) if quoted else text)]


def _first(front: dict[str, list[str]], *keys: str) -> list[str]:
    return next((front[key] for key in keys if front.get(key)), [])


def _metadata(front: dict[str, list[str]]) -> Metadata:
    authors = (part for value in _first(front, "authors", "author", "byline") for part in value.split(","))
    date = _DATE.match(" ".join(_first(front, "date", "published", "published_at", "datetime")))
    return Metadata(
        subtitle=" ".join(_first(front, "subtitle", "description", "dek", "summary")),
        date=("T".join(filter(None, date.groups()[:2])) + (date[3] or "")) if date else "",
        authors=tuple(author.strip() for author in authors if author.strip()),
        site=" ".join(_first(front, "site", "publisher")),
        address=" ".join(_first(front, "canonical", "canonical_url", "url", "link")),
    )


def _language(front: dict[str, list[str]]) -> str:
    declared = " ".join(_first(front, "lang", "language", "locale")).lower()
    return declared[:2] if re.match(r"[a-z]{2}(?:[-_]|$)", declared) else ""
