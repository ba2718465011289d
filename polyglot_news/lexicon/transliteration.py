"""How well a Latin spelling and a Cyrillic one sound alike: Scholz and Шольц, Trudeau and Трюдо.

The spellings are read together from left to right, a group of Latin letters against the Cyrillic letters that may stand for
it in any of the usual ways (from English, German, French, Polish, Chinese); the cheapest reading decides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

_ONE_LETTER = str.maketrans({
    "ё": "е", "є": "е", "э": "е", "і": "и", "ї": "и", "ы": "и", "й": "и", "ґ": "г", "ў": "у", "ь": "", "ъ": "", "'": "", "’": "",
    "ʼ": "", "-": "",
})  # fmt: skip
_LATIN_SIGNS = str.maketrans(
    {"ł": "l", "ø": "oe", "ß": "ss", "æ": "ae", "đ": "dj", "ð": "d", "þ": "th", "ı": "i", "œ": "oe"}
)
_CYRILLIC_LETTER = re.compile("[а-яёіїєґў]")
_DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxz])\1|([а-я])\2")
# Group of letters: what may stand for it, each with a price; "" where it may be silent.
_READINGS = """
a=а:0 е:.15 о:.2 я:.1 еи:.05|b=б:0|c=к:0 с:.05 ц:.05 ч:.1|d=д:0|e=е:0 и:.12 :.15 а:.2 о:.2 еи:.1 ие:.1|f=ф:0|g=г:0 дж:.05 ж:.1 х:.2
h=х:0 г:0 :.2|i=и:0 аи:.05 е:.2 :.25|j=дж:0 ж:.05 и:.05 х:.1 дз:.1 цз:.05|k=к:0 :.4|l=л:0|m=м:0|n=н:0|ng=нг:0 н:.1|o=о:0 а:.15 у:.15 е:.2 оу:0
p=п:0|q=к:0 ц:.1|r=р:0 :.3|s=с:0 з:.08 ш:.15|t=т:0 :.45|u=у:0 ю:.05 а:.12 и:.25 е:.2|v=в:0 ф:.15|w=в:0 у:0|x=кс:0 с:.15 з:.15 х:.15 ш:.15
y=и:0 аи:.1 у:.2 :.25|z=з:0 ц:0 с:.15|ae=е:0 аэ:0|ai=аи:0 еи:0 е:.05 я:.05|ay=аи:0 еи:0|au=ау:0 о:0 ав:.05|aw=о:0 ав:0|ah=а:0
ch=ч:0 х:0 к:.05 ш:.05|ck=к:0|cz=ч:0 ц:.1|ci=ч:.1 си:0 ши:.1|dzh=дж:0|dj=дж:0|dg=дж:0|ea=и:0 е:0 иа:0 еи:.05|eau=о:0|ee=и:0|ei=еи:0 аи:0 и:.1
er=ер:0 р:.2 е:.2|eu=еи:.05 ев:0 еу:0 о:.1 ио:.1 ю:.05|ey=еи:0 и:.05|gh=г:0 х:.1 :.1 ф:.15|gu=г:.05 гв:0|gn=нь:0 н:.1 гн:0|ia=я:0 иа:0
ie=и:0 е:0 ие:0|ii=и:0|iy=и:0|yi=и:0|yy=и:0|io=ио:0 е:.1|iu=ю:0|ja=я:0|je=е:0|jo=ио:0 е:.05 джо:0|ju=ю:0 джу:0 ху:0|kh=х:0|kn=н:0 кн:0
oe=е:0 о:.1|ow=оу:0 ау:0 ов:0|ou=у:0 ау:0 о:.05 оу:0|oo=у:0|oa=о:0 оа:0|oh=о:0 ох:0|oi=уа:0 ои:0|oy=ои:0|ph=ф:0|pf=пф:0 ф:.1|qu=кв:0 к:0 ку:0
rh=р:0|rz=ж:0 рз:0|sc=ск:0 ш:.1 с:.05|sch=ш:0 ск:.1 сх:0|shch=щ:0|sh=ш:0 сх:.1|sz=с:0 ш:.05|th=т:0 з:.15 с:.15 ф:.2|ts=ц:0 тс:0|tz=ц:0 тз:0
tch=ч:0 тч:0|tsch=ч:0|tsh=тш:0 ч:0|tion=шн:0|ue=ю:0 у:.05 уе:0|ui=уи:0 ю:0|uh=у:0|wa=уо:0 ва:0 уа:0|wh=у:0 в:0 х:.1|wr=р:0 вр:0|xi=си:0 кси:0|xu=сю:0
ya=я:0|ye=е:0|yo=ио:0 е:0|yu=ю:0|zh=ж:0 чж:0|zz=цц:0|augh=о:0 аф:.1|ough=о:0 оу:0|igh=аи:0|gue=г:0|que=к:0|les=ль:.1 лес:0 лс:0|ean=ан:.05 ин:0 еан:0
"""
_VOWELS = frozenset("aeiouyаеиоуюя")
_KIN = frozenset(
    frozenset(pair) for pair in ("бп", "дт", "гк", "зс", "вф", "жш", "кх", "сц", "чц", "шс", "зж", "щш", "жз", "гх")
)
_KIN_PRICE, _OTHER_VOWEL, _VOWEL_MORE, _CONSONANT_MORE, _OTHER_CONSONANT = 0.4, 0.3, 0.35, 0.85, 1.1
_CASE_PRICE = 0.03  # an ending is no proof, but a spelling that needs none is better
# Price a letter at which likeness is 0. Share of the names of NTREX-128 answered in ru / uk, and in a paragraph of another
# article: 0.3 .905 / .918 and .002; 0.42 .909 / .923 and .003; 0.6 .918 / .929 and .004 to .006, 2026-11-24.
_LETTER = 0.42
_LONGEST_READING = 4
_LEAST_LETTERS = 2
_SILENT_AT_THE_END = frozenset("stx")
_IMPOSSIBLE = 9.0
_DEAR = 0.7  # share of the price of unlikeness from which a reading is given up
_FINAL_VOWELS = frozenset({"", "a", "e", "o", "i", "y", "yy", "iy", "yi", "ii", "yj", "ij"})


# Sounds that spellings of one name agree in; a letter that may be read in two ways has two.
_SOUNDS = (
    ("tsch shch tch sch", "s"), ("dzh zh sh cz sz ts tz dg dj", "s"), ("ci ce cy", "s k"), ("ch", "s h k"), ("gh", "h -"), ("kh ", "h"), ("ph", "f"),
    ("th", "t s"), ("ng", "nh n"), ("wh", "v h -"), ("kn", "n kn"), ("wr", "r vr"), ("ck", "k"), ("q", "k s"), ("ge gi gy", "h s"), ("s z", "s"), ("x", "ks s h"), ("j", "s - h"),
    ("h", "h -"), ("g", "h"), ("w", "v -"), ("c", "k s"), ("k", "k"), ("f", "f"), ("v", "v f"), ("b", "b"), ("d", "d"), ("t", "t"), ("l", "l"),
    ("m", "m"), ("n", "n"), ("p", "p"), ("r", "r"),
)  # fmt: skip
_CYRILLIC_SOUNDS = str.maketrans({
    **dict.fromkeys("сзцчшщж", "s"), **dict.fromkeys("гх", "h"), **dict.fromkeys("аеиоуюя"), "в": "v", "ф": "f", "к": "k", "б": "b",
    "д": "d", "т": "t", "л": "l", "м": "m", "н": "n", "п": "p", "р": "r",
})  # fmt: skip
_FAMILIES = str.maketrans("shkbpvfdt", "kkkppppTT")  # sounds that stand for one another at times
_MOST_SKELETONS = 12
_LONGEST_SOUND = 4


class _Letter(NamedTuple):
    """A Latin letter in its word."""

    letter: str
    readings: tuple[tuple[int, str, float], ...]  # how many letters are read from here, as what, at what price
    skipped: float  # price of reading it as nothing
    may_end: bool  # whether nothing but a vowel follows that a case ending replaces


def sound_likeness(latin: str, cyrillic: str, endings: frozenset[str]) -> float:
    """Tell how well two spellings of a word sound alike, 0..1.

    Args:
        latin: one word.
        cyrillic: one word, in any case form.
        endings: of case forms; one of them may be left out of the Cyrillic word.
    """
    letters = _latin(latin)
    plain, ends = _cyrillic(cyrillic, endings)
    if len(letters) < _LEAST_LETTERS or len(plain) < _LEAST_LETTERS or not _open_alike(latin, cyrillic):
        return 0.0
    unlike = _LETTER * max(len(letters) - 1, min(ends))
    price = _cheapest(letters, plain, ends, unlike * _DEAR)
    return max(0.0, 1.0 - price / unlike) if price < unlike * _DEAR else 0.0


def _open_alike(latin: str, cyrillic: str) -> bool:
    """Whether the first consonants may be one; pairs that differ there need no reading."""
    ours, theirs = _openings(latin), _openings(cyrillic)
    return not ours or not theirs or not ours.isdisjoint(theirs)


@lru_cache(maxsize=65536)
def _openings(word: str) -> frozenset[str]:
    """Families of the consonants that a word may begin with; none where it may have none."""
    skeletons = sound_skeletons(word, frozenset())
    return frozenset() if "" in skeletons else frozenset(one[0].translate(_FAMILIES) for one in skeletons)


def _cheapest(letters: tuple[_Letter, ...], plain: str, ends: dict[int, float], most: float) -> float:
    """Price of the best reading of all Latin letters against the Cyrillic ones up to one of the ends."""
    reached: list[dict[int, float]] = [{} for _ in letters]
    reached[0][0] = 0.0
    best = most
    for i, (latin, here) in enumerate(zip(letters, reached, strict=True)):
        for j in range(len(plain) + 1):
            price = here.get(j, best)
            if price >= best:
                continue
            if latin.may_end and j in ends and (not latin.letter or j < len(plain)):
                best = min(best, price + ends[j])
            for length, sound, more in latin.readings:
                if price + more < reached[i + length].get(j + len(sound), best) and plain.startswith(sound, j):
                    reached[i + length][j + len(sound)] = price + more
            _read_otherwise(latin, plain, j, price, reached[i : i + 2])
    return best


def _read_otherwise(latin: _Letter, plain: str, j: int, price: float, reached: list[dict[int, float]]) -> None:
    """Leave a letter of either side out, or take the one for the other."""
    if latin.letter:
        reached[1][j] = min(reached[1].get(j, _IMPOSSIBLE), price + latin.skipped)
    if j < len(plain):
        more = _VOWEL_MORE if plain[j] in _VOWELS else _CONSONANT_MORE
        reached[0][j + 1] = min(reached[0].get(j + 1, _IMPOSSIBLE), price + more)
        if latin.letter:
            other = price + _otherwise(latin.letter, plain[j])
            reached[1][j + 1] = min(reached[1].get(j + 1, _IMPOSSIBLE), other)


@cache
def _otherwise(latin: str, cyrillic: str) -> float:
    """Price of one letter in the place of another."""
    if (latin in _VOWELS) != (cyrillic in _VOWELS):
        return _IMPOSSIBLE
    if latin in _VOWELS:
        return _OTHER_VOWEL
    usual = {sound for sound, _ in _readings().get(latin, ())}
    return _KIN_PRICE if any({one, cyrillic} in _KIN for one in usual) else _OTHER_CONSONANT


def sound_skeletons(word: str, endings: frozenset[str]) -> frozenset[str]:
    """Return the consonants of a word, of which those that sound alike are one; spellings that sound alike share one at least.

    Args:
        word: in either script.
        endings: of case forms, as above.
    """
    if not _CYRILLIC_LETTER.search(word.lower()):
        return _latin_skeletons(_latin_letters(word))
    plain, ends = _cyrillic(word, endings)
    return frozenset(_one_by_one(_sounds_of(plain[:end])) for end in ends)


def _sounds_of(plain: str) -> str:
    return plain.replace("дж", "ж").replace("дз", "з").replace("тц", "ц").replace("тс", "ц").translate(_CYRILLIC_SOUNDS)


def _latin_skeletons(plain: str) -> frozenset[str]:
    found = [""]
    i = 0
    while i < len(plain):
        length = next(
            (n for n in range(min(_LONGEST_SOUND, len(plain) - i), 0, -1) if plain[i : i + n] in _sounds()), 1
        )
        sounds = _sounds().get(plain[i : i + length], ("-",))
        ends_in_vowel = length > 1 and plain[i + length - 1] in _VOWELS
        found = [one + sound for one in found for sound in sounds][:_MOST_SKELETONS]
        i += length - ends_in_vowel
    if plain.endswith("s") and i > _LONGEST_SOUND:
        found += [one[:-1] for one in found]  # silent: Nantes, Нант
    return frozenset(_one_by_one(one.replace("-", "")) for one in found)


def _one_by_one(sounds: str) -> str:
    """Sounds without repetition."""
    return "".join(sound for sound, before in zip(sounds, " " + sounds, strict=False) if sound != before)


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    return {letters: tuple(sounds.split()) for group, sounds in _SOUNDS for letters in group.split()}


@lru_cache(maxsize=16384)
def _latin(word: str) -> tuple[_Letter, ...]:
    """The letters of a word, and an empty one behind the last."""
    plain = _latin_letters(word)
    found = []
    for i, letter in enumerate(plain):
        readings = tuple(
            (length, sound, price)
            for length in range(1, min(_LONGEST_READING, len(plain) - i) + 1)
            for sound, price in _readings().get(plain[i : i + length], ())
        )
        found.append(_Letter(letter, readings, _skipped(plain, i), plain[i:] in _FINAL_VOWELS))
    return (*found, _Letter("", (), _IMPOSSIBLE, may_end=True))


def _latin_letters(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.lower().translate(_LATIN_SIGNS))
    return _DOUBLED.sub(r"\1", "".join(letter for letter in plain if letter.isalpha()))


def _skipped(plain: str, i: int) -> float:
    if plain[i] == "e" and i == len(plain) - 1:
        return 0.05  # silent
    if plain[i] in _SILENT_AT_THE_END and i == len(plain) - 1:
        return 0.35  # Nantes, Нант
    return _VOWEL_MORE if plain[i] in _VOWELS else _CONSONANT_MORE


@lru_cache(maxsize=16384)
def _cyrillic(word: str, endings: frozenset[str]) -> tuple[str, dict[int, float]]:
    """Plain letters of a word, and where among them it may end, each with a price."""
    lower = word.lower()
    plain = _plain(lower)
    ends = {len(plain): 0.0}
    for length in range(1, len(lower) - _LEAST_LETTERS + 1):
        if lower[-length:] in endings:
            ends.setdefault(len(_plain(lower[:-length])), _CASE_PRICE)
    return plain, ends


def _plain(lower: str) -> str:
    return _DOUBLED.sub(r"\1\2", lower.translate(_ONE_LETTER))


@cache
def _readings() -> dict[str, tuple[tuple[str, float], ...]]:
    readings = {}
    for group in _READINGS.strip().replace("\n", "|").split("|"):
        letters, _, sounds = group.partition("=")
        pairs = (sound.split(":") for sound in sounds.split())
        readings[letters] = tuple((sound.translate(_ONE_LETTER), float(price)) for sound, price in pairs)
    return readings
