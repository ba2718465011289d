"""The report for scripts, as data/schema/comparison-1.0.json describes it. Same input, same bytes, seconds excepted."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from polyglot_news.model import (
    Alignment,
    Article,
    Boilerplate,
    Comparison,
    Difference,
    Link,
    Paragraph,
    Report,
    Span,
    TranslatedParagraph,
    Translation,
)
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import Selection, select, summarise
from polyglot_news.version import __version__

SCHEMA_VERSION = "1.0"
# JSON may hold these as they are, a screen or a pipe may not: DEL and C1 controls, marks that turn the direction of
# writing, line separators, halves of surrogate pairs (from names of files that are not UTF-8). Escaped, none is lost.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(report: Report, options: ReportOptions) -> str:
    """Render a report as JSON, indented, UTF-8 unescaped, ending with a line end.

    `options.only` and `options.min_confidence` filter differences, `omitted`, `added` and their counts; links and their
    `moved` are what was found and always complete.
    """
    document = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "polyglot-news", "version": __version__},
        "base": _article(report.base)
        | {
            "paragraphs": [
                {"index": i, "role": paragraph.role.value, "text": paragraph.text}
                for i, paragraph in enumerate(report.base.paragraphs)
            ],
            "boilerplate": _boilerplate(report.base.boilerplate),
        },
        "editions": [_edition(report.base, comparison, options) for comparison in report.comparisons],
    }
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _edition(base: Article, comparison: Comparison, options: ReportOptions) -> dict[str, object]:
    edition, translation = comparison.edition, comparison.translation
    selection = select(comparison, options)
    return _article(edition) | {
        "translation": _translation(translation),
        "paragraphs": [
            {
                "index": j,
                "role": paragraph.role.value,
                "language": paragraph.language,
                "text": paragraph.text,
                "translation": translated.text or None,
            }
            for j, (paragraph, translated) in enumerate(zip(edition.paragraphs, translation.paragraphs, strict=True))
        ],
        "boilerplate": _boilerplate(edition.boilerplate),
        "links": _links(base, comparison, selection),
        "omitted": list(selection.omitted),
        "added": list(selection.added),
        "summary": _summary(base, comparison, selection),
    }


def _article(article: Article) -> dict[str, object]:
    return {
        "source": article.source,
        "language": article.language,
        "language_confidence": round(article.language_confidence, 4),
        "title": article.title,
    }


def _boilerplate(pieces: tuple[Boilerplate, ...]) -> list[dict[str, str]]:
    return [{"text": piece.text, "reason": piece.reason} for piece in pieces]


def _translation(translation: Translation) -> dict[str, object]:
    return {
        "kind": translation.kind.value,
        "package": translation.package,
        "sentences": translation.sentences,
        "cached": translation.cached,
        "seconds": round(translation.seconds, 3),
    }


def _links(base: Article, comparison: Comparison, selection: Selection) -> list[dict[str, object]]:
    inside: dict[int, list[Difference]] = {}
    for difference in selection.differences:
        inside.setdefault(difference.link, []).append(difference)
    return [
        _link(link) | {"differences": [_difference(base, comparison, one) for one in inside.get(position, ())]}
        for position, link in enumerate(comparison.alignment.links)
    ]


def _link(link: Link) -> dict[str, object]:
    return {
        "base": list(link.base),
        "edition": list(link.edition),
        "score": round(link.score, 4),
        "moved": link.moved,
    }


def _difference(base: Article, comparison: Comparison, difference: Difference) -> dict[str, object]:
    return {
        "kind": difference.kind.value,
        "level": difference.level.value,
        "confidence": round(difference.confidence, 4),
        "base": _place(base.paragraphs, difference.base),
        "edition": _place(comparison.edition.paragraphs, difference.edition),
        "translation": _place(comparison.translation.paragraphs, difference.translation),
        "note": difference.note,
    }


def _place(paragraphs: Sequence[Paragraph | TranslatedParagraph], span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    text = paragraphs[span.paragraph].text[span.start : span.end]
    return {"paragraph": span.paragraph, "start": span.start, "end": span.end, "text": text}


def _summary(base: Article, comparison: Comparison, selection: Selection) -> dict[str, object]:
    summary = summarise(base, comparison, selection)
    return {
        "linked": summary.linked,
        "moved": _moved(comparison.alignment),
        "omitted": summary.omitted,
        "added": summary.added,
        "differences": summary.differences,
        "base_coverage": round(summary.base_coverage, 4),
    }


def _moved(alignment: Alignment) -> int:
    """Count the links that say they have moved, so that the count is true whatever the filter."""
    return sum(link.moved for link in alignment.links)
