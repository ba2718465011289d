import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from rich.cells import cell_len

from polyglot_news.model import Difference, DifferenceKind, Level, Link, Report, Span, TranslationKind
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal import render


def lines_of(report: Report, **options: object) -> list[str]:
    return render(report, ReportOptions(**options)).split("\n")  # type: ignore[arg-type]  # named options


def with_translation(report: Report, **changes: object) -> Report:
    one = report.comparisons[0]
    return replace(report, comparisons=(replace(one, translation=replace(one.translation, **changes)),))  # type: ignore[arg-type]  # named fields


@pytest.mark.parametrize("width", [80, 160])
def test_the_report_of_the_story_is_the_golden_one(
    width: int, cup_final: Report, golden: Callable[[str, str], None]
) -> None:
    golden(f"cup-final.terminal-{width}.txt", render(cup_final, ReportOptions(width=width)))


@pytest.mark.parametrize("width", [80, 160])
def test_the_report_with_a_translation_is_the_golden_one(
    width: int, storm: Report, golden: Callable[[str, str], None]
) -> None:
    golden(f"storm.terminal-{width}.txt", render(storm, ReportOptions(width=width, show_original=width > 80)))


def test_the_summary_of_the_story_is_the_golden_one(cup_final: Report, golden: Callable[[str, str], None]) -> None:
    golden("cup-final.summary.txt", render(cup_final, ReportOptions(width=120, layout=Layout.SUMMARY)))


def test_the_verdict_comes_first(storm: Report) -> None:
    lines = lines_of(storm)

    assert lines[0] == "Storm cuts power to the coast"
    assert lines[4].strip() == "86 % covered · 4 linked · 1 moved · 1 left out · 1 added · 2 differences"


def test_a_kept_paragraph_has_no_colour(storm: Report) -> None:
    kept = [line for line in lines_of(storm, colour=True) if "Repairs will take two days, the utility" in line]

    assert len(kept) == 1
    assert kept[0].endswith("\x1b[0mRepairs will take two days, the utility said.")


def test_without_colour_there_is_no_escape(cup_final: Report) -> None:
    for layout in Layout:
        assert "\x1b" not in render(cup_final, ReportOptions(layout=layout, width=120))


def test_colour_changes_nothing_but_colour_where_no_brackets_are_needed(storm: Report) -> None:
    plain = render(storm, ReportOptions(layout=Layout.SUMMARY))
    coloured = render(storm, ReportOptions(layout=Layout.SUMMARY, colour=True))

    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize(
    "variable", [("FORCE_COLOR", "1"), ("NO_COLOR", "1"), ("COLUMNS", "30"), ("TERM", "dumb"), ("TTY_COMPATIBLE", "1")]
)
@pytest.mark.parametrize("colour", [False, True])
def test_the_environment_has_no_influence(
    variable: tuple[str, str],
    colour: bool,  # noqa: FBT001  # a case
    storm: Report,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = render(storm, ReportOptions(colour=colour))
    monkeypatch.setenv(*variable)

    assert render(storm, ReportOptions(colour=colour)) == before


@pytest.mark.parametrize("text", ["[/i] closes nothing", "[sic]", "[bold red]x[/]", ":smile: \\[x]", "{x} %s"])
@pytest.mark.parametrize("width", [80, 160])
def test_markup_in_a_text_is_text(text: str, width: int, story: Callable[..., Report]) -> None:
    told = story([text, text], [text], [Link((0,), (0,), 0.9)], translated=[text])
    told = replace(told, base=replace(told.base, source=text))

    for layout in Layout:
        assert text in render(told, ReportOptions(width=width, layout=layout))


def test_escapes_in_titles_names_and_notes_are_defused(story: Callable[..., Report]) -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202etxt"
    note = Difference(DifferenceKind.NAME, Level.WORD, 0.9, 0, Span(0, 0, 3), Span(0, 0, 3), None, evil)
    told = story([evil, "b"], [evil], [Link((0,), (0,), 0.9)], differences=[note])
    one = told.comparisons[0]
    hostile = replace(one.edition, source=evil, language=evil)
    made = replace(one.translation, kind=TranslationKind.ARGOS, package=evil)
    told = replace(told, comparisons=(replace(one, edition=hostile, translation=made),) * 2)

    for layout in Layout:
        printed = render(told, ReportOptions(layout=layout, width=120))
        assert all(character.isprintable() or character in "\n\u00a0" for character in printed)


def test_a_word_of_ten_thousand_letters_is_shown_whole(story: Callable[..., Report]) -> None:
    told = story(["я" * 10_000], ["ю" * 10_000], [Link((0,), (0,), 0.9)])

    for width in (40, 160):
        printed = render(told, ReportOptions(width=width))
        assert max(map(cell_len, printed.split("\n"))) <= width
        assert printed.count("ю") == 10_000


@pytest.mark.parametrize(("base", "edition"), [([], []), (["a"], []), ([], ["x"]), (["a", "b"], ["x"])])
@pytest.mark.parametrize("layout", Layout)
def test_empty_sides_are_no_fault(
    base: list[str], edition: list[str], layout: Layout, story: Callable[..., Report]
) -> None:
    assert " covered" in render(story(base, edition, []), ReportOptions(layout=layout))


def test_a_report_without_editions_names_the_base(story: Callable[..., Report]) -> None:
    assert render(replace(story(["Title"], [], []), comparisons=()), ReportOptions()).startswith("Title\nen  English")


def test_one_edition_needs_no_matrix_and_three_have_one(storm: Report) -> None:
    three = replace(storm, comparisons=storm.comparisons * 3)

    assert not any(line.startswith("en ¶") for line in lines_of(storm))
    assert [line.split() for line in lines_of(three) if line.startswith("en ¶")] == [
        ["en", "¶", "ru1", "¶", "ru2", "¶", "ru3", "¶"]
    ]


def test_editions_that_find_no_room_come_in_a_second_matrix(storm: Report) -> None:
    many = replace(storm, comparisons=storm.comparisons * 9)
    heads = [line.split() for line in lines_of(many, width=40) if line.startswith("en ¶")]

    assert [one for head in heads for one in head if one.startswith("ru")] == [f"ru{n}" for n in range(1, 10)]


def test_the_matrix_says_where_each_paragraph_is(cup_final: Report) -> None:
    rows = [line.split() for line in lines_of(cup_final) if "Vihor had been" in line or line.startswith(" 6")]

    assert [row[-3:] for row in rows[:2]] == [["↕", "3", "−"], ["8–9", "~", "9"]]


def test_the_map_has_one_cell_a_paragraph(storm: Report) -> None:
    assert [line.strip() for line in lines_of(storm)[6:9]] == ["1   5", "en  =~=−↕", "ru  =↕~+="]


def test_the_map_is_cut_only_where_it_does_not_fit(story: Callable[..., Report]) -> None:
    lines = lines_of(story(["a"] * 28, ["x"] * 3, []), width=40)

    assert [line.strip() for line in lines if "−−" in line] == [f"en  {'−' * 28}"]
    assert [line.strip() for line in lines if line.strip().startswith("1 ")] == ["1   5    10   15   20   25"]


@pytest.mark.parametrize("width", [40, 80, 240])
@pytest.mark.parametrize("count", [9, 61, 99, 230])
def test_the_numbers_above_the_map_stand_above_their_cells(
    count: int, width: int, story: Callable[..., Report]
) -> None:
    lines = lines_of(story(["a"] * count, ["x"], []), width=width)

    seen = 0
    for ruler, cells in pairwise(lines):
        if not cells.strip().startswith("en  −"):
            continue
        margin = cells.index("−")
        for number in re.finditer(r"\d+", ruler):
            assert number.start() - margin + seen + 1 == int(number[0])
        seen += cells.count("−")
    assert seen == count


def test_the_map_of_a_long_article_goes_on_beneath(story: Callable[..., Report]) -> None:
    told = story(["a"] * 95, ["x"] * 3, [])
    ends = [line.split()[-1] for line in lines_of(told) if line.strip().startswith("en  −")]

    assert [len(cells) for cells in ends] == [70, 25]


def test_what_is_left_out_and_added_stands_in_its_place(storm: Report) -> None:
    printed = render(storm, ReportOptions(width=120))
    places = [printed.index(part) for part in ("16\u00a0000›", "The mayor promised", "Repairs will", "Schools stay")]

    assert places == sorted(places)
    assert re.search(r"− 4  Schools stay closed on Monday\. +│ +− left out\n", printed)
    assert re.search(r"\+ +\+ added +│ 4  The mayor promised payments\.\n", printed)


def test_a_moved_paragraph_says_from_where_to_where(storm: Report) -> None:
    for width in (80, 120):
        assert "↕ moved: base ¶5, edition ¶2\n" in render(storm, ReportOptions(width=width))


def test_each_difference_has_a_note_with_its_confidence(storm: Report) -> None:
    printed = render(storm, ReportOptions())

    assert "~ number    0.93  “16\u00a0000” → “26\u00a0000”\n" in printed
    assert "− left out  0.71  “No one was hurt.”\n" in printed


@pytest.mark.parametrize("width", [80, 120])
def test_the_original_stands_beneath_its_translation_when_asked_for(width: int, storm: Report) -> None:
    assert "Мэр обещал" not in render(storm, ReportOptions(width=width))
    assert "Мэр обещал" in render(storm, ReportOptions(width=width, show_original=True))


def test_without_a_translation_the_original_is_shown(cup_final: Report) -> None:
    assert "львовяне остались" in render(cup_final, ReportOptions())


def test_what_is_said_of_all_translations_is_said_once(storm: Report) -> None:
    twice = replace(storm, comparisons=storm.comparisons * 2)
    said = [line for line in lines_of(twice) if "translated by" in line]

    assert said == ["ru1, ru2  translated by translate-ru_en-1_9"]


def test_translations_that_differ_are_named_with_their_editions(storm: Report) -> None:
    other = with_translation(storm, package="translate-ru_en-2_0")
    both = replace(storm, comparisons=storm.comparisons + other.comparisons)
    said = [line for line in lines_of(both) if "translated by" in line]

    assert said == ["     translated by translate-ru_en-1_9", "     translated by translate-ru_en-2_0"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "translated by translate-ru_en-1_9"),
        ({"is_starter": True}, "translated by the starter package; `pn models install LANGUAGE` brings a full one"),
        ({"kind": TranslationKind.PROVIDED}, "translation provided"),
        ({"kind": TranslationKind.NONE}, "no translation"),
    ],
)
def test_the_report_says_which_translation_was_used(changes: dict[str, object], expected: str, storm: Report) -> None:
    assert any(line.strip().startswith(expected) for line in lines_of(with_translation(storm, **changes), width=100))


def test_a_filter_shows_only_what_was_asked_for(storm: Report) -> None:
    printed = render(storm, ReportOptions(only=frozenset({"number"})))

    assert "86 % covered · 4 linked · 1 difference\n" in printed
    assert "Schools" not in printed
    assert "No one was hurt." in printed
    assert "[−No one" not in printed
    assert "· not asked for" in printed


def test_a_filter_that_leaves_nothing_says_so(storm: Report) -> None:
    assert lines_of(storm, only=frozenset({"framing"}))[-2] == "nothing of what was asked for"


def test_the_summary_has_one_line_a_finding_in_the_contract_s_words(storm: Report) -> None:
    lines = lines_of(storm, layout=Layout.SUMMARY)

    assert [line.split()[0] for line in lines[1:-1]] == ["number", "omission", "addition", "omission", "moved"]
    assert "omission           base ¶4              “Schools stay closed on Monday.”" in lines_of(
        storm, layout=Layout.SUMMARY, width=100
    )


def test_the_summary_of_several_editions_names_each(cup_final: Report) -> None:
    assert {line[:4] for line in lines_of(cup_final, layout=Layout.SUMMARY)[:-1]} == {"ru  ", "uk  "}


def test_inline_tells_the_map_in_words_for_those_who_listen(storm: Report) -> None:
    told = "left out: en ¶4 · added: ru ¶4 · moved: en ¶5 to ru ¶2"
    twice = replace(storm, comparisons=storm.comparisons * 2)

    assert f"    {told}" in lines_of(storm, layout=Layout.INLINE)
    assert told not in render(storm, ReportOptions())
    assert "en ¶  " in render(twice, ReportOptions())
    assert "en ¶  " not in render(twice, ReportOptions(layout=Layout.INLINE))  # a table does not read well aloud


def test_where_everything_is_kept_inline_has_no_empty_words(story: Callable[..., Report]) -> None:
    told = story(["a"], ["x"], [Link((0,), (0,), 0.9)])

    assert "left out:" not in render(told, ReportOptions(layout=Layout.INLINE))


@pytest.mark.parametrize("layout", [Layout.SIDE_BY_SIDE, Layout.INLINE])
def test_each_original_stands_once_beneath_its_translation(layout: Layout, storm: Report) -> None:
    printed = render(storm, ReportOptions(layout=layout, width=200, show_original=True))
    one = storm.comparisons[0]

    for original, translated in zip(one.edition.paragraphs, one.translation.paragraphs, strict=True):
        text = original.text.replace("26\u00a0000", "‹26\u00a0000›")
        assert printed.count(text) == 1
        assert printed.index(translated.text[:20]) < printed.index(text)


def test_the_summary_shows_the_original_of_an_added_paragraph_when_asked_for(storm: Report) -> None:
    def added(*, show_original: bool) -> str:
        lines = lines_of(storm, layout=Layout.SUMMARY, width=120, show_original=show_original)
        return next(line for line in lines if line.startswith("addition"))

    assert added(show_original=False).endswith("“The mayor promised payments.”")
    assert added(show_original=True).endswith("“The mayor promised payments.” (Мэр обещал выплаты.)")
