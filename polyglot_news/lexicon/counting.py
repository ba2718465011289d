"""Words that count without being numbers of the text: "both", "double", «трёхметровый», «двадцатипятилетний».

What they say is too loose to be a number, but it answers a number of the other edition.
"""

from __future__ import annotations

from functools import cache, lru_cache

from polyglot_news.lexicon.forms import plain_word

_COUNTING = {
    "en": "1:first 1:once 1:one 1:single 1:sole 1:a 1:an 1:another 1:1st 2:second 2:secondly 2:both 2:double 2:doubl* 2:couple "
    "2:pair 2:bilateral* 2:twofold 2:twin 2:twins 2:two-* 3:third 3:triple 3:tripl* 3:trio 3:thirdly 4:fourthly 5:fifthly 3:threefold 3:three-* "
    "3:hat-trick 4:fourth 4:quarter* 4:quadrup* 5:fifth 6:sixth 6:half-dozen 7:seventh 8:eighth 9:ninth 10:tenth 10:dozens 10:tens "
    "10:decade* 20:twentieth 12:dozens 14:fortnight 100:hundreds 100:centur* 100:centenar* 0.5:half 0.5:halves 0.5:halved 0.5:midway "
    "0.25:quarter* 0:nil 0:none 0:no 5:quintuple* 4:quartet 2:duo 2:twice 0.3333333333333333:third",
    "ru": "1:один 1:одна 1:одно 1:одн* 1:перв* 1:единственн* 2:втор* 2:оба 2:обе 2:обоих 2:обеих 2:обоим 2:обоими 2:вдвое "
    "2:двойн* 2:двукратн* 2:пара 2:пару 2:пары 2:двух* 2:двус* 2:дву* 2:вдвоем 2:вдвоём 2:близнец* 2:удво* 3:трет* 3:втрое 3:тройн* "
    "3:трех* 3:трёх* 3:троек* 3:втроем 3:трой* 3:утрои* 4:четверт* 4:четвёрт* 4:четырехкратн* 4:вчетверо 4:четырех* 4:четырёх* 4:вчетвером "
    "5:пят* 5:впятеро 6:шест* 7:седьм* 7:семи* 7:семью 8:восьм* 9:девят* 10:десят* 12:дюжин* 100:сотн* 100:столет* 100:век* 1000:тысяч* "
    "1e6:миллион* 0.5:половин* 0.5:полу* 0.5:полови* 0.5:полчас* 0.5:полгод* 0.5:полмил* 0.25:четверт* 20:двадцат* 30:тридцат* 10:декад* 0:нулев* 0:ничь* 0:ни 0:нет 0.3333333333333333:трет* "
    "40:сорока* 90:девяносто*",
    "uk": "1:один 1:одна 1:одн* 1:перш* 1:єдин* 2:друг* 2:обидва 2:обидві 2:обох 2:обом 2:обома 2:удвічі 2:вдвічі 2:подвійн* 2:подвої* 2:подвоє* 2:пара "
    "2:пару 2:пари 2:дво* 2:обидвоє 2:близнюк* 3:трет* 3:втричі 3:утричі 3:потрійн* 3:три* 3:трьох* 3:трійк* 3:потрої* 3:потроє* 4:четверт* 4:чотирьох* "
    "4:чотири* 4:вчетверо 5:п'ят* 6:шост* 6:шест* 7:сьом* 7:семи* 8:восьм* 9:дев'ят* 10:десят* 12:дюжин* 100:сотн* 100:сотень 100:століт* "
    "1000:тисяч* 1e6:мільйон* 0.5:половин* 0.5:пів* 0.5:напів* 0.25:чверт* 20:двадцят* 30:тридцят* 0:нульов* 0:жодн* 0:немає "
    "0.3333333333333333:трет* 40:сорока*",
}
# Beginnings of compounds that add up: «двадцати|пяти|летний».
_TENS = {
    "ru": "20:двадцати 30:тридцати 40:сорока 50:пятидесяти 60:шестидесяти 70:семидесяти 80:восьмидесяти 90:девяносто 100:сто",
    "uk": "20:двадцяти 30:тридцяти 40:сорока 50:п'ятдесяти 60:шістдесяти 70:сімдесяти 80:вісімдесяти 90:дев'яносто 100:сто",
}
_ONES = {
    "ru": "1:одно 2:двух 3:трех 4:четырех 5:пяти 6:шести 7:семи 8:восьми 9:девяти",
    "uk": "1:одно 2:дво 3:три 4:чотири 5:п'яти 6:шести 7:семи 8:восьми 9:дев'яти",
}
_TEENS = {
    "ru": "10:десяти 11:одиннадцати 12:двенадцати 13:тринадцати 14:четырнадцати 15:пятнадцати 16:шестнадцати 17:семнадцати "
    "18:восемнадцати 19:девятнадцати 200:двухсот 300:трехсот 400:четырехсот 500:пятисот 600:шестисот 1000:тысяче",
    "uk": "10:десяти 11:одинадцяти 12:дванадцяти 13:тринадцяти 14:чотирнадцяти 15:п'ятнадцяти 16:шістнадцяти 17:сімнадцяти "
    "18:вісімнадцяти 19:дев'ятнадцяти 200:двохсот 300:трьохсот 400:чотирьохсот 500:п'ятисот 600:шестисот 1000:тисячо",
}
_LONGEST_COMPOUND = 14  # letters after the beginning: «четырёх|этажный»


@lru_cache(maxsize=65536)
def counted(word: str, language: str) -> frozenset[float]:
    """Values that a word may stand for without being a cardinal ("third", "both", «пара»); empty for most words."""
    exact, beginnings = _counting(language)
    lower = word.lower().replace("’", "'").replace("ʼ", "'")
    shortest = max(1, len(lower) - _LONGEST_COMPOUND)
    parts = (beginnings.get(lower[:length], frozenset()) for length in range(shortest, len(lower) + 1))
    compound = _compound(plain_word(word), language)
    return exact.get(lower, frozenset()).union(*parts, compound)


def _compound(plain: str, language: str) -> frozenset[float]:
    """Value of the numerals that a word begins with: 25 for «двадцатипятилетний»."""
    values = _beginnings(_TENS.get(language, "")) | _beginnings(_TEENS.get(language, ""))
    first = max((beginning for beginning in values if plain.startswith(beginning)), key=len, default="")
    if not first or len(plain) == len(first):
        return frozenset()
    rest, value = plain[len(first) :], values[first]
    ones = _beginnings(_ONES.get(language, "")) if first in _beginnings(_TENS.get(language, "")) else {}
    more = next((ones[beginning] for beginning in ones if rest.startswith(beginning) and rest != beginning), 0.0)
    return frozenset([value + more])


@cache
def _beginnings(source: str) -> dict[str, float]:
    return {beginning: float(value) for value, _, beginning in (entry.partition(":") for entry in source.split())}


@cache
def _counting(language: str) -> tuple[dict[str, frozenset[float]], dict[str, frozenset[float]]]:
    exact: dict[str, frozenset[float]] = {}
    beginnings: dict[str, frozenset[float]] = {}
    for entry in _COUNTING.get(language, "").split():
        value, form = entry.split(":")
        table, key = (beginnings if form.endswith("*") else exact), form.rstrip("*")
        table[key] = table.get(key, frozenset()) | {float(value)}
    return exact, beginnings
