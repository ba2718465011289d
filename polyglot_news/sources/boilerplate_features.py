"""What can be measured of a paragraph that may be the site's: its build, its words, its place among the others.

No measure decides. A word of sites counts outside quotation marks only, for people in the news use the same words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from polyglot_news.sources import boilerplate_cues as cues

REASONS: tuple[str, ...] = tuple(name for name in cues.WORDS if name not in {"you", "we", "told", "form"})
_GROUPS: tuple[str, ...] = tuple(cues.WORDS)
_N_REASONS = len(REASONS)
_YOU, _WE, _TOLD, _FORM = (_GROUPS.index(name) for name in ("you", "we", "told", "form"))
_US = frozenset(cues.WORDS["we"].split())
_BUTTON = REASONS.index("button")
_VERB, _ASKS = len(_GROUPS), len(_GROUPS) + 1  # by its ending; roughly

SHAPE = (
    "characters", "words", "ends as a sentence", "sentences", "capitals", "upper case", "digits", "separators",
    "begins small", "quotation marks", "ends with ? or !", "ends with a colon", "address", "money", "clock", "year",
    "label", "long sentence", "quoted", "© or ®", "credit", "list mark", "bracketed",
)  # fmt: skip
SPEECH = (
    "form words",
    "verbs",
    "told",
    "you",
    "we",
    "asks at once",
    "asks",
    "site words",
    "reasons",
    "unknown words",
    "most of one",
)
TOLD = ("phrases", "opening")
PLACE = (
    "place", "from the top", "from the bottom", "first", "paragraphs", "prose", "before the prose", "after the prose",
    "prose near", "repeated", "shared words", "no long words", "length before", "length after", "cues in all",
)  # fmt: skip
FEATURES: tuple[str, ...] = (
    *SHAPE, *SPEECH, *TOLD, *(f"words: {name}" for name in REASONS), *(f"phrases: {name}" for name in REASONS),
    *(f"opening: {name}" for name in REASONS), *PLACE,
)  # fmt: skip

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_ENDS = (".", "!", "?", "…", "。", "！", "？")
_AFTER_END = "\"'”’»)] "
_SEPARATOR = re.compile(r"\s[·|•/>–]\s|[›»→]\s|\s[—]\s(?=[A-ZА-ЯІЇЄҐ])")
_QUOTED = re.compile(r"«[^»]{0,600}»?|“[^”]{0,600}”?|„[^“”]{0,600}[“”]?|(?<!\w)\"[^\"]{0,600}\"?")
_MARKED = re.compile(r"[«»“”„\"]")
_ADDRESS = re.compile(r"@\w|https?:|www\.|#\w|\w\.(?:com|ru|ua|org|net|me|example)\b")
_CAPITAL, _DIGIT = re.compile(r"[A-ZА-ЯЁІЇЄҐ]"), re.compile(r"\d")
_MONEY = re.compile(r"[$£€₽₴]\s?\d|\d\s?[$£€₽₴]|\d (?:грив|грн|руб)")
_CLOCK = re.compile(r"\b\d?\d[:.]\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LIST_MARK = re.compile(r"[-–—•*·]\s|\d{1,2}[.)]\s")
_ASKING_ENDS = ("йте", "йтесь", "йтеся", "ите", "итесь", "іть", "іться", "іте")
_VERB_ENDS = (
    "ал", "ял", "ил", "ел", "ул", "ла", "ло", "ли", "лся", "лась", "лось", "лись",
    "ет", "ут", "ют", "ит", "ят", "тся", "ться",
    "ає", "яє", "ує", "ить", "ять", "уть", "ють", "ився", "ався", "ed",
)  # fmt: skip
_SHORT_VERBS = frozenset(
    (
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "said", "says", "can", "could",
        "did", "does", "do", "був", "дав",
    )
)  # fmt: skip
_AROUND_BUTTONS, _LONGEST_BUTTON_CHARS = " .:!?…»«\"'→>›", 40
_LABEL_WORDS, _PROSE_CHARS, _STEM_CHARS, _CREDIT_CHARS, _NEAR, _SHORTEST_ASKING = 4, 110, 5, 320, 3, 5

Matcher = Callable[[str], re.Match[str] | None]


class Lexis(NamedTuple):
    """The cues, ready to be looked up."""

    whole: dict[str, tuple[int, ...]]
    stems: dict[str, tuple[int, ...]]
    lengths: tuple[int, ...]  # of stems
    openings: tuple[tuple[int, Matcher], ...]
    phrases: tuple[tuple[int, str], ...]

    def groups_of(self, word: str) -> tuple[int, ...]:
        """Return the groups that a word in lower case belongs to; two of them tell what form it looks like."""
        found = self.whole.get(word, ())
        for length in self.lengths:
            if length > len(word):
                break
            if word[:length] in self.stems:
                found += self.stems[word[:length]]
        if word in _SHORT_VERBS or word.endswith(_VERB_ENDS):
            found += (_VERB,)
        if word.endswith(_ASKING_ENDS) and len(word) >= _SHORTEST_ASKING:
            found += (_ASKS,)
        return found


class Reading(NamedTuple):
    """One paragraph, read once."""

    text: str
    words: tuple[str, ...]  # lower case, ё as е
    is_prose: bool  # long, and ends as a sentence
    values: tuple[float, ...]  # SHAPE, SPEECH and the reasons
    cues: float


def measure(paragraphs: Sequence[str]) -> list[tuple[float, ...]]:
    """Measure each paragraph; a row has one number for each of FEATURES."""
    lexis = _lexis()
    known: dict[str, tuple[int, ...]] = {}
    readings = [_read(text, lexis, known) for text in paragraphs]
    return [reading.values + place for reading, place in zip(readings, _places(readings), strict=True)]


def is_prose(text: str) -> bool:
    """Tell whether a paragraph is long and ends as a sentence does."""
    return len(text) >= _PROSE_CHARS and text.rstrip(_AFTER_END).endswith(_ENDS)


def own_words(text: str) -> list[str]:
    """Return the words outside quotation marks, in lower case, ё as е."""
    return _WORD.findall(_QUOTED.sub(" ", text.lower().replace("ё", "е")))


def speaks_of_us(text: str) -> bool:
    """Tell whether a paragraph speaks in its own voice, outside quotation marks, of "us"."""
    return not _US.isdisjoint(_WORD.findall(_QUOTED.sub(" ", text.lower())))


@cache
def _lexis() -> Lexis:
    whole: dict[str, tuple[int, ...]] = {}
    stems: dict[str, tuple[int, ...]] = {}
    for number, text in enumerate(cues.WORDS.values()):
        for word in dict.fromkeys(text.replace("ё", "е").split()):
            table, key = (stems, word[:-1]) if word.endswith("*") else (whole, word)
            table[key] = (*table.get(key, ()), number)
    openings = tuple((REASONS.index(name), re.compile(rule, re.IGNORECASE).match) for name, rule in cues.OPENING)
    phrases = tuple((REASONS.index(name), phrase) for name, some in cues.PHRASES.items() for phrase in some)
    return Lexis(whole, stems, tuple(sorted({len(stem) for stem in stems})), openings, phrases)


def _read(text: str, lexis: Lexis, known: dict[str, tuple[int, ...]]) -> Reading:
    lower = text.lower().replace("ё", "е")
    words = tuple(_WORD.findall(lower))
    is_quoting = bool(_MARKED.search(lower))
    own = _QUOTED.sub(" ", lower) if is_quoting else lower
    own_words = _WORD.findall(own) if is_quoting else words
    ends = text.rstrip(_AFTER_END).endswith(_ENDS)
    counts, n_known = _counted(own_words, lexis, known)
    speech = _speech(own_words, counts, n_known)
    shape = _shape(text, words, (ends, is_quoting, 1 - len(own) / max(1, len(lower))))
    n_own = max(1, len(own_words))
    used = [counts[number] / n_own for number in range(_N_REASONS)]
    said = _phrases(own, lexis)
    opened = _openings(text, lexis)
    return Reading(
        text,
        words,
        is_prose(text),
        (*shape, *speech, sum(said), min(1.0, sum(opened)), *used, *said, *opened),
        sum(said) + sum(opened) + shape[SHAPE.index("credit")],
    )


def _counted(words: Sequence[str], lexis: Lexis, known: dict[str, tuple[int, ...]]) -> tuple[list[int], int]:
    """Count the words of each group, and those that some reason claims."""
    counts, n_known = [0] * (_ASKS + 1), 0
    for word in words:
        groups = known.get(word)
        if groups is None:
            groups = known[word] = lexis.groups_of(word)
        if groups:
            for number in groups:
                counts[number] += 1
            n_known += groups[0] < _N_REASONS
    return counts, n_known


def _shape(text: str, words: Sequence[str], told: tuple[bool, bool, float]) -> tuple[float, ...]:
    ends, is_quoting, quoted = told
    n_chars, n_words = len(text), len(words)
    parts = text.split()
    digits = len(_DIGIT.findall(text))
    return (
        math.log1p(n_chars),
        math.log1p(n_words),
        ends,
        math.log1p(sum(map(text.count, (". ", "! ", "? ", ".» ", ".” ")))),
        sum(part[0].isupper() for part in parts[1:]) / max(1, len(parts) - 1),
        len(_CAPITAL.findall(text)) / max(1, n_chars),
        digits / max(1, n_chars),
        math.log1p(len(_SEPARATOR.findall(text))),
        text[:1].islower(),
        is_quoting,
        text.endswith(("?", "!")),
        text.endswith(":"),
        n_chars <= _CREDIT_CHARS and bool(_ADDRESS.search(text)),
        digits > 0 and bool(_MONEY.search(text)),
        digits > 0 and bool(_CLOCK.search(text)),
        digits > 0 and bool(_YEAR.search(text)),
        n_words <= _LABEL_WORDS and not ends,
        ends and n_chars >= _PROSE_CHARS,
        quoted,
        "©" in text or "®" in text,
        _has_credit(text, words),
        bool(_LIST_MARK.match(text)),
        text.startswith(("(", "[")) or text.endswith((")", "]")),
    )


def _has_credit(text: str, words: Sequence[str]) -> bool:
    if len(text) > _CREDIT_CHARS or ("/" not in text and "©" not in text and cues.CREDIT_WORDS.isdisjoint(words)):
        return False
    return any(pattern.search(text) for pattern in cues.CREDITS)


def _speech(words: Sequence[str], counts: Sequence[int], n_known: int) -> tuple[float, ...]:
    n_words = max(1, len(words))
    return (
        counts[_FORM] / n_words,
        counts[_VERB] / n_words,
        math.log1p(counts[_TOLD]),
        counts[_YOU] / n_words,
        counts[_WE] / n_words,
        bool(words) and words[0].endswith(_ASKING_ENDS),
        counts[_ASKS] / n_words,
        n_known / n_words,
        math.log1p(sum(count > 0 for count in counts[:_N_REASONS])),
        (len(words) - n_known - counts[_FORM]) / n_words,
        max(counts[:_N_REASONS]) / n_words,
    )


def _phrases(own: str, lexis: Lexis) -> list[float]:
    found = [0.0] * _N_REASONS
    for number, phrase in lexis.phrases:
        if phrase in own:
            found[number] = 1.0
    if len(own) <= _LONGEST_BUTTON_CHARS and own.strip(_AROUND_BUTTONS) in cues.BUTTONS:
        found[_BUTTON] = 1.0
    return found


def _openings(text: str, lexis: Lexis) -> list[float]:
    found = [0.0] * _N_REASONS
    for number, match in lexis.openings:
        if match(text):
            found[number] = 1.0
    return found


def _places(readings: Sequence[Reading]) -> Iterator[tuple[float, ...]]:
    n = len(readings)
    prose = [k for k, reading in enumerate(readings) if reading.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (0, n - 1)
    twins = Counter(reading.text for reading in readings)
    stems = [{word[:_STEM_CHARS] for word in reading.words if len(word) >= _STEM_CHARS} for reading in readings]
    spread = Counter(stem for k in prose for stem in stems[k])
    in_all = math.log1p(sum(reading.cues for reading in readings))
    for k, reading in enumerate(readings):
        own = stems[k]
        floor = 2 if reading.is_prose else 1
        near = readings[max(0, k - _NEAR) : k + _NEAR + 1]
        yield (
            k / max(1, n - 1),
            math.log1p(k),
            math.log1p(n - 1 - k),
            k == 0,
            math.log1p(n),
            len(prose) / max(1, n),
            math.log1p(max(0, first - k)),
            math.log1p(max(0, k - last)),
            sum(other.is_prose for other in near) / len(near),
            math.log1p(twins[reading.text] - 1),
            sum(spread[stem] >= floor for stem in own) / max(1, len(own)),
            not own,
            math.log1p(len(readings[k - 1].text)) if k else 0.0,
            math.log1p(len(readings[k + 1].text)) if k + 1 < n else 0.0,
            in_all,
        )
