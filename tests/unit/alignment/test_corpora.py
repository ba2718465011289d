"""Links of the six stories, without a translation, beside their gold files."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from polyglot_news.alignment.aligner import align
from polyglot_news.sources.articles import load_article
from polyglot_news.translation.provided import untranslated

CORPORA = Path(__file__).parents[3] / "corpora"
STORIES = sorted(path.parent.name for path in CORPORA.glob("*/gold.json"))
Pairs = set[tuple[str, int, int]]


@cache
def _pairs(story: str, language: str) -> tuple[Pairs, Pairs]:
    """Pairs of paragraphs that are linked, and those that should be."""
    folder = CORPORA / story
    base, edition = load_article(str(folder / "en.txt")), load_article(str(folder / f"{language}.txt"))
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))["editions"][language]
    links = [(link.base, link.edition) for link in align(base, edition, untranslated(edition, "en")).links]
    right = [(link["base"], link["edition"]) for link in gold["links"]]
    found, wanted = (
        {(f"{story} {language}", i, j) for ours, theirs in some for i in ours for j in theirs}
        for some in (links, right)
    )
    return found, wanted


def _f1(found: Pairs, wanted: Pairs) -> float:
    return 2 * len(found & wanted) / (len(found) + len(wanted))


def test_there_are_six_stories() -> None:
    assert len(STORIES) == 6


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("story", STORIES)
def test_an_edition_is_linked_as_its_gold_file_says(story: str, language: str) -> None:
    assert _f1(*_pairs(story, language)) >= 0.85


def test_nine_links_of_ten_are_right_without_a_translation() -> None:
    editions = [_pairs(story, language) for story in STORIES for language in ("ru", "uk")]

    found, wanted = (set[tuple[str, int, int]]().union(*some) for some in zip(*editions, strict=True))

    assert _f1(found, wanted) >= 0.95


def test_articles_of_two_stories_are_hardly_linked() -> None:
    base, edition = (load_article(str(CORPORA / name)) for name in ("city-flood/en.txt", "cup-final/ru.txt"))

    links = align(base, edition, untranslated(edition, "en")).links

    assert links[0].base == (0,)  # a headline is shown beside the headline
    assert sum(link.score > 0.5 for link in links[1:]) <= 1
