from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


def test_the_demonstration_compares_two_editions_and_says_how(pn: Run) -> None:
    outcome = pn("demo", "--format", "json")

    assert outcome.code == 0
    assert [one["language"] for one in json.loads(outcome.out)["editions"]] == ["ru", "uk"]
    assert outcome.err.startswith("this was: pn compare ")
    assert outcome.err.count("\n") == 1
