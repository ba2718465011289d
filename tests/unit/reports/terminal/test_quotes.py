"""How words are quoted in one line of the summary, from sides that fit it exactly to sides that are cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.model import Difference, DifferenceKind, Level, Link, Report, Span
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal import render
from polyglot_news.reports.terminal.line import cells
from polyglot_news.reports.terminal.page import defuse
from polyglot_news.reports.terminal.quotes import quote_beside
from polyglot_news.reports.words import quoted

WORDS = st.text(st.sampled_from("ab я» «“”—., 中"), min_size=1, max_size=30).map(lambda text: f"x{text}y")


@pytest.mark.parametrize("text", ["«Я вдома», — відповів сам гравець.", "“We heard it,” he said.", "Two men said so."])
def test_a_quotation_that_fits_the_line_exactly_is_whole(text: str) -> None:
    whole = defuse(quoted(text))

    assert quote_beside(text, "", cells(whole)).plain == whole
    assert quote_beside(text, "", cells(whole) - 1).plain.rstrip("”").endswith("…")


def test_a_quotation_and_its_original_that_fit_the_line_exactly_are_whole() -> None:
    whole = "“He is at home.” («Я вдома».)"

    assert quote_beside("He is at home.", "«Я вдома».", len(whole)).plain == whole
    assert len(quote_beside("He is at home.", "«Я вдома».", len(whole) - 1).plain) < len(whole)


@given(WORDS, WORDS | st.just(""), st.integers(20, 90))
def test_what_is_quoted_never_takes_more_columns_than_there_are(text: str, original: str, room: int) -> None:
    line = quote_beside(text, original, room)
    whole = defuse(quoted(text) + (f" ({original})" if original not in {"", text} else ""))

    assert line.cells <= room
    assert cells(whole) > room or line.plain == whole


def test_a_change_that_fits_the_line_exactly_is_whole(story: Callable[..., Report]) -> None:
    base, edition = "«Das Tor war gut», sagte er am Sonntag dem Reporter.", "«Гол чистый», — сказал он в воскресенье."
    change = Difference(
        DifferenceKind.QUOTE, Level.SENTENCE, 0.81, 0, Span(0, 0, len(base)), Span(0, 0, len(edition)), None, ""
    )
    report = story([base], [edition], [Link((0,), (0,), 0.9)], differences=[change])

    def line(width: int) -> str:
        return render(report, ReportOptions(width=width, layout=Layout.SUMMARY)).splitlines()[1]

    whole = line(200)
    assert whole.endswith(f"{base} → {edition}")
    assert line(len(whole)) == whole
    assert len(line(len(whole) - 1)) < len(whole)
