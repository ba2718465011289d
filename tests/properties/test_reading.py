"""What holds for every article, whatever bytes it came from."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from polyglot_news.errors import InputError
from polyglot_news.model import Article, Role
from polyglot_news.sources.articles import LoadSettings, read_article

PIECES = st.sampled_from(
    ["The dam broke", "Плотину прорвало", "Греблю прорвало", ". ", "\n", "\n\n", "\r\n", "\x1b[31m", "\u202e", "Share",
     "Реклама", "«", "»", "[b]", "<i>", "\u00ad", "\x00", "12%", " ", "и\u0306"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=20).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-u"])
BYTES = st.binary(max_size=120) | st.builds(lambda text, encoding: text.encode(encoding, "ignore"), TEXTS, ENCODINGS)
HOW = st.builds(LoadSettings, lines=st.booleans(), keep_boilerplate=st.booleans())


def _read(raw: bytes, how: LoadSettings) -> Article | str:
    """Read bytes; where they are refused, the message."""
    try:
        return read_article(raw, "edition.txt", how)
    except InputError as refused:
        return refused.message


def _texts(article: Article | str) -> list[str]:
    """All texts that reach a reader."""
    if isinstance(article, str):
        return [article]
    return [*(one.text for one in article.paragraphs), *(one.text for one in article.boilerplate), article.title]


@settings(deadline=None, max_examples=80)
@given(BYTES, HOW)
@example(b"\xff\xfe", LoadSettings())
@example("\u2028".encode(), LoadSettings(lines=True))
def test_bytes_are_an_article_or_refused_in_one_line(raw: bytes, how: LoadSettings) -> None:
    article = _read(raw, how)

    if isinstance(article, str):
        assert article.startswith("edition.txt: ")
        assert "\n" not in article
    else:
        assert any(paragraph.text.strip() for paragraph in article.paragraphs)
        assert article.language not in {"", "und"}
        assert 0 <= article.language_confidence <= 1
        assert article.title == (article.paragraphs[0].text if article.paragraphs[0].role is Role.TITLE else "")


@settings(deadline=None, max_examples=80)
@given(BYTES, HOW)
def test_nothing_in_an_article_can_steer_a_terminal(raw: bytes, how: LoadSettings) -> None:
    for text in _texts(_read(raw, how)):
        assert not [one for one in text if unicodedata.category(one) in {"Cc", "Cf"}]


@settings(deadline=None, max_examples=80)
@given(BYTES, HOW)
def test_sentences_hold_all_that_their_paragraph_says(raw: bytes, how: LoadSettings) -> None:
    article = _read(raw, how)

    for k, paragraph in enumerate(() if isinstance(article, str) else article.paragraphs):
        assert {span.paragraph for span in paragraph.sentences} <= {k}
        quoted = "".join(paragraph.text[span.start : span.end] for span in paragraph.sentences)
        assert "".join(quoted.split()) == "".join(paragraph.text.split())
