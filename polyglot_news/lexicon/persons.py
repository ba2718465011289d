"""Is it one person? Vladimir Putin, Владимиром Путиным, В. Путин and Putin are; Sergei Ivanov and Виктор Иванов are not."""

from __future__ import annotations

import re
from functools import lru_cache

from polyglot_news.lexicon.entities import keys_of_spelling
from polyglot_news.lexicon.names import name_similarity

SAME_SURNAME = 0.75  # name_similarity from which two surnames are one
_SAME_GIVEN = 0.6  # given names are shorter and vary more: Емманюель, Emmanuel
_OTHER_GIVEN, _INITIAL_ALONE, _SURNAME_ALONE = 0.0, 0.9, 0.85
_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’ʼ][^\W\d_]+)*")
_PATRONYMIC = re.compile(
    r"(?:ович|евич|івна|ївна|овна|евна|йович|ovich|evich|ovych|ovna|evna|ivna)(?:а|у|ем|ем|ою|ой|е|і|и|ы)?$",
    re.IGNORECASE,
)
_TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lord",
        "lady",
        "president",
        "г-н",
        "г-жа",
        "пан",
        "пані",
        "пана",
        "господин",
        "господина",
    }
)
_JUNIOR = frozenset({"jr", "sr"})
# First letters under which a name may begin in the other script, in one of its equivalents too: Алексей is Oleksii.
_INITIALS = {
    "а": "ao", "б": "b", "в": "vw", "г": "gh", "ґ": "g", "д": "dj", "е": "eyjo", "є": "eyj", "ё": "eyj", "ж": "zjg", "з": "zs", "и": "iye",
    "і": "iye", "ї": "yi", "й": "yji", "к": "kcq", "л": "l", "м": "mn", "н": "nm", "о": "oaey", "п": "pf", "р": "r", "с": "sc", "т": "t",
    "у": "uw", "ф": "fpt", "х": "hkcj", "ц": "ctz", "ч": "c", "ш": "s", "щ": "s", "э": "ea", "ю": "yuje", "я": "yji",
}  # fmt: skip
_KIN_INITIALS = frozenset(
    frozenset(pair) for pair in ("ао", "ео", "мн", "еє", "иі", "пф", "ao", "eo", "ey", "mn", "gh", "vw", "iy")
)


@lru_cache(maxsize=16384)
def same_person(a: str, b: str) -> float:
    """Tell how likely two names are of one person, 0..1.

    Args:
        a: a surname, with or without given names or initials, in any order of scripts and case forms.
        b: the same.

    Returns:
        0.0 where the surnames differ or given names exclude each other; less than 1.0 where one of them has none.
    """
    ours, theirs = _parts(a), _parts(b)
    if not ours or not theirs:
        return 0.0
    if len(ours) > 1 and len(theirs) > 1 and keys_of_spelling(_whole(ours)) & keys_of_spelling(_whole(theirs)):
        return 1.0
    alike = name_similarity(ours[-1], theirs[-1])
    if alike < SAME_SURNAME:
        return 0.0
    if len(ours) == 1 or len(theirs) == 1:
        return alike if len(ours) == len(theirs) else _SURNAME_ALONE * alike
    return alike * _given_likeness(ours[0], theirs[0])


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name, without titles and patronymics."""
    words = [word for word in _WORD.findall(re.sub(r"['’ʼ]s\b", "", name)) if word.lower() not in _TITLES | _JUNIOR]
    return tuple(word for k, word in enumerate(words) if not 0 < k < len(words) - 1 or not _PATRONYMIC.search(word))


def _whole(parts: tuple[str, ...]) -> str:
    return " ".join(parts)


def _given_likeness(one: str, other: str) -> float:
    if len(one) == 1 or len(other) == 1:
        return _INITIAL_ALONE if _same_initial(one, other) else _OTHER_GIVEN
    alike = name_similarity(one, other)
    return 1.0 if alike >= _SAME_GIVEN else _OTHER_GIVEN


def _same_initial(one: str, other: str) -> bool:
    """Whether two names may begin alike, whatever the script; of two in one script the letters, or a pair of kin, decide."""
    a, b = one[:1].lower(), other[:1].lower()
    if (a in _INITIALS) == (b in _INITIALS):
        return a == b or frozenset({a, b}) in _KIN_INITIALS
    return a in _INITIALS.get(b, "") or b in _INITIALS.get(a, "")
