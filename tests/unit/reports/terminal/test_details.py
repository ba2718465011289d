"""What is shown of an article, and what is only named."""

from collections.abc import Callable

import pytest

from polyglot_news.model import Link, Report
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.terminal import render


def kept(story: Callable[..., Report], count: int) -> Report:
    """A story whose editions tell the same, but for the last paragraph."""
    texts = [f"Paragraph {n}." for n in range(count)]
    return story([*texts, "Left out."], texts, [Link((i,), (i,), 0.9) for i in range(count)])


@pytest.mark.parametrize("width", [80, 160])
def test_a_long_run_of_what_was_kept_is_one_line_until_all_is_asked_for(
    width: int, story: Callable[..., Report]
) -> None:
    told = kept(story, 9)
    folded = render(told, ReportOptions(width=width))

    assert "\n… 8 paragraphs kept, en ¶2–9 = ru ¶2–9\n" in folded
    assert folded.count("Paragraph 0.") == 3  # the title, on its own and in both texts
    assert "Paragraph 5." not in folded
    assert "Left out." in folded
    for layout in (Layout.SIDE_BY_SIDE, Layout.INLINE):
        assert "Paragraph 5." in render(told, ReportOptions(width=width, layout=layout))


def test_the_legend_says_how_to_unfold_and_only_where_something_is_folded(story: Callable[..., Report]) -> None:
    told = kept(story, 9)

    assert "--layout inline shows all" in render(told, ReportOptions())
    assert "--layout side-by-side shows all" in render(told, ReportOptions(width=160))
    assert "shows all" not in render(told, ReportOptions(layout=Layout.INLINE))
    assert "shows all" not in render(kept(story, 3), ReportOptions())


def test_few_paragraphs_that_were_kept_are_shown(story: Callable[..., Report]) -> None:
    assert "Paragraph 2." in render(kept(story, 3), ReportOptions())
