from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.model import Link, Report
from polyglot_news.reports.html.placement import Placement, place
from polyglot_news.reports.html.views import view_comparisons
from polyglot_news.reports.options import ReportOptions


def placed(report: Report) -> Placement:
    base, views = view_comparisons(report, ReportOptions())
    return place(views, len(base.article.paragraphs))


def test_what_has_kept_its_place_stands_beside_what_it_answers(storm: Report) -> None:
    placement = placed(storm)
    beside = {
        item.paragraph: placement.base.index(cell.first)
        for cell in placement.editions[0]
        for item in cell.items
        if item.paragraph is not None and cell.first in placement.base
    }

    assert beside == {0: 0, 2: 1, 4: 2}


def test_the_base_has_an_empty_place_beside_what_is_added(storm: Report) -> None:
    placement = placed(storm)

    ((row, added),) = [(one.row, one.paragraph) for one in placement.additions]
    assert added == 3
    assert placement.base[1] < row < placement.base[2]


def test_an_edition_has_an_empty_place_beside_what_it_leaves_out_or_tells_elsewhere(storm: Report) -> None:
    placement = placed(storm)

    empty = [cell.first for cell in placement.editions[0] for item in cell.items if item.paragraph is None]
    assert empty == [placement.base[3], placement.base[4]]


@st.composite
def alignments(draw: st.DrawFn) -> tuple[int, int, list[Link]]:
    """Any links that share no paragraph, moved or not, neighbours or not."""
    base, edition = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    owners = draw(st.lists(st.integers(0, 4), min_size=base, max_size=base))
    others = draw(st.lists(st.integers(0, 4), min_size=edition, max_size=edition))
    links = []
    for owner in range(1, 5):
        ours = tuple(i for i in range(base) if owners[i] == owner)
        theirs = tuple(j for j in range(edition) if others[j] == owner)
        if ours and theirs:
            links.append(Link(ours, theirs, 0.9, moved=draw(st.booleans())))
    return base, edition, sorted(links, key=lambda link: link.base)


@given(alignments())
def test_whatever_is_linked_every_paragraph_stands_once_in_order_and_no_cells_overlap(
    story: Callable[..., Report], drawn: tuple[int, int, list[Link]]
) -> None:
    base, edition, links = drawn
    placement = placed(story(["a"] * base, ["б"] * edition, links))
    (cells,) = placement.editions

    assert list(placement.base) == sorted(set(placement.base))
    assert [item.paragraph for cell in cells for item in cell.items if item.paragraph is not None] == list(
        range(edition)
    )
    rows = [row for cell in cells for row in (cell.first, cell.last)]
    assert rows == sorted(rows)
    assert len({cell.first for cell in cells}) == len(cells)
    linked = {j for link in links for j in link.edition}
    assert [one.paragraph for one in placement.additions] == [j for j in range(edition) if j not in linked]
