"""Numbers that one side gives and the other does not, although all the words around them are told on both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from polyglot_news.differences.confidence import confidence
from polyglot_news.differences.context import bridge
from polyglot_news.differences.coverage import Coverage
from polyglot_news.differences.numbers import is_answered, read_numbers
from polyglot_news.differences.quantities import Quantity, agree
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.tokens import Token
from polyglot_news.model import Difference, DifferenceKind, Evidence, Level, Link

_CLOSE = 2  # tokens between the partners of the words right beside a number: nothing stands in its place


def find_lone_numbers(
    texts: Texts, link: Link, position: int, coverage: Coverage, told: Sequence[Difference]
) -> Iterator[Difference]:
    """Find numbers that are left out or added while the words right beside them are told.

    Args:
        texts: the three texts.
        link: to search in.
        position: of the link in the alignment.
        coverage: of the link.
        told: differences found before; their numbers have something in their place.
    """
    numbers, across = read_numbers(texts, link), bridge(coverage)
    back = {o: {i} for i, partners in across.items() for o in partners}
    places = {place for one in told for place in (one.base, one.edition)}
    for one in numbers.base:
        silent = not any(agree(one, other) for other in numbers.translated)
        if one.place not in places and silent and not is_answered(one, numbers.original, texts.edition, link.edition):
            yield from _difference(one, position, coverage.base, across, of_base=True)
    for one in numbers.original:
        if one.place not in places and not is_answered(one, numbers.base, texts.base, link.base):
            yield from _difference(one, position, coverage.original, back, of_base=False)


def _difference(
    one: Quantity, position: int, tokens: Sequence[Token], across: Mapping[int, set[int]], *, of_base: bool
) -> Iterator[Difference]:
    at = next((k for k, token in enumerate(tokens) if token.place == one.place), None)
    if at is None:
        return
    evidence = (
        Evidence("nowhere", 0.2, "no number and no word says it on the other side"),
        Evidence(
            "gap_closes", 0.25 if _closes(at, across) else -0.2, "whether the words beside it stand together there"
        ),
    )
    base, edition = (one.place, None) if of_base else (None, one.place)
    note = f"{one.text} in {'the base' if of_base else 'the edition'} only"
    yield Difference(
        DifferenceKind.NUMBER, Level.WORD, confidence(evidence), position, base, edition, None, note, evidence
    )


def _closes(at: int, across: Mapping[int, set[int]]) -> bool:
    return any(abs(a - b) <= _CLOSE for a in across.get(at - 1, ()) for b in across.get(at + 1, ()))
