"""Strict and lax F1, link F1, omissions, additions and crossing recall on edited news editions, beside baselines.

usage: python benchmarks/alignment.py NEWS.json [--profile news|light|heavy] [--loose SHARE] [--n 60] [--seed 1]
                                      [--mode provided|argos|lexicon]
NEWS.json: documents of news, each with its original, a machine translation and a human English text; see README.md.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from baselines import difflib_links, gale_church_links
from editions import PROFILES, Edited, edit, loosen
from scoring import Bead, Score, completed

from polyglot_news.alignment.aligner import align
from polyglot_news.model import Article
from polyglot_news.sources.articles import LoadSettings, read_article
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.provided import provided, untranslated
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.translator import Translator

Linker = Callable[[Edited, str], list[Bead]]


def main() -> None:
    """Edit every document, let every system link it, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--profile", choices=sorted(PROFILES), default="news")
    parser.add_argument("--loose", type=float, default=0.0, help="share of words dropped at random on both sides")
    parser.add_argument("--n", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mode", choices=("provided", "argos", "lexicon"), default="provided")
    parser.add_argument("--only-ours", action="store_true")
    options = parser.parse_args()
    systems: dict[str, Linker] = {"polyglot-news": _ours(options.mode)}
    if not options.only_ours:
        systems |= {"difflib, greedy 1-1": difflib_links, "Gale-Church (nltk)": gale_church_links}
    scores = {name: Score() for name in systems}
    for edited, language in _edited(options):
        gold = completed(edited.gold, len(edited.originals), len(edited.base))
        for name, linker in systems.items():
            began = time.perf_counter()
            links = linker(edited, language)
            scores[name].seconds += time.perf_counter() - began
            scores[name].count(completed(links, len(edited.originals), len(edited.base)), gold, edited.moved)
    print(f"{options.profile}, {options.mode}, loose {options.loose}, seed {options.seed}, {options.n} documents")
    print_table(scores)


def print_table(scores: dict[str, Score]) -> None:
    """Print one row a system."""
    print("| system | strict F1 | lax F1 | link F1 | omitted F1 | added F1 | crossing recall | s/document |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, score in scores.items():
        nulls = (score.omitted.f1, score.added.f1)
        figures = (score.strict.f1, score.lax_f1, score.links.f1, *nulls, score.crossing_recall)
        row = " | ".join(f"{figure:.3f}" for figure in figures)
        print(f"| {name} | {row} | {score.seconds / max(1, score.documents):.3f} |")


def _edited(options: argparse.Namespace) -> list[tuple[Edited, str]]:
    """Edit as the command-line measure of the project does, with the same seed and so the same editions."""
    documents: list[dict[str, Any]] = json.loads(options.news.read_text("utf-8"))
    rng = random.Random(options.seed)
    rng.shuffle(documents)
    made = []
    for k, document in enumerate(documents[: options.n]):
        other = documents[(k + 1 + rng.randrange(len(documents) - 1)) % len(documents)]
        edited = edit(document["paras"], other["paras"], rng, PROFILES[options.profile])
        if options.loose:
            drop = random.Random(f"{options.seed}-{k}")
            translations = tuple(loosen(text, drop, options.loose) for text in edited.translations)
            base = tuple(loosen(text, drop, options.loose) for text in edited.base)
            edited = Edited(edited.originals, translations, base, edited.gold, edited.moved)
        if edited.originals and edited.base:
            made.append((edited, document["lang"]))
    return made


def _ours(mode: str) -> Linker:
    translator: Translator | None = ArgosTranslator(PackageStore()) if mode == "argos" else None

    def link(edited: Edited, language: str) -> list[Bead]:
        base, edition = _article(edited.base, "en"), _article(edited.originals, language)
        if translator:
            (translation,) = translator.translate((edition,), "en")
        elif mode == "provided":
            translation = provided(edition, edited.translations, "en", "translation")
        else:
            translation = untranslated(edition, "en")
        return [(one.edition, one.base) for one in align(base, edition, translation).links]

    return link


def _article(lines: Sequence[str], language: str) -> Article:
    return read_article("\n".join(lines).encode(), language, LoadSettings(lines=True, language=language))


if __name__ == "__main__":
    main()
