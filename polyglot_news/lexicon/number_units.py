"""What stands around a number and says what it is: percent, money, a year, an ordinal, a time; or that it is a name."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from polyglot_news.lexicon import number_words as spelled
from polyglot_news.lexicon.dates import month
from polyglot_news.lexicon.forms import Forms, read_forms
from polyglot_news.lexicon.number_tokens import HYPHENS, NumberToken
from polyglot_news.lexicon.number_values import Line, Value
from polyglot_news.lexicon.units import currency, unit_of


class UnitFound(NamedTuple):
    """Where a number with its unit begins and ends, and what the unit is."""

    start: int
    end: int
    after: int  # the first token behind
    name: str
    amount: float | None = None  # where the unit changes the value: 5 p.m. is 17
    counts: bool = False  # a word follows that is counted, so "one" is a number


_PERCENT = (
    "percent:%,percent,pct percent:процент+,а,у,ом,е,ы,ов,ам,ами,ах,и,ів percent:процентн* percent:відсот+ок,ка,ку,ком,ки,ків,кам,ками,ках "
    "percent:відсотков*"
)
_POINTS = re.compile(
    r"[.\s\u00a0-]*(?:percentage|процентн\w+|відсотков\w+)[\s\u00a0]+(?:points?|пункт\w*)|[\s\u00a0]*(?:п\.[\s\u00a0]?п\.|pp\b|в\.[\s\u00a0]?п\.)"
)
_PER_CENT = re.compile(r"[\s\u00a0-]*per[\s-]cent\b", re.IGNORECASE)
_MAYBE_PERCENT = ("p", "проц", "відс", "п", "в")  # what may begin so, told by one look; likewise times
_MAYBE_TIME = ("a", "p", "g", "u", "o", "у", "д", "в", "н", "р", "ч", "г")
_ORDINAL_ENDINGS = frozenset(
    "st nd rd th й я е го му ми х ю ої ий ій ая ое ый ой м ого ому ым им их та те ті та ту ша ге тя те ше га тій ї ва".split()  # noqa: SIM905  # a list of words
)
_DECADE_ENDINGS = frozenset("s е х м ми ті их тих тими і ые ых ті".split())  # noqa: SIM905  # a list of words
_TENS_OF_YEARS = ("год", "рок", "рр", "гг")
_TIMES = frozenset(["times", "раза", "раз", "рази", "разів", "разу", "разом", "кратно", "кратный", "кратного", "fold"])
_HALF_OF_DAY = re.compile(
    r"[\s\u00a0]?(?:([ap])\.?\s?m\b\.?|(?:час\w*|годин\w*|ч\.?|год\.?)?[\s\u00a0]*\b(утра|дня|вечера|ночи|ранку|вечора|ночі)\b)",
    re.IGNORECASE,
)
_CLOCK_WORDS = re.compile(r"[\s\u00a0]+(?:GMT|UTC|o['’]clock)\b")
_HOURS_MINUTES = re.compile(
    r"[\s\u00a0]+(?:час\w*|годин\w*|ч\.?|год\.?)[\s\u00a0]+([0-5]?\d)[\s\u00a0]+(?:мин\w*|хв\w*)\.?"
)
_LATE = frozenset(["p", "дня", "вечера", "вечора"])
_PAST_MIDNIGHT = frozenset(["ночи", "ночі"])
_AT = frozenset(["в", "о", "об", "at", "у"])
_POINTED = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_NAMES_BEFORE = frozenset(
    ["boeing", "airbus", "боинг", "боїнг", "iphone", "windows", "формула", "formula", "area", "айфон"]
)
_HOURS, _FOUR = 24, 4  # of a day; digits of a year
_SMALLEST_YEAR, _LARGEST_YEAR, _OLDEST_YEAR, _HALF_A_DAY, _DAYS = 1900, 2100, 1000, 12, 31
_OF_THE_STATES = frozenset(["u", "s", "us", "."])
_OF_A_COUNTRY = (
    "american", "canadian", "australian", "hong", "british", "russian", "ukrainian", "chinese", "американ", "канад",
    "австрал", "гонконг", "российск", "російськ", "украинск", "українськ", "белорусск", "китайск", "китайськ", "британск", "британськ",
)  # fmt: skip


def is_name_before(line: Line, k: int) -> bool:
    """Whether the digits at token k are part of a name: Boeing 737, 5G, 3D, the second half of 2020/21."""
    token, before, following = (
        line.tokens[k],
        line.tokens[k - 1] if k else None,
        line.tokens[k + 1] if k + 1 < len(line.tokens) else None,
    )
    if before and before.plain in _NAMES_BEFORE:
        return True
    if (
        before
        and before.plain in {"/", "."}
        and before.end == token.start
        and k > 1
        and line.tokens[k - 2].kind in {"digits", "name"}
        and line.tokens[k - 2].end == before.start
        and len(line.plain(k - 2)) != _FOUR
    ):
        return True
    if before and before.kind == "name" and before.end == token.start:
        return True
    return bool(
        following
        and following.kind in {"word", "name"}
        and following.start == token.end
        and not _may_follow(line, following)
    )


def unit_around(line: Line, k: int, value: Value) -> UnitFound | None:
    """Find the unit of the number that begins at token k."""
    start, end = line.tokens[k].start, line.tokens[value.after - 1].end
    before = line.tokens[k - 1] if k else None
    if value.unit and value.unit != "ordinal":
        return UnitFound(start, end, value.after, value.unit)
    if (
        before
        and before.kind == "sign"
        and before.end >= start - 1
        and before.plain not in "%°"
        and (code := currency(before.plain))
    ):
        return UnitFound(before.start, end, value.after, code, counts=True)
    if before and before.kind == "word" and before.plain in {"usd", "eur", "gbp", "rub", "uah", "cny"}:
        return UnitFound(start, end, value.after, before.plain.upper(), counts=True)
    return _behind(line, k, value) or _calendar(line, k, value)


def clock(line: Line, k: int) -> UnitFound:
    """Read the time of the token at k: 17:47, "5:47 p.m."."""
    token = line.tokens[k]
    hours, minutes = map(int, token.plain.replace("։", ":").split(":")[:2])
    return _time(line, k, k + 1, hours + minutes / 60)


def _time(line: Line, k: int, after: int, hours: float) -> UnitFound:
    """A time of the day with "p.m." or «вечера» behind it."""
    start, end = line.tokens[k].start, line.tokens[after - 1].end
    match = _HALF_OF_DAY.match(line.text, end)
    if match:
        part = (match[1] or match[2]).lower()
        end = match.end()
        if part in _LATE and hours < _HALF_A_DAY:
            hours += _HALF_A_DAY
        elif (part == "a" or part in _PAST_MIDNIGHT) and _HALF_A_DAY <= hours < _HALF_A_DAY + 1:
            hours -= _HALF_A_DAY
        elif part in _PAST_MIDNIGHT and _HALF_A_DAY > hours > 9:  # noqa: PLR2004
            hours += _HALF_A_DAY
        while after < len(line.tokens) and line.tokens[after].start < end:
            after += 1
    return UnitFound(start, end, after, "time", hours)


def _behind(line: Line, k: int, value: Value) -> UnitFound | None:
    start, last = line.tokens[k].start, line.tokens[value.after - 1]
    beside = line.plain(value.after)
    for pattern, name in ((_POINTS, "points"), (_PER_CENT, "percent")) if beside.startswith(_MAYBE_PERCENT) else ():
        if match := pattern.match(line.text, last.end):
            return UnitFound(start, match.end(), _token_at(line, value.after, match.end()), name, counts=True)
    is_time = beside.startswith(_MAYBE_TIME) or line.plain(k - 1) in _AT
    if is_time and value.magnitude == 1.0 and (found := _time_of_day(line, k, value)):
        return found
    at = _following(line, value.after)
    if at is None:
        return None
    following = line.tokens[at]
    unit = _percent().key(following.plain) or currency(following.plain)
    if unit:
        name, end, after = unit, following.end, at + 1
        if name == "pound" and line.plain(after).startswith(("sterling", "стерлинг", "стерлінг")):
            name, end, after = "GBP", line.tokens[after].end, after + 1
        return UnitFound(start, end, after, name, counts=True)
    if following.plain in _TIMES and at == value.after:
        return UnitFound(start, following.end, at + 1, "times")
    return _ending(line, k, value, following)


def _ending(line: Line, k: int, value: Value, following: NumberToken) -> UnitFound | None:
    """Ordinals and decades in digits: "12th", «12-го», "1990s", «90-е»."""
    first, last = line.tokens[k], line.tokens[value.after - 1]
    if (
        last.kind != "digits"
        or following.start - last.end > 1
        or line.text[last.end : following.start] not in {"", *HYPHENS}
    ):
        return None
    after, amount = value.after + 1, value.amount
    named = line.plain(after).startswith(_TENS_OF_YEARS)
    if following.plain in _DECADE_ENDINGS and amount % 10 == 0 and last.plain.isdecimal():
        if _OLDEST_YEAR < amount < _LARGEST_YEAR and (following.plain != "е" or amount % 100):
            return UnitFound(first.start, following.end, after, "decade")
        if 10 <= amount < 100 and (named or following.plain in {"s", "е", "ті", "тих"}):  # noqa: PLR2004
            is_age = line.plain(k - 1) in {"his", "her", "their", "my", "our"} or line.plain(k - 2) in {
                "his",
                "her",
                "their",
            }
            full = amount + 1900 if amount > 20 and not is_age else amount  # noqa: PLR2004
            return UnitFound(first.start, following.end, after, "decade", full)
    if following.plain in _ORDINAL_ENDINGS:
        is_year = _OLDEST_YEAR < amount < _LARGEST_YEAR and len(last.plain) == _FOUR and line.language != "en"
        name = (
            "year" if is_year else "day" if month(line.plain(after), line.language) and amount <= _DAYS else "ordinal"
        )
        return UnitFound(first.start, following.end, after, name)
    return None


def _calendar(line: Line, k: int, value: Value) -> UnitFound:
    """Days and years by the words beside them."""
    first, last = line.tokens[k], line.tokens[value.after - 1]
    at = _following(line, value.after)
    following = line.plain(at) if at is not None else ""
    counts = bool(following) and value.is_article and at == value.after and _is_counted(following, line.language)
    names = (line.plain(k - 1), following if following != "of" else line.plain((at or 0) + 1))
    if any(name and month(name, line.language) for name in names) and value.amount < _LARGEST_YEAR:
        name = "day" if value.amount <= _DAYS else "year"
        return UnitFound(first.start, last.end, value.after, name, counts=True)
    is_plain = first.kind == "digits" and first.plain.isdecimal() and value.after == k + 1
    is_year = is_plain and _SMALLEST_YEAR <= value.amount <= _LARGEST_YEAR
    named = following.startswith(("год", "году", "рок", "рік", "році")) and _OLDEST_YEAR < value.amount < _LARGEST_YEAR
    name = "year" if is_year or (named and (is_plain or value.unit)) else value.unit
    return UnitFound(first.start, last.end, value.after, name, counts=counts)


def _time_of_day(line: Line, k: int, value: Value) -> UnitFound | None:
    """Read "5 pm", "5.47pm", «в 17.47», «пять вечера»."""
    token, amount = line.tokens[k], value.amount
    pointed = _POINTED.fullmatch(token.plain) if token.kind == "digits" and value.after == k + 1 else None
    hours = int(pointed[1]) + int(pointed[2]) / 60 if pointed else amount
    end = line.tokens[value.after - 1].end
    if hours > _HOURS:
        return _named_clock(line, k, value)
    if (amount.is_integer() or pointed) and (match := _HALF_OF_DAY.match(line.text, end)):
        spelled_out = line.text[end : match.start(2)].strip() if match[2] else "m"
        if spelled_out or line.plain(k - 1) in _AT | {"до", "с", "к", "около"}:
            return _time(line, k, value.after, hours)
    if line.plain(k - 1) in _AT and line.plain(value.after).startswith(("час", "годин")) and amount.is_integer():
        if match := _HOURS_MINUTES.match(line.text, end):
            hours, end = hours + int(match[1]) / 60, match.end()
        return UnitFound(token.start, end, _token_at(line, value.after, end), "time", hours)
    if pointed and line.plain(k - 1) in _AT and not _is_measured(line, value.after):
        return _time(line, k, value.after, hours)
    return _named_clock(line, k, value)


def _named_clock(line: Line, k: int, value: Value) -> UnitFound | None:
    """Read "1700 GMT", "5 o'clock"."""
    token, end, hours = line.tokens[k], line.tokens[value.after - 1].end, value.amount
    match = _CLOCK_WORDS.match(line.text, end)
    if match is None:
        return None
    if token.kind == "digits" and len(token.plain) == _FOUR and token.plain.isdecimal():
        hours = int(token.plain[:2]) + int(token.plain[2:]) / 60
    return UnitFound(token.start, match.end() if "clock" in match[0] else end, value.after, "time", hours)


def _is_measured(line: Line, after: int) -> bool:
    following = line.plain(after)
    if following in _TIMES or _percent().key(following) or spelled.magnitude(following, line.language):
        return True
    return bool(following and (unit_of(following, line.language) or currency(following)))


def _is_counted(word: str, language: str) -> bool:
    unit = unit_of(word, language)
    return unit is not None and len(word) > 1 and unit.name not in {"day", "pound", "degree", "stone", "foot", "second"}


def _may_follow(line: Line, word: NumberToken) -> bool:
    """Whether letters right behind digits go with a number: "5bn", "12th", "20mm", "5pm"."""
    if word.kind == "name":
        return False
    plain, language = word.plain, line.language
    if len(plain) >= 4 and not plain.isascii() and line.text[word.start].islower():  # a missing gap  # noqa: PLR2004
        return True
    if plain in {"k", "m"} and line.text[word.start].isupper() and plain == "k":
        return False
    if plain in _ORDINAL_ENDINGS or plain in _DECADE_ENDINGS or plain in {"am", "pm", "a", "p", "x", "х"}:
        return plain not in {"a", "p"} or line.text[word.end : word.end + 1] == "."
    if spelled.magnitude(plain, language) or unit_of(plain, language) or currency(plain) or _percent().key(plain):
        return not (len(plain) == 1 and line.text[word.start].isupper() and plain not in {"m", "b"})
    return plain in {"pp", "h", "pt"}


def _following(line: Line, after: int) -> int | None:
    """The token that may be the unit; a point, a hyphen or "US" before it is passed over."""
    for at in range(after, min(after + 4, len(line.tokens))):
        plain = line.tokens[at].plain
        if plain in {".", *HYPHENS} and at == after and line.text[line.tokens[at].start - 1] != " ":
            continue
        is_apart = at > after or line.tokens[at].start > line.tokens[at - 1].end
        if not (is_apart and (plain in _OF_THE_STATES or plain.startswith(_OF_A_COUNTRY))):
            return at
    return None


def _token_at(line: Line, after: int, end: int) -> int:
    while after < len(line.tokens) and line.tokens[after].start < end:
        after += 1
    return after


@cache
def _percent() -> Forms:
    return read_forms(_PERCENT)
