"""DOCX into a draft: which paragraph is the title, and what the properties say."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from polyglot_news.errors import InputError
from polyglot_news.model import Metadata
from polyglot_news.sources.blocks import tidy, with_title
from polyglot_news.sources.docx_package import Package, check
from polyglot_news.sources.docx_paragraphs import Styled, read_paragraphs, read_styles
from polyglot_news.sources.draft import Draft

_MOST_CHARS = 3_000_000
_NOBODY = frozenset(
    ("microsoft office user", "user", "admin", "administrator", "пользователь", "користувач", "python-docx", "windows")
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$")
_FIRST_BLOCKS = 3  # a title stands among them


def read_docx(raw: bytes, source: str) -> Draft:
    """Read a Word document: its paragraphs as they would be printed, tables of figures along with a reason.

    Returns:
        The title is the paragraph in the style "Title", else a first heading, else what the properties say if the
        document begins with it.

    Raises:
        InputError: it is something else, encrypted, broken or too large.
    """
    check(raw, source)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            package = Package(archive, source)
            document, core = package.parts()
            styles = read_styles(package, f"{document.rpartition('/')[0]}/styles.xml")
            found, properties = read_paragraphs(package, document, styles), _properties(package, core)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        # Of zipfile all of them: a header that lies is one or the other.
        raise InputError(f"{source}: is a broken DOCX file", hint="open it in Word and save it again") from None
    return _draft(found, properties, source)


def _draft(found: tuple[Styled, ...], properties: Mapping[str, str], source: str) -> Draft:
    if sum(len(each.block.text) for each in found) > _MOST_CHARS:
        wrong = f"is longer than {_MOST_CHARS // 10**6} million characters"
        raise InputError(f"{source}: {wrong}", hint="give one article a file")
    blocks, title = with_title((each.block for each in found), _title(found, properties.get("title", "")))
    subtitle = next((each.block.text for each in found if each.style == "subtitle"), "")
    names = (tidy(name) for name in re.split("[;,]", properties.get("creator", "")))
    created = properties.get("created", "")
    metadata = Metadata(
        subtitle=subtitle,
        date=created if _DATE.match(created) else "",
        authors=tuple(name for name in names if name and name.lower() not in _NOBODY),
    )
    declared = re.match(r"([a-z]{2})(?:[-_]|$)", properties.get("language", "").lower())
    return Draft(blocks, title, metadata, declared[1] if declared else "")


def _title(found: tuple[Styled, ...], declared: str) -> str:
    styled = [each.block.text for each in found if each.style == "title" and not each.block.reason]
    beginning = found[:_FIRST_BLOCKS]
    styled += [each.block.text for each in beginning if each.style == "heading 1" and not each.block.reason]
    # Properties keep the title of the template, or of the document that this one was a copy of.
    styled += [declared for each in beginning if each.block.text == declared]
    return styled[0] if styled else ""


def _properties(package: Package, name: str) -> dict[str, str]:
    """What stands in the core properties, by the element's name."""
    properties: dict[str, str] = {}
    current = ""

    def start(name: str, _attributes: Mapping[str, str]) -> None:
        nonlocal current
        current = name.rpartition(" ")[2]

    def text(text: str) -> None:
        properties[current] = properties.get(current, "") + text

    package.parse(name, start, text)
    return {key: tidy(value) for key, value in properties.items()}
