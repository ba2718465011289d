"""One finding a line, for scripts: the fields of CSV, their places nested as in the JSON of reports/json.py."""

from __future__ import annotations

from polyglot_news.model import Report
from polyglot_news.reports.findings import Finding, list_findings
from polyglot_news.reports.json import SCHEMA_VERSION, link_fields, place_fields
from polyglot_news.reports.json_text import json_line
from polyglot_news.reports.options import ReportOptions


def render(report: Report, options: ReportOptions) -> str:
    """Render the findings as JSON Lines, UTF-8 unescaped, in reading order; nothing found, no line."""
    return "".join(json_line(_record(report.base.source, finding)) for finding in list_findings(report, options))


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
        "base": place_fields(finding.base),
        "edition": place_fields(finding.edition),
        "translation": place_fields(finding.translation),
        "link": link_fields(finding.link) if finding.link else None,
        "note": finding.note,
    }
