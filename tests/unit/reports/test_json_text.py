import json

import pytest

from polyglot_news.reports.json_text import json_line, json_text

HOSTILE = "\x1b[31m\x7f\x9b\u202e\u2028\u200b\u00ad\udcff\U000e0001\ue000\r\n\t"


def test_json_escapes_what_could_harm_a_screen_and_nothing_else() -> None:
    document = {"Київ «16\u00a0000»": HOSTILE}

    text = json_text(document)

    assert text.startswith('{\n "Київ «16\u00a0000»": ')
    assert all(one.isprintable() or one in "\n\u00a0" for one in text)
    assert json.loads(text) == document


def test_a_line_is_one_line_whatever_it_holds() -> None:
    document = [HOSTILE, {"a": 1}]

    line = json_line(document)

    assert line.endswith("\n")
    assert line[:-1].isprintable()
    assert json.loads(line) == document


def test_what_unicode_may_assign_one_day_is_the_same_in_every_version_of_python() -> None:
    assert json_line("\u0378😀") == '"\u0378😀"\n'


def test_what_json_cannot_hold_is_an_error() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"score": float("nan")})
