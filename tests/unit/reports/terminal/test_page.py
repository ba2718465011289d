import pytest
from rich.cells import cell_len
from rich.text import Text

from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal.page import Page, defuse, plain, print_lines


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
    page = Page.of(ReportOptions(width=40))
    number = f"16{space}000"

    printed = print_lines(page, page.wrap(plain(f"more than seven {number} homes"), 20))

    assert printed.split("\n") == ["more than seven", f"{number} homes", ""]


def test_a_word_longer_than_the_line_is_folded() -> None:
    page = Page.of(ReportOptions())

    lines = page.wrap(Text("ы" * 10_000), 30)

    assert sum(line.cell_len for line in lines) == 10_000
    assert max(line.cell_len for line in lines) == 30


def test_wide_characters_count_as_two_columns() -> None:
    page = Page.of(ReportOptions())

    assert max(cell_len(line.plain) for line in page.wrap(Text("漢" * 100), 31)) == 30


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

    printed = print_lines(page, page.wrap(Text("one two three", "underline"), 8))

    assert printed == "\x1b[4mone two\x1b[0m\n\x1b[4mthree\x1b[0m\n"
