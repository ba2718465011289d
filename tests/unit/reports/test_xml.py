from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from polyglot_news.reports.xml import Element, clean, write_xml

ANYTHING = st.text(st.characters(exclude_categories=()))  # halves of surrogate pairs, too


def test_a_document_is_declared_and_indented_and_ends_with_a_line_end() -> None:
    tree = Element("a", {}, (Element("b", {"c": "d"}, "text"), Element("e", {})))

    assert write_xml(tree) == (b'<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b c="d">text</b>\n  <e/>\n</a>\n')


@given(ANYTHING, ANYTHING)
def test_whatever_a_text_or_an_attribute_holds_is_read_back(text: str, value: str) -> None:
    read = etree.fromstring(write_xml(Element("a", {}, (Element("b", {"c": value}, text),))))

    assert (read[0].text or "") == clean(text)
    assert read[0].get("c") == clean(value)


@given(st.text())
def test_what_xml_can_hold_is_not_touched(text: str) -> None:
    kept = "".join(one for one in text if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff"))

    assert clean(kept) == kept


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x0b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_shown_as_missing(character: str) -> None:
    assert clean(f"a{character}b") == "a\ufffdb"


def test_markup_in_a_text_stays_text() -> None:
    text = ']]><script>alert("&amp;")</script><!-- <?xml ?> -->'

    read = etree.fromstring(write_xml(Element("a", {"b": text}, text)))

    assert (read.text, read.get("b"), len(read)) == (text, text, 0)


@pytest.mark.parametrize("character", ["\x7f", "\x9b", "\u061c", "\u200f", "\u202e", "\u2066", "\u2028"])
def test_what_a_screen_obeys_is_written_as_a_reference(character: str) -> None:
    written = write_xml(Element("a", {"b": character}, character)).decode()

    assert character not in written
    assert etree.fromstring(written.encode()).text == character


def test_right_to_left_text_and_emoji_are_written_as_they_are() -> None:
    assert "שלום 👩‍🚀 مرحبا" in write_xml(Element("a", {}, "שלום 👩‍🚀 مرحبا")).decode()
