"""Read links, measure their words, ask the networks: what is told on one side only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polyglot_news.differences.features import measure_base, measure_original, measure_translation
from polyglot_news.differences.matching import Matching
from polyglot_news.differences.network import Network
from polyglot_news.differences.runs import Run, find_runs
from polyglot_news.differences.sides import LinkedTexts, read_link
from polyglot_news.differences.surroundings import Judged, surroundings
from polyglot_news.differences.texts import Texts
from polyglot_news.model import Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class JudgedLink:
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


def judge(
    texts: Texts, links: Sequence[Link], networks: dict[str, Network], *, by_translation: bool
) -> list[JudgedLink]:
    """Judge the words of every link, on the side of the base and on that of the edition.

    Args:
        texts: the base, the edition and its translation.
        links: of their alignment.
        networks: for the base, the translation and the original.
        by_translation: whether the edition is judged by its translation where it has one; else by the original alone.
    """
    read = [read_link(texts, link) for link in links]
    of_base = networks["base"].probabilities([measure_base(one) for one in read])
    # A paragraph that nobody translated is judged by the original, whatever the others are.
    told = [by_translation and bool(one.translated.words) for one in read]
    of_edition = _of_edition(read, told, networks)
    base_texts, edition_texts, told_texts = (
        [paragraph.text for paragraph in one.paragraphs] for one in (texts.base, texts.edition, texts.translation)
    )
    return [
        _judged(one, (ours, base_texts), (theirs, told_texts if is_told else edition_texts), by_translation=is_told)
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


def _judged(
    linked: LinkedTexts, base: tuple[Vector, list[str]], edition: tuple[Vector, list[str]], *, by_translation: bool
) -> JudgedLink:
    """Find the runs of a link; both sides come as the probabilities of their words and the texts of their article."""
    side, matching = (
        (linked.translated, linked.base_to_translated) if by_translation else (linked.original, linked.base_to_original)
    )
    (ours, base_texts), (theirs, edition_texts) = base, edition
    return JudgedLink(
        linked,
        Judged(linked.base, ours, find_runs(linked.base, base_texts, ours)),
        Judged(side, theirs, find_runs(side, edition_texts, theirs)),
        by_translation,
        matching,
        matching.reversed(),
    )


def _edition(by_translation: bool) -> str:  # noqa: FBT001  # which of two sides
    return "translation" if by_translation else "original"
