"""One comparison as the page shows it: what was selected, in reading order, each finding with an address of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from polyglot_news.lexicon.reliability import is_rough
from polyglot_news.model import Article, Comparison, Difference, Report
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import Selection, Summary, select, summarise
from polyglot_news.reports.sequence import WHOLE, Block, Mark, mark_of, read_in_order
from polyglot_news.reports.words import kind_of, label_articles

_LONGEST_LABEL = 8  # characters: the user may give a language any name


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader is led to: a difference, or a paragraph left out, added or moved as a whole."""

    address: str  # the id on the page; of the place, so that filters and other findings leave it as it is
    kind: str  # of words.KIND_NAMES
    mark: Mark
    base: tuple[int, ...]
    edition: tuple[int, ...]
    difference: Difference | None = None  # None: the whole paragraph


@dataclass(frozen=True, slots=True)
class Side:
    """How an article is called on the page."""

    key: str  # in addresses: en-3 is the third paragraph of the base
    label: str  # EN
    article: Article

    def address_of(self, paragraph: int) -> str:
        """Return the id of a paragraph on the page."""
        return f"{self.key}-{paragraph + 1}"


@dataclass(frozen=True, slots=True)
class View:
    """All that is shown of one comparison."""

    number: int  # 1 for the first
    base: Side
    edition: Side
    comparison: Comparison
    selection: Selection
    summary: Summary
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]  # in the order of the blocks
    is_rough: bool  # the translation: nobody should read it without the original

    def translated(self, paragraph: int) -> str:
        """Return a paragraph of the edition in the base's language; "" where nothing was translated."""
        return self.comparison.translation.paragraphs[paragraph].text


def view_comparisons(report: Report, options: ReportOptions) -> tuple[Side, tuple[View, ...]]:
    """Prepare the base and every comparison of a report."""
    base, *editions = _sides(report)
    views = []
    for number, (side, comparison) in enumerate(zip(editions, report.comparisons, strict=True), start=1):
        selection = select(comparison, options)
        blocks = read_in_order(comparison, selection)
        views.append(
            View(
                number=number,
                base=base,
                edition=side,
                comparison=comparison,
                selection=selection,
                summary=summarise(report.base, comparison, selection),
                blocks=blocks,
                findings=_findings(side.key, comparison, blocks),
                is_rough=is_rough(comparison.edition, comparison.translation),
            )
        )
    return base, tuple(views)


def _sides(report: Report) -> list[Side]:
    """Name the base and the editions by their languages; no two sides have the same key."""
    articles = (report.base, *(comparison.edition for comparison in report.comparisons))
    labels, keys = label_articles(report, _label), label_articles(report, _key)
    sides: list[Side] = []
    for position, (article, label, key) in enumerate(zip(articles, labels, keys, strict=True)):
        is_unfit = not key[:1].isalpha() or key in {side.key for side in sides}
        sides.append(Side(f"edition{position}" if is_unfit else key, label, article))
    return sides


def _label(language: str) -> str:
    return language[:_LONGEST_LABEL].upper()


def _key(language: str) -> str:
    return re.sub(r"[^a-z0-9]", "", language.lower())[:_LONGEST_LABEL]


def _findings(key: str, comparison: Comparison, blocks: Sequence[Block]) -> tuple[Finding, ...]:
    addresses = _addresses(key, comparison.differences)
    findings = []
    for block in blocks:
        if kind := WHOLE.get(block.mark):
            paragraph = (block.edition or block.base)[0] + 1
            address = f"{key}-{block.mark.value}-{paragraph}"
            findings.append(Finding(address, kind, block.mark, block.base, block.edition))
        for one in dict.fromkeys(block.differences):
            mark = mark_of(one)
            findings.append(Finding(addresses[one], kind_of(one), mark, block.base, block.edition, one))
    return tuple(findings)


def _addresses(key: str, differences: Sequence[Difference]) -> dict[Difference, str]:
    """Name every difference, shown or not, by its paragraph and where it begins there."""
    addresses: dict[Difference, str] = {}
    taken: Counter[str] = Counter()
    for one in dict.fromkeys(differences):
        letter, span = next(
            ((letter, span) for letter, span in (("b", one.base), ("e", one.edition), ("t", one.translation)) if span),
            ("link", None),
        )
        address = f"{key}-{letter}{span.paragraph + 1}-{span.start}" if span else f"{key}-{letter}{one.link + 1}"
        taken[address] += 1
        addresses[one] = address if taken[address] == 1 else f"{address}-{taken[address]}"
    return addresses
