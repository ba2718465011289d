import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.sources.timestamps import iso_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Tue, 24 Nov 2026 13:28:27 +0200", "2026-11-24T13:28:27+02:00"),
        ("Tue, 24 Nov 2026 13:28:27 GMT", "2026-11-24T13:28:27+00:00"),
        ("24 Nov 26 13:28 EST", "2026-11-24T13:28:00-05:00"),
        ("Mon, 24 Nov 2026 13:28:27 +0200", "2026-11-24T13:28:27+02:00"),  # it was a Tuesday
        ("Вт, 24 ноября 2026 13:28:27 +0300", "2026-11-24T13:28:27+03:00"),
        ("Вт, 24 лист. 2026 13:28", "2026-11-24T13:28:00"),
        ("3 мая 2026", "2026-05-03"),
        ("24-Nov-2026 13:28 MSK", "2026-11-24T13:28:00+03:00"),
        ("Tue, 24 Nov 2026 13:28:27 GMT+3", "2026-11-24T13:28:27+03:00"),
        ("Tue, 24 Nov 2026 13:28:60 +0000", "2026-11-24T13:28:59+00:00"),
        ("Tue, 24 Nov 2026 25:61:00 +0000", "2026-11-24"),
        ("Tue, 24 Nov 2026 1:28 PM", "2026-11-24"),
        ("Tue, 24 Nov 2026 13:28:27 Q", "2026-11-24T13:28:27"),
        ("Tue, 31 Feb 2026 13:28:27 GMT", ""),
        ("2026-11-24", "2026-11-24"),
        ("2026-11-24T13:28:27Z", "2026-11-24T13:28:27+00:00"),
        ("2026-11-24T13:28:27.123+02:00", "2026-11-24T13:28:27+02:00"),
        ("2026-11-24 13:28", "2026-11-24T13:28:00"),
        ("2026-11-24T13:28:27+0200", "2026-11-24T13:28:27+02:00"),
        ("2026-11-24T13:28:27+99:00", "2026-11-24"),
        ("24.11.2026 13:28", "2026-11-24T13:28:00"),
        ("24.11.2026", "2026-11-24"),
        ("0000-00-00 00:00:00", ""),
        ("yesterday", ""),
        ("1 Foo 2026", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_as_far_as_it_is_right(text: str, iso: str) -> None:
    assert iso_date(text) == iso


@given(st.datetimes())
def test_what_is_iso_already_stays(moment: object) -> None:
    text = str(moment)[:19].replace(" ", "T")

    assert iso_date(text) == text


@given(st.text(alphabet="0123456789-:. TZ+,GMTnov", max_size=40))
def test_anything_is_a_date_or_none(text: str) -> None:
    iso_date(text)
