"""Links and differences against the gold files of corpora/: six stories, each in English, Russian and Ukrainian.

usage: python benchmarks/corpora.py [--mode argos|lexicon] [--floor F1] [--show]
Exits with 1 where the links' F1 over all stories is below the floor.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from scoring import Bead, Score, completed

from polyglot_news.comparison import compare
from polyglot_news.model import Article, Comparison, Difference, Report, Span
from polyglot_news.sources.articles import load_article
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.translator import NoTranslator, Translator

_CORPORA = Path(__file__).parent.parent / "corpora"


def main() -> None:
    """Compare every story, print one row an edition and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mode", choices=("argos", "lexicon"), default="argos")
    parser.add_argument("--floor", type=float, default=0.85)
    parser.add_argument("--show", action="store_true", help="print what was found and what was missed")
    options = parser.parse_args()
    total, found = Score(), Counter[str]()
    print("| edition | link F1 | strict F1 | lax F1 | omitted F1 | added F1 | crossing recall | right / found / gold |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    with ArgosTranslator(PackageStore()) as argos:
        translator: Translator = argos if options.mode == "argos" else NoTranslator()
        for story in sorted(path.parent for path in _CORPORA.glob("*/gold.json")):
            gold = json.loads((story / "gold.json").read_text("utf-8"))
            names = list(gold["editions"])
            articles = [load_article(str(story / f"{name}.txt")) for name in ("en", *names)]
            report = compare(articles[0], *articles[1:], translator=translator)
            for name, one in zip(names, report.comparisons, strict=True):
                _count(f"{story.name} {name}", (report, one, gold["editions"][name]), (total, found), show=options.show)
    _print_row("all", total, found)
    sys.exit(0 if total.links.f1 >= options.floor else 1)


def _count(
    row: str, made: tuple[Report, Comparison, dict[str, Any]], totals: tuple[Score, Counter[str]], *, show: bool
) -> None:
    report, one, gold = made
    sizes = (one.alignment.edition_size, one.alignment.base_size)
    gold_beads = [((*link["edition"],), (*link["base"],)) for link in gold["links"]]
    moved: frozenset[Bead] = frozenset(
        bead for bead, link in zip(gold_beads, gold["links"], strict=True) if link["moved"]
    )
    predicted = completed([(link.edition, link.base) for link in one.alignment.links], *sizes)
    own, own_found = Score(), _differences(report.base, one, gold, show=show)
    for score in (own, totals[0]):
        score.count(predicted, completed(gold_beads, *sizes), moved)
    totals[1].update(own_found)
    _print_row(row, own, own_found)
    if show:
        _show_links(predicted, completed(gold_beads, *sizes))


def _differences(base: Article, one: Comparison, gold: dict[str, Any], *, show: bool) -> Counter[str]:
    """Count differences found, those whose text meets a gold difference of the same link, and gold ones met."""
    expected = [(difference, link) for link in gold["links"] for difference in link["differences"]]
    met: set[int] = set()
    right = 0
    for found in one.differences:
        texts = (_text(base, found.base), _text(one.edition, found.edition))
        hits = [k for k, (difference, _) in enumerate(expected) if _meets(texts, difference)]
        met.update(hits)
        right += bool(hits)
        if show:
            print(f"  {'ok   ' if hits else 'EXTRA'} {_line(found, texts)}")
    for k, (difference, _) in enumerate(expected) if show else ():
        if k not in met and difference["kind"] != "framing":
            print(
                f"  missed {difference['kind']} {difference['level']}: {difference['base']} | {difference['edition']}"
            )
    return Counter(right=right, found=len(one.differences), met=len(met), gold=len(expected))


def _meets(texts: tuple[str, str], gold: dict[str, Any]) -> bool:
    """Whether one of the sides quotes the same place: one text within the other."""
    sides = zip(texts, (gold["base"] or "", gold["edition"] or ""), strict=True)
    return any(a and b and (a in b or b in a) for a, b in sides)


def _text(article: Article, span: Span | None) -> str:
    return article.text_of(span) if span else ""


def _line(found: Difference, texts: tuple[str, str]) -> str:
    return f"{found.kind.value} {found.level.value} {found.confidence:.2f}: {texts[0]} | {texts[1]}"


def _show_links(predicted: frozenset[Bead], gold: frozenset[Bead]) -> None:
    for name, beads in (("wrong", predicted - gold), ("missed", gold - predicted)):
        print(f"  {name} (edition, base): {sorted(beads)}")


def _print_row(name: str, score: Score, found: Counter[str]) -> None:
    nulls = (score.omitted.f1, score.added.f1)
    figures = (score.links.f1, score.strict.f1, score.lax_f1, *nulls, score.crossing_recall)
    row = " | ".join(f"{figure:.3f}" for figure in figures)
    print(f"| {name} | {row} | {found['right']} / {found['found']} / {found['met']} of {found['gold']} |", flush=True)


if __name__ == "__main__":
    main()
