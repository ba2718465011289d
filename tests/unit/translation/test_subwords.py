import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.translation.subwords import parse_merges

# Learnt by subword-nmt's method from "low" x 5, "lower" x 2, "newest" x 6, "widest" x 3, the example of Sennrich et al.
PAPER = "#version: 0.2\ne s\nes t</w>\nl o\nlo w\nn e\nne w\nnew est</w>\nlow </w>\n"


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("newest", "newest"),
        ("lowest", "low@@ est"),
        ("widest", "w@@ i@@ d@@ est"),
        ("low", "lo@@ w"),  # in this format the end of the word is part of its last letter
        ("n", "n"),
        ("", ""),
    ],
)
def test_words_are_cut_as_in_the_paper(word: str, pieces: str) -> None:
    assert " ".join(parse_merges(PAPER).cut([word])) == pieces


@pytest.mark.parametrize(
    ("word", "pieces"), [("low", "low"), ("lower", "low@@ e@@ r"), ("slow", "s@@ low"), ("w", "w"), ("lows", "low@@ s")]
)
def test_without_a_version_the_end_of_a_word_is_a_symbol_of_its_own(word: str, pieces: str) -> None:
    assert " ".join(parse_merges("l o\nlo w\nlow </w>\n").cut([word])) == pieces


def test_the_merge_learnt_first_goes_first_wherever_it_stands() -> None:
    assert parse_merges("#version: 0.2\nb c\na b\n").cut(["abcx"]) == ["a@@", "bc@@", "x"]


def test_a_merge_is_applied_everywhere_in_the_word_and_not_across_itself() -> None:
    assert parse_merges("#version: 0.2\na a\n").cut(["aaaaax"]) == ["aa@@", "aa@@", "a@@", "x"]


def test_of_a_merge_listed_twice_the_first_place_counts() -> None:
    assert parse_merges("#version: 0.2\na b\nb c\na b\n").cut(["abcx"]) == ["ab@@", "c@@", "x"]


def test_words_stay_in_order_and_empty_ones_are_dropped() -> None:
    assert parse_merges(PAPER).cut(["newest", "", "low", "newest"]) == ["newest", "lo@@", "w", "newest"]


@pytest.mark.parametrize(
    "text", ["#version: 0.2\na b c\n", "#version: 0.2\nab\n", "#version: 9.9\na b\n", "#version:\n"]
)
def test_a_file_that_is_no_table_of_merges_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the caller says which file
        parse_merges(text)


def test_lines_may_end_as_on_windows() -> None:
    assert parse_merges(PAPER.replace("\n", "\r\n")).cut(["lowest"]) == ["low@@", "est"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters=" @<>"), min_size=1)), st.integers(0, 99))
def test_joined_pieces_are_the_words(words: list[str], seed: int) -> None:
    letters = sorted({letter for word in words for letter in word if letter.isprintable()})
    merges = [f"{a} {b}" for a in letters for b in letters][:200]
    random.Random(seed).shuffle(merges)  # noqa: S311  # an order, not a secret

    pieces = parse_merges("\n".join(["#version: 0.2", *merges])).cut(words)

    assert " ".join(pieces).replace("@@ ", "") == " ".join(words)
