"""Whatever the articles say: the columns hold, nothing is lost, nothing acts on the screen, and it is done at once."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from polyglot_news.model import Difference, DifferenceKind, Level, Link, Report, Span
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal import render
from polyglot_news.reports.terminal.page import defuse

TEXTS = st.lists(
    st.text(
        st.one_of(st.sampled_from("abc дж\u00a0漢🙂[]/\u0301\ufe0f\u200d—אש\u202e\x1b"), st.characters()), max_size=60
    ),
    max_size=4,
)
HOSTILE = st.lists(
    st.sampled_from(
        [
            "ы" * 10_000,
            "漢" * 999,
            "🙂👍🏽👨\u200d👩\u200d👧" * 30,
            "Ахмад \u202eдамхА\u202c אחמד أحمد сказав: «так» — і пішов",
            "\x1b[2J\x1b]0;owned\x07 text \x9b31m",
            "a\u0301" * 300,
            "https://example.org/" + "path/" * 80,
            "word " * 60,
            " \u00a0 ",
        ]
    ),
    min_size=1,
    max_size=4,
)


OPTIONS = st.builds(
    ReportOptions,
    width=st.integers(40, 240),
    layout=st.sampled_from(Layout),
    colour=st.booleans(),
    show_original=st.booleans(),
    hyperlinks=st.booleans(),
)


def told_of(story: Callable[..., Report], base: list[str], edition: list[str]) -> Report:
    """Any texts, linked, with a change inside; two editions."""
    n_links = min(len(base), len(edition), 2)
    links = [Link((i,), (i,), 0.9, moved=i == 1) for i in range(n_links)]
    inside = [
        Difference(DifferenceKind.NUMBER, Level.WORD, 0.9, 0, Span(0, 0, len(base[0])), Span(0, 0, 3), None, base[-1])
        for _ in links[:1]
    ]
    told = story(base, edition, links, translated=base[: len(edition)] + edition[len(base) :], differences=inside)
    return replace(told, comparisons=told.comparisons * 2)


def unpainted(line: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", line)


@settings(max_examples=60, deadline=None)
@given(base=TEXTS | HOSTILE, edition=TEXTS | HOSTILE, options=OPTIONS)
def test_no_line_is_wider_than_the_page(
    base: list[str], edition: list[str], options: ReportOptions, story: Callable[..., Report]
) -> None:
    printed = render(told_of(story, base, edition), options)

    assert max(cell_len(unpainted(line)) for line in printed.split("\n")) <= options.width


@settings(max_examples=40, deadline=None)
@given(base=TEXTS | HOSTILE, edition=TEXTS | HOSTILE, options=OPTIONS)
def test_nothing_of_a_text_reaches_the_screen_but_what_prints(
    base: list[str], edition: list[str], options: ReportOptions, story: Callable[..., Report]
) -> None:
    printed = unpainted(render(told_of(story, base, edition), options))

    assert all(one.isprintable() or one in "\n\u00a0\u202f\u2007\u200e" for one in printed)


@settings(max_examples=60, deadline=None)
@given(base=TEXTS | HOSTILE, edition=TEXTS | HOSTILE, options=OPTIONS)
def test_all_text_of_both_editions_is_there(
    base: list[str], edition: list[str], options: ReportOptions, story: Callable[..., Report]
) -> None:
    layout = Layout.SIDE_BY_SIDE if options.layout is Layout.SUMMARY else options.layout
    options = replace(options, layout=layout, show_original=True)

    printed = Counter(unpainted(render(told_of(story, base, edition), options)))

    shown = Counter("".join(defuse(text) for text in [*base, *edition]))
    assert not {one for one in shown - printed if one.isprintable() and one != " "}


@pytest.mark.parametrize("width", [40, 80, 120, 240])
def test_inline_has_every_paragraph_word_for_word(width: int, storm: Report) -> None:
    one = storm.comparisons[0]
    printed = render(storm, ReportOptions(width=width, layout=Layout.INLINE, show_original=True))
    shown = re.sub(r"\[−|−\]|[‹›]", "", printed)
    flat = " ".join(re.split(r"[ \n]+", shown))

    texts = [paragraph.text for paragraph in (*storm.base.paragraphs, *one.edition.paragraphs)]
    for text in [*texts, *(paragraph.text for paragraph in one.translation.paragraphs)]:
        assert text in flat
