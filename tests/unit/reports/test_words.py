from __future__ import annotations

from dataclasses import replace

import pytest

from polyglot_news.model import Difference, DifferenceKind, Level, Report, Span, Translation, TranslationKind
from polyglot_news.reports.options import KINDS
from polyglot_news.reports.words import (
    KIND_NAMES,
    counted,
    describe_translation,
    kind_of,
    label_articles,
    name_difference,
    name_side,
    number_paragraphs,
    percent,
)

HERE = Span(0, 0, 1)


def difference(kind: DifferenceKind, base: Span | None, edition: Span | None) -> Difference:
    return Difference(kind, Level.WORD, 0.9, 0, base, edition, None, "")


@pytest.mark.parametrize(
    ("kind", "base", "edition", "called"),
    [
        ("omission", HERE, None, ("omission", "left out", "")),
        ("addition", None, HERE, ("addition", "added", "")),
        ("omission", HERE, HERE, ("changed", "changed", "")),
        ("attribution", HERE, HERE, ("attribution", "source", "")),
        ("attribution", HERE, None, ("attribution", "source", "in the base only")),
        ("number", None, HERE, ("number", "number", "in the edition only")),
    ],
)
def test_a_difference_is_called_by_what_it_is_and_by_the_side_that_has_it(
    kind: str, base: Span | None, edition: Span | None, called: tuple[str, str, str]
) -> None:
    one = difference(DifferenceKind(kind), base, edition)

    assert (kind_of(one), name_difference(one), name_side(one)) == called


def test_every_kind_has_a_name_of_its_own() -> None:
    assert set(KINDS) < set(KIND_NAMES)
    assert len(set(KIND_NAMES.values())) == len(KIND_NAMES)


@pytest.mark.parametrize(
    ("paragraphs", "numbers"),
    [((0,), "1"), ((6, 7), "7–8"), ((6, 8), "7+9"), ((0, 1, 2, 4), "1–3+5"), ((), "")],
)
def test_paragraphs_are_counted_from_one(paragraphs: tuple[int, ...], numbers: str) -> None:
    assert number_paragraphs(paragraphs) == numbers


def test_labels_are_languages_and_numbered_where_they_come_twice(storm: Report) -> None:
    one = storm.comparisons[0]
    ukrainian = replace(one, edition=replace(one.edition, language="uk"))
    several = replace(storm, comparisons=(one, ukrainian, one))

    assert label_articles(storm) == ("en", "ru")
    assert label_articles(several) == ("en", "ru1", "uk", "ru2")
    assert label_articles(several, str.upper) == ("EN", "RU1", "UK", "RU2")


@pytest.mark.parametrize(("count", "said"), [(0, "0 links"), (1, "1 link"), (2, "2 links"), (1234, "1,234 links")])
def test_what_is_counted_agrees_with_its_number(count: int, said: str) -> None:
    assert counted(count, "link") == said


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")]
)
def test_nothing_and_all_are_said_only_where_it_is_so(share: float, said: str) -> None:
    assert percent(share) == said


@pytest.mark.parametrize(
    ("kind", "is_starter", "said"),
    [
        (TranslationKind.NONE, False, "not translated: judged by names, numbers and the lexicon alone"),
        (TranslationKind.PROVIDED, False, "translation provided"),
        (TranslationKind.ARGOS, True, "translated by the starter package"),
        (TranslationKind.ARGOS, False, "translated by ru to en"),
    ],
)
def test_a_translation_is_described_by_who_made_it(kind: TranslationKind, *, is_starter: bool, said: str) -> None:
    translation = Translation(kind, "en", "translate-ru_en-1_9", (), is_starter=is_starter)

    assert describe_translation(translation, "ru to en") == said
