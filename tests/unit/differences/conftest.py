"""Articles of few words, and their differences."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pytest

from polyglot_news.differences.finding import find_differences
from polyglot_news.differences.settings import DifferenceSettings
from polyglot_news.model import (
    Alignment,
    Article,
    Difference,
    Link,
    Paragraph,
    Role,
    SentenceLink,
    Span,
    TranslatedParagraph,
    TranslatedSentence,
    Translation,
    TranslationKind,
)
from polyglot_news.sentences import split


@dataclass(frozen=True, slots=True)
class Story:
    """Two editions of one story, paragraph by paragraph, linked one to one as far as both go."""

    base: Article
    edition: Article
    translation: Translation
    alignment: Alignment

    def differences(self, settings: DifferenceSettings | None = None) -> tuple[Difference, ...]:
        return find_differences(self.base, self.edition, self.translation, self.alignment, settings)


Tell = Callable[..., Story]


@pytest.fixture(scope="session")
def tell() -> Tell:
    """Build a story: tell(base, edition, translation, language="ru", links=None, doubt="")."""
    return _story


def _story(  # noqa: PLR0913  # what a story has
    base: Sequence[str],
    edition: Sequence[str],
    translation: Sequence[str],
    *,
    language: str = "ru",
    links: Sequence[tuple[int, int]] | None = None,
    doubt: str = "",
) -> Story:
    ours, theirs = _article(base, "en"), _article(edition, language)
    translated = Translation(
        TranslationKind.PROVIDED,
        "en",
        None,
        tuple(_translated(theirs, j, text, doubt) for j, text in enumerate(translation)),
    )
    pairs = links if links is not None else [(k, k) for k in range(min(len(base), len(edition)))]
    linked = tuple(Link((i,), (j,), 0.8, sentences=tuple(_sentences(ours, translated, i, j))) for i, j in pairs)
    return Story(ours, theirs, translated, Alignment(len(base), len(edition), linked))


def _article(texts: Sequence[str], language: str) -> Article:
    paragraphs = tuple(
        Paragraph(text, Role.BODY, language, tuple(Span(k, start, end) for start, end in split(text, language)))
        for k, text in enumerate(texts)
    )
    return Article("story.txt", language, 1.0, "", paragraphs)


def _translated(edition: Article, j: int, text: str, doubt: str) -> TranslatedParagraph:
    sentences, parts = edition.paragraphs[j].sentences, split(text, "en")
    if len(sentences) != len(parts):
        sentences, parts = (Span(j, 0, len(edition.paragraphs[j].text)),), ((0, len(text)),)
    spans = [Span(j, start, end) for start, end in parts]
    return TranslatedParagraph(
        text, tuple(TranslatedSentence(a, b, doubt) for a, b in zip(sentences, spans, strict=True) if text)
    )


def _sentences(base: Article, translation: Translation, i: int, j: int) -> Iterable[SentenceLink]:
    """Link the sentences in order; what one side has more than the other is unmatched."""
    ours, theirs = base.paragraphs[i].sentences, translation.paragraphs[j].sentences
    for k in range(max(len(ours), len(theirs))):
        left = ours[k : k + 1]
        right = theirs[k : k + 1]
        yield SentenceLink(
            left,
            tuple(one.original for one in right),
            tuple(one.translation for one in right),
            0.8 * bool(left and right),
        )
