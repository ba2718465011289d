"""Numbers of every spelling in English, Russian and Ukrainian, by value and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import isclose
from typing import NamedTuple

from polyglot_news.lexicon import number_words as spelled
from polyglot_news.lexicon.dates import read_numeric
from polyglot_news.lexicon.forms import plain_words, spellings
from polyglot_news.lexicon.number_tokens import NumberToken, read_tokens
from polyglot_news.lexicon.number_units import UnitFound, clock, is_name_before, unit_around
from polyglot_news.lexicon.number_values import Line, Value, inverted, read_digits, read_words

_DIGIT = re.compile(r"\d+|[½¼¾]")
_CENTURY = re.compile(r"([IVXХІ]{1,5})(?=[\s\u00a0]+(?:век|столет|столітт|ст\.|century|centuries))")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LOOSE = frozenset(["year", "day", "ordinal", "decade"])
_ALIKE = (frozenset(["pound", "GBP"]), frozenset(["score", "time"]), frozenset(["JPY", "CNY"]))
_RANGE = frozenset(["-", "‑", "–", "—", "to", "or", "до", "или", "або", "чи"])
_BETWEEN = frozenset(["and", "и", "та", "і", "й"])


class Number(NamedTuple):
    """A number in a text: text[start:end] quotes it, unit words included where they touch it."""

    start: int
    end: int
    value: float
    # "", "percent", "points" (of percent), a currency code, "pound" (money or mass), "year", "decade", "day" (of a month),
    # "ordinal", "time" (hours from midnight), "times", "score"
    unit: str


class _Read:
    """A number with the tokens that it takes up."""

    __slots__ = ("after", "first", "magnitude", "number")

    def __init__(self, number: Number, first: int, after: int, magnitude: float) -> None:
        self.number, self.first, self.after, self.magnitude = number, first, after, magnitude


@lru_cache(maxsize=2048)
def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Find the numbers of a text, in order.

    Args:
        text: one paragraph or sentence.
        language: of the text; number words are known in en, ru, uk, digits everywhere.

    Returns:
        Numbers by value; a date gives its day and its year, a range its two ends; "one"/"один" alone is taken for an article
        and left out, as are "first" and "second", names (F-16), telephone numbers and addresses.
    """
    places = [*_places(text, language)]
    centuries = [*_centuries(text)]
    if not places and not centuries:
        return ()
    line = Line(text, tuple(read_tokens(text, places)), language)
    numbers = [one.number for one in _ranges(line, [*_numbers(line)])]
    if centuries:
        numbers += [number for number in centuries if not any(_overlap(number, one) for one in numbers)]
        numbers.sort(key=lambda one: one.start)
    return tuple(numbers)


def same_number(a: Number, b: Number) -> bool:
    """Whether two numbers say the same: equal values, and units that do not contradict each other."""
    return isclose(a.value, b.value, rel_tol=1e-6) and same_unit(a.unit, b.unit)


def same_unit(a: str, b: str) -> bool:
    """Whether two units of numbers may be one; years, days and ordinals are told apart by words that may stand away."""
    return a == b or not a or not b or (a in _LOOSE and b in _LOOSE) or any({a, b} <= alike for alike in _ALIKE)


def _places(text: str, language: str) -> Iterator[int]:
    """Where digits and number words stand, and perhaps some places more; most sentences have none."""
    yield from (match.start() for match in _DIGIT.finditer(text))
    words = spelled.number_words(language) & plain_words(text)
    for spelling in spellings(text, words) if words else ():
        at = text.find(spelling)
        while at >= 0:
            if not (text[at - 1 : at].isalpha() or text[at + len(spelling) : at + len(spelling) + 1].isalpha()):
                yield at
            at = text.find(spelling, at + 1)


def _numbers(line: Line) -> Iterator[_Read]:
    words, k, taken = spelled.number_words(line.language), 0, 0
    while k < len(line.tokens):
        token, after = line.tokens[k], k + 1
        if token.kind == "digits" or (token.kind == "word" and token.plain in words):
            value = (
                read_words(line, k)
                if token.kind == "word"
                else None
                if is_name_before(line, k)
                else read_digits(line, k)
            )
            read = _with_unit(line, k, value, taken) if value else None
            if read:
                yield read
                after = taken = read.after
        elif token.kind in {"date", "time", "score", "share", "sign"}:
            for number in _ready(line, k):
                yield _Read(number, k, after, 1.0)
        k = after


def _with_unit(line: Line, k: int, value: Value, taken: int) -> _Read | None:
    unit = unit_around(line, k, value)
    if unit is None or (value.is_article and not unit.counts):
        return None
    number = Number(unit.start, unit.end, value.amount if unit.amount is None else unit.amount, unit.name)
    large = inverted(line, k) if unit.name in {"", "year"} and value.amount < 1000 and k > taken else None  # noqa: PLR2004
    if large:
        return _Read(
            number._replace(start=line.tokens[k - 1].start, value=number.value * large), k - 1, value.after, large
        )
    return _Read(number, k, max(unit.after, value.after), value.magnitude)


def _ready(line: Line, k: int) -> Iterator[Number]:
    """The numbers of a token that says all by itself."""
    token = line.tokens[k]
    if token.kind == "date":
        yield from _date(token)
    elif token.kind == "time":
        found: UnitFound = clock(line, k)
        yield Number(found.start, found.end, found.amount or 0.0, "time")
    elif token.kind == "score":
        ours, theirs = token.plain.split(":")
        yield Number(token.start, token.start + len(ours), float(ours), "score")
        yield Number(token.end - len(theirs), token.end, float(theirs), "score")
    elif token.kind == "share":
        over, under = map(float, token.plain.split("/"))
        if 0 < over < under <= 10 or over == 1:  # not 9/11, not 24/7  # noqa: PLR2004
            yield Number(token.start, token.end, over / under, "")
    elif token.plain in "½¼¾":
        yield Number(token.start, token.end, {"½": 0.5, "¼": 0.25, "¾": 0.75}[token.plain], "")


def _date(token: NumberToken) -> Iterator[Number]:
    """Day and year of 10.04.2022 or 2022-04-10; the month is a word in other spellings, and no number there."""
    read = read_numeric(token.plain)
    if read is None:
        return
    first, second, third = (part.span() for part in re.finditer(r"\d+", token.plain))
    is_year_first = first[1] - first[0] == 4  # noqa: PLR2004
    is_month_first = not is_year_first and int(token.plain[slice(*first)]) != read[0]
    day = third if is_year_first else second if is_month_first else first
    parts = [(day, float(read[0]), "day"), (first if is_year_first else third, float(read[2]), "year")]
    for (start, end), value, unit in sorted(parts):
        yield Number(token.start + start, token.start + end, value, unit)


def _ranges(line: Line, read: Sequence[_Read]) -> list[_Read]:
    """Give the first end of a range what it has in common with the second: "2-3 million", «от 5 до 7%»."""
    found = [*read]
    for k in range(len(found) - 2, -1, -1):
        low, high = found[k], found[k + 1]
        if low.number.unit in {"", "year"} and _is_range(line, low, high):
            magnitude = (
                high.magnitude
                if low.magnitude == 1.0 and low.number.value < high.number.value / high.magnitude
                else 1.0
            )
            unit = "" if high.number.unit in {"ordinal", "year", "time"} else high.number.unit
            if magnitude != 1.0 or unit:
                number = low.number._replace(value=low.number.value * magnitude, unit=unit or low.number.unit)
                found[k] = _Read(number, low.first, low.after, low.magnitude * magnitude)
    return found


def _is_range(line: Line, low: _Read, high: _Read) -> bool:
    tokens = line.tokens
    if high.first - low.after != 1 or low.number.value >= high.number.value:
        return False
    link = tokens[low.after].plain
    return link in _RANGE or (
        link in _BETWEEN and low.first > 0 and tokens[low.first - 1].plain in {"between", "между", "між"}
    )


def _centuries(text: str) -> Iterator[Number]:
    """«XXI век»; Х and І may be Cyrillic letters."""
    for match in _CENTURY.finditer(text):
        if match.start() and text[match.start() - 1].isalnum():
            continue
        roman = match[1].replace("Х", "X").replace("І", "I")
        values = [_ROMAN[letter] for letter in roman]
        value = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
        yield Number(match.start(), match.end(), float(value), "ordinal")


def _overlap(a: Number, b: Number) -> bool:
    return a.start < b.end and b.start < a.end
