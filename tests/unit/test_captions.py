"""Captions of pictures are shown, and nobody misses them in another edition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from polyglot_news import Report, compare, load_article
from polyglot_news.model import Article, Role
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import select, summarise
from polyglot_news.translation.translator import NoTranslator

EN = """The mayor opened a bridge on Monday

Mayor Anna Kovalenko cuts the ribbon on the bridge over the Vorna on Monday.

The bridge over the Vorna cost 25 million euros and took 3 years to build, Mayor Anna Kovalenko said.

Trains will cross it from 5 May. Lorries have to wait until autumn, the ministry of transport said.
"""
RU = """Мэр открыла мост в понедельник

Мост через Ворну обошелся в 25 миллионов евро, его строили 3 года, сообщила мэр Анна Коваленко.

Рабочие на мосту.

Поезда пойдут по нему с 5 мая. Грузовикам придется ждать до осени, сообщили в министерстве транспорта.
"""


@pytest.fixture
def illustrated(tmp_path: Path) -> Report:
    def read(name: str, text: str, caption: int) -> Article:
        (tmp_path / name).write_text(text, "utf-8")
        article = load_article(str(tmp_path / name))
        paragraphs = list(article.paragraphs)
        paragraphs[caption] = replace(paragraphs[caption], role=Role.CAPTION)
        return replace(article, paragraphs=tuple(paragraphs))

    return compare(read("en.txt", EN, 1), read("ru.txt", RU, 2), translator=NoTranslator())


def test_a_caption_is_in_no_link(illustrated: Report) -> None:
    links = illustrated.comparisons[0].alignment.links

    assert [(link.base, link.edition, link.moved) for link in links] == [
        ((0,), (0,), False),
        ((2,), (1,), False),
        ((3,), (3,), False),
    ]


def test_a_caption_is_neither_left_out_nor_added_and_costs_no_coverage(illustrated: Report) -> None:
    comparison = illustrated.comparisons[0]
    selection = select(comparison, ReportOptions())
    summary = summarise(illustrated.base, comparison, selection)

    assert (selection.omitted, selection.added) == ((), ())
    assert (summary.omitted, summary.added, summary.base_coverage) == (0, 0, 1.0)
