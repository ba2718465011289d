"""Which runs of a page are its article, and what inside it is not.

Every run is worth its length where it reads like prose, and costs a fixed price where it does not; the article is the
element with the greatest sum, narrowed down to the one that sites name as the text. Names of classes take elements
out, unless much of the page's prose is in them: on some sites the whole article stands in "sidebar-layout". Method:
ours, after the text density of Kohlschütter et al. (2010); measured beside others by benchmarks/extraction.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from polyglot_news.sources.html_cues import is_body, is_standfirst, reason_of
from polyglot_news.sources.html_inside import reasons_inside
from polyglot_news.sources.html_others import runs_of_others
from polyglot_news.sources.html_page import Page, Run
from polyglot_news.sources.html_prose import TEXT_TAGS, ends_a_sentence, is_linked, is_prose, width

# Best F1 on the 92 pages of the development part, benchmarks/extraction.py, 2026-11-24; flat around these values.
_LONGEST_PROSE_CHARS = 600
_LINK_PRICE, _FURNITURE_PRICE, _LINKS_PRICE = 1.5, 10.0, 40.0
_MOST_NAMED = 0.4  # of the page's prose; what holds more is the article, whatever its name
_BODY_SHARE = 0.35  # of the best sum, for an element that sites name as the text
_CHILD_SHARE = 0.6  # of the sum of its parent, for an element without such a name
_PEER_STEPS = 5
# A standfirst repeats in other words what the text begins with; what opens the text itself says what is said nowhere
# near. Of 11 standfirsts of the development part one is taken for an opening, of 18 first paragraphs of corpora/ all.
_SHORTEST_OPENING_CHARS, _MOST_REPEATED, _REPEATED_WITHIN = 150, 0.3, 3
_LONG_WORD, _STEM_CHARS = re.compile(r"\w{4,}"), 5


@dataclass(frozen=True, slots=True)
class Found:
    """The runs of an article, in order."""

    runs: tuple[int, ...]  # positions in Page.runs
    reasons: tuple[str, ...]  # one for each: why it is taken out, "" where it is the article's
    standfirst: int | None  # the run under the headline, where it stands outside the text
    prose_chars: int  # of what is the article's


def find_article(page: Page) -> Found:
    """Find the article of a page; `prose_chars` is 0 where it has none."""
    others = runs_of_others(page)
    prose = [k not in others and is_prose(run) for k, run in enumerate(page.runs)]
    named = ["another article" if k in others else reason for k, reason in enumerate(_named_reasons(page, prose))]
    worth = [0.0 if reason else _worth(run) for run, reason in zip(page.runs, named, strict=True)]
    sums = _sums(page, worth)
    best = max(
        (k for k, element in enumerate(page.elements) if element.tag not in TEXT_TAGS),
        key=lambda k: (sums[k], k),
        default=0,
    )
    top = _narrowed(page, sums, best)
    inside = page.below({top, *_peers(page, sums, top), *_beside(page, sums, top)})
    text = [k for k, run in enumerate(page.runs) if inside[run.element]]
    standfirst = _standfirst(page, text, prose)
    opening = [standfirst] if standfirst is not None and _opens(page, standfirst, text, prose) else []
    captions = [k for k in _above(page, text) if named[k] == "caption" and k not in opening]
    runs = sorted([*opening, *captions, *text])
    reasons = reasons_inside(page, runs, named, prose)
    chars = sum(width(page.runs[k].text) for k, reason in zip(runs, reasons, strict=True) if prose[k] and not reason)
    return Found(tuple(runs), reasons, None if opening else standfirst, chars)


def _worth(run: Run) -> float:
    if is_prose(run):
        return min(width(run.text), _LONGEST_PROSE_CHARS) - _LINK_PRICE * run.link_chars
    if is_linked(run):
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
        if inside[k] and element.tag not in TEXT_TAGS and sums[k] >= _BODY_SHARE * sums[best] and is_body(element.hint)
    ]
    if named:
        return max(named, key=lambda k: (sums[k], k))
    for k, element in enumerate(page.elements):  # children come after their parents
        if element.parent == best and element.tag not in TEXT_TAGS and sums[k] > _CHILD_SHARE * sums[best]:
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


def _opens(page: Page, standfirst: int, text: Sequence[int], prose: Sequence[bool]) -> bool:
    """Whether what is named as a standfirst is the first paragraph of the text, set larger."""
    told = page.runs[standfirst].text
    following = [page.runs[k].text for k in text if prose[k] and k != standfirst][:_REPEATED_WITHIN]
    stems, again = _stems(told), _stems(" ".join(following))
    return len(told) >= _SHORTEST_OPENING_CHARS and len(stems & again) <= _MOST_REPEATED * len(stems)


def _stems(text: str) -> set[str]:
    return {word[:_STEM_CHARS] for word in _LONG_WORD.findall(text.lower())}
