"""What is said about a unit of a bilingual file, in notes of one line that any tool for translators can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from polyglot_news.model import (
    Article,
    Comparison,
    Difference,
    DifferenceKind,
    Translation,
)
from polyglot_news.reports.options import MOVED
from polyglot_news.reports.selection import Selection
from polyglot_news.reports.sequence import Mark, mark_of
from polyglot_news.reports.texts import spelled_alike, texts_of
from polyglot_news.reports.units import AlignedUnit
from polyglot_news.reports.words import ONE_SIDED, WORDS, quoted


class Topic(StrEnum):
    """What a remark is about."""

    DIFFERENCE = "difference"
    OMISSION = "omission"
    ADDITION = "addition"
    MOVED = "moved"
    TRANSLATION = "translation"  # of the edition, back into the base's language


@dataclass(frozen=True, slots=True)
class Remark:
    """One note."""

    topic: Topic
    text: str


@dataclass(frozen=True, slots=True)
class RemarkedUnit:
    """A unit that the base has, with what is said about it."""

    unit: AlignedUnit
    remarks: tuple[Remark, ...]

    @property
    def is_clean(self) -> bool:
        """Whether both sides tell the same, as far as is reported."""
        return self.unit.is_pair and not self.unit.differences


def remark_units(
    base: Article, comparison: Comparison, selection: Selection, units: Sequence[AlignedUnit]
) -> tuple[RemarkedUnit, ...]:
    """Return the units that the base has, each with its remarks.

    A bilingual file has no place for text without a source, so what the edition adds is a remark about the unit before
    it, or about the first one where it comes first.
    """
    remarks: list[tuple[AlignedUnit, list[Remark]]] = []
    waiting: list[Remark] = []
    for unit in units:
        if unit.base:
            remarks.append((unit, [*waiting, *_remarks(base, comparison, selection, unit)]))
            waiting = []
        elif selection.asks_for(DifferenceKind.ADDITION):
            where = "after" if remarks else "before"
            (remarks[-1][1] if remarks else waiting).append(_addition(unit, where))
    return tuple(RemarkedUnit(unit, tuple(said)) for unit, said in remarks)


def describe(base: Article, comparison: Comparison, difference: Difference) -> str:
    """Tell a difference in one line: number 0.93: “26,000” → “16 тысяч” (16 thousand)."""
    ours, theirs, translated = texts_of(base, comparison, difference)
    told = theirs or translated
    shown = (told,) if ours and spelled_alike(ours, told) else (ours, told)
    sides = " → ".join(quoted(_one_line(side)) for side in shown if side)
    aside = f" ({_one_line(translated)})" if translated and told != translated else ""
    only = ONE_SIDED.get(mark_of(difference), "")
    return f"{difference.kind} {difference.confidence:.2f}: {sides}{aside}{', ' if only else ''}{only}"


def name_translation(translation: Translation) -> str:
    """Say where a translation comes from: its package, else its kind."""
    return translation.package or translation.kind.value


def _remarks(base: Article, comparison: Comparison, selection: Selection, unit: AlignedUnit) -> list[Remark]:
    said = [Remark(Topic.DIFFERENCE, describe(base, comparison, one)) for one in unit.differences]
    if not unit.is_pair and not said and selection.asks_for(DifferenceKind.OMISSION):
        said.append(Remark(Topic.OMISSION, f"{WORDS[Mark.OMITTED]} in the edition"))
    if unit.is_moved and unit.is_pair and selection.asks_for(MOVED):
        said.append(Remark(Topic.MOVED, "moved: stands in another place of the edition"))
    if unit.translation:
        package = name_translation(comparison.translation)
        said.append(Remark(Topic.TRANSLATION, f"back translation ({package}): {_one_line(unit.translation)}"))
    return said


def _addition(unit: AlignedUnit, where: str) -> Remark:
    translated = f" ({_one_line(unit.translation)})" if unit.translation else ""
    return Remark(Topic.ADDITION, f"added {where} this: {quoted(_one_line(unit.target))}{translated}")


def _one_line(text: str) -> str:
    return " ".join(text.split())
