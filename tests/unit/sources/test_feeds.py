import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.errors import InputError
from polyglot_news.sources.feeds import Entry, is_feed, read_feed, require_no_feed

AT = "https://news.example/rss/all.xml"
RSS2 = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Новини</title><link>https://news.example/</link><language>uk-UA</language>
  <atom:link href="https://news.example/rss/all.xml" rel="self" type="application/rss+xml"/>
  <image><url>/logo.png</url><title>logo</title><link>https://other.example/</link></image>
  <item><title>Греблю підірвали</title><link>https://news.example/1</link><guid isPermaLink="false">1</guid>
    <pubDate>Tue, 24 Nov 2026 13:28:27 +0200</pubDate><description><![CDATA[<p>Вода</p><p>прибуває.</p>]]></description>
    <content:encoded>Усе.</content:encoded><media:group><media:title>Фото</media:title></media:group></item>
  <item><media:title>Фото</media:title><title>По-русски</title><guid>https://news.example/2</guid>
    <dc:language>ru</dc:language><dc:date>2026-11-23</dc:date></item>
  <item><description>ні назви, ні адреси</description></item>
</channel></rss>"""
RSS1 = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>News</title><link>https://news.example/</link>
  <dc:language>en-gb</dc:language><items><rdf:Seq><rdf:li resource="https://news.example/1"/></rdf:Seq></items></channel>
<item rdf:about="https://news.example/1"><title>The dam is gone</title><link>https://news.example/1</link>
  <description>Water rises.</description><dc:date>2026-11-24T13:28:27Z</dc:date></item>
</rdf:RDF>"""
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://news.example/atom/">
<title>News</title><link rel="self" href="feed.xml"/><link href="/"/><updated>2026-11-25T00:00:00Z</updated>
<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>dam</b> is gone</div></title>
  <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="application/json" href="1.json"/>
  <link rel="alternate" type="text/html" href="1"/><id>tag:1</id>
  <source><id>tag:source</id><title>Agency</title><updated>2020-01-01T00:00:00Z</updated></source>
  <updated>2026-11-24T15:00:00Z</updated><published>2026-11-24T13:28:27Z</published>
  <summary type="html">Water &lt;em&gt;rises&lt;/em&gt; &amp;amp; rises.</summary></entry>
<entry xml:lang="ru" xml:base="ru/"><title>Плотины нет</title><link href="1"/><id>tag:2</id>
  <updated>2026-11-24T15:00:00Z</updated><content type="html">&lt;p&gt;Вода.&lt;/p&gt;</content></entry>
</feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "News", "language": "en",
        "home_page_url": "https://news.example/", "feed_url": "https://news.example/feed.json",
        "items": [
            {"id": 1, "url": "/1", "title": "The dam is gone", "date_published": "2026-11-24T13:28:27+02:00",
             "content_html": "<p>Water rises.</p>"},
            {"id": "2", "external_url": "https://other.example/2", "title": "Ще", "language": "uk", "summary": "Так."},
            "no item", {"title": ["a"], "url": None},
        ],
    }
)  # fmt: skip


def _only(markup: str | bytes, source: str = AT) -> Entry:
    (entry,) = read_feed(markup if isinstance(markup, bytes) else markup.encode(), source)
    return entry


def _item(inner: str, declared: str = "") -> str:
    return f"{declared}<rss version='2.0'><channel><item>{inner}</item></channel></rss>"


def test_rss_2_is_read() -> None:
    assert read_feed(RSS2.encode(), AT) == (
        Entry("Греблю підірвали", "https://news.example/1", "2026-11-24T13:28:27+02:00", "uk", "Вода прибуває.", "1"),
        Entry("По-русски", "https://news.example/2", "2026-11-23", "ru", "", "https://news.example/2"),
    )


def test_rss_1_is_read() -> None:
    assert _only(RSS1) == Entry(
        "The dam is gone", "https://news.example/1", "2026-11-24T13:28:27+00:00", "en", "Water rises.", ""
    )


def test_atom_is_read() -> None:
    date, later = "2026-11-24T13:28:27+00:00", "2026-11-24T15:00:00+00:00"

    assert read_feed(ATOM.encode(), AT) == (
        Entry("The dam is gone", "https://news.example/atom/1", date, "en", "Water rises & rises.", "tag:1"),
        Entry("Плотины нет", "https://news.example/atom/ru/1", later, "ru", "Вода.", "tag:2"),
    )


def test_atom_without_its_namespace_is_read() -> None:
    assert _only("<feed><entry><title>A</title><link href='/a'/></entry></feed>").address == "https://news.example/a"


def test_json_feed_is_read() -> None:
    assert read_feed(JSON.encode(), "feed.json") == (
        Entry("The dam is gone", "https://news.example/1", "2026-11-24T13:28:27+02:00", "en", "Water rises.", "1"),
        Entry("Ще", "https://other.example/2", "", "uk", "Так.", "2"),
    )


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-u", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("declared", ["", "utf-8", "koi8-u", "nonsense", "unicode_escape"])
def test_an_encoding_is_found_though_it_is_declared_wrongly(encoding: str, declared: str) -> None:
    inner = "<title>Мешканці села третій день чекають на допомогу</title><pubDate>2026-11-24</pubDate>"
    declared = "" if encoding == "windows-1251" and declared == "koi8-u" else declared  # letters either way
    markup = _item(inner, f'<?xml version="1.0" encoding="{declared}"?>' if declared else "")

    assert _only(markup.encode(encoding)).title == "Мешканці села третій день чекають на допомогу"


@pytest.mark.parametrize("declaration", ["", "<?xml version='1.0' encoding='windows-1251'?>"])
def test_a_letter_cut_in_two_makes_no_other_encoding(declaration: str) -> None:
    whole = f"{declaration}<rss><item><title>Президент подписал указ о повышении пенсий</title><description>Жители села"

    entry = _only(whole.encode()[:-1] + b"...</description></item></rss>")

    assert entry.title == "Президент подписал указ о повышении пенсий"
    assert entry.summary.startswith("Жители сел")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("AT&T", "AT&T"),
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("&laquo;Вода&raquo;&nbsp;— да", "«Вода»\u00a0— да"),
        ("&amp;laquo;Вода&amp;raquo;", "«Вода»"),
        ("&#1042;&#x43E;да", "Вода"),
        ("A&nosuch;B &", "A&nosuch;B &"),
        ("&lt;b&gt;Вода&lt;/b&gt; прибуває", "Вода прибуває"),
        ("<b>Вода</b> прибуває", "Вода прибуває"),
        ("<![CDATA[<i>R&D</i> &mdash; a<br/>b]]>", "R&D — a b"),
        ("5 &lt; 6 and 7 &gt; 6", "5 < 6 and 7 > 6"),
        ("<![CDATA[a<script>alert(1)</script>b<!-- c -->d<style>e]]>", "a b d"),
        (" two\n\t lines\u200b\x07 ", "two lines"),
        ("a&#8;b\u202ec", "abc"),
    ],
)
def test_a_title_is_one_line_without_markup(written: str, title: str) -> None:
    assert _only(_item(f"<title>{written}</title><link>/1</link>")).title == title


@pytest.mark.parametrize(
    ("link", "source", "address"),
    [
        ("/1?a=b&c=d", AT, "https://news.example/1?a=b&c=d"),
        ("/1?a=b&amp;c=d", AT, "https://news.example/1?a=b&c=d"),
        ("<![CDATA[ https://news.example/1?a=b&c=d ]]>", "a.xml", "https://news.example/1?a=b&c=d"),
        ("\n https://news.example/1 \n", "a.xml", "https://news.example/1"),
        ("../1", AT, "https://news.example/1"),
        ("//other.example/1", AT, "https://other.example/1"),
        ("/новини", AT, "https://news.example/новини"),
        ("/1", "a.xml", ""),
        ("javascript:alert(1)", AT, ""),
        ("file:///etc/passwd", AT, ""),
        ("https://[bad/", AT, ""),
        ("https://news.example/\u202e1", AT, ""),
        ("", AT, ""),
    ],
)
def test_a_link_is_a_complete_address_or_none(link: str, source: str, address: str) -> None:
    assert _only(_item(f"<title>A</title><link>{link}</link>"), source).address == address


def test_a_relative_link_in_a_file_is_completed_by_the_site_that_the_feed_names() -> None:
    markup = (
        "<rss><channel><link>https://news.example/</link><item><title>A</title><link>/1</link></item></channel></rss>"
    )

    assert _only(markup, "a.xml").address == "https://news.example/1"


def test_the_page_wins_over_the_address_that_counts_clicks() -> None:
    inner = "<link>https://feeds.example/~r/1</link><f:origLink>https://news.example/1</f:origLink>"
    markup = f'<rss xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"><item>{inner}</item></rss>'

    assert _only(markup).address == "https://news.example/1"


def test_the_country_for_the_language_is_a_known_mistake() -> None:
    assert _only("<rss><channel><language>ua</language><item><title>A</title></item></channel></rss>").language == "uk"


def test_articles_are_told_apart_though_their_markup_is_not_closed() -> None:
    broken = "<title>A</title><description><p>text<br>more</description><pubDate>2026-11-24</pubDate></item>"
    markup = f"<rss><channel><item>{broken}<item><title>B</title><link>/b</link></item></channel>"

    first, second = read_feed(markup.encode(), AT)

    assert (first.title, first.summary, first.date) == ("A", "text more", "2026-11-24")
    assert (second.title, second.address) == ("B", "https://news.example/b")


def test_a_feed_that_was_cut_off_keeps_what_was_whole() -> None:
    titles = [entry.title for entry in read_feed(RSS2[: RSS2.index("<dc:language>")].encode(), AT)]

    assert titles == ["Греблю підірвали", "По-русски"]


def test_an_article_of_another_vocabulary_inside_the_text_is_no_article() -> None:
    inside = "<content type='xml'><entry xmlns='urn:other'><title>B</title></entry></content>"
    markup = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{inside}<title>A</title></entry></feed>"

    assert (_only(markup).title, _only(markup).summary) == ("A", "B")


def test_what_a_server_complains_of_before_the_feed_is_passed_over() -> None:
    notice = "<br />\n<b>Notice</b>: Undefined index in <b>/rss.php</b><br />\n<?xml version='1.0'?>\n"

    assert _only(_item("<title>A</title>", notice)).title == "A"


def test_prefixes_that_nobody_declared_are_read() -> None:
    entry = _only("<rss><item><media:title>B</media:title><title>A</title><dc:date>2026-11-24</dc:date></item></rss>")

    assert (entry.title, entry.date) == ("A", "2026-11-24")


def test_entities_of_a_feeds_own_are_not_expanded() -> None:
    definitions = '<!ENTITY a "AAAAAAAA"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">'
    doctype = f"<?xml version='1.0'?><!DOCTYPE rss [{definitions}]>"

    assert _only(_item("<title>x&a;&b;&c;</title>", doctype)).title == "x&a;&b;&c;"


@pytest.mark.parametrize(
    "inner",
    [
        "<title>" + "<a>" * 50_000, "<title>" + "<![CDATA[" * 50_000, "<title>" + "&" * 50_000,
        "<title><![CDATA[" + "<!--" * 50_000 + "]]></title>", "<title><![CDATA[" + "<script>" * 50_000 + "]]></title>",
        "<title><![CDATA[" + "<p <" * 50_000 + "]]></title>", "<item>" * 50_000, "<title a='" + "b" * 200_000 + "'/>",
    ],
)  # fmt: skip
def test_a_hostile_feed_costs_no_more_than_its_length(inner: str) -> None:
    assert len(read_feed(_item(f"<link>/1</link>{inner}").encode(), AT)) == 1


def test_a_feed_without_an_end_is_refused() -> None:
    with pytest.raises(InputError, match="more than 20000 articles"):
        read_feed(b"<rss><channel>" + b"<item><title>a</title></item>" * 20_001, AT)


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"   ", b"text", b"{}", b'{"version": "1.0"}', b"\x00\x01", b"<svg/>", b"<!doctype html><p><rss></rss>",
        b"<html><body><feed></feed>", b"%PDF-1.7 <rss>", b"<rssx><item/></rssx>",
    ],
)  # fmt: skip
def test_what_is_no_feed_is_said(raw: bytes) -> None:
    assert not is_feed(raw)
    require_no_feed(raw, "a.html")
    with pytest.raises(InputError, match=r"^a\.html: is not a feed$"):
        read_feed(raw, "a.html")


@pytest.mark.parametrize("raw", ['{"version": "https://jsonfeed.org/version/1", "items": [', "{" + JSON[1:-1]])
def test_a_damaged_json_feed_is_said(raw: str) -> None:
    with pytest.raises(InputError, match="damaged JSON Feed"):
        read_feed(raw.encode(), AT)


@pytest.mark.parametrize("feed", [RSS2, RSS1, ATOM, JSON, "\n<rss/>", '<?xml version="1.0"?><a:RDF xmlns:a="b"/>'])
def test_a_feed_given_as_an_article_is_named(feed: str) -> None:
    n_entries = len(read_feed(feed.encode(), AT))
    count = "1 article" if n_entries == 1 else f"{n_entries} articles"

    with pytest.raises(InputError) as failure:
        require_no_feed(feed.encode(), "a.xml")

    assert failure.value.message == f"a.xml: is a feed with {count}"
    assert "pn batch" in failure.value.hint


@given(st.binary(max_size=200))
def test_whatever_follows_the_first_element_is_read_or_left(rest: bytes) -> None:
    for entry in read_feed(b"<rss><channel><item><title>A</title></item>" + rest, AT):
        assert entry.title.isprintable()
