from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


def test_the_demonstration_compares_two_editions_and_says_how(pn: Run) -> None:
    outcome = pn("demo", "--format", "json")

    assert outcome.code == 0
    assert [one["language"] for one in json.loads(outcome.out)["editions"]] == ["ru", "uk"]
    assert outcome.err.startswith("this was: pn compare ")
    assert outcome.err.count("\n") == 1


def test_the_demonstration_keeps_translations_unless_told_not_to(
    pn: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLYGLOT_NEWS_CACHE", str(home / "kept"))

    assert pn("demo", "--no-cache", "--layout", "summary").code == 0
    assert not (home / "kept").exists()
    assert pn("demo", "--layout", "summary").code == 0
    assert [*(home / "kept").iterdir()]
