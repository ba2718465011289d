"""The map of a comparison: a cell a paragraph, base above edition, lines between what is linked."""

from __future__ import annotations

from collections.abc import Mapping

from polyglot_news.reports.html.markup import Html, element, show
from polyglot_news.reports.html.passages import beginning_of
from polyglot_news.reports.html.views import Side, View
from polyglot_news.reports.sequence import Block, Mark, mark_base, mark_edition
from polyglot_news.reports.words import SIGNS, WORDS

_CELL = 26  # pixels: room for a finger (WCAG 2.2 asks for 24)
_HEIGHT = 34  # pixels between the rows
_TICK = 5  # a number over every fifth cell
_BEGINNING = 70  # characters of a paragraph that are shown on hover


def draw_strip(view: View) -> Html:
    """Draw both rows, each cell a link to its paragraph."""
    base = [paragraph.text for paragraph in view.base.article.paragraphs]
    edition = [view.translated(j) or paragraph.text for j, paragraph in enumerate(view.edition.article.paragraphs)]
    rows = (
        _ruler(len(base)),
        _row(view.base, mark_base(view.blocks), base),
        _lines(view, max(len(base), len(edition))),
        _row(view.edition, mark_edition(view.blocks), edition),
        _ruler(len(edition)),
    )
    return element(
        "div", *rows, class_="strip", role="group", aria_label=f"Map: {view.base.label} and {view.edition.label}"
    )


def _row(side: Side, marks: Mapping[int, Mark], texts: list[str]) -> Html:
    label = element("span", show(side.label), class_="tag")
    cells = (_cell(side, k, marks[k], text) for k, text in enumerate(texts) if k in marks)
    return element("div", label, *cells, class_="cells")


def _cell(side: Side, k: int, mark: Mark, text: str) -> Html:
    beginning = beginning_of(text, _BEGINNING)
    return element(
        "a", Html(SIGNS[mark]), class_=f"cell {mark}", href=f"#{side.address_of(k)}",
        aria_label=f"{side.label} paragraph {k + 1}, {WORDS[mark]}", title=f"¶{k + 1} {WORDS[mark]}: {beginning}",
    )  # fmt: skip


def _ruler(length: int) -> Html:
    ticks = [Html(str(k)) if k == 1 or k % _TICK == 0 else Html("") for k in range(1, length + 1)]
    return element("div", *(element("span", tick) for tick in ticks), class_="ruler", aria_hidden="true")


def _lines(view: View, length: int) -> Html:
    """Draw a ribbon for every link; the moved ones last, so that they lie on top."""
    linked = [block for block in view.blocks if block.base and block.edition]
    linked.sort(key=lambda block: block.mark is Mark.MOVED)
    width = length * _CELL
    ribbons = (_ribbon(block, i, j) for block in linked for i in _runs(block.base) for j in _runs(block.edition))
    return element(
        "svg", *ribbons, width=str(width), height=str(_HEIGHT), viewBox=f"0 0 {width} {_HEIGHT}", aria_hidden="true"
    )


def _ribbon(block: Block, above: tuple[int, int], below: tuple[int, int]) -> Html:
    left, right = above[0] * _CELL + 2, above[1] * _CELL - 2
    to_left, to_right = below[0] * _CELL + 2, below[1] * _CELL - 2
    half = _HEIGHT // 2
    outline = (
        f"M{left} 0C{left} {half} {to_left} {half} {to_left} {_HEIGHT}"
        f"H{to_right}C{to_right} {half} {right} {half} {right} 0Z"
    )
    return element("path", class_=str(block.mark), d=outline)


def _runs(paragraphs: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return [first, last + 1) of each run of neighbours."""
    runs: list[tuple[int, int]] = []
    for one in paragraphs:
        if runs and runs[-1][1] == one:
            runs[-1] = (runs[-1][0], one + 1)
        else:
            runs.append((one, one + 1))
    return runs
