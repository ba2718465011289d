"""From what units say to the links between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.alignment.anchors import Things
from polyglot_news.alignment.answers import Dictionary
from polyglot_news.alignment.cells import Cells, Group
from polyglot_news.alignment.evidence import Evidence, Weights, gather, weigh
from polyglot_news.alignment.reading import Unit
from polyglot_news.alignment.scorer import score_paragraphs, score_sentences
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate, choose
from polyglot_news.alignment.windows import link_by_windows

if TYPE_CHECKING:
    from polyglot_news.alignment.cells import Vector

Units = Sequence[Unit]
Scorer = Callable[[Evidence, Group, AlignmentSettings], tuple[Cells, "Vector"]]

_EXACT = 150**2  # pairs of paragraphs up to which every one is weighed


class Known(NamedTuple):
    """What is known of two articles as wholes; their paragraphs and sentences are read by it."""

    weights: Weights
    dictionary: Dictionary


def know(base: Units, edition: Units, reliability: float) -> Known:
    """Learn what things are worth and what answers them.

    Args:
        base: paragraphs of the base.
        edition: paragraphs of the other edition.
        reliability: of its translation, 0..1.
    """
    return Known(weigh(base, edition, reliability), Dictionary(base))


def paragraph_links(base: Units, edition: Units, known: Known, settings: AlignmentSettings) -> tuple[Candidate, ...]:
    """Choose the links between the paragraphs of two articles, in the order of the base.

    Args:
        base: paragraphs of the base.
        edition: paragraphs of the other edition.
        known: of both articles.
        settings: of the alignment.
    """
    return _linked(base, edition, known, settings, score_paragraphs)


def _linked(
    base: Units, edition: Units, known: Known, settings: AlignmentSettings, score: Scorer
) -> tuple[Candidate, ...]:
    """Link units that may all be linked with each other: at once, or by windows where they are many."""

    def link(ours: range, theirs: range) -> tuple[Candidate, ...]:
        some, others = base[ours.start : ours.stop], edition[theirs.start : theirs.stop]
        evidence = gather(some, others, known.weights, known.dictionary)
        return _chosen(*score(evidence, Group(range(len(some)), range(len(others))), settings), settings)

    whole = Group(range(len(base)), range(len(edition)))
    if _is_long(whole):
        return link_by_windows(_things(base, edition, known), link)
    return link(whole.base, whole.edition)


def _is_long(group: Group) -> bool:
    return len(group.base) * len(group.edition) > _EXACT


def _things(base: Units, edition: Units, known: Known) -> Things:
    """What each paragraph holds, under the names of the base."""
    ours = [{token.thing for token in unit.tokens} for unit in base]
    theirs = [
        {token.thing for token in unit.translation}
        | {thing for token in unit.tokens for thing in known.dictionary.meant_by(token)}
        for unit in edition
    ]
    return Things(ours, theirs, known.weights.told)


def sentence_links(
    base: Units, edition: Units, groups: Sequence[Group], known: Known, settings: AlignmentSettings
) -> tuple[Candidate, ...]:
    """Choose the links between the sentences of each group, in the order of the base.

    Args:
        base: sentences of the base, of all groups.
        edition: likewise.
        groups: which of them belong to one link of paragraphs.
        known: of the articles.
        settings: of the alignment.
    """
    found = [one for group in groups if _is_long(group) for one in _in_long(base, edition, group, known, settings)]
    if short := [group for group in groups if not _is_long(group)]:
        evidence = gather(base, edition, known.weights, known.dictionary)
        found += _chosen(*score_sentences(evidence, short, settings), settings)
    return tuple(sorted(found, key=lambda one: (one.base, one.edition)))


def _in_long(
    base: Units, edition: Units, group: Group, known: Known, settings: AlignmentSettings
) -> Iterator[Candidate]:
    """Link the sentences of a paragraph as long as a book: the text of a page that came without its breaks."""
    mine = base[group.base.start : group.base.stop]
    yours = edition[group.edition.start : group.edition.stop]
    for one in _linked(mine, yours, known, settings, _score_group):
        ours, theirs = tuple(group.base[i] for i in one.base), tuple(group.edition[j] for j in one.edition)
        yield Candidate(ours, theirs, one.gain, one.similarity)


def _score_group(evidence: Evidence, group: Group, settings: AlignmentSettings) -> tuple[Cells, Vector]:
    return score_sentences(evidence, [group], settings)


def _chosen(cells: Cells, probability: Vector, settings: AlignmentSettings) -> tuple[Candidate, ...]:
    """Take the disjoint links with the largest sum of probabilities, each less the least."""
    found = []
    for (i, j, n_base, n_edition, _), likely in zip(cells.rows.tolist(), probability.tolist(), strict=True):
        gain = likely - settings.least_probability
        if gain > 0:
            found.append(Candidate(tuple(range(i, i + n_base)), tuple(range(j, j + n_edition)), gain, likely))
    return choose(found)


def headline_link(base: Unit, edition: Unit, known: Known, settings: AlignmentSettings) -> Candidate:
    """Link two headlines, with the probability that as a pair of sentences they would be held for the same."""
    both = [Group(range(1), range(1))]
    _, probability = score_sentences(gather([base], [edition], known.weights, known.dictionary), both, settings)
    likely = float(probability[0]) if len(probability) else 0.0
    return Candidate((0,), (0,), likely, likely)
