"""Dates of a text: days, months, years, weekdays, "yesterday"; each as far as the text gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from polyglot_news.lexicon.forms import Forms, plain_word, plain_words, read_forms
from polyglot_news.lexicon.number_words import cardinal, ordinal

_RU_SOFT, _UK_SOFT = "ь,я,ю,е,ем,и", "ень,ня,ню,ні,нем"
# «июльский», «субботний», «пятничный»; «липневий», «суботній»
_RU_SK, _RU_SOFT_ADJECTIVE = "ий,ого,ому,им,ом,ая,ой,ую,ое,ие,их,ими", "ий,его,ему,им,ем,яя,ей,юю,ее,ие,их,ими"
_RU_HARD = "ый,ого,ому,ым,ом,ая,ой,ую,ое,ые,ых,ыми"
_UK_HARD, _UK_SOFT_ADJECTIVE = "ий,ого,ому,им,ім,а,ої,ій,у,ою,е,і,их,ими", "ій,ього,ьому,ім,я,ьої,ю,ьою,є,і,іх,іми"
_MONTHS = {
    "en": "1:january 2:february 3:march 4:april 5:may 6:june 7:july 8:august 9:september 10:october 11:november 12:december "
    "1:jan 2:feb 3:mar 4:apr 6:jun 7:jul 8:aug 9:sep,sept 10:oct 11:nov 12:dec",
    "ru": "1:январ+{0} 2:феврал+{0} 3:март+,а,у,ом,е 4:апрел+{0} 5:ма+й,я,ю,ем,е 6:июн+{0} 7:июл+{0} 8:август+,а,у,ом,е "
    "9:сентябр+{0} 10:октябр+{0} 11:ноябр+{0} 12:декабр+{0} 1:январск+{1} 2:февральск+{1} 3:мартовск+{1} 4:апрельск+{1} 5:майск+{1} "
    "6:июньск+{1} 7:июльск+{1} 8:августовск+{1} 9:сентябрьск+{1} 10:октябрьск+{1} 11:ноябрьск+{1} 12:декабрьск+{1}"
    "".replace("{0}", _RU_SOFT).replace("{1}", _RU_SK),
    "uk": "1:січ+{0} 2:лют+ий,ого,ому,им 3:берез+{0} 4:квіт+{0} 5:трав+{0} 6:черв+{0} 7:лип+{0} 8:серп+{0} 9:верес+{0} "
    "10:жовт+{0} 11:листопад+,а,у,і,ом 12:груд+{0} 1:січнев+{1} 3:березнев+{1} 4:квітнев+{1} 5:травнев+{1} 6:червнев+{1} 7:липнев+{1} "
    "8:серпнев+{1} 9:вереснев+{1} 10:жовтнев+{1} 11:листопадов+{1} 12:грудн+{1}".replace("{0}", _UK_SOFT).replace(
        "{1}", _UK_HARD
    ),
}
_WEEKDAYS = {  # Monday is 1
    "en": "1:monday,mondays 2:tuesday,tuesdays 3:wednesday,wednesdays 4:thursday,thursdays 5:friday,fridays 6:saturday,saturdays "
    "7:sunday,sundays 2:tue,tues 3:wed 4:thu,thurs 6:sat",
    "ru": "1:понедельник+,а,у,ом,е,и,ам 2:вторник+,а,у,ом,е,и,ам 3:сред+а,у,ы,е,ам 4:четверг+,а,у,ом,е,и,ам "
    "5:пятниц+а,у,ы,е,ей,ам 6:суббот+а,у,ы,е,ой,ам 7:воскресень+е,я,ю,ем,ям 1:пн 2:вт 4:чт 5:пт 6:сб "
    "5:пятничн+{0} 6:субботн+{1} 7:воскресн+{0}".replace("{0}", _RU_HARD).replace("{1}", _RU_SOFT_ADJECTIVE),
    "uk": "1:понеділ+ок,ка,ку,ком,ки,кам 2:вівтор+ок,ка,ку,ком,ки 3:серед+а,у,и,і,ою 4:четвер,четверга,четвергом,четвергу,четверги "
    "5:п'ятниц+я,ю,і,ею 6:субот+а,у,и,і,ою 7:неділ+я,ю,і,ею 1:пн 2:вт 4:чт 5:пт 6:сб "
    "5:п'ятничн+{0} 6:суботн+{1} 7:недільн+{0}".replace("{0}", _UK_HARD).replace("{1}", _UK_SOFT_ADJECTIVE),
}
_RELATIVE = {  # days from the day of writing
    "en": "0:today,tonight -1:yesterday 1:tomorrow",
    "ru": "0:сегодня -1:вчера 1:завтра -2:позавчера 2:послезавтра",
    "uk": "0:сьогодні -1:вчора,учора 1:завтра -2:позавчора 2:післязавтра",
}
_IN_DOUBT = {  # words of another meaning, and what must stand before them
    "may": re.compile(r"(?:\b(?:in|of|since|until|by|last|early|late|mid|this|next|from|to|and|through|till|before|after|every)|\d(?:st|nd|rd|th)?)[ -]$"),
    "march": re.compile(r"(?:\b(?:in|of|since|until|by|last|early|late|mid|this|next|from|to|through|till)|\d(?:st|nd|rd|th)?)[ -]$"),
    **dict.fromkeys(("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"), re.compile(r"(?:\d|\b(?:in|since|until))\s$")),
    "sat": re.compile(r"\(\s?$"),
    "wed": re.compile(r"\(\s?$"),
    "лютий": re.compile(r"\d\s$|\bза\s$"),
    "лютим": re.compile(r"\d\s$"),
    "среда": re.compile(r"\(\s?$"),
    "среды": re.compile(r"\b(?:с|до|от|вечера|утра|вечером|утром|для|минувшей|прошлой|этой)\s$", re.IGNORECASE),
    "среде": re.compile(r"\b(?:к|ко)\s$", re.IGNORECASE),
    "среду": re.compile(r"\b(?:в|во|на|по|эту|прошлую|минувшую|всю|каждую|следующую|ближайшую)\s$", re.IGNORECASE),
    "средам": re.compile(r"\bпо\s$", re.IGNORECASE),
}  # fmt: skip
_LOWER_CASE_ONLY = frozenset(["пн", "вт", "чт", "пт", "сб"])  # ВТ, СБ are names of institutions
NUMERIC = (  # a date in digits: 25.07.2020, 25/07/2020, 2020-07-25
    r"(?<![\d.])(?:(?:0?[1-9]|[12]\d|3[01])(?P<mark>[./]) ?(?:0?[1-9]|[12]\d|3[01])(?P=mark)(?: ?(?:1[89]|20)\d\d|[0-3]\d)(?![\d./]\d|\d)"
    r"|(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))"
)
_NUMERIC = re.compile(NUMERIC)
_GAP = r"[\s\u00a0\u202f]"
_DAY_BEFORE = re.compile(
    rf"(?<![\d.,:])(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}?[-–—]{_GAP}?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|[-‑]?(?:е|го|ого|й|м))?"
    rf"{_GAP}+(?:of{_GAP}+)?$"
)
_DAY_AFTER = re.compile(
    rf"\.?{_GAP}+(?:the{_GAP}+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_GAP}?[-–—]{_GAP}?(?P<last>\d{{1,2}}))?"
    rf"(?![\d:%]|[.,]\d|{_GAP}(?:people|percent|per|million|billion|[ap]\.?m)\b)"
)
_YEAR_AFTER = re.compile(
    rf"[.,]?{_GAP}+(?:of{_GAP}+)?(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,:]\d)(?:{_GAP}*(?:года|году|год|года|року|рік|році|гг?\.|рр?\.))?"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_OFFSET_PHRASE = re.compile(r"\bthe day (before yesterday|after tomorrow)\b", re.IGNORECASE)
_MOST_DAYS, _MONTHS_OF_YEAR = 31, 12


class Date(NamedTuple):
    """A date in a text: text[start:end] quotes it; None where it is silent."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None  # 1 is Monday
    offset: int | None = None  # days from the day of writing; -1 is yesterday


@lru_cache(maxsize=1024)
def find_dates(text: str, language: str) -> tuple[Date, ...]:
    """Find the dates of a text, in order; years and days that stand alone are numbers."""
    found = [_numeric(match) for match in _NUMERIC.finditer(text)] if "." in text or "-" in text or "/" in text else []
    named = _named(language)
    if not named.isdisjoint(plain_words(text)):
        found += _named_dates(text, language)
    taken, apart = 0, []
    for one in sorted((one for one in found if one is not None), key=lambda one: (one.start, -one.end)):
        if one.start >= taken:
            apart.append(one)
            taken = one.end
    return tuple(apart)


def same_date(a: Date, b: Date) -> bool:
    """Whether two dates agree in all that both of them give."""
    return _shares(a, b) and all(ours == theirs for ours, theirs in _both(a, b))


def comparable(a: Date, b: Date) -> bool:
    """Whether two dates give anything that can be compared: a weekday and "yesterday" do not."""
    return _shares(a, b)


def month(word: str, language: str) -> int | None:
    """Number of a month by one of its forms, else None."""
    key = _forms("months", language).key(plain_word(word))
    return int(key) if key else None


def read_numeric(written: str) -> tuple[int, int, int] | None:
    """Day, month and year of a date in digits; None where it has none, as 13/13/2020."""
    parts = re.split(r"[./-] ?", written)
    if len(parts[0]) > 2:  # the year first  # noqa: PLR2004
        parts.reverse()
    day, month_, year = map(int, parts)
    if month_ > _MONTHS_OF_YEAR >= day:  # 07/25/2020
        day, month_ = month_, day
    if year < 100:  # noqa: PLR2004
        year += 2000
    return (day, month_, year) if 1 <= month_ <= _MONTHS_OF_YEAR and day <= _MOST_DAYS else None


def _both(a: Date, b: Date) -> Iterator[tuple[int, int]]:
    pairs = ((a.day, b.day), (a.month, b.month), (a.year, b.year), (a.weekday, b.weekday), (a.offset, b.offset))
    return ((ours, theirs) for ours, theirs in pairs if ours is not None and theirs is not None)


def _shares(a: Date, b: Date) -> bool:
    return next(_both(a, b), None) is not None


def _numeric(match: re.Match[str]) -> Date | None:
    read = read_numeric(match[0])
    return Date(match.start(), match.end(), *read) if read else None


def _named_dates(text: str, language: str) -> Iterator[Date]:
    if language == "en":
        for match in _OFFSET_PHRASE.finditer(text):
            yield Date(match.start(), match.end(), offset=-2 if match[1].startswith("before") else 2)
    for match in _WORD.finditer(text):
        plain = plain_word(match[0]).removesuffix("'s")
        if plain not in _named(language) or not _is_meant(text, match, plain, language):
            continue
        if number := _forms("months", language).key(plain):
            yield from _month_date(text, match, int(number), language)
        elif number := _forms("weekdays", language).key(plain):
            yield Date(match.start(), match.end(), weekday=int(number))
        elif number := _forms("relative", language).key(plain):
            yield Date(match.start(), match.end(), offset=int(number))


def _is_meant(text: str, match: re.Match[str], plain: str, language: str) -> bool:
    """Whether a word is a date here: "May" and not "may", «в среду» and not «в окружающую среду»."""
    word, start = match[0], match.start()
    if plain in _LOWER_CASE_ONLY:
        return word.islower()
    if language == "en" and word.islower() and not _forms("relative", language).key(plain):
        return False
    before = _IN_DOUBT.get(plain)
    if before is None or before.search(text[max(0, start - 16) : start].lower()):
        return True
    return language == "en" and bool(_DAY_AFTER.match(text, match.end()) or _YEAR_AFTER.match(text, match.end()))


def _month_date(text: str, match: re.Match[str], number: int, language: str) -> Iterator[Date]:
    start, end, day = match.start(), match.end(), None
    if end < len(text) and text[end] == "." and language == "en" and len(match[0]) <= 4:  # Sept.  # noqa: PLR2004
        end += 1
    begin = max(0, start - 24)
    before = _DAY_BEFORE.search(text[begin:start])
    if before and 1 <= int(before["day"]) <= _MOST_DAYS:
        start, day = begin + before.start("day"), int(before["day"])
        if before["first"] and int(before["first"]) < day:
            yield Date(begin + before.start("first"), begin + before.end("first"), int(before["first"]), number)
    elif spelled := _spelled_day(text, start, language):
        start, day = spelled
    elif language == "en" and (after := _DAY_AFTER.match(text, match.end())) and int(after["day"]) <= _MOST_DAYS:
        day, end = int(after["day"]), after.end("day") if after["last"] else after.end()
        if after["last"] and day < int(after["last"]) <= _MOST_DAYS:
            yield Date(after.start("last"), after.end("last"), int(after["last"]), number)
    year = _YEAR_AFTER.match(text, end)
    yield Date(start, year.end() if year else end, day, number, int(year["year"]) if year else None)


def _spelled_day(text: str, start: int, language: str) -> tuple[int, int] | None:
    """Where «двадцать пятого июля» begins, and the day."""
    begin = max(0, start - 32)
    words = [*_WORD.finditer(text[begin:start])][-3:]
    if words and plain_word(words[-1][0]) == "of":
        words.pop()
    if not words or not (last := ordinal(words[-1][0], language)) or last > _MOST_DAYS:
        return None
    tens = cardinal(words[-2][0], language) if len(words) > 1 else None
    if tens in {20.0, 30.0} and last < 10:  # noqa: PLR2004
        return begin + words[-2].start(), int(tens + last)
    return begin + words[-1].start(), int(last)


@cache
def _forms(table: str, language: str) -> Forms:
    return read_forms({"months": _MONTHS, "weekdays": _WEEKDAYS, "relative": _RELATIVE}[table].get(language, ""))


@cache
def _named(language: str) -> frozenset[str]:
    words = {form for table in ("months", "weekdays", "relative") for form in _forms(table, language).exact}
    return frozenset(words | ({f"{word}'s" for word in words} if language == "en" else set()))
