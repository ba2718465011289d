"""Dates as feeds write them, right or wrong, in ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
_ZONE = r"(?:\s*(?P<zone>Z\b|(?:UTC?|GMT)?\s*[+-]\d\d?:?(?:\d\d)?|[A-Za-z]{2,4}\b))?"
_TIME = rf"(?:(?:\s*T\s*|,?\s+){_CLOCK}{_ZONE})?"
_FORMS = (
    re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d?)-(?P<day>\d\d?){_TIME}", re.IGNORECASE),
    # RFC 822, the day of the week aside: it is wrong as often as not
    re.compile(
        rf"(?:[^\W\d]+\.?,?\s+)?(?P<day>\d\d?)[\s-]+(?P<name>[^\W\d]{{3,12}})\.?[\s-]+(?P<year>\d{{4}}|\d\d){_TIME}"
    ),
    re.compile(rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{{4}}){_TIME}"),
)
_MONTHS = (
    "jan янв січ", "feb фев лют", "mar мар бер", "apr апр кві", "may май мая тра", "jun июн чер",
    "jul июл лип", "aug авг сер", "sep сен вер", "oct окт жов", "nov ноя лис", "dec дек гру",
)  # fmt: skip
_MONTH_OF = {name: k for k, names in enumerate(_MONTHS, 1) for name in names.split()}
_HOURS_OF = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "bst": 1,
}  # fmt: skip
_OFFSET = re.compile(r"([+-])(\d\d?):?(\d\d)?$")
_CENTURY_TURNS_AT = 70  # RFC 2822 takes 50; feeds are younger than 1970


def iso_date(text: str) -> str:
    """Return a date as 2026-11-24 or 2026-11-24T13:28:27+02:00, without a zone where none is known; "" for no date."""
    stripped = text.strip()
    found = next((match for form in _FORMS if (match := form.match(stripped))), None)
    if not found:
        return ""
    parts = found.groupdict()
    try:
        day = date(_year(parts["year"]), _month(parts), int(parts["day"]))
    except ValueError:
        return ""
    if parts["hour"] is None:
        return day.isoformat()
    try:
        zone = _zone(parts["zone"] or "")
        second = min(int(parts["second"] or 0), 59)  # a leap second is one too many for datetime
        return datetime(
            day.year, day.month, day.day, int(parts["hour"]), int(parts["minute"]), second, tzinfo=zone
        ).isoformat()
    except ValueError:  # the day may still be right
        return day.isoformat()


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004  # two digits are short for four
        return year
    return year + (2000 if year < _CENTURY_TURNS_AT else 1900)


def _month(parts: dict[str, str | None]) -> int:
    return int(parts["month"] or 0) if "month" in parts else _MONTH_OF.get((parts["name"] or "")[:3].lower(), 0)


def _zone(name: str) -> timezone | None:
    if offset := _OFFSET.search(name):
        shift = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(-shift if offset[1] == "-" else shift)
    if name.lower() in {"am", "pm"}:
        raise ValueError(name)  # half a day's clock: the hour may be another
    hours = _HOURS_OF.get(name.lower())
    return None if hours is None else timezone(timedelta(hours=hours))
