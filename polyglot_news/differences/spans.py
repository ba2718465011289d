"""Spans as a reader takes them for one passage: with the brackets and quotation marks that belong to them."""

from __future__ import annotations

import re

from polyglot_news.model import Span

# Bounded: a text of opening marks alone would be read anew from each of them.
QUOTED = re.compile(r"«[^»]{0,4000}»|“[^”]{0,4000}”|„[^“”]{0,4000}[“”]|\"[^\"]*\"")
_WORDS = re.compile(r"[^\W_]")
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ('"', '"'))


def closed(span: Span, text: str) -> Span:
    """Take in the brackets and quotation marks that stand right around a span, and close what it opens."""
    start, end = span.start, span.end
    inside = text[start:end]
    for opening, closing in _PAIRS:
        before, after = text[start - 1 : start] == opening, text[end : end + 1] == closing
        lone = inside.count(opening) % 2 if opening == closing else inside.count(opening) - inside.count(closing)
        if before and after and not lone:
            return Span(span.paragraph, start - 1, end + 1)
        if after and lone > 0:
            return Span(span.paragraph, start, end + 1)
        if before and (lone < 0 or (opening == closing and lone)):
            return Span(span.paragraph, start - 1, end)
    return span


def is_quotation(text: str) -> bool:
    """Whether most letters of a text stand inside quotation marks."""
    quoted = sum(len(_WORDS.findall(match.group())) for match in QUOTED.finditer(text))
    return quoted * 2 > len(_WORDS.findall(text))
