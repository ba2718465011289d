import pytest
from rich.color import Color

from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal.styles import BRACKETS, COLOURS, QUIET_COLOUR, SIGNS, WORDS, span_style

LEAST_CONTRAST = 3.5  # WCAG asks for 3 of large text and signs


def luminance(colour: int) -> float:
    channels = (value / 255 for value in Color.from_ansi(colour).get_truecolor())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [*COLOURS.values(), QUIET_COLOUR])
def test_every_colour_reads_on_black_and_on_white(colour: int) -> None:
    assert (luminance(colour) + 0.05) / 0.05 >= LEAST_CONTRAST
    assert 1.05 / (luminance(colour) + 0.05) >= LEAST_CONTRAST


def test_no_two_marks_share_a_sign_a_word_or_brackets() -> None:
    for names in (SIGNS, WORDS, BRACKETS):
        assert len(set(names.values())) == len(names)
    assert set(SIGNS) == set(WORDS) == set(Mark)


def test_passages_differ_by_more_than_colour() -> None:
    weights = {(span_style(mark).bold, span_style(mark).underline) for mark in BRACKETS}

    assert len(weights) == len(BRACKETS)
    assert (False, False) not in weights
