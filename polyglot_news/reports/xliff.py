"""Bilingual file, XLIFF 1.2: a file for each edition, the base as source and the edition's own words as target.

Every sentence or paragraph of the base is there once, in its order. What the edition leaves out has an empty target, so
that the gap is seen; what it adds has no source and is a note about the unit before it.

Source: XLIFF Version 1.2, OASIS Standard, 2008; valid by its strict schema.
"""

from __future__ import annotations

from polyglot_news.model import Article, Comparison, Report
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.remarks import Remark, RemarkedUnit, Topic, name_translation, remark_units
from polyglot_news.reports.selection import select
from polyglot_news.reports.units import TOOL, align_units, facts_of
from polyglot_news.reports.xml import Element, write_xml
from polyglot_news.version import __version__


def render(report: Report, options: ReportOptions) -> bytes:
    """Render all editions, by sentences or paragraphs as `options.unit` says.

    `options.only` and `options.min_confidence` filter the notes, and with them what counts as in need of a review.
    """
    files = tuple(_file(report.base, comparison, options) for comparison in report.comparisons)
    root = {"xmlns": "urn:oasis:names:tc:xliff:document:1.2", "version": "1.2"}
    return write_xml(Element("xliff", root, files))


def _file(base: Article, comparison: Comparison, options: ReportOptions) -> Element:
    selection = select(comparison, options)
    units = align_units(base, comparison, selection, options.unit)
    attributes = {
        "original": base.source,
        "source-language": base.language,
        "target-language": comparison.edition.language,
        "datatype": "plaintext",
        "tool-id": TOOL,
    }
    tool = Element("tool", {"tool-id": TOOL, "tool-name": TOOL, "tool-version": __version__})
    said = f"target: {comparison.edition.source}; aligned by {name_translation(comparison.translation)}"
    body = (_unit(base, comparison, one) for one in remark_units(base, comparison, selection, units))
    return Element(
        "file",
        attributes,
        (
            Element("header", {}, (tool, Element("note", {"from": TOOL}, said))),
            Element("body", {}, tuple(body)),
        ),
    )


def _unit(base: Article, comparison: Comparison, remarked: RemarkedUnit) -> Element:
    unit = remarked.unit
    state = "translated" if remarked.is_clean else "needs-review-translation" if unit.is_pair else "needs-translation"
    sides = (
        Element("source", {"xml:lang": base.language}, unit.source),
        Element("target", {"xml:lang": comparison.edition.language, "state": state}, unit.target),
    )
    contexts = tuple(
        Element("context", {"context-type": f"x-{TOOL}-{name}"}, value) for name, value in facts_of(unit).items()
    )
    group = Element("context-group", {"purpose": "information"}, contexts)
    attributes = {"id": unit.name, "approved": "no", "xml:space": "preserve"}
    return Element("trans-unit", attributes, (*sides, group, *map(_note, remarked.remarks)))


def _note(remark: Remark) -> Element:
    about = "target" if remark.topic is Topic.TRANSLATION else "general"
    return Element("note", {"from": f"{TOOL}: {remark.topic}", "annotates": about}, remark.text)
