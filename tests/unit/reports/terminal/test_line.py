import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from polyglot_news.reports.terminal.line import PLAIN, Line, Run, Style, cells, fence, join

BOLD = Style(bold=True)
HEBREW = "דוד לוי"
CHARACTERS = st.one_of(st.sampled_from("abc дё\u0301漢🙂👍🏽❤\ufe0f—“ א"), st.characters(exclude_categories=["C", "Z"]))


def runs_of(line: Line) -> list[tuple[str, Style]]:
    return [(run.text, run.style) for run in line.runs]


@given(st.text(max_size=40))
def test_the_columns_of_a_text_are_those_of_rich_s_tables(text: str) -> None:
    assert cells(text) == (len(text) if text.isascii() and text.isprintable() else cell_len(text))


def test_joined_pieces_keep_their_styles() -> None:
    joined = join([Line.of("a", BOLD), Line(), Line.of("b")], "·")

    assert joined.plain == "a··b"
    assert runs_of(joined) == [("a", BOLD), ("·", PLAIN), ("·", PLAIN), ("b", PLAIN)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 4, [("ab", BOLD), ("cd", PLAIN)]), (1, 3, [("b", BOLD), ("c", PLAIN)]), (2, 9, [("cd", PLAIN)]), (1, 1, [])],
)
def test_a_cut_keeps_the_styles(start: int, end: int, expected: list[tuple[str, Style]]) -> None:
    assert runs_of(Line((Run("ab", BOLD), Run("cd", PLAIN))).cut(start, end)) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two", 7, "one two"),
        ("one two", 6, "one t…"),
        ("one two", 5, "one…"),
        ("漢字漢字", 6, "漢字…"),
        ("漢字漢字", 1, "…"),
        ("", 3, ""),
    ],
)
def test_what_is_too_long_ends_with_an_ellipsis(text: str, width: int, expected: str) -> None:
    assert Line.of(text).shorten(width).plain == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("one  two", 5, ["one", "two"]),
        ("  one two", 6, ["  one", "two"]),
        ("      one", 3, ["one"]),
        ("a abcdefgh b", 3, ["a", "abc", "def", "gh", "b"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("и\u0306" * 4, 3, ["и\u0306" * 3, "и\u0306"]),
        ("one ", 9, ["one"]),
        ("   ", 2, [""]),
        ("", 5, [""]),
    ],
)
def test_lines_are_broken_at_spaces_and_long_words_where_they_must_be(
    text: str, width: int, expected: list[str]
) -> None:
    assert [line.plain for line in Line.of(text).wrap(width)] == expected


@given(st.lists(st.text(CHARACTERS, max_size=30), max_size=6).map(" ".join), st.integers(4, 40))
def test_wrapped_lines_fit_and_hold_all_of_the_text(text: str, width: int) -> None:
    lines = [line.plain.replace("\u200e", "") for line in Line.of(text).wrap(width)]

    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace("\u200e", "").replace(" ", "")


def test_a_word_of_ten_thousand_letters_is_folded() -> None:
    lines = Line.of("ы" * 10_000).wrap(30)

    assert sum(line.cells for line in lines) == 10_000
    assert max(line.cells for line in lines) == 30


def test_a_text_from_right_to_left_does_not_turn_what_stands_beside_it() -> None:
    [line] = Line.of(f"{HEBREW} said").wrap(40)

    assert line.plain == f"\u200e{HEBREW} said\u200e"
    assert line.cells == cell_len(f"{HEBREW} said")
    assert fence(HEBREW) == f"{HEBREW}\u200e"
    assert fence("Давид") == "Давид"
