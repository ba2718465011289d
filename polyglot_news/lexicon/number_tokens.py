"""Words, digits and signs of a text as numbers are read from them; names with digits, addresses and telephones set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from polyglot_news.lexicon.dates import NUMERIC
from polyglot_news.lexicon.forms import plain_word


class NumberToken(NamedTuple):
    """A word, digits or a sign: text[start:end]."""

    kind: str  # "word", "name", "date", "time", "score", "share", "digits", "sign", "other"
    plain: str  # as written, words in lower case with one apostrophe for all
    start: int
    end: int


_WORD = r"[^\W\d_½¼¾]+(?:['’ʼ][^\W\d_]+)*"
_SPACES = " \u00a0\u202f\u2009"
_DATE = re.compile(NUMERIC)
_TIME = re.compile(r"(?:[01]?\d|2[0-4])(?:[:։][0-5]\d(?::[0-5]\d)?(?![\d:])|:\s[0-5]\d(?=\s?[ap]\.?\s?m\b))")
_SCORE = re.compile(r"\d{1,3}:\d{1,3}(?![\d:])")
_SHARE = re.compile(r"\d{1,2}/\d{1,3}(?![\d/])")
_KINDS = (
    ("date", _DATE, ""),
    ("time", _TIME, ":"),
    ("score", _SCORE, ":"),
    ("share", _SHARE, "/.,"),
)  # and what is not before
# Few groups, for each costs time at every token; digits are told apart afterwards.
_TOKEN = re.compile(
    rf"(?P<word>{_WORD})(?P<tail>[-‑]?\d\w*(?:[.,]\d+|[-‑]\w+)*)?"
    rf"|(?P<digits>\d{{1,3}}(?P<by>[{_SPACES}.,'’])\d{{3}}(?:(?P=by)\d{{3}})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"|\S"
)
_SIGNS = frozenset("%$€£₽₴¥°№½¼¾")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+\.(?:com|org|net|ru|ua|info|gov|edu|eu|uk)\b(?:/\S*)?"
)
_PHONE = re.compile(
    r"(?<![\w.,])(?:\+ ?\d[\d\u00a0 ()-]{8,}\d|\(\d{3,4}\)[ -]?\d{2,3}[ -]?\d{2}[ -]?\d{2,4}|(?:\d{1,2}-)?\d{3}-\d{3}-\d{4}"
    r"|(?:8[ -])?\(?\d{3}\)?[ -]\d{3}-\d\d-\d\d|\d{3}-\d\d-\d\d)(?![\d.,]\d|\d)"
)
_DOMAIN = re.compile(r"\.(?:com|org|net|ru|ua|info|gov|edu|eu|uk)\b")
_MAYBE_PHONE = re.compile(r"\+ ?\d|\(\d{3}|\d\d-\d\d|\d[)]? \d{3}-")
# Before a hyphen and digits, these make no name of them: "mid-1990s", «топ-10», "UAH-500".
_NO_NAME = frozenset(
    "mid early late pre post under over sub near top about us usd eur gbp rub uah топ пост до после під над по в из з на с и a the "  # noqa: SIM905  # a list of words
    "между more than least almost non anti per of in to from and or".split()
)
_LOWER_CASE_NAMES = frozenset(["ковид", "ковід", "ковида", "ковиду"])
_YEAR = re.compile(r"[-‑](?:19|20)\d\d")
HYPHENS = ("-", "‑")
_CODE = 3  # letters of a currency
_BEFORE, _BEHIND = 48, 36  # characters around a number that may say what it is


def read_tokens(text: str, places: Iterable[int]) -> list[NumberToken]:
    """Read the tokens around some places of a text; hyphens inside words are passed over, those between digits are kept."""
    tokens = [token for begin, end in _windows(text, places) for token in _tokens(text, begin, end)]
    blocked = [*_blocked(text)]
    if blocked:
        tokens = [one for one in tokens if not any(start < one.end and one.start < end for start, end in blocked)]
    if "-" in text or "‑" in text:
        joints = {k for k in range(1, len(tokens) - 1) if tokens[k].plain in HYPHENS and _joins(*tokens[k - 1 : k + 2])}
        tokens = [token for k, token in enumerate(tokens) if k not in joints]
    return tokens


def _windows(text: str, places: Iterable[int]) -> list[tuple[int, int]]:
    """Stretches of whole words around the places, apart from each other."""
    found: list[tuple[int, int]] = []
    for place in sorted(places):
        if found and place + _BEHIND <= found[-1][1]:
            continue
        begin = text.rfind(" ", 0, max(0, place - _BEFORE)) + 1
        end = text.find(" ", min(len(text), place + 2 * _BEHIND))
        end = len(text) if end < 0 else end
        if found and begin <= found[-1][1]:
            begin = found.pop()[0]
        found.append((begin, end))
    return found


def _tokens(text: str, begin: int, end: int) -> Iterator[NumberToken]:
    at = begin
    while at < end:
        last = at
        for match in _TOKEN.finditer(text, at, end):
            kind, (start, at) = match.lastgroup, match.span()
            if kind == "word":
                yield NumberToken("word", plain_word(match[0]), start, at)
            elif kind is None:
                yield NumberToken("sign" if match[0] in _SIGNS else "other", match[0], start, at)
            elif kind == "tail":
                plain = plain_word(match["word"])
                if _is_name(text, match, plain):
                    yield NumberToken("name", match[0], start, at)
                else:
                    at = match.end("word")
                    yield NumberToken("word", plain, start, at)
                    break
            else:
                kind, at = _kind(text, match)
                yield NumberToken(kind, text[start:at], start, at)
                if at != match.end():
                    break
        else:
            return
        if at <= last:
            return


def _is_name(text: str, match: re.Match[str], plain: str) -> bool:
    """Whether a word and the digits behind it are one name: F-16, Covid-19; «поток-2», «ЧМ-2018» and «16th-19th» are not."""
    if (
        (plain in _NO_NAME and (match["word"].islower() or len(plain) == _CODE))
        or (match.start() and text[match.start() - 1].isdigit())
        or _YEAR.fullmatch(match["tail"])
    ):
        return False
    word = match["word"]
    return not (len(word) > 2 and word.islower() and not word.isascii()) or plain in _LOWER_CASE_NAMES  # noqa: PLR2004


def _kind(text: str, match: re.Match[str]) -> tuple[str, int]:
    """Whether digits are a date, a time, a score or a share, and where that ends."""
    start = match.start()
    before = text[start - 1] if start else " "
    for kind, pattern, not_before in _KINDS:
        found = pattern.match(text, start) if before not in not_before else None
        if found:
            return kind, found.end()
    return "digits", match.end()


def _blocked(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses and telephone numbers stand."""
    if "@" in text or "://" in text or "www." in text or _DOMAIN.search(text):
        yield from (match.span() for match in _ADDRESS.finditer(text))
    if ("-" in text or "+" in text or "(" in text) and _MAYBE_PHONE.search(text):
        yield from (match.span() for match in _PHONE.finditer(text))


def _joins(before: NumberToken, hyphen: NumberToken, after: NumberToken) -> bool:
    """Whether a hyphen stands inside a word: "twenty-five", "34-year-old", «12-го»."""
    if hyphen.plain not in HYPHENS or before.end != hyphen.start or hyphen.end != after.start:
        return False
    return after.kind in {"word", "name"} and before.kind in {"word", "digits", "share"}
