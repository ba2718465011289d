"""Values of numbers in words and digits: "two and a half million", «двадцати пяти тысяч», 26,5 тыс."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from polyglot_news.lexicon import number_words as spelled
from polyglot_news.lexicon.number_tokens import HYPHENS, NumberToken

_THIN_GAP = re.compile(r"[\s\u00a0\u202f\u2009‑-]*")
_ALONE = frozenset(  # magnitudes that are a number of their own
    "тысяча тысячу тысячею тысячей тисяча тисячу миллион мільйон миллиард мільярд триллион трильйон сотня сотню дюжина дюжину "  # noqa: SIM905  # a list of words
    "десяток".split()
)
_ALONE_AFTER = frozenset(  # genitives behind "about", "more than"
    "тысячи тисячі миллиона мільйона миллиарда мільярда сотни сотні дюжины дюжини десятка".split()  # noqa: SIM905  # a list of words
)
_INVERTED = frozenset(
    "тысяч тисяч миллионов миллиона мільйонів мільйона миллиардов миллиарда мільярдів мільярда".split()  # noqa: SIM905  # a list of words
)
_ABOUT = frozenset(
    "около более больше свыше менее меньше до порядка почти близько понад більше менше майже більш менш від от с".split()  # noqa: SIM905  # a list of words
)
_ARTICLES = frozenset(["a", "an", "another", "per", "every"])
_SHARE_AFTER = frozenset(["of", "less", "more", "lower", "higher", "smaller", "fewer", "larger", ".", ",", ")", ""])
_SHARE_BEFORE = frozenset(
    "by about almost nearly over than to around roughly under some only just".split()  # noqa: SIM905
)  # a list of words
_THOUSAND, _HUNDRED, _TEN, _QUARTER = 1000.0, 100.0, 10.0, 4.0
_HALVES = {("and", "a", "half"): 3, ("с", "половиной"): 2, ("з", "половиною"): 2, ("із", "половиною"): 2}


class Line(NamedTuple):
    """A text with its tokens."""

    text: str
    tokens: tuple[NumberToken, ...]
    language: str

    def plain(self, k: int) -> str:
        """Return the token at k; "" outside of the text."""
        return self.tokens[k].plain if 0 <= k < len(self.tokens) else ""


class Value(NamedTuple):
    """What a number says, and the first token behind it."""

    amount: float
    after: int
    magnitude: float = 1.0  # of the word that multiplies it
    unit: str = ""  # what the number word itself says: "ordinal", "decade", "times"
    is_article: bool = False  # "one", which counts only where a unit follows


def goes_on(line: Line, at: int) -> bool:
    """Whether the token at `at` is a word, with nothing but a gap or a hyphen before it."""
    if not 0 < at < len(line.tokens) or line.tokens[at].kind != "word":
        return False
    return bool(_THIN_GAP.fullmatch(line.text, line.tokens[at - 1].end, line.tokens[at].start))


def read_digits(line: Line, k: int) -> Value:
    """Read the number that begins with digits."""
    value, after = digits(line.tokens[k].plain, line.language), k + 1
    if (
        after < len(line.tokens)
        and line.tokens[after].kind == "share"
        and re.fullmatch("1/2|1/4|3/4|1/3|2/3", line.plain(after))
    ):
        over, under = map(float, line.plain(after).split("/"))
        value, after = value + over / under, after + 1
    elif line.plain(after) in {"½", "¼", "¾"}:
        value, after = value + {"½": 0.5, "¼": 0.25, "¾": 0.75}[line.plain(after)], after + 1
    value, after = _and_a_half(line, after, value)
    read = _magnified(line, after, value)
    following = line.tokens[read.after] if read.after < len(line.tokens) else None
    if read.magnitude < _THOUSAND or following is None or following.kind != "digits" or line.language == "en":
        return read
    # «1 миллион 200 тысяч»
    rest = _magnified(line, read.after + 1, digits(following.plain, line.language))
    tight = _THIN_GAP.fullmatch(line.text, line.tokens[read.after - 1].end, following.start)
    if tight and rest.amount < read.magnitude and (rest.magnitude > 1 or read.magnitude == _THOUSAND):
        return Value(read.amount + rest.amount, rest.after, 1.0)
    return read


_PARTS = frozenset({"часть", "частину", "долю", "частку"})
_ACCUSATIVE = ("ую", "ью", "у", "ю")


def read_words(line: Line, k: int) -> Value | None:
    """Read the number that begins with a number word; None where it is no number."""
    word, language = line.tokens[k].plain, line.language
    times = spelled.multiple(word, language)
    if times is not None:
        return Value(times, k + 1, unit="times")
    if (tens := spelled.decade(word, language)) is not None and _is_decade(line, k):
        return Value(2000.0 if tens == 0 else 1900 + tens if tens > 20 else tens, k + 1, unit="decade")  # noqa: PLR2004
    half = spelled.fraction(word, language)
    if half is not None:
        return _half(line, k, half)
    return _cardinal(line, k) or _share(line, k) or _ordinal(line, k)


def digits(text: str, language: str) -> float:
    """Read digits with the separators of the language: 1,000 is a thousand in English, 1,5 one and a half elsewhere."""
    if text.isdecimal():
        return float(text)
    plain = re.sub(r"[ \u00a0\u202f\u2009'’]", "", text)
    comma, point = plain.count(","), plain.count(".")
    is_grouped = re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]\d+)?", plain)
    thousands = "," if language == "en" else "."
    if is_grouped and (comma + point > 1 or thousands in plain or plain.endswith("00")):
        last = re.search(r"[.,](\d+)$", plain)
        decimals = last[1] if last and comma == point == 1 and plain[last.start()] != plain[last.start() - 4] else ""
        decimals = decimals or (last[1] if last and len(last[1]) != 3 else "")  # noqa: PLR2004
        whole = plain[: -len(decimals) - 1] if decimals else plain
        return float(re.sub("[.,]", "", whole) + (f".{decimals}" if decimals else ""))
    whole, _, decimals = re.sub("[.,]", "|", plain).rpartition("|")
    return float(f"{whole.replace('|', '')}.{decimals}") if whole else float(decimals)


@dataclass(slots=True)
class _Sum:
    """Number words as they add up."""

    total: float = 0.0  # of the closed groups: thousands, millions
    current: float = 0.0
    seen: int = 0
    last: float = 1.0  # the magnitude that came last


def _cardinal(line: Line, k: int) -> Value | None:
    """Add up number words: "двадцать пять", "three hundred and five thousand"."""
    words, at = _Sum(), k
    while at < len(line.tokens) and (at == k or goes_on(line, at)):
        if not _add(words, line, at, k):
            if words.seen and (part := _ordinal_part(line, at, words)):
                is_decade = spelled.decade(line.plain(at), line.language) is not None and part > _TEN
                return Value(words.total + words.current + part, at + 1, unit="decade" if is_decade else "ordinal")
            half, after = _and_a_half(line, at, words.current)
            if words.seen and after > at:
                words.current, at = (half if words.current else words.last / 2), after
                continue
            if not (line.plain(at) == "and" and words.current >= _HUNDRED and _next_adds(line, at, words.current)):
                break
        at += 1
    value = words.total + words.current
    if not words.seen:
        return None
    magnitude = words.last if words.last >= _THOUSAND else 1.0
    return _shared(line, at, value, words.seen) or Value(
        value, at, magnitude, is_article=value == 1 and words.seen == 1
    )


def _add(words: _Sum, line: Line, at: int, k: int) -> bool:
    """Add the word at `at` where it goes on with the number that began at k."""
    word, language = line.plain(at), line.language
    one, large = spelled.cardinal(word, language), spelled.magnitude(word, language)
    if one is not None and spelled.multiple(word, language) is None and _may_add(words.current, one, words.seen):
        words.current += one
    elif large is not None and len(word) > 1 and (words.current or _may_stand_alone(line, at, k)):
        words.current, words.last = max(words.current, 1.0) * large, large
        if large >= _THOUSAND:  # a group of thousands is closed
            words.total, words.current = words.total + words.current, 0.0
    else:
        return False
    words.seen += 1
    return True


def _may_add(current: float, one: float, seen: int) -> bool:
    return not seen or (current == 0 and one > 0) or (one > 0 and one < _step(current))


def _step(current: float) -> float:
    """What may still be added: tens after hundreds, ones after tens."""
    if current % 100 == 0:
        return 100.0
    return 10.0 if current % 10 == 0 and current % 100 > 10 else 0.0  # noqa: PLR2004


def _next_adds(line: Line, at: int, current: float) -> bool:
    one = spelled.cardinal(line.plain(at + 1), line.language) if goes_on(line, at + 1) else None
    return bool(one) and _may_add(current, one or 0.0, 1)


def _ordinal_part(line: Line, at: int, words: _Sum) -> float | None:
    """The last part of «двадцать пятый», "twenty-first"; "twenty seconds" and "two thirds" are none."""
    part, current = spelled.ordinal(line.plain(at), line.language), words.current
    if part is None or not (current or words.total) or not (current == 0 or part < _step(current)):
        return None
    if line.language == "en" and line.text[line.tokens[at].start - 1] not in HYPHENS and current % 100 != 0:
        return None
    return part


def _may_stand_alone(line: Line, at: int, k: int) -> bool:
    """Whether "a dozen", "a hundred" and «дюжина», «тысяча» is a number; "dozens", "thousands", «тысячи» are not."""
    word, before = line.plain(at), line.plain(at - 1)
    if line.language == "en":
        return before in _ARTICLES and not word.endswith("s")
    if at > k:
        return True
    return word in _ALONE or (word in _ALONE_AFTER and before in _ABOUT)


def _magnified(line: Line, after: int, value: float) -> Value:
    product = 1.0
    while goes_on(line, after):
        large = spelled.magnitude(line.plain(after), line.language) or _adjective(line, after)
        if large is None or _is_measure(line, after, value):
            break
        product, after = product * large, after + 1
        if line.plain(after) == "." and large >= _THOUSAND:  # "тыс. человек"
            break
    return Value(value * product, after, product if product >= _THOUSAND else 1.0)


def _adjective(line: Line, at: int) -> float | None:
    """«25-тысячный»."""
    if line.language == "en" or line.text[line.tokens[at].start - 1] not in HYPHENS:
        return None
    beginnings = (
        ("тысячн", 1e3),
        ("тисячн", 1e3),
        ("миллионн", 1e6),
        ("мільйонн", 1e6),
        ("миллиардн", 1e9),
        ("мільярдн", 1e9),
    )
    return next((value for beginning, value in beginnings if line.plain(at).startswith(beginning)), None)


def inverted(line: Line, k: int) -> float | None:
    """«тысяч сто», about a hundred thousand: the magnitude that stands before the number at k."""
    if line.language == "en" or not k or line.plain(k - 1) not in _INVERTED:
        return None
    if not _THIN_GAP.fullmatch(line.text, line.tokens[k - 1].end, line.tokens[k].start):
        return None
    return spelled.magnitude(line.plain(k - 1), line.language)


def _is_measure(line: Line, at: int, value: float) -> bool:
    """Whether "m" or "k" is no magnitude: 500 m are metres, while 500m and $500 m may be millions."""
    word = line.plain(at)
    if len(word) > 1:
        return False
    apart = line.tokens[at].start > line.tokens[at - 1].end
    has_sign = at > 1 and line.tokens[at - 2].kind == "sign"
    if word == "b":
        return not has_sign
    return value > _THOUSAND if word == "k" else apart and not has_sign


def _and_a_half(line: Line, at: int, value: float) -> tuple[float, int]:
    """Read "two and a half", «два с половиной»."""
    if line.plain(at) in {"and", "с", "з", "із"}:
        for words, length in _HALVES.items():
            if tuple(line.plain(at + k) for k in range(length)) == words:
                return value + 0.5, at + length
    return value, at


def _half(line: Line, k: int, half: float) -> Value | None:
    """Read "half a million", «полтора миллиона», «пів літра»; "half" alone is none."""
    at = k + 1
    while line.plain(at) in {"a", "an"}:
        at += 1
    read = _magnified(line, at, half)
    if read.after > at or half > 1:
        return read if read.after > at else Value(half, k + 1)
    if line.plain(k) == "half":
        if line.plain(k - 1) in {"and", "first", "second", "other", "each", "this", "that", "one", "better", "latter"}:
            return None
        return Value(half, k + 1) if line.plain(k + 1) in {"a", "an", "of"} else None
    return Value(half, k + 1) if goes_on(line, k + 1) else None


def _shared(line: Line, at: int, value: float, seen: int) -> Value | None:
    """Read "two thirds", «три четверти»."""
    if not goes_on(line, at):
        return None
    parts = spelled.share(line.plain(at), line.language)
    if parts is None or seen > 1 or value >= parts or (parts == _QUARTER and value not in {1.0, 3.0}) or value < 1:
        return None
    return Value(value / parts, at + 1)


def _share(line: Line, k: int) -> Value | None:
    """Read "a third of", «треть», «половина»."""
    word, before = line.plain(k), line.plain(k - 1)
    parts = spelled.share(word, line.language)
    if parts is None:
        return None
    if line.language == "en":
        about = line.plain(k - 2) in _SHARE_BEFORE or line.plain(k + 1) in _SHARE_AFTER
        return Value(1 / parts, k + 1) if before in {"a", "one"} and about and not word.endswith("s") else None
    is_alone = word.startswith(("трет", "чверт", "четверт", "полов")) and not word.endswith(
        ("их", "ьи", "ей", "ями", "ам", "ами")
    )
    is_period = (spelled.ordinal(before, line.language) or 9) <= _QUARTER or before in {
        "в",
        "у",
        "с",
        "з",
        "из",
        "із",
        "другої",
    }
    return Value(1 / parts, k + 1) if is_alone and not is_period else None


def _ordinal(line: Line, k: int) -> Value | None:
    """Ordinals from the third on; "first" and "second" are said of too much."""
    word = line.plain(k)
    value = spelled.ordinal(word, line.language)
    if value is None or value <= 2:  # noqa: PLR2004
        return None
    # «пятую часть»; «пятая часть» may be the fifth part of a series
    if word.endswith(_ACCUSATIVE) and line.plain(k + 1) in _PARTS:
        return Value(1 / value, k + 2)
    return Value(value, k + 1, unit="ordinal")


def _is_decade(line: Line, k: int) -> bool:
    following = line.plain(k + 1)
    return line.language == "en" or following.startswith(("год", "рок", "гг", "рр")) or following in {"", ".", ","}
