"""Bilingual file, XLIFF 2.1: as reports/xliff.py tells it, with scores and places in the metadata module.

A document has one target language: editions in several languages are several documents.

Source: XLIFF Version 2.1, OASIS Standard, 2018.
"""

from __future__ import annotations

from collections.abc import Mapping

from polyglot_news.errors import InputError
from polyglot_news.model import Article, Comparison, Report
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.remarks import Remark, RemarkedUnit, Topic, name_translation, remark_units
from polyglot_news.reports.selection import select
from polyglot_news.reports.units import TOOL, align_units, facts_of
from polyglot_news.reports.xml import Element, write_xml
from polyglot_news.version import __version__


def render(report: Report, options: ReportOptions) -> bytes:
    """Render the editions, a file each, by sentences or paragraphs as `options.unit` says.

    `options.only` and `options.min_confidence` filter the notes, and with them what counts as in need of a review.

    Raises:
        InputError: the editions are in several languages, or the base has no text.
    """
    languages = sorted({comparison.edition.language for comparison in report.comparisons})
    if len(languages) > 1:
        raise InputError(
            f"--format xliff2: holds one target language, and the editions are in {' and '.join(languages)}",
            hint="compare one edition at a time, or take --format xliff, which holds them all",
        )
    root = {
        "xmlns": "urn:oasis:names:tc:xliff:document:2.0",  # of 2.1, too
        "xmlns:mda": "urn:oasis:names:tc:xliff:metadata:2.0",
        "version": "2.1",
        "srcLang": report.base.language,
    }
    files = (_file(report.base, comparison, options, n) for n, comparison in enumerate(report.comparisons))
    if languages:
        root["trgLang"] = languages[0]
    return write_xml(Element("xliff", root, tuple(files)))


def _file(base: Article, comparison: Comparison, options: ReportOptions, number: int) -> Element:
    selection = select(comparison, options)
    units = remark_units(base, comparison, selection, align_units(base, comparison, selection, options.unit))
    if not units:
        raise InputError(f"{base.source}: has no text", hint="--format json holds an empty article")
    facts = {
        "tool": f"{TOOL} {__version__}",
        "edition": comparison.edition.source,
        "aligned-by": name_translation(comparison.translation),
    }
    attributes = {"id": f"e{number}", "original": base.source, "canResegment": "no"}
    return Element("file", attributes, (_metadata(facts), *(_unit(one) for one in units)))


def _unit(remarked: RemarkedUnit) -> Element:
    unit = remarked.unit
    parts = [_metadata(facts_of(unit))]
    if remarked.remarks:
        parts.append(Element("notes", {}, tuple(_note(one) for one in remarked.remarks)))
    parts.append(_segment(remarked))
    return Element("unit", {"id": unit.name, "xml:space": "preserve"}, tuple(parts))


def _segment(remarked: RemarkedUnit) -> Element:
    unit = remarked.unit
    source = Element("source", {}, unit.source)
    if not unit.is_pair:
        return Element("segment", {"state": "initial"}, (source,))
    # A target whose state is "initial" is a draft to tools: it is shown, and asks for a look.
    state = {"state": "translated"} if remarked.is_clean else {"state": "initial", "subState": f"{TOOL}:needs-review"}
    return Element("segment", state, (source, Element("target", {}, unit.target)))


def _metadata(facts: Mapping[str, str]) -> Element:
    entries = tuple(Element("mda:meta", {"type": name}, value) for name, value in facts.items() if value)
    return Element("mda:metadata", {}, (Element("mda:metaGroup", {"category": TOOL}, entries),))


def _note(remark: Remark) -> Element:
    about = {"appliesTo": "target"} if remark.topic is Topic.TRANSLATION else {}
    return Element("note", {"category": remark.topic.value, **about}, remark.text)
