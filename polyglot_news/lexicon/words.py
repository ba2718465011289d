"""Words of a text as spans, and the stems under which English word forms meet."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

# Letters and digits with what may stand inside a word: apostrophes of any kind, hyphens, points of U.S. and 1,000. The
# alternatives tell themselves apart by the second character, so that none is tried in vain.
_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]+(?:['’ʼ\-‑][^\W\d_]+)*|\.(?:[^\W\d_]\.)+|(?:['’ʼ\-‑][^\W\d_]+)*)"
    r"|\d+(?:[.,\u00a0\u202f]\d+)*"
)
_POSSESSIVE = re.compile(r"'s?$")

_STOPWORDS = {
    "en": "the a an of to in and on for at by with from is was were are be been being that this these those it its as he "
    "his him she her they their them has have had having but or will would who whom whose which what when where while "
    "said say says also after before than more most not no do does did so if there here into over about up out all "
    "some can could may might must should shall our we us you your i my me one other such only own same then now",
    "ru": "и в во на с со к ко о об от до из за по у при для без над под не ни но а или что чтобы как так это этот эта эти "
    "тот та те он она оно они его ее её их ему ей им мы вы я нас вас меня был была было были быть есть будет будут бы же "
    "ли уже еще ещё только также тоже когда если где который которая которое которые которых которой которого том тем "
    "при после перед между через себя свой своей своих все всё всех весь да то там здесь",
    "uk": "і й та в у на з із зі до від за по при для без над під не ні але а або чи що щоб як так це цей ця ці той та ті "
    "він вона воно вони його її їх йому їй їм ми ви я нас вас мене був була було були бути є буде будуть би б же ж вже "
    "ще лише також теж коли якщо де який яка яке які яких якої якого тому тим після перед між через себе свій своєї "
    "своїх усі всі всіх весь так то там тут про",
}

# Forms that a stemmer cannot bring together, each with the word it belongs to.
_IRREGULAR = {
    form: word
    for word, forms in {
        "say": "said says", "tell": "told", "go": "went gone", "come": "came", "take": "took taken", "give": "gave given",
        "make": "made", "send": "sent", "leave": "left", "lose": "lost", "win": "won", "rise": "rose risen",
        "fall": "fell fallen", "begin": "began begun", "break": "broke broken", "speak": "spoke spoken", "see": "saw seen",
        "hold": "held", "keep": "kept", "meet": "met", "pay": "paid", "sell": "sold", "buy": "bought", "bring": "brought",
        "think": "thought", "fight": "fought", "find": "found", "build": "built", "spend": "spent", "lead": "led",
        "write": "wrote written", "know": "knew known", "grow": "grew grown", "fly": "flew flown", "become": "became",
        "run": "ran", "drive": "drove driven", "choose": "chose chosen", "steal": "stole stolen", "sink": "sank sunk",
        "strike": "struck", "seek": "sought", "shoot": "shot", "stand": "stood", "teach": "taught", "die": "dead death",
        "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "wife": "wives",
        "life": "lives", "euro": "euros", "percent": "%", "united-states": "u.s. us usa u.s.a u.s.a.", "un": "u.n.", "eu": "e.u.",
        "uk": "u.k.",
    }.items()
    for form in forms.split()
}  # fmt: skip


class Word(NamedTuple):
    """A word and where it stands: text[start:end], as Python string indices."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """Find the words and numbers of a text of any of the languages, in order."""
    found, end = [], 0
    for word in spellings(text):
        start = text.index(word, end)  # no letter and no digit stands between two words, so this is the place
        end = start + len(word)
        found.append(Word(word, start, end))
    return tuple(found)


def spellings(text: str) -> list[str]:
    """Return the words of a text as `words` finds them, without their places."""
    found: list[str] = _WORD.findall(text)
    return found


def is_stopword(word: str, language: str) -> bool:
    """Whether a word form says too little to tell paragraphs apart."""
    return word.lower() in _stopwords(language)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem under which forms of an English word meet; other words come back in lower case.

    Source: Porter2 (Snowball), after a table of irregular forms.
    """
    plain = word.lower().replace("’", "'").replace("ʼ", "'") if word != "US" else "u.s."
    if "'" in plain:
        plain = _POSSESSIVE.sub("", plain)
    plain = _IRREGULAR.get(plain, plain).replace("isation", "ization").rstrip(".")
    if plain.endswith(("ise", "ised", "ising", "ises")) and len(plain) > 6:  # noqa: PLR2004  # not "rise", "raise"
        plain = plain.replace("is", "iz") if plain.count("is") == 1 else plain
    return str(_stemmer().stemWord(plain))


@cache
def _stopwords(language: str) -> frozenset[str]:
    return frozenset(_STOPWORDS.get(language, "").split())


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  # PyStemmer's name


@cache
def _stemmer() -> _Stemmer:
    import Stemmer  # noqa: PLC0415  # used by one function

    stemmer: _Stemmer = Stemmer.Stemmer("english")
    return stemmer
