"""How likely each paragraph is the site's, and what it then is: two small networks, the second with a look around.

Weights are plain numbers in arrays, fitted by training/boilerplate/fit.py, written by training/boilerplate/storing.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from polyglot_news.arrays import UNREADABLE, read_arrays
from polyglot_news.errors import PackageDamagedError
from polyglot_news.lexicon.vocabulary import Rows
from polyglot_news.sources.boilerplate_features import FEATURES, REASONS, measure
from polyglot_news.sources.boilerplate_vocabulary import LEARNED, keys_of, known_of, weigh

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Arrays = Mapping[str, NDArray[Any]]

WEIGHTS = Path(__file__).parent.parent / "data" / "boilerplate" / "weights.npz"
NETWORKS = ("glance", "look", "reason")
_REACH = 3  # paragraphs on either side whose first scores the second network sees
_WIDE = 8
_UNSEEN = -4.0  # log-odds beyond the ends of the text: there the article may go on
_FURTHEST = 6.0
_HARDLY, _FAR = 0.5, 40  # paragraphs
_OPENED = 6.0  # log-odds; few such openings were there to learn from, and of 1,000 none began a paragraph of the news
_PLAIN = 100.0  # how a paragraph opens, and what is a button and nothing else, says what it is
_OPENINGS = slice(FEATURES.index(f"opening: {REASONS[0]}"), FEATURES.index(f"opening: {REASONS[-1]}") + 1)


class Network(NamedTuple):
    """Layers of a feed-forward network with rectified linear units."""

    shift: Matrix
    scale: Matrix
    layers: tuple[tuple[Matrix, Matrix], ...]

    def score(self, measured: Matrix) -> Matrix:
        """Return the last layer's log-odds, a row for each row."""
        import numpy as np  # noqa: PLC0415  # heavy

        values = np.clip((measured - self.shift) * self.scale, -_FURTHEST, _FURTHEST)
        for number, (weights, bias) in enumerate(self.layers):
            values = (np.maximum(values, 0.0) if number else values) @ weights + bias
        return values


class Scorer(NamedTuple):
    """Whether, at a glance and with a look around; and why."""

    vocabulary: Rows  # see boilerplate_vocabulary.known_of
    glance: Network
    look: Network
    reason: Network


def score(paragraphs: Sequence[str], scorer: Scorer) -> tuple[list[float], list[str]]:
    """Weigh each paragraph.

    Returns:
        The probability that it is the site's, 0..1, and what it would then be, one of REASONS.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    if not paragraphs:
        return [], []
    keys = [keys_of(text) for text in paragraphs]
    vocabulary = known_of(keys, scorer.vocabulary)
    learned = (weigh(some, vocabulary) for some in keys)
    rows = [known + some for known, some in zip(measure(paragraphs), learned, strict=True)]
    measured = np.array(rows, dtype=np.float64)
    seen = look_around(measured, scorer.glance.score(measured)[:, 0])
    odds = scorer.look.score(seen)[:, 0] + _OPENED * measured[:, FEATURES.index("opening")]
    told = scorer.reason.score(measured) + _PLAIN * measured[:, _OPENINGS]
    told[:, REASONS.index("button")] += 2 * _PLAIN * measured[:, FEATURES.index("phrases: button")]
    reasons = told.argmax(axis=1)
    likely = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return [float(value) for value in likely], [REASONS[number] for number in reasons]


def look_around(measured: Matrix, odds: Matrix) -> Matrix:
    """Put beside each row what was thought of it, of its neighbours and of all."""
    import numpy as np  # noqa: PLC0415  # heavy

    n = len(odds)
    clipped = np.clip(odds, -_FURTHEST, _FURTHEST)
    padded = np.concatenate([np.full(_WIDE, _UNSEEN), clipped, np.full(_WIDE, _UNSEEN)])
    likely = 1 / (1 + np.exp(-padded))
    near = [padded[_WIDE + step : _WIDE + step + n] for step in range(-_REACH, _REACH + 1)]
    sums = np.concatenate([[0.0], np.cumsum(likely)])
    before = (sums[_WIDE : _WIDE + n] - sums[:n]) / _WIDE
    after = (sums[2 * _WIDE + 1 : 2 * _WIDE + 1 + n] - sums[_WIDE + 1 : _WIDE + 1 + n]) / _WIDE
    whole = np.full(n, likely[_WIDE : _WIDE + n].mean())
    return np.column_stack([measured, *near, before, after, whole, *_body(measured, likely[_WIDE : _WIDE + n])])


def _body(measured: Matrix, likely: Matrix) -> list[Matrix]:
    """Say where each row lies among the long sentences that are hardly the site's, for these are the article."""
    import numpy as np  # noqa: PLC0415  # heavy

    n = len(likely)
    is_body = (measured[:, FEATURES.index("long sentence")] > 0) & (likely < _HARDLY)
    places = np.arange(n)
    last = np.maximum.accumulate(np.where(is_body, places, -_FAR))
    following = np.minimum.accumulate(np.where(is_body, places, n + _FAR)[::-1])[::-1]
    above = np.concatenate([[-_FAR], last[:-1]])
    below = np.concatenate([following[1:], [n + _FAR]])
    until = np.cumsum(is_body, dtype=np.float64)
    n_above, n_below = until - is_body, until[-1] - until
    up, down = (np.log1p(np.minimum(_FAR, steps)) for steps in (places - above, below - places))
    return [up, down, np.minimum(up, down), np.maximum(up, down), np.log1p(n_above), np.log1p(n_below)]


@cache
def shipped() -> Scorer:
    """Return the networks that come along."""
    return read_scorer(WEIGHTS)


def read_scorer(path: Path) -> Scorer:
    """Read weights.

    Raises:
        PackageDamagedError: the file is missing, damaged or of other features than these.
    """
    hint = "install polyglot-news again"
    try:
        stored = read_arrays(path)
        if tuple(stored["features"]) != (*FEATURES, *LEARNED) or tuple(stored["reasons"]) != REASONS:
            raise PackageDamagedError(f"{path}: made for another version", hint=hint)
        vocabulary = Rows(stored["vocabulary"].tobytes().splitlines())
        return Scorer(vocabulary, *(_network(stored, name) for name in NETWORKS))
    except UNREADABLE as reason:
        raise PackageDamagedError(f"{path}: cannot be read: {reason}", hint=hint) from None


def _network(stored: Arrays, name: str) -> Network:
    numbers = takewhile(lambda number: f"{name}/weights.{number}" in stored, count())
    layers = tuple((stored[f"{name}/weights.{number}"], stored[f"{name}/bias.{number}"]) for number in numbers)
    return Network(stored[f"{name}/shift"], stored[f"{name}/scale"], layers)
