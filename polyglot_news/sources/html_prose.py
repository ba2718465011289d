"""Which runs of a page read like paragraphs of an article."""

from __future__ import annotations

import re

from polyglot_news.sources.html_page import Run

HEADING_TAGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
TEXT_TAGS = HEADING_TAGS | {"p", "li", "blockquote", "dd", "dt", "pre"}  # hold a paragraph, a heading, an item
_ENDS, _CLOSERS = (".", "!", "?", "…", ":", ";", "。", "！", "？"), " \u00a0\"'”’»)]"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # such a character tells as much as two letters
_SHORTEST_PROSE_CHARS, _PROSE_CHARS = 50, 140
_LINKED = 0.5


def is_prose(run: Run) -> bool:
    """Whether a run reads like a paragraph of an article: no link, and long, or a sentence."""
    chars = width(run.text)
    if is_linked(run) or chars < _SHORTEST_PROSE_CHARS:
        return False
    return chars >= _PROSE_CHARS or ends_a_sentence(run.text)


def is_linked(run: Run) -> bool:
    """Whether most of a run can be clicked."""
    return run.link_chars > _LINKED * len(run.text)


def ends_a_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def width(text: str) -> int:
    """Return the length of a text in characters of an alphabet."""
    return len(text) + len(_WIDE.findall(text))
