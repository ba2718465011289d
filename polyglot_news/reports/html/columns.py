"""The texts: the base's column, and one an edition, in the order in which a page of one column is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from polyglot_news.language import name_of
from polyglot_news.model import Role
from polyglot_news.reports.html.markup import Html, element, show
from polyglot_news.reports.html.passages import (
    base_spots,
    has_a_spot,
    of_paragraph,
    original_spots,
    translation_spots,
    write_text,
)
from polyglot_news.reports.html.placement import Addition, Cell, Item, Placement
from polyglot_news.reports.html.views import Finding, Side, View
from polyglot_news.reports.html.words import sign
from polyglot_news.reports.options import MOVED
from polyglot_news.reports.sequence import Block, Mark
from polyglot_news.reports.words import SIGNS, WORDS, number_paragraphs

_SIDES = ("left", "right")  # of the base, where two editions are shown; others wait for their turn


def write_columns(base: Side, views: Sequence[View], placement: Placement) -> Html:
    """Write headings and texts; rows are classes, because the page allows no style in an element."""
    cells = [(row, 0, _places_for_additions(row, found)) for row, found in _by_row(placement.additions).items()]
    cells += [(row, 0, _base_cell(base, views, i, row)) for i, row in enumerate(placement.base)]
    for view, placed in zip(views, placement.editions, strict=True):
        side = side_of(view, len(views))
        cells += [(cell.last, view.number, _edition_cell(view, side, cell)) for cell in placed]
    cells.sort(key=lambda cell: cell[:2])
    layout = ("solo", "solo", "duo")[len(views)] if len(views) <= len(_SIDES) else "duo many"
    heads = (_head(f"ed e{view.number} {side_of(view, len(views))}", view.edition) for view in views)
    texts = (html for *_, html in cells)
    return element("div", _head("base", base), *heads, *texts, class_=f"grid {layout}", id="texts")


def row_rules(placement: Placement) -> str:
    """Return the style rules of the rows that `write_columns` names."""
    spans = {(row, row) for row in placement.base} | {(one.row, one.row) for one in placement.additions}
    spans |= {(cell.first, cell.last) for cells in placement.editions for cell in cells}
    # The first row holds the headings.
    return "".join(f".{_row(*span)}{{grid-row:{span[0] + 1}/{span[1] + 2}}}" for span in sorted(spans))


def side_of(view: View, editions: int) -> str:
    """Say on which side of the base an edition stands when the page opens; alone, to its right."""
    if editions == 1:
        return "right"
    return _SIDES[view.number - 1] if view.number <= len(_SIDES) else "away"


def _row(first: int, last: int) -> str:
    return f"r{first}" if first == last else f"r{first}-{last}"


def _head(class_: str, side: Side) -> Html:
    said = "base" if class_ == "base" else "edition"
    name = element("b", show(name_of(side.article.language)))
    label = element("span", show(side.label), class_="tag")
    return element("p", label, name, element("span", Html(said), class_="quiet"), class_=f"head {class_}")


def _base_cell(base: Side, views: Sequence[View], i: int, row: int) -> Html:
    paragraph = base.article.paragraphs[i]
    findings = [finding for view in views for finding in view.findings if i in finding.base]
    states = [element("span", *_state(view, i), class_=f"e{view.number}") for view in views]
    body = (
        _where(base, i, paragraph.role, *states),
        write_text(paragraph.text, paragraph.language, _look(paragraph.role), of_paragraph(base_spots(findings), i)),
    )
    return _paragraph(base, i, f"c base {_row(row, row)}", body)


def _state(view: View, i: int) -> Iterator[Html]:
    """Say what became of a base paragraph in one edition: a sign, and where to read it."""
    block = next(block for block in view.blocks if i in block.base)
    yield sign(block.mark)
    told = f"¶{number_paragraphs(block.edition)}" if block.edition else "—"
    yield element(
        "span",
        show(f"{view.edition.label} {told}"),
        title=f"{name_of(view.edition.article.language)}: {WORDS[block.mark]}",
    )


def _edition_cell(view: View, side: str, cell: Cell) -> Html:
    items = (_item(view, item) for item in cell.items)
    is_empty = all(item.paragraph is None for item in cell.items)
    look = f"c ed e{view.number} {side} {_row(cell.first, cell.last)}{' empty' if is_empty else ''}"
    return element("div", *items, class_=look)


def _item(view: View, item: Item) -> Html:
    if item.paragraph is not None:
        return _edition_paragraph(view, item.block, item.paragraph)
    return _moved_away(view, item.block) if item.block.edition else _left_out(view, item.block)


def _edition_paragraph(view: View, block: Block, j: int) -> Html:
    paragraph = view.edition.article.paragraphs[j]
    inside = [finding for finding in view.findings if finding.edition == block.edition and finding.difference]
    texts = [
        write_text(
            paragraph.text, paragraph.language, f"o {_look(paragraph.role)}", of_paragraph(original_spots(inside), j)
        )
    ]
    if view.translated(j):
        language = view.comparison.translation.language
        spots = of_paragraph(translation_spots(inside), j)
        texts.append(write_text(view.translated(j), language, f"tr {_look(paragraph.role)}", spots))
    unseen = [one for one in inside if not has_a_spot(one)] if j == block.edition[0] else []
    head = _where(view.edition, j, paragraph.role, _answer(view, block, j), *map(_note, unseen))
    links = {
        "data_b": _addresses(view.base, block.base) or None,
        "data_l": view.edition.address_of(block.edition[0]) if j != block.edition[0] else None,
    }
    return _paragraph(view.edition, j, f"para {block.mark}", (head, *texts), links)


def _answer(view: View, block: Block, j: int) -> Html:
    """Say which base paragraphs this one answers; a finding where it has moved or is added."""
    if not block.base:
        said = Html("added" if block.mark is Mark.ADDED else "answers nothing")
    else:
        answers = f"answers {view.base.label} ¶{number_paragraphs(block.base)}"
        said = show(f"moved, {answers}" if block.mark is Mark.MOVED else answers)
    finding = _whole(view, block) if j == block.edition[0] else None
    if finding is None:
        return element("span", sign(block.mark), said)
    return element(
        "a", sign(block.mark), said, class_=f"w {block.mark}", href=f"#{finding.address}", data_f=finding.address
    )


def _moved_away(view: View, block: Block) -> Html:
    """Write the empty place of what has moved, which leads to where it is told."""
    place = f"¶{number_paragraphs(block.edition)}"
    link = element(
        "a", show(f"{view.edition.label} tells it in {place}"), href=f"#{view.edition.address_of(block.edition[0])}"
    )
    return element("p", sign(Mark.MOVED), link, class_=f"gap {MOVED if block.mark is Mark.MOVED else 'unasked'}")


def _left_out(view: View, block: Block) -> Html:
    """Write the empty place of what the edition leaves out."""
    address = view.base.address_of(block.base[0])
    finding = _whole(view, block)
    if finding is None:
        return element("p", show(f"no answer in {view.edition.label}"), class_=f"gap {block.mark}", data_b=address)
    said = show(f"left out of {view.edition.label}")
    link = element("a", sign(block.mark), said, class_="w omitted", href=f"#{finding.address}", data_f=finding.address)
    return element("p", link, class_="gap omitted", data_b=address)


def _places_for_additions(row: int, found: Sequence[Addition]) -> Html:
    """Write the base's empty places: what stands beside them is told by an edition alone. Seen, and read elsewhere."""
    gaps = []
    for one in found:
        said = show(f"not in {one.view.base.label}: {one.view.edition.label} ¶{one.paragraph + 1}")
        unheard = element("i", Html(SIGNS[one.block.mark]), class_=f"sg {one.block.mark}")
        address = f"gap-{one.view.edition.address_of(one.paragraph)}"
        gaps.append(element("p", unheard, said, class_=f"gap e{one.view.number} {one.block.mark}", id=address))
    return element("div", *gaps, class_=f"c base slot {_row(row, row)}", aria_hidden="true")


def _by_row(additions: Sequence[Addition]) -> dict[int, list[Addition]]:
    rows: dict[int, list[Addition]] = {}
    for one in additions:
        rows.setdefault(one.row, []).append(one)
    return rows


def _paragraph(
    side: Side, number: int, class_: str, body: Sequence[Html], links: Mapping[str, str | None] | None = None
) -> Html:
    name = f"{name_of(side.article.language)}, paragraph {number + 1}"
    return element(
        "div", *body, class_=class_, id=side.address_of(number), role="group", aria_label=name, **(links or {})
    )


def _where(side: Side, number: int, role: Role, *more: Html) -> Html:
    tag = [element("span", Html("caption"))] if role is Role.CAPTION else []
    who = element("span", show(f"{side.label} "), class_="who")
    return element("p", element("b", who, Html(f"¶{number + 1}")), *tag, *more, class_="where")


def _note(finding: Finding) -> Html:
    """Lead to a difference that has no place in any text."""
    return element(
        "a", Html(SIGNS[finding.mark]), Html(" difference"),
        class_=f"w {finding.mark}", href=f"#{finding.address}", data_f=finding.address,
    )  # fmt: skip


def _whole(view: View, block: Block) -> Finding | None:
    return next(
        (
            one
            for one in view.findings
            if one.difference is None and one.base == block.base and one.edition == block.edition
        ),
        None,
    )


def _addresses(base: Side, paragraphs: tuple[int, ...]) -> str:
    return " ".join(base.address_of(i) for i in paragraphs)


def _look(role: Role) -> str:
    return f"t {role.value}"
