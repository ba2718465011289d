"""align(): the paragraphs of two editions that tell the same, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polyglot_news.alignment.inside import Editions, link_sentences
from polyglot_news.alignment.linking import Known, headline_link, know, paragraph_links
from polyglot_news.alignment.moves import moved
from polyglot_news.alignment.reading import read
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate
from polyglot_news.lexicon.reliability import reliability_of
from polyglot_news.model import Alignment, Article, Link, Role, Translation


def align(
    base: Article, edition: Article, translation: Translation, settings: AlignmentSettings | None = None
) -> Alignment:
    """Link the paragraphs that tell the same, in whatever order.

    Args:
        base: the edition that the other is held against.
        edition: the other edition.
        translation: of `edition`, one entry a paragraph; its texts may be "" where nothing was translated.
        settings: None for the measured defaults.

    Returns:
        Links of at most `settings.max_span` paragraphs a side, in the order of the base, each with the probability that
        it is right; no paragraph in two links; moved ones marked; the sentences of each linked among themselves.

    Raises:
        PackageError: `settings.semantic` asks for the extra `semantic`, which is missing or damaged.

    Source: ours; why not the monotone path of Gale & Church (1993): docs/decisions/0002-links.md.
    """
    settings = settings or AlignmentSettings()
    editions = _read(base, edition, translation)
    if settings.semantic:
        from polyglot_news.alignment.semantic import with_meanings  # noqa: PLC0415  # where it is asked for

        editions = with_meanings(editions)
    known = know(editions.base_units, editions.edition_units, reliability_of(edition, translation))
    chosen = _chosen(editions, known, settings)
    links = _links(base, chosen)
    inside = link_sentences(editions, links, known, settings)
    linked = tuple(replace(link, sentences=sentences) for link, sentences in zip(links, inside, strict=True))
    sizes = len(base.paragraphs), len(edition.paragraphs)
    return Alignment(*sizes, linked, _captions(base), _captions(edition))


def _links(base: Article, chosen: Sequence[Candidate]) -> list[Link]:
    """Mark what has moved."""
    crossing = moved([one.edition[0] for one in chosen], [_weight(base, one.base) for one in chosen])
    return [
        Link(one.base, one.edition, round(one.similarity, 4), position in crossing)
        for position, one in enumerate(chosen)
    ]


def _read(base: Article, edition: Article, translation: Translation) -> Editions:
    ours = [read(one.text, base.language) for one in base.paragraphs]
    theirs = [
        read(one.text, one.language, told.text if one.language != base.language else "", base.language)
        for one, told in zip(edition.paragraphs, translation.paragraphs, strict=True)
    ]
    return Editions(base, edition, translation, ours, theirs)


def _chosen(editions: Editions, known: Known, settings: AlignmentSettings) -> tuple[Candidate, ...]:
    """A headline answers a headline, however differently it is put: that is what a reader wants to see side by side."""
    n_headlines = int(_is_titled(editions.base) and _is_titled(editions.edition))
    ours, theirs = editions.base_units, editions.edition_units
    headline = [headline_link(ours[0], theirs[0], known, settings)] if n_headlines else []
    places, others = _text(editions.base, n_headlines), _text(editions.edition, n_headlines)
    links = paragraph_links([ours[i] for i in places], [theirs[j] for j in others], known, settings)
    return (*headline, *(one.at(places, others) for one in links))


def _text(article: Article, start: int) -> tuple[int, ...]:
    """Return the paragraphs from `start` on that an edition may be asked for: all but captions."""
    captions = set(_captions(article))
    return tuple(k for k in range(start, len(article.paragraphs)) if k not in captions)


def _captions(article: Article) -> tuple[int, ...]:
    return tuple(k for k, one in enumerate(article.paragraphs) if one.role is Role.CAPTION)


def _is_titled(article: Article) -> bool:
    return bool(article.paragraphs) and article.paragraphs[0].role is Role.TITLE


def _weight(base: Article, paragraphs: Sequence[int]) -> float:
    """Characters of text, and at least one: of two crossing links the shorter has moved."""
    return sum(1.0 + len(base.paragraphs[i].text) for i in paragraphs)
