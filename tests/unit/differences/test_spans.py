import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.differences.spans import closed, is_quotation
from polyglot_news.model import Span

CHARACTERS = st.sampled_from([*'ab «»“”„"()[]', "😀", "\x00"])


def _closed(text: str, passage: str) -> str:
    start = text.index(passage)
    span = closed(Span(2, start, start + len(passage)), text)
    assert span.paragraph == 2
    return text[span.start : span.end]


@given(st.text(CHARACTERS, max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_a_closed_span_holds_the_span_and_at_most_one_character_more_on_each_side(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))

    span = closed(Span(0, start, end), text)

    assert max(0, start - 1) <= span.start <= start
    assert end <= span.end <= min(len(text), end + 1)
    assert text[span.start : start] in {"", *'«“„"(['}
    assert text[end : span.end] in {"", *'»”“")]'}


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("He left (in a hurry) today.", "in a hurry", "(in a hurry)"),
        ("He left (in a hurry) today.", "left (in a hurry", "left (in a hurry)"),
        ("He left (in a hurry) today.", "in a hurry) today", "(in a hurry) today"),
        ("He left (in a hurry) today.", "hurry", "hurry"),
        ("He left (in a hurry) today.", "left", "left"),
        ("Он сказал «никогда» вчера.", "никогда", "«никогда»"),
        ("Er sagte „nie“ gestern.", "nie", "„nie“"),
        ("She said “never” then.", "She said “never", "She said “never”"),
        ('She said "never" then.', "never", '"never"'),
        ('She said "never" then.', 'said "never', 'said "never"'),
        ("the list [sic] grew", "sic", "[sic]"),
        ("“never", "never", "never"),
    ],
)
def test_brackets_and_quotation_marks_that_belong_to_a_passage_are_taken_in(
    text: str, passage: str, expected: str
) -> None:
    assert _closed(text, passage) == expected


@pytest.mark.parametrize(
    ("text", "is_quoted"),
    [
        ("“We will never give up,” he said.", True),
        ("«Мы не сдадимся», — сказал он.", True),
        ('"Never again"', True),
        ("The minister, who arrived late on Friday, said “no”.", False),
        ("He said so.", False),
        ("“He never closed the quotation", False),
        ("", False),
        ("«», “”", False),
    ],
)
def test_a_passage_is_a_quotation_where_most_of_it_is_quoted(text: str, *, is_quoted: bool) -> None:
    assert is_quotation(text) is is_quoted


@given(st.text(max_size=60))
def test_any_text_is_a_quotation_or_none(text: str) -> None:
    assert is_quotation(f"“{text.replace('”', '')} a”") is True
