from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.sentences import split

LANGUAGES = ("en", "ru", "uk", "pl")
CASES = [
    line
    for line in (Path(__file__).parents[1] / "cases" / "sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
# What news is made of, so that marks, quotations and abbreviations meet.
PIECES = st.sampled_from(
    ["Путин", "ушел", "г", "т", "е", "У", "2014", "3.5", "Mr", "U.S", "p.m", "No", "вул", "м", "Київ", "с", "млн", "…",
     ".", ". ", "?! ", "...", "«", "»", "“", "” ", '"', " — ", ", ", " ", "\u00a0", "\n", "[5]", ") ", "1. ", ""]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_the_case_says(case: str) -> None:
    language, marked = case.split(": ", 1)
    text = marked.replace("|", "")

    found = [text[start:end] for start, end in split(text, language)]

    assert found == [part.strip() for part in marked.split("|") if part]


def test_a_language_without_a_list_of_abbreviations_is_split_too() -> None:
    text = "Port jest zamknięty. Nikt nie wie dlaczego."

    assert [text[start:end] for start, end in split(text, "pl")] == ["Port jest zamknięty.", "Nikt nie wie dlaczego."]


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0"])
def test_where_there_is_no_text_there_is_no_sentence(text: str) -> None:
    assert split(text, "en") == ()


@pytest.mark.parametrize("text", ["(“« " * 20_000, "." * 60_000 + "x", "1 " * 30_000 + ".", "слово" * 20_000 + "."])
def test_a_text_without_ends_is_one_sentence_however_long(text: str) -> None:
    assert split(text, "ru") == ((0, len(text.rstrip())),)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_sentences_hold_all_but_white_space_in_order_and_once(text: str, language: str) -> None:
    spans = split(text, language)

    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_a_sentence_neither_begins_nor_ends_with_white_space(text: str, language: str) -> None:
    for start, end in split(text, language):
        assert text[start:end] == text[start:end].strip() != ""
