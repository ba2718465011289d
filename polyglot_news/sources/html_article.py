"""Which runs of a page are its article, and what inside it is not.

Every run is worth its length where it reads like prose, and costs a fixed price where it does not; the article is the
element with the greatest sum, narrowed down to the one that sites name as the text. Names of classes take elements
out, unless much of the page's prose is in them: on some sites the whole article stands in "sidebar-layout". Method:
ours, after the text density of Kohlschütter et al. (2010); measured beside others by benchmarks/extraction.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from polyglot_news.sources.html_cues import is_body, is_standfirst, reason_of
from polyglot_news.sources.html_page import Page, Run

_ENDS, _CLOSERS = (".", "!", "?", "…", ":", ";", "。", "！", "？"), " \u00a0\"'”’»)]"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # such a character tells as much as two letters
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol", "dl"))
_TEXT = _HEADINGS | {"p", "li", "blockquote", "dd", "dt", "pre"}
_SHORTEST_PROSE_CHARS, _PROSE_CHARS, _LONGEST_PROSE_CHARS = 50, 140, 600
# Best F1 on the 92 pages of the development part, benchmarks/extraction.py, 2026-11-24; flat around these values.
_LINKED, _LINK_PRICE, _FURNITURE_PRICE, _LINKS_PRICE = 0.5, 1.5, 10.0, 40.0
_MOST_NAMED = 0.4  # of the page's prose; what holds more is the article, whatever its name
_BODY_SHARE = 0.35  # of the best sum, for an element that sites name as the text
_CHILD_SHARE = 0.6  # of the sum of its parent, for an element without such a name
_PEER_STEPS = 5
_HEADING_REACH = 3  # runs


@dataclass(frozen=True, slots=True)
class Found:
    """The runs of an article, in order."""

    runs: tuple[int, ...]  # positions in Page.runs
    reasons: tuple[str, ...]  # one for each: why it is taken out, "" where it is the article's
    standfirst: int | None  # the run under the headline, where it stands outside the text
    prose_chars: int  # of what is the article's


def find_article(page: Page) -> Found:
    """Find the article of a page; `prose_chars` is 0 where it has none."""
    prose = [is_prose(run) for run in page.runs]
    named = _named_reasons(page, prose)
    worth = [0.0 if reason else _worth(run) for run, reason in zip(page.runs, named, strict=True)]
    sums = _sums(page, worth)
    best = max(
        (k for k, element in enumerate(page.elements) if element.tag not in _TEXT),
        key=lambda k: (sums[k], k),
        default=0,
    )
    top = _narrowed(page, sums, best)
    inside = page.below({top, *_peers(page, sums, top), *_beside(page, sums, top)})
    text = [k for k, run in enumerate(page.runs) if inside[run.element]]
    runs = [k for k in _above(page, text) if named[k] == "caption"] + text
    reasons = _reasons(page, runs, named, prose)
    chars = sum(_width(page.runs[k].text) for k, reason in zip(runs, reasons, strict=True) if prose[k] and not reason)
    return Found(tuple(runs), reasons, _standfirst(page, text, prose), chars)


def is_prose(run: Run) -> bool:
    """Whether a run reads like a paragraph of an article: no link, and long, or a sentence."""
    width = _width(run.text)
    if run.link_chars > _LINKED * len(run.text) or width < _SHORTEST_PROSE_CHARS:
        return False
    return width >= _PROSE_CHARS or ends_a_sentence(run.text)


def ends_a_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def _width(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))


def _worth(run: Run) -> float:
    if is_prose(run):
        return min(_width(run.text), _LONGEST_PROSE_CHARS) - _LINK_PRICE * run.link_chars
    if run.link_chars > _LINKED * len(run.text):
        return -_LINKS_PRICE
    return 0.0 if ends_a_sentence(run.text) else -_FURNITURE_PRICE


def _sums(page: Page, worth: Sequence[float]) -> list[float]:
    """Add up the runs of each element, all that stands in it included."""
    sums = [0.0] * len(page.elements)
    for run, value in zip(page.runs, worth, strict=True):
        sums[run.element] += value
    for k in range(len(sums) - 1, 0, -1):  # a parent stands before its children
        sums[page.elements[k].parent] += sums[k]
    return sums


def _named_reasons(page: Page, prose: Sequence[bool]) -> list[str]:
    """Why each run is no part of an article, by the names of what it stands in."""
    chars = _sums(page, [len(run.text) if is_it else 0.0 for run, is_it in zip(page.runs, prose, strict=True)])
    reasons: list[str] = []
    for k, element in enumerate(page.elements):
        reason = reasons[element.parent] if k else ""
        if not reason and chars[k] <= _MOST_NAMED * chars[0]:
            reason = "hidden" if element.is_hidden else reason_of(element.tag, element.hint)
        reasons.append(reason)
    return [reasons[run.element] for run in page.runs]


def _narrowed(page: Page, sums: Sequence[float], best: int) -> int:
    """Go down to the element that is named as the text, else as long as one child has most of it."""
    inside = page.below({best})
    named = [
        k
        for k, element in enumerate(page.elements)
        if inside[k] and element.tag not in _TEXT and sums[k] >= _BODY_SHARE * sums[best] and is_body(element.hint)
    ]
    if named:
        return max(named, key=lambda k: (sums[k], k))
    for k, element in enumerate(page.elements):  # children come after their parents
        if element.parent == best and element.tag not in _TEXT and sums[k] > _CHILD_SHARE * sums[best]:
            best = k
    return best


def _peers(page: Page, sums: Sequence[float], top: int) -> list[int]:
    """Other parts of a text that is cut in parts: elements of the same name nearby."""
    tag, hint = page.elements[top].tag, page.elements[top].hint
    near = set(page.path(top)[: _PEER_STEPS + 1])
    return [
        k
        for k, element in enumerate(page.elements)
        if k != top and hint and element.tag == tag and element.hint == hint and sums[k] > 0
        if near & set(page.path(k)[1 : _PEER_STEPS + 1])
    ]


def _beside(page: Page, sums: Sequence[float], top: int) -> list[int]:
    """Paragraphs that stand bare beside the text: an opening one, or the last where a tag is closed too early."""
    around = page.path(top)[1:3]
    return [
        k for k, element in enumerate(page.elements) if element.tag == "p" and element.parent in around and sums[k] > 0
    ]


def _reasons(page: Page, runs: Sequence[int], named: Sequence[str], prose: Sequence[bool]) -> tuple[str, ...]:
    paragraphs = [k for k in runs if prose[k] and not named[k]]
    homes = Counter(_home(page, k) for k in paragraphs)
    around = {page.elements[home].parent for home in homes}
    last = paragraphs[-1] if paragraphs else -1
    reasons = [named[k] or ("" if prose[k] else _short_reason(page, k, homes, around)) for k in runs]
    for place, k in enumerate(runs):
        if page.elements[page.runs[k].element].tag in _HEADINGS and reasons[place] in {"", "label"}:
            is_followed = "" in reasons[place + 1 : place + 1 + _HEADING_REACH]  # a picture may stand between
            reasons[place] = "" if k < last and is_followed else "heading"  # else of what follows the article
    return tuple(reasons)


def _short_reason(page: Page, k: int, homes: Mapping[int, int], around: AbstractSet[int]) -> str:
    """Why a run that is not prose is none of the article's: links, labels, buttons, code."""
    run = page.runs[k]
    tag = page.elements[run.element].tag
    is_sentence = ends_a_sentence(run.text)
    if run.text.startswith("<"):
        return "markup"
    if run.link_chars > _LINKED * len(run.text) and not (is_sentence and tag == "p"):
        return "links"
    home = _home(page, k)
    if home == run.element and homes.get(home, 0) > 1:
        return ""  # a line among paragraphs that only line breaks divide
    is_text = (tag in _TEXT and home in around) or (home in homes and (is_sentence or tag in _TEXT or tag == "h1"))
    return "" if is_text else "label"


def _home(page: Page, k: int) -> int:
    """The element that paragraphs, headings and lists of the same text stand in."""
    element = page.runs[k].element
    while element and page.elements[element].tag in _TEXT | _LISTS:
        element = page.elements[element].parent
    return element


def _above(page: Page, runs: Sequence[int]) -> range:
    """The runs between the headline and the text."""
    end = runs[0] if runs else 0
    headlines = [k for k in range(end) if page.elements[page.runs[k].element].tag == "h1"]
    return range(headlines[-1] + 1, end) if headlines else range(0)


def _standfirst(page: Page, text: Sequence[int], prose: Sequence[bool]) -> int | None:
    """Find the run that is named as a standfirst between the headline and the text."""
    return next((k for k in _above(page, text) if prose[k] and _is_named_standfirst(page, page.runs[k].element)), None)


def _is_named_standfirst(page: Page, element: int) -> bool:
    hints = [page.elements[each].hint for each in page.path(element)[:3]]
    return any(map(is_standfirst, hints)) and not any("caption" in hint for hint in hints)
