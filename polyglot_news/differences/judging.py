"""Read links, measure their words, ask the networks: what is told on one side only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.differences.confidence import confidence_of
from polyglot_news.differences.features import measure_base, measure_original, measure_translation
from polyglot_news.differences.matching import Matching
from polyglot_news.differences.network import Model, Network
from polyglot_news.differences.runs import Run, find_runs
from polyglot_news.differences.sides import LinkedTexts, read_link
from polyglot_news.differences.surroundings import Judged, surroundings
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.wholes import Pairing, Sentence, measure_sentences
from polyglot_news.model import Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]


class JudgedLink(NamedTuple):
    """A link with what the networks say of its words."""

    linked: LinkedTexts
    base: Judged
    edition: Judged  # the translation, or the original where no translation is to be trusted
    by_translation: bool
    matching: Matching  # of the words of the base with those of the edition's side
    back: Matching  # the same from the edition's side

    def side_of(self, *, of_base: bool) -> str:
        """Name the side, as the fitted model does."""
        return "base" if of_base else _edition(self.by_translation)

    def measured(self, run: Run, *, of_base: bool) -> tuple[float, ...]:
        """All that the confidence of a run is judged by."""
        one, other = (self.base, self.edition) if of_base else (self.edition, self.base)
        matching = self.matching if of_base else self.back
        return (*run.measured, *surroundings(run, one, other, matching, self.linked))


class JudgedWords(NamedTuple):
    """A link with how likely each word of either side is told on that side only."""

    linked: LinkedTexts
    base: Vector
    edition: Vector
    by_translation: bool

    def side_of(self, *, of_base: bool) -> str:
        """Name the side, as the fitted model does."""
        return "base" if of_base else _edition(self.by_translation)

    def pairing(self, *, of_base: bool) -> Pairing:
        """Return a side and what it is held against."""
        linked = self.linked
        if self.by_translation:
            ours, matching, held = linked.translated, linked.base_to_translated, linked.translated_held
        else:
            ours, matching, held = linked.original, linked.base_to_original, linked.original_held
        if of_base:
            return Pairing(linked.base, ours, matching, linked.base_held)
        return Pairing(ours, linked.base, matching.reversed(), held)

    def sentences(self, *, of_base: bool) -> tuple[Sentence, ...]:
        """Measure the sentences of a side."""
        return measure_sentences(self.pairing(of_base=of_base), self.base if of_base else self.edition, self.linked)


def judge(texts: Texts, links: Sequence[Link], fitted: Model, *, by_translation: bool) -> list[JudgedLink]:
    """Judge the words and the sentences of every link, on the side of the base and on that of the edition.

    Args:
        texts: the base, the edition and its translation.
        links: of their alignment.
        fitted: networks for the base, the translation and the original, and what tells whole sentences.
        by_translation: whether the edition is judged by its translation where it has one; else by the original alone.
    """
    return [
        join_words(one, texts, fitted.wholes)
        for one in judge_words(texts, links, fitted.networks, by_translation=by_translation)
    ]


def judge_words(
    texts: Texts, links: Sequence[Link], networks: dict[str, Network], *, by_translation: bool
) -> list[JudgedWords]:
    """Judge the words of every link, all links at once; arguments as those of `judge`."""
    read = [read_link(texts, link) for link in links]
    of_base = networks["base"].probabilities([measure_base(one) for one in read])
    # A paragraph that nobody translated is judged by the original, whatever the others are.
    told = [by_translation and bool(one.translated.words) for one in read]
    of_edition = _of_edition(read, told, networks)
    return [
        JudgedWords(one, ours, theirs, is_told)
        for one, ours, theirs, is_told in zip(read, of_base, of_edition, told, strict=True)
    ]


def _of_edition(read: Sequence[LinkedTexts], told: Sequence[bool], networks: dict[str, Network]) -> list[Vector]:
    """Probabilities of the words of the translation where a link has one to trust, else of the original."""
    links = list(zip(read, told, strict=True))
    by_told = iter(
        networks["translation"].probabilities([measure_translation(one) for one, is_told in links if is_told])
    )
    by_original = iter(
        networks["original"].probabilities([measure_original(one) for one, is_told in links if not is_told])
    )
    return [next(by_told if is_told else by_original) for is_told in told]


def join_words(words: JudgedWords, texts: Texts, wholes: Mapping[str, Sequence[float]]) -> JudgedLink:
    """Join the words of a link that are told on one side only to passages; `wholes` is that of the fitted model."""
    edition = texts.translation if words.by_translation else texts.edition
    matching = words.pairing(of_base=True).matching
    return JudgedLink(
        linked=words.linked,
        base=_passages(words, [one.text for one in texts.base.paragraphs], wholes, of_base=True),
        edition=_passages(words, [one.text for one in edition.paragraphs], wholes, of_base=False),
        by_translation=words.by_translation,
        matching=matching,
        back=matching.reversed(),
    )


def _passages(
    words: JudgedWords, texts: Sequence[str], wholes: Mapping[str, Sequence[float]], *, of_base: bool
) -> Judged:
    weights = wholes[words.side_of(of_base=of_base)]
    likely = [(one.first, one.last, confidence_of(one.measured, weights)) for one in words.sentences(of_base=of_base)]
    side, probabilities = words.pairing(of_base=of_base).side, words.base if of_base else words.edition
    return Judged(side, probabilities, find_runs(side, texts, probabilities, likely))


def _edition(by_translation: bool) -> str:  # noqa: FBT001  # which of two sides
    return "translation" if by_translation else "original"
