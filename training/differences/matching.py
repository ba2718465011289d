"""Which words of the translation answer which of the base, and so where the translation tells what was taken out.

Content words are paired one to one: same stem, similar meaning, same number or a name spelled alike, by a position
that expects the same order, then by what stands alone between two pairs. A counterpart is given only where nothing else
could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from grammar import CONJUNCTIONS, DETERMINERS, FUNCTION, PREPOSITIONS
from reading import Reading, read
from rows import Span

from polyglot_news.lexicon.similar import similar

_SURE, _LIKE, _SPELLED = 1.0, 0.12, 0.7
_NEAR_WORDS, _FAR = 12, 0.45
_OPENING = PREPOSITIONS | DETERMINERS | CONJUNCTIONS
_REPEATED = 0.45
_LEAST_TOLD = 0.6  # of a phrase's content words must be paired


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs of words, both ways; words that tell nothing by themselves are in none."""

    base: Reading
    edition: Reading
    forth: dict[int, int]
    back: dict[int, int]

    def one(self, k: int) -> Span | None:
        """Characters of the word that answers word k, if one does and no twin of it could."""
        if k not in self.forth:
            return None
        j = self.forth[k]
        if self.edition.stems.count(self.edition.stems[j]) > 1 and not self._is_flanked(k, j):
            return None
        return self.edition.words[j].start, self.edition.words[j].end

    def phrase(self, first: int, last: int) -> Span | None:
        """Characters that answer words first..last, if they are together and nothing else is among them."""
        content = [k for k in range(first, last + 1) if is_content(self.base, k)]
        paired = [self.forth[k] for k in content if k in self.forth]
        if not paired or len(paired) < _LEAST_TOLD * len(content) or len(paired) != len(set(paired)):
            return None
        low, high = min(paired), max(paired)
        inside = range(first, last + 1)
        if any(j in self.back and self.back[j] not in inside for j in range(low, high + 1)):
            return None
        bounds = self._bounds(low, high, inside)
        if bounds is None:
            return None
        low, high = self._with_opening(bounds, first)
        return self.edition.words[low].start, self.edition.words[high].end

    def little(self, k: int, *forms: str) -> Span | None:
        """Characters of the function word that answers word k: the same, or one of `forms`, beside the same content."""
        wanted = forms or (self.base.lower[k],)
        places = [j for j, word in enumerate(self.edition.lower) if word in wanted]
        beside = [self.forth[n] - (n - k) for n in range(k - 4, k + 5) if n != k and n in self.forth]
        near = [j for j in places if any(abs(j - place) <= 2 for place in beside)]  # noqa: PLR2004
        if len(near) != 1:
            return None
        return self.edition.words[near[0]].start, self.edition.words[near[0]].end

    def any(self, first: int, last: int) -> Span | None:
        """Characters that answer words first..last, whatever these are."""
        if first == last:
            return self.one(first) if is_content(self.base, first) else self.little(first)
        text, told = self.base.of(first, last).lower(), f" {self.edition.text.lower()} "
        if self.base.text.lower().count(text) == told.count(text) == 1:
            place = told.index(text) - 1
            if not told[place].isalnum() and not told[place + 1 + len(text)].isalnum():
                return place, place + len(text)
        return self.phrase(first, last)

    def repeats(self, text: str) -> bool:
        """Whether the translation tells much of `text` (a sentence or clause to be put in)."""
        reading = read(text)
        content = [one for k, one in enumerate(reading.stems) if is_content(reading, k)]
        return not content or sum(one in self.edition.stems for one in content) > _REPEATED * len(content)

    def tells(self, text: str) -> bool:
        """Whether the translation has a word of `text` (to be put in) that the base has not."""
        reading = read(text)
        for k, one in enumerate(reading.stems):
            if is_content(reading, k) and one not in self.base.stems:
                near = {one, *(other for other, share in similar(one).items() if share > _LIKE)}
                if any(theirs in near and j not in self.back for j, theirs in enumerate(self.edition.stems)):
                    return True
        return False

    def clause(self, first: int, last: int) -> Span | None:
        """As `phrase`, with the function words up to the marks around it, or from the conjunction."""
        found = self.phrase(first, last)
        if found is None:
            return None
        low = next(j for j, word in enumerate(self.edition.words) if word.start >= found[0])
        high = next(j for j, word in enumerate(self.edition.words) if word.end >= found[1])
        left, right = low, high
        while self.edition.joined(left) and not is_content(self.edition, left - 1):
            left -= 1
        while self.edition.joined(right + 1) and not is_content(self.edition, right + 1):
            right += 1
        if self.edition.joined(left):  # no mark: from the word that opens the clause
            openers = [j for j in range(left, low) if self.edition.lower[j] in CONJUNCTIONS]
            left = openers[0] if openers else low
        low = left
        high = high if self.edition.joined(right + 1) else right
        return self.edition.words[low].start, self.edition.words[high].end

    def _is_flanked(self, k: int, j: int) -> bool:
        """Whether a neighbour of word k is paired with a neighbour of word j."""
        near = [self.forth[n] for n in range(k - 3, k + 4) if n != k and n in self.forth]
        return any(abs(other - j) <= 3 for other in near)  # noqa: PLR2004

    def _bounds(self, low: int, high: int, inside: range) -> tuple[int, int] | None:
        """Take in the unpaired words around low..high where only this phrase can have brought them."""
        left, right = low - 1, high + 1
        while left >= 0 and left not in self.back:
            left -= 1
        while right < len(self.edition.words) and right not in self.back:
            right += 1
        content = [j for j in (*range(left + 1, low), *range(high + 1, right)) if is_content(self.edition, j)]
        content = [j for j in content if self._is_together(j, low, high)]
        if not content:
            return low, high
        unpaired_inside = any(k not in self.forth for k in inside if is_content(self.base, k))
        if not unpaired_inside or self._has_unpaired_around(inside):
            return None
        return min(low, *content), max(high, *content)

    def _is_together(self, j: int, low: int, high: int) -> bool:
        """Whether no comma or full stop stands between word j and low..high."""
        gaps = self.edition.gaps[j + 1 : low + 1] if j < low else self.edition.gaps[high + 1 : j + 1]
        return not any(mark in gap for gap in gaps for mark in ",.;:!?—–()")

    def _has_unpaired_around(self, inside: range) -> bool:
        for step in (range(inside[0] - 1, -1, -1), range(inside[-1] + 1, len(self.base.words))):
            for k in step:
                if k in self.forth:
                    break
                if is_content(self.base, k):
                    return True
        return False

    def _with_opening(self, bounds: tuple[int, int], first: int) -> tuple[int, int]:
        """Take in articles, prepositions and conjunctions before the first word, if the phrase has such."""
        low, high = bounds
        n_most = 0 if is_content(self.base, first) else 4
        while n_most and low > 0 and low - 1 not in self.back and self.edition.joined(low):
            before = self.edition.lower[low - 1]
            if before not in _OPENING:
                break
            low, n_most = low - 1, n_most - 1
        return low, high


def is_content(reading: Reading, k: int) -> bool:
    """Whether a word tells something by itself."""
    return reading.lower[k] not in FUNCTION


def match(base: Reading, edition: Reading) -> Matching:
    """Pair the content words of the base with those of the translation."""
    forth: dict[int, int] = {}
    back: dict[int, int] = {}
    for _, k, j in sorted(_candidates(base, edition), key=lambda one: (-one[0], one[1], one[2])):
        if k not in forth and j not in back:
            forth[k], back[j] = j, k
    _pair_what_is_left(base, edition, forth, back)
    return Matching(base, edition, forth, back)


def _candidates(base: Reading, edition: Reading) -> list[tuple[float, int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for j, one in enumerate(edition.stems):
        if is_content(edition, j):
            places[one].append(j)
    names = [j for j in range(len(edition.words)) if edition.words[j].text[0].isupper() and is_content(edition, j)]
    n_base, n_edition = max(1, len(base.words)), max(1, len(edition.words))
    found = []
    for k, one in enumerate(base.stems):
        if not is_content(base, k):
            continue
        alike = dict.fromkeys(places.get(one, ()), _SURE)
        for other, share in similar(one).items():
            if share >= _LIKE and other in places:
                for j in places[other]:
                    alike.setdefault(j, 0.4 + 0.4 * share)
        if base.words[k].text[0].isupper() and not alike:
            alike = _spelled_alike(base.lower[k], edition, names)
        for j, score in alike.items():
            gone = abs(k - j * n_base / n_edition)
            found.append((score - _FAR * min(1.0, gone / (3 * _NEAR_WORDS)), k, j))
    return found


def _spelled_alike(name: str, edition: Reading, names: Sequence[int]) -> dict[int, float]:
    close = {}
    for j in names:
        other = edition.lower[j]
        if other[0] == name[0] and abs(len(other) - len(name)) < 4:  # noqa: PLR2004
            ratio = SequenceMatcher(None, name, other, autojunk=False).ratio()
            if ratio >= _SPELLED:
                close[j] = 0.5 + 0.4 * ratio
    return close


def _pair_what_is_left(base: Reading, edition: Reading, forth: dict[int, int], back: dict[int, int]) -> None:
    """Pair words that stand alone between the same two pairs on both sides."""
    anchors = [(-1, -1), *sorted(forth.items()), (len(base.words), len(edition.words))]
    for (k, j), (next_k, next_j) in pairwise(anchors):
        if next_j <= j:
            continue
        ours = [one for one in range(k + 1, next_k) if is_content(base, one)]
        theirs = [one for one in range(j + 1, next_j) if one not in back and is_content(edition, one)]
        if len(ours) == len(theirs) == 1 and base.lower[ours[0]][0].isalpha() == edition.lower[theirs[0]][0].isalpha():
            forth[ours[0]], back[theirs[0]] = theirs[0], ours[0]
