"""Editions of few words, aligned; and the units of one story, which tests of the parts weigh and link."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from polyglot_news.alignment.aligner import align
from polyglot_news.alignment.reading import Unit, read
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.model import Alignment, Article, Paragraph, Role, SentenceLink, Span, Translation
from polyglot_news.sentences import split
from polyglot_news.translation.provided import provided, untranslated

_ENGLISH = (
    "The central bank raised its key rate to 19 percent.",
    "Farmers blocked the road to the port of Odesa with 40 tractors.",
    "Seven people were hurt when a bus fell from a bridge near Lviv.",
    "In Brussels, diplomats discussed new sanctions against Russian oil companies.",
)
_RUSSIAN = (
    "Центральный банк повысил ключевую ставку до 19 процентов.",
    "Фермеры перекрыли дорогу в порт Одессы 40 тракторами.",
    "Семь человек пострадали, когда автобус упал с моста под Львовом.",
    "В Брюсселе дипломаты обсуждали новые санкции против российских нефтяных компаний.",
)
Units = tuple[Unit, ...]


@pytest.fixture(scope="session")
def english() -> Units:
    """Four paragraphs that have nothing in common."""
    return tuple(read(text, "en") for text in _ENGLISH)


@pytest.fixture(scope="session")
def russian() -> Units:
    """The same in Russian, in the same order, not translated."""
    return tuple(read(text, "ru") for text in _RUSSIAN)


@dataclass(frozen=True, slots=True)
class Story:
    """A base, an edition in another language and its translation."""

    base: Article
    edition: Article
    translation: Translation

    def aligned(self, settings: AlignmentSettings | None = None) -> Alignment:
        return align(self.base, self.edition, self.translation, settings)

    def beads(self, settings: AlignmentSettings | None = None) -> list[str]:
        """Links in the notation of the tests: base > edition, "1,2 > 4 moved"."""
        return [
            f"{_listed(link.base)} > {_listed(link.edition)}{' moved' * link.moved}"
            for link in self.aligned(settings).links
        ]

    def sentences(self, number: int = 0) -> list[tuple[str, str, str]]:
        """What each sentence link of one link quotes: base, original, translation."""
        links = self.aligned().links[number].sentences
        return [(_quoted(self.base, one.base), _quoted(self.edition, one.edition), self._told(one)) for one in links]

    def _told(self, one: SentenceLink) -> str:
        texts = [paragraph.text for paragraph in self.translation.paragraphs]
        return " ".join(texts[span.paragraph][span.start : span.end] for span in one.translation)


Tell = Callable[..., Story]


@pytest.fixture(scope="session")
def tell() -> Tell:
    """Build a story: tell(base, edition, translation=None, language="ru"); untranslated: the lexicon alone."""
    return _story


def _story(
    base: Sequence[str], edition: Sequence[str], translation: Sequence[str] | None = None, language: str = "ru"
) -> Story:
    theirs = _article(edition, language)
    translated = provided(theirs, translation, "en", "t.txt") if translation else untranslated(theirs, "en")
    return Story(_article(base, "en"), theirs, translated)


def _article(texts: Sequence[str], language: str) -> Article:
    paragraphs = tuple(
        Paragraph(text, Role.BODY, language, tuple(Span(k, start, end) for start, end in split(text, language)))
        for k, text in enumerate(texts)
    )
    return Article(f"{language}.txt", language, 1.0, "", paragraphs)


def _listed(places: Sequence[int]) -> str:
    return ",".join(map(str, places))


def _quoted(article: Article, spans: Sequence[Span]) -> str:
    return " ".join(map(article.text_of, spans))
