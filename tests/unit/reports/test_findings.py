from collections.abc import Callable

from polyglot_news.model import Link, Report, Span
from polyglot_news.reports.findings import PARAGRAPH, Place, list_findings, place_of
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.selection import select


def test_all_that_is_reported_is_a_row_in_reading_order(storm: Report) -> None:
    rows = [(one.kind, one.level, one.confidence) for one in list_findings(storm, ReportOptions())]

    assert rows == [
        ("number", "word", 0.93),
        ("omission", "sentence", 0.71),
        ("addition", PARAGRAPH, None),
        ("omission", PARAGRAPH, None),
        ("moved", PARAGRAPH, None),
    ]


def test_a_difference_names_its_places_and_its_link(storm: Report) -> None:
    number = list_findings(storm, ReportOptions())[0]

    assert (number.edition_index, number.source, number.language) == (0, "ru.txt", "ru")
    assert number.base == Place(1, 21, 27, "16\u00a0000")
    assert number.edition is not None
    assert number.edition.text == "26\u00a0000"
    assert number.translation is not None
    assert number.translation.paragraph == 2
    assert number.link == storm.comparisons[0].alignment.links[1]


def test_a_whole_paragraph_is_quoted_whole_with_its_translation(storm: Report) -> None:
    _, _, added, omitted, moved = list_findings(storm, ReportOptions())

    assert (added.base, added.link) == (None, None)
    assert added.edition == Place(3, 0, 19, "Мэр обещал выплаты.")
    assert added.translation == Place(3, 0, 28, "The mayor promised payments.")
    assert omitted.base == Place(3, 0, 30, "Schools stay closed on Monday.")
    assert (omitted.edition, omitted.translation, omitted.link) == (None, None, None)
    assert moved.base is not None
    assert moved.edition is not None
    assert (moved.base.paragraph, moved.edition.paragraph) == (4, 1)
    assert moved.link == Link((4,), (1,), 0.6, moved=True)


def test_a_move_of_several_paragraphs_quotes_them_all(story: Callable[..., Report]) -> None:
    told = story(["a", "bb", "c"], ["c", "x"], [Link((0, 1), (1,), 0.9, moved=True), Link((2,), (0,), 0.9)])

    (moved,) = list_findings(told, ReportOptions())

    assert moved.base == Place(0, 0, 2, "a\nbb")
    assert moved.edition == Place(1, 0, 1, "x")
    assert moved.translation is None


def test_the_rows_are_what_was_selected(storm: Report, cup_final: Report) -> None:
    for report in (storm, cup_final):
        for only in ("number", "omission", "moved", "addition"):
            options = ReportOptions(only=frozenset({only}), min_confidence=0.8)
            asked = [select(comparison, options) for comparison in report.comparisons]
            found = list_findings(report, options)

            assert {one.kind for one in found} <= {only}
            assert len(found) == sum(
                len(one.differences) + len(one.moved) + len(one.omitted) + len(one.added) for one in asked
            )


def test_every_row_quotes_its_paragraph(cup_final: Report) -> None:
    for one in list_findings(cup_final, ReportOptions()):
        edition = cup_final.comparisons[one.edition_index].edition
        for place, article in ((one.base, cup_final.base), (one.edition, edition)):
            if place and "\n" not in place.text:
                assert article.paragraphs[place.paragraph].text[place.start : place.end] == place.text


def test_editions_come_one_after_the_other(cup_final: Report) -> None:
    indices = [one.edition_index for one in list_findings(cup_final, ReportOptions())]

    assert indices == sorted(indices)
    assert set(indices) == {0, 1}


def test_nothing_is_no_row(story: Callable[..., Report]) -> None:
    assert list_findings(story([], [], []), ReportOptions()) == ()


def test_a_place_holds_the_text_of_its_span(storm: Report) -> None:
    assert place_of(storm.base.paragraphs, Span(3, 0, 7)) == Place(3, 0, 7, "Schools")
    assert place_of(storm.base.paragraphs, None) is None
