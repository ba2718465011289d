"""Spans of tokens, grown to what a reader takes for one passage, and quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.differences.tokens import Token
from polyglot_news.model import Span

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
_WORDS = re.compile(r"[^\W_]")
_STOP = ',;:.!?()[]«»“”„"—–…\n'


def around(run: Sequence[Token], before: Token | None, after: Token | None, text: str) -> Span:
    """Cover a run of tokens and the small words around it, as far as the next mark or the next answered token.

    Args:
        run: neighbouring tokens of one paragraph.
        before: the token before the run, if any in the paragraph.
        after: the token after it, likewise.
        text: of the paragraph.
    """
    start, end = run[0].place.start, run[-1].place.end
    left = before.place.end if before else 0
    right = after.place.start if after else len(text)
    while start > left and text[start - 1] not in _STOP:
        start -= 1
    closing = next((k for k in range(end, right) if text[k] in _STOP), len(text) if after is None else None)
    end = end if closing is None else closing  # small words before an answered token belong to that
    return trimmed(Span(run[0].place.paragraph, start, end), text)


def trimmed(span: Span, text: str) -> Span:
    """Take white space off both ends; an empty span stays as it is."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(span.paragraph, start, end)


def is_bounded(span: Span, text: str) -> bool:
    """Whether punctuation or the paragraph's edge closes the span on both sides."""
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
    opens = not before or before[-1] in _STOP or text[span.start] in _STOP
    return opens and (not after or after[0] in _STOP or text[span.end - 1] in _STOP)


def is_quotation(text: str) -> bool:
    """Whether most letters of a text stand inside quotation marks."""
    quoted = sum(len(_WORDS.findall(match.group())) for match in _QUOTED.finditer(text))
    return quoted * 2 > len(_WORDS.findall(text))


def holding(sentences: Sequence[Span], token: Token) -> Span | None:
    """The sentence that a token stands in."""
    for sentence in sentences:
        if sentence.paragraph == token.place.paragraph and sentence.start <= token.place.start < sentence.end:
            return sentence
    return None
