"""align(): the paragraphs of two editions that tell the same, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polyglot_news.alignment.evidence import Unit, bags
from polyglot_news.alignment.inside import link_sentences
from polyglot_news.alignment.linking import best_links
from polyglot_news.alignment.moves import moved
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.lexicon.reliability import reliability
from polyglot_news.model import Alignment, Article, Link, Role, Translation

# A headline answers a headline, however differently it is put: that is what a reader wants to see side by side.
_HEADLINES = AlignmentSettings(max_span=1, threshold=-1.0)


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
        Links of at most `settings.max_span` paragraphs a side, in the order of the base; no paragraph in two links;
        moved ones marked; the sentences of each linked among themselves.

    Source: ours; why not the monotone path of Gale & Church (1993): docs/decisions/0002-links.md.
    """
    settings = settings or AlignmentSettings()
    ours, theirs = _paragraphs(base, edition, translation)
    found = bags(ours, theirs, base.language)
    weights = found.weights(reliability((one.text, one.language, one.translation) for one in theirs))
    headlines = int(_is_titled(base) and _is_titled(edition))
    chosen = (
        *best_links(found.part(0, headlines), weights, _HEADLINES),
        *(one.behind(headlines) for one in best_links(found.part(headlines), weights, settings)),
    )
    crossing = moved([one.edition[0] for one in chosen], [_weight(base, one.base) for one in chosen])
    links = [
        Link(one.base, one.edition, round(one.similarity, 4), position in crossing)
        for position, one in enumerate(chosen)
    ]
    return Alignment(
        len(base.paragraphs),
        len(edition.paragraphs),
        tuple(replace(link, sentences=link_sentences(base, edition, translation, link, weights)) for link in links),
    )


def _is_titled(article: Article) -> bool:
    return bool(article.paragraphs) and article.paragraphs[0].role is Role.TITLE


def _paragraphs(base: Article, edition: Article, translation: Translation) -> tuple[list[Unit], list[Unit]]:
    translated = [paragraph.text for paragraph in translation.paragraphs]
    return (
        [Unit(paragraph.text, base.language) for paragraph in base.paragraphs],
        [Unit(one.text, one.language, text) for one, text in zip(edition.paragraphs, translated, strict=True)],
    )


def _weight(base: Article, paragraphs: Sequence[int]) -> float:
    """Characters of text, and at least one: of two crossing links the shorter has moved."""
    return sum(1.0 + len(base.paragraphs[i].text) for i in paragraphs)
