import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.sources.encodings import decode, find_mix

RUSSIAN = (
    "Президент подписал указ о повышении пенсий.",
    "Жители села третий день ждут помощи, сообщает агентство.",
    "«Мы не знаем, кто стрелял», — сказал врач.",
    "В 2014 году Россия заняла Крым.",
    "Съёмки фильма об этом событии ещё не объявлены.",
)
UKRAINIAN = (
    "Президент підписав указ про підвищення пенсій.",
    "Мешканці села третій день чекають на допомогу, повідомляє агентство.",
    "Її об'єднання з партією — річ нечувана, ґрунт хиткий.",
    "Торік Росія напала на Україну з трьох боків.",
    "Щодня туди їздить сім автобусів.",
)
EVERYWHERE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


def _texts(*sentences: str) -> st.SearchStrategy[str]:
    """One or several sentences, in capitals or not, in lines that end as on one of the systems."""
    several = st.lists(st.sampled_from(sentences), min_size=1, max_size=4)
    joined = st.builds(lambda end, parts: end.join(parts), st.sampled_from([" ", "\n", "\r\n", "\n\n"]), several)
    return joined | joined.map(str.upper)


def _without(text: str, encoding: str) -> str:
    """Leave out what the encoding does not have: quotation marks and dashes in KOI8."""
    return text.encode(encoding, "ignore").decode(encoding)


@settings(deadline=None, max_examples=60)
@given(_texts(*RUSSIAN, *UKRAINIAN, "The dam broke on Monday."), st.sampled_from(EVERYWHERE))
def test_unicode_is_read_with_and_without_its_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@settings(deadline=None, max_examples=60)
@given(_texts(*RUSSIAN, *UKRAINIAN))
def test_big_endian_with_its_mark_is_read(text: str) -> None:
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


@settings(deadline=None, max_examples=60)
@given(_texts(*RUSSIAN), st.sampled_from(["cp1251", "koi8-r", "koi8-u"]))
def test_russian_is_read_in_its_old_encodings(text: str, encoding: str) -> None:
    text = _without(text, encoding)

    assert decode(text.encode(encoding)) == text


@settings(deadline=None, max_examples=60)
@given(_texts(*UKRAINIAN), st.sampled_from(["cp1251", "koi8-u"]))
def test_ukrainian_is_read_in_its_old_encodings(text: str, encoding: str) -> None:
    text = _without(text, encoding)

    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", EVERYWHERE)
@pytest.mark.parametrize("word", ["Реклама", "Київ", "Путин"])
def test_a_single_word_is_read_in_unicode(word: str, encoding: str) -> None:
    assert decode(word.encode(encoding)) == word


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60).filter(lambda text: "\0" not in text and "\4" not in text))
def test_whatever_is_written_in_utf8_is_read(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == ""


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)),
        b"\x00\x01\x02\x03" * 40,
        b"\xca\xfe\xba\xbe\x00\x00\x00\x34" * 20,
        b"\xff\xfe\x41",  # half a character after the mark of UTF-16
        b"\xef\xbb\xbf\xff\xff",  # no UTF-8 after its mark
        b"RIFF\x24\x80\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x02\x00" + b"\x80\x9c\xf1\x03" * 90,
        "Путин прибыл в Москву.".encode("cp866"),  # of DOS: not among those we read
    ],
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    assert decode(raw) is None


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200))
def test_no_bytes_are_a_fault(raw: bytes) -> None:
    text = decode(raw)

    assert text is None or isinstance(text, str)


def test_a_text_that_was_cut_off_in_the_middle_of_a_letter_is_read_up_to_it() -> None:
    assert decode(f"{RUSSIAN[0]}\nК".encode()[:-1]) == f"{RUSSIAN[0]}\n"


@pytest.mark.parametrize(
    ("usual", "other", "said"),
    [
        ("utf-8", "cp1251", ("windows-1251", "UTF-8")),
        ("cp1251", "utf-8", ("UTF-8", "windows-1251")),
        ("cp1251", "koi8-u", ("KOI8", "windows-1251")),
        ("koi8-u", "utf-8", ("UTF-8", "KOI8")),
    ],
)
def test_a_line_in_another_encoding_than_the_others_is_found(usual: str, other: str, said: tuple[str, str]) -> None:
    lines = [text.encode(usual, "ignore") for text in (RUSSIAN[0], RUSSIAN[1], UKRAINIAN[1])]
    lines.insert(2, UKRAINIAN[3].encode(other, "ignore"))

    assert find_mix(b"\n".join(lines)) == (3, *said)


def test_a_short_quotation_that_is_not_utf8_is_found() -> None:
    assert find_mix(RUSSIAN[0].encode() + b"\n" + "«Да»".encode("cp1251")) == (2, "another encoding", "UTF-8")


@pytest.mark.parametrize("encoding", [*EVERYWHERE, "cp1251", "koi8-r", "koi8-u"])
def test_a_text_in_one_encoding_is_no_mix(encoding: str) -> None:
    for text in ("\n".join(RUSSIAN), "\n".join(RUSSIAN).upper(), "The dam broke."):
        assert find_mix(text.encode(encoding, "ignore")) is None
