"""Characters that a screen or a page would obey or hide, made visible."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"  # letters of Persian and parts of emoji hold together by them
_NOTHING = "\u00ad\u200b\u2060\ufeff"  # say only where a line may be broken
_PICTURES = 0x2400  # ␀, the first of the pictures of control characters
_FIRST_PRINTING = 0x20
_REPLACEMENT = "\ufffd"


def show_controls(text: str) -> str:
    """Make visible what a page would obey or hide: control and bidirectional characters, halves of surrogate pairs.

    White space but the line end becomes a space, no-break spaces stay; places where a line may be broken are dropped.
    """
    if text.isprintable():
        return text
    return text.translate({ord(one): _shown(one) for one in set(text) if not one.isprintable()})


def picture_of(character: str) -> str:
    """Return one visible character in place of one that does not print: ␛ for an escape, � for most."""
    return chr(_PICTURES + ord(character)) if ord(character) < _FIRST_PRINTING else _REPLACEMENT


def _shown(character: str) -> str | None:
    if character in _NOTHING:
        return None
    category = unicodedata.category(character)
    if character in {"\n", *_JOINERS} or category in {"Zs", "Cn", "Co"}:  # what is not assigned yet does no harm
        return character
    return " " if character.isspace() else picture_of(character)
