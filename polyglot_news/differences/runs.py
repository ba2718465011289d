"""From how likely each word is told on one side only to passages: sentences, clauses, words that stand together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.differences.classes import Class
from polyglot_news.differences.sides import Side
from polyglot_news.differences.spans import closed
from polyglot_news.model import Level, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

_SEED = 0.4  # probability of at least one telling word of a run
_CARRIES_ON = 0.4  # of the words of a run
_JOINS = 0.25  # of a word that stands between two of a run
_WHOLE = 0.5  # probability from which a sentence is told on one side only, as a whole
_FEW = 3  # words that are no clause
_ANSWERED = 2  # telling words that the other side tells, at an end of a sentence that it does not tell
_LOOSE_ENDS = frozenset(
    {Class.PREPOSITION, Class.CONJUNCTION, Class.DETERMINER, Class.RELATIVE, Class.SUBORDINATOR, Class.POSSESSIVE,
     Class.OTHER}
)  # fmt: skip


class Run(NamedTuple):
    """Words [first, last] of a side that the other side does not tell."""

    first: int
    last: int
    span: Span
    level: Level
    measured: tuple[float, ...]  # what its confidence is judged by

    @property
    def words(self) -> range:
        """Positions of its words."""
        return range(self.first, self.last + 1)


def find_runs(
    side: Side, texts: Sequence[str], probabilities: Vector, sentences: Iterable[tuple[int, int, float]]
) -> tuple[Run, ...]:
    """Find the passages of a side that are told on it only.

    Args:
        side: of a link.
        texts: of all paragraphs of its article.
        probabilities: of its words.
        sentences: first and last word of each, and how likely it is told on this side only, as a whole.
    """
    found: list[Run] = []
    for first, last, likely in sentences:
        whole = likely >= _WHOLE and not _has_answered_end(side, probabilities, (first, last))
        for a, b in [(first, last)] if whole else _stretches(side, probabilities, first, last):
            paragraph = side.paragraph[a]
            span = closed(Span(paragraph, side.words[a].start, side.words[b].end), texts[paragraph])
            if whole:
                span = side.sentences[side.sentence[a]] if side.sentence[a] >= 0 else span
            level = Level.SENTENCE if whole else Level.CLAUSE if b - a >= _FEW else Level.WORD
            measured = (*_measured(side, probabilities, (a, b), (first, last)), _log_odds(likely))
            found.append(Run(a, b, span, level, measured))
    return tuple(found)


def _has_answered_end(side: Side, probabilities: Vector, sentence: tuple[int, int]) -> bool:
    """Whether a sentence begins, or ends, with words that the other side tells: "..., the doctor said"."""
    first, last = sentence
    from_ends = (range(first, last + 1), range(last, first - 1, -1))
    return any(_answered(side, probabilities, words) >= _ANSWERED for words in from_ends)


def _answered(side: Side, probabilities: Vector, words: Iterable[int]) -> int:
    """Count the telling words up to the first that is perhaps not told."""
    answered = 0
    for k in words:
        if probabilities[k] >= _JOINS:
            break
        answered += bool(side.telling[k])
    return answered


def _stretches(side: Side, probabilities: Vector, first: int, last: int) -> Iterator[tuple[int, int]]:
    k = first
    while k <= last:
        if probabilities[k] < _CARRIES_ON:
            k += 1
            continue
        end = k
        while end < last and (
            probabilities[end + 1] >= _CARRIES_ON
            or (probabilities[end + 1] >= _JOINS and end + 2 <= last and probabilities[end + 2] >= _CARRIES_ON)
        ):
            end += 1
        a, b = _tidied(side, k, end)
        if any(side.telling[n] and probabilities[n] >= _SEED for n in range(a, b + 1)):
            yield a, b
        k = end + 1


def _tidied(side: Side, first: int, last: int) -> tuple[int, int]:
    """Let go of little words at the end that belong to what follows."""
    while last > first and side.words[last].kind in _LOOSE_ENDS:
        last -= 1
    while (
        first < last and side.words[first].kind is Class.DETERMINER and side.words[first + 1].kind is Class.CONJUNCTION
    ):
        first += 1
    return first, last


def _measured(side: Side, probabilities: Vector, run: tuple[int, int], sentence: tuple[int, int]) -> tuple[float, ...]:
    first, last = run
    telling = [n for n in range(first, last + 1) if side.telling[n]] or [first]
    odds = sorted(_log_odds(float(probabilities[n])) for n in telling)
    around = [float(probabilities[n]) for n in (first - 1, last + 1) if sentence[0] <= n <= sentence[1]]
    words = [side.words[n] for n in telling]
    return (
        odds[-1], odds[0], sum(odds) / len(odds), odds[len(odds) // 2], log(len(telling)), float(len(telling) == 1),
        float(last - first == sentence[1] - sentence[0]), sum(around) / 2.0,
        sum(word.rarity for word in words) / len(words) / 10.0, float(any(word.quantity for word in words)),
        float(any(word.is_name for word in words)), float(any(word.kind is Class.NEGATION for word in words)),
        float(any(word.kind in {Class.MODAL, Class.HEDGE, Class.REPORT, Class.DEGREE} for word in words)),
        float(bool(side.words[first].before) and bool(side.words[last].after)),
    )  # fmt: skip


def _log_odds(probability: float) -> float:
    p = min(max(probability, 1e-4), 1 - 1e-4)
    return log(p / (1 - p))
