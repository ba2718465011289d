"""XML as bytes: a tree of elements, each holding text or other elements, so that indenting it never touches a text.

Written by hand instead of by lxml: nothing to import, and whatever a text holds can be written or is shown as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# XML 1.0 has no way to write these, not even as references: controls, halves of surrogate pairs, U+FFFE, U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Written as references: a file may be looked at on a screen that obeys them. Parsers read them back as they were, and
# a carriage return, which would be read as a line end, too.
_REFERRED = "&<>\r\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
_IN_TEXT = re.compile(f"[{_REFERRED}]")
_IN_ATTRIBUTE = re.compile(f'["\t\n{_REFERRED}]')  # white space in attributes is read as a space
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element: `content` is its text, or the elements within it."""

    name: str
    attributes: Mapping[str, str]
    content: str | tuple[Element, ...] = ()


def write_xml(root: Element) -> bytes:
    """Write a document, indented, in UTF-8, ending with a line end; the same tree gives the same bytes."""
    return "".join(f"{line}\n" for line in (_DECLARATION, *_lines(root, ""))).encode()


def clean(text: str) -> str:
    """Put U+FFFD, which shows that something is missing, for every character that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)


def _lines(element: Element, indent: str) -> Iterator[str]:
    attributes = "".join(f' {name}="{_escape(_IN_ATTRIBUTE, value)}"' for name, value in element.attributes.items())
    opened = f"{indent}<{element.name}{attributes}"
    if not element.content:
        yield f"{opened}/>"
    elif isinstance(element.content, str):
        yield f"{opened}>{_escape(_IN_TEXT, element.content)}</{element.name}>"
    else:
        yield f"{opened}>"
        for one in element.content:
            yield from _lines(one, f"{indent}  ")
        yield f"{indent}</{element.name}>"


def _escape(special: re.Pattern[str], text: str) -> str:
    return special.sub(_reference, clean(text))


def _reference(match: re.Match[str]) -> str:
    character = match.group()
    return _NAMED.get(character) or f"&#{ord(character)};"
