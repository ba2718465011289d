import pytest

from polyglot_news.sources.formats import Format, detect_format, is_markup, unreadable_kind


@pytest.mark.parametrize(
    ("raw", "name", "content_type", "expected"),
    [
        (b"Plain news", "en.txt", "", Format.TEXT),
        (b"# News", "en.txt", "", Format.TEXT),
        (b"# News", "en.md", "", Format.MARKDOWN),
        (b"# News", "EN.MARKDOWN", "", Format.MARKDOWN),
        (b"<b>News</b>: <i>plain</i>", "en.txt", "", Format.TEXT),
        (b"News", "page.htm", "", Format.HTML),
        (b"News", "https://news.example/1", "text/html", Format.HTML),
        (b"News", "https://news.example/1", "text/plain", Format.TEXT),
        (b"  <!-- a -->\n<!DocType HTML><p>", "-", "", Format.HTML),
        (b"<p>One<br>two<p>three", "-", "", Format.HTML),
        (b"PK\x03\x04", "en.txt", "", Format.DOCX),
        (b"%PDF-1.4", "en.html", "text/html", Format.PDF),
        (b"\n junk %PDF-1.4", "-", "", Format.PDF),
        (b"", "-", "", Format.TEXT),
    ],
)
def test_the_bytes_tell_the_format_and_the_name_where_they_cannot(
    raw: bytes, name: str, content_type: str, expected: Format
) -> None:
    assert detect_format(raw, name, content_type) is expected


def test_what_holds_no_article_is_named() -> None:
    assert unreadable_kind(b"\x89PNG\r\n") == "an image"
    assert unreadable_kind(b"MIME-Version: 1.0\r\nContent-Type: Multipart/Related;") == "a web archive (MHTML)"
    assert unreadable_kind(b"From: the river") == ""


def test_markup_begins_with_a_bracket_in_any_unicode() -> None:
    assert is_markup("\ufeff <rss>".encode("utf-16-le"))
    assert is_markup(b'{"version": 1}')
    assert not is_markup(b"News <b>")
