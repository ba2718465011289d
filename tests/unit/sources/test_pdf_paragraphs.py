import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.sources.pdf_paragraphs import Line, put_together

PLACE = st.floats(0, 800, allow_nan=False)
LINES = st.lists(
    st.builds(
        lambda page, text, left, width, y, size: Line(page, text, left, left + width, y, size),
        st.integers(0, 3),
        st.sampled_from(["Вода ушла из села.", "• word", "1. word", "кто-", "то", "СЕЛО —", "a\u00ad", "x" * 90]),
        PLACE,
        st.floats(0, 500),
        PLACE,
        st.floats(0, 30),
    ),
    max_size=12,
)


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_no_letter_is_lost_wherever_lines_stand(lines: list[Line]) -> None:
    printed = put_together(lines)

    found = Counter("".join(printed.paragraphs))
    given_lines = Counter(line.text.strip() for line in lines)
    heads = Counter(printed.running_heads)
    lost = Counter("".join(line.text for line in lines if not heads[line.text]))
    assert all(found[letter] >= count for letter, count in lost.items() if letter.isalpha())
    assert all(given_lines[head.strip()] for head in heads)


@pytest.mark.parametrize(
    "text", ["a" * 500_000, "." * 500_000, "a-" * 250_000, "1" * 500_000, '."' * 250_000 + "a", " " * 500_000 + "a"]
)
def test_long_lines_are_read_in_no_time(text: str) -> None:
    lines = [Line(0, text, 50, 500, 700 - 12 * number, 10) for number in range(3)]
    started = time.process_time()

    put_together(lines)

    assert time.process_time() - started < 5


def test_a_paragraph_of_many_lines_is_put_together_in_no_time() -> None:
    lines = [Line(0, "word " * 10, 50, 500, 7e6 - 12 * number, 10) for number in range(20_000)]
    started = time.process_time()

    assert len(put_together(lines).paragraphs) == 1
    assert time.process_time() - started < 5


def test_no_lines_are_no_paragraphs() -> None:
    assert put_together([]).paragraphs == ()
