"""One story, its editions in whatever people have: the report is that of the plain texts, paragraph by paragraph."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Run

STORY = "city-flood"
OPTIONS = ("--no-translate", "--format", "json")
LAYOUTS = Path(__file__).parents[1] / "cases" / "layouts"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>/DW 500>>]>>"
)
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 840]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>"
LINE_CHARS, LINES_A_PAGE, LEADING, LEFT, TOP = 80, 32, 12.0, 50.0, 820.0


@pytest.fixture(scope="module")
def plain(compared: Run) -> Any:  # noqa: ANN401  # JSON
    """Compare the story in plain text."""
    return compared(STORY, "--format", "json").json()


def test_pages_in_two_encodings_and_a_word_document_tell_what_the_plain_texts_tell(
    pn: Run,
    home: Path,
    plain: Any,  # noqa: ANN401
) -> None:
    (home / "en.html").write_bytes(page("en.html", texts(plain["base"])).encode())
    (home / "ru.html").write_bytes(page("ru.html", texts(plain["editions"][0])).encode("cp1251", "xmlcharrefreplace"))
    (home / "uk.docx").write_bytes(docx(texts(plain["editions"][1])))

    assert_alike(pn("compare", "en.html", "ru.html", "uk.docx", *OPTIONS).json(), plain)


def test_markdown_koi8_and_a_page_that_names_a_wrong_encoding_tell_what_the_plain_texts_tell(
    pn: Run,
    home: Path,
    plain: Any,  # noqa: ANN401
) -> None:
    english, russian, ukrainian = ([typed(text) for text in texts(one)] for one in (plain["base"], *plain["editions"]))
    for name, story in (("en", english), ("ru", russian), ("uk", ukrainian)):
        (home / f"{name}.txt").write_text("\n\n".join(story), "utf-8")
    (home / "en.md").write_text("---\nlang: en\n---\n# " + "\n\n".join(english) + "\n", "utf-8")
    (home / "ru.koi8.txt").write_bytes("\r\n\r\n".join(russian).encode("koi8-r"))
    named_wrongly = page("ru.html", ukrainian).encode("utf-8")

    report = pn("compare", "en.md", "ru.koi8.txt", "-", *OPTIONS, given=named_wrongly).json()

    assert_alike(report, pn("compare", "en.txt", "ru.txt", "uk.txt", *OPTIONS).json())


def test_a_pdf_and_utf_16_tell_what_the_plain_texts_tell(pn: Run, home: Path, plain: Any) -> None:  # noqa: ANN401
    pytest.importorskip("pypdfium2")
    english, russian, ukrainian = (texts(one) for one in (plain["base"], *plain["editions"]))
    (home / "en.pdf").write_bytes(pdf(english))
    (home / "ru.txt").write_bytes("\r\n\r\n".join(russian).encode("utf-16"))
    (home / "uk.txt").write_bytes("\n\n".join(ukrainian).encode("utf-16-be"))

    assert_alike(pn("compare", "en.pdf", "ru.txt", "uk.txt", *OPTIONS).json(), plain)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_ukrainian_in_an_old_encoding_is_read_letter_by_letter(
    pn: Run,
    home: Path,
    plain: Any,  # noqa: ANN401
    encoding: str,
) -> None:
    ukrainian = [typed(text) for text in texts(plain["editions"][1])]
    (home / "uk.txt").write_bytes("\r\n\r\n".join(ukrainian).encode(encoding))

    assert texts(pn("extract", "uk.txt", "--format", "json").json()) == ukrainian


def test_a_feed_is_no_edition(pn: Run, home: Path) -> None:
    item = "<item><title>Dam</title><link>https://news.example/dam</link></item>"
    (home / "rss.xml").write_text(f'<?xml version="1.0"?><rss version="2.0"><channel>{item}</channel></rss>')

    pn("compare", "en.txt", "rss.xml").assert_refused(2, "rss.xml: is a feed with 1 article")


def assert_alike(report: Any, plain: Any) -> None:  # noqa: ANN401
    for one, other in zip([report["base"], *report["editions"]], [plain["base"], *plain["editions"]], strict=True):
        assert texts(one) == texts(other)
    assert shape(report) == shape(plain)


def texts(edition: Any) -> list[str]:  # noqa: ANN401
    return [paragraph["text"] for paragraph in edition["paragraphs"]]


def shape(report: Any) -> list[Any]:  # noqa: ANN401
    """What the reports say of each edition, names of files and boilerplate aside."""
    said = ("language", "title", "omitted", "added", "summary")
    return [[{name: one[name] for name in said}, one["links"]] for one in report["editions"]]


def typed(text: str) -> str:
    """Write a text as people did before Unicode: KOI8 has no such quotation marks, dashes and apostrophes."""
    return text.translate({ord("«"): '"', ord("»"): '"', ord("—"): "-", ord("–"): "-", ord("’"): "'", ord("…"): "..."})


def page(layout: str, story: Sequence[str]) -> str:
    """Put a story into the page of a news site, with boxes of the site between its paragraphs."""
    title, *paragraphs = map(escape, story)
    told = [f"<p>{one}</p>" for one in paragraphs]
    parts = {"title": [title], "first": told[:2], "second": told[2:5], "third": told[5:]}
    text = (LAYOUTS / layout).read_text("utf-8")
    for name, part in parts.items():
        text = text.replace(f"{{{{{name}}}}}", "\n".join(part))
    return text


def docx(story: Sequence[str]) -> bytes:
    """Write what Word writes: the headline as a title, each paragraph in two runs."""
    styles = f'<w:styles xmlns:w="{W}"><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>'
    headline = '<w:pPr><w:pStyle w:val="T"/></w:pPr>'
    runs = ["".join(f"<w:r><w:t>{escape(part)}</w:t></w:r>" for part in one.partition("в")) for one in story]
    paragraphs = (f"<w:p>{'' if k else headline}{one}</w:p>" for k, one in enumerate(runs))
    document = f'<w:document xmlns:w="{W}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/styles.xml", styles)
        archive.writestr("word/document.xml", document.replace("<w:t>", '<w:t xml:space="preserve">'))
    return file.getvalue()


def pdf(story: Sequence[str]) -> bytes:
    """Write pages of lines, the headline larger; the font has a map to Unicode and no shapes."""
    lines = [
        (size, gap, line) for k, one in enumerate(story) for size, gap, line in set_in_lines(one, 10.0 if k else 16.0)
    ]
    pages = [lines[k : k + LINES_A_PAGE] for k in range(0, len(lines), LINES_A_PAGE)]
    codes = {character: number for number, character in enumerate(sorted({*"".join(story)}), start=1)}
    mapping = "".join(f"<{code:04x}> <{ord(character):04x}>\n" for character, code in codes.items())
    to_unicode = f"1 begincodespacerange <0000> <ffff> endcodespacerange {len(codes)} beginbfchar\n{mapping}endbfchar"
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        FONT,
        stream(to_unicode),
    ]
    for number, one in enumerate(pages):
        objects += [PAGE.format(6 + 2 * number), stream(shown(one, codes))]
    file, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF"
    return f"{file}xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{end}".encode("ascii")


def set_in_lines(text: str, size: float) -> list[tuple[float, float, str]]:
    """Break a paragraph into lines, each with its size and the distance to the line above."""
    return [(size, LEADING if k else 2 * LEADING, line) for k, line in enumerate(wrap(text, LINE_CHARS))]


def shown(lines: Sequence[tuple[float, float, str]], codes: Mapping[str, int]) -> str:
    top, parts = TOP, []
    for size, gap, line in lines:
        top -= gap
        text = "".join(f"{codes[character]:04x}" for character in line)
        parts.append(f"BT /F {size} Tf {LEFT} {top} Td <{text}> Tj ET\n")
    return "".join(parts)


def stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"
