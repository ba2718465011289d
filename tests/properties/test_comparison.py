"""A text held against itself: the same in every link, and no difference."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.comparison import ComparisonSettings, compare_edition
from polyglot_news.sources.articles import LoadSettings, read_article
from polyglot_news.translation.provided import provided

STORIES = sorted(Path(__file__).parents[2].glob("corpora/*/en.txt"))
PARAGRAPHS = [text.strip() for story in STORIES for text in story.read_text("utf-8").split("\n\n")]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=8, unique=True))
def test_a_text_held_against_itself_has_no_difference(texts: list[str]) -> None:
    base = read_article("\n".join(texts).encode(), "en.txt", LoadSettings(lines=True, language="en"))

    found = compare_edition(base, base, provided(base, texts, "en", "translation.txt"), ComparisonSettings())

    assert [(link.base, link.edition) for link in found.alignment.links] == [((i,), (i,)) for i in range(len(texts))]
    assert not any(link.moved for link in found.alignment.links)
    for link in found.alignment.links:
        assert all(one.base == one.edition == one.translation for one in link.sentences)
    assert found.differences == ()
