"""Units of measure and money in English, Russian and Ukrainian, and what they are in the base unit of their dimension."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from polyglot_news.lexicon.forms import Forms, plain_word, read_forms


class Unit(NamedTuple):
    """A unit: an amount in the base unit of its dimension is factor * value + shift."""

    name: str
    dimension: str  # "time", "length", "mass", "area", "volume", "speed", "temperature", "power", "energy", "data"
    factor: float
    shift: float = 0.0


_UNITS = {
    unit.name: unit
    for unit in (
        Unit("second", "time", 1.0), Unit("minute", "time", 60.0), Unit("hour", "time", 3600.0),
        Unit("day", "time", 86400.0), Unit("week", "time", 604800.0), Unit("month", "time", 2629800.0),
        Unit("year", "time", 31557600.0), Unit("decade", "time", 315576000.0), Unit("century", "time", 3155760000.0),
        Unit("mm", "length", 0.001), Unit("cm", "length", 0.01), Unit("m", "length", 1.0), Unit("km", "length", 1000.0),
        Unit("inch", "length", 0.0254), Unit("foot", "length", 0.3048), Unit("yard", "length", 0.9144),
        Unit("mile", "length", 1609.344), Unit("nmi", "length", 1852.0),
        Unit("g", "mass", 0.001), Unit("kg", "mass", 1.0), Unit("quintal", "mass", 100.0), Unit("tonne", "mass", 1000.0),
        Unit("ounce", "mass", 0.02835), Unit("pound", "mass", 0.45359), Unit("stone", "mass", 6.35),
        Unit("ha", "area", 10000.0), Unit("acre", "area", 4046.86),
        Unit("ml", "volume", 0.001), Unit("litre", "volume", 1.0), Unit("gallon", "volume", 3.785), Unit("barrel", "volume", 158.99),
        Unit("kph", "speed", 1 / 3.6), Unit("mph", "speed", 0.44704), Unit("mps", "speed", 1.0), Unit("knot", "speed", 0.51444),
        Unit("C", "temperature", 1.0), Unit("F", "temperature", 5 / 9, -160 / 9), Unit("degree", "temperature", 1.0),
        Unit("kW", "power", 1e3), Unit("MW", "power", 1e6), Unit("GW", "power", 1e9), Unit("hp", "power", 735.5),
        Unit("kWh", "energy", 1.0), Unit("MWh", "energy", 1e3), Unit("MB", "data", 1.0), Unit("GB", "data", 1e3),
        Unit("TB", "data", 1e6),
    )
}  # fmt: skip
_SYMBOLS = (  # of any language
    "mm:mm,мм cm:cm,см km:km,kms,км g:g kg:kg,kgs,кг ha:ha,га mph:mph kph:kph,kmh foot:ft yard:yd,yds ounce:oz "
    "pound:lb,lbs C:°c,°с F:°f,°ф degree:° kW:kw,квт MW:mw,мвт GW:gw,гвт kWh:kwh MWh:mwh GB:gb,гб MB:mb,мб TB:tb,тб ml:ml,мл "
    "m²:m²,м² km²:km²,км² m³:m³,м³"
)
_WORDS = {
    "en": "second:second,seconds,sec,secs minute:minute,minutes,min,mins hour:hour,hours,hr,hrs,hourly day:day,days week:week,weeks "
    "month:month,months year:year,years,yr,yrs decade:decade,decades century:century,centuries m:m,metre,metres,meter,meters "
    "km:kilometre,kilometres,kilometer,kilometers cm:centimetre,centimetres,centimeter,centimeters mm:millimetre,millimetres,millimeter,millimeters "
    "inch:inch,inches foot:foot,feet yard:yard,yards mile:mile,miles g:gram,grams,gramme,grammes kg:kilo,kilos,kilogram,kilograms "
    "tonne:tonne,tonnes,ton,tons,t ounce:ounce,ounces pound:pound,pounds stone:stone ha:hectare,hectares acre:acre,acres "
    "litre:litre,litres,liter,liters gallon:gallon,gallons barrel:barrel,barrels knot:knot,knots degree:degree,degrees "
    "MW:megawatt,megawatts GW:gigawatt,gigawatts kW:kilowatt,kilowatts hp:horsepower,hp GB:gigabyte,gigabytes",
    "ru": "second:секунд* second:сек minute:минут* minute:минутк* minute:минуточк* minute:мин hour:час,часа,часов,часу,часам,часами,часах,ч hour:часов* "
    "day:день,дня,дней,дню,дням,днями,днях,днем day:дневн* day:сут+ки,ок,кам,ками,ках day:суточн* week:недел* month:месяц* month:месячн* "
    "month:мес year:год,года,году,годом,годе,годы,лет,летия,летию,летие,летием,годам,годами,годах,годов year:летн* "
    "decade:десятилети* century:столети* century:век+,а,у,ом,е,ов m:метр* m:м km:километр* cm:сантиметр* mm:миллиметр* inch:дюйм* "
    "foot:фут+,а,ов,у,ы,ах yard:ярд* mile:мил+я,и,ь,ю,ей,ям,ями,ях nmi:nmi g:грамм* kg:килограмм* kg:кило quintal:центнер* "
    "tonne:тонн* tonne:т ounce:унци* pound:фунт* ha:гектар* acre:акр+,а,ов,ы,ам litre:литр* litre:л gallon:галлон* "
    "barrel:баррел* barrel:барр knot:узл+а,ов,ы,ам degree:градус* MW:мегаватт* GW:гигаватт* kW:киловатт* GB:гигабайт*",
    "uk": "second:секунд* second:сек minute:хвилин* minute:хвилинк* minute:хв hour:годин* hour:год day:день,дня,днів,дню,дням,днями,днях,дні,днем "
    "day:денн* day:доб+а,и,у,і,ою day:діб day:добов* week:тиж+день,ня,ні,нів,ню,нями,нях,нем week:тижнев* month:місяц* month:місяч* month:міс "
    "year:рік,року,роки,років,роком,році,рокам,роками,роках,річ,річчя,річчю year:річн* decade:десятиліт* century:столітт* "
    "century:століть century:вік,віку m:метр* m:м km:кілометр* cm:сантиметр* mm:міліметр* inch:дюйм* foot:фут+,а,ів,и,ах yard:ярд* "
    "mile:мил+я,і,ь,ю,ею,ям,ями,ях g:грам* kg:кілограм* kg:кіло quintal:центнер* tonne:тонн* tonne:т ounce:унці* pound:фунт* "
    "ha:гектар* acre:акр+,а,ів,и litre:літр* litre:л gallon:галон* barrel:барел* knot:вузл+а,ів,и degree:градус* MW:мегават* "
    "GW:гігават* kW:кіловат* GB:гігабайт*",
}
_CURRENCIES = (  # of any language
    "USD:$,dollar,dollars,usd,долл,дол USD:доллар+,а,ов,у,ы,ом,ам,ами,ах USD:долар+,а,ів,у,и,ом,ам,ами,ах USD:долларов* USD:buck,bucks "
    "EUR:€,euro,euros,eur,евро,євро GBP:£,gbp,sterling GBP:стерлинг* GBP:стерлінг* pound:фунт+,а,ов,ів,ы,и,у,ам,ами,ах pound:pound,pounds "
    "RUB:₽,rouble,roubles,ruble,rubles,rub,руб,крб RUB:рубл+ь,я,ей,ю,и,ем,ям,ями,ях,і,ів,ями,ям,ева,евой,евый "
    "UAH:₴,hryvnia,hryvnias,hryvnya,hryvnyas,hryvna,hryvnas,uah,грн UAH:гривн+а,ы,у,е,ей,ам,ами,ах,я,і,ю,ею,ям,ями,ях UAH:гривень,гривен "
    "CNY:yuan,yuans,renminbi,cny,rmb,юан+ь,я,ей,и,ю,ям CNY:юан* JPY:¥,yen,jpy,иен+а,ы,у JPY:иен JPY:єн+а,и,у JPY:єн "
    "CHF:franc,francs,chf,франк+,а,ов,ів TRY:lira,liras,try,лир+а,ы TRY:лир,лір,ліра,ліри PLN:zloty,zlotys,pln,злот* KZT:tenge,kzt,тенге "
    "GEL:lari,gel,лари,ларі INR:rupee,rupees,inr,рупи* INR:рупі* ILS:shekel,shekels,ils,шекел* BTC:bitcoin,bitcoins,btc,биткоин* BTC:біткоїн* "
    "BYN:byn SEK:krona,kronor,крон+а,ы CZK:koruna"
)
_SQUARE = re.compile(r"(?:square|sq|квадратн\w+|кв)$")
_CUBIC = re.compile(r"(?:cubic|cu|кубическ\w+|кубічн\w+|куб)$")
_PER = frozenset(["per", "an", "a", "в", "за", "на", "/"])
_CELSIUS = re.compile(r"(?:c|с|celsius|centigrade|цельси\w+|цельсі\w+)$")
_FAHRENHEIT = re.compile(r"(?:f|ф|fahrenheit|фаренгейт\w*)$")
# Up to four words or signs right behind a number.
_PART = r"(?:°\s?[^\W\d_]?(?!\w)|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|/)"
_BEHIND = re.compile(
    rf"[\s\u00a0\u202f\u2009]?[-‑–]?({_PART})(?:[.\s\u00a0\u202f-]{{0,2}}({_PART}))?(?:[.\s\u00a0\u202f-]{{0,2}}({_PART}))?(?:[\s\u00a0]?({_PART}))?"
)
_BEFORE = re.compile(r"([^\W\d_]+)[\s\u00a0]$")


def unit_of(word: str, language: str) -> Unit | None:
    """Return the unit that a word or a sign names: "miles", «тонн», "km"."""
    name = _name(word, language)
    return _unit(name) if name else None


def currency(word: str) -> str | None:
    """Code of the currency that a word or a sign names; "pound" where it may be a mass as well."""
    return _currencies().key(plain_word(word))


def measure_behind(text: str, at: int, language: str) -> Unit | None:
    """Return the unit that stands right behind text[:at], of up to four words: "square miles", "km per hour"."""
    match = _BEHIND.match(text, at)
    if match is None:
        return None
    parts = tuple(plain_word(part).replace(" ", "") if part else "" for part in match.groups())
    return _measure(parts, language)


def unit_before(text: str, at: int, language: str) -> Unit | None:
    """Return the unit right before text[at:], as in «минут десять», about ten minutes."""
    match = _BEFORE.search(text[max(0, at - 24) : at]) if language != "en" else None
    return unit_of(match[1], language) if match and len(match[1]) > 2 else None  # noqa: PLR2004


@lru_cache(maxsize=16384)
def _measure(parts: tuple[str, ...], language: str) -> Unit | None:
    first, second, third, fourth = parts
    if _SQUARE.match(first) or _CUBIC.match(first):
        side = unit_of(second, language)
        return _power(side, 2 if _SQUARE.match(first) else 3) if side else None
    unit = unit_of(first, language)
    if unit is None:
        return _nautical(first, second, language)
    if unit.dimension == "length" and second in _PER:
        return _speed(unit, fourth if third == "the" else third, language) or unit
    if unit.name == "degree":
        scale = third if second in {"по", "за", "шкалою", "of"} else second
        return _UNITS["C"] if _CELSIUS.match(scale) else _UNITS["F"] if _FAHRENHEIT.match(scale) else unit
    return unit


def _nautical(first: str, second: str, language: str) -> Unit | None:
    if first.startswith(("nautical", "морск")) and (unit := unit_of(second, language)) and unit.name == "mile":
        return _UNITS["nmi"]
    return None


def _speed(length: Unit, word: str, language: str) -> Unit | None:
    """Return metres a second of kilometres an hour; «на год» is an hour only behind a length."""
    time = "hour" if word in {"h", "час", "ч", "год", "годину", "hour"} else _name(word, language)
    if time not in {"hour", "second"} and word not in {"s", "с", "сек"}:
        return None
    seconds = 3600.0 if time == "hour" else 1.0
    return Unit(f"{length.name}/{'h' if time == 'hour' else 's'}", "speed", length.factor / seconds)


def _power(side: Unit, power: int) -> Unit | None:
    if side.dimension != "length":
        return None
    if power == 2:  # noqa: PLR2004
        return Unit(f"{side.name}²", "area", side.factor**2)
    return Unit(f"{side.name}³", "volume", side.factor**3 * 1000.0)


def _unit(name: str) -> Unit | None:
    if name[-1] in "²³":
        return _power(_UNITS[name[:-1]], 2 if name[-1] == "²" else 3)
    return _UNITS.get(name)


@lru_cache(maxsize=65536)
def _name(word: str, language: str) -> str | None:
    plain = plain_word(word)
    return _symbols().key(plain) or _words(language).key(plain)


@cache
def _symbols() -> Forms:
    return read_forms(_SYMBOLS)


@cache
def _words(language: str) -> Forms:
    return read_forms(_WORDS.get(language, ""))


@cache
def _currencies() -> Forms:
    return read_forms(_CURRENCIES)
