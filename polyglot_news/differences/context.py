"""Whether a word of the base and a word of the original stand in the same place of the same sentence."""

from __future__ import annotations

from collections.abc import Mapping

from polyglot_news.differences.coverage import Coverage
from polyglot_news.model import Link, Span

_NEAR = 4  # tokens


def bridge(coverage: Coverage) -> dict[int, set[int]]:
    """Base positions -> positions of the original that answer them, directly or through the translation."""
    found: dict[int, set[int]] = {}
    for i, o in coverage.base_to_original.items():
        found.setdefault(i, set()).add(o)
    for i, t in coverage.base_to_translated.items():
        if t in coverage.translated_to_original:
            found.setdefault(i, set()).add(coverage.translated_to_original[t])
    return found


def nearness(i: int, o: int, across: Mapping[int, set[int]]) -> int:
    """Count the neighbours of base token i that are answered by neighbours of original token o."""
    near = range(i - _NEAR, i + _NEAR + 1)
    return sum(any(abs(k - o) <= _NEAR for k in across.get(one, ())) for one in near if one != i)


def linked(base: Span, edition: Span, link: Link) -> bool:
    """Whether two places lie in sentences that the alignment has linked."""
    return any(
        _inside(base, one.base) and _inside(edition, one.edition) for one in link.sentences if one.base and one.edition
    )


def _inside(place: Span, sentences: tuple[Span, ...]) -> bool:
    return any(s.paragraph == place.paragraph and s.start <= place.start < s.end for s in sentences)
