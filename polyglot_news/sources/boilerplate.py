"""What is text of the site and not of the article, in plain text, where no tags help; with a reason for each removal.

A small model weighs the build of a paragraph, its words and its place (boilerplate_features), then looks again with its
neighbours in view (boilerplate_scorer). No single word takes a paragraph out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.sources.boilerplate_features import is_prose, speaks_of_us
from polyglot_news.sources.boilerplate_scorer import Scorer, score, shipped

# Precision .98 on lines left out of the fit, 2026-11-24. Prose is dear, and rarely a site's; numbers say nothing.
_ENOUGH, _ENOUGH_FOR_PROSE = 0.62, 0.8
_LONGEST_SALUTATION_CHARS = 80
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH_FOR_HEADLINE = 0.9  # where nothing else above the text could be one


def reasons_to_set_aside(paragraphs: Sequence[str], scorer: Scorer | None = None) -> list[str]:
    """Say of each paragraph of one text, in order, what of the site it is; "" where it is the article's.

    Args:
        paragraphs: of one text, in order.
        scorer: None for the networks that come along.
    """
    scores, reasons = score(paragraphs, scorer or shipped())
    limits = _limits(paragraphs, scores)
    _go_on_with_letters(paragraphs, scores, reasons, limits)
    return [reason if likely >= limit else "" for likely, reason, limit in zip(scores, reasons, limits, strict=True)]


def _limits(paragraphs: Sequence[str], scores: Sequence[float]) -> list[float]:
    """Say for each paragraph from which score on it is set aside."""
    limits = [_ENOUGH_FOR_PROSE if is_prose(text) or not _LETTER.search(text) else _ENOUGH for text in paragraphs]
    prose = [k for k, text in enumerate(paragraphs) if is_prose(text) and scores[k] < limits[k]]
    above = range(prose[0] if prose else 0)
    if above and all(scores[k] >= limits[k] for k in above):
        limits[min(above, key=lambda k: scores[k])] = _ENOUGH_FOR_HEADLINE
    return limits


def _go_on_with_letters(
    paragraphs: Sequence[str], scores: Sequence[float], reasons: list[str], limits: list[float]
) -> None:
    """After "Dear readers," all is the letter that speaks of us, up to the first paragraph that does not."""
    is_inside = False
    for k, text in enumerate(paragraphs):
        if scores[k] >= limits[k]:
            is_inside |= reasons[k] == "letter" and len(text) <= _LONGEST_SALUTATION_CHARS
        elif is_inside:
            is_inside = speaks_of_us(text)
            if is_inside:
                limits[k], reasons[k] = 0.0, "letter"
