from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polyglot_news.cli.usage import as_input_error

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "said", "hint"),
    [
        (["compar", "a"], "compar: no such command", "did you mean compare?"),
        (["xyz"], "xyz: no such command", "the commands are compare, translate, align, "),
        (["models", "instal"], "instal: no such command", "did you mean install?"),
        (["compare"], "BASE is missing", "compare [OPTIONS] BASE EDITION..."),
        (["compare", "a"], "EDITION is missing", "compare [OPTIONS] BASE EDITION..."),
        (["models", "export", "a"], "FILE is missing", "models export [OPTIONS] NAME FILE"),
        (["compare", "--layot", "inline"], "--layot: no such option", "did you mean --layout?"),
        (["compare", "--xyz"], "--xyz: no such option", "compare -h shows how it is used"),
        (["--xyz"], "--xyz: no such option", "-h shows how it is used"),
        (["compare", "a", "b", "--layout", "x"], "--layout: 'x' is not one of", "compare -h shows how it is used"),
        (["compare", "a", "b", "--output"], "option '--output' requires an argument", "-h shows how it is used"),
        (["compare", "a", "b", "--lines=x"], "option '--lines' does not take a value", "-h shows how it is used"),
        (["extract", "."], ".: is a folder", "give one file for each edition"),
        (["extract", "-"], "-: is empty", "give a file"),
        (["extract", "a", "b\x1b[31m"], "got unexpected extra argument", "extract -h shows how it is used"),
        (["compare", "a", "b", "--format", "x"], "--format: no such format: x", "the formats are terminal, json"),
        (["compare", "a", "b", "--only", "x,y"], "--only: no such kind: x, y", "the kinds are omission, "),
        (["compare", "a", "b", "--min-confidence", "2"], "--min-confidence: 2.0 is not between 0 and 1", "0.5"),
        (["compare", "a", "b", "--min-confidence", "x"], "--min-confidence: x is not a number", "from 0 to 1"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_one_line_and_a_hint(pn: Run, arguments: list[str], said: str, hint: str) -> None:
    outcome = pn(*arguments)

    what, advice = outcome.err.splitlines()
    assert (outcome.code, outcome.out) == (2, "")
    assert what.startswith(f"polyglot-news: {said}")
    assert advice.startswith("  hint: ")
    assert hint in advice
    assert (what + advice).isprintable()


def test_what_is_no_error_of_usage_is_left_to_others() -> None:
    assert as_input_error(ValueError("x")) is None
