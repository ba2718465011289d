"""Plain text into paragraphs, made safe to show."""

from __future__ import annotations

import re
import unicodedata

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_ENDS = re.compile(r"\r\n|[\r\u2028\u2029\u0085\v\f]")
_WRAPPED_FROM, _WRAPPED_TO = 55, 100  # characters of a line in text that was wrapped by a program


def clean(text: str) -> str:
    """Unify line ends and take out what does not print: control, zero-width and bidirectional characters, soft hyphens.

    Cyrillic letters that came decomposed (и + breve) are composed, so that й is one character. No-break spaces stay.
    """
    unified = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    # Composed last: a soft hyphen may stand between a letter and its breve.
    unprinted = {ord(character): None for character in set(unified) - {"\n"} if not _prints(character)}
    return unicodedata.normalize("NFC", unified.translate(unprinted))


def split_lines(text: str) -> tuple[str, ...]:
    """Take each line as one paragraph, untouched; empty lines at the end do not count, those between do."""
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(lines)


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Split at blank lines; where there are none, each line is a paragraph.

    Lines inside a block are one paragraph if they look wrapped by a program, else a paragraph each.
    """
    if not _BLANK.search(text.strip()):
        return tuple(line.strip() for line in text.split("\n") if line.strip())
    blocks = (block.strip() for block in _BLANK.split(text))
    return tuple(paragraph for block in blocks if block for paragraph in _unwrapped(block))


def _unwrapped(block: str) -> list[str]:
    lines = [line.strip() for line in block.split("\n")]
    if len(lines) == 1:
        return lines
    longest = max(len(line) for line in lines[:-1])
    if _WRAPPED_FROM <= longest <= _WRAPPED_TO and all(len(line) > longest * 0.6 for line in lines[:-1]):
        return [" ".join(lines)]
    return lines


def _prints(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cn", "Cs"}
