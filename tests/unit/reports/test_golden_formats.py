"""A small story in every format that is a file, whole, so that a review sees what a change does to each.

The terminal and JSON have theirs beside their own tests. Stories of corpora/: tests/e2e/test_stories_in_formats.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from polyglot_news.model import Report
from polyglot_news.reports.registry import OURS, render
from polyglot_news.version import __version__

FILES = {
    "html": "storm.html",
    "markdown": "storm.md",
    "csv": "storm.csv",
    "jsonl": "storm.jsonl",
    "tmx": "storm.tmx",
    "xliff": "storm.xlf",
    "xliff2": "storm.xliff2.xlf",
}
ELSEWHERE = {"terminal", "json"}


@pytest.mark.parametrize("name", FILES)
def test_the_small_story_in_a_format_is_the_golden_one(
    name: str, storm: Report, golden: Callable[[str, str], None]
) -> None:
    rendered = render(storm, name)
    text = rendered.decode() if isinstance(rendered, bytes) else rendered

    golden(FILES[name], as_reviewed(text))


def test_every_format_has_a_golden_file() -> None:
    assert set(FILES) | ELSEWHERE == set(OURS)


def as_reviewed(text: str) -> str:
    """Leave the version out, and of a page its style and script, which are files of their own; break its one line."""
    text = text.replace("\r\n", "\n").replace(__version__, "0.0")
    if not text.startswith("<!DOCTYPE html>"):
        return text
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", text, flags=re.DOTALL)
    text = re.sub(r"sha256-[A-Za-z0-9+/]+=", "sha256-", text)
    return re.sub(r"(?=<(?:main|section|header|footer|div|p|h\d|ul|ol|li|dl|dt|dd|table|tr|meta|title)\b)", "\n", text)
