"""Names across scripts and spellings: Зеленский, Зеленський, Zelenskyy and Zelensky are one name.

Both scripts are reduced to one plain Latin spelling in which the usual systems of transliteration agree (BGN/PCGN, the
Ukrainian system of 2010, the popular press), then compared by their consonants and, among equals, by their letters.
What no transliteration reaches (Германия = Germany, ООН = UN) stands in a table.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_CYRILLIC = dict(
    pair.split(":")
    for pair in [
        "а:a",
        "б:b",
        "в:v",
        "г:g",
        "ґ:g",
        "д:d",
        "е:e",
        "ё:e",
        "є:e",
        "ж:zh",
        "з:z",
        "и:i",
        "і:i",
        "ї:i",
        "й:i",
        "к:k",
        "л:l",
        "м:m",
        "н:n",
        "о:o",
        "п:p",
        "р:r",
        "с:s",
        "т:t",
        "у:u",
        "ў:u",
        "ф:f",
        "х:h",
        "ц:ts",
        "ч:ch",
        "ш:sh",
        "щ:sh",
        "ъ:",
        "ы:i",
        "ь:",
        "э:e",
        "ю:iu",
        "я:ia",
    ]
)
# Latin spellings of one sound, longest first; applied in this order to lower-case letters.
_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"shch|sch", "sh"), (r"tch", "ch"), (r"dzh|dj", "j"), (r"zh", "zh"), (r"kh", "h"), (r"ph", "f"), (r"th", "t"),
        (r"ck|cq|qu", "k"), (r"x", "ks"), (r"q", "k"), (r"tz|ts|tc", "ts"), (r"c(?=[eiy])", "s"), (r"c(?!h)", "k"), (r"w", "v"),
        (r"yi|iy|yy|ij|ii", "i"), (r"y(?=[aeou])", "i"), (r"y", "i"), (r"j(?=[aeou])", "j"), (r"oo|ou", "u"), (r"ee|ea", "i"),
        (r"(.)\1", r"\1"),
    )
)  # fmt: skip
_ENDINGS = {
    "ru": "ого его ому ему ыми ими ский ская ское ской скую ских ским ами ями ой ей ою ею ом ем ым им ах ях ов ев ам ям а я у ю е и ы о ь й",
    "uk": "ового ого його ому йому еві ові ими ським ська ське ської ською ську ських ами ями ою ею єю ом ем єм им ім ах ях ів їв ам ям а я у ю е є и і ї о ь й",
}
_VOWELS = re.compile(r"[aeiou]+")
_CAPITALISED = re.compile(r"[A-ZА-ЯЁІЇЄҐ][^\W\d_]*(?:['’ʼ\-][^\W\d_]+)*\.?(?:[A-Z]\.)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word that is likely a name: text[start:end] quotes it."""

    start: int
    end: int
    text: str
    starts_sentence: bool  # capitals prove nothing there


def find_names(text: str) -> tuple[Name, ...]:
    """Find the capitalised words of a paragraph; several that make up one name come one by one."""
    found = []
    for match in _CAPITALISED.finditer(text):
        before = text[: match.start()].rstrip(" \t\n«\"“„'‘(—–-…")
        opens = not before or before[-1] in ".!?:" or before.endswith(("\n",))
        word = match.group().rstrip(".") if not re.search(r"\.[A-Z]", match.group()) else match.group()
        if len(word) > 1:
            found.append(Name(match.start(), match.start() + len(word), word, opens))
    return tuple(found)


def name_similarity(a: str, b: str) -> float:
    """How likely two spellings are forms of one name, 0..1; whatever their scripts and case endings."""
    best = 0.0
    for x in _plain_forms(a):
        for y in _plain_forms(b):
            best = max(best, _likeness(x, y))
    return best


@lru_cache(maxsize=65536)
def skeletons(word: str) -> frozenset[str]:
    """Keys under which spellings and case forms of one name meet: consonants of its plain spellings."""
    return frozenset(key for form in _plain_forms(word) if len(key := _skeleton(form)) > 1)


def _skeleton(plain: str) -> str:
    first = "a" if plain[:1] in set("aeiou") else ""
    return first + _VOWELS.sub("", plain).replace("zh", "j").replace("g", "h")


def _likeness(x: str, y: str) -> float:
    if x == y:
        return 1.0
    if min(len(x), len(y)) < _LEAST_LETTERS:
        return 0.0
    ratio = SequenceMatcher(None, x, y, autojunk=False).ratio()
    same = _skeleton(x) == _skeleton(y)
    return ratio if same or ratio > 0.88 else ratio * 0.6  # noqa: PLR2004  # one letter in eight


@lru_cache(maxsize=65536)
def _plain_forms(word: str) -> tuple[str, ...]:
    """Plain Latin spellings of a word: as it stands, and without the case endings that it may carry."""
    lower = _POSSESSIVE.sub("", word.lower()).replace("’", "").replace("ʼ", "").replace("'", "").replace("-", "")
    if not re.search("[а-яёіїєґў]", lower):
        return (_latin(_without_accents(lower)),)
    forms = {lower}
    for endings in _ENDINGS.values():
        for ending in endings.split():
            if lower.endswith(ending) and len(lower) - len(ending) >= _LEAST_LETTERS:
                stem = lower[: -len(ending)]
                forms |= {stem} | ({stem + "ск", stem + "ськ"} if ending.startswith(("ск", "ськ")) else set())
    return tuple(sorted({_latin("".join(_CYRILLIC.get(letter, letter) for letter in form)) for form in forms}))


def _without_accents(lower: str) -> str:
    """Popović is popovic, Nääs is naas: other scripts write no accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter))


def _latin(lower: str) -> str:
    plain = lower
    for pattern, replacement in _SPELLINGS:
        plain = pattern.sub(replacement, plain)
    return re.sub(r"(?<=sk)i$|(?<=[aeiou])h(?=$)", "", plain)
