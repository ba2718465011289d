"""Names across scripts and spellings: Зеленский, Зеленський, Zelenskyy and Zelensky are one name.

Both scripts are reduced to one plain Latin spelling in which the usual systems of transliteration agree (BGN/PCGN, the
Ukrainian system of 2010, the popular press), then compared by their consonants and, among equals, by their letters.
What no transliteration reaches (Германия = Germany, ООН = UN) stands in a table.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from polyglot_news.lexicon.entities import keys_of_spelling
from polyglot_news.lexicon.transliteration import sound_likeness, sound_skeletons

_LETTERS = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "",
    "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia"
})  # fmt: skip
# Latin spellings of one sound, longest first; applied in this order to lower-case letters, where they hold the first string.
_SPELLINGS = tuple(
    (sign, re.compile(pattern), plain)
    for sign, pattern, plain in (
        ("ch", r"shch|sch", "sh"), ("tch", r"tch", "ch"), ("d", r"dzh|dj", "j"), ("kh", r"kh", "h"), ("ph", r"ph", "f"),
        ("th", r"th", "t"), ("c", r"ck|cq", "k"), ("q", r"qu|q", "k"), ("x", r"x", "ks"), ("t", r"tz|ts|tc", "ts"),
        ("c", r"c(?=[eiy])", "s"), ("c", r"c(?!h)", "k"), ("w", r"w", "v"), ("", r"yi|iy|yy|ij|ii", "i"), ("y", r"y", "i"),
        ("o", r"oo|ou", "u"), ("e", r"ee|ea", "i"), ("", r"(.)\1", r"\1"),
    )
)  # fmt: skip
_ENDINGS = frozenset(
    ending
    for endings in (
        "ого его ому ему ыми ими ский ского скому ском ская ское ской скую ских ским скими ами ями ой ей ою ею ом ем ым им ах ях ов ев ам ям а я у ю е и ы о ь й",
        "ового ого його ому йому еві ові ими ський ського ському ськім ським ська ське ській ської ською ську ських ськими ами ями ою ею єю ом ем єм им ім ах ях ів їв ам ям а я у ю е є и і ї о ь й",
    )
    for ending in endings.split()
)
_LONGEST_ENDING = 6
_FIRST_VOWELS = frozenset("aeiou")
_NO_VOWELS = {ord(vowel): None for vowel in "aeiou"}
_NEARLY_ONE = 0.88  # one letter in eight
_OTHER_CONSONANTS = 0.6  # what likeness is worth where the skeletons differ
_PART = 0.95  # what the likeness of a part of a name is worth
_OTHER_THING = 0.5  # the most that the names of two known things are alike
_UNKNOWN_SPELLING = 0.9  # what likeness is worth where one of two names is known: the tables have its usual spellings
_LONGEST_ACRONYM = 4
_CAPITALISED = re.compile(r"[A-ZА-ЯЁІЇЄҐ][^\W\d_]*(?:['’ʼ\-][^\W\d_]+)*\.?(?:[A-Z]\.)*")
_INITIALS = re.compile(r"\.[A-Z]")
_OPENING = " \t\n«\"“„'‘(—–-…"
_POSSESSIVE = re.compile(r"['’]s?$")
_LAST = re.compile(r"(?<=sk)i$|(?<=[aeiou])h(?=$)")
_CYRILLIC_LETTER = re.compile("[а-яёіїєґў]")
_LEAST_LETTERS = 3


class Name(NamedTuple):
    """A capitalised word that is likely a name: text[start:end] quotes it."""

    start: int
    end: int
    text: str
    starts_sentence: bool  # capitals prove nothing there


def find_names(text: str) -> tuple[Name, ...]:
    """Find the capitalised words of a paragraph; several that make up one name come one by one."""
    return tuple(Name(start, start + len(word), word, _opens(text, start)) for start, word in capitalised(text).items())


def capitalised(text: str) -> dict[int, str]:
    """Return the names that `find_names` finds, each under the place where it begins."""
    found = {}
    for match in _CAPITALISED.finditer(text):
        word = match[0]
        if word[-1] == "." and not _INITIALS.search(word):
            word = word.rstrip(".")
        if len(word) > 1:
            found[match.start()] = word
    return found


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or what follows a colon begins here."""
    while start and text[start - 1] in _OPENING:
        start -= 1
    return not start or text[start - 1] in ".!?:"


@lru_cache(maxsize=65536)
def name_similarity(a: str, b: str) -> float:
    """How likely two spellings are forms of one name, 0..1; whatever their scripts and case endings."""
    ours, theirs = keys_of_spelling(a), keys_of_spelling(b)
    if a == b or ours & theirs:
        return 1.0
    most = _OTHER_THING if ours and theirs else 1.0
    doubt = 1.0 if bool(ours) == bool(theirs) else _UNKNOWN_SPELLING
    if ("-" in a) != ("-" in b):
        return max(_PART * name_similarity(one, other) for one in _parts(a) for other in _parts(b))
    a_is_cyrillic, b_is_cyrillic = _is_cyrillic(a), _is_cyrillic(b)
    if a_is_cyrillic != b_is_cyrillic:
        latin, cyrillic = (b, a) if a_is_cyrillic else (a, b)
        return min(most, doubt * _across_scripts(_POSSESSIVE.sub("", latin), cyrillic))
    best = 0.0
    for x, x_key in _keyed_forms(a):
        for y, y_key in _keyed_forms(b):
            best = max(best, _likeness(x, y, best, same=x_key == y_key))
    return min(most, doubt * best)


def _parts(word: str) -> tuple[str, ...]:
    """A word, or its longer parts: Лонг-Лартин has Lartin in it."""
    return tuple(part for part in word.split("-") if len(part) >= _LEAST_LETTERS) or (word.replace("-", ""),)


def _across_scripts(latin: str, cyrillic: str) -> float:
    """How alike a Latin spelling and a Cyrillic one sound; acronyms are read letter by letter or not at all."""
    letters = latin.replace(".", "")
    if len(letters) <= _LONGEST_ACRONYM and letters.isupper():
        alike = sound_likeness(letters, cyrillic, frozenset()) if cyrillic.isupper() else 0.0
        return alike if alike > _NEARLY_ONE else 0.0
    return sound_likeness(letters, cyrillic, _ENDINGS)


@lru_cache(maxsize=65536)
def skeletons(word: str) -> frozenset[str]:
    """Keys under which spellings and case forms of one name meet: its consonants as written and as heard, and known names."""
    heard = sound_skeletons(_POSSESSIVE.sub("", word), _ENDINGS)
    known = {f"={key}" for key in keys_of_spelling(word)}
    if "-" in word:
        known |= {key for part in _parts(word) for key in skeletons(part)}
    return frozenset(key for key in {*(key for _, key in _keyed_forms(word)), *heard, *known} if len(key) > 1)


@lru_cache(maxsize=65536)
def _keyed_forms(word: str) -> tuple[tuple[str, str], ...]:
    """Plain spellings of a word, each with its skeleton."""
    return tuple((form, _skeleton(form)) for form in _plain_forms(word))


def _is_cyrillic(word: str) -> bool:
    return bool(_CYRILLIC_LETTER.search(word.lower()))


def _skeleton(plain: str) -> str:
    first = "a" if plain[:1] in _FIRST_VOWELS else ""
    return first + plain.translate(_NO_VOWELS).replace("zh", "j").replace("g", "h")


def _likeness(x: str, y: str, enough: float, *, same: bool) -> float:
    """How alike two plain spellings are; 0.0 where that cannot be more than `enough`."""
    if x == y:
        return 1.0
    shorter, both = min(len(x), len(y)), len(x) + len(y)
    most = 2.0 * shorter / both
    if shorter < _LEAST_LETTERS or most * (1.0 if same or most > _NEARLY_ONE else _OTHER_CONSONANTS) <= enough:
        return 0.0
    ratio = SequenceMatcher(None, x, y, autojunk=False).ratio()
    return ratio if same or ratio > _NEARLY_ONE else ratio * _OTHER_CONSONANTS


@lru_cache(maxsize=65536)
def _plain_forms(word: str) -> tuple[str, ...]:
    """Plain Latin spellings of a word: as it stands, and without the case endings that it may carry."""
    lower = _POSSESSIVE.sub("", word.lower()).replace("’", "").replace("ʼ", "").replace("'", "").replace("-", "")
    if not _CYRILLIC_LETTER.search(lower):
        return (_latin(_without_accents(lower)),)
    forms = {lower}
    for length in range(1, min(_LONGEST_ENDING, len(lower) - _LEAST_LETTERS) + 1):
        if (ending := lower[-length:]) in _ENDINGS:
            stem = lower[:-length]
            forms |= {stem, stem + "ск", stem + "ськ"} if ending.startswith(("ск", "ськ")) else {stem}
    return tuple(sorted({_latin(form.translate(_LETTERS)) for form in forms}))


def _without_accents(lower: str) -> str:
    """Popović is popovic, Nääs is naas: other scripts write no accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter))


def _latin(lower: str) -> str:
    plain = lower
    for sign, pattern, replacement in _SPELLINGS:
        if sign in plain:
            plain = pattern.sub(replacement, plain)
    return _LAST.sub("", plain)
