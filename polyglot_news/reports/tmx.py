"""Translation memory, TMX 1.4b: the base as source, the edition's own words as target, a bilingual unit for each pair.

One unit holds two languages, so that every tool reads it the same way, however many editions are in the file. What one
side alone has is no translation and is left out. No dates: the same input gives the same bytes.

Source: TMX 1.4b Specification, LISA OSCAR, 2005.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from polyglot_news.errors import InputError
from polyglot_news.model import Article, Comparison, Report, Span, Translation
from polyglot_news.reports.options import ReportOptions, Unit
from polyglot_news.reports.remarks import describe, name_translation
from polyglot_news.reports.selection import select
from polyglot_news.reports.units import TOOL, AlignedUnit, align_units, facts_of
from polyglot_news.reports.xml import Element, write_xml
from polyglot_news.version import __version__

_MACHINE = "MT!"  # the name of the author by which tools know, and may rank lower, what a machine has translated


def render(report: Report, options: ReportOptions) -> bytes:
    """Render the pairs of all editions, sentences or paragraphs as `options.unit` says.

    `options.only` and `options.min_confidence` filter the differences that a unit counts and names; every pair is told.

    Raises:
        InputError: an edition is in the language of the base: a memory needs two.
    """
    for comparison in report.comparisons:
        _require_two_languages(report.base, comparison.edition)
    units = (
        unit
        for number, comparison in enumerate(report.comparisons)
        for unit in _edition(report.base, comparison, options, number)
    )
    return _document(report.base, options.unit, units, {"base": report.base.source, "signature": report.signature})


def render_translation(edition: Article, translation: Translation, unit: Unit) -> bytes:
    """Render an edition as source and its machine translation as target; what has no translation is left out."""
    said = {"edition": edition.source, "translation": name_translation(translation)}
    return _document(edition, unit, _translated(edition, translation, unit), said)


def _document(source: Article, unit: Unit, units: Iterable[Element], said: Mapping[str, str]) -> bytes:
    header = {
        "creationtool": TOOL,
        "creationtoolversion": __version__,
        "segtype": unit.value,
        "o-tmf": TOOL,
        "adminlang": "en",
        "srclang": source.language,
        "datatype": "plaintext",
    }
    return write_xml(
        Element(
            "tmx", {"version": "1.4"}, (Element("header", header, _properties(said)), Element("body", {}, tuple(units)))
        )
    )


def _edition(base: Article, comparison: Comparison, options: ReportOptions, number: int) -> Iterator[Element]:
    units = align_units(base, comparison, select(comparison, options), options.unit)
    for unit in units:
        if unit.is_pair:
            notes = (Element("note", {}, describe(base, comparison, one)) for one in unit.differences)
            sides = (
                _side(base.language, unit.source, {}),
                _side(comparison.edition.language, unit.target, {}),
            )
            name = {"tuid": f"e{number}-{unit.name}"}
            yield Element("tu", name, (*notes, *_properties(_facts(comparison, unit)), *sides))


def _facts(comparison: Comparison, unit: AlignedUnit) -> Mapping[str, str]:
    aligned_by = name_translation(comparison.translation)
    return {"edition": comparison.edition.source, **facts_of(unit), "aligned-by": aligned_by}


def _translated(edition: Article, translation: Translation, unit: Unit) -> Iterator[Element]:
    for j, paragraph in enumerate(translation.paragraphs):
        whole = Span(j, 0, len(edition.paragraphs[j].text)), paragraph.text, ""
        sentences = [
            (one.original, paragraph.text[one.translation.start : one.translation.end], one.doubt)
            for one in paragraph.sentences
        ]
        for k, (span, target, doubt) in enumerate(sentences if unit is Unit.SENTENCE else [whole]):
            source = edition.text_of(span)
            if source.strip() and target.strip():
                facts = {"paragraph": str(j), "doubt": doubt}
                sides = (
                    _side(edition.language, source, {}),
                    _side(translation.language, target, {"creationid": _MACHINE}),
                )
                name = f"p{j}-s{k}" if unit is Unit.SENTENCE else f"p{j}"
                yield Element("tu", {"tuid": name}, (*_properties(facts), *sides))


def _properties(facts: Mapping[str, str]) -> tuple[Element, ...]:
    """No colon in a name: tools that know their own "x-field:type" would read a type into it."""
    return tuple(Element("prop", {"type": f"x-{TOOL}-{name}"}, value) for name, value in facts.items() if value)


def _side(language: str, text: str, attributes: Mapping[str, str]) -> Element:
    return Element("tuv", {"xml:lang": language, **attributes}, (Element("seg", {}, text),))


def _require_two_languages(base: Article, edition: Article) -> None:
    if edition.language == base.language:
        raise InputError(
            f"{edition.source}: is in the language of the base, and a translation memory needs two",
            hint="--format xliff, csv or json hold editions in one language",
        )
