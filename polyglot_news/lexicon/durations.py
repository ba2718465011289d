"""Durations and days that are said without a number: «полгода», "a fortnight", «за час», «в настоящее время»."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from polyglot_news.lexicon.forms import Forms, read_forms
from polyglot_news.lexicon.units import Unit, unit_of

# Durations of one word, as "unit*how many:forms" of `forms`: an hour is «за час», six months are «полгода».
_PHRASES = {
    "en": "day*14:fortnight,fortnights,fortnight's hour:hour,hourly,hour's week:week,weekly,weeklong,week's month:month,monthly,month's "
    "year:year,yearly,annual,annually,year's decade:decade,decades century:century,centuries,centenary day:day,daily,day's,overnight hour*24:day "
    "minute:minute,minute's minute*30:half-hour month*6:semester,half-year day*2:weekend",
    "ru": "month*6:полгода,полугода month*6:полугод* minute*30:полчаса,получаса minute*30:получас* hour:час,часа,часу,часом,часе "
    "hour:часов* day:сутки,суток,сутками,день,дня,днем hour*24:сутки week:недел* month:месяц,месяца,месяцу,месяцем,месяце "
    "month:месячн* month:ежемесячн* year:год,года,году,годом,годе year:годов* year:ежегодн* decade:десятилети* century:столети* century:век,века,веку,веком,веке "
    "year*1.5:полтора minute:минута,минуту,минуты year*2:двухлети* week*2:двухнедельн* day*2:выходные,выходных day:ежедневн* day:дневн*",
    "uk": "month*6:півроку month*6:півріч* month*6:піврічн* minute*30:півгодин* hour:годину,година,години,годин day:доба,добу,доби,день,дня "
    "hour*24:доба,добу,доби week:тиждень,тижня,тижні,тижневий month:місяць,місяця,місяці month:місячн* month:щомісячн* year:рік,року,році,роком "
    "year:річн* year:щорічн* decade:десятиліт* century:столітт* century:століття,століть minute:хвилина,хвилину,хвилини day*2:вихідні,вихідних "
    "day:щоденн* day:денн*",
}
_HALVES = {  # one word for half of a unit: a number by itself
    "ru": "hour:полчаса,получаса year:полгода,полугода,полугодие,полугодия day:полдня minute:полминуты century:полвека,полувека,полстолетия "
    "litre:поллитра km:полкилометра kg:полкило,полкилограмма m:полметра tonne:полтонны",
    "uk": "hour:півгодини year:півроку,півріччя minute:півхвилини century:півстоліття litre:півлітра km:півкілометра "
    "kg:півкіло m:півметра tonne:півтонни",
}
_NOW = {
    "en": frozenset("now today currently tonight today's morning afternoon evening nowadays present".split()),  # noqa: SIM905  # a list of words
    "ru": frozenset("сейчас теперь ныне нынче сегодня сегодняшний сегодняшнего сегодняшнем сегодняшней сегодняшние нынешний нынешнего нынешней "  # noqa: SIM905  # a list of words
                    "нынешние настоящее текущий современный современной современные".split()),
    "uk": frozenset("зараз тепер нині сьогодні сьогоднішній сьогоднішнього сьогоднішньої сьогоднішні нинішній нинішнього нинішні сучасний "  # noqa: SIM905  # a list of words
                    "сучасної".split()),
}  # fmt: skip
_EVE = frozenset(["накануне", "напередодні", "вчерашний", "вчерашнего", "вчерашнем", "вчерашней", "вчерашнюю", "учорашній", "вчорашній",
                  "учорашнього", "вчорашнього", "вчорашньої", "завтрашний", "завтрашнего", "завтрашний", "завтрашній", "завтрашнього"])  # fmt: skip


@lru_cache(maxsize=65536)
def durations_said(plain: str, language: str) -> tuple[float, ...]:
    """Return the seconds that a plain word may stand for by itself."""
    key = _phrases(language).key(plain)
    if key is None:
        return ()
    name, _, count = key.partition("*")
    unit = unit_of(name, "en")
    return (unit.factor * float(count or 1),) if unit else ()


@lru_cache(maxsize=4096)
def half_unit(plain: str, language: str) -> Unit | None:
    """Return the unit of which a plain word says a half: the year of «полгода»."""
    key = _halves(language).key(plain)
    return unit_of(key, "en") if key else None


def is_day_said(offset: int, plain: AbstractSet[str], language: str) -> bool:
    """Whether plain words say today or a day beside it, some days from the day of writing, in another way."""
    return not (_NOW.get(language, frozenset()) if offset == 0 else _EVE).isdisjoint(plain)


@cache
def _phrases(language: str) -> Forms:
    return read_forms(_PHRASES.get(language, ""))


@cache
def _halves(language: str) -> Forms:
    return read_forms(_HALVES.get(language, ""))
