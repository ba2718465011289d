"""A web page as a draft of its article: the text, its headline and captions, and what the page says about it.

Nothing is fetched and no script is run: what is not in the page is not in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from polyglot_news.errors import InputError
from polyglot_news.model import Role
from polyglot_news.sources.blocks import block, tidy
from polyglot_news.sources.draft import Block, Draft
from polyglot_news.sources.html_article import Found, find_article
from polyglot_news.sources.html_charset import decode_page
from polyglot_news.sources.html_metadata import Said, Shown, choose_headline, read_metadata
from polyglot_news.sources.html_page import Page, read_page
from polyglot_news.sources.html_prose import ends_a_sentence

_STUB_CHARS = 800  # of a page for subscribers: an opening paragraph or two
_LONGEST_BYLINE_CHARS, _MOST_NAMED = 100, 20
_LONGEST_HEADLINE_CHARS, _MOST_HEADLINES = 500, 50
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:authors?|bylines?)(?:$|[\s_-])")
_DATE = re.compile(r"(?:^|[\s_-])(?:date|time|datetime|published|timestamp|pubdate)(?:$|[\s_-])")
_LINE_CHARS, _FEWEST_LINES = 100, 5
_COPY_IT = "copy the text from a browser into a .txt file and give that"


def read_html(raw: bytes, source: str, charset: str = "", address: str = "") -> Draft:
    """Read a web page.

    Args:
        raw: the page as it came.
        source: what the user gave, for messages.
        charset: as the server declares it; "" where it does not.
        address: where the page comes from; "" where that is not known.

    Returns:
        The headline, where there is one, is the first block. What stands among the paragraphs and is not the
        article's has a reason; menus and what else lies around the article are left out.

    Raises:
        InputError: it is no text, or holds no article.
    """
    text = decode_page(raw, charset)
    if text is None:
        raise InputError(f"{source}: is a web page in an encoding that is not known", hint=_COPY_IT)
    page = read_page(text, source)
    found = find_article(page)
    standfirst = page.runs[found.standfirst].text if found.standfirst is not None else ""
    shown = Shown(
        standfirst,
        (*page.bylines[:_MOST_NAMED], *islice(_named(page, found, _AUTHOR), _MOST_NAMED)),
        tuple(islice(_named(page, found, _DATE), _MOST_NAMED)),
    )
    said = read_metadata(page, address, shown)
    _require_article(page, found, said, source)
    # A heading of the second level may be a subheading: the head must say it too.
    candidates = _headlines(page, "h1") or (_headlines(page, "h2") if said.headlines else [])
    title = tidy(choose_headline(candidates, said.headlines))
    return Draft(tuple(_blocks(page, found, title)), title, said.metadata, said.language)


def _require_article(page: Page, found: Found, said: Said, source: str) -> None:
    if said.is_paid and found.prose_chars < _STUB_CHARS:
        raise InputError(f"{source}: no article text found: the page has it for subscribers alone", hint=_COPY_IT)
    if not found.prose_chars:
        chars = sum(len(run.text) for run in page.runs)
        raise InputError(
            f"{source}: no article text found ({chars} characters, none of them a paragraph)", hint=_COPY_IT
        )


def _blocks(page: Page, found: Found, title: str) -> Iterator[Block]:
    yield from block(title, role=Role.TITLE)
    if found.standfirst is not None:
        yield from block(page.runs[found.standfirst].text, reason="standfirst")
    for k, reason in zip(found.runs, found.reasons, strict=True):
        run = page.runs[k]
        if tidy(run.text) == title:
            continue
        if reason == "caption":
            yield from block(run.text, role=Role.CAPTION)
        elif reason:
            yield from block(run.text, reason=reason)
        else:
            is_most = len(run.text) > found.prose_chars / 2
            for line in run.text.split("\n") if is_most and _is_paragraphs(run.text) else (run.text,):
                yield from block(line)


def _is_paragraphs(text: str) -> bool:
    """Whether the lines that a single <br> divides are paragraphs, as on old sites, and not a poem or an address."""
    lines = text.split("\n")
    long = sum(len(line) >= _LINE_CHARS and ends_a_sentence(line) for line in lines)
    return long >= max(_FEWEST_LINES, len(lines) - 1)


def _headlines(page: Page, tag: str) -> list[str]:
    """What is shown as a heading of one level."""
    of_tag = {k for k, element in enumerate(page.elements) if element.tag == tag and not element.is_hidden}
    inside = page.below(of_tag)
    runs = (run for run in page.runs if inside[run.element])
    return [tidy(run.text[:_LONGEST_HEADLINE_CHARS]) for run in islice(runs, _MOST_HEADLINES)]


def _named(page: Page, found: Found, names: re.Pattern[str]) -> Iterator[str]:
    """Yield short runs that are named as a byline or a date, from the top of the page to the end of the article."""
    end = found.runs[-1] + 1 if found.runs else 0
    for run in page.runs[:end]:
        hints = (page.elements[each].hint for each in page.path(run.element)[:2])
        if len(run.text) <= _LONGEST_BYLINE_CHARS and any(map(names.search, hints)):
            yield run.text
