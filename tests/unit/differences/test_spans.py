import pytest

from polyglot_news.differences.spans import around, is_bounded, is_quotation
from polyglot_news.differences.tokens import tokens
from polyglot_news.model import Span


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody waits for the divers,” she said.",
        "«Никто не ждет», — сказала она.",
        'He said: "I have read it five times."',
    ],
)
def test_a_sentence_that_is_mostly_quoted_is_a_quotation(text: str) -> None:
    assert is_quotation(text)


@pytest.mark.parametrize("text", ["He called it “groundless” on Monday.", "No marks at all.", ""])
def test_a_quoted_word_or_none_makes_no_quotation(text: str) -> None:
    assert not is_quotation(text)


def test_a_run_takes_in_the_small_words_before_it_up_to_a_mark_but_not_those_before_an_answered_word() -> None:
    text = "Turkey, which controls the straits, said so; he lost it in the harbour."
    read = tokens(text, 0, "en")
    place = {token.text: k for k, token in enumerate(read)}

    clause = around(read[place["controls"] : place["straits"] + 1], read[0], None, text)
    cut = around(read[place["lost"] : place["lost"] + 1], read[place["straits"]], read[place["harbour"]], text)

    assert text[clause.start : clause.end] == "which controls the straits"
    assert text[cut.start : cut.end] == "he lost"


def test_punctuation_on_both_sides_sets_a_span_off() -> None:
    text = "Turkey, which controls the straits, said so"

    assert is_bounded(Span(0, 8, 34), text)
    assert not is_bounded(Span(0, 8, 26), text)
