"""find_differences(): all that is told differently inside the links of an alignment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import prod
from typing import NamedTuple

from polyglot_news.differences.changes import Change, narrowed, pair_runs
from polyglot_news.differences.confidence import confidence_of, weakened
from polyglot_news.differences.elsewhere import Library, library, told
from polyglot_news.differences.judging import JudgedLink, judge
from polyglot_news.differences.kinds import kind_of_change, kind_of_passage, note_of
from polyglot_news.differences.network import MODEL, Model, model
from polyglot_news.differences.places import place_in_original, place_in_translation
from polyglot_news.differences.reading import Word
from polyglot_news.differences.runs import Run
from polyglot_news.differences.settings import DifferenceSettings
from polyglot_news.differences.sides import LinkedTexts
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.witnesses import witnesses
from polyglot_news.lexicon.reliability import is_rough
from polyglot_news.model import (
    Alignment,
    Article,
    Difference,
    Evidence,
    Level,
    Span,
    TranslatedParagraph,
    Translation,
)

_LEVELS = (Level.WORD, Level.CLAUSE, Level.SENTENCE)
_LOOKS_ELSEWHERE = 2  # telling words; shorter passages stand somewhere by chance
_REPEATED = 0.8  # share of a sentence of the original that is answered from which its translation adds nothing
_DOUBT = 0.3  # what a guard of the translator that failed takes from a confidence


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

    Source: score the gaps between aligned words, not the words (methods that score words, as DiffAlign does, flag
    every paraphrase). The networks over what is measured of each word, and asking the original beside the
    translation, are ours: docs/decisions/0010-differences.md.
    """
    settings = settings or DifferenceSettings()
    # An edition in the base's language needs no witness beside itself.
    is_same_language = edition.language == base.language
    texts = Texts(base, edition, _silenced(translation) if is_same_language else translation)
    # A rough translation invents: what an edition adds is better judged by the original alone.
    is_told = any(one.text for one in texts.translation.paragraphs)
    by_translation = is_told and not is_rough(edition, translation)
    fitted = model(settings.model or MODEL)
    judged = judge(texts, alignment.links, fitted, by_translation=by_translation)
    shelf = library(texts, *_answered([one.linked for one in judged]))
    found = [
        each
        for position, one in enumerate(judged)
        for each in sorted(_Inside(texts, one, position, fitted, shelf).differences(), key=_place)
    ]
    wanted = (one for one in found if _is_wanted(one, settings))
    return tuple(_as_translated(wanted, edition, translation))


def _answered(links: Sequence[LinkedTexts]) -> tuple[dict[int, set[int]], dict[int, set[int]], dict[int, set[int]]]:
    """Where the words stand that are answered in their links: of the base, of the edition, of its translation."""
    places: tuple[dict[int, set[int]], dict[int, set[int]], dict[int, set[int]]] = ({}, {}, {})
    for one in links:
        sides = ((one.base, one.base_held), (one.original, one.original_held), (one.translated, one.translated_held))
        for starts, (side, held) in zip(places, sides, strict=True):
            for word, paragraph, is_held in zip(side.words, side.paragraph, held, strict=True):
                if is_held:
                    starts.setdefault(paragraph, set()).add(word.start)
    return places


def _silenced(translation: Translation) -> Translation:
    return replace(translation, paragraphs=tuple(TranslatedParagraph("", ()) for _ in translation.paragraphs))


def _as_translated(found: Iterable[Difference], edition: Article, translation: Translation) -> Iterator[Difference]:
    """Where a paragraph was handed on as it stands, what is in the edition is in its translation at the same place."""
    for one in found:
        place = one.edition
        is_own = place and edition.paragraphs[place.paragraph].text == translation.paragraphs[place.paragraph].text
        yield replace(one, translation=place) if is_own and one.translation is None else one


def _is_wanted(one: Difference, settings: DifferenceSettings) -> bool:
    return one.confidence >= settings.min_confidence and one.level in settings.levels


class _Inside(NamedTuple):
    """The differences of one link."""

    texts: Texts
    judged: JudgedLink
    position: int
    model: Model
    shelf: Library

    def differences(self) -> Iterator[Difference]:
        for change in pair_runs(self.judged.base, self.judged.edition, self.judged.matching):
            yield self._difference(narrowed(change, self.judged.base, self.judged.edition))

    def _difference(self, change: Change) -> Difference:
        ours = change.base.span if change.base else None
        original, translated = self._places(change.edition) if change.edition else (None, None)
        said = self.texts.base.text_of(ours) if ours else None
        there = self.texts.edition.text_of(original) if original else None
        base_words, edition_words = self._words(change)
        level = max((run.level for run in (change.base, change.edition) if run), key=_LEVELS.index)
        if change.base and change.edition:
            kind = kind_of_change(base_words, edition_words)
        else:
            kind = kind_of_passage(base_words or edition_words, said or there or "", level, of_base=ours is not None)
        sure, why = self._confidence(change)
        note = note_of(kind, level, said, there)
        return Difference(kind, level, sure, self.position, ours, original, translated, note, why)

    def _words(self, change: Change) -> tuple[list[Word], list[Word]]:
        ours, theirs = (
            [side.side.words[k] for k in run.words] if run else []
            for side, run in ((self.judged.base, change.base), (self.judged.edition, change.edition))
        )
        return ours, theirs

    def _places(self, run: Run) -> tuple[Span | None, Span | None]:
        """Where a run of the edition stands in the original and in the translation."""
        if self.judged.by_translation:
            return place_in_original(self.texts, self.judged.linked, run), run.span
        return run.span, place_in_translation(self.texts, self.judged.linked, run)

    def _confidence(self, change: Change) -> tuple[float, tuple[Evidence, ...]]:
        """How sure a change is, and what speaks for it and against it."""
        evidence = [*witnesses(self.judged, change)]
        sides = [(run, of_base) for run, of_base in ((change.base, True), (change.edition, False)) if run]
        # Two passages in one place vouch for each other: it is enough that either is told on one side only.
        sure = 1.0 - prod(1.0 - self._fitted(run, of_base=of_base) for run, of_base in sides)
        share = max(self._elsewhere(run, of_base=of_base) for run, of_base in sides)
        if share and len(sides) == 1:
            sure = weakened(sure, share)
            evidence.append(Evidence("told_elsewhere", -round(share, 3), "told in another paragraph"))
        if repeated := self._repeated(change):
            sure = weakened(sure, repeated)
            evidence.append(
                Evidence("translator_repeats", -round(repeated, 3), "the base tells what the original says")
            )
        if self.judged.linked.doubtful and self.judged.by_translation:
            sure = weakened(sure, _DOUBT)
            evidence.append(Evidence("doubtful_translation", -_DOUBT, "the translation is in doubt"))
        return round(sure, 3), tuple(evidence)

    def _repeated(self, change: Change) -> float:
        """How much of the original is answered where a sentence is in its translation only: translators repeat."""
        run = change.edition
        if change.base or run is None or run.level is not Level.SENTENCE or not self.judged.by_translation:
            return 0.0
        place, side = place_in_original(self.texts, self.judged.linked, run), self.judged.linked.original
        inside = [
            k
            for k, word in enumerate(side.words)
            if side.telling[k] and side.paragraph[k] == place.paragraph and place.start <= word.start < place.end
        ]
        share = float(self.judged.linked.original_held[inside].mean()) if inside else 0.0
        return share if share >= _REPEATED else 0.0

    def _fitted(self, run: Run, *, of_base: bool) -> float:
        weights = self.model.confidence[self.judged.side_of(of_base=of_base)]
        return confidence_of(self.judged.measured(run, of_base=of_base), weights)

    def _elsewhere(self, run: Run, *, of_base: bool) -> float:
        side = self.judged.base.side if of_base else self.judged.edition.side
        words = [side.words[k] for k in run.words if side.telling[k]]
        if len(words) < _LOOKS_ELSEWHERE:
            return 0.0
        link = self.judged.linked.link
        passages, outside = (self.shelf.edition, link.edition) if of_base else (self.shelf.base, link.base)
        return told(words, side.language, passages, outside)


def _place(one: Difference) -> tuple[bool, Span, str, str]:
    """Order by the place in the base; what is in the edition only comes behind, by its place there."""
    place = one.base or one.edition or one.translation or Span(0, 0, 0)
    return (one.base is None, place, one.kind.value, one.level.value)
