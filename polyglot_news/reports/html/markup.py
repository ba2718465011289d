"""HTML in the making: text from outside becomes `Html` by `show` alone, so mypy sees what is not yet escaped."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NewType

from polyglot_news.reports.controls import picture_of

Html = NewType("Html", str)

_VOID = frozenset({"br", "input", "link", "meta"})
# Invisible, and harmless where each text stands on its own: tab, line end, soft hyphen, (non-)joiners, marks of
# direction that change nothing but themselves, places where a word may or may not break. Emoji and Persian need some.
_KEPT = frozenset("\t\n\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_IS_PLAIN = re.compile(r"[\w #.,:;/+-]*", re.ASCII).fullmatch  # most attributes; a shortcut, 2026-11-24: 10 ms a page


def show(text: str) -> Html:
    """Write text from outside: markup escaped; control and bidirectional characters seen, and named on hover."""
    escaped = html.escape(text, quote=False)
    if text.isprintable():
        return Html(escaped)
    odd = {ord(one): _picture(one) for one in set(text) if _is_odd(one)}
    return Html(escaped.translate(odd))


def value(text: str) -> str:
    """Return text from outside for an attribute, odd characters seen; `element` escapes it."""
    if text.isprintable():
        return text
    return text.translate({ord(one): _substitute(one) for one in set(text) if _is_odd(one)})


def element(name: str, /, *children: Html, **attributes: str | bool | None) -> Html:
    """Write an element.

    Args:
        name: of the element.
        children: what it holds.
        attributes: `class_` and the like without their last underscore, other underscores as hyphens; True for one
            without a value; None and False for none.
    """
    start = f"<{name}{''.join(_attribute(key, said) for key, said in attributes.items())}>"
    return Html(start if name in _VOID else f"{start}{''.join(children)}</{name}>")


def join(pieces: Iterable[Html], between: str = "") -> Html:
    """Put pieces one after the other; `between` is markup of our own."""
    return Html(between.join(pieces))


def language_tag(language: str) -> str | None:
    """Return a language for `lang`, or "" (unknown) where what the user calls it is no tag."""
    parts = language.split("-")
    is_tag = language.isascii() and all(part.isalnum() and len(part) <= 8 for part in parts)  # noqa: PLR2004  # BCP 47
    known = is_tag and parts[0].isalpha() and 2 <= len(parts[0]) <= 3 and parts[0] != "und"  # noqa: PLR2004  # ISO 639
    return language if known else ""


def _attribute(key: str, said: str | bool | None) -> str:  # noqa: FBT001  # HTML has attributes without a value
    if said is None or said is False:
        return ""
    name = _name(key)
    if said is True:
        return f" {name}"
    plain = said if _IS_PLAIN(said) else html.escape(value(said))
    return f' {name}="{plain}"'


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _is_odd(character: str) -> bool:
    return not character.isprintable() and character not in _KEPT and unicodedata.category(character) != "Zs"


def _substitute(character: str) -> str:
    return " " if unicodedata.category(character) in {"Zl", "Zp"} else picture_of(character)


def _picture(character: str) -> str:
    shown = _substitute(character)
    if shown == " ":
        return shown
    name = f"U+{ord(character):04X} {unicodedata.name(character, '').lower()}".strip()
    return f'<span class="odd" title="{html.escape(name)}">{shown}</span>'
