"""The HTML report in a real Chromium: what a reader sees, and what the page must never do."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polyglot_news.model import Report

if TYPE_CHECKING:
    from tests.browser.conftest import Tab

    Open = Callable[..., Tab]

NUMBER, LEFT_OUT = "ru-b2-21", "ru-omitted-4"
AXE = Path(os.environ.get("AXE_CORE") or Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js")
PHONE = {"width": 390, "height": 844}


def shown(tab: Tab, selector: str) -> int:
    """Count the elements that a selector finds and a reader sees."""
    count: int = tab.value(f"[...document.querySelectorAll({selector!r})].filter(one => one.checkVisibility()).length")
    return count


def text_of(tab: Tab, selector: str) -> str:
    text: str = tab.value(f"document.querySelector({selector!r}).innerText")
    return " ".join(text.split())


@pytest.mark.parametrize("window", [{}, PHONE], ids=["desk", "phone"])
def test_nothing_but_the_page_itself_is_asked_for_and_nobody_complains(
    open_page: Open, storm: Report, window: dict[str, int]
) -> None:
    tab = open_page(storm, **window)
    for key in "jj?":
        tab.press(key)

    (asked,) = tab.requests()
    assert asked.startswith("file://")
    assert tab.complaints() == []


def test_the_base_stands_between_two_editions_and_ribbons_join_what_is_linked(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)

    left = {name: tab.value(f"document.getElementById('{name}-1').getBoundingClientRect().left") for name in RU_EN_UK}
    assert left["ru"] < left["en"] < left["uk"]
    assert shown(tab, ".ribbons path.moved") == 1
    assert shown(tab, ".ribbons path.omitted") == 3
    assert shown(tab, ".ribbons path.added") == 1


RU_EN_UK = ("ru", "en", "uk")


def test_what_has_kept_its_place_stands_beside_it_and_what_is_left_out_leaves_a_gap(
    open_page: Open, storm: Report
) -> None:
    tab = open_page(storm)
    top = "Math.round(document.getElementById('{}').getBoundingClientRect().top)"

    assert tab.value(top.format("ru-3")) == tab.value(top.format("en-2")) == tab.value(top.format("uk-2"))
    gap = tab.value("document.querySelector('.gap.omitted').getBoundingClientRect().height")
    assert gap > 30


def test_a_ribbon_ends_where_its_paragraphs_stand_after_the_window_has_changed(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    tab.resize(1300, 700)
    tab.settle()

    gap = tab.value(
        "(() => { const ribbon = document.querySelector('.ribbons [data-answer=ru-3]').getBoundingClientRect();"
        "return Math.abs(ribbon.left - document.getElementById('ru-3').getBoundingClientRect().right); })()"
    )
    assert gap < 2


def test_the_mouse_on_a_difference_shows_its_three_texts(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    tab.point(f"[data-f*='{NUMBER}']")
    tab.value(
        "new Promise(done => { const card = document.querySelector('.card');"
        "card.hidden ? new MutationObserver(done).observe(card, {attributes: true}) : done(); }).then(() => 0)"
    )

    card = text_of(tab, ".card")
    for said in ("number", "confidence 0.93", "16 000", "26 000", "ten thousand more", "RU in English"):
        assert said in card.replace("\u00a0", " ")


def test_keys_lead_through_all_findings_in_the_order_of_the_page(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    seen = []
    for _ in range(8):
        tab.press("j")
        seen.append(tab.value("location.hash"))

    assert len(set(seen)) == 8
    assert text_of(tab, "#position") == "8 / 8"
    tab.press("k")
    assert tab.value("location.hash") == seen[-2]
    tab.press("ArrowRight")
    assert tab.value("location.hash") == seen[-1]


def test_enter_opens_a_card_that_escape_closes_back_to_the_text(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    tab.value(f"document.querySelector('a[href=\"#{NUMBER}\"]').focus()")
    tab.press("Enter")

    assert tab.value("document.activeElement.className") == "card"
    tab.press("Escape")
    assert shown(tab, ".card") == 0
    assert tab.value("document.activeElement.hash") == f"#{NUMBER}"


def test_tab_reaches_every_finding_and_the_focus_is_seen(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    reached, outlines = set(), set()
    for _ in range(60):
        tab.press("Tab")
        reached.add(tab.value("document.activeElement.dataset.f || ''"))
        outlines.add(tab.value("getComputedStyle(document.activeElement).outlineStyle"))

    findings = set(tab.value("[...document.querySelectorAll('.register .entry')].map(one => one.dataset.address)"))
    assert findings <= {address for some in reached for address in some.split()}
    assert outlines <= {"solid", "none"}


def test_single_keys_can_be_turned_off(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    tab.press("?")
    assert shown(tab, "#help") == 1
    tab.click("#letters")
    tab.press("Escape")
    tab.press("j")

    assert shown(tab, ".card, #help") == 0


def test_a_kind_that_is_turned_off_is_neither_marked_nor_counted_nor_visited(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    tab.click("[name=kind][value=omission]")

    assert text_of(tab, "#position") == "4 of 8 findings"
    assert shown(tab, ".m.omitted:not(.off)") == 1  # in the legend
    assert shown(tab, f"[data-address={LEFT_OUT}]") == 0


def test_the_slider_hides_what_is_less_sure_and_counts_anew(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    tab.value("document.getElementById('confidence').focus()")
    tab.press("End")

    assert text_of(tab, "[data-count=number]") == "0"
    assert text_of(tab, "[data-count=omission]") == "3"  # whole paragraphs have no confidence of their own
    assert text_of(tab, "output[for=confidence]") == "1.00"


def test_an_address_of_a_finding_leads_to_it_and_opens_it(open_page: Open, storm: Report) -> None:
    tab = open_page(storm, f"#{NUMBER}")

    assert "confidence 0.93" in text_of(tab, ".card")
    assert tab.value(f"document.querySelector('a[href=\"#{NUMBER}\"]').getBoundingClientRect().top < innerHeight")
    tab.value(f"new Promise(done => {{ onhashchange = () => done(0); location.hash = '{LEFT_OUT}'; }})")
    assert "left out" in text_of(tab, ".card")


def test_the_texts_are_shown_in_the_original_or_in_translation(open_page: Open, storm: Report) -> None:
    tab = open_page(storm)
    both = shown(tab, "#texts .tr"), shown(tab, "#texts .o")
    tab.click("[name=texts][value=original]")
    originals = shown(tab, "#texts .tr"), shown(tab, "#texts .o")
    tab.click("[name=texts][value=translation]")

    assert both == (5, 8)
    assert originals == (0, 8)
    assert (shown(tab, "#texts .tr"), shown(tab, "#texts .o")) == (5, 3)  # the Ukrainian one has no translation


def test_on_a_phone_one_edition_at_a_time_stands_beneath_the_base(open_page: Open, storm: Report) -> None:
    tab = open_page(storm, **PHONE)
    assert (shown(tab, "#ru-1"), shown(tab, "#uk-1")) == (1, 0)
    tab.click(".editions [data-e='2']")

    assert (shown(tab, "#ru-1"), shown(tab, "#uk-1")) == (0, 1)
    assert tab.value("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_a_tap_opens_a_card_that_leaves_its_place_in_sight(open_page: Open, storm: Report) -> None:
    tab = open_page(storm, f"#{NUMBER}", **PHONE)

    mark = tab.value(f"document.querySelector('a[href=\"#{NUMBER}\"]').getBoundingClientRect().bottom")
    card = tab.value("document.querySelector('.card').getBoundingClientRect().top")
    assert 0 < mark < card


def test_dark_is_what_the_reader_prefers_or_chooses(open_page: Open, storm: Report) -> None:
    tab = open_page(storm, prefers_color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = tab.value(paper)
    tab.click("#theme")

    assert dark == "rgb(23, 22, 20)"
    assert tab.value(paper) == "rgb(253, 252, 249)"


def test_without_its_script_the_page_is_readable(open_page: Open, storm: Report) -> None:
    tab = open_page(storm, scripts=False)

    assert shown(tab, ".tools") == 0
    assert shown(tab, "#ru-2, #uk-2, #en-2, .entry") == 11
    assert "moved, answers EN ¶5" in text_of(tab, "#ru-2")


def test_hostile_text_is_text(open_page: Open, hostile: Report) -> None:
    tab = open_page(hostile)
    for key in "jj":
        tab.press(key)

    assert tab.value("window.broken") is None
    assert tab.complaints() == []
    assert tab.value("document.documentElement.scrollWidth <= innerWidth")
    assert tab.value("document.scripts.length + document.images.length") == 1
    assert "\u202e" not in tab.value("document.body.innerText")
    assert "␀␛[31m" in tab.value("document.body.innerText")


def test_the_page_prints(open_page: Open, storm: Report) -> None:
    assert open_page(storm).paper().startswith(b"%PDF")


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: npm install --no-save axe-core, or AXE_CORE=FILE")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [{}, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation(open_page: Open, storm: Report, window: dict[str, int], scheme: str) -> None:
    tab = open_page(storm, f"#{NUMBER}", prefers_color_scheme=scheme, **window)
    tab.value(AXE.read_text("utf-8") + "; 0")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = tab.value(
        f"axe.run({{runOnly: {tags}}})"
        ".then(all => all.violations.map(one => [one.id, one.nodes.map(node => node.html)]))"
    )

    assert found == []
