"""What a text counts, measures and dates, each in a form in which two languages can be compared.

70 minutes and полтора часа are seconds, miles and километры metres; "July 25, 2020" and «25 июля» are dates that agree
in what both of them give; "dozens" and «десятки» are magnitudes, no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import floor, isclose, log10
from typing import NamedTuple

from polyglot_news.lexicon.dates import Date, comparable, find_dates, same_date
from polyglot_news.lexicon.durations import durations_said, half_unit, is_day_said
from polyglot_news.lexicon.forms import plain_word
from polyglot_news.lexicon.number_words import counted
from polyglot_news.lexicon.numbers import Number, find_numbers, same_number, same_unit
from polyglot_news.lexicon.units import Unit, measure_behind, unit_before, unit_of
from polyglot_news.lexicon.vague import find_magnitudes
from polyglot_news.lexicon.words import words
from polyglot_news.model import Span

_HALF_WORD = re.compile(r"\b(?:пол|пів)[^\W\d_]+", re.IGNORECASE)
_AND_A_HALF = re.compile(
    r"\b(?:an?|one)[\s-](hour|day|week|month|year|decade|century|mile|metre|meter|kilometre|kilometer)[\s-]and[\s-]a[\s-]half\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:st|nd|rd|th)?[\s\u00a0]?(?:[-‑–—]|to|or|and|до|или|або|чи|и|та|і|й)[\s\u00a0]?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:[\s-]+(?:an?|of|the))*")
_AGED = re.compile(r"\b(?:aged?|age of)\s$", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"(?:(?:^|[\s(])[-−–]|\b(?:minus|минус|мінус)\s)$", re.IGNORECASE)
_MARKED = re.compile(r"[ap]\.?\s?m|утра|дня|вечера|ночи|ранку|вечора|ночі|0\d[:.]", re.IGNORECASE)
_CALENDAR, _CONVERTED, _DEGREES = 0.03, 0.06, 1.5  # months are not equally long; converted amounts are rounded
_ROUNDED_FROM = 1000.0  # smaller numbers are not rounded to two digits without a word about it
_LEAST_DIGITS = 2
_HALF_A_DAY = 12  # hours
_CENTURIES = (1900.0, 2000.0)
_VAGUE_SPAN = 100.0  # "thousands" may be 50,000
_PLAIN = frozenset(["", "year", "day", "ordinal", "decade"])


class Quantity(NamedTuple):
    """A number or a date of a text, and what it measures."""

    place: Span
    text: str
    number: Number  # of a date: the day, else the month, the weekday, the days from today; of "dozens": 10
    seconds: float | None
    unit: (
        str  # of measure, else the unit of the number; "date", "month", "weekday", "relative" and "vague" beside those
    )
    also: float | None = None  # 17 for the 5 of "at 5:47", which may be in the afternoon
    dimension: str = ""  # of the unit: "time", "length", ...
    amount: float | None = None  # in the base unit of the dimension
    date: Date | None = None


@lru_cache(maxsize=2048)
def quantities(text: str, paragraph: int, language: str) -> tuple[Quantity, ...]:
    """Find what a paragraph counts, measures and dates, in order and apart from each other."""
    dates = [_dated(text, paragraph, one) for one in find_dates(text, language)]
    taken = [one.place for one in dates]
    numbers = [one for one in find_numbers(text, language) if not _touches(one.start, one.end, taken)]
    counts = _measured(text, paragraph, numbers, language)
    taken += [one.place for one in counts]
    others = [*_half_units(text, paragraph, language), *_vague(text, paragraph, language)]
    others = [one for one in others if not _touches(one.place.start, one.place.end, taken)]
    return tuple(sorted((*dates, *counts, *others), key=lambda one: one.place.start))


def agree(one: Quantity, other: Quantity) -> bool:  # one return a kind of quantity  # noqa: PLR0911
    """Whether two quantities say the same: equal, equal after conversion, or one the other rounded."""
    if one.date or other.date:
        return _dates_agree(one, other)
    if "vague" in {one.unit, other.unit}:
        return _vaguely_agree(one, other)
    if "time" in {one.number.unit, other.number.unit} and _same_hour(one, other):
        return True
    if _short_year(one, other) or _short_year(other, one) or _is_share(one, other) or _is_share(other, one):
        return True
    if one.dimension and other.dimension and one.unit != other.unit:
        return one.dimension == other.dimension and _converted(one, other)
    if same_number(one.number, other.number) or _dozens(one, other) or _which_time(one, other):
        return True
    if _nth_part(one, other):
        return True
    is_rounded = "year" not in {one.number.unit, other.number.unit} and _rounded(one.number.value, other.number.value)
    return is_rounded and same_unit(one.number.unit, other.number.unit)


def _which_time(one: Quantity, other: Quantity) -> bool:
    """The seventh is «в седьмой раз»."""
    return {one.unit, other.unit} == {"ordinal", "times"} and one.number.value == other.number.value


def _nth_part(one: Quantity, other: Quantity) -> bool:
    """The fifth of a harvest is «пятую часть», which may be the fifth part of a series as well."""
    return {one.unit, other.unit} == {"ordinal", ""} and isclose(one.number.value * other.number.value, 1.0)


def contradict(one: Quantity, other: Quantity) -> bool:
    """Whether the units say that two quantities measure different things."""
    if one.date or other.date:
        return not (
            _date_of(one) and _date_of(other) and comparable(_date_of(one) or Date(0, 0), _date_of(other) or Date(0, 0))
        )
    if "vague" in {one.unit, other.unit}:
        return not {one.unit, other.unit} <= {"", "vague"}
    if one.dimension or other.dimension:
        if one.dimension and other.dimension:
            return one.dimension != other.dimension
        return bool(not one.dimension and one.unit) or bool(not other.dimension and other.unit)
    return one.unit != other.unit and not ("" in {one.unit, other.unit} and {one.unit, other.unit} <= _PLAIN)


def implied(quantity: Quantity, text: str, language: str) -> bool:
    """Whether words that are no numbers say a quantity: "both", «третий», «полгода» for six months."""
    said = _said(text, language)
    if quantity.date:
        return _is_date_said(quantity.date, said)
    if quantity.number.value in said.values:
        return True
    seconds = quantity.seconds
    return bool(seconds) and any(isclose(one, seconds or 0.0, rel_tol=_CALENDAR) for one in said.seconds)


def _dated(text: str, paragraph: int, found: Date) -> Quantity:
    parts = (("date", found.day), ("month", found.month), ("weekday", found.weekday), ("relative", found.offset))
    unit, value = next(((unit, value) for unit, value in parts if value is not None), ("date", 0))
    number = Number(found.start, found.end, float(value), unit)
    return Quantity(
        Span(paragraph, found.start, found.end), text[found.start : found.end], number, None, unit, date=found
    )


def _measured(text: str, paragraph: int, numbers: Iterable[Number], language: str) -> list[Quantity]:
    """Numbers with their units of measure; the first end of a range has that of the second: «3-4 дня»."""
    found: list[Quantity] = []
    following: Unit | None = None
    for number in reversed(tuple(numbers)):
        unit = _unit(text, number, language)
        if unit is None and found and number.unit == "" and _LINK.fullmatch(text, number.end, found[-1].place.start):
            unit = following
        following = unit
        found.append(_quantity(text, paragraph, number, unit, language))
    return found[::-1]


def _unit(text: str, number: Number, language: str) -> Unit | None:
    if number.unit == "pound":
        return unit_of("lb", language)
    if number.unit:
        return None
    unit = measure_behind(text, number.end, language)
    if unit is None and language == "en":
        if number.value < 1 and (article := _ARTICLE.match(text, number.end)) and article[0]:
            unit = measure_behind(text, article.end(), language)
        elif _AGED.search(text, max(0, number.start - 8), number.start):
            unit = unit_of("year", language)
    return unit or unit_before(text, number.start, language)


def _quantity(text: str, paragraph: int, number: Number, unit: Unit | None, language: str) -> Quantity:
    value, written = number.value, text[number.start : number.end]
    if unit and unit.dimension == "temperature" and _BELOW_ZERO.search(text[max(0, number.start - 8) : number.start]):
        value = -value
        number = number._replace(value=value)
    amount = value * unit.factor + unit.shift if unit else None
    is_open = number.unit == "time" and value < _HALF_A_DAY and not _MARKED.search(written)
    is_open = is_open and (language == "en" or value.is_integer())
    return Quantity(
        Span(paragraph, number.start, number.end), written, number,
        amount if unit and unit.dimension == "time" else None,
        unit.name if unit and number.unit != "pound" else number.unit,
        value + _HALF_A_DAY if is_open else None,
        unit.dimension if unit else "", amount,
    )  # fmt: skip


def _half_units(text: str, paragraph: int, language: str) -> Iterator[Quantity]:
    for match in _AND_A_HALF.finditer(text) if language == "en" else ():
        number = Number(match.start(), match.end(), 1.5, "")
        yield _quantity(text, paragraph, number, unit_of(match[1].lower(), language), language)
    if "пол" not in text and "пів" not in text and "Пол" not in text and "Пів" not in text:
        return
    for match in _HALF_WORD.finditer(text):
        unit = half_unit(plain_word(match[0]), language)
        if unit:
            yield _quantity(text, paragraph, Number(match.start(), match.end(), 0.5, ""), unit, language)


def _vague(text: str, paragraph: int, language: str) -> Iterator[Quantity]:
    for one in find_magnitudes(text, language):
        number = Number(one.start, one.end, one.value, "vague")
        yield Quantity(Span(paragraph, one.start, one.end), text[one.start : one.end], number, None, "vague")


def _touches(start: int, end: int, places: Iterable[Span]) -> bool:
    return any(start < place.end and place.start < end for place in places)


def _date_of(one: Quantity) -> Date | None:
    """The date that a quantity gives: a day or a year that stands alone is one too."""
    value = one.number.value
    if one.date or not value.is_integer() or one.dimension:
        return one.date
    if one.number.unit in {"day", "ordinal"}:
        return Date(0, 0, day=int(value))
    return Date(0, 0, year=int(value)) if one.number.unit == "year" else None


def _dates_agree(one: Quantity, other: Quantity) -> bool:
    ours, theirs = _date_of(one), _date_of(other)
    if ours is None or theirs is None:
        plain, dated = (other, ours) if ours else (one, theirs)
        return plain.unit == "" and dated is not None and plain.number.value in {dated.day, dated.year}
    if comparable(ours, theirs):
        return same_date(ours, theirs)
    # "On Tuesday" may be «вчера», and that may be July 25: nobody can tell without the day of writing.
    return _is_day(ours) and _is_day(theirs) and (ours.offset is not None or theirs.offset is not None)


def _is_day(one: Date) -> bool:
    return one.day is not None or one.weekday is not None or one.offset is not None


def _vaguely_agree(one: Quantity, other: Quantity) -> bool:
    if one.unit == other.unit:
        return one.number.value == other.number.value
    vague, exact = (one, other) if one.unit == "vague" else (other, one)
    return exact.number.unit == "" and vague.number.value <= exact.number.value < vague.number.value * _VAGUE_SPAN


def _same_hour(one: Quantity, other: Quantity) -> bool:
    ours, theirs = ({q.number.value, q.also} - {None} for q in (one, other))
    return any(isclose(a or 0.0, b or 0.0, abs_tol=1e-6) for a in ours for b in theirs)


def _converted(one: Quantity, other: Quantity) -> bool:
    ours, theirs = one.amount or 0.0, other.amount or 0.0
    if one.dimension == "temperature":
        if "degree" in {one.unit, other.unit} and isclose(one.number.value, other.number.value, abs_tol=1e-6):
            return True
        readings = [
            {q.amount or 0.0, *([(q.number.value - 32) * 5 / 9] if q.unit == "degree" else [])} for q in (one, other)
        ]
        return any(abs(a - b) <= _DEGREES for a in readings[0] for b in readings[1])
    return isclose(ours, theirs, rel_tol=_CALENDAR if one.dimension == "time" else _CONVERTED)


def _short_year(short: Quantity, full: Quantity) -> bool:
    """The 80s are the 1980s."""
    return full.number.value - short.number.value in _CENTURIES and short.number.value < 100 and short.unit in _PLAIN  # noqa: PLR2004


def _is_share(share: Quantity, percent: Quantity) -> bool:
    """Whether a third is 33 percent."""
    return (
        percent.unit == "percent"
        and share.unit == ""
        and isclose(share.number.value * 100, percent.number.value, rel_tol=0.02)
    )


def _dozens(one: Quantity, other: Quantity) -> bool:
    """Whether «два десятка» stands for two dozen."""
    for dozen, tens in ((one, other), (other, one)):
        if "dozen" in dozen.text.lower() and "десят" in tens.text.lower():
            return isclose(dozen.number.value * 10, tens.number.value * 12, rel_tol=1e-6)
    return False


def _rounded(a: float, b: float) -> bool:
    """Whether the rougher of two numbers is the other one rounded, to two digits at least."""
    if min(a, b) < _ROUNDED_FROM:
        return False
    digits = max(_LEAST_DIGITS, min(_significant(a), _significant(b)))
    return isclose(_round(a, digits), _round(b, digits), rel_tol=1e-9)


def _significant(value: float) -> int:
    return len(f"{value:.0f}".rstrip("0"))


def _round(value: float, digits: int) -> float:
    step = 10.0 ** (floor(log10(value)) + 1 - digits)
    return floor(value / step + 0.5) * step


class _Said(NamedTuple):
    """What the words of a text say without numbers."""

    values: frozenset[float]
    seconds: frozenset[float]
    plain: frozenset[str]
    language: str


@lru_cache(maxsize=1024)
def _said(text: str, language: str) -> _Said:
    spelled = [word.text for word in words(text)]
    values = frozenset(value for word in spelled for value in counted(word, language))
    durations = frozenset(seconds for word in spelled for seconds in durations_said(plain_word(word), language))
    plain = frozenset(part for word in spelled for part in (plain_word(word), *plain_word(word).split("-")))
    return _Said(values, durations, plain, language)


def _is_date_said(one: Date, said: _Said) -> bool:
    return one.offset is not None and is_day_said(one.offset, said.plain, said.language)
