"""find_differences(): all that is told differently inside the links of an alignment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from polyglot_news.differences.coverage import cover
from polyglot_news.differences.elsewhere import Library, library
from polyglot_news.differences.lone_numbers import find_lone_numbers
from polyglot_news.differences.names import find_names_told_differently
from polyglot_news.differences.numbers import find_numbers_told_differently
from polyglot_news.differences.settings import DifferenceSettings
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.untold import find_added, find_omitted
from polyglot_news.lexicon.reliability import is_rough
from polyglot_news.model import (
    Alignment,
    Article,
    Difference,
    Level,
    Link,
    Span,
    TranslatedParagraph,
    Translation,
)

_ANCHOR = 0.5  # confidence from which a changed word says that its surroundings are told on both sides


def find_differences(
    base: Article,
    edition: Article,
    translation: Translation,
    alignment: Alignment,
    settings: DifferenceSettings | None = None,
) -> tuple[Difference, ...]:
    """Find what the edition tells differently, leaves out or adds inside the links of an alignment.

    Args:
        base: the edition that the other is held against.
        edition: the other edition.
        translation: of `edition`, one entry a paragraph; its texts may be "" where nothing was translated.
        alignment: of the two; paragraphs that no link holds are not looked at.
        settings: None for the measured defaults.

    Returns:
        Differences of at least `settings.min_confidence`, in the order of the links, then of the text.

    Source: score the gaps between aligned words; numbers and names by rules that ask the original (DiffAlign and the
    like flag single words and so every paraphrase).
    """
    settings = settings or DifferenceSettings()
    # A rough translation invents: what an edition adds or lacks is better judged by the original alone.
    witness = _silenced(translation) if is_rough(edition, translation) else translation
    texts, shelf = Texts(base, edition, witness), library(base, edition, witness)
    found: list[Difference] = []
    for position, link in enumerate(alignment.links):
        inside = _inside_link(texts, link, position, shelf)
        sure = [one for one in inside if one.confidence >= settings.min_confidence and one.level in settings.levels]
        found += sorted(_without_nested(sure), key=_place)
    return tuple(found)


def _silenced(translation: Translation) -> Translation:
    return replace(translation, paragraphs=tuple(TranslatedParagraph("", ()) for _ in translation.paragraphs))


def _inside_link(texts: Texts, link: Link, position: int, shelf: Library) -> list[Difference]:
    """Changed words first: they tell that their surroundings stand on both sides, so nothing is missing there."""
    coverage = cover(texts.base, texts.edition, texts.translation, link)
    found = [
        *find_numbers_told_differently(texts, link, position, coverage),
        *find_names_told_differently(texts, link, position, coverage),
    ]
    known = coverage.anchored(
        (one.base, one.edition, one.translation)
        for one in found
        if one.base and one.edition and one.confidence >= _ANCHOR
    )
    found += find_lone_numbers(texts, link, position, known, found)
    found += find_omitted(texts, link, position, known, shelf)
    found += find_added(texts, link, position, known, shelf)
    return found


def _without_nested(found: Iterable[Difference]) -> Iterator[Difference]:
    """Drop words inside a passage that is reported as a whole, and with more confidence."""
    found = tuple(found)
    passages = [one for one in found if one.level is not Level.WORD]
    for one in found:
        nested = one.level is Level.WORD and any(
            other.confidence > one.confidence
            and (_is_inside(one.base, other.base) or _is_inside(one.edition, other.edition))
            for other in passages
        )
        if not nested:
            yield one


def _is_inside(inner: Span | None, outer: Span | None) -> bool:
    if inner is None or outer is None or inner.paragraph != outer.paragraph:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _place(one: Difference) -> tuple[bool, Span, str, str]:
    """Order by the place in the base; what is in the edition only comes behind, by its place there."""
    place = one.base or one.edition or one.translation or Span(0, 0, 0)
    return (one.base is None, place, one.kind.value, one.level.value)
