import io
import sys
from pathlib import Path

import pytest

from polyglot_news.errors import InputError
from polyglot_news.model import Article, Role
from polyglot_news.sources.articles import LoadSettings, Served, load_article, read_article

ROOT = Path(__file__).parents[3]
REAL_PAGE = ROOT.parent / "shared" / "data" / "real" / "article.en.txt"
NEWS = "The dam above the town broke on Monday morning, the ministry said."
RUSSIAN = "Плотину над городом прорвало в понедельник утром, сообщили в министерстве."


def _read(text: str, settings: LoadSettings | None = None) -> Article:
    return read_article(text.encode(), "en.txt", settings or LoadSettings())


def _refusal(source: str) -> InputError:
    with pytest.raises(InputError) as refused:
        load_article(source)
    assert refused.value.message.startswith(f"{source}: ")
    assert "\n" not in refused.value.message + refused.value.hint
    assert refused.value.hint
    return refused.value


def test_a_file_becomes_an_article(tmp_path: Path) -> None:
    path = tmp_path / "ru.txt"
    path.write_text(f"Прорыв плотины\n\n{RUSSIAN}\n\nРеклама\n", "utf-8")

    article = load_article(str(path))

    assert (article.source, article.language, article.title) == (str(path), "ru", "Прорыв плотины")
    assert [(one.role, one.text) for one in article.paragraphs] == [
        (Role.TITLE, "Прорыв плотины"),
        (Role.BODY, RUSSIAN),
    ]
    assert [(one.text, one.reason) for one in article.boilerplate] == [("Реклама", "advertisement")]


@pytest.mark.parametrize("source", ["missing.txt", "a/b.txt", "./Крим.txt", "[bold].txt", "with space"])
def test_a_missing_file_is_named_as_it_was_typed(source: str) -> None:
    assert _refusal(source).message == f"{source}: no such file"


def test_a_folder_is_no_edition(tmp_path: Path) -> None:
    assert _refusal(str(tmp_path)).message.endswith("is a folder")


@pytest.mark.parametrize("source", ["ftp://example.org/article", "file:///etc/passwd"])
def test_of_addresses_only_those_of_the_web_are_read(source: str) -> None:
    assert "only http and https" in _refusal(source).message


@pytest.mark.parametrize("source", ["http://127.0.0.1/article", "HTTPS://localhost/article"])
def test_an_address_is_asked_for_and_not_looked_up_as_a_file(source: str) -> None:
    assert "no such file" not in _refusal(source).message


def test_an_address_without_its_beginning_is_shown_with_it() -> None:
    assert "https://www.example.org/news" in _refusal("www.example.org/news").hint


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    assert "cannot be read" in _refusal(name).message


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n "])
def test_an_empty_file_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "en.txt"
    path.write_bytes(raw)

    assert _refusal(str(path)).message.endswith("is empty")


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\u200b\u202e".encode()])
def test_a_file_without_a_visible_character_holds_no_article(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "en.txt"
    path.write_bytes(raw)

    assert "no article text found" in _refusal(str(path)).message


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04\x14\x00word/document.xml", "is a broken DOCX file"),
        (b"{\\rtf1\\ansi", "is an RTF document"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; type=text/html", "is a web archive (MHTML)"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related", "is a web archive (MHTML)"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"\xff\xd8\xff\xe0", "is an image"),
        (b"GIF89a", "is an image"),
        (b"\x7fELF\x02", "is a program"),
        (b"\x1f\x8b\x08", "is a compressed file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office file"),
        (bytes(range(256)) * 9, "is not text in UTF-8, UTF-16, windows-1251 or KOI8"),
        (b"<?xml version='1.0'?><rss/>", "is a feed"),
    ],
)
def test_what_is_no_text_is_called_what_it_is(tmp_path: Path, raw: bytes, kind: str) -> None:
    path = tmp_path / "edition"
    path.write_bytes(raw)

    assert kind in _refusal(str(path)).message


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("page", f"<!DOCTYPE html><html><body><p>{RUSSIAN}</p>".encode()),
        ("page.txt", f"\ufeff\n <html lang='en'><p>{RUSSIAN}</p>".encode()),
        ("page.md", f"<HTML><body><p>{RUSSIAN}</p>".encode("cp1251")),
        ("page", f"<head><title>Новини</title></head><p>{RUSSIAN}</p>".encode("utf-16")),
        ("page", f"<!-- saved from --><html><p>{RUSSIAN}</p>".encode()),
        ("page", f"<?xml version='1.0'?><!DOCTYPE html><p>{RUSSIAN}</p>".encode()),
        ("page", f"<p>Читайте<br>также</p><p>{RUSSIAN}</p>".encode()),
        ("page.html", f"{RUSSIAN}<p>".encode()),
        ("page.docx", f"<html><p>{RUSSIAN}</p>".encode()),
    ],
)
def test_a_page_is_known_by_what_is_in_it(tmp_path: Path, name: str, raw: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(raw)

    article = load_article(str(path))

    assert article.paragraphs[-1].text == RUSSIAN
    assert article.language == "ru"


def test_a_server_says_what_its_bytes_are() -> None:
    served = Served("text/html", "cp1251", "https://news.example/dam")

    article = read_article(f"{RUSSIAN}<p>".encode("cp1251"), "https://news.example/d", LoadSettings(), served)

    assert (article.source, article.paragraphs[0].text) == ("https://news.example/d", RUSSIAN)
    assert article.metadata.address == "https://news.example/dam"


def test_of_markdown_the_marks_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "en.md"
    path.write_text(f"# The dam broke\n\n{NEWS} *Nobody* was [warned](http://x.example).\n", "utf-8")

    article = load_article(str(path))

    assert article.title == "The dam broke"
    assert article.paragraphs[1].text == f"{NEWS} Nobody was warned."


def test_a_page_brings_what_is_said_about_it() -> None:
    article = load_article(str(ROOT / "tests" / "cases" / "pages" / "en-weekly.html"))

    assert article.title == article.paragraphs[0].text == "Ferry on the Orla runs again"
    assert article.paragraphs[0].role is Role.TITLE
    assert article.metadata.authors == ("Jane Rudd", "Paul O'Shea")
    assert [language for language, _ in article.metadata.alternates] == ["uk", "ru"]


def test_captions_are_set_aside_and_kept_with_the_boilerplate() -> None:
    path = str(ROOT / "tests" / "cases" / "pages" / "uk-app.html")

    assert ("Пором біля причалу", "caption") in [(one.text, one.reason) for one in load_article(path).boilerplate]

    kept = load_article(path, LoadSettings(keep_boilerplate=True))
    assert (Role.CAPTION, "Пором біля причалу") in [(one.role, one.text) for one in kept.paragraphs]
    assert kept.boilerplate == ()


def test_lines_are_read_of_text_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><p>{NEWS}</p>", "utf-8")

    with pytest.raises(InputError, match="is HTML, and --lines reads text alone"):
        load_article(str(path), LoadSettings(lines=True))


def test_a_headline_alone_is_no_article() -> None:
    with pytest.raises(InputError, match="no article text found"):
        read_article(b"<h1>The dam broke</h1><p>Share</p>", "en.html", LoadSettings())


def test_a_text_about_html_is_a_text() -> None:
    assert _read(f"{NEWS} It wrote <html> on the wall.").language == "en"


def test_a_file_of_21_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    with path.open("wb") as file:
        file.write(NEWS.encode())
        file.truncate(21_000_000)

    assert _refusal(str(path)).message.endswith("is larger than 20 MB")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (NEWS * 16_000, "is longer than 1,000,000 characters"),
        ("Plotina. \n" * 5_001, "has more than 5,000 paragraphs"),
        (f"<p>{NEWS * 20}</p>" * 800, "is longer than 1,000,000 characters"),
    ],
    ids=["one line", "lines", "page"],
)
def test_what_is_longer_than_an_article_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError, match=f"^en.txt: {said}$"):
        _read(text)


def test_a_text_in_two_encodings_is_refused_with_the_line() -> None:
    with pytest.raises(InputError, match=r"^ru.txt: mixes encodings: line 3 is in windows-1251, most others .* UTF-8$"):
        read_article(f"{RUSSIAN}\n\n".encode() + RUSSIAN.encode("cp1251"), "ru.txt", LoadSettings())


def test_a_text_without_letters_is_refused() -> None:
    with pytest.raises(InputError, match=r"^en.txt: no letters to tell a language by$"):
        _read("12\n\n13")


def test_where_all_is_boilerplate_the_hint_says_how_to_keep_it() -> None:
    with pytest.raises(InputError, match="2 paragraphs of boilerplate") as refused:
        _read("Share\n\nRead more")

    assert "--keep-boilerplate" in refused.value.hint


def test_boilerplate_is_kept_on_demand() -> None:
    article = _read(f"{NEWS}\n\nShare", LoadSettings(keep_boilerplate=True))

    assert [one.text for one in article.paragraphs] == [NEWS, "Share"]
    assert article.boilerplate == ()


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RUSSIAN.encode("cp1251")), "ascii"))

    article = load_article("-")

    assert (article.source, article.language) == ("-", "ru")
    assert article.paragraphs[0].text == RUSSIAN


def test_empty_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))

    assert _refusal("-").message == "-: is empty"


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("The dam broke", True),
        ("Who broke the dam?", True),
        ("“The dam broke!”", True),
        ("Кто прорвал плотину?", True),
        ("The dam broke.", False),
        ("«Плотину прорвало».", False),
        ("The reasons:", False),
        ("The dam above the town broke " * 6, False),
    ],
)
def test_a_first_line_that_is_no_sentence_is_the_title(first: str, is_title: bool) -> None:  # noqa: FBT001  # a column
    article = _read(f"{first}\n\n{NEWS}")

    assert article.title == (first if is_title else "")
    assert article.paragraphs[0].role == (Role.TITLE if is_title else Role.BODY)
    assert article.paragraphs[1].role == Role.BODY


def test_a_single_line_is_no_title() -> None:
    assert _read("The dam broke").title == ""


def test_lines_are_taken_as_paragraphs_untouched() -> None:
    article = _read(f"The dam broke\n\n  Read more \n{NEWS}\n\n", LoadSettings(lines=True))

    assert [one.text for one in article.paragraphs] == ["The dam broke", "", "  Read more ", NEWS]
    assert (article.title, article.boilerplate) == ("", ())


def test_sentences_point_into_their_own_paragraph() -> None:
    article = _read(f"The dam broke\n\nMr. Smith left. He was late.\n\n{NEWS}")

    assert [[article.text_of(span) for span in one.sentences] for one in article.paragraphs] == [
        ["The dam broke"],
        ["Mr. Smith left.", "He was late."],
        [NEWS],
    ]


def test_the_language_that_the_user_names_is_not_doubted() -> None:
    article = _read(f"{NEWS}\n\n12%", LoadSettings(language="be"))

    assert (article.language, article.language_confidence) == ("be", 1.0)
    assert {one.language for one in article.paragraphs} == {"be"}


def test_where_the_user_names_the_language_none_is_detected() -> None:
    article = _read(f"12\n\n{RUSSIAN}\n\n13", LoadSettings(language="uk"))

    assert (article.language, {one.language for one in article.paragraphs}) == ("uk", {"uk"})
    assert _read("12\n\n13", LoadSettings(language="pl")).language == "pl"


def test_a_paragraph_in_another_language_keeps_its_own() -> None:
    article = _read(f"{NEWS} It was raining.\n\n{RUSSIAN} {RUSSIAN}\n\n{NEWS} {NEWS}\n\n{NEWS}")

    assert [one.language for one in article.paragraphs] == ["en", "ru", "en", "en"]


def test_what_a_terminal_would_obey_is_taken_out() -> None:
    article = _read(f"\x1b]0;title\x07{NEWS}\u202e")

    assert article.paragraphs[0].text == f"]0;title{NEWS}"


@pytest.mark.skipif(not REAL_PAGE.exists(), reason="the page is not ours to hand on")
def test_of_a_real_page_the_article_is_left() -> None:
    article = load_article(str(REAL_PAGE))

    assert len(article.paragraphs) == 13
    assert article.title == "Obama Calls For Diplomacy in Phone Call With Putin"
    assert article.paragraphs[-1].text.split()[:4] == ["The", "only", "agreement", "that"]
    told = " ".join(one.text for one in article.paragraphs)
    for line in ("Moscow Times", "newsletter", "Dear readers", "Official White House", "Once", "Remind me", "Privacy"):
        assert line not in told
