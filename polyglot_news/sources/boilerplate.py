"""What is text of the site and not of the article, in plain text, where no tags help; with a reason for each removal.

Rules look at one paragraph: how it begins, what it is in whole, which words of sites it holds and how it is built. No
single word takes a paragraph out. Then neighbours count: a letter to the readers goes on as long as it speaks of "us",
and buttons stand in rows. Phrases are in boilerplate_cues.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from polyglot_news.model import Boilerplate
from polyglot_news.sources import boilerplate_cues as cues

_LONGEST_BUTTON_CHARS, _LONGEST_CAPTION_CHARS, _LONGEST_CRUMB_CHARS = 40, 240, 160
_SEPARATOR = re.compile(r"\s[·|•/]\s|\s—\s(?=[A-ZА-ЯІЇЄҐ]\w+\s—\s)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_QUOTED = re.compile(r"«[^»]{0,400}»|“[^”]{0,400}”|\"[^\"]{0,400}\"")
_ENOUGH_CUES = 2


def set_aside(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[Boilerplate, ...]]:
    """Take the text of the site out of a list of paragraphs.

    Returns:
        What is left, in order, and what was taken out, in order, each with the name of the rule that did it.
    """
    reasons = [_reason(paragraph) for paragraph in paragraphs]
    _spread_letters(paragraphs, reasons)
    _spread_buttons(paragraphs, reasons)
    kept = tuple(text for text, reason in zip(paragraphs, reasons, strict=True) if not reason)
    removed = tuple(Boilerplate(text, reason) for text, reason in zip(paragraphs, reasons, strict=True) if reason)
    return kept, removed


def _reason(paragraph: str) -> str:
    for rule in _RULES:
        if reason := rule(paragraph):
            return reason
    return ""


def _whole(paragraph: str) -> str:
    """A button or label and nothing else."""
    plain = paragraph.strip(" .:!?…»«\"'→>›").lower()
    return next((reason for reason, phrases in cues.WHOLE.items() if plain in phrases), "")


def _opening(paragraph: str) -> str:
    """Begins as only such text begins."""
    return next((reason for reason, pattern in cues.OPENING if pattern.match(paragraph)), "")


def _certain(paragraph: str) -> str:
    """Holds a phrase that no article has."""
    return next((reason for reason, pattern in cues.CERTAIN if pattern.search(paragraph)), "")


def _caption(paragraph: str) -> str:
    """Says who took the picture, at its beginning or its end."""
    if len(paragraph) > _LONGEST_CAPTION_CHARS:
        return ""
    return "caption" if any(pattern.search(paragraph) for pattern in cues.CREDITS) else ""


def _crumbs(paragraph: str) -> str:
    """Names of networks, or words to click on, with marks between them."""
    parts = [part for part in _SEPARATOR.split(paragraph) if part.strip()]
    known = len(cues.NETWORKS.findall(paragraph))
    short = len(paragraph) <= _LONGEST_CRUMB_CHARS and not _SENTENCE_END.search(paragraph)
    return "share" if short and len(parts) >= 3 and known >= 2 else ""  # noqa: PLR2004  # two names may be news


def _words_of_sites(paragraph: str) -> str:
    """Holds several different words of sites, in its own voice: mailboxes, gifts, privacy."""
    unquoted = _QUOTED.sub("", paragraph)
    found = [(reason, pattern) for reason, pattern in cues.WORDS if pattern.search(unquoted)]
    addressed = bool(cues.ADDRESS.search(unquoted))
    if len(found) + addressed > _ENOUGH_CUES or (len(found) >= _ENOUGH_CUES and addressed):
        return found[0][0]
    return ""


_RULES: tuple[Callable[[str], str], ...] = (_whole, _opening, _certain, _caption, _crumbs, _words_of_sites)


def _spread_letters(paragraphs: Sequence[str], reasons: list[str]) -> None:
    """After "Dear readers," all is the letter that speaks of us, up to the first paragraph that does not."""
    inside = False
    for place, paragraph in enumerate(paragraphs):
        if reasons[place] == "letter":
            inside = True
        elif inside and not reasons[place]:
            inside = bool(cues.OURSELVES.search(paragraph))
            reasons[place] = "letter" if inside else ""


def _spread_buttons(paragraphs: Sequence[str], reasons: list[str]) -> None:
    """A short line without a sentence's end, between or beside buttons, is one too."""
    for place, paragraph in enumerate(paragraphs):
        short = len(paragraph) <= _LONGEST_BUTTON_CHARS and not _SENTENCE_END.search(paragraph)
        beside = [reasons[k] for k in (place - 1, place + 1) if 0 <= k < len(paragraphs)]
        # The first line may be the headline.
        if place and short and not reasons[place] and len(beside) == beside.count("button"):
            reasons[place] = "button"
