import pytest

from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal.line import Line, Style
from polyglot_news.reports.terminal.page import Page, defuse, plain, print_lines, tie


@pytest.mark.parametrize(
    "hostile", ["\x1b[31m", "\x9b2J", "a\u202eb", "\x07\x08", "zero\u200bwidth", "\ud800", "\ue000"]
)
def test_what_does_not_print_is_shown_one_character_for_one(hostile: str) -> None:
    harmless = defuse(hostile)

    assert len(harmless) == len(hostile)
    assert harmless.isprintable()


def test_escape_is_shown_as_its_picture() -> None:
    assert defuse("\x1b[31m") == "␛[31m"


def test_a_line_end_inside_a_text_is_a_space() -> None:
    assert defuse("a\nb\tc\u2028d") == "a b c d"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_a_number_with_a_no_break_space_is_not_broken(space: str) -> None:
    number = f"16{space}000"

    printed = print_lines(Page.of(ReportOptions()), plain(f"more than seven {number} homes").wrap(20))

    assert printed.split("\n") == ["more than seven", f"{number} homes", ""]


def test_no_line_begins_with_a_dash_as_russian_and_ukrainian_have_it() -> None:
    printed = print_lines(Page.of(ReportOptions()), plain("Так, «іду», — сказав він").wrap(12))

    assert printed.split("\n") == ["Так,", "«іду», —", "сказав він", ""]


@pytest.mark.parametrize(
    ("layout", "width", "side_by_side"),
    [
        (Layout.AUTO, 109, False),
        (Layout.AUTO, 110, True),
        (Layout.INLINE, 200, False),
        (Layout.SIDE_BY_SIDE, 80, True),
        (Layout.SIDE_BY_SIDE, 50, False),  # two columns of 15 would not be readable
    ],
)
def test_two_columns_need_room(layout: Layout, width: int, side_by_side: bool) -> None:  # noqa: FBT001  # a case
    assert Page.of(ReportOptions(layout=layout, width=width)).side_by_side is side_by_side


def test_no_style_goes_on_beyond_the_last_word_of_a_line() -> None:
    page = Page.of(ReportOptions(colour=True))

    printed = print_lines(page, Line.of("one two three", Style(underline=True)).wrap(8))

    assert printed == "\x1b[4mone two\x1b[0m\n\x1b[4mthree\x1b[0m\n"


def test_our_own_words_that_are_tied_stay_together_and_print_with_a_common_space() -> None:
    page = Page.of(ReportOptions())

    assert print_lines(page, Line.of(f"one {tie('two three')}").wrap(10)) == "one\ntwo three\n"
