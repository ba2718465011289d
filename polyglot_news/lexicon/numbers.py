"""Numbers of every spelling in English, Russian and Ukrainian, by value and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import isclose

from polyglot_news.lexicon.number_words import cardinal, fraction, is_numeral, magnitude

_WORD = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
_TOKEN = re.compile(
    rf"(?P<word>{_WORD})"
    r"|(?P<date>(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d))"
    r"|(?P<digits>\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    r"|(?P<sign>[%$€£₽₴])|(?P<other>\S)"
)
_WORDS, _DIGIT = re.compile(_WORD), re.compile(r"\d")
_CURRENCIES = {
    "USD": ("$", "dollar", "доллар", "долар", "usd"),
    "EUR": ("€", "euro", "евро", "євро", "eur"),
    "GBP": ("£", "pound", "фунт"),
    "RUB": ("₽", "rouble", "ruble", "рубл", "руб"),
    "UAH": ("₴", "hryvnia", "гривн", "гривен", "грн"),
}
_PERCENT = ("%", "percent", "процент", "відсот", "отсот")
_MONTHS = {
    month: n
    for n, months in enumerate(
        (
            "january январ січ", "february феврал лют", "march март берез", "april апрел квіт", "may мая май трав",
            "june июн черв", "july июл лип", "august август серп", "september сентябр верес", "october октябр жовт",
            "november ноябр листопад", "december декабр груд",
        ),
        start=1,
    )
    for month in months.split()
}  # fmt: skip
_MONTH_BEGINNINGS = tuple(month for month in _MONTHS if len(month) >= 4 or month == "мая")  # noqa: PLR2004
_THIN_GAP = re.compile(r"[\s\u00a0\u202f-]*$")
_SMALLEST_YEAR, _LARGEST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: text[start:end] quotes it, unit words included where they touch it."""

    start: int
    end: int
    value: float
    unit: str  # "", "percent", a currency code, "year", "day" (of a month), "ordinal"


_Token = re.Match[str]  # token[0] is its text, lastgroup its kind; most tokens are never asked for more


def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Find the numbers of a text, in order.

    Args:
        text: one paragraph or sentence.
        language: of the text; number words are known in en, ru, uk, digits everywhere.

    Returns:
        Numbers by value; "one"/"один" alone is taken for an article and left out.
    """
    if not _may_hold_numbers(text, language):
        return ()
    tokens = [*_TOKEN.finditer(text)]
    if "-" in text or "‑" in text:
        joints = {k for k in range(1, len(tokens) - 1) if tokens[k][0] in {"-", "‑"} and _joins(*tokens[k - 1 : k + 2])}
        tokens = [token for k, token in enumerate(tokens) if k not in joints]
    return tuple(_numbers(text, tokens, language))


def _may_hold_numbers(text: str, language: str) -> bool:
    """Whether there is a digit or a number word at all; most sentences have none, and need not be read closely."""
    return bool(_DIGIT.search(text)) or any(is_numeral(word, language) for word in _WORDS.findall(text))


def same_number(a: Number, b: Number) -> bool:
    """Whether two numbers say the same: equal values, and units that do not contradict each other."""
    return isclose(a.value, b.value, rel_tol=1e-6) and (a.unit == b.unit or not a.unit or not b.unit or _loose(a, b))


def _loose(a: Number, b: Number) -> bool:
    """Years, days and ordinals are told apart by words that may stand away from the number."""
    return {a.unit, b.unit} <= {"year", "day", "ordinal"}


def _joins(before: _Token, hyphen: _Token, after: _Token) -> bool:
    """Whether a hyphen stands inside a word: "twenty-five", "F-16"."""
    return before.lastgroup == "word" and before.end() == hyphen.start() and hyphen.end() == after.start()


def _numbers(text: str, tokens: list[_Token], language: str) -> Iterator[Number]:
    k = 0
    while k < len(tokens):
        token = tokens[k]
        if token.lastgroup == "date":
            yield from _date(token)
        elif token.lastgroup == "digits" or (token.lastgroup == "word" and is_numeral(token[0], language)):
            value, after = _value(text, tokens, k, language)
            if value is not None:
                start, end, unit = _unit(tokens, k, after, value)
                yield Number(start, end, value, unit)
                k = after
                continue
        k += 1


def _date(token: _Token) -> Iterator[Number]:
    """Day and year of 10.04.2022; the month is a word in other spellings, and no number there."""
    day, month, year = token[0].split(".")
    yield Number(token.start(), token.start() + len(day), float(day), "day")
    yield Number(token.start() + len(day) + len(month) + 2, token.end(), float(year), "year")


def _value(text: str, tokens: list[_Token], k: int, language: str) -> tuple[float | None, int]:
    """Read the number that begins at token k; None where none does."""
    token = tokens[k]
    if token.lastgroup == "digits":
        if k and tokens[k - 1].lastgroup == "word" and _is_part_of_a_name(text, tokens[k - 1], token):
            return None, k + 1
        return _magnified(text, tokens, k + 1, _digits(token[0], language), language)
    half = fraction(token[0], language)
    if half is not None:
        at = k + 1
        while at < len(tokens) and tokens[at][0].lower() in {"a", "an"}:
            at += 1
        value, after = _magnified(text, tokens, at, half, language)
        return (value, after) if after > at or half > 1 else (None, k + 1)
    return _words(text, tokens, k, language)


def _is_part_of_a_name(text: str, word: _Token, digits: _Token) -> bool:
    """Whether digits stand behind a word as in F-16 and B52."""
    return digits.start() - word.end() <= 1 and text[digits.start() - 1] != " "


def _words(text: str, tokens: list[_Token], k: int, language: str) -> tuple[float | None, int]:
    """Add up number words: "двадцать пять", "three hundred and five thousand"."""
    total, current, after, seen = 0.0, 0.0, k, 0
    at = k
    while at < len(tokens) and (at == k or _goes_on(text, tokens[at - 1], tokens[at])):
        word = tokens[at][0]
        unit, large = cardinal(word, language), magnitude(word, language)
        if unit is not None and (not current or unit < _step(current)):
            current, seen = current + unit, seen + 1
        elif large is not None and len(word) > 1 and (current or _may_stand_alone(tokens, k, word)):
            current = max(current, 1.0) * large
            if large >= 1000:  # noqa: PLR2004  # a group of thousands is closed
                total, current = total + current, 0.0
            seen += 1
        elif not (word.lower() == "and" and current and at + 1 < len(tokens) and cardinal(tokens[at + 1][0], language)):
            break
        at += 1
        after = at
    value = total + current
    if not seen or (value == 1 and seen == 1):
        return None, k + 1
    return value, after


def _may_stand_alone(tokens: list[_Token], k: int, word: str) -> bool:
    """Whether "a dozen", "a hundred" and «дюжина», «тысяча» is a number; "dozens", "thousands", «тысячи» are not."""
    if word.lower() in {"dozen", "hundred", "thousand", "million", "billion"}:
        return k > 0 and tokens[k - 1][0].lower() in {"a", "an", "another", "per"}
    return word.lower() in {
        "дюжина",
        "дюжину",
        "дюжины",
        "дюжини",
        "тысяча",
        "тысячу",
        "тисяча",
        "тисячу",
        "миллион",
        "мільйон",
    }


def _step(current: float) -> float:
    """What may still be added: tens after hundreds, ones after tens."""
    if current % 100 == 0:
        return 100.0
    return 10.0 if current % 10 == 0 and current % 100 > 10 else 0.0  # noqa: PLR2004


def _magnified(text: str, tokens: list[_Token], after: int, value: float, language: str) -> tuple[float, int]:
    while after < len(tokens) and _goes_on(text, tokens[after - 1], tokens[after]):
        large = magnitude(tokens[after][0], language)
        if large is None or _is_measure(tokens, after, value):
            break
        value, after = value * large, after + 1
        if after < len(tokens) and tokens[after][0] == "." and large >= 1000:  # noqa: PLR2004  # "тыс. человек"
            break
    return value, after


def _is_measure(tokens: list[_Token], at: int, value: float) -> bool:
    """Whether "m" or "k" is no magnitude: 500 m are metres, while 500m and $500 m may be millions."""
    if tokens[at][0] == "k":
        return value > 1000  # noqa: PLR2004
    apart = tokens[at].start() > tokens[at - 1].end()
    return tokens[at][0] == "m" and apart and not (at > 1 and tokens[at - 2].lastgroup == "sign")


def _digits(text: str, language: str) -> float:
    """Read digits with the separators of the language: 1,000 is a thousand in English, 1,5 one and a half elsewhere."""
    if text.isdecimal():
        return float(text)
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain) and (language == "en" or plain.count(",") > 1):
        return float(plain.replace(",", ""))
    whole, separator, decimals = re.fullmatch(r"(.*?)([.,]?)(\d+)", plain).groups()  # type: ignore[union-attr]  # digits
    return float(re.sub("[.,]", "", whole) + separator.replace(",", ".") + decimals)


def _unit(tokens: list[_Token], k: int, after: int, value: float) -> tuple[int, int, str]:
    """Where the number with its unit begins and ends, and what unit that is."""
    start, end = tokens[k].start(), tokens[after - 1].end()
    before, following = tokens[k - 1] if k else None, _following(tokens, after)
    if before and before.lastgroup == "sign" and before.end() == start:
        return before.start(), end, _currency(before[0]) or ""
    if following:
        unit_end, unit = _unit_behind(tokens, after, following)
        if unit:
            return start, unit_end, unit
    if any(token and _is_month(token[0].lower()) for token in (before, following)):
        return start, end, "day" if value <= 31 else "year"  # noqa: PLR2004
    is_year = tokens[k].lastgroup == "digits" and tokens[k][0].isdigit() and _SMALLEST_YEAR <= value <= _LARGEST_YEAR
    return start, end, "year" if is_year and after == k + 1 else ""


def _unit_behind(tokens: list[_Token], after: int, following: _Token) -> tuple[int, str]:
    """Where a unit that follows the number ends, and which it is; "" for none."""
    plain = following[0].lower()
    if plain == "per" and tokens[after + 1 : after + 2] and tokens[after + 1][0] == "cent":
        return tokens[after + 1].end(), "percent"
    if plain.startswith(_PERCENT):
        return following.end(), "percent"
    if code := _currency(plain):
        return following.end(), code
    last = tokens[after - 1]
    if last.lastgroup == "digits" and following.start() - last.end() <= 1 and plain in _ORDINAL_ENDINGS:
        return following.end(), "ordinal"
    return last.end(), ""


_ORDINAL_ENDINGS = frozenset(
    ["st", "nd", "rd", "th", "й", "я", "е", "го", "му", "ми", "х", "ю", "ої", "ий", "ій", "ая", "ое", "ый", "ой"]
)


def _following(tokens: list[_Token], after: int) -> _Token | None:
    """The token that may be the unit; a point, a hyphen or "US" before it is passed over."""
    for token in tokens[after : after + 3]:
        if token[0] in {".", "-", "‑"} or token[0].upper() in {"US", "U", "S"}:
            continue
        return token
    return None


@lru_cache(maxsize=4096)
def _currency(word: str) -> str | None:
    plain = word.lower()
    return next((code for code, names in _CURRENCIES.items() if plain.startswith(names)), None)


@lru_cache(maxsize=4096)
def _is_month(word: str) -> bool:
    return word in _MONTHS or (len(word) >= 4 and word.startswith(_MONTH_BEGINNINGS))  # noqa: PLR2004


def _goes_on(text: str, before: _Token, word: _Token) -> bool:
    """Whether a word follows with nothing but a gap or a hyphen between."""
    return word.lastgroup == "word" and bool(_THIN_GAP.fullmatch(text, before.end(), word.start()))
