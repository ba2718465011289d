"""What inside the element of an article is none of its text: boxes, labels, links, headings of what follows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from polyglot_news.sources.html_page import Page
from polyglot_news.sources.html_prose import HEADING_TAGS, TEXT_TAGS, ends_a_sentence, is_linked

_LISTS = frozenset(("ul", "ol", "dl"))
_HEADING_REACH = 5  # runs
_FEWEST_TEASERS = 2
_LONGEST_BUTTON_CHARS, _FEWEST_PARAGRAPHS = 40, 4
_WORD, _MOST_NAME_WORDS = re.compile(r"[^\W\d_][\w'’-]*"), 4
_COMMENTS = re.compile(r"(?:comments|комментарии|коментарі)\W{0,3}\d{0,5}\W?", re.IGNORECASE)

_Shape = tuple[tuple[str, str], ...]


def reasons_inside(page: Page, runs: Sequence[int], named: Sequence[str], prose: Sequence[bool]) -> tuple[str, ...]:
    """Say of each run of an article why it is none of its text; "" where it is.

    Args:
        page: the page.
        runs: positions in Page.runs, in order.
        named: for each run of the page, why it is no part of an article by the names of what it stands in.
        prose: for each run of the page, whether it reads like a paragraph.
    """
    paragraphs = [k for k in runs if prose[k] and not named[k]]
    kin = _Kin(Counter(_home(page, k) for k in paragraphs), Counter(_shape(page, k) for k in paragraphs))
    around = {page.elements[home].parent for home in kin.homes}
    last = paragraphs[-1] if paragraphs else -1
    reasons = [named[k] or ("" if prose[k] else _short_reason(page, k, kin, around)) for k in runs]
    for place, k in enumerate(runs):
        if page.elements[page.runs[k].element].tag in HEADING_TAGS and reasons[place] in {"", "label"}:
            is_followed = "" in reasons[place + 1 : place + 1 + _HEADING_REACH]  # a picture may stand between
            reasons[place] = "" if k < last and is_followed else "heading"  # else of what follows the article
    _set_aside(page, runs, reasons, [prose[k] for k in runs])
    return tuple(reasons)


def _set_aside(page: Page, runs: Sequence[int], reasons: list[str], prose: Sequence[bool]) -> None:
    """Give a reason to paragraphs that their surroundings tell from those of the article."""
    shapes = [_shape(page, k) if is_it else () for k, is_it in zip(runs, prose, strict=True)]
    begin = _comments(page, runs, reasons, prose)
    for place in range(begin, len(runs)):
        reasons[place] = reasons[place] or "comments"
    for place in _calls(reasons, shapes, [page.runs[k].text for k in runs]):
        reasons[place] = "call"
    for place in _teasers(reasons, shapes):
        reasons[place] = "read also"
    last = next((place for place in range(len(runs) - 1, -1, -1) if not reasons[place]), -1)
    if last > 0 and not prose[last] and _is_signature(page.runs[runs[last]].text):
        reasons[last] = "author"


def _is_signature(text: str) -> bool:
    """Whether a last line is a name: up to four words, each with a capital."""
    words = _WORD.findall(text)
    return 1 < len(words) <= _MOST_NAME_WORDS and all(word[0].isupper() for word in words) and not ends_a_sentence(text)


def _comments(page: Page, runs: Sequence[int], reasons: Sequence[str], prose: Sequence[bool]) -> int:
    """Find where readers' comments begin, behind most of the text; the number of runs where there are none."""
    chars = [len(page.runs[k].text) if prose[at] and not reasons[at] else 0 for at, k in enumerate(runs)]
    most, so_far = sum(chars) / 2, 0
    for place, k in enumerate(runs):
        if so_far > most and not prose[place] and _COMMENTS.fullmatch(page.runs[k].text):
            return place
        so_far += chars[place]
    return len(runs)


def _calls(reasons: Sequence[str], shapes: Sequence[_Shape], texts: Sequence[str]) -> list[int]:
    """Paragraphs in a box of their own with something to click beneath, such as a box of a newsletter."""
    boxes = Counter(shape[-2:] for shape, reason in zip(shapes, reasons, strict=True) if shape and not reason)
    if boxes.total() < _FEWEST_PARAGRAPHS:
        return []
    return [
        place
        for place in range(len(reasons) - 1)
        if shapes[place] and not reasons[place] and boxes[shapes[place][-2:]] == 1
        if reasons[place + 1] == "links" and len(texts[place + 1]) <= _LONGEST_BUTTON_CHARS
    ]


def _teasers(reasons: Sequence[str], shapes: Sequence[_Shape]) -> list[int]:
    """The last paragraphs, where each stands under a link and all are set in a way of their own: of other articles."""
    paragraphs = [place for place, reason in enumerate(reasons) if shapes[place] and not reason]
    found = []
    for place in reversed(paragraphs):
        if not place or reasons[place - 1] != "links":
            break
        found.append(place)
    others = {shapes[place] for place in paragraphs[: len(paragraphs) - len(found)]}
    is_apart = others and others.isdisjoint(shapes[place] for place in found)
    return found if is_apart and len(found) >= _FEWEST_TEASERS else []


@dataclass(frozen=True, slots=True)
class _Kin:
    """Where the paragraphs of an article stand, and how what they stand in is made; each with how many do."""

    homes: Mapping[int, int]
    shapes: Mapping[_Shape, int]


def _short_reason(page: Page, k: int, kin: _Kin, around: AbstractSet[int]) -> str:
    """Why a run that is not prose is none of the article's: links, labels, buttons, code."""
    run = page.runs[k]
    tag = page.elements[run.element].tag
    is_sentence = ends_a_sentence(run.text)
    if run.text.startswith("<"):
        return "markup"
    if is_linked(run) and not (is_sentence and tag == "p"):
        return "links"
    home = _home(page, k)
    if home == run.element and kin.homes.get(home, 0) > 1:
        return ""  # a line among paragraphs that only line breaks divide
    if is_sentence and kin.shapes.get(_shape(page, k), 0) > 1:
        return ""  # each paragraph in a box of its own
    is_text = (tag in TEXT_TAGS and home in around) or (
        home in kin.homes and (is_sentence or tag in TEXT_TAGS or tag == "h1")
    )
    return "" if is_text else "label"


def _shape(page: Page, k: int) -> _Shape:
    """How a run is set: the tags and names of what it stands in, two levels up."""
    return tuple((page.elements[each].tag, page.elements[each].hint) for each in page.path(page.runs[k].element)[:3])


def _home(page: Page, k: int) -> int:
    """The element that paragraphs, headings and lists of the same text stand in."""
    element = page.runs[k].element
    while element and page.elements[element].tag in TEXT_TAGS | _LISTS:
        element = page.elements[element].parent
    return element
