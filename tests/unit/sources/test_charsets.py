import pytest

from polyglot_news.sources.charsets import known_charset


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("UTF-8", "utf-8"), ('"windows-1251"', "cp1251"), ("koi8-u", "koi8-u"), ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"), ("iso-8859-5", "iso8859-5"), ("x-mac-cyrillic", ""), ("mac-cyrillic", "mac-cyrillic"),
        ("utf-16", "utf-16"), ("utf-7", ""), ("idna", ""), ("unicode_escape", ""), ("zip", ""), ("rot13", ""),
        ("base64", ""), ("", ""), ("no such", ""), ("utf-8\0", ""), ("ж", ""),
    ],
)  # fmt: skip
def test_a_declared_charset_is_taken_only_if_text_is_written_in_it(declared: str, codec: str) -> None:
    assert known_charset(declared) == codec
