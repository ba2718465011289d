"""One finding a line, for scripts: the fields of CSV, their places nested as in the JSON of reports/json.py."""

from __future__ import annotations

import json
import unicodedata

from polyglot_news.model import Link, Report
from polyglot_news.reports.findings import Finding, Place, list_findings
from polyglot_news.reports.json import SCHEMA_VERSION
from polyglot_news.reports.options import ReportOptions


def render(report: Report, options: ReportOptions) -> str:
    """Render the findings as JSON Lines, UTF-8 unescaped, in reading order; nothing found, no line."""
    return "".join(_line(report.base.source, finding) for finding in list_findings(report, options))


def _line(base_source: str, finding: Finding) -> str:
    text = json.dumps(_record(base_source, finding), ensure_ascii=False, allow_nan=False)
    return text.translate({ord(one): json.dumps(one)[1:-1] for one in set(text) if not _shows(one)}) + "\n"


def _shows(character: str) -> bool:
    """Whether a screen or a pipe takes a character for a letter or a space, and nothing else."""
    return character.isprintable() or unicodedata.category(character) == "Zs"


def _record(base_source: str, finding: Finding) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "base_source": base_source,
        "edition_index": finding.edition_index,
        "source": finding.source,
        "language": finding.language,
        "kind": finding.kind,
        "level": finding.level,
        "confidence": None if finding.confidence is None else round(finding.confidence, 4),
        "base": _place(finding.base),
        "edition": _place(finding.edition),
        "translation": _place(finding.translation),
        "link": _link(finding.link),
        "note": finding.note,
    }


def _place(place: Place | None) -> dict[str, object] | None:
    if place is None:
        return None
    return {"paragraph": place.paragraph, "start": place.start, "end": place.end, "text": place.text}


def _link(link: Link | None) -> dict[str, object] | None:
    if link is None:
        return None
    return {
        "base": list(link.base),
        "edition": list(link.edition),
        "score": round(link.score, 4),
        "moved": link.moved,
    }
