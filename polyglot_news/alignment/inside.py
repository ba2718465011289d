"""Sentences inside links: which answers which, and what is left over on either side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from polyglot_news.alignment.cells import Group
from polyglot_news.alignment.linking import Known, sentence_links
from polyglot_news.alignment.reading import Unit
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate
from polyglot_news.model import Article, Link, SentenceLink, Span, TranslatedSentence, Translation

_TOGETHER = 16  # links whose sentences are weighed in one go


class Editions(NamedTuple):
    """Two articles, as they are and as they were read."""

    base: Article
    edition: Article
    translation: Translation
    base_units: Sequence[Unit]
    edition_units: Sequence[Unit]

    def our_sentences(self, link: Link) -> list[Span]:
        """Sentences of the base in a link."""
        return [span for i in link.base for span in self.base.paragraphs[i].sentences]

    def their_sentences(self, link: Link) -> list[TranslatedSentence]:
        """Sentences of the edition in a link; where nothing was translated, with empty translations."""
        return [one for j in link.edition for one in self._translated(j)]

    def _translated(self, j: int) -> Sequence[TranslatedSentence]:
        translated = self.translation.paragraphs[j].sentences
        return translated or [TranslatedSentence(span, Span(j, 0, 0)) for span in self.edition.paragraphs[j].sentences]

    def our_unit(self, span: Span) -> Unit:
        """One sentence of the base, as it was read."""
        return self.base_units[span.paragraph].part(span.start, span.end)

    def their_unit(self, one: TranslatedSentence) -> Unit:
        """One sentence of the edition, as it was read, with its translation."""
        original, told = one.original, one.translation
        return self.edition_units[original.paragraph].part(original.start, original.end, (told.start, told.end))


def link_sentences(
    editions: Editions, links: Sequence[Link], known: Known, settings: AlignmentSettings
) -> list[tuple[SentenceLink, ...]]:
    """Link the sentences of each link's paragraphs among themselves.

    Args:
        editions: the articles.
        links: between their paragraphs.
        known: of the whole articles.
        settings: of the alignment.

    Returns:
        For each link every sentence of both sides once: linked ones and, with an empty side, those left out or added;
        in the order of the base, each added sentence after the linked one that it follows.
    """
    found: list[tuple[SentenceLink, ...]] = []
    for start in range(0, len(links), _TOGETHER):
        found += _linked_together(editions, links[start : start + _TOGETHER], known, settings)
    return found


def _linked_together(
    editions: Editions, links: Sequence[Link], known: Known, settings: AlignmentSettings
) -> Iterator[tuple[SentenceLink, ...]]:
    sides = [(editions.our_sentences(link), editions.their_sentences(link)) for link in links]
    groups: dict[int, Group] = {}
    ours: list[Unit] = []
    theirs: list[Unit] = []
    for number, (spans, others) in enumerate(sides):
        if len(spans) == len(others) == 1:
            continue
        groups[number] = Group(range(len(ours), len(ours) + len(spans)), range(len(theirs), len(theirs) + len(others)))
        ours += map(editions.our_unit, spans)
        theirs += map(editions.their_unit, others)
    chosen = sentence_links(ours, theirs, list(groups.values()), known, settings)
    starts = [one.base[0] for one in chosen]
    for number, (link, (spans, others)) in enumerate(zip(links, sides, strict=True)):
        if number not in groups:
            yield (_linked(spans, others, link.score),)
            continue
        group = groups[number]
        inside = chosen[bisect_right(starts, group.base.start - 1) : bisect_right(starts, group.base.stop - 1)]
        yield tuple(_in_order(spans, others, [_from(group, one) for one in inside]))


def _from(group: Group, one: Candidate) -> Candidate:
    """Count from the beginning of the group."""
    base = tuple(place - group.base.start for place in one.base)
    return Candidate(base, tuple(place - group.edition.start for place in one.edition), one.gain, one.similarity)


def _in_order(
    ours: Sequence[Span], theirs: Sequence[TranslatedSentence], chosen: Sequence[Candidate]
) -> Iterator[SentenceLink]:
    """Yield links and left-out sentences in the order of the base, each added one behind the link it follows."""
    starts = {one.base[0]: one for one in chosen}
    held = {i for one in chosen for i in one.base}
    ends = sorted(one.edition[-1] for one in chosen)
    following: dict[int, list[int]] = defaultdict(list)  # added sentences by the end of the link before; -1 for none
    for j in sorted(set(range(len(theirs))) - {j for one in chosen for j in one.edition}):
        place = bisect_left(ends, j)
        following[ends[place - 1] if place else -1].append(j)
    yield from (_linked((), [theirs[j]], 0.0) for j in following[-1])
    for i, span in enumerate(ours):
        if i in starts:
            one = starts[i]
            yield _linked([ours[k] for k in one.base], [theirs[j] for j in one.edition], one.similarity)
            yield from (_linked((), [theirs[j]], 0.0) for j in following[one.edition[-1]])
        elif i not in held:
            yield _linked([span], (), 0.0)


def _linked(ours: Sequence[Span], theirs: Sequence[TranslatedSentence], score: float) -> SentenceLink:
    originals = tuple(dict.fromkeys(one.original for one in theirs))
    translations = tuple(one.translation for one in theirs if one.translation.end > one.translation.start)
    return SentenceLink(tuple(ours), originals, translations, round(score, 4) if ours and theirs else 0.0)
