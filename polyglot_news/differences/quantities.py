"""Numbers with what they count: durations in seconds, so that 70 minutes and полтора часа can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, isclose, log10

from polyglot_news.lexicon.number_words import counted
from polyglot_news.lexicon.numbers import Number, find_numbers, same_number
from polyglot_news.lexicon.words import Word, words
from polyglot_news.model import Span

_SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629800.0,
    "year": 31557600.0,
}  # fmt: skip
_BEGINNINGS = {
    "en": "second:second minute:minute hour:hour day:day week:week month:month year:year",
    "ru": "second:секунд minute:минут hour:час day:дней day:день day:дня day:дням day:суток day:сутк week:недел "
    "month:месяц year:год year:лет year:летн",
    "uk": "second:секунд minute:хвилин hour:годин day:дні day:днів day:день day:дня day:доб week:тижн week:тижд "
    "month:місяц year:рік year:рок year:річ",
}
_PHRASES = {  # durations of one word: beginning -> (how many, unit)
    "ru": {"полгода": (6, "month"), "полугод": (6, "month"), "получас": (30, "minute"), "полчаса": (30, "minute"),
           "сутки": (24, "hour"), "час": (1, "hour"), "недел": (1, "week"), "месяц": (1, "month"), "год": (1, "year")},
    "uk": {"півроку": (6, "month"), "півріч": (6, "month"), "півгодин": (30, "minute"), "доб": (24, "hour"),
           "годин": (1, "hour"), "тижд": (1, "week"), "тижн": (1, "week"), "місяц": (1, "month"), "рік": (1, "year"),
           "рок": (1, "year")},
    "en": {"fortnight": (14, "day"), "hour": (1, "hour"), "week": (1, "week"), "month": (1, "month"),
           "year": (1, "year"), "decade": (10, "year"), "day": (24, "hour")},
}  # fmt: skip
_LONGEST_ENDING = 5  # letters after the beginning of a unit word: "minute|s", «минут|ами»; not «час|тности»
_CALENDAR = 0.03  # months and years are not of equal length
_ROUNDED_FROM = 1000.0  # smaller numbers are not rounded to two digits without a word about it
_LEAST_DIGITS = 2
_LATE = re.compile(r"(?:[:.]\d\d)?\s?p\.?m\b", re.IGNORECASE)
_HALF_A_DAY = 12  # hours
_CENTURIES = (1900.0, 2000.0)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text, and the duration that it measures where it does."""

    place: Span
    text: str
    number: Number
    seconds: float | None
    unit: str  # of time, else the unit of the number
    also: float | None = None  # 17 for the 5 of "5:47 p.m."


def quantities(text: str, paragraph: int, language: str) -> tuple[Quantity, ...]:
    """Find the numbers of a paragraph with their units of time, in order."""
    spelled = words(text)
    found = []
    for number in find_numbers(text, language):
        time = _time_unit(number, spelled, language) if number.unit in {"", "ordinal"} else None
        seconds = number.value * _SECONDS[time] if time else None
        place = Span(paragraph, number.start, number.end)
        late = number.value + _HALF_A_DAY if number.value < _HALF_A_DAY and _LATE.match(text, number.end) else None
        found.append(Quantity(place, text[number.start : number.end], number, seconds, time or number.unit, late))
    return tuple(found)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities say the same: equal, equal after conversion, or one the other rounded."""
    if one.also == other.number.value or other.also == one.number.value:
        return True
    if _short_year(one, other) or _short_year(other, one):
        return True
    if same_number(one.number, other.number):
        return one.seconds is None or other.seconds is None or one.unit == other.unit
    if one.seconds and other.seconds and one.unit != other.unit:
        return isclose(one.seconds, other.seconds, rel_tol=_CALENDAR)
    return _comparable(one, other) and _rounded(one.number.value, other.number.value)


def contradict(one: Quantity, other: Quantity) -> bool:
    """Whether the units say that two quantities measure different things."""
    if (one.seconds is None) != (other.seconds is None):
        return bool(one.seconds is None and one.unit) or bool(other.seconds is None and other.unit)
    return one.seconds is None and one.unit != other.unit and bool(one.unit or other.unit) and not _loose(one, other)


def implied(quantity: Quantity, text: str, language: str) -> bool:
    """Whether words that are no numbers say a quantity: "both", «третий», «полгода» for six months."""
    for word in words(text):
        if quantity.number.value in counted(word.text, language):
            return True
        for beginning, (count, unit) in _PHRASES.get(language, {}).items():
            near = word.text.lower().startswith(beginning) and len(word.text) - len(beginning) <= _LONGEST_ENDING
            seconds = count * _SECONDS[unit]
            if near and quantity.seconds and isclose(seconds, quantity.seconds, rel_tol=_CALENDAR):
                return True
    return False


def _time_unit(number: Number, spelled: tuple[Word, ...], language: str) -> str | None:
    """The unit of time right after a number, or right before it («минут десять», about ten minutes)."""
    following = [word for word in spelled if word.start >= number.end and word.start - number.end <= 2][:1]  # noqa: PLR2004
    preceding = [word for word in spelled if word.end <= number.start and number.start - word.end <= 3][-1:]  # noqa: PLR2004
    for word in (*following, *preceding):
        for entry in _BEGINNINGS.get(language, "").split():
            unit, beginning = entry.split(":")
            plain = word.text.lower()
            if plain.startswith(beginning) and len(plain) - len(beginning) <= _LONGEST_ENDING:
                return unit
        if language == "en":
            break
    return None


def _short_year(short: Quantity, full: Quantity) -> bool:
    """The 80s are the 1980s."""
    return full.number.value - short.number.value in _CENTURIES and short.number.value < 100  # noqa: PLR2004


def _comparable(one: Quantity, other: Quantity) -> bool:
    return "year" not in {one.number.unit, other.number.unit}


def _loose(one: Quantity, other: Quantity) -> bool:
    return "" in {one.unit, other.unit} and {one.unit, other.unit} <= {"", "year", "day", "ordinal"}


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
