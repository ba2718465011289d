"""The report for scripts, as data/schema/comparison-1.0.json describes it. Same input, same bytes, seconds excepted."""

from __future__ import annotations

from polyglot_news.model import (
    Alignment,
    Article,
    Boilerplate,
    Comparison,
    Difference,
    Link,
    Report,
    Translation,
)
from polyglot_news.reports.findings import Place, place_of
from polyglot_news.reports.json_text import json_text
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import Selection, select, summarise
from polyglot_news.version import __version__

SCHEMA_VERSION = "1.0"


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
    return json_text(document)


def link_fields(link: Link) -> dict[str, object]:
    """Return a link as JSON has it."""
    return {
        "base": list(link.base),
        "edition": list(link.edition),
        "score": round(link.score, 4),
        "moved": link.moved,
    }


def place_fields(place: Place | None) -> dict[str, object] | None:
    """Return a place as JSON has it; None for a side that does not exist."""
    if place is None:
        return None
    return {"paragraph": place.paragraph, "start": place.start, "end": place.end, "text": place.text}


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
        link_fields(link) | {"differences": [_difference(base, comparison, one) for one in inside.get(position, ())]}
        for position, link in enumerate(comparison.alignment.links)
    ]


def _difference(base: Article, comparison: Comparison, difference: Difference) -> dict[str, object]:
    return {
        "kind": difference.kind.value,
        "level": difference.level.value,
        "confidence": round(difference.confidence, 4),
        "base": place_fields(place_of(base.paragraphs, difference.base)),
        "edition": place_fields(place_of(comparison.edition.paragraphs, difference.edition)),
        "translation": place_fields(place_of(comparison.translation.paragraphs, difference.translation)),
        "note": difference.note,
    }


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
