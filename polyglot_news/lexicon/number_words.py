"""Number words of English, Russian and Ukrainian, by the beginning that all their forms share."""

from __future__ import annotations

from functools import cache, lru_cache

# value: forms or beginnings (a trailing * stands for any ending of at most four letters)
_UNITS = {
    "en": "0:zero 1:one 2:two 3:three 4:four 5:five 6:six 7:seven 8:eight 9:nine 10:ten 11:eleven 12:twelve 13:thirteen "
    "14:fourteen 15:fifteen 16:sixteen 17:seventeen 18:eighteen 19:nineteen 20:twenty 30:thirty 40:forty 50:fifty "
    "60:sixty 70:seventy 80:eighty 90:ninety 2:twice 3:thrice",
    "ru": "0:ноль 0:нуль 2:два 2:две 2:двух 2:двум 2:двумя 2:двое 2:двоих 3:три 3:трех 3:трём 3:трёх 3:трем 3:тремя "
    "3:трое 3:троих 4:четыре 4:четырех 4:четырёх 4:четырем 4:четверо 4:четверых 5:пять 5:пяти 5:пятью 5:пятеро "
    "5:пятерых 6:шесть 6:шести 6:шестеро 7:семь 7:семи 8:восемь 8:восьми 9:девять 9:девяти 10:десять 10:десяти "
    "11:одиннадцат* 12:двенадцат* 13:тринадцат* 14:четырнадцат* 15:пятнадцат* 16:шестнадцат* 17:семнадцат* "
    "18:восемнадцат* 19:девятнадцат* 20:двадцат* 30:тридцат* 40:сорок 40:сорока 50:пятьдесят 50:пятидесяти "
    "60:шестьдесят 60:шестидесяти 70:семьдесят 70:семидесяти 80:восемьдесят 80:восьмидесяти 90:девяносто 90:девяноста "
    "100:сто 100:ста 200:двести 200:двухсот 300:триста 300:трехсот 300:трёхсот 400:четыреста 400:четырехсот 500:пятьсот "
    "500:пятисот 600:шестьсот 600:шестисот 700:семьсот 700:семисот 800:восемьсот 800:восьмисот 900:девятьсот "
    "900:девятисот 2:дважды 3:трижды 4:четырежды",
    "uk": "0:нуль 2:два 2:дві 2:двох 2:двом 2:двома 2:двоє 3:три 3:трьох 3:трьом 3:трьома 3:троє 4:чотири 4:чотирьох "
    "4:чотирьом 4:четверо 5:п'ять 5:п'яти 5:п'ятьох 5:п'ятеро 6:шість 6:шести 6:шістьох 6:шестеро 7:сім 7:семи 7:сімох "
    "8:вісім 8:восьми 8:вісьмох 9:дев'ять 9:дев'яти 10:десять 10:десяти 10:десятьох 11:одинадцят* 12:дванадцят* "
    "13:тринадцят* 14:чотирнадцят* 15:п'ятнадцят* 16:шістнадцят* 17:сімнадцят* 18:вісімнадцят* 19:дев'ятнадцят* "
    "20:двадцят* 30:тридцят* 40:сорок 40:сорока 50:п'ятдесят* 60:шістдесят* 70:сімдесят* 80:вісімдесят* "
    "90:дев'яносто 90:дев'яноста 100:сто 100:ста 200:двісті 200:двохсот 300:триста 300:трьохсот 400:чотириста "
    "400:чотирьохсот 500:п'ятсот 500:п'ятисот 600:шістсот 600:шестисот 700:сімсот 700:семисот 800:вісімсот "
    "800:восьмисот 900:дев'ятсот 900:дев'ятисот 2:двічі 3:тричі",
}
_MAGNITUDES = {
    "en": "100:hundred 100:hundreds 1e3:thousand 1e3:thousands 1e6:million 1e6:millions 1e9:billion 1e9:billions "
    "1e12:trillion 1e12:trillions 12:dozen 12:dozens 1e6:mln 1e6:m 1e9:bn 1e12:trn 1e12:tln 1e3:k",
    "ru": "1e3:тысяч* 1e3:тыс 1e6:миллион* 1e6:млн 1e9:миллиард* 1e9:млрд 1e12:триллион* 1e12:трлн 12:дюжин* "
    "10:десяток 10:десятка 10:десятки 10:десятков 10:десяткам 10:десятками 10:десятках",
    "uk": "1e3:тисяч* 1e3:тис 1e6:мільйон* 1e6:млн 1e9:мільярд* 1e9:млрд 1e12:трильйон* 1e12:трлн 12:дюжин* "
    "10:десяток 10:десятка 10:десятки 10:десятків 10:десяткам 10:десятками 10:десятках",
}
_FRACTIONS = {
    "en": "0.5:half",
    "ru": "1.5:полтора 1.5:полторы 1.5:полутора",
    "uk": "1.5:півтора 1.5:півтори 0.5:пів",
}
# Words that count without being cardinals: ordinals, multiples, shares, round plurals, «трёхметровый». What they say is
# too loose to be a number of the text, but it answers a number of the other edition.
_COUNTING = {
    "en": "1:first 1:once 1:one 1:single 1:sole 1:a 1:an 1:another 2:second 2:secondly 2:both 2:double 2:doubled 2:couple "
    "2:pair 2:bilateral* 2:twofold 3:third 3:triple 3:tripled 3:trio 3:threefold 4:fourth 4:quadrup* 5:fifth 6:sixth "
    "7:seventh 8:eighth 9:ninth 10:tenth 10:dozens 10:tens 10:decade* 20:twentieth 12:dozens 14:fortnight 100:hundreds "
    "100:centur* 0.5:half 0.5:halves 0.5:halved 0.25:quarter* 0:nil 0:none",
    "ru": "1:один 1:одна 1:одно 1:одн* 1:перв* 1:единственн* 2:втор* 2:оба 2:обе 2:обоих 2:обеих 2:обоим 2:вдвое "
    "2:двойн* 2:двукратн* 2:пара 2:пару 2:пары 2:двух* 2:двус* 2:вдвоем 3:трет* 3:втрое 3:тройн* 3:трех* 3:трёх* "
    "4:четверт* 4:четвёрт* 4:четырехкратн* 4:вчетверо 4:четырех* 4:четырёх* 5:пят* 5:впятеро 6:шест* 7:седьм* 7:семи* "
    "8:восьм* 9:девят* 10:десят* 12:дюжин* 100:сотн* 1000:тысяч* 1e6:миллион* 0.5:половин* 0.5:полу* 0.25:четверт* "
    "20:двадцат* 30:тридцат*",
    "uk": "1:один 1:одна 1:одн* 1:перш* 1:єдин* 2:друг* 2:обидва 2:обидві 2:обох 2:удвічі 2:вдвічі 2:подвійн* 2:пара "
    "2:пару 2:дво* 3:трет* 3:втричі 3:утричі 3:потрійн* 3:три* 3:трьох* 4:четверт* 4:чотирьох* 4:чотири* 4:вчетверо "
    "5:п'ят* 6:шост* 6:шест* 7:сьом* 7:семи* 8:восьм* 9:дев'ят* 10:десят* 12:дюжин* 100:сотн* 100:сотень 1000:тисяч* "
    "1e6:мільйон* 0.5:половин* 0.5:пів* 0.25:чверт* 20:двадцят* 30:тридцят*",
}
_LONGEST_COMPOUND = 14  # letters after the beginning: «четырёх|этажный»
_ENDINGS = 4  # letters that an ending may have
_TABLES = {"units": _UNITS, "magnitudes": _MAGNITUDES, "fractions": _FRACTIONS}


@lru_cache(maxsize=65536)
def is_numeral(word: str, language: str) -> bool:
    """Whether a word is a cardinal, a magnitude or a fraction: only these and digits make up a number."""
    exact, beginnings = _numerals(language)
    plain = _plain(word)
    if plain not in exact and not plain.startswith(beginnings):
        return False
    return any(_look_up(word, language, table) is not None for table in _TABLES)


def cardinal(word: str, language: str) -> float | None:
    """Value of a number word below one thousand ("двадцати", "seventy"), else None."""
    return _look_up(word, language, "units")


def magnitude(word: str, language: str) -> float | None:
    """Value of a word that multiplies the number before it ("млрд", "dozen"), else None."""
    return _look_up(word, language, "magnitudes")


def fraction(word: str, language: str) -> float | None:
    """Value of "half", "полтора" and the like, else None."""
    return _look_up(word, language, "fractions")


@lru_cache(maxsize=65536)
def counted(word: str, language: str) -> frozenset[float]:
    """Values that a word may stand for without being a cardinal ("third", "both", «пара»); empty for most words."""
    exact, beginnings = _counting(language)
    plain = _plain(word)
    shortest = max(1, len(plain) - _LONGEST_COMPOUND)
    parts = (beginnings.get(plain[:length], frozenset()) for length in range(shortest, len(plain) + 1))
    return exact.get(plain, frozenset()).union(*parts)


@lru_cache(maxsize=65536)
def _look_up(word: str, language: str, table: str) -> float | None:
    exact, beginnings = _table(language, table)
    plain = _plain(word)
    if plain in exact:
        return exact[plain]
    for length in range(len(plain), max(3, len(plain) - _ENDINGS) - 1, -1):
        if plain[:length] in beginnings:
            return beginnings[plain[:length]]
    return None


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").replace("ʼ", "'")


@cache
def _numerals(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return all forms and all beginnings of a language."""
    tables = [_table(language, name) for name in _TABLES]
    return (
        frozenset(form for exact, _ in tables for form in exact),
        tuple(beginning for _, beginnings in tables for beginning in beginnings),
    )


@cache
def _table(language: str, name: str) -> tuple[dict[str, float], dict[str, float]]:
    source = _TABLES[name].get(language, "")
    exact: dict[str, float] = {}
    beginnings: dict[str, float] = {}
    for entry in source.split():
        value, form = entry.split(":")
        (beginnings if form.endswith("*") else exact)[form.rstrip("*")] = float(value)
    return exact, beginnings


@cache
def _counting(language: str) -> tuple[dict[str, frozenset[float]], dict[str, frozenset[float]]]:
    exact: dict[str, frozenset[float]] = {}
    beginnings: dict[str, frozenset[float]] = {}
    for entry in _COUNTING.get(language, "").split():
        value, form = entry.split(":")
        table, key = (beginnings if form.endswith("*") else exact), form.rstrip("*")
        table[key] = table.get(key, frozenset()) | {float(value)}
    return exact, beginnings
