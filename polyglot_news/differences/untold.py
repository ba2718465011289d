"""What a link's base tells and its edition leaves out, and the other way round, with its place on every side."""

from __future__ import annotations

from collections.abc import Iterator

from polyglot_news.differences.confidence import confidence
from polyglot_news.differences.coverage import Coverage
from polyglot_news.differences.elsewhere import Library
from polyglot_news.differences.passages import Find, Side, Witness, find_passages
from polyglot_news.differences.places import original_place, sentence_behind
from polyglot_news.differences.texts import Texts
from polyglot_news.model import Difference, DifferenceKind, Evidence, Level, Link, Span
from polyglot_news.sentences import split

_LEAST_BACKED = 0.3  # share of a translated passage that must have its words in the original


def find_omitted(texts: Texts, link: Link, position: int, coverage: Coverage, shelf: Library) -> Iterator[Difference]:
    """Find the passages of the base that the edition does not tell, neither here nor elsewhere."""
    held = frozenset(coverage.base_to_original.values())
    witnesses = [Witness(coverage.base_to_original, held, len(coverage.original))]
    if coverage.translated:
        witnesses.insert(0, Witness(coverage.base_to_translated, coverage.answering, len(coverage.translated)))
    side = Side(
        kind=DifferenceKind.OMISSION,
        tokens=coverage.base,
        held=coverage.answered,
        witnesses=tuple(witnesses),
        texts={i: texts.base.paragraphs[i].text for i in link.base},
        sentences=tuple(span for i in link.base for span in texts.base.paragraphs[i].sentences),
        unmatched=frozenset(span for one in link.sentences if not one.edition for span in one.base),
        others=shelf.edition,
        elsewhere=link.edition,
    )
    doubt = tuple(_doubts(texts, link)) if coverage.translated else (_untranslated(),)
    for find in find_passages(side):
        yield _difference(find, position, (find.span, None, None), (*find.evidence, *doubt), side)


def find_added(texts: Texts, link: Link, position: int, coverage: Coverage, shelf: Library) -> Iterator[Difference]:
    """Find the passages of the edition that the base does not tell; without a translation, by the original alone."""
    side = (
        _translated_side(texts, link, coverage, shelf)
        if coverage.translated
        else _original_side(texts, link, coverage, shelf)
    )
    for find in find_passages(side):
        if not coverage.translated:
            yield _difference(find, position, (None, find.span, None), (*find.evidence, _untranslated()), side)
            continue
        run = (find.first, find.last)
        place = original_place(texts.edition, texts.translation, coverage, run, (find.span, find.level))
        evidence = (*find.evidence, *_original_says(find, coverage, texts))
        yield _difference(find, position, (None, place, find.span), evidence, side)


def _translated_side(texts: Texts, link: Link, coverage: Coverage, shelf: Library) -> Side:
    back = {t: i for i, t in coverage.base_to_translated.items()}
    written = {j: texts.translation.paragraphs[j].text for j in link.edition}
    return Side(
        kind=DifferenceKind.ADDITION,
        tokens=coverage.translated,
        held=coverage.answering,
        witnesses=(Witness(back, coverage.answered, len(coverage.base)),),
        texts=written,
        sentences=tuple(
            Span(j, start, end) for j, text in written.items() for start, end in split(text, texts.translation.language)
        ),
        unmatched=frozenset(span for one in link.sentences if not one.base for span in one.translation),
        others=shelf.base,
        elsewhere=link.base,
    )


def _original_side(texts: Texts, link: Link, coverage: Coverage, shelf: Library) -> Side:
    back = {o: i for i, o in coverage.base_to_original.items()}
    return Side(
        kind=DifferenceKind.ADDITION,
        tokens=coverage.original,
        held=frozenset(back),
        witnesses=(Witness(back, coverage.answered, len(coverage.base)),),
        texts={j: texts.edition.paragraphs[j].text for j in link.edition},
        sentences=tuple(span for j in link.edition for span in texts.edition.paragraphs[j].sentences),
        unmatched=frozenset(span for one in link.sentences if not one.base for span in one.edition),
        others=shelf.base,
        elsewhere=link.base,
    )


def _doubts(texts: Texts, link: Link) -> Iterator[Evidence]:
    """A translator may have dropped what seems left out."""
    doubts = [one.doubt for j in link.edition for one in texts.translation.paragraphs[j].sentences if one.doubt]
    if doubts:
        yield Evidence("doubtful_translation", -0.15, f"the translation is in doubt: {doubts[0]}")


def _untranslated() -> Evidence:
    return Evidence("no_translation", -0.2, "the lexicon is the only witness")


def _original_says(find: Find, coverage: Coverage, texts: Texts) -> Iterator[Evidence]:
    """A translator may have made up or repeated what seems added."""
    behind = sentence_behind(texts.translation, find.span)
    if behind and behind.doubt:
        yield Evidence("doubtful_translation", -0.35, f"the translation is in doubt: {behind.doubt}")
    backed = sum(t in coverage.translated_to_original for t in range(find.first, find.last + 1))
    if backed < _LEAST_BACKED * (find.last - find.first + 1):
        yield Evidence("original_silent", -0.2, "the original has no words for it")


def _difference(
    find: Find,
    link: int,
    places: tuple[Span | None, Span | None, Span | None],
    evidence: tuple[Evidence, ...],
    side: Side,
) -> Difference:
    return Difference(find.kind, find.level, confidence(evidence), link, *places, _note(find, side.kind), evidence)


def _note(find: Find, direction: DifferenceKind) -> str:
    what = "quotation" if find.kind is DifferenceKind.QUOTE else {Level.SENTENCE: "sentence"}.get(find.level, "passage")
    where = "the base" if direction is DifferenceKind.OMISSION else "the edition"
    return f"{what} in {where} only"
