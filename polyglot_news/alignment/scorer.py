"""How likely a link is right: two small networks, the second with a look at what surrounds the link.

Weights are plain numbers in arrays, fitted by training/alignment/ on edited news editions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from polyglot_news.alignment.cells import Cells, Group, likely_cells
from polyglot_news.alignment.context import context
from polyglot_news.alignment.evidence import Evidence
from polyglot_news.alignment.features import FEATURES, features, likeness
from polyglot_news.alignment.meaning import MEANING
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.arrays import UNREADABLE, read_arrays
from polyglot_news.errors import PackageDamagedError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from polyglot_news.alignment.cells import Mask, Matrix, Vector

    Arrays = Mapping[str, NDArray[Any]]

MODEL = Path(__file__).parent.parent / "data" / "alignment" / "links.npz"
KINDS = ("paragraphs", "sentences")
_SEMANTIC = MODEL.with_name("links.semantic.npz")
_LEAST_COMMON = 0.03  # share of either side that the other must cover: order, and a "the", make no link
_LEAST_LIKE = 0.4  # likeness of meaning that makes up for it: the same told without a common word
_WORTH_A_SECOND_LOOK = -6.5  # log-odds; of 12,000 gold links one in two hundred was below


class Member(NamedTuple):
    """Layers of a feed-forward network with rectified linear units; the last gives log-odds."""

    shift: Vector
    scale: Vector
    layers: tuple[tuple[Matrix, Vector], ...]

    def score(self, measured: Matrix) -> Vector:
        """Return log-odds, one a row."""
        import numpy as np  # noqa: PLC0415  # heavy

        values = (measured - self.shift) * self.scale
        for number, (weights, bias) in enumerate(self.layers):
            values = (np.maximum(values, 0.0) if number else values) @ weights + bias
        scores: Vector = values[:, 0]
        return scores


class Network(NamedTuple):
    """Several members that were fitted from different beginnings; their mean errs less than each of them."""

    members: tuple[Member, ...]

    def score(self, measured: Matrix) -> Vector:
        """Return log-odds, one a row."""
        import numpy as np  # noqa: PLC0415  # heavy

        scores: Vector = np.mean([member.score(measured) for member in self.members], axis=0)
        return scores


def score_paragraphs(evidence: Evidence, group: Group, settings: AlignmentSettings) -> tuple[Cells, Vector]:
    """Weigh every likely link between the paragraphs of two articles.

    Returns:
        The cells, and the probability that each is right, 0..1.
    """
    return _score(evidence, [group], settings, "paragraphs")


def score_sentences(evidence: Evidence, groups: Sequence[Group], settings: AlignmentSettings) -> tuple[Cells, Vector]:
    """Weigh every likely link between the sentences of each pair of linked paragraphs, a group each."""
    return _score(evidence, groups, settings, "sentences")


def _score(evidence: Evidence, groups: Sequence[Group], settings: AlignmentSettings, kind: str) -> tuple[Cells, Vector]:
    import numpy as np  # noqa: PLC0415  # heavy

    first, second = networks(_fitted(evidence, settings))[kind]
    cells, measured = features(
        evidence, likely_cells(likeness(evidence), groups, settings.max_span), groups, settings.max_span
    )
    scores = first.score(measured)
    kept = worth_a_second_look(measured, scores)
    cells, measured, scores = cells.take(kept), measured[kept], scores[kept]
    if not len(cells):
        return cells, scores
    surroundings = context(cells, groups, scores)
    probability: Vector = 1.0 / (1.0 + np.exp(-second.score(np.concatenate([surroundings, measured], axis=1))))
    return cells, probability


def _fitted(evidence: Evidence, settings: AlignmentSettings) -> Path:
    """Where the networks are that know this kind of evidence; without meanings those of every day, asked or not."""
    if evidence.meanings is not None:
        return settings.networks or _SEMANTIC
    return MODEL if settings.semantic else settings.networks or MODEL


def worth_a_second_look(measured: Matrix, scores: Vector) -> Mask:
    """Mark the cells that the second network is asked about; it was fitted on such cells alone.

    Args:
        measured: cells x FEATURES, or x FEATURES and MEANING.
        scores: log-odds of the first network.
    """
    has_common: Mask = measured[:, FEATURES.index("lesser of both")] > _LEAST_COMMON
    if measured.shape[1] > len(FEATURES):
        has_common |= measured[:, len(FEATURES) + MEANING.index("likeness of meaning")] > _LEAST_LIKE
    kept: Mask = (scores > _WORTH_A_SECOND_LOOK) & has_common
    return kept


@cache
def networks(path: Path = MODEL) -> dict[str, tuple[Network, Network]]:
    """Read fitted networks: for paragraphs and for sentences, without and with context.

    Raises:
        PackageDamagedError: the file is missing, damaged or of something else.
    """
    try:
        stored = read_arrays(path)
        return {kind: (_network(stored, f"{kind}/alone"), _network(stored, f"{kind}/in context")) for kind in KINDS}
    except UNREADABLE as reason:
        raise PackageDamagedError(
            f"{path}: cannot be read as networks: {reason}", hint="install polyglot-news again"
        ) from None


def _network(stored: Arrays, name: str) -> Network:
    """Take the members of a network apart; they are stored together, for each array takes its time to be opened."""
    numbers = list(takewhile(lambda number: f"{name}/weights.{number}" in stored, count()))
    layers = [
        zip(_members(stored, f"{name}/weights.{k}"), _members(stored, f"{name}/bias.{k}"), strict=True) for k in numbers
    ]
    scaling = (_members(stored, f"{name}/shift"), _members(stored, f"{name}/scale"))
    return Network(
        tuple(Member(shift, scale, tuple(some)) for shift, scale, *some in zip(*scaling, *layers, strict=True))
    )


def _members(stored: Arrays, name: str) -> Matrix:
    """What each member has under a name."""
    import numpy as np  # noqa: PLC0415  # heavy

    found: Matrix = stored[name].astype(np.float64)
    return found
