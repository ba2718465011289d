"""How well reported differences agree with gold places: words, spans, sentences; and what a confidence is worth.

A text is told in two sides, the base and the other (its translation, or the edition itself); either may be left out of
the count. A span is taken for the content words in it; only where it has none, for all its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

Place = tuple[int, int]  # characters [start, end) of a side's text

# Words that tell nothing by themselves. The English ones are fixed: figures of other programs count so.
STOP = frozenset({
    "the", "a", "an", "of", "to", "in", "and", "on", "for", "at", "by", "with", "from", "is", "was", "were", "are",
    "be", "been", "that", "this", "it", "its", "as", "he", "his", "she", "her", "they", "their", "has", "have", "had",
    "but", "or", "will", "would", "who", "which", "said", "also", "after", "than", "more",
    "и", "а", "в", "во", "на", "с", "со", "по", "к", "ко", "у", "о", "об", "от", "из", "за", "до", "для", "что", "как",
    "это", "его", "ее", "её", "их", "он", "она", "оно", "они", "но", "или", "же", "бы", "чтобы", "также", "был", "была",
    "было", "были", "который", "которая", "которые", "і", "й", "та", "з", "зі", "із", "від", "про", "що", "щоб", "як",
    "це", "його", "її", "їх", "він", "вона", "воно", "вони", "але", "або", "ж", "б", "чи", "був", "було", "були",
    "також", "який", "яка", "які",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
HALF = 0.5  # of the content words of both spans, to be the same span; of a reported span's words, to be right


@dataclass(frozen=True, slots=True)
class Side:
    """One text, and the places in it that differ from the other."""

    text: str
    sentences: tuple[Place, ...]
    gold: tuple[Place, ...]
    neutral: tuple[Place, ...] = ()  # not counted, whether reported or not
    content: tuple[int, ...] = field(init=False)  # where content words start
    words: tuple[int, ...] = field(init=False)  # where words start

    def __post_init__(self) -> None:
        """Find the words once."""
        found = [(word.start(), word.group().lower()) for word in _WORD.finditer(self.text)]
        object.__setattr__(self, "words", tuple(start for start, _ in found))
        object.__setattr__(self, "content", tuple(start for start, word in found if word not in STOP))

    def inside(self, place: Place) -> frozenset[int]:
        """Content words of a place; where it has none, all its words."""
        return frozenset(_between(self.content, place) or _between(self.words, place))

    def content_of(self, places: Iterable[Place]) -> frozenset[int]:
        """Content words of all the places."""
        return frozenset(start for place in places for start in _between(self.content, place))


@dataclass(frozen=True, slots=True)
class Found:
    """One reported difference."""

    kind: str
    confidence: float
    places: tuple[Place | None, ...]  # one for each side of the pair


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that tell the same, but for the gold places; and what was reported."""

    type: str  # of edit; CLEAN where there is none
    language: str
    tier: str
    sides: tuple[Side, ...]
    found: tuple[Found, ...]
    n_judged: int = 2  # sides, the first ones, of which the gold tells; on all of them there can be false alarms

    @property
    def judged(self) -> tuple[Side, ...]:
        """Sides whose words, spans and sentences are counted."""
        return self.sides[: self.n_judged]

    @property
    def is_clean(self) -> bool:
        """Whether nothing differs but the wording."""
        return self.type == CLEAN


CLEAN = "clean"


class Tally(NamedTuple):
    """Counts of one pair, or the sum of many."""

    pairs: int = 0
    words: int = 0  # content words, both sides
    right: int = 0  # of them, flagged and gold
    wrong: int = 0
    missed: int = 0
    spans_reported: int = 0
    spans_gold: int = 0
    spans_matched: int = 0
    spans_touched: int = 0  # gold spans that share a word with a reported one
    sentences_right: int = 0
    sentences_wrong: int = 0
    sentences_missed: int = 0
    wholes_right: int = 0  # sentences of which at least half of the content words are flagged, and gold
    wholes_wrong: int = 0
    wholes_missed: int = 0
    found_half: int = 0  # edited pairs of which at least half of the gold words were flagged
    stray: int = 0  # reported differences, joined where they adjoin, that touch no gold word
    with_stray: int = 0  # pairs with one or more

    @property
    def word(self) -> Ratio:
        """Of content words."""
        return Ratio(self.right, self.right + self.wrong, self.right, self.right + self.missed)

    @property
    def span(self) -> Ratio:
        """Of spans, matched one to one."""
        return Ratio(self.spans_matched, self.spans_reported, self.spans_matched, self.spans_gold)

    @property
    def sentence(self) -> Ratio:
        """Of sentences with a difference in them."""
        right = self.sentences_right
        return Ratio(right, right + self.sentences_wrong, right, right + self.sentences_missed)

    @property
    def whole(self) -> Ratio:
        """Of sentences of which at least half is told on one side only."""
        right = self.wholes_right
        return Ratio(right, right + self.wholes_wrong, right, right + self.wholes_missed)

    @property
    def touched(self) -> float:
        """Recall of gold spans by any shared word."""
        return self.spans_touched / max(1, self.spans_gold)

    @property
    def strays_per_hundred(self) -> float:
        """False alarms in a hundred pairs."""
        return 100 * self.stray / max(1, self.pairs)

    @property
    def share_with_stray(self) -> float:
        """Share of pairs with a false alarm."""
        return self.with_stray / max(1, self.pairs)


class Ratio(NamedTuple):
    """Right of reported, and found of gold."""

    right: int
    reported: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """0.0 where nothing was reported."""
        return self.right / max(1, self.reported)

    @property
    def recall(self) -> float:
        """0.0 where the gold is empty."""
        return self.found / max(1, self.gold)

    @property
    def f1(self) -> float:
        """0.0 where nothing was right."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(tallies: Iterable[Tally]) -> Tally:
    """Sum up."""
    columns = [0] * len(Tally._fields)
    for tally in tallies:
        for k, count in enumerate(tally):
            columns[k] += count
    return Tally(*columns)


def tally(pair: Pair, confidence: float) -> Tally:
    """Count what was reported with at least a confidence."""
    kept = [one for one in pair.found if one.confidence >= confidence]
    sides = [_tally_side(side, _places(kept, k)) for k, side in enumerate(pair.judged)]
    counts = total(sides)
    stray = _strays(pair.sides, kept)
    gold = counts.right + counts.missed
    is_half = not pair.is_clean and counts.right >= HALF * max(1, gold)
    return counts._replace(pairs=1, found_half=int(is_half), stray=stray, with_stray=int(stray > 0))


def _places(found: Iterable[Found], side: int) -> list[Place]:
    return [place for one in found if (place := one.places[side])]


def _tally_side(side: Side, places: Sequence[Place]) -> Tally:
    neutral = side.content_of(side.neutral)
    flagged, gold = side.content_of(places) - neutral, side.content_of(side.gold) - neutral
    reported = [words for run in runs(side, places) if (words := side.inside(run) - neutral)]
    expected = [side.inside(place) for place in side.gold]
    right, wrong, missed = len(flagged & gold), len(flagged - gold), len(gold - flagged)
    hit, should = _sentences(side, places), _sentences(side, side.gold)
    excused = _sentences(side, side.neutral)
    whole, whole_gold = _wholes(side, flagged), _wholes(side, gold)
    return Tally(
        words=len(side.content),
        right=right,
        wrong=wrong,
        missed=missed,
        spans_reported=len(reported),
        spans_gold=len(expected),
        spans_matched=n_matched(reported, expected),
        spans_touched=sum(any(words & one for one in reported) for words in expected),
        sentences_right=len(hit & should),
        sentences_wrong=len(hit - should - excused),
        sentences_missed=len(should - hit),
        wholes_right=len(whole & whole_gold),
        wholes_wrong=len(whole - whole_gold - excused),
        wholes_missed=len(whole_gold - whole),
    )


def runs(side: Side, places: Iterable[Place]) -> list[Place]:
    """Join places of one side that overlap, or have no content word and no line's end between them."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and _adjoins(side, joined[-1], start):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def n_matched(reported: Sequence[frozenset[int]], gold: Sequence[frozenset[int]]) -> int:
    """Match spans one to one, the most alike first, that share at least half of the words of their union."""
    likeness = sorted(
        (
            (len(one & other) / len(one | other), k, n)
            for k, one in enumerate(reported)
            for n, other in enumerate(gold)
            if one & other
        ),
        reverse=True,
    )
    taken_reported: set[int] = set()
    taken_gold: set[int] = set()
    for alike, k, n in likeness:
        if alike >= HALF and k not in taken_reported and n not in taken_gold:
            taken_reported.add(k)
            taken_gold.add(n)
    return len(taken_gold)


def _adjoins(side: Side, before: Place, start: int) -> bool:
    gap = (before[1], start)
    return start <= before[1] or not (_between(side.content, gap) or "\n" in side.text[before[1] : start])


def _strays(sides: Sequence[Side], found: Sequence[Found]) -> int:
    """Count reported differences that touch no gold, those that adjoin on some side as one."""
    owner = list(range(len(found)))
    for k, side in enumerate(sides):
        for start, end in runs(side, _places(found, k)):
            held = [n for n, one in enumerate(found) if (place := one.places[k]) and start <= place[0] < end]
            lowest = {owner[n] for n in held}
            owner = [min(lowest) if one in lowest else one for one in owner]
    seen = {owner[n] for n, one in enumerate(found) if any(one.places)}
    good = {owner[n] for n, one in enumerate(found) if _touches(sides, one)}
    return len(seen - good)


def _touches(sides: Sequence[Side], one: Found) -> bool:
    """Whether it shares a word with a gold or a neutral place."""
    for side, place in zip(sides, one.places, strict=True):
        if place and any(side.inside(place) & side.inside(other) for other in (*side.gold, *side.neutral)):
            return True
    return False


def _sentences(side: Side, places: Sequence[Place]) -> frozenset[int]:
    return frozenset(
        k
        for k, (start, end) in enumerate(side.sentences)
        if any(place[0] < end and start < place[1] for place in places)
    )


def _wholes(side: Side, words: frozenset[int]) -> frozenset[int]:
    """Return the sentences of which at least half of the content words are among some."""
    content = [_between(side.content, place) for place in side.sentences]
    return frozenset(k for k, held in enumerate(content) if held and len(words.intersection(held)) >= HALF * len(held))


def _between(starts: Sequence[int], place: Place) -> Sequence[int]:
    return starts[bisect_left(starts, place[0]) : bisect_left(starts, place[1])]


class Point(NamedTuple):
    """All counts at one confidence."""

    confidence: float
    edited: Tally
    clean: Tally


def curve(pairs: Sequence[Pair]) -> list[Point]:
    """Return the counts at each confidence that occurs, the highest first, each from that confidence up.

    The last point is at 0 and holds everything.
    """
    steps = sorted(_steps(pairs), key=lambda step: -step[0])
    sums = {is_clean: list(total(tally(p, 2.0) for p in pairs if p.is_clean is is_clean)) for is_clean in (False, True)}
    points = [Point(1.01, Tally(*sums[False]), Tally(*sums[True]))]
    for confidence, held in groupby(steps, key=lambda step: step[0]):
        for _, is_clean, change in held:
            sums[is_clean] = [count + more for count, more in zip(sums[is_clean], change, strict=True)]
        points.append(Point(confidence, Tally(*sums[False]), Tally(*sums[True])))
    return points


def _steps(pairs: Iterable[Pair]) -> Iterator[tuple[float, bool, list[int]]]:
    """Yield how the counts of a pair change at each of its confidences."""
    for pair in pairs:
        before = tally(pair, 2.0)
        for confidence in sorted({one.confidence for one in pair.found}, reverse=True):
            after = tally(pair, confidence)
            yield confidence, pair.is_clean, [new - old for new, old in zip(after, before, strict=True)]
            before = after


def average_precision(points: Sequence[Point], *, with_clean: bool = False) -> float:
    """Return the area under precision over recall of words, in steps; a word that is never flagged is never found."""
    area = recall = 0.0
    for point in points:
        wrong = point.edited.wrong + (point.clean.wrong if with_clean else 0)
        area += (point.edited.word.recall - recall) * point.edited.right / max(1, point.edited.right + wrong)
        recall = point.edited.word.recall
    return area


def at_most(points: Sequence[Point], strays: float) -> Point:
    """Return the lowest confidence down to which there are at most so many false alarms in a hundred clean pairs."""
    best = points[0]
    for point in points:
        if point.clean.strays_per_hundred > strays:
            break
        best = point
    return best


def best_f1(points: Sequence[Point]) -> Point:
    """Return the point with the highest F1 of words."""
    return max(points, key=lambda point: point.edited.word.f1)


class Outcome(NamedTuple):
    """A reported difference's confidence, and whether it was right."""

    confidence: float
    is_right: bool


def outcomes(pairs: Iterable[Pair]) -> Iterator[Outcome]:
    """Yield for each reported difference whether at least half of its words are gold."""
    for pair in pairs:
        for one in pair.found:
            reported = right = 0
            for side, place in zip(pair.judged, one.places, strict=False):
                if place:
                    words = side.inside(place)
                    gold = frozenset().union(*(side.inside(other) for other in side.gold))
                    reported, right = reported + len(words), right + len(words & gold)
            if reported:
                yield Outcome(one.confidence, right >= HALF * reported)


def share_right(held: Sequence[Outcome]) -> float:
    """Return the share of right ones."""
    return sum(one.is_right for one in held) / max(1, len(held))


def mean_confidence(held: Sequence[Outcome]) -> float:
    """Return the mean confidence."""
    return sum(one.confidence for one in held) / max(1, len(held))


def between(held: Iterable[Outcome], low: float, high: float) -> list[Outcome]:
    """Return those of a confidence in [low, high); 1.0 belongs to the last bin."""
    return [one for one in held if low <= one.confidence < high or one.confidence == high == 1]


def calibration_error(held: Sequence[Outcome], n_bins: int = 10) -> float:
    """Return how far the share of right ones is from their mean confidence, over bins of equal width, weighed."""
    bins = [between(held, k / n_bins, (k + 1) / n_bins) for k in range(n_bins)]
    return sum(len(one) * abs(mean_confidence(one) - share_right(one)) for one in bins) / max(1, len(held))
