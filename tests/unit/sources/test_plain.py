import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.sources.plain import clean, split_lines, split_paragraphs

WRAPPED = (
    "The dam above the town broke on Monday morning, the ministry said,\n"
    "and two villages were flooded within an hour, before the warning\n"
    "reached them."
)
LINES = st.lists(st.sampled_from(["", " ", "one", "two words", "x" * 70, "\t", "три слова тут"]), max_size=12)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one\n\ntwo", ("one", "two")),
        ("one\n \t\n\n\ntwo\n\n", ("one", "two")),
        ("\n\none\n\ntwo", ("one", "two")),
        ("one", ("one",)),
        ("", ()),
        (" \n \n", ()),
    ],
)
def test_blank_lines_separate_paragraphs(text: str, paragraphs: tuple[str, ...]) -> None:
    assert split_paragraphs(text) == paragraphs


def test_where_there_are_no_blank_lines_each_line_is_a_paragraph() -> None:
    assert split_paragraphs("one\n two \nthree\n") == ("one", "two", "three")


def test_lines_that_a_program_wrapped_are_one_paragraph() -> None:
    assert split_paragraphs(f"The dam broke\n\n{WRAPPED}\n\nThe end.") == (
        "The dam broke",
        WRAPPED.replace("\n", " "),
        "The end.",
    )


def test_short_lines_of_a_block_are_a_paragraph_each() -> None:
    assert split_paragraphs("Once\nMonthly\nAnnual\n\nThe end.") == ("Once", "Monthly", "Annual", "The end.")


def test_long_lines_of_a_block_are_a_paragraph_each() -> None:
    long = "The dam above the town broke on Monday morning, " * 5

    assert split_paragraphs(f"{long}\n{long}\n\nThe end.") == (long.strip(), long.strip(), "The end.")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_line_ends_of_every_system_are_one(end: str) -> None:
    assert split_paragraphs(clean(f"one{end}{end}two{end}three")) == ("one", "two", "three")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x1b[31mb", "a[31mb"),  # the colours of a terminal
        ("a\x00b\x07c\x7fd\x9be", "abcde"),
        ("\u202egnp.exe\u202c", "gnp.exe"),  # text that runs backwards
        ("\u2066a\u2069\u200e\u200fb", "ab"),
        ("пе\u00adре\u200bнос\ufeff", "перенос"),
        ("a\ue000b", "ab"),  # private use
        ("a\tb", "a b"),
        ("16\u00a0000\u202fкм", "16\u00a0000\u202fкм"),
        ("и\u0306", "й"),
        ("и\u00ad\u0306", "й"),
        ("ї", "ї"),
    ],
)
def test_what_does_not_print_is_taken_out_and_letters_are_whole(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not [one for one in cleaned if one != "\n" and unicodedata.category(one) in {"Cc", "Cf", "Co", "Cn", "Cs"}]


@settings(deadline=None, max_examples=60)
@given(LINES.map("\n".join))
def test_no_word_is_lost_between_paragraphs(text: str) -> None:
    paragraphs = split_paragraphs(text)

    assert " ".join(paragraphs).split() == text.split()
    assert all(paragraph == paragraph.strip() != "" for paragraph in paragraphs)


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_lines_are_taken_untouched_but_for_empty_ones_at_the_end(lines: list[str]) -> None:
    found = split_lines("\n".join(lines))

    assert list(found) == lines[: len(found)]
    assert not "".join(lines[len(found) :]).strip()
    assert not found or found[-1].strip()
