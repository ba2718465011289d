"""Numbers that differ: by value and unit, between the base and the original edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isclose

from polyglot_news.differences.confidence import confidence
from polyglot_news.differences.context import bridge, linked, nearness
from polyglot_news.differences.coverage import Coverage
from polyglot_news.differences.quantities import Quantity, agree, contradict, implied, quantities
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.tokens import Token
from polyglot_news.model import Article, Difference, DifferenceKind, Evidence, Level, Link

_THOUSAND = 1000.0


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a link on its three sides."""

    base: tuple[Quantity, ...]
    original: tuple[Quantity, ...]
    translated: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two numbers that stand for the same thing and differ."""

    base: Quantity
    original: Quantity
    near: int
    linked: bool

    @property
    def score(self) -> float:
        """What orders the candidates: place first, then unit, then likeness of size."""
        same_unit = self.base.unit == self.original.unit and self.base.unit != ""
        low, high = sorted((self.base.number.value, self.original.number.value))
        return self.near + 2.0 * same_unit + 2.0 * self.linked + (low / high if high else 1.0)


def find_numbers_told_differently(texts: Texts, link: Link, position: int, coverage: Coverage) -> Iterator[Difference]:
    """Find the pairs of numbers that stand for the same thing and differ.

    Args:
        texts: the base, the edition and its translation.
        link: to search in.
        position: of the link in the alignment.
        coverage: of the link.
    """
    numbers = read_numbers(texts, link)
    ours = [one for one in numbers.base if not is_answered(one, numbers.original, texts.edition, link.edition)]
    theirs = [one for one in numbers.original if not is_answered(one, numbers.base, texts.base, link.base)]
    for pair in _pairs(ours, theirs + _surplus(numbers, theirs), coverage, link):
        translated = _translated(pair, numbers.translated)
        evidence = tuple(_evidence(pair, numbers, alone=len(ours) == len(theirs) == 1))
        note = f"{pair.base.text} in the base, {pair.original.text} in the edition"
        yield Difference(
            DifferenceKind.NUMBER, Level.WORD, confidence(evidence), position, pair.base.place, pair.original.place,
            translated.place if translated else None, note, evidence,
        )  # fmt: skip


def read_numbers(texts: Texts, link: Link) -> Numbers:
    """Read the numbers of a link on its three sides."""
    language = texts.translation.language
    written = [(j, texts.translation.paragraphs[j].text) for j in link.edition]
    return Numbers(
        tuple(one for i in link.base for one in _of(texts.base, i)),
        tuple(one for j in link.edition for one in _of(texts.edition, j)),
        tuple(one for j, text in written for one in quantities(text, j, language)),
    )


def _of(article: Article, k: int) -> tuple[Quantity, ...]:
    return quantities(article.paragraphs[k].text, k, article.paragraphs[k].language)


def is_answered(one: Quantity, others: Sequence[Quantity], article: Article, paragraphs: Iterable[int]) -> bool:
    """Whether a number, or a word that says as much, stands in some paragraphs of the other article.

    Args:
        one: the number.
        others: the numbers of these paragraphs.
        article: the other side.
        paragraphs: of it.
    """
    if any(agree(one, other) for other in others):
        return True
    sides = (article.paragraphs[k] for k in paragraphs)
    return any(implied(one, paragraph.text, paragraph.language) for paragraph in sides)


def _surplus(numbers: Numbers, known: Sequence[Quantity]) -> list[Quantity]:
    """Numbers that the original says more often than the base: one of the places may be where the base differs."""
    return [
        one
        for one in numbers.original
        if one not in known
        and sum(agree(one, other) for other in numbers.original) > sum(agree(one, other) for other in numbers.base)
    ]


def _pairs(ours: Sequence[Quantity], theirs: Sequence[Quantity], coverage: Coverage, link: Link) -> list[_Pair]:
    across = bridge(coverage)
    at_base, at_original = _positions(coverage.base), _positions(coverage.original)
    candidates = [
        _Pair(
            one,
            other,
            nearness(at_base[one.place], at_original[other.place], across),
            linked(one.place, other.place, link),
        )
        for one in ours
        for other in theirs
        if not contradict(one, other) and one.place in at_base and other.place in at_original
    ]
    chosen: list[_Pair] = []
    for pair in sorted(candidates, key=lambda one: -one.score):
        if not any(pair.base is one.base or pair.original is one.original for one in chosen):
            chosen.append(pair)
    return sorted(chosen, key=lambda one: one.base.place)


def _positions(tokens: Sequence[Token]) -> dict[object, int]:
    return {token.place: k for k, token in enumerate(tokens)}


def _translated(pair: _Pair, translated: Sequence[Quantity]) -> Quantity | None:
    return next((one for one in translated if agree(one, pair.original)), None)


def _evidence(pair: _Pair, numbers: Numbers, *, alone: bool) -> Iterator[Evidence]:
    yield Evidence("values_differ", 0.3, f"{pair.base.number.value:g} and {pair.original.number.value:g}")
    if _is_other_unit(pair):
        yield Evidence("other_unit", -0.6, "a thousand times as much: kilograms and tonnes")
    yield Evidence("same_place", round(min(0.4, 0.1 * pair.near), 3), f"{pair.near} words around them are the same")
    if pair.base.unit and pair.base.unit == pair.original.unit:
        yield Evidence("same_unit", 0.15, pair.base.unit)
    yield Evidence("linked_sentences", 0.1 if pair.linked else -0.2, "of the sentences around them")
    if alone:
        yield Evidence("only_ones", 0.1, "all other numbers agree")
    if numbers.translated:
        if any(agree(one, pair.original) for one in numbers.translated):
            yield Evidence("translation_agrees", 0.15, "the translation says what the original says")
        if any(agree(one, pair.base) for one in numbers.translated):
            yield Evidence("translation_contradicts", -0.4, "the translation says what the base says")


def _is_other_unit(pair: _Pair) -> bool:
    """1500 kg are 1.5 t: the units that are not known here may make up for a factor of a thousand."""
    low, high = sorted((pair.base.number.value, pair.original.number.value))
    return not (pair.base.unit and pair.original.unit) and low > 0 and isclose(high / low, _THOUSAND, rel_tol=0.01)
