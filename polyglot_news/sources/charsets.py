"""Which declared character encoding is one that text on the web is written in."""

from __future__ import annotations

import codecs
import re

# Python also knows codecs that are no charsets (idna, unicode_escape, zip), and UTF-7, which browsers refuse.
_CHARSET = re.compile(
    r"ascii|utf-(8|16|32)(-sig|-[bl]e)?|iso8859-\d+|cp\d+|koi8-[rtu]|kz1048|ptcp154|mac-\w+"
    r"|gb\w*|big5\w*|shift_jis\w*|euc_\w+|iso2022_\w+|johab|tis-620|hz"
)
_AS_BROWSERS_READ = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874"}


def known_charset(declared: str) -> str:
    """Return the Python codec of a charset that a header, a tag or an XML declaration names; "" where it is none.

    Latin-1 is read as windows-1252, as browsers do (WHATWG, Encoding).
    """
    try:
        name = codecs.lookup(declared.strip(" \t\r\n\"'")).name
    except (LookupError, ValueError):  # ValueError: a null character
        return ""
    return _AS_BROWSERS_READ.get(name, name) if _CHARSET.fullmatch(name) else ""
