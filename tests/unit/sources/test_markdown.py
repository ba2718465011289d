import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.errors import InputError
from polyglot_news.model import Metadata, Role
from polyglot_news.sources.blocks import tidy
from polyglot_news.sources.draft import Block
from polyglot_news.sources.markdown import read_markdown

LONG = "The dam above the town broke on Monday morning, and two villages were flooded within the hour."
FRONT = """---
title: "Dam: it broke"
subtitle: Two villages flooded
authors:
  - Ann Lee
  - Олена Коваль
date: 2026-11-24 10:00
lang: uk-UA
canonical: https://example.org/dam
---
"""
PROSE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=40).map(tidy).filter(bool)


def texts(text: str) -> list[str]:
    return [block.text for block in read_markdown(text, "a.md").blocks]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("One\nline.\n\nTwo.", ["One line.", "Two."]),
        ("A *very* **big** ***flood*** and ~~not~~ `code`.", ["A very big flood and not code."]),
        ("See [the *report*](http://x.org 'Title') and <https://y.org>.", ["See the report and https://y.org."]),
        ("[The report][1] says.\n\n[1]: http://x.org", ["The report says."]),
        ("> Quoted\n> on.\n>\n> More.", ["Quoted on.", "More."]),
        ("- one\n- two\n\n  three\n1. four", ["one", "two", "three", "four"]),
        ("Hard  \nbreak\\\nhere<br>too", ["Hard break here too"]),
        ("Tom &amp; Ann \\*starred\\* 5 < 6", ["Tom & Ann *starred* 5 < 6"]),
        ("Said[^1] so.", ["Said so."]),
        ("A <b>bold</b> <!-- secret --> word", ["A bold word"]),
        ("One.\n\n***\n\nTwo.", ["One.", "Two."]),
        ("Плотину\r\nпрорвало.\r\n\r\nВода.", ["Плотину прорвало.", "Вода."]),
        ("10\u00a0000\u200b people\u202e", ["10\u00a0000 people"]),
        ("", []),
    ],
)
def test_marks_come_off_and_paragraphs_stay_in_order(written: str, found: list[str]) -> None:
    assert texts(written) == found


@pytest.mark.parametrize(
    "written", ["# The dam broke\n\nText.", "The dam broke\n===\nText.", "\ufeff# The *dam* broke #\nText."]
)
def test_the_first_heading_of_the_first_level_is_the_title(written: str) -> None:
    draft = read_markdown(written, "a.md")

    assert draft.title == "The dam broke"
    assert draft.blocks == (Block("The dam broke", Role.TITLE), Block("Text."))


def test_there_is_one_title() -> None:
    draft = read_markdown("## Kicker\n\n# One\n\n# Two", "a.md")

    assert [block.role for block in draft.blocks] == [None, Role.TITLE, None]


def test_front_matter_tells_about_the_article() -> None:
    draft = read_markdown(FRONT + "Text.", "a.md")

    assert draft.title == "Dam: it broke"
    assert draft.language == "uk"
    assert draft.metadata == Metadata(
        subtitle="Two villages flooded",
        date="2026-11-24T10:00",
        authors=("Ann Lee", "Олена Коваль"),
        address="https://example.org/dam",
    )
    assert draft.blocks == (Block("Dam: it broke", Role.TITLE), Block("Text."))


@pytest.mark.parametrize("heading", ["Dam: it broke", "Another"])
def test_the_title_of_the_front_matter_stands_once_and_wins(heading: str) -> None:
    draft = read_markdown(f"{FRONT}# {heading}\n\nText.", "a.md")

    assert [block.text for block in draft.blocks if block.role is Role.TITLE] == ["Dam: it broke"]
    assert [block.text for block in draft.blocks].count("Dam: it broke") == 1


@pytest.mark.parametrize("authors", ["[Ann Lee, 'Bo Li']", "Ann Lee, Bo Li", '["Ann Lee", "Bo Li"]'])
def test_authors_are_read_in_the_ways_people_write_them(authors: str) -> None:
    assert read_markdown(f"---\nauthor: {authors}\n---\nText.", "a.md").metadata.authors == ("Ann Lee", "Bo Li")


def test_a_description_over_several_lines_is_one() -> None:
    draft = read_markdown("---\ndescription: >\n  Two villages\n  flooded\n---\nText.", "a.md")

    assert draft.metadata.subtitle == "Two villages flooded"


@pytest.mark.parametrize("date", ["yesterday", "24.11.2026", "2026"])
def test_a_date_that_is_none_is_not_told(date: str) -> None:
    assert read_markdown(f"---\ndate: {date}\n---\nText.", "a.md").metadata.date == ""


def test_a_paragraph_between_two_rules_is_no_front_matter() -> None:
    assert texts("---\n\nHe left.\n\n---\n\nText.") == ["He left.", "Text."]


@pytest.mark.parametrize(
    ("written", "captions"),
    [
        ('![The dam](dam.png "Photo: agency")', ["The dam"]),
        ('![](dam.png "Photo: agency")', ["Photo: agency"]),
        ("![The dam](dam.png)", []),
        ("![The dam](dam.png)\n*The dam on **Monday***", ["The dam on Monday"]),
    ],
)
def test_pictures_leave_their_caption_if_they_have_one(written: str, captions: list[str]) -> None:
    assert read_markdown(written, "a.md").blocks == tuple(Block(text, Role.CAPTION) for text in captions)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("```py\nprint(1)\n```", "code"),
        ("    print(1)", "code"),
        ("\tprint(1)", "code"),
        ("<div>Subscribe</div>", "html"),
        ("| Villages |\n|---|\n| 2 |", "table"),
        ("[^1]: A note.", "footnote"),
    ],
)
def test_what_is_no_prose_is_set_aside_with_a_reason(written: str, reason: str) -> None:
    blocks = read_markdown(f"{written}\n\nText.", "a.md").blocks

    assert {block.reason for block in blocks[:-1]} == {reason}
    assert blocks[-1] == Block("Text.")


def test_a_comment_leaves_nothing() -> None:
    assert texts("<!-- one\n\ntwo -->\n\nText.") == ["Text."]


def test_a_table_that_lays_out_prose_is_text() -> None:
    assert [block.reason for block in read_markdown(f"| {LONG} | 2 |\n|---|---|", "a.md").blocks] == ["", ""]


@settings(max_examples=50, deadline=None)
@given(st.lists(PROSE, max_size=8))
def test_paragraphs_come_back_as_they_were_written(paragraphs: list[str]) -> None:
    escaped = [
        "".join(f"\\{c}" if c.isascii() and not c.isalnum() and c != " " else c for c in text) for text in paragraphs
    ]
    # No digit may begin a list: what stands first is a letter.
    assert texts("\n\n".join(f"A{text}" for text in escaped)) == [f"A{text}" for text in paragraphs]


@pytest.mark.parametrize(
    "hostile", ["![" * 20_000, "*a " * 20_000, "[a](" * 20_000, "|a" * 3_000 + "\n" + "|-" * 3_000]
)
def test_text_that_would_keep_the_parser_busy_is_refused(hostile: str) -> None:
    with pytest.raises(InputError, match="marks without an empty line") as raised:
        read_markdown(hostile, "a.md")

    assert raised.value.message.startswith("a.md: ")


def test_a_table_that_lacks_a_hundred_thousand_cells_is_no_table() -> None:
    hostile = "|a" * 300 + "\n" + "|-" * 300 + "\n" + "|a\n" * 1_000

    assert len(read_markdown(hostile, "a.md").blocks) == 1


def test_a_book_is_refused() -> None:
    with pytest.raises(InputError, match="is longer than 3 million characters"):
        read_markdown("word\n\n" * 600_000, "a.md")


@pytest.mark.parametrize("hostile", [">" * 5_000, "- " * 5_000, "<a " * 1_000, "`" * 1_900, "---\n" + "a:" * 5_000])
def test_odd_text_is_read_without_harm(hostile: str) -> None:
    assert len(texts(hostile + "\n\nText.")) >= 1
