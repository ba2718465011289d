"""Differences in the stories of corpora/, with the program's own translation or none: what most users see.

The gold is word for word in the texts, so a difference's place is where its words stand in the paragraphs of its link.
An edition is one long text here, its paragraphs a line each; framing in the gold is neither right nor wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from differences_ours import difference_settings
from differences_scoring import Found, Pair, Place, Side, Tally, tally, total
from differences_tables import three

from polyglot_news.comparison import ComparisonSettings, compare
from polyglot_news.model import Article, Comparison, Span
from polyglot_news.sources.articles import load_article
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.translator import NoTranslator, Translator

_CORPORA = Path(__file__).parent.parent / "corpora"
_NEUTRAL = "framing"
_HEAD = (
    "| edition | word P / R / F1 | span P / R / F1 | touched | sentence P / R / F1 | false / 100 paragraphs |",
    f"|{' --- |' * 6}",
)


def measure_stories(mode: str, confidence: float, model: Path | None) -> dict[str, Any]:
    """Print a row for each edition and one for all; return the figures."""
    print("\n".join([f"\n## corpora, {mode}\n", *_HEAD]), flush=True)
    rows = []
    with ArgosTranslator(PackageStore()) as argos:
        translator: Translator = argos if mode == "argos" else NoTranslator()
        settings = ComparisonSettings(differences=difference_settings(model))
        for name, pair, n_paragraphs in _stories(translator, settings):
            counts = tally(pair, confidence)
            rows.append((counts, n_paragraphs))
            print(_row(name, counts, n_paragraphs), flush=True)
    counts, n_paragraphs = total(one for one, _ in rows), sum(n for _, n in rows)
    print(_row("all", counts, n_paragraphs), flush=True)
    return {
        "word_f1": counts.word.f1,
        "span_f1": counts.span.f1,
        "sentence_f1": counts.sentence.f1,
        "touched": counts.touched,
        "false_per_100_paragraphs": 100 * counts.stray / max(1, n_paragraphs),
    }


def _stories(translator: Translator, settings: ComparisonSettings) -> Iterator[tuple[str, Pair, int]]:
    for story in sorted(path.parent for path in _CORPORA.glob("*/gold.json")):
        gold = json.loads((story / "gold.json").read_text("utf-8"))
        names = list(gold["editions"])
        articles = [load_article(str(story / f"{name}.txt")) for name in ("en", *names)]
        report = compare(articles[0], *articles[1:], translator=translator, settings=settings)
        for name, one in zip(names, report.comparisons, strict=True):
            pair = story_pair(report.base, one, gold["editions"][name]["links"])
            yield f"{story.name} {name}", pair, len(report.base.paragraphs)


def story_pair(base: Article, comparison: Comparison, links: Sequence[dict[str, Any]]) -> Pair:
    """Lay what was found beside the gold, over the whole edition."""
    edition = comparison.edition
    found = tuple(
        Found(one.kind.value, round(one.confidence, 3), (_place(base, one.base), _place(edition, one.edition)))
        for one in comparison.differences
        if one.kind.value != _NEUTRAL
    )
    sides = (_side(base, "base", links), _side(edition, "edition", links))
    return Pair("story", edition.language, "", sides, found)


def _side(article: Article, name: str, links: Sequence[dict[str, Any]]) -> Side:
    gold: list[Place] = []
    neutral: list[Place] = []
    for link in links:
        for one in link["differences"]:
            if one[name]:
                (neutral if one["kind"] == _NEUTRAL else gold).append(_quoted(article, link[name], one[name]))
    sentences = [_shifted(article, span) for paragraph in article.paragraphs for span in paragraph.sentences]
    text = "\n".join(paragraph.text for paragraph in article.paragraphs)
    return Side(text, tuple(sentences), tuple(gold), tuple(neutral))


def _quoted(article: Article, paragraphs: Sequence[int], quote: str) -> Place:
    """Find where a paragraph of the link has these words."""
    for k in paragraphs:
        start = article.paragraphs[k].text.find(quote)
        if start >= 0:
            return _shifted(article, Span(k, start, start + len(quote)))
    raise ValueError(f"{article.source}: gold.json quotes what paragraphs {list(paragraphs)} do not say: {quote}")


def _place(article: Article, span: Span | None) -> Place | None:
    return _shifted(article, span) if span else None


def _shifted(article: Article, span: Span) -> Place:
    """Turn a place in a paragraph into one in the whole text."""
    before = sum(len(paragraph.text) + 1 for paragraph in article.paragraphs[: span.paragraph])
    return before + span.start, before + span.end


def _row(name: str, counts: Tally, n_paragraphs: int) -> str:
    cells = [name, three(counts.word), three(counts.span), f"{counts.touched:.3f}", three(counts.sentence)]
    return f"| {' | '.join(cells)} | {100 * counts.stray / max(1, n_paragraphs):.1f} |"
