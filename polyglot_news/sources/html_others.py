"""Other articles on a page: what an endless page hangs below the one that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from polyglot_news.sources.html_page import Element, Page

_HEADINGS = frozenset(("h1", "h2", "h3"))
_SHORTEST_CHARS = 15  # of a headline that says which article is meant


def runs_of_others(page: Page) -> frozenset[int]:
    """Return the runs of the other articles of a page whose articles all have a headline of one making.

    Which one was asked for is said in the head; where that is not found on the page, nobody can tell, and none is.
    """
    shown = list(_said_headlines(page))
    own = next((k for k in shown if page.elements[page.runs[k].element].tag in _HEADINGS), next(iter(shown), None))
    if own is None:
        return frozenset()
    starts = [k for k, run in enumerate(page.runs) if k == own or _is_made_alike(page, own, run.element)]
    begin, end = next((start, stop) for start, stop in pairwise([*starts, len(page.runs)]) if start <= own < stop)
    before = range(starts[0], begin)
    return frozenset((*before, *range(end, len(page.runs)))) if len(starts) > 1 else frozenset()


def _said_headlines(page: Page) -> Iterator[int]:
    """Yield the runs that show what the head calls the article."""
    said = [content for name, content in page.metas if name in {"og:title", "twitter:title"}] + [page.title]
    for k, run in enumerate(page.runs):
        is_long = len(run.text) >= _SHORTEST_CHARS
        if is_long and not run.link_chars and any(each.startswith(run.text) for each in said):
            yield k


def _is_made_alike(page: Page, own: int, element: int) -> bool:
    """Whether an element is the headline of another article: the same names, in another parent."""
    ours, theirs = page.elements[page.runs[own].element], page.elements[element]
    if not ours.hint or ours.hint != theirs.hint or ours.parent == theirs.parent:
        return False
    is_other_level = {ours.tag, theirs.tag} <= _HEADINGS
    return ours.tag == theirs.tag or (is_other_level and _around(page, ours) == _around(page, theirs))


def _around(page: Page, element: Element) -> str:
    return page.elements[element.parent].hint
