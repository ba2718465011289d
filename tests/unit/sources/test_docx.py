import io
import struct
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.errors import InputError
from polyglot_news.model import Role
from polyglot_news.sources.blocks import tidy
from polyglot_news.sources.docx import read_docx
from polyglot_news.sources.draft import Block, Draft

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STYLES = {
    "a3": ("Title", ""), "1": ("heading 1", ""), "2": ("heading 2", ""), "a5": ("Subtitle", ""), "a7": ("caption", ""),
    "own": ("Our headline", "a3"), "round": ("Round", "about"), "about": ("About", "round"),
}  # fmt: skip
LONG = "The dam above the town broke on Monday morning, and two villages were flooded within the hour."
PROSE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=40).map(tidy)


def p(inside: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{p(r(cell))}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def document(body: str, namespace: str = W) -> str:
    return (
        f'<?xml version="1.0"?><w:document xmlns:w="{namespace}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    )


def docx(body: str, properties: str = "", extra: Mapping[str, str | bytes] | None = None) -> bytes:
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/></w:style>'
        for key, (name, base) in STYLES.items()
    )
    core = (
        '<c:coreProperties xmlns:c="core" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/">{properties}</c:coreProperties>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document(body),
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        "docProps/core.xml": core,
    }
    return zipped({**parts, **(extra or {})})


def read(body: str, properties: str = "") -> Draft:
    return read_docx(docx(body, properties), "a.docx")


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks]


def test_paragraphs_come_in_order_and_runs_are_joined() -> None:
    assert texts(p(r("Плотину ") + r("прорвало.")) + p("") + p(r("Two & three < four"))) == [
        "Плотину прорвало.",
        "Two & three < four",
    ]


@pytest.mark.parametrize("style", ["a3", "1", "own"])
def test_the_title_is_known_by_its_style_whatever_language_word_speaks(style: str) -> None:
    draft = read(p(r("The dam broke"), style) + p(r("Text.")))

    assert draft.title == "The dam broke"
    assert draft.blocks == (Block("The dam broke", Role.TITLE), Block("Text."))


def test_a_heading_further_down_is_no_title() -> None:
    draft = read("".join(p(r(f"Paragraph {number}.")) for number in range(4)) + p(r("What comes next"), "1"))

    assert draft.title == ""
    assert {block.role for block in draft.blocks} == {None}


def test_only_one_heading_is_the_title() -> None:
    draft = read(p(r("Kicker"), "1") + p(r("The dam broke"), "a3") + p(r("Later"), "1"))

    assert [block.role for block in draft.blocks] == [None, Role.TITLE, None]


def test_styles_that_are_based_on_each_other_end_somewhere() -> None:
    assert read(p(r("Text."), "round")).blocks == (Block("Text."),)


def test_captions_are_captions_and_a_subtitle_is_told() -> None:
    draft = read(
        p(r("The dam broke"), "a3") + p(r("Two villages flooded"), "a5") + p(r("The dam. Photo: agency"), "a7")
    )

    assert draft.metadata.subtitle == "Two villages flooded"
    assert [block.role for block in draft.blocks] == [Role.TITLE, None, Role.CAPTION]


def test_tracked_insertions_are_in_and_deletions_out() -> None:
    body = p(
        r("Two ")
        + f"<w:ins>{r('villages ')}</w:ins><w:del><w:r><w:delText>towns </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{r('elsewhere ')}</w:moveFrom><w:moveTo>{r('were ')}</w:moveTo>{r('flooded.')}"
    )

    assert texts(body) == ["Two villages were flooded."]


def test_paragraphs_whose_mark_was_deleted_are_one() -> None:
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('One ')}</w:p>"

    assert texts(joined + p(r("two.")) + p(r("Three."))) == ["One two.", "Three."]
    assert texts(joined) == ["One"]
    assert texts(joined + table(LONG)) == ["One", LONG]


def test_a_deleted_row_is_out() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r(LONG))}</w:tc></w:tr>"

    assert texts(f"<w:tbl>{row}<w:tr><w:tc>{p(r(LONG + ' Later.'))}</w:tc></w:tr></w:tbl>") == [LONG + " Later."]


@pytest.mark.parametrize(
    "aside",
    [
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:r><w:commentReference w:id="1"/></w:r>',
        f"<w:r><w:drawing><w:txbxContent>{p(r('Box'))}</w:txbxContent></w:drawing></w:r>",
        f"<w:r><mc:AlternateContent><mc:Fallback>{r('Again')}</mc:Fallback></mc:AlternateContent></w:r>",
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>",
        r("hidden", "<w:rPr><w:vanish/></w:rPr>"),
        f"<w:sdt><w:sdtPr>{r('Click here')}</w:sdtPr></w:sdt>",
    ],
)
def test_what_is_not_printed_in_the_text_is_out(aside: str) -> None:
    assert texts(p(r("Before") + aside + r(" after."))) == ["Before after."]


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("<w:r><w:br/></w:r>", ["One two"]),
        ("<w:r><w:tab/></w:r>", ["One two"]),
        ("<w:r><w:cr/></w:r>", ["One two"]),
        ("<w:r><w:br/><w:br/></w:r>", ["One", "two"]),
        ('<w:r><w:br w:type="page"/></w:r>', ["One", "two"]),
        ("<w:r><w:noBreakHyphen/></w:r>", ["One\u2011two"]),
        ("<w:r><w:softHyphen/></w:r>", ["Onetwo"]),
    ],
)
def test_soft_breaks_join_and_two_of_them_part(between: str, found: list[str]) -> None:
    assert texts(p(r("One") + between + r("two"))) == found


def test_the_text_of_a_link_stays() -> None:
    assert texts(p(f"{r('See ')}<w:hyperlink>{r('the report')}</w:hyperlink>{r('.')}")) == ["See the report."]


def test_a_table_of_figures_is_set_aside_and_a_layout_is_text() -> None:
    assert [block.reason for block in read(table("Villages", "2")).blocks] == ["table", "table"]
    assert [block.reason for block in read(table("Villages", LONG)).blocks] == ["", ""]


def test_properties_are_told() -> None:
    draft = read(
        p(r("Text.")),
        "<dc:creator>Ann Lee; Bo Li;Microsoft Office User</dc:creator><dc:language>uk-UA</dc:language>"
        "<dcterms:created>2026-11-24T10:00:00Z</dcterms:created>",
    )

    assert draft.metadata.authors == ("Ann Lee", "Bo Li")
    assert (draft.metadata.date, draft.language) == ("2026-11-24T10:00:00Z", "uk")


def test_a_title_of_the_properties_counts_only_where_the_document_says_it_too() -> None:
    declared = "<dc:title>The dam broke</dc:title>"

    assert read(p(r("The dam broke")) + p(r("Text.")), declared).title == "The dam broke"
    assert read(p(r("Text.")), declared).title == ""


def test_the_strict_namespace_and_another_name_of_the_document_are_read() -> None:
    relations = '<R><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></R>'
    raw = zipped({"_rels/.rels": relations, "word/document2.xml": document(p(r("Text.")), STRICT)})

    assert read_docx(raw, "a.docx").blocks == (Block("Text."),)


@settings(max_examples=50, deadline=None)
@given(st.lists(PROSE.filter(bool), max_size=8))
def test_paragraphs_come_back_as_they_were_written(paragraphs: list[str]) -> None:
    assert texts("".join(p(r(text)) for text in paragraphs)) == paragraphs


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (zipped({"xl/workbook.xml": "<x/>"}), "is an Excel workbook, not a DOCX file"),
        (zipped({"ppt/presentation.xml": "<x/>"}), "is a PowerPoint presentation, not a DOCX file"),
        (zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<x/>"}), "is an EPUB book"),
        (zipped({"content.xml": "<x/>"}), "is an OpenDocument file"),
        (zipped({"a.txt": "x"}), "is a zip file without a document in it"),
        (zipped({}), "is a zip file without a document in it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
        (b"plain text", "is not a DOCX file"),
        (b"PK\x03\x04 and then nothing", "is a broken DOCX file"),
        (docx(p(r("Text.")))[:-300], "is a broken DOCX file"),
        (zipped({"word/document.xml": "<w:document"}), "is broken: word/document.xml"),
        (zipped({f"{number}.xml": b"" for number in range(2_001)}), "is a zip of 2001 files"),
    ],
)
def test_what_is_no_document_is_named_in_one_line(raw: bytes, message: str) -> None:
    with pytest.raises(InputError) as raised:
        read_docx(raw, "a.docx")

    assert raised.value.message.startswith(f"a.docx: {message}")
    assert "\n" not in raised.value.message
    assert raised.value.hint


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "_rels/.rels"])
@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        '<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>',
    ],
)
def test_entities_are_refused_unread(part: str, declared: str) -> None:
    with pytest.raises(InputError, match="declares XML entities"):
        read_docx(docx(p(r("Text.")), extra={part: declared}), "a.docx")


@pytest.mark.parametrize("size_bytes", [60_000_000, 1_500_000])
def test_a_zip_bomb_is_not_unpacked(size_bytes: int) -> None:
    with pytest.raises(InputError, match="unpacks to"):
        read_docx(zipped({"word/document.xml": bytes(size_bytes)}), "a.docx")


def test_a_size_that_lies_does_not_help_a_bomb() -> None:
    honest = zipped({"word/document.xml": document(p(r("Text. " * 200_000)))})
    size = len(document(p(r("Text. " * 200_000))))

    with pytest.raises(InputError, match="broken"):
        read_docx(honest.replace(struct.pack("<I", size), struct.pack("<I", 1_000)), "a.docx")


def test_names_that_lead_out_of_the_zip_touch_nothing() -> None:
    extra = {"../../escape.xml": "x", "/etc/escape.xml": "x", "word/../../../escape": "x"}

    assert read_docx(docx(p(r("Text.")), extra=extra), "a.docx").blocks == (Block("Text."),)


def test_a_thousand_elements_inside_each_other_are_no_harm() -> None:
    assert texts("<w:smartTag>" * 5_000 + p(r("Text.")) + "</w:smartTag>" * 5_000) == ["Text."]


def test_spaces_without_end_are_one() -> None:
    assert texts(p(r("One" + " " * 900_000 + "two"))) == ["One two"]
