"""Numbers of every spelling in English, Russian and Ukrainian, by value and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose

from polyglot_news.lexicon.number_words import cardinal, fraction, magnitude

_TOKEN = re.compile(
    r"(?P<date>(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d))"
    r"|(?P<digits>\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)|(?P<sign>[%$€£₽₴])|(?P<other>\S)"
)
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
_THIN_GAP = re.compile(r"[\s\u00a0\u202f-]*$")
_SMALLEST_YEAR, _LARGEST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: text[start:end] quotes it, unit words included where they touch it."""

    start: int
    end: int
    value: float
    unit: str  # "", "percent", a currency code, "year", "day" (of a month), "ordinal"


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    kind: str
    start: int
    end: int


def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Find the numbers of a text, in order.

    Args:
        text: one paragraph or sentence.
        language: of the text; number words are known in en, ru, uk, digits everywhere.

    Returns:
        Numbers by value; "one"/"один" alone is taken for an article and left out.
    """
    tokens = [_Token(m.group(), m.lastgroup or "other", m.start(), m.end()) for m in _TOKEN.finditer(text)]
    joints = {k for k in range(1, len(tokens) - 1) if tokens[k].text in {"-", "‑"} and _joins(*tokens[k - 1 : k + 2])}
    return tuple(_numbers(text, [token for k, token in enumerate(tokens) if k not in joints], language))


def same_number(a: Number, b: Number) -> bool:
    """Whether two numbers say the same: equal values, and units that do not contradict each other."""
    return isclose(a.value, b.value, rel_tol=1e-6) and (a.unit == b.unit or not a.unit or not b.unit or _loose(a, b))


def _loose(a: Number, b: Number) -> bool:
    """Years, days and ordinals are told apart by words that may stand away from the number."""
    return {a.unit, b.unit} <= {"year", "day", "ordinal"}


def _joins(before: _Token, hyphen: _Token, after: _Token) -> bool:
    """Whether a hyphen stands inside a word: "twenty-five", "F-16"."""
    return before.kind == "word" and before.end == hyphen.start and hyphen.end == after.start


def _numbers(text: str, tokens: list[_Token], language: str) -> Iterator[Number]:
    k = 0
    while k < len(tokens):
        if tokens[k].kind == "date":
            yield from _date(tokens[k])
            k += 1
            continue
        value, after = _value(text, tokens, k, language)
        if value is None:
            k += 1
            continue
        start, end, unit = _unit(tokens, k, after, value)
        yield Number(start, end, value, unit)
        k = after


def _date(token: _Token) -> Iterator[Number]:
    """Day and year of 10.04.2022; the month is a word in other spellings, and no number there."""
    day, month, year = token.text.split(".")
    yield Number(token.start, token.start + len(day), float(day), "day")
    yield Number(token.start + len(day) + len(month) + 2, token.end, float(year), "year")


def _value(text: str, tokens: list[_Token], k: int, language: str) -> tuple[float | None, int]:
    """Read the number that begins at token k; None where none does."""
    token = tokens[k]
    if token.kind == "digits":
        if k and token.start - tokens[k - 1].end <= 1 and tokens[k - 1].kind == "word" and text[token.start - 1] != " ":
            return None, k + 1  # F-16, B52: part of a name
        return _magnified(text, tokens, k + 1, _digits(token.text, language), language)
    if token.kind != "word":
        return None, k + 1
    half = fraction(token.text, language)
    if half is not None:
        at = k + 1
        while at < len(tokens) and tokens[at].text.lower() in {"a", "an"}:
            at += 1
        value, after = _magnified(text, tokens, at, half, language)
        return (value, after) if after > at or half > 1 else (None, k + 1)
    return _words(text, tokens, k, language)


def _words(text: str, tokens: list[_Token], k: int, language: str) -> tuple[float | None, int]:
    """Add up number words: "двадцать пять", "three hundred and five thousand"."""
    total, current, after, seen = 0.0, 0.0, k, 0
    at = k
    while at < len(tokens) and tokens[at].kind == "word" and (at == k or _touches(text, tokens[at - 1], tokens[at])):
        word = tokens[at].text
        unit, large = cardinal(word, language), magnitude(word, language)
        if unit is not None and (not current or unit < _step(current)):
            current, seen = current + unit, seen + 1
        elif large is not None and len(word) > 1 and (current or _may_stand_alone(tokens, k, word)):
            current = max(current, 1.0) * large
            if large >= 1000:  # noqa: PLR2004  # a group of thousands is closed
                total, current = total + current, 0.0
            seen += 1
        elif not (
            word.lower() == "and" and current and at + 1 < len(tokens) and cardinal(tokens[at + 1].text, language)
        ):
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
        return k > 0 and tokens[k - 1].text.lower() in {"a", "an", "another", "per"}
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
    while after < len(tokens) and tokens[after].kind == "word" and _touches(text, tokens[after - 1], tokens[after]):
        large = magnitude(tokens[after].text, language)
        if large is None or _is_measure(tokens, after, value):
            break
        value, after = value * large, after + 1
        if after < len(tokens) and tokens[after].text == "." and large >= 1000:  # noqa: PLR2004  # "тыс. человек"
            break
    return value, after


def _is_measure(tokens: list[_Token], at: int, value: float) -> bool:
    """Whether "m" or "k" is no magnitude: 500 m are metres, while 500m and $500 m may be millions."""
    if tokens[at].text == "k":
        return value > 1000  # noqa: PLR2004
    apart = tokens[at].start > tokens[at - 1].end
    return tokens[at].text == "m" and apart and not (at > 1 and tokens[at - 2].kind == "sign")


def _digits(text: str, language: str) -> float:
    """Read digits with the separators of the language: 1,000 is a thousand in English, 1,5 one and a half elsewhere."""
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain) and (language == "en" or plain.count(",") > 1):
        return float(plain.replace(",", ""))
    whole, separator, decimals = re.fullmatch(r"(.*?)([.,]?)(\d+)", plain).groups()  # type: ignore[union-attr]  # digits
    return float(re.sub("[.,]", "", whole) + separator.replace(",", ".") + decimals)


def _unit(tokens: list[_Token], k: int, after: int, value: float) -> tuple[int, int, str]:
    """Where the number with its unit begins and ends, and what unit that is."""
    start, end = tokens[k].start, tokens[after - 1].end
    before, following = tokens[k - 1] if k else None, _following(tokens, after)
    if before and before.kind == "sign" and before.end == start:
        return before.start, end, _currency(before.text) or ""
    if following:
        unit_end, unit = _unit_behind(tokens, after, following)
        if unit:
            return start, unit_end, unit
    if any(token and _is_month(token.text.lower()) for token in (before, following)):
        return start, end, "day" if value <= 31 else "year"  # noqa: PLR2004
    is_year = tokens[k].kind == "digits" and tokens[k].text.isdigit() and _SMALLEST_YEAR <= value <= _LARGEST_YEAR
    return start, end, "year" if is_year and after == k + 1 else ""


def _unit_behind(tokens: list[_Token], after: int, following: _Token) -> tuple[int, str]:
    """Where a unit that follows the number ends, and which it is; "" for none."""
    plain = following.text.lower()
    if plain == "per" and tokens[after + 1 : after + 2] and tokens[after + 1].text == "cent":
        return tokens[after + 1].end, "percent"
    if plain.startswith(_PERCENT):
        return following.end, "percent"
    if code := _currency(plain):
        return following.end, code
    last = tokens[after - 1]
    if last.kind == "digits" and following.start - last.end <= 1 and plain in _ORDINAL_ENDINGS:
        return following.end, "ordinal"
    return last.end, ""


_ORDINAL_ENDINGS = frozenset(
    ["st", "nd", "rd", "th", "й", "я", "е", "го", "му", "ми", "х", "ю", "ої", "ий", "ій", "ая", "ое", "ый", "ой"]
)


def _following(tokens: list[_Token], after: int) -> _Token | None:
    """The token that may be the unit; a point, a hyphen or "US" before it is passed over."""
    for token in tokens[after : after + 3]:
        if token.text in {".", "-", "‑"} or token.text.upper() in {"US", "U", "S"}:
            continue
        return token
    return None


def _currency(word: str) -> str | None:
    for code, names in _CURRENCIES.items():
        if word.lower().startswith(names):
            return code
    return None


def _is_month(word: str) -> bool:
    if word in _MONTHS:
        return True
    return len(word) >= 4 and any(word.startswith(month) for month in _MONTHS if len(month) >= 4 or month == "мая")  # noqa: PLR2004


def _touches(text: str, first: _Token, second: _Token) -> bool:
    return bool(_THIN_GAP.fullmatch(text[first.end : second.start]))
