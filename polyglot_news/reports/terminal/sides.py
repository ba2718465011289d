"""The texts of one block, side by side or stacked alike: numbered, emphasised, originals beneath translations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from polyglot_news.language import name_of
from polyglot_news.model import Span
from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.terminal.emphasis import emphasise, marked_base, marked_edition, marked_translation
from polyglot_news.reports.terminal.line import PLAIN, Line, join
from polyglot_news.reports.terminal.links import name_source
from polyglot_news.reports.terminal.page import Page, defuse
from polyglot_news.reports.terminal.styles import HEADING, QUIET
from polyglot_news.reports.views import View


class Passage(NamedTuple):
    """One paragraph, or the original beneath its translation, which has no number."""

    number: str
    text: Line


def base_passages(page: Page, view: View, block: Block) -> list[Passage]:
    """Return the base's paragraphs of a block."""
    marks = marked_base(block.differences)
    return [
        Passage(str(i + 1), emphasise(view.base.paragraphs[i].text, _of(marks, i), colour=page.colour))
        for i in block.base
    ]


def edition_passages(page: Page, view: View, block: Block) -> list[Passage]:
    """Return the edition's paragraphs of a block, in translation where there is one.

    The original stands beneath it where that is asked for, where nobody should read the translation alone, and where a
    difference has a place in the original only.
    """
    return [passage for j in block.edition for passage in _edition(page, view, block, j)]


def name_base(page: Page, view: View, width: int) -> Line:
    """Name the file of the base."""
    return name_source(page, view.base.source, width, HEADING)


def name_edition(page: Page, view: View, width: int) -> Line:
    """Name the file of the edition, and say if what is shown is its translation."""
    is_translated = any(paragraph.text for paragraph in view.comparison.translation.paragraphs)
    note = Line.of(f", in {defuse(name_of(view.comparison.translation.language))}" if is_translated else "", QUIET)
    name = name_source(page, view.edition.source, max(width - note.cells, 1), HEADING)
    return join([name, note]).shorten(width)


def digits_of(view: View) -> int:
    """Return the columns that paragraph numbers need."""
    return len(str(max(len(view.base.paragraphs), len(view.edition.paragraphs))))


def _edition(page: Page, view: View, block: Block, j: int) -> Iterator[Passage]:
    original, marks = view.edition.paragraphs[j].text, _of(marked_edition(block.differences), j)
    translated = view.translated(j)
    if not translated:
        yield Passage(str(j + 1), emphasise(original, marks, colour=page.colour))
        return
    marks_there = _of(marked_translation(block.differences), j)
    yield Passage(str(j + 1), emphasise(translated, marks_there, colour=page.colour))
    if page.show_original or view.is_rough or _is_told_by_original_alone(block, j):
        # Beneath a rough translation it is what is to be read.
        style = PLAIN if view.is_rough else QUIET
        yield Passage("", emphasise(original, marks, colour=page.colour, style=style))


def _is_told_by_original_alone(block: Block, j: int) -> bool:
    """Whether a difference has no place in the translation: it is seen in the original, or nowhere."""
    return any(one.edition and one.edition.paragraph == j and not one.translation for one in block.differences)


def _of(marks: list[tuple[Span, Mark]], paragraph: int) -> list[tuple[Span, Mark]]:
    return [(span, mark) for span, mark in marks if span.paragraph == paragraph]
