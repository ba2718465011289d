"""What speaks for and against a difference, in words that a reader can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyglot_news.differences.changes import Change
from polyglot_news.differences.judging import JudgedLink
from polyglot_news.differences.matching import Matching
from polyglot_news.differences.quantities import Quantity, agree
from polyglot_news.differences.runs import Run
from polyglot_news.differences.surroundings import Judged
from polyglot_news.model import Evidence


def witnesses(judged: JudgedLink, change: Change) -> Iterator[Evidence]:
    """Say what was found for and against a change, as evidence for its reader; confidence was judged before."""
    if change.base is not None:
        yield _unanswered(judged.base, change.base, "the base")
    if change.edition is not None:
        yield _unanswered(
            judged.edition, change.edition, "the translation" if judged.by_translation else "the original"
        )
    if change.base is not None and change.edition is not None:
        yield Evidence("in_its_place", 0.0, "other words stand in its place")
        yield from _values(judged, change)
    elif change.base is not None:
        yield from _lost(judged, change.base)
    elif change.edition is not None and judged.by_translation:
        yield from _invented(judged, change.edition)


def _unanswered(side: Judged, run: Run, where: str) -> Evidence:
    n = int(side.side.telling[run.first : run.last + 1].sum())
    mean = float(side.probabilities[run.first : run.last + 1].mean())
    return Evidence("unanswered", round(mean, 3), f"{n} words of {where} that nothing answers")


def _values(judged: JudgedLink, change: Change) -> Iterator[Evidence]:
    ours, theirs = (
        _quantities(side, run) for side, run in ((judged.base, change.base), (judged.edition, change.edition))
    )
    pairs = [(one, other) for one in ours for other in theirs if not agree(one, other)]
    for one, other in pairs[:1]:
        yield Evidence("values_differ", 0.3, f"{one.text} and {other.text}")
        if judged.by_translation:
            original = [word.quantity for word in judged.linked.original.words if word.quantity]
            if any(agree(other, quantity) for quantity in original):
                yield Evidence("translation_agrees", 0.3, "the translation says what the original says")
            elif any(agree(one, quantity) for quantity in original):
                yield Evidence("original_contradicts", -0.5, "the original says what the base says")


def _quantities(side: Judged, run: Run | None) -> list[Quantity]:
    words = [side.side.words[k] for k in run.words] if run else []
    return [word.quantity for word in words if word.quantity]


def _lost(judged: JudgedLink, run: Run) -> Iterator[Evidence]:
    """What the original has and the translation has not was lost by the translator."""
    if not judged.by_translation:
        return
    there = _share(judged.linked.base_to_original, judged.base, run)
    if there > _share(judged.linked.base_to_translated, judged.base, run):
        yield Evidence(
            "original_has_it", -round(there, 3), "the original has words for it: the translation may have lost this"
        )


def _invented(judged: JudgedLink, run: Run) -> Iterator[Evidence]:
    """What the translation has and the original has not was made up by the translator."""
    there = _share(judged.linked.translated_to_original, judged.edition, run)
    yield Evidence("original_backs_it", round(there - 0.5, 3), "how much of it the original has words for")


def _share(matching: Matching, side: Judged, run: Run) -> float:
    telling: Sequence[int] = [k for k in run.words if side.side.telling[k]]
    return sum(bool(matching.partner[k] >= 0) for k in telling) / len(telling) if telling else 0.0
