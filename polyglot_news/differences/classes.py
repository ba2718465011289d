"""What part a word plays in its sentence: it tells something, or it joins what others tell.

Negation, modality, hedges and reporting are told by the stance lexicon; here is what that leaves.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache

from polyglot_news.lexicon.words import is_stopword


class Class(IntEnum):
    """Parts that words play; the numbers are the columns of the fitted networks."""

    CONTENT = 0
    NUMBER = 1
    NEGATION = 2
    MODAL = 3
    HEDGE = 4
    REPORT = 5
    DEGREE = 6
    AUXILIARY = 7
    PREPOSITION = 8
    CONJUNCTION = 9
    SUBORDINATOR = 10
    RELATIVE = 11
    PRONOUN = 12
    POSSESSIVE = 13
    DETERMINER = 14
    OTHER = 15


TELLING = frozenset({Class.CONTENT, Class.NUMBER, Class.NEGATION, Class.MODAL, Class.HEDGE, Class.REPORT, Class.DEGREE})

# class:sense word word ...; words of one sense answer each other in all languages.
_TABLES = {
    "en": """
DEGREE:only only just merely
DEGREE:almost almost nearly about approximately around roughly
DEGREE:more more over most
DEGREE:less less least fewer
DEGREE:even even
DEGREE:already already
DEGREE:still still yet
DEGREE:also also too
DEGREE:very very extremely highly quite rather so much
AUXILIARY be is are was were been being am has have had having do does did
PREPOSITION of to in on for at by with from into onto under above below between among against during through across \
along near behind towards toward within outside inside upon off out up down per via despite except regarding like
PREPOSITION:before before
PREPOSITION:after after since
CONJUNCTION and or but plus
SUBORDINATOR if because although though while when where as than until unless whether how why once whereas
RELATIVE who whom whose which that
PRONOUN i you he she it we they me him her us them himself herself itself themselves myself yourself ourselves \
someone something anyone anything everyone everything one ones
POSSESSIVE my your his its our their mine yours ours theirs
DETERMINER the a an this these those some any each every all both such another other what there here
""",
    "ru": """
DEGREE:only только лишь всего
DEGREE:almost почти около примерно порядка
DEGREE:more более больше свыше
DEGREE:less менее меньше
DEGREE:even даже
DEGREE:already уже
DEGREE:still еще ещё
DEGREE:also также тоже
DEGREE:very очень крайне весьма
AUXILIARY был была было были быть есть является являются
PREPOSITION в во на с со к ко о об от из за по у при для над под через между про против вокруг среди из-за ради
PREPOSITION:before до перед
PREPOSITION:after после
CONJUNCTION и а но или либо да
SUBORDINATOR если потому поскольку хотя когда где как чтобы чем пока ли что
RELATIVE который которая которое которые которого которой которых которому которым которую котором
PRONOUN я ты он она оно мы вы они меня тебя его ее её нас вас их \
мне тебе ему ей нам вам им него нее неё них себя себе кто это то
POSSESSIVE мой моя мое мои наш наша наше наши ваш ваша ваши свой своя свое свои своего \
своей своих своим свою
DETERMINER этот эта эти этого этой этих этом этому тот та те того той тех весь вся все всех всё \
такой такие такая другой другие бы же вот
""",
    "uk": """
DEGREE:only тільки лише всього
DEGREE:almost майже близько приблизно
DEGREE:more більше понад більш
DEGREE:less менше менш
DEGREE:even навіть
DEGREE:already вже уже
DEGREE:still ще
DEGREE:also також теж
DEGREE:very дуже надзвичайно вкрай
AUXILIARY був була було були бути є
PREPOSITION в у на з із зі до від за по при для над під через між про проти навколо серед задля
PREPOSITION:before перед
PREPOSITION:after після
CONJUNCTION і й та а але або чи
SUBORDINATOR якщо бо оскільки хоча коли де як щоб ніж поки що
RELATIVE який яка яке які якого якої яких якому яким яку
PRONOUN я ти він вона воно ми ви вони мене тебе його її нас вас їх \
мені тобі йому їй нам вам їм нього неї них себе собі хто це те
POSSESSIVE мій моя моє мої наш наша наше наші ваш ваша ваші свій своя своє свої свого \
своєї своїх своїм свою
DETERMINER цей ця ці цього цієї цих цьому той та ті того тієї тих \
весь вся все всі всіх такий такі така інший інші б би ж же ось
""",
}


def class_of(word: str, language: str) -> Class:
    """Say what part a word form plays."""
    return _sorted(word, language)[0]


def sense_of(word: str, language: str) -> str:
    """Return the sense that a word shares with words of other languages: "not", "may"; "" for most words."""
    return _sorted(word, language)[1]


@lru_cache(maxsize=65536)
def _sorted(word: str, language: str) -> tuple[Class, str]:
    plain = word.lower().replace("’", "'").replace("ʼ", "'")
    known = _table(language).get(plain)
    if known is not None and not (word.isupper() and len(word) > 1):  # not "US" and "IT"
        return known
    return (Class.OTHER if is_stopword(word, language) and not word.isupper() else Class.CONTENT), ""


@cache
def _table(language: str) -> dict[str, tuple[Class, str]]:
    table: dict[str, tuple[Class, str]] = {}
    for line in _TABLES.get(language, "").strip().splitlines():
        head, *forms = line.split()
        name, _, sense = head.partition(":")
        table |= dict.fromkeys(forms, (Class[name], sense))
    return table
