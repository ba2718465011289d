"""What robots.txt allows, by RFC 9309.

Our own, because `urllib.robotparser` follows that RFC only since the patches of 2026 (gh-138907): before, the first
rule won instead of the longest, "*" and "$" were letters, and a blank line cut a group in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

PRODUCT = "polyglot-news"
LARGEST_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB must be read
_LINE = re.compile(r"\s*(user-agent|allow|disallow)\s*:\s*([^#]*)", re.IGNORECASE)
_NAME = re.compile(r"[a-z_-]+|\*")
_ESCAPED = re.compile("%[0-9a-fA-F]{2}")


def allows(robots: bytes, target: str) -> bool:
    """Whether we may ask for a path.

    Args:
        robots: the file, as far as it was read.
        target: path and query, percent-encoded.

    Returns:
        What the longest matching rule says, of all groups that name us, else of those for everybody.
    """
    if target == "/robots.txt":
        return True
    lines = tuple(_lines(robots.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")))
    ours = _rules(lines, PRODUCT)
    rules = _rules(lines, "*") if ours is None else ours  # a group of ours without a rule allows everything
    path = _normal(target)
    # The longest wins; of two as long, the one that allows.
    matching = ((len(pattern), allowed) for allowed, pattern in rules or () if _matches(pattern, path))
    return max(matching, default=(0, True))[1]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"[\r\n]+", text):
        if found := _LINE.match(line):
            yield found[1].lower(), found[2].strip()


def _rules(lines: Sequence[tuple[str, str]], name: str) -> list[tuple[bool, str]] | None:
    """Return the rules of all groups for `name`, or None where there is no group for it."""
    rules: list[tuple[bool, str]] | None = None
    named = in_rules = False
    for key, given in lines:
        if key == "user-agent":
            named = (named and not in_rules) or _product(given) == name
            in_rules = False
            rules = [] if named and rules is None else rules
            continue
        in_rules = True
        if named and given and rules is not None:  # an empty rule matches nothing
            rules.append((key == "allow", _normal(given)))
    return rules


def _product(given: str) -> str:
    """Return the name without a version: "Polyglot-News/1.0" is us, "polyglot-newsreader" is not."""
    found = _NAME.match(given.lower())
    return found[0] if found else ""


def _normal(path: str) -> str:
    """Write what may be percent-encoded in one way."""
    return _ESCAPED.sub(lambda one: _unreserved(one[0]), quote(path, safe="/%?:@!$&'()*+,;=~[]|"))


def _unreserved(escaped: str) -> str:
    character = chr(int(escaped[1:], 16))
    return character if character.isascii() and (character.isalnum() or character in "-._~") else escaped.upper()


def _matches(pattern: str, path: str) -> bool:
    """Match "*" and a final "$", each piece at its first place: never more than one pass over the path a piece."""
    ends = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return path == first or not ends
    place, last = len(first), others.pop()
    for piece in others:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return path.endswith(last) and len(path) - len(last) >= place if ends else path.find(last, place) >= 0
