"""Sentences inside one link: which answers which, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyglot_news.alignment.evidence import Unit, Weights, bags
from polyglot_news.alignment.linking import best_links
from polyglot_news.alignment.settings import SENTENCES
from polyglot_news.alignment.solver import Candidate
from polyglot_news.model import Article, Link, SentenceLink, Span, TranslatedSentence, Translation


def link_sentences(
    base: Article, edition: Article, translation: Translation, link: Link, weights: Weights
) -> tuple[SentenceLink, ...]:
    """Link the sentences of one link's paragraphs.

    Args:
        base: the article that `link.base` points into.
        edition: the article that `link.edition` points into.
        translation: of `edition`.
        link: the paragraphs.
        weights: of the whole articles.

    Returns:
        Every sentence of both sides once: linked ones and, with an empty side, those left out or added; in the order
        of the base, each added sentence after the linked one that it follows.
    """
    ours = [span for i in link.base for span in base.paragraphs[i].sentences]
    theirs = [unit for j in link.edition for unit in _sentences(edition, translation, j)]
    texts = [
        Unit(
            edition.text_of(one.original), edition.paragraphs[one.original.paragraph].language, _text(translation, one)
        )
        for one in theirs
    ]
    if len(ours) == 1 and len(theirs) == 1:
        return (_linked(ours, theirs, link.score),)
    chosen = best_links(
        bags([Unit(base.text_of(span), base.language) for span in ours], texts, base.language), weights, SENTENCES
    )
    return tuple(_in_order(ours, theirs, chosen))


def _in_order(
    ours: Sequence[Span], theirs: Sequence[TranslatedSentence], chosen: Sequence[Candidate]
) -> Iterator[SentenceLink]:
    """Yield links and left-out sentences in the order of the base, each added one behind the link it follows."""
    starts = {one.base[0]: one for one in chosen}
    held = {i for one in chosen for i in one.base}
    added = sorted(set(range(len(theirs))) - {j for one in chosen for j in one.edition})
    ends = {one.edition[-1] for one in chosen}
    yield from (_linked((), [theirs[j]], 0.0) for j in added if not any(end < j for end in ends))
    for i, span in enumerate(ours):
        if i in starts:
            one = starts[i]
            yield _linked([ours[k] for k in one.base], [theirs[j] for j in one.edition], one.similarity)
            following = [j for j in added if max((end for end in ends if end < j), default=-1) == one.edition[-1]]
            yield from (_linked((), [theirs[j]], 0.0) for j in following)
        elif i not in held:
            yield _linked([span], (), 0.0)


def _linked(ours: Sequence[Span], theirs: Sequence[TranslatedSentence], score: float) -> SentenceLink:
    originals = tuple(dict.fromkeys(one.original for one in theirs))
    translations = tuple(one.translation for one in theirs if one.translation.end > one.translation.start)
    return SentenceLink(tuple(ours), originals, translations, round(score, 4) if ours and theirs else 0.0)


def _sentences(edition: Article, translation: Translation, j: int) -> tuple[TranslatedSentence, ...]:
    """The translated sentences of a paragraph; where nothing was translated, its own with empty translations."""
    translated = translation.paragraphs[j].sentences
    return translated or tuple(TranslatedSentence(span, Span(j, 0, 0)) for span in edition.paragraphs[j].sentences)


def _text(translation: Translation, one: TranslatedSentence) -> str:
    span = one.translation
    return translation.paragraphs[span.paragraph].text[span.start : span.end]
