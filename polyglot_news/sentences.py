"""Paragraphs into sentences, as offsets into untouched text, for English, Russian and Ukrainian.

Every mark that may end a sentence is a candidate; rules look at what stands before and after it and vote to join, in
order, the first that has an opinion deciding. The idea of voting rules is that of razdel (Kukushkin 2018); the rules and
lists are ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

# A mark or the bracket of a note, which no mark precedes; its first character comes first, so that the search can leap.
_END = re.compile(r"[.!?…\[](?<![.!?…].)(?:(?<=\[)\d+\]|(?<!\[)[.!?…]*(?:\[\d+\])?)[\"'”’»)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*$|\d+$")
# т. е. is one abbreviation, however it is spaced.
_SPACED = re.compile(r"(?<![^\W_])([тТ])\.[\s\u00a0](д|п|е|к|о|з|ч|зв)$")
_INITIAL = re.compile(r"(?:^|[\s(«\"“.\u00a0])(?:[^\W\d_a-zа-яіїєґ]|Дж|Ю|Я)$")
_POINTED = re.compile(r"(?:\b(?:Ph|[^\W\d_])\.)+[^\W\d_]$")
_NUMBER, _AFTER_NUMBER = re.compile(r"\d{1,3}|[^\W\d_]|P\. ?S"), re.compile(r"\d[\s\u00a0]*[гмр]$")
_SPACE = re.compile(r"\s*")
_YEAR = re.compile(
    r"\W*(?:[ВвУуСсЗз]|[Дд]о|[Кк]|[Нн]а|[Оо]т|[Вв]ід|[Пп]осле|[Пп]ісля|\d{1,2})\s"
    r"(?:[^\W\d_]{1,12}\s)?\d{4}\s?(?:гг?|рр?)"
)
# Words that begin a sentence and are no surname.
_OPENERS = (
    "The A An In On It He She They But And At This That We I You As If So Or For From By With When While After Before His Her Their There These Those What Who How Why Its Our My Your Not No Yes Then Now Also However Some Many All Both Each To Of "
    "По На Но Он Она Они Это Эти Этот Эта В Во И А С Со К О Об От Из За До Для При Как Так Там Тут Тогда Теперь Также Однако Если Когда После Потом Мы Вы Я Не Ни Его Ее Её Их Что Кто Где Почему Все Всё Кроме Поэтому Затем Уже Еще Ещё Был Была Было Были У "
    "Він Вона Вони Воно Це Ці Цей Ця Але Та Й І З Із Зі Від Про Під Після Потім Як Якщо Коли Тоді Тепер Також Однак Проте Отже Тому Ми Ви Її Їх Йому Їй Що Хто Чому Усі Всі Крім Вже Ще Був Була Було Були Для Тут"
)
_FIRST_WORD = re.compile(r"\w+(?!\.)\b")
_SAID = re.compile(
    r"(?!(?:She|He|They|It|We|I|You|Who)\b)(?:[A-Z][\w'’.-]*\s+){1,4}(?:said|says|asked|asks|added|adds|told|wrote|writes|reported|reports|replied|tweeted|shouted|cried|recalled|explained|insisted|argued|wondered|quipped|concluded)\b"
)
_SAID_AFTER_DASH = re.compile(
    r"[—–-]\s+(?:[А-ЯЁІЇЄҐ][\w'’.-]*\s+){1,4}(?:сказал|заявил|отметил|добавил|сообщил|написал|спросил|ответил|пояснил|объяснил|подчеркнул|говорит|"
    r"сказав|сказала|заявив|заявила|зазначив|зазначила|додав|додала|повідомив|написав|написала|запитав|відповів|відповіла|пояснив|пояснила|наголосив|каже|говорить)"
)
# 10 см, 1,2 А, 24 В: what follows a number is a unit, and no initial and no "see".
_UNIT = re.compile(r"\d[\s\u00a0](?:см|[АВКЛ])$")
_OPENING = "\"'“”„«‘([-–—• \t\u00a0\u202f"
# Rules look no farther than this: a text of millions of characters is split in one pass.
_SIGHT_CHARS = 80

_ABBREVIATIONS = {
    "en": "mr mrs ms dr prof sen sens rep reps gov govs gen gens brig col lt sgt cpl pvt det insp supt capt messrs st vs etc e.g i.e approx dept est inc ltd co corp jr sr "
    "jan feb mar apr jun jul aug sep sept oct nov dec mt ft rev hon pres maj cmdr adm bros mfg ave blvd rd",
    "ru": "г гг в вв ст стр см им ул пл пр просп обл р-н д дом кв корп тов проф акад доц ген полк подп руб коп долл тыс млн "
    "млрд трлн т.е т.д т.п т.к и.о н.э мин сек ч кг км м см мм га экз рис табл гл п пп напр др пр пер наб с р янв фев февр апр июн авг "
    "сен сент окт ноя нояб дек св о оз пос дер прим ред",
    "uk": "р рр ст стор див ім вул пл просп обл р-н д буд кв корп проф акад доц ген полк грн коп дол тис млн млрд трлн т.з т.д "
    "т.п т.зв т.ч в.о н.е хв сек год кг км м см мм га екз рис табл гл п пп напр ін бл св о оз смт с січ лют берез квіт "
    "трав черв лип серп верес жовт листоп груд прим ред",
}
# These end a sentence as often as not: what follows in capitals begins a new one.
_MAY_END = {
    "en": "inc ltd co corp bros jr sr etc jan feb mar apr jun jul aug sep sept oct nov dec ave blvd rd",
    "ru": "г гг р в вв руб коп долл тыс млн млрд трлн др т.д т.п м км мм кг га мин ч сек н.э",
    "uk": "р рр ст грн коп дол тис млн млрд трлн ін т.д т.п м км мм кг га хв год сек н.е",
}  # fmt: skip
_ALWAYS_MORE = {  # what follows belongs to it, capital or not
    "en": "mr mrs ms dr prof sen sens rep reps gov govs gen gens brig col lt sgt cpl pvt det insp supt capt messrs st rev hon pres maj cmdr adm",
    "ru": "им ул пл просп проф акад ген полк г р тов", "uk": "ім вул пл просп проф акад ген полк м р смт",
}  # fmt: skip
_MONEY = {"дол", "долл"}
_BEFORE_NUMBERS = {  # abbreviations where a number follows, words or ends of sentences elsewhere
    "en": "no nos p pp vol art sec ch fig par", "ru": "нас чел", "uk": "нас чол",
}  # fmt: skip


class _Place(NamedTuple):
    """A candidate: what stands before the mark, the mark, and what follows it."""

    before: str  # from the start of the sentence, at most _SIGHT_CHARS
    mark: str
    after: str  # without leading space, likewise
    language: str
    word: str  # the last word before the mark, in lower case, inner points kept


def split(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Split a paragraph into sentences.

    Args:
        text: the paragraph, untouched.
        language: ISO 639-1; languages without a list of abbreviations are split by the rules that need none.

    Returns:
        (start, end) of every sentence, in order, disjoint; only white space lies between them.
    """
    spans, start = [], _skip_space(text, 0)
    for match in _END.finditer(text):
        following = _skip_space(text, match.end())
        before = text[max(start, match.start() - _SIGHT_CHARS) : match.start()]
        place = _Place(before, match[0], text[following : following + _SIGHT_CHARS], language, _last_word(before))
        if place.after and not _joins(place):
            spans.append((start, match.end()))
            start = following
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def _last_word(before: str) -> str:
    if "." in before[-5:]:  # т. зв
        before = _SPACED.sub(r"\1.\2", before)
    match = _LAST_WORD.search(before, before.rfind(" ") + 1)
    return match[0].lower() if match else ""


def _joins(place: _Place) -> bool:
    for rule in _RULES:
        vote = rule(place)
        if vote is not None:
            return vote
    return False


def _goes_on_in_lower_case(place: _Place) -> bool | None:
    first = place.after.lstrip(_OPENING)[:1]
    return True if first.islower() else None


def _speech_goes_on(place: _Place) -> bool | None:
    """«...», — сказал он: a dash after a quotation, and then who said it."""
    if place.after[:1] in {"—", "–"} and any(mark in place.mark for mark in '»”"'):
        following = place.after.lstrip(_OPENING)[:1]
        return following.islower() or bool(_SAID_AFTER_DASH.match(place.after))
    return None


def _quotation_is_told(place: _Place) -> bool | None:
    """Join "Are you ready?" CNN reported."""
    if place.mark[-1] in "\"'”’" and (place.mark[0] in "?!…" or place.mark.startswith("...")):
        return True if _SAID.match(place.after) else None
    return None


def _unit(place: _Place) -> bool | None:
    """Part "24 В. На"; but "в 10 см. от" goes on, as the next word says."""
    if place.mark == "." and _UNIT.search(place.before):
        return not place.after.lstrip(_OPENING)[:1].isupper()
    return None


def _initial(place: _Place) -> bool | None:
    """Join В. Путин, J. Smith, Дж. Байден; but not what follows "vitamin C." or "World War I."."""
    if place.mark == "." and _INITIAL.search(place.before, max(0, len(place.before) - 4)):
        ends = _begins_anew(place) or place.before.lower().endswith(("vitamin c", "plan b"))
        return place.after[:1].isupper() and not ends
    return None


def _points_inside(place: _Place) -> bool | None:
    """U.S. President goes on; "in the U.S. The" does not."""
    if place.word in _listed(_MAY_END, place.language):  # и т.п.
        return None
    if place.mark == "." and "." in place.before[-3:] and _POINTED.search(place.before):
        return not _begins_anew(place)
    return None


def _title_or_place(place: _Place) -> bool | None:
    if place.mark != "." or place.word not in _listed(_ALWAYS_MORE, place.language) or not _is_short(place):
        return None
    # "Wall St. The", "помог им. Они": the same letters end a sentence.
    return not (place.word in {"st", "им"} and _begins_anew(place))


def _before_number(place: _Place) -> bool | None:
    """No. 10, p. 5; but "he said no. The"."""
    numbered = place.mark == "." and place.word in _listed(_BEFORE_NUMBERS, place.language)
    return True if numbered and place.after[:1].isdecimal() else None


def _opens_with_year(place: _Place) -> bool | None:
    """У 2022 р. Росія...: a preposition and a year are no sentence."""
    return True if place.mark == "." and _YEAR.fullmatch(place.before) else None


def _abbreviation(place: _Place) -> bool | None:
    if place.mark != "." or not _is_abbreviated(place):
        return None
    if place.word in _MONEY and place.after.startswith("США"):
        return True
    if place.word in _listed(_MAY_END, place.language):
        return not place.after.lstrip(_OPENING)[:1].isupper()
    return True


def _is_abbreviated(place: _Place) -> bool:
    is_acronym = len(place.word) > 1 and place.before.endswith(place.word.upper())  # СМ, ГЛ
    return place.word in _listed(_ABBREVIATIONS, place.language) and not is_acronym


def _number_of_list(place: _Place) -> bool | None:
    """Join "1. First", "Q. Why": a number or letter that opens a sentence belongs to it."""
    return True if place.mark == "." and _NUMBER.fullmatch(place.before.strip()) else None


def _bracketed_ellipsis(place: _Place) -> bool | None:
    return True if place.mark in {"…]", "...]", "...)", "…)"} and len(place.before) < 2 else None  # noqa: PLR2004


def _begins_anew(place: _Place) -> bool:
    """Whether a word follows that begins sentences and is no surname."""
    match = _FIRST_WORD.match(place.after)
    return match is not None and match[0] in _listed_cached(_OPENERS)


def _is_short(place: _Place) -> bool:
    """Whether "г." is "the city of" and "р." a river, before a name, and not "year", after a number."""
    if place.word in {"г", "м", "р"}:
        return not _AFTER_NUMBER.search(place.before)
    return True


_RULES: tuple[Callable[[_Place], bool | None], ...] = (
    _number_of_list, _bracketed_ellipsis, _speech_goes_on, _quotation_is_told, _goes_on_in_lower_case, _points_inside,
    _unit, _initial, _opens_with_year, _before_number, _title_or_place, _abbreviation,
)  # fmt: skip


@cache
def _listed_cached(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _listed(table: dict[str, str], language: str) -> frozenset[str]:
    return _listed_cached(table.get(language, ""))


def _skip_space(text: str, start: int) -> int:
    return _SPACE.match(text, start).end()  # type: ignore[union-attr]  # it matches everywhere
