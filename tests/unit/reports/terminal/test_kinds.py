"""How each kind of difference reads: both sides of a change, one side and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from rich.cells import cell_len

from polyglot_news.model import Difference, DifferenceKind, Level, Link, Report, Span
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal import render

BASE = "The dictator may fly to Minsk on 5 May, officials said. He is not ill."
EDITION = "Лидер вылетит в Москву 6 мая. Он правда болен, по словам врачей."
TRANSLATED = "The leader will fly to Moscow on 6 May. He is really ill, according to doctors."


class Told(NamedTuple):
    """One difference: the words of base, edition and translation, "" for a side that does not exist."""

    kind: str
    base: str
    edition: str
    translation: str
    sign: str
    note: str  # beneath the paragraph


CHANGES = (
    Told("omission", "dictator", "Лидер", "leader", "~", "changed  0.81  “dictator” → “leader” (Лидер)"),
    Told("modality", "may", "вылетит", "will", "~", "modality  0.81  “may” → “will” (вылетит)"),
    Told("name", "Minsk", "Москву", "Moscow", "~", "name  0.81  “Minsk” → “Moscow” (Москву)"),
    Told("number", "5", "6", "6", "~", "number  0.81  “5” → “6”"),
    Told("attribution", "officials", "врачей", "doctors", "~", "source  0.81  “officials” → “doctors” (врачей)"),
    Told("negation", "not", "правда", "really", "~", "negation  0.81  “not” → “really” (правда)"),
    Told("quote", "ill", "болен", "ill", "~", "quote  0.81  “ill” → “болен” (ill)"),
    Told("framing", "dictator", "Лидер", "leader", "~", "framing  0.81  “dictator” → “leader” (Лидер)"),
)
ONE_SIDED = (
    Told("omission", "ill", "", "", "−", "left out  0.81  “ill”"),
    Told("addition", "", "болен", "ill", "+", "added  0.81  “ill” (болен)"),
    Told("negation", "not", "", "", "−", "negation  0.81  “not” · in the base only"),
    Told("negation", "", "правда", "really", "+", "negation  0.81  “really” (правда) · in the edition only"),
    Told("modality", "may", "", "", "−", "modality  0.81  “may” · in the base only"),
    Told("modality", "", "вылетит", "will", "+", "modality  0.81  “will” (вылетит) · in the edition only"),
    Told("attribution", "officials said", "", "", "−", "source  0.81  “officials said” · in the base only"),
    Told("attribution", "", "врачей", "doctors", "+", "source  0.81  “doctors” (врачей) · in the edition only"),
    Told("number", "5", "", "", "−", "number  0.81  “5” · in the base only"),
    Told("name", "", "Москву", "Moscow", "+", "name  0.81  “Moscow” (Москву) · in the edition only"),
    Told("quote", "ill", "", "", "−", "quote  0.81  “ill” · in the base only"),
)  # fmt: skip
Story = Callable[..., Report]


def place(text: str, words: str) -> Span | None:
    return Span(0, text.index(words), text.index(words) + len(words)) if words else None


def difference(told: Told, note: str | None = None) -> Difference:
    """As the search reports it, with the note that it writes."""
    if note is None:
        both = f"{told.base} in the base, {told.edition} in the edition"
        alone = f"{told.kind} in {'the edition' if told.edition else 'the base'} only"
        note = both if told.base and told.edition else alone
    spans = (place(BASE, told.base), place(EDITION, told.edition), place(TRANSLATED, told.translation))
    return Difference(DifferenceKind(told.kind), Level.WORD, 0.81, 0, *spans, note)


def tell(story: Story, *differences: Difference, translated: Sequence[str] | None = (TRANSLATED,)) -> Report:
    return story([BASE], [EDITION], [Link((0,), (0,), 0.9)], translated=translated, differences=differences)


def notes(report: Report, width: int) -> list[str]:
    """The lines beneath the paragraphs, without their indent."""
    lines = (line.strip() for line in render(report, ReportOptions(width=width)).split("\n"))
    return [line for line in lines if " 0.81 " in line]


@pytest.mark.parametrize("told", [*CHANGES, *ONE_SIDED], ids=lambda told: f"{told.kind} {told.sign}")
@pytest.mark.parametrize("width", [80, 160])
def test_a_note_shows_both_sides_of_a_change_and_says_where_a_single_side_stands(
    told: Told, width: int, story: Story
) -> None:
    assert notes(tell(story, difference(told)), width) == [f"{told.sign} {told.note}"]


def test_where_a_side_stands_is_not_torn_apart_at_the_end_of_a_line(story: Story) -> None:
    told = difference(Told("attribution", "The dictator may fly to Minsk on 5 May,", "", "", "−", ""))

    lines = render(tell(story, told), ReportOptions(width=80)).split("\n")

    assert [line.strip() for line in lines if "only" in line] == ["in the base only"]


def test_the_kinds_of_a_change_all_have_a_case() -> None:
    assert {told.kind for told in CHANGES} | {"addition"} == {kind.value for kind in DifferenceKind}


@pytest.mark.parametrize("told", CHANGES[:1])
@pytest.mark.parametrize("width", [80, 160])
def test_a_changed_word_is_marked_in_both_texts_as_changed(told: Told, width: int, story: Story) -> None:
    printed = render(tell(story, difference(told)), ReportOptions(width=width))

    assert "The ‹dictator› may" in printed
    assert "The ‹leader› will" in printed
    assert "[−left out−]" in printed  # in the legend
    assert "[−dictator" not in printed


@pytest.mark.parametrize("width", [80, 160])
def test_a_change_without_a_place_in_the_translation_is_seen_in_the_original(width: int, story: Story) -> None:
    told = CHANGES[0]._replace(translation="")
    report = tell(story, difference(told))

    assert notes(report, width) == ["~ changed  0.81  “dictator” → “Лидер”"]
    assert "‹Лидер› вылетит" in render(report, ReportOptions(width=width))


def test_a_change_without_a_place_in_the_original_shows_the_translation(story: Story) -> None:
    told = CHANGES[0]._replace(edition="")

    assert notes(tell(story, difference(told)), 80) == ["~ changed  0.81  “dictator” → “leader”"]


@pytest.mark.parametrize("level", [Level.SENTENCE, Level.CLAUSE])
def test_a_changed_passage_that_is_translated_as_the_base_has_it_is_seen_in_the_original(
    level: Level, story: Story
) -> None:
    report = tell(story, replace(difference(CHANGES[6]), level=level))

    assert notes(report, 80) == ["~ quote  0.81  “ill” → “болен”"]


def test_a_changed_word_that_is_spelled_alike_everywhere_is_quoted_once(story: Story) -> None:
    report = tell(story, difference(CHANGES[6]._replace(edition="")))

    assert notes(report, 80) == ["~ quote  0.81  “ill”"]
    assert "“ill”" in render(report, ReportOptions(layout=Layout.SUMMARY))
    assert "→ “" not in render(report, ReportOptions(layout=Layout.SUMMARY))


def test_without_a_translation_a_change_shows_the_original(story: Story) -> None:
    told = CHANGES[0]._replace(translation="")
    report = tell(story, difference(told), translated=None)

    assert notes(report, 80) == ["~ changed  0.81  “dictator” → “Лидер”"]
    assert "‹Лидер› вылетит" in render(report, ReportOptions())


def test_a_note_that_says_more_than_the_words_is_shown(story: Story) -> None:
    report = tell(story, difference(CHANGES[0], note="a title becomes another"))

    assert notes(report, 160) == ["~ changed  0.81  “dictator” → “leader” (Лидер) · a title becomes another"]


@pytest.mark.parametrize("told", [*CHANGES, *ONE_SIDED], ids=lambda told: f"{told.kind} {told.sign}")
@pytest.mark.parametrize("width", [100, 160])
def test_the_summary_names_the_kind_of_the_contract_and_the_places_of_the_sides_that_exist(
    told: Told, width: int, story: Story
) -> None:
    report = tell(story, difference(told))

    [line] = render(report, ReportOptions(width=width, layout=Layout.SUMMARY)).splitlines()[1:]
    places = [name for name, side in (("base ¶1", told.base), ("edition ¶1", told.edition)) if side]
    quoted = told.note.partition("0.81  ")[2].partition(" ·")[0]
    assert line == f"{told.kind:<11}  0.81  {', '.join(places)}  {quoted}"


@pytest.mark.parametrize(("told", "place"), [(CHANGES[0], "¶1→1"), (ONE_SIDED[0], "¶1"), (ONE_SIDED[1], "→¶1")])
def test_on_a_narrow_page_the_summary_has_numbers_for_places(told: Told, place: str, story: Story) -> None:
    line = render(tell(story, difference(told)), ReportOptions(width=70, layout=Layout.SUMMARY)).splitlines()[-1]

    assert line.split("  ")[:3] == [told.kind, "0.81", place]


def test_the_summary_shows_the_original_of_a_passage_when_asked_for(story: Story) -> None:
    addition = difference(Told("addition", "", "правда болен", "really ill", "+", ""))
    report = tell(story, replace(addition, level=Level.CLAUSE))

    def last(*, show_original: bool) -> str:
        options = ReportOptions(width=120, layout=Layout.SUMMARY, show_original=show_original)
        return render(report, options).splitlines()[-1]

    assert last(show_original=False).endswith("“really ill”")
    assert last(show_original=True).endswith("“really ill” (правда болен)")


@pytest.mark.parametrize(("base", "edition"), [(BASE, EDITION), ("dictator", EDITION), (BASE, "Лидер")])
def test_the_summary_shows_both_sides_however_long_they_are(base: str, edition: str, story: Story) -> None:
    long = Difference(
        DifferenceKind.QUOTE, Level.SENTENCE, 0.81, 0, place(BASE, base), place(EDITION, edition), None, ""
    )
    report = tell(story, long)

    for width in (80, 100):
        line = render(report, ReportOptions(width=width, layout=Layout.SUMMARY)).splitlines()[1]
        ours, _, theirs = line.partition(" → ")
        assert min(len(base), 10) <= len(ours.partition("“")[2])
        assert theirs.startswith(f"“{edition[:5]}")
        assert line.endswith("”")
        assert width - 20 <= cell_len(line) <= width


@pytest.mark.parametrize("kind", [kind.value for kind in DifferenceKind])
def test_only_shows_one_kind_whatever_it_is(kind: str, story: Story) -> None:
    report = tell(story, *(difference(told) for told in (*CHANGES, *ONE_SIDED)))

    lines = render(report, ReportOptions(width=160, layout=Layout.SUMMARY, only=frozenset({kind}))).splitlines()

    assert {line.split()[0] for line in lines[1:]} == {kind}
