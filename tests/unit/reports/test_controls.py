import pytest

from polyglot_news.reports.controls import picture_of, show_controls


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as it is: «слово» 😀 אב", "as it is: «слово» 😀 אב"),
        ("no\u00a0break", "no\u00a0break"),
        ("two\nlines", "two\nlines"),
        ("tab\tform\ffeed\u2028", "tab form feed "),
        ("null\x00 escape\x1b[31m", "null␀ escape␛[31m"),
        ("del\x7f c1\x9b bidi\u202e half\udce9", "del\ufffd c1\ufffd bidi\ufffd half\ufffd"),
        ("soft\u00adhyphen\u200b\ufeff", "softhyphen"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_controls_are_shown_and_letters_kept(text: str, shown: str) -> None:
    assert show_controls(text) == shown


def test_every_character_that_does_not_print_has_a_picture_of_its_own_or_one_that_stands_for_it() -> None:
    assert [picture_of(one) for one in "\x00\x1b\x1f\x7f\u202e"] == ["␀", "␛", "␟", "\ufffd", "\ufffd"]
