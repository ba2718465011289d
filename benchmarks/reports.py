"""Time to render a report in each format, of a story of the corpora with two editions.

usage: python benchmarks/reports.py corpora/STORY [--runs 20]
The comparison is made once, by the starter package; the best processor time of the runs counts. XLIFF 2 holds one
target language, so of it only the first edition is rendered.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

from polyglot_news import Report, ReportOptions, compare, load_article, render
from polyglot_news.reports.options import Layout
from polyglot_news.reports.registry import OURS


def main() -> None:
    """Render, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", type=Path)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    base, *editions = (load_article(str(options.story / f"{code}.txt")) for code in ("en", "ru", "uk"))
    report = compare(base, *editions)
    paragraphs = [len(article.paragraphs) for article in (base, *editions)]
    print(f"{options.story}: {', '.join(map(str, paragraphs))} paragraphs; best of {options.runs}\n")
    print("| format | ms |\n| --- | --- |")
    shown = ReportOptions(width=160, layout=Layout.SIDE_BY_SIDE, colour=True, show_original=True)
    for name in OURS:
        told = replace(report, comparisons=report.comparisons[:1]) if name == "xliff2" else report
        print(f"| {name} | {min(_seconds(told, name, shown) for _ in range(options.runs)) * 1_000:.0f} |")


def _seconds(report: Report, name: str, options: ReportOptions) -> float:
    began = time.process_time()
    render(report, name, options)
    return time.process_time() - began


if __name__ == "__main__":
    main()
