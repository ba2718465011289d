"""Number words of English, Russian and Ukrainian in all their forms."""

from __future__ import annotations

from functools import cache, lru_cache

from polyglot_news.lexicon.counting import counted
from polyglot_news.lexicon.forms import Forms, plain_word, read_forms

__all__ = [
    "cardinal",
    "counted",
    "decade",
    "fraction",
    "is_numeral",
    "magnitude",
    "magnitudes",
    "multiple",
    "number_words",
    "ordinal",
    "share",
]

_RU_TEENS, _UK_TEENS = "ь,и,ью", "ь,и,ьох,ьом,ьма,ьома"
_RU_HARD, _UK_HARD = "ый,ой,ого,ому,ым,ом,ая,ую,ое,ые,ых,ыми", "ий,ого,ому,им,ім,а,ої,ій,у,ою,е,і,их,ими"
# value:forms, in the notation of `forms`. «семью» is the family and «сьома» the seventh far more often than seven.
_UNITS = {
    "en": "0:zero 1:one 2:two 3:three 4:four 5:five 6:six 7:seven 8:eight 9:nine 10:ten 11:eleven 12:twelve 13:thirteen "
    "14:fourteen 15:fifteen 16:sixteen 17:seventeen 18:eighteen 19:nineteen 20:twenty 30:thirty 40:forty 50:fifty "
    "60:sixty 70:seventy 80:eighty 90:ninety",
    "ru": "0:нол+ь,я,ю,ем,е 0:нул+ь,я,ю,ем,е 1:один,одна,одно,одного,одной,одному,одну,одним,одном "
    "2:два,две,двух,двум,двумя,двое,двоих,двоим,двоими 3:три,трех,трем,тремя,трое,троих,троим,троими "
    "4:четыре,четырех,четырем,четырьмя,четверо,четверых,четверым 5:пять,пяти,пятью,пятеро,пятерых,пятерым "
    "6:шесть,шести,шестью,шестеро,шестерых,шестерым 7:семь,семи,семеро,семерых,семерым 8:восемь,восьми,восемью,восьмью "
    "9:девять,девяти,девятью 10:десять,десяти,десятью 11:одиннадцат+{0} 12:двенадцат+{0} 13:тринадцат+{0} "
    "14:четырнадцат+{0} 15:пятнадцат+{0} 16:шестнадцат+{0} 17:семнадцат+{0} 18:восемнадцат+{0} 19:девятнадцат+{0} "
    "20:двадцат+{0} 30:тридцат+{0} 40:сорок+,а 50:пятьдесят,пятидесяти,пятьюдесятью 60:шестьдесят,шестидесяти,шестьюдесятью "
    "70:семьдесят,семидесяти,семьюдесятью 80:восемьдесят,восьмидесяти,восемьюдесятью 90:девяност+о,а 100:ст+о,а "
    "200:двести,двухсот,двумстам,двумястами,двухстах 300:триста,трехсот,тремстам,тремястами,трехстах "
    "400:четыреста,четырехсот,четыремстам,четырьмястами,четырехстах 500:пятьсот,пятисот,пятистам,пятьюстами,пятистах "
    "600:шестьсот,шестисот,шестистам,шестьюстами,шестистах 700:семьсот,семисот,семистам,семьюстами,семистах "
    "800:восемьсот,восьмисот,восьмистам,восемьюстами,восьмистах 900:девятьсот,девятисот,девятистам,девятьюстами,девятистах"
    "".replace("{0}", _RU_TEENS),
    "uk": "0:нул+ь,я,ю,ем,і 1:один,одна,одне,одно,одного,однієї,одної,одному,одній,одну,одним,однією,одною "
    "2:два,дві,двох,двом,двома,двоє 3:три,трьох,трьом,трьома,троє 4:чотири,чотирьох,чотирьом,чотирма,четверо "
    "5:п'ят+ь,и,ьох,ьом,ьма,ьома,еро 6:шість,шести,шістьох,шістьом,шістьма,шістьома,шестеро "
    "7:сім,семи,сімох,сімом,сімома,семеро 8:вісім,восьми,вісьмох,вісьмом,вісьма,вісьмома,восьмеро "
    "9:дев'ят+ь,и,ьох,ьом,ьма,ьома,еро 10:десят+ь,и,ьох,ьом,ьма,ьома,еро 11:одинадцят+{0} 12:дванадцят+{0} 13:тринадцят+{0} "
    "14:чотирнадцят+{0} 15:п'ятнадцят+{0} 16:шістнадцят+{0} 17:сімнадцят+{0} 18:вісімнадцят+{0} 19:дев'ятнадцят+{0} "
    "20:двадцят+{0} 30:тридцят+{0} 40:сорок+,а 50:п'ятдесят+,и,ьох,ьом,ьма,ьома 60:шістдесят+,и,ьох,ьом,ьма,ьома "
    "70:сімдесят+,и,ьох,ьом,ьма,ьома 80:вісімдесят+,и,ьох,ьом,ьма,ьома 90:дев'яност+о,а 100:ст+о,а "
    "200:двісті,двохсот,двомстам,двомастами,двохстах 300:триста,трьохсот,трьомстам,трьомастами,трьохстах "
    "400:чотириста,чотирьохсот,чотирьомстам,чотирмастами,чотирьохстах 500:п'ятсот,п'ятисот,п'ятистам,п'ятьмастами,п'ятистах "
    "600:шістсот,шестисот,шестистам,шістьмастами,шестистах 700:сімсот,семисот,семистам,сьомастами,семистах "
    "800:вісімсот,восьмисот,восьмистам,вісьмастами,восьмистах 900:дев'ятсот,дев'ятисот,дев'ятистам,дев'ятьмастами,дев'ятистах"
    "".replace("{0}", _UK_TEENS),
}
_MULTIPLES = {
    "en": "2:twice,twofold,doubled 3:thrice,threefold,tripled,trebled 4:fourfold,quadrupled 5:fivefold 6:sixfold 10:tenfold "
    "100:hundredfold",
    "ru": "2:дважды,вдвое,двукратно 3:трижды,втрое,трехкратно 4:четырежды,вчетверо 5:впятеро 6:вшестеро 7:всемеро 10:вдесятеро "
    "2:удвои+л,ла,ло,ли,лся,лась,лось,лись,ть,ться 3:утрои+л,ла,ло,ли,лся,лась,лось,лись,ть,ться",
    "uk": "2:двічі,вдвічі,удвічі,удвоє,вдвоє 3:тричі,втричі,утричі,втроє,утроє 4:вчетверо,учетверо 5:вп'ятеро,уп'ятеро "
    "10:вдесятеро,удесятеро 2:подвої+в,вся,ла,лася,лася,лося,ло,ли,лися,ти,тися 3:потрої+в,вся,ла,лася,лося,ли,лися,ти,тися",
}
_MAGNITUDES = {
    "en": "100:hundred,hundreds 1e3:thousand,thousands,k 1e6:million,millions,mln,mn,m 1e9:billion,billions,bn,bln,b "
    "1e12:trillion,trillions,trn,tln,tn 12:dozen,dozens 1e5:lakh,lakhs 1e7:crore,crores",
    "ru": "1e3:тысяч+,а,и,у,е,ей,ью,ам,ами,ах 1e3:тыс 1e6:миллион+,а,у,ом,е,ы,ов,ам,ами,ах 1e6:млн "
    "1e9:миллиард+,а,у,ом,е,ы,ов,ам,ами,ах 1e9:млрд 1e12:триллион+,а,у,ом,е,ы,ов,ам,ами,ах 1e12:трлн "
    "12:дюжин+,а,ы,у,е,ой,ам,ами,ах 10:десят+ок,ка,ки,ку,ком,ке,ков,кам,ками,ках 100:сот+ня,ни,ню,не,ней,ен,ням,нями,нях",
    "uk": "1e3:тисяч+,а,і,у,ею,ам,ами,ах 1e3:тис 1e6:мільйон+,а,у,ові,ом,і,и,ів,ам,ами,ах 1e6:млн "
    "1e9:мільярд+,а,у,ові,ом,і,и,ів,ам,ами,ах 1e9:млрд 1e12:трильйон+,а,у,ом,і,и,ів,ам,ами,ах 1e12:трлн "
    "12:дюжин+,а,и,у,і,ою,ам,ами,ах 10:десят+ок,ка,ки,ку,ком,ків,кам,ками,ках 100:сот+ня,ні,ню,нею,ень,ням,нями,нях",
}
_FRACTIONS = {
    "en": "0.5:half",
    "ru": "1.5:полтора,полторы,полутора 5e5:полмиллиона 5e8:полмиллиарда 500:полтысячи 50:полсотни 5:полдесятка 6:полдюжины 150:полтораста",
    "uk": "1.5:півтора,півтори,півтораста 0.5:пів 5e5:півмільйона 5e8:півмільярда 500:півтисячі 50:півсотні 5:півдесятка 150:півтораста",
}
_SHARES = {  # a name or a forms' value: what one of it is
    "en": "3:third,thirds 4:quarter,quarters 5:fifth,fifths 6:sixth,sixths 8:eighth,eighths 10:tenth,tenths 2:half,halves",
    "ru": "3:трет+ь,и,ей,ями 4:четверт+ь,и,ью,ей,ями 2:половин+а,ы,у,е,ой 3:третьих,третьи 5:пятых,пятые 10:десятых",
    "uk": "3:третин+а,и,у,і,ою,,ам,ами 4:чверт+ь,і,ю,ей,ями 2:половин+а,и,у,і,ою 3:третіх 5:п'ятих 10:десятих",
}
_ORDINALS = {
    "en": "1:first 2:second 3:third 4:fourth 5:fifth 6:sixth 7:seventh 8:eighth 9:ninth 10:tenth 11:eleventh 12:twelfth "
    "13:thirteenth 14:fourteenth 15:fifteenth 16:sixteenth 17:seventeenth 18:eighteenth 19:nineteenth 20:twentieth "
    "30:thirtieth 40:fortieth 50:fiftieth 60:sixtieth 70:seventieth 80:eightieth 90:ninetieth 100:hundredth 1000:thousandth",
    "ru": "1:перв+{0} 2:втор+{0} 3:трет+ий,ьего,ьему,ьим,ьем,ья,ьей,ью,ье,ьи,ьих,ьими 4:четверт+{0} 5:пят+{0} 6:шест+{0} "
    "7:седьм+{0} 8:восьм+{0} 9:девят+{0} 10:десят+{0} 11:одиннадцат+{0} 12:двенадцат+{0} 13:тринадцат+{0} "
    "14:четырнадцат+{0} 15:пятнадцат+{0} 16:шестнадцат+{0} 17:семнадцат+{0} 18:восемнадцат+{0} 19:девятнадцат+{0} "
    "20:двадцат+{0} 30:тридцат+{0} 40:сороков+{0} 50:пятидесят+{0} 60:шестидесят+{0} 70:семидесят+{0} 80:восьмидесят+{0} "
    "90:девяност+{0} 100:сот+{0} 1000:тысячн+{0} 2000:двухтысячн+{0}".replace("{0}", _RU_HARD),
    "uk": "1:перш+{0} 2:друг+{0} 3:трет+ій,ього,ьому,ім,я,ьої,ю,ьою,є,і,іх,іми 4:четверт+{0} 5:п'ят+{0} 6:шост+{0} "
    "7:сьом+{0} 8:восьм+{0} 9:дев'ят+{0} 10:десят+{0} 11:одинадцят+{0} 12:дванадцят+{0} 13:тринадцят+{0} "
    "14:чотирнадцят+{0} 15:п'ятнадцят+{0} 16:шістнадцят+{0} 17:сімнадцят+{0} 18:вісімнадцят+{0} 19:дев'ятнадцят+{0} "
    "20:двадцят+{0} 30:тридцят+{0} 40:сороков+{0} 50:п'ятдесят+{0} 60:шістдесят+{0} 70:сімдесят+{0} 80:вісімдесят+{0} "
    "90:дев'яност+{0} 100:сот+{0} 1000:тисячн+{0} 2000:двотисячн+{0}".replace("{0}", _UK_HARD),
}
_DECADES = {
    "en": "20:twenties 30:thirties 40:forties 50:fifties 60:sixties 70:seventies 80:eighties 90:nineties",
    "ru": " ".join(
        f"{value}:{stem}+ые,ых,ым,ыми"
        for value, stem in ((0, "нулев"), (20, "двадцат"), (30, "тридцат"), (40, "сороков"), (50, "пятидесят"), (60, "шестидесят"),
                            (70, "семидесят"), (80, "восьмидесят"), (90, "девяност"))
    ),
    "uk": " ".join(
        f"{value}:{stem}+і,их,ими"
        for value, stem in ((0, "нульов"), (20, "двадцят"), (30, "тридцят"), (40, "сороков"), (50, "п'ятдесят"), (60, "шістдесят"),
                            (70, "сімдесят"), (80, "вісімдесят"), (90, "дев'яност"))
    ),
}  # fmt: skip
_TABLES = {
    "units": _UNITS, "multiples": _MULTIPLES, "magnitudes": _MAGNITUDES, "fractions": _FRACTIONS, "shares": _SHARES,
    "ordinals": _ORDINALS, "decades": _DECADES,
}  # fmt: skip
_LEAST_ORDINAL = 3  # "first" and "second" are said of too much
_NUMERALS = ("units", "multiples", "magnitudes", "fractions")


@lru_cache(maxsize=65536)
def is_numeral(word: str, language: str) -> bool:
    """Whether a word is a cardinal, a multiple, a magnitude or a fraction."""
    return any(_look_up(word, language, table) is not None for table in _NUMERALS)


def cardinal(word: str, language: str) -> float | None:
    """Value of a number word below one thousand ("двадцати", "seventy", "twice"), else None."""
    value = _look_up(word, language, "units")
    return value if value is not None else multiple(word, language)


def multiple(word: str, language: str) -> float | None:
    """How many times: "twice", «вдвое», "tripled"; else None."""
    return _look_up(word, language, "multiples")


def magnitude(word: str, language: str) -> float | None:
    """Value of a word that multiplies the number before it ("млрд", "dozen"), else None."""
    return _look_up(word, language, "magnitudes")


def fraction(word: str, language: str) -> float | None:
    """Value of "half", "полтора" and the like, else None."""
    return _look_up(word, language, "fractions")


def share(word: str, language: str) -> float | None:
    """Into how many parts: 3 for "third" and «треть», 2 for "half"; else None."""
    return _look_up(word, language, "shares")


def ordinal(word: str, language: str) -> float | None:
    """Value of "third", «двенадцатый»; else None."""
    return _look_up(word, language, "ordinals")


def decade(word: str, language: str) -> float | None:
    """Value of "nineties", «девяностых»; else None."""
    return _look_up(word, language, "decades")


@cache
def number_words(language: str) -> frozenset[str]:
    """All forms, plain, that a number may begin with."""
    forms = {form for name in _TABLES for form in _table(language, name) if len(form) > 1}
    return frozenset(forms - {form for form, value in _table(language, "ordinals").items() if value < _LEAST_ORDINAL})


@cache
def magnitudes(language: str) -> frozenset[str]:
    """All forms, plain, of the words that multiply."""
    return frozenset(_table(language, "magnitudes"))


@lru_cache(maxsize=65536)
def _look_up(word: str, language: str, table: str) -> float | None:
    return _table(language, table).get(plain_word(word))


@cache
def _table(language: str, name: str) -> dict[str, float]:
    forms: Forms = read_forms(_TABLES[name].get(language, ""))
    return {form: float(value) for form, value in forms.exact.items()}
