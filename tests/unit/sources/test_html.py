import json
from pathlib import Path
from typing import Any

import pytest

from polyglot_news.errors import InputError
from polyglot_news.model import Role
from polyglot_news.sources.draft import Draft
from polyglot_news.sources.html import read_html
from polyglot_news.sources.html_charset import decode_page

ROOT = Path(__file__).parents[3]
PAGES = sorted((ROOT / "tests" / "cases" / "pages").glob("*.html"))
NEWS = "The dam above the town broke on Monday morning, the ministry said."
MORE = "Two villages were flooded within an hour, and nobody was warned."
RUSSIAN = "Плотину над городом прорвало в понедельник утром, сообщили в министерстве."
UKRAINIAN = "Греблю над містом прорвало в понеділок уранці, повідомили в міністерстві. Її було зведено торік."


def _read(markup: str, **said: str) -> Draft:
    return read_html(markup.encode(), "page.html", **said)


def _body(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks if not block.reason and block.role is None]


def _refusal(raw: bytes) -> InputError:
    with pytest.raises(InputError) as refused:
        read_html(raw, "page.html")
    assert refused.value.message.startswith("page.html: ")
    assert "\n" not in refused.value.message + refused.value.hint
    assert refused.value.hint
    return refused.value


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_of_a_page_the_article_is_left_and_all_that_is_said_about_it(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))

    draft = read_html(path.read_bytes(), path.name)

    about = draft.metadata
    assert {
        "title": draft.title,
        "subtitle": about.subtitle,
        "date": about.date,
        "authors": list(about.authors),
        "site": about.site,
        "address": about.address,
        "alternates": [list(one) for one in about.alternates],
        "language": draft.language,
        "paragraphs": _body(draft),
        "captions": [block.text for block in draft.blocks if block.role is Role.CAPTION],
    } == expected


def test_the_headline_is_the_first_block() -> None:
    draft = _read(f"<h1>The dam broke</h1><p>{NEWS}</p>")

    assert [(block.text, block.role) for block in draft.blocks] == [("The dam broke", Role.TITLE), (NEWS, None)]


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        ("<aside><p>{}</p></aside>", "aside"),
        ("<div class='donate-box'><p>{}</p></div>", "donation"),
        ("<div class=NewsletterSignup><p>{}</p></div>", "newsletter"),
        ("<div class='block block--read_also'><p>{}</p></div>", "read also"),
        ("<section id=comments><p>{}</p></section>", "comments"),
        ("<div hidden><p>{}</p></div>", "hidden"),
        ("<div style='color:red;display : none'><p>{}</p></div>", "hidden"),
        ("<table><tr><td>{}</table>", "table"),
        ("<p><a href=/x>{}</a></p>".replace(".", ""), "links"),
    ],
)
def test_a_box_in_the_text_is_taken_out_with_what_it_is(box: str, reason: str) -> None:
    told = "Sixty years of the dam are told in a book that can be bought here" + ("" if reason == "links" else ".")
    draft = _read(f"<div>{f'<p>{NEWS}</p><p>{MORE}</p>' * 2}{box.format(told)}<p>{NEWS}</p></div>")

    assert _body(draft) == [NEWS, MORE, NEWS, MORE, NEWS]
    assert (told, reason) in [(block.text, block.reason) for block in draft.blocks]


def test_an_article_that_stands_in_an_element_with_a_name_of_the_site_is_not_lost() -> None:
    assert _body(_read(f"<div class='sidebar subscribe'><p>{NEWS}</p><p>{MORE}</p></div>")) == [NEWS, MORE]


def test_short_paragraphs_and_headings_of_the_text_stay() -> None:
    markup = f"<div><p>{NEWS}</p><h2>Why</h2><p>{MORE}</p><p>Nobody knows.</p><h2>More news</h2></div>"

    assert _body(_read(markup)) == [NEWS, "Why", MORE, "Nobody knows."]


def test_a_short_sentence_in_a_box_of_its_own_stays_where_every_paragraph_has_one() -> None:
    boxes = "".join(
        f"<div class=block><div class=block__text>{text}</div></div>" for text in (NEWS, MORE, "Nobody knows.")
    )

    assert _body(_read(f"<div>{boxes}<div class=sign><div>Moscow.</div></div></div>")) == [NEWS, MORE, "Nobody knows."]


@pytest.mark.parametrize("headline", ["<h1 class=title>{}</h1>", "<div class=title>{}</div>"])
def test_the_next_article_of_an_endless_page_is_another(headline: str) -> None:
    def article(title: str, *paragraphs: str) -> str:
        told = "".join(f"<div class=part><div class=news-text>{text}</div></div>" for text in paragraphs)
        return f"<div class=item>{headline.format(title)}<div class=news-body>{told}</div></div>"

    first, second = article("The dam above the town broke", NEWS, MORE), article("A bridge was opened", *[RUSSIAN] * 9)
    draft = _read(f"<title>The dam above the town broke | News</title><div>{first}{second}</div>")

    assert _body(draft) == [NEWS, MORE]


OPENING = (
    "Nine people died and nineteen are missing after an earthen wall gave way at night over Topolyshche, "
    "a mountain resort of fourteen thousand, once days of rain had filled its reservoir to the brim."
)


def test_a_lead_that_says_what_the_text_does_not_say_again_opens_the_text() -> None:
    lead = f"<h1>The dam broke</h1><div class=article-lead>{OPENING}</div><div class=photo></div>"
    text = f"<div class=article-text><p>{NEWS}</p><p>{MORE}</p></div>"

    assert _body(_read(lead + text)) == [OPENING, NEWS, MORE]
    repeated = _read(f"{lead}<div class=article-text><p>{OPENING} Nobody was warned.</p><p>{MORE}</p></div>")
    assert repeated.metadata.subtitle == OPENING
    assert OPENING not in _body(repeated)


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("<h3>Комментарии (2)</h3><div class=say><p>{}</p></div>", "comments"),
        ("<div class=box><p>{}</p><a href=/x>Sign up</a></div><p>" + NEWS + "</p>", "call"),
        ("<div class=one><a href=/1>The bridge</a><div>{}</div></div>" * 2, "read also"),
    ],
)
def test_what_only_its_surroundings_tell_from_the_article_is_taken_out(tail: str, reason: str) -> None:
    other = "I was there that morning, and it was nothing like what you write."
    draft = _read(f"<div><p>{NEWS}</p><p>{MORE}</p><p>{NEWS}</p><p>{MORE}</p>{tail.format(other, other)}</div>")

    assert other not in _body(draft)
    assert {block.reason for block in draft.blocks if block.text == other} == {reason}


def test_the_name_under_an_article_is_its_author_and_no_paragraph() -> None:
    draft = _read(f"<div><p>{NEWS}</p><p>{MORE}</p><p><b>Мария Лугова</b></p></div>")

    assert _body(draft) == [NEWS, MORE]
    assert ("Мария Лугова", "author") in [(block.text, block.reason) for block in draft.blocks]


def test_what_a_document_type_declares_is_no_text() -> None:
    assert _body(_read(f'<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><p>{NEWS}</p><p>{MORE}</p>')) == [
        NEWS,
        MORE,
    ]


def test_two_line_breaks_are_a_new_paragraph_and_one_is_not() -> None:
    assert _body(_read(f"<div>{NEWS}<br>\n<br/>{MORE}<br>Nobody knows.</div>")) == [NEWS, f"{MORE} Nobody knows."]


def test_where_all_the_text_is_long_lines_each_is_a_paragraph() -> None:
    lines = [f"{NEWS} {MORE}"] * 6

    assert _body(_read(f"<td>{'<br>'.join(lines)}</td>")) == lines


def test_what_a_script_or_a_comment_says_is_no_text() -> None:
    hostile = (
        f"<script>document.write('<p>{MORE}</p>')</script><!-- <p>{MORE}</p> --><noscript><p>{MORE}</p></noscript>"
    )

    assert _body(
        _read(f"<div><p>{NEWS}</p>{hostile}<style>p {{ }}</style><template><p>{MORE}</p></template></div>")
    ) == [NEWS]


def test_entities_and_what_does_not_print_are_resolved() -> None:
    draft = _read(f"<p>{NEWS} &laquo;16&nbsp;000&raquo; &#x1b;[31m&#8238;&lt;b&gt;&amp;amp;&shy; {MORE}</p>")

    assert _body(draft) == [f"{NEWS} «16\u00a0000» [31m<b>&amp; {MORE}"]


@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "koi8-r", "iso-8859-1", "nonsense", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-u", "cp866", "utf-16", "utf-16-le", "utf-8-sig"])
def test_bytes_that_contradict_what_is_declared_are_believed(encoding: str, declared: str) -> None:
    text = f"<html><head><meta charset='{declared}'></head><body><p>{RUSSIAN}</p></body></html>"

    assert decode_page(text.encode(encoding)) == text
    assert decode_page(text.encode(encoding), "utf-8") == text


def test_a_box_pasted_into_a_page_in_another_encoding_is_read() -> None:
    page = (
        f"<p>{RUSSIAN}</p><div>".encode("cp1251")
        + "«Новости — партнёров»".encode()
        + f"</div><p>{RUSSIAN}</p>".encode("cp1251")
    )

    assert decode_page(page) == f"<p>{RUSSIAN}</p><div>«Новости — партнёров»</div><p>{RUSSIAN}</p>"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-u"])
def test_ukrainian_is_read_whatever_is_declared(encoding: str) -> None:
    for declared in ("koi8-r", "windows-1251", "utf-8", ""):
        assert decode_page(f"<p>{UKRAINIAN}</p>".encode(encoding), declared) == f"<p>{UKRAINIAN}</p>"


def test_a_western_page_is_read_as_declared() -> None:
    text = "<p>L’été dernier, à Genève, les élèves ont été félicités par le préfet.</p>"

    assert decode_page(text.encode("cp1252"), "iso-8859-1") == text


def test_a_page_that_was_cut_off_is_read_to_where_it_was_cut() -> None:
    assert _body(read_html(f"<p>{RUSSIAN}</p><p>{UKRAINIAN} Їх".encode()[:-1], "page.html"))[0] == RUSSIAN


def test_addresses_are_completed_by_where_the_page_comes_from() -> None:
    head = "<link rel=canonical href=/news/dam><link rel=alternate hreflang=ru-RU href=../ru/dam>"
    hostile = (
        "<link rel=alternate hreflang=uk href='javascript:alert(1)'><link rel=alternate hreflang=pl href='http://['>"
    )

    about = _read(f"{head}{hostile}<p>{NEWS}</p>", address="https://news.example/x").metadata

    assert about.address == "https://news.example/news/dam"
    assert about.alternates == (("ru", "https://news.example/ru/dam"),)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("<meta property='article:published_time' content='2026-11-24T10:00:00+0200'>", "2026-11-24T10:00:00+02:00"),
        ("<meta name=date content='24.11.2026'>", "2026-11-24"),
        ("<meta name=date content='0001-01-01'><time datetime=2026-11-24>today</time>", "2026-11-24"),
        ("<div class=post-date>24 ноября 2026, 10:00</div>", "2026-11-24"),
        ("<link rel=canonical href=https://news.example/2026/11/24/dam>", "2026-11-24"),
        ('<script type=application/ld+json>{"@type": "Article", "datePublished": [1, {</script>', ""),
    ],
)
def test_the_date_is_found_where_sites_say_it(head: str, date: str) -> None:
    assert _read(f"<html lang=ru>{head}<h1>Прорыв</h1><div><p>{NEWS}</p></div>").metadata.date == date


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body><div id=root></div><script src=app.js></script></body></html>",
        b"<html></html>",
        b"<!DOCTYPE html>",
        b"<ul><li><a href=/1>One thing that happened in the town</a><li><a href=/2>Another</a></ul>",
        b"<div>" * 9_000,
        b"<!--" * 9_000,
    ],
)
def test_a_page_without_an_article_is_refused(raw: bytes) -> None:
    assert "no article text found" in _refusal(raw).message


def test_a_page_for_subscribers_is_called_so() -> None:
    note = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'

    assert "subscribers" in _refusal(f"{note}<p>{NEWS}</p><div class=paywall>Subscribe</div>".encode()).message


def test_a_page_in_an_unknown_encoding_is_refused() -> None:
    assert "encoding" in _refusal(b"<html>" + bytes(range(128, 256)) * 9).message


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<div>" * 100_001, "has more than 100,000 tags"),
        (b"<p>" + b"word " * 700_000, "is longer than 3 million characters"),
    ],
    ids=["tags", "text"],
)
def test_a_page_that_is_too_much_is_refused(raw: bytes, said: str) -> None:
    assert said in _refusal(raw).message


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000,
        "<b>" * 50_000,
        "<table><tr><td>" * 9_000,
        "</div>" * 50_000,
        "<ul><li>" * 9_000,
    ],
    ids=lambda markup: markup[:8],
)
def test_however_deep_a_page_is_its_article_is_found(markup: str) -> None:
    assert NEWS in _body(_read(f"{markup}<p>{NEWS}</p><p>{MORE}</p>"))


@pytest.mark.parametrize(
    "note", ["[" * 100_000, '{"@graph":' * 9_000, '{"@type": 7, "author": {"name": []}}', '"\\ud800"', ""]
)
def test_a_broken_note_is_passed_over(note: str) -> None:
    assert _body(_read(f"<script type=application/ld+json>{note}</script><p>{NEWS}</p>")) == [NEWS]
