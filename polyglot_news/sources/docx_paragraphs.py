"""WordprocessingML into blocks, element by element: no tree is built.

Insertions that were tracked are in, deletions out. Text boxes, pictures, comments, footnotes and hidden text are out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from polyglot_news.model import Role
from polyglot_news.sources.blocks import block, table_blocks
from polyglot_news.sources.docx_package import Package
from polyglot_news.sources.draft import Block

_SPACES = frozenset(
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
)
_LEFT_OUT = frozenset(("del", "moveFrom", "drawing", "pict", "object", "txbxContent", "rt", "sdtPr"))
_AGAIN = "Fallback"  # of mc:AlternateContent: the same once more, for older programs
# Neither can stand in XML, so neither can be text of the document.
_LINE, _PAGE = "\v", "\f"
_BREAK = re.compile(r"\v[ ]{0,9}\v\s*|\f")  # two line breaks in a row are how paragraphs are typed
_NO = frozenset(("0", "false", "off", "none"))
_LONGEST_CHAIN = 10  # styles that are based on styles


@dataclass(frozen=True, slots=True)
class Styled:
    """A block and the name of its style in English, lower case; "" where it has none."""

    block: Block
    style: str


def read_styles(package: Package, name: str) -> dict[str, str]:
    """Return the English name of each style by its id, which Word writes in the language of the author."""
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    current = ""

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal current
        tag = _local(name)
        if tag == "style":
            current = _value(attributes, "styleId")
        elif tag == "name" and current:
            names.setdefault(current, _value(attributes).lower())
        elif tag == "basedOn" and current:
            bases[current] = _value(attributes)

    package.parse(name, start)
    return {style: _known_name(style, names, bases) for style in names}


def read_paragraphs(package: Package, name: str, styles: Mapping[str, str]) -> tuple[Styled, ...]:
    """Return the paragraphs of the body in order."""
    walk = _Walk(styles)
    package.parse(name, walk.start, walk.text, walk.end)
    return tuple(walk.found)


def _local(name: str) -> str:
    """The name of a WordprocessingML element; "" for any other but one."""
    space, _, tag = name.rpartition(" ")
    return tag if space in _SPACES or tag == _AGAIN else ""


def _value(attributes: Mapping[str, str], key: str = "val") -> str:
    return next((value for name, value in attributes.items() if name.rpartition(" ")[2] == key), "")


def _known_name(style: str, names: Mapping[str, str], bases: Mapping[str, str]) -> str:
    """The name of a style, or of the first that it is based on and that means something."""
    for _ in range(_LONGEST_CHAIN):
        name = names.get(style, "")
        if name in {"title", "subtitle", "caption"} or name.startswith("heading "):
            return name
        style = bases.get(style, "")
    return ""


class _Walk:
    """State of one pass over document.xml."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.found: list[Styled] = []
        self._styles = styles
        self._path: list[str] = []
        self._left_out = 0  # depth of the path where what is left out began; 0: nothing is
        self._deleted_row = 0
        self._parts: list[str] = []
        self._style = ""
        self._hidden = self._mark_deleted = False
        self._cells: list[Styled] = []
        self._tables = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = _local(name)
        above = self._path[-1] if self._path else ""
        self._path.append(tag)
        if self._left_out:
            return
        if tag in {"del", "moveFrom"} and above in {"rPr", "trPr"}:
            self._deleted(above)
        elif tag in _LEFT_OUT or tag == _AGAIN:
            self._left_out = len(self._path)
        elif tag == "p" and not self._mark_deleted:
            self._parts, self._style = [], ""
        elif tag == "tbl":
            self._join_no_more()
            self._tables += 1
        elif tag:
            self._inside_paragraph(tag, above, attributes)
        if tag == "p":
            self._mark_deleted = False

    def _deleted(self, above: str) -> None:
        """A paragraph's mark, so that the next paragraph is joined to it, or a table's row."""
        if above == "trPr" and not self._deleted_row:
            self._deleted_row = len(self._path) - 2
        elif above == "rPr" and self._path[-3:-2] == ["pPr"]:
            self._mark_deleted = True

    def _inside_paragraph(self, tag: str, above: str, attributes: Mapping[str, str]) -> None:
        if tag == "pStyle":
            self._style = self._style or self._styles.get(_value(attributes), "")
        elif tag == "r":
            self._hidden = False
        elif tag == "vanish" and above == "rPr":
            self._hidden = self._hidden or (self._path[-3:-2] == ["r"] and _value(attributes).lower() not in _NO)
        elif above == "r" and not self._hidden:
            kind = _value(attributes, "type") if tag == "br" else ""
            breaks = {"br": _PAGE if kind in {"page", "column"} else _LINE, "cr": _LINE}
            self._parts.append(breaks.get(tag) or {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011"}.get(tag, ""))

    def text(self, text: str) -> None:
        if not self._left_out and not self._hidden and self._path and self._path[-1] == "t":
            self._parts.append(text)

    def end(self, name: str) -> None:
        depth, tag = len(self._path), _local(name)
        self._path.pop()
        if self._left_out:
            self._left_out = 0 if self._left_out == depth else self._left_out
        elif tag == "p" and not self._mark_deleted:
            self._end_paragraph()
        elif tag in {"tc", "body"}:
            self._join_no_more()
        elif tag == "tr" and self._deleted_row == depth:
            self._deleted_row = 0
        elif tag == "tbl":
            self._tables -= 1
            if not self._tables:
                self._end_table()

    def _join_no_more(self) -> None:
        """End a paragraph whose mark was deleted where no other follows it."""
        if self._mark_deleted:
            self._mark_deleted = False
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        role = Role.CAPTION if self._style == "caption" else None
        blocks = [each for part in _BREAK.split("".join(self._parts)) for each in block(part, role=role)]
        if not self._deleted_row:
            (self._cells if self._tables else self.found).extend(Styled(each, self._style) for each in blocks)
        self._parts = []

    def _end_table(self) -> None:
        told = table_blocks([cell.block for cell in self._cells])
        self.found.extend(Styled(each, cell.style) for each, cell in zip(told, self._cells, strict=True))
        self._cells = []
