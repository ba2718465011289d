import re
import subprocess
import sys
import zlib
from collections.abc import Iterable, Sequence

import pytest

from polyglot_news.errors import InputError
from polyglot_news.model import Role
from polyglot_news.sources.draft import Block
from polyglot_news.sources.pdf import read_pdf

pytest.importorskip("pypdfium2")

LINE_CHARS, SIZE, LEADING, LEFT, TOP = 40, 10.0, 13.0, 50.0, 780.0
ONE = "Плотину выше города прорвало утром в понедельник, и два села затопило за час, сообщило министерство в Киеве."
TWO = "Спасатели вывезли на лодках сорок человек. Воду откачивают третий день, но подвалы школы и больницы ещё стоят."
THREE = "Причину ищут. Следователи говорят, что о трещине знали с весны, а денег на ремонт так никто и не дал до осени."
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>/DW 500>>]>>"
)
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 840]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
FORM = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length 5>>stream\n/X Do\nendstream"
)
Piece = tuple[float, float, float, str]  # left, baseline, size, text


def pdf_of(pages: Sequence[Sequence[Piece]], about: str = "", flate: bool = False) -> bytes:  # noqa: FBT001, FBT002
    """Write a PDF whose font has a map to Unicode and nothing else, half an em for each character."""
    characters = sorted({character for page in pages for *_, text in page for character in text})
    codes = {character: number for number, character in enumerate(characters, start=1)}
    mapping = "".join(f"<{code:04x}> <{ord(character):04x}>\n" for character, code in codes.items())
    to_unicode = f"1 begincodespacerange <0000> <ffff> endcodespacerange {len(codes)} beginbfchar\n{mapping}endbfchar"
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        FONT,
        stream(to_unicode.encode()),
        f"<<{about}>>".encode(),
    ]
    for number, page in enumerate(pages):
        objects.append((PAGE % (7 + 2 * number)).encode())
        shown = ("".join(f"{codes[character]:04x}" for character in text) for *_, text in page)
        parts = (
            f"BT /F {size} Tf {x} {y} Td <{text}> Tj ET\n" for (x, y, size, _), text in zip(page, shown, strict=True)
        )
        objects.append(stream("".join(parts).encode(), flate=flate))
    return file_of(objects)


def stream(content: bytes, *, flate: bool = False) -> bytes:
    packed = zlib.compress(content, 9) if flate else content
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(packed), b"/Filter/FlateDecode" if flate else b"", packed)


def file_of(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    file, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R/Info 5 0 R%s>>" % (len(places) + 1, trailer)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    return file + head + table + end + b"\nstartxref\n%d\n%%%%EOF" % len(file)


def wrapped(text: str, chars: int = LINE_CHARS) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > chars:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def column(
    *paragraphs: Sequence[str], left: float = LEFT, top: float = TOP, gap: float = 8.0, indent: float = 0.0
) -> list[Piece]:
    pieces: list[Piece] = []
    for lines in paragraphs:
        for number, line in enumerate(lines):
            pieces.append((left + (0 if number else indent), top, SIZE, line))
            top -= LEADING
        top -= gap
    return pieces


def texts(pages: Sequence[Sequence[Piece]]) -> list[str]:
    return [block.text for block in read_pdf(pdf_of(pages), "a.pdf").blocks]


def test_lines_become_paragraphs_where_the_distance_is_wider() -> None:
    assert texts([column(wrapped(ONE), wrapped(TWO))]) == [ONE, TWO]


def test_lines_become_paragraphs_where_the_first_is_indented() -> None:
    assert texts([column(wrapped(ONE), wrapped(TWO), gap=0, indent=15)]) == [ONE, TWO]


def test_lines_become_paragraphs_where_the_last_is_short() -> None:
    short = ONE[: ONE.index(" затопило")] + "."

    assert texts([column(wrapped(short), wrapped(TWO), gap=0)]) == [short, TWO]


@pytest.mark.parametrize("gap", [8.0, 0.0])
def test_a_paragraph_goes_on_over_the_page(gap: float) -> None:
    lines = wrapped(TWO)
    pages = [column(wrapped(ONE), lines[:2], gap=gap, indent=15), column(lines[2:], wrapped(THREE), gap=gap)]
    pages[1][len(lines[2:])] = (LEFT + 15, *pages[1][len(lines[2:])][1:])

    assert texts(pages) == [ONE, TWO, THREE]


def test_columns_are_read_one_after_the_other() -> None:
    lines = wrapped(TWO)

    assert texts([column(wrapped(ONE), lines[:2]) + column(lines[2:], wrapped(THREE), left=320)]) == [ONE, TWO, THREE]


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        [(LEFT, 820.0, 8.0, f"Вестник, {number} ноября"), *column(wrapped(text)), (300.0, 20.0, 8.0, f"— {number} —")]
        for number, text in enumerate([ONE, TWO, THREE], start=1)
    ]

    assert read_pdf(pdf_of(pages), "a.pdf").blocks == (
        Block(ONE),
        Block(TWO),
        Block(THREE),
        Block("Вестник, 1 ноября", reason="running head"),
    )


@pytest.mark.parametrize("number", ["3", "- 3 -", "Page 3 of 12", "стр. 3", "Сторінка 3 з 12", "3/12", "xiv"])
def test_the_number_of_a_single_page_is_no_text(number: str) -> None:
    assert texts([[*column(wrapped(ONE)), (300.0, 20.0, SIZE, number)]]) == [ONE]


@pytest.mark.parametrize("heads", [(), ("The dam broke",)])
def test_what_is_set_largest_at_the_beginning_is_the_title(heads: Sequence[str]) -> None:
    first = [*[(LEFT, 830.0, 8.0, head) for head in heads], (LEFT, 810.0, 18.0, "The dam broke"), *column(wrapped(ONE))]
    second = [*[(LEFT, 830.0, 8.0, head) for head in heads], *column(wrapped(TWO))]
    draft = read_pdf(pdf_of([first, second]), "a.pdf")

    assert draft.title == "The dam broke"
    assert draft.blocks[:3] == (Block("The dam broke", Role.TITLE), Block(ONE), Block(TWO))


def test_a_title_of_the_document_counts_only_if_it_begins_with_it() -> None:
    pages = [column(["Dam broke"], wrapped(ONE))]

    assert read_pdf(pdf_of(pages, "/Title(Dam broke)"), "a.pdf").title == "Dam broke"
    assert read_pdf(pdf_of(pages, "/Title(Microsoft Word - 1.doc)"), "a.pdf").title == ""


def test_the_document_tells_its_author_and_day() -> None:
    metadata = read_pdf(
        pdf_of([column(wrapped(ONE))], "/Author(Ann Lee; Bo Li)/CreationDate(D:20261124103000+02'00')"), "a.pdf"
    ).metadata

    assert (metadata.authors, metadata.date) == (("Ann Lee", "Bo Li"), "2026-11-24")


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Плотину прорвало утром в поне-", "дельник."], "Плотину прорвало утром в понедельник."),
        (["Губернатор вылетел вчера в Нью-", "Йорк."], "Губернатор вылетел вчера в Нью-Йорк."),
        (["О трещине ещё весной знал кто-", "то."], "О трещине ещё весной знал кто-то."),
        (["The well-known dam broke, a well-", "known fact."], "The well-known dam broke, a well-known fact."),
        (["The dam above the town broke, inter\u00ad", "national."], "The dam above the town broke, international."),
        (["The dam broke in the morning -", "early."], "The dam broke in the morning - early."),
    ],
)
def test_words_that_were_cut_at_line_ends_are_whole(lines: list[str], whole: str) -> None:
    assert texts([column(lines, wrapped(ONE))])[0] == whole


def test_items_of_a_list_are_a_paragraph_each() -> None:
    pieces = [
        (LEFT, 700.0, SIZE, "• Вода ушла из села и"),
        (LEFT + 8, 687.0, SIZE, "с полей"),
        (LEFT, 674.0, SIZE, "• Дорога открыта"),
    ]

    assert texts([column(wrapped(ONE)) + pieces])[1:] == ["• Вода ушла из села и с полей", "• Дорога открыта"]


def test_ligatures_are_letters() -> None:
    assert texts([column(wrapped("The oﬃcial ﬁle ﬂoats. " + ONE))])[0].startswith("The official file floats.")


def test_cyrillic_that_says_it_is_western_is_read() -> None:
    western = "Плотину выше города прорвало.".encode("cp1251").decode("cp1252")

    assert texts([column([western])]) == ["Плотину выше города прорвало."]


def test_packed_pages_are_read() -> None:
    assert read_pdf(pdf_of([column(wrapped(ONE))], flate=True), "a.pdf").blocks == (Block(ONE),)


def refused(raw: bytes, message: str, most_seconds: float = 20) -> None:
    with pytest.raises(InputError) as raised:
        read_pdf(raw, "a.pdf", most_seconds=most_seconds)

    assert re.match(f"a.pdf: {message}", raised.value.message)
    assert "\n" not in raised.value.message
    assert raised.value.hint


def test_a_document_of_pictures_has_no_text_layer() -> None:
    refused(pdf_of([[], []]), r"has no text layer \(2 pages of pictures\)")
    refused(pdf_of([[(300.0, 20.0, SIZE, "1")]]), r"has no text layer \(1 page of pictures\)")


@pytest.mark.parametrize(
    "raw", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(9_000), b"plain text", file_of([b"<</Type/Catalog>>"])]
)
def test_a_broken_document_is_named_so(raw: bytes) -> None:
    refused(raw, "is a broken PDF")


def test_a_document_that_was_cut_short_is_read_or_refused_in_one_line() -> None:
    whole = pdf_of([column(wrapped(ONE))])
    for end in range(0, len(whole), len(whole) // 5):
        try:
            assert read_pdf(whole[:end], "a.pdf").blocks == (Block(ONE),)
        except InputError as error:
            assert re.match("a.pdf: (is a broken PDF|has no text layer)", error.message)  # noqa: PT017  # or read


def test_an_encrypted_document_is_named_so() -> None:
    key = b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(%s)/U(%s)>>/ID[(a)(a)]" % (b"o" * 32, b"u" * 32)

    refused(file_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"], key), "is encrypted")


def test_a_page_tree_that_loops_comes_to_an_end() -> None:
    loop = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 5/Kids[2 0 R 3 0 R]>>",
        b"<</Type/Pages/Count 5/Kids[2 0 R]>>",
    ]

    refused(file_of(loop), "(is a broken PDF|has no text layer)")


def test_forms_that_show_each_other_come_to_an_end() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Contents 6 0 R>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        page,
        FORM % 5,
        FORM % 4,
        stream(b"/X Do"),
    ]

    refused(file_of(objects), "has no text layer")


def test_more_pages_than_an_article_has_are_refused() -> None:
    refused(pdf_of([[]] * 1_001), "has 1001 pages, more than 1000")


def test_a_page_count_that_lies_costs_nothing() -> None:
    refused(file_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 2000000000/Kids[]>>"]), "(has|is)")


def test_a_stream_that_unpacks_to_more_than_memory_may_hold_is_refused() -> None:
    squeezed = zlib.compress(bytes(50_000_000), 9)
    twice = zlib.compress(squeezed * 100, 9)  # 50 MB, a hundred times over, in some kilobytes
    content = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(twice), twice)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"

    refused(
        file_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, content]), "(is|has)"
    )


def test_a_document_that_takes_too_long_is_refused() -> None:
    refused(pdf_of([column(wrapped(ONE))]), "takes more than 0.001 s to read", most_seconds=0.001)


def test_the_reader_of_lines_knows_nothing_of_the_package() -> None:
    probe = (
        "import sys, runpy; sys.stdin.close(); import polyglot_news.sources.pdf_lines as lines; print(lines.__file__)"
    )
    path = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.strip()
    done = subprocess.run([sys.executable, "-P", "-I", path], input=b"no PDF", capture_output=True, check=True)

    assert done.stdout == b'{"wrong": "broken"}'
