"""Which word of one text answers which of another: one to one, the likeliest first.

What speaks for a pair: that the words are alike, that their neighbours are alike too, and that they stand where the
pairs around them expect it. Places are estimated from the pairs of a first round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.differences.classes import Class
from polyglot_news.differences.keys import LEAST, NAME
from polyglot_news.differences.quantities import Quantity, agree, implied
from polyglot_news.differences.reading import Word
from polyglot_news.lexicon.names import name_similarity
from polyglot_news.lexicon.vocabulary import ENGLISH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Places = NDArray[np.int64]
    Flags = NDArray[np.bool_]

SAME_NAME = 0.72  # name_similarity from which two spellings are one name
_IMPLIED = 0.8  # likeness of a number to a word that says as much
_PLACE, _SUPPORT, _NEARNESS = 0.5, 0.5, 0.3  # what place and support count in the choice, and place in belief
_NEAR = 3  # words to either side that are neighbours
_ENOUGH = 3.0  # neighbours that are answered, for full support
_STANDS = 0.62  # likeness with support from which a pair is believed
_SCALE = 6.0  # words; how far from the expected place is far


class Matching(NamedTuple):
    """For each word of one text, its partner in the other (-1: none) and how alike they are, 0..1."""

    partner: Places
    likeness: Vector
    best: Vector  # likeness of the best candidate, taken or not
    back: Places  # for each word of the other text the word that it answers, itself or as a part of a number or name

    @property
    def answering(self) -> Flags:
        """Words of the other text that answer."""
        answering: Flags = self.back >= 0
        return answering

    def reversed(self) -> Matching:
        """The same pairs seen from the other text; `best` counts pairs alone."""
        import numpy as np  # noqa: PLC0415  # heavy

        n_back = len(self.back)
        likeness = np.where(self.answering, self.likeness[self.back], 0.0) if len(self.likeness) else np.zeros(n_back)
        return Matching(self.back, likeness, likeness, self.partner)


def match(ours: Sequence[Word], theirs: Sequence[Word], languages: tuple[str, str]) -> Matching:
    """Pair the telling words of two texts.

    Args:
        ours: words of an English text or of another.
        theirs: words of the other text.
        languages: of both.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    alike = np.zeros((len(ours), len(theirs)))
    for i, j, value in _candidates(ours, theirs, languages):
        alike[i, j] = max(alike[i, j], value)
    pairs = _likeliest(alike) if alike.any() else []
    partner, likeness = _answers(ours, [(i, j, alike[i, j]) for i, j in pairs])
    back, _ = _answers(theirs, [(j, i, alike[i, j]) for i, j in pairs])
    return Matching(partner, likeness, np.maximum(alike.max(axis=1, initial=0.0), likeness), back)


def _likeliest(alike: Matrix) -> list[tuple[int, int]]:
    """Pair one to one, the likeliest first; in a second round places are expected by the pairs of the first."""
    import numpy as np  # noqa: PLC0415  # heavy

    n_ours, n_theirs = alike.shape
    rows, columns = np.nonzero(alike)
    values, support = alike[rows, columns], _support(alike)[rows, columns]
    expected = np.linspace(0, n_theirs - 1, n_ours) if n_ours > 1 else np.zeros(1)
    scale = max(_SCALE, n_theirs / 4)
    pairs: list[tuple[int, int]] = []
    for _ in range(2):
        near = np.exp(-np.abs(expected[rows] - columns) / scale)
        order = np.argsort(-(values + _SUPPORT * support + _PLACE * near), kind="stable")
        order = order[_first_of_each(rows[order], columns[order])]
        stands = (values + support + _NEARNESS * near)[order] >= _STANDS
        pairs = list(zip(rows[order][stands].tolist(), columns[order][stands].tolist(), strict=True))
        expected, scale = _expected(pairs, n_ours, n_theirs), _SCALE
    return pairs


def _answers(words: Sequence[Word], pairs: Sequence[tuple[int, int, float]]) -> tuple[Places, Vector]:
    """Partner and likeness of each word; a number or name of which one word is answered is answered whole: ООН."""
    import numpy as np  # noqa: PLC0415  # heavy

    partner, likeness = np.full(len(words), -1), np.zeros(len(words))
    for i, j, value in pairs:
        partner[i], likeness[i] = j, value
    for i in [i for i, word in enumerate(words) if word.unit >= 0 and partner[i] >= 0]:
        for step in (-1, 1):
            k = i + step
            while 0 <= k < len(words) and words[k].unit == words[i].unit and partner[k] < 0:
                partner[k], likeness[k] = partner[i], likeness[i]
                k += step
    return partner, likeness


def _first_of_each(rows: Places, columns: Places) -> list[int]:
    """Go down a list of pairs and keep those whose words are both still free."""
    taken_rows: set[int] = set()
    taken_columns: set[int] = set()
    kept = []
    for place, (i, j) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        if i not in taken_rows and j not in taken_columns:
            taken_rows.add(i)
            taken_columns.add(j)
            kept.append(place)
    return kept


def _support(alike: Matrix) -> Matrix:
    """How many neighbours of i are answered among the neighbours of j, and by how much: at most 1.0."""
    import numpy as np  # noqa: PLC0415  # heavy

    n_rows, n_columns = alike.shape
    # The best likeness of each word to any within a distance of another: maxima over 2, 4, 8 and 9 places.
    best = np.zeros((n_rows, n_columns + 2 * (_NEAR + 1)))
    best[:, _NEAR + 1 : _NEAR + 1 + n_columns] = alike  # np.pad takes half as long as all that follows
    for step in (1, 2, 4, 1):
        best = np.maximum(best[:, :-step], best[:, step:])
    sums = np.zeros((n_rows + 2 * _NEAR + 1, n_columns))
    np.cumsum(best, axis=0, out=sums[_NEAR + 1 : _NEAR + 1 + n_rows])
    sums[_NEAR + 1 + n_rows :] = sums[_NEAR + n_rows]
    around = sums[2 * _NEAR + 1 :] - sums[:n_rows] - best
    support: Matrix = np.minimum(1.0, around / _ENOUGH)
    return support


def _expected(pairs: Sequence[tuple[int, int]], n_ours: int, n_theirs: int) -> Vector:
    """Where each of our words is expected, by the pairs around it."""
    import numpy as np  # noqa: PLC0415  # heavy

    if not pairs:
        return np.linspace(0, max(0, n_theirs - 1), n_ours)
    ours, theirs = (np.array(side, dtype=float) for side in zip(*sorted(pairs), strict=True))
    smooth = smoothed(theirs)
    at = np.arange(n_ours)
    expected: Vector = np.interp(at, ours, smooth)
    before, behind = at < ours[0], at > ours[-1]
    expected[before] = smooth[0] - (ours[0] - at[before])
    expected[behind] = smooth[-1] + (at[behind] - ours[-1])
    return expected


def smoothed(places: Vector | Places) -> Vector:
    """Partners in order, with those that stand apart from both neighbours put between them (median of three)."""
    import numpy as np  # noqa: PLC0415  # heavy

    smooth = places.astype(float)
    if len(places) > 2:  # noqa: PLR2004  # there is a middle
        before, at, after = smooth[:-2], smooth[1:-1], smooth[2:]
        smooth[1:-1] = np.maximum(np.minimum(before, at), np.minimum(np.maximum(before, at), after))
    return smooth


def _candidates(
    ours: Sequence[Word], theirs: Sequence[Word], languages: tuple[str, str]
) -> Iterator[tuple[int, int, float]]:
    # A word of English stands for itself here: what it may mean besides is said once, on the other side.
    is_own = languages[0] == ENGLISH
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, word in enumerate(ours):
        for key, value in word.own_keys if is_own else word.keys:
            index[key].append((i, value))
    for j, word in enumerate(theirs):
        for key, value in word.keys:
            for i, other in index.get(key, ()):
                likeness = value * other
                if key.startswith(NAME):
                    likeness = name_similarity(ours[i].text, word.text)
                    likeness = likeness if likeness >= SAME_NAME else 0.0
                if likeness >= LEAST:
                    yield i, j, likeness
    yield from _equal_numbers(ours, theirs, languages)


def _equal_numbers(
    ours: Sequence[Word], theirs: Sequence[Word], languages: tuple[str, str]
) -> Iterator[tuple[int, int, float]]:
    """Numbers of the same value, and numbers that a word of the other text implies: "two", «оба»."""
    our_numbers = [(i, word.quantity) for i, word in enumerate(ours) if word.quantity]
    their_numbers = [(j, word.quantity) for j, word in enumerate(theirs) if word.quantity]
    agreed = [(i, j) for i, one in our_numbers for j, other in their_numbers if agree(one, other)]
    yield from ((i, j, 1.0) for i, j in agreed)
    known_ours, known_theirs = {i for i, _ in agreed}, {j for _, j in agreed}
    for i, one in our_numbers:
        if i not in known_ours:
            yield from ((i, j, _IMPLIED) for j, word in enumerate(theirs) if _implies(word, one, languages[1]))
    for j, one in their_numbers:
        if j not in known_theirs:
            yield from ((i, j, _IMPLIED) for i, word in enumerate(ours) if _implies(word, one, languages[0]))


def _implies(word: Word, quantity: Quantity, language: str) -> bool:
    return word.quantity is None and word.kind is not Class.NEGATION and implied(quantity, word.text, language)
