from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"


def test_a_whole_installation_is_well(pn: Run) -> None:
    outcome = pn("doctor", "--format", "json")

    found = {one["name"]: one for one in json.loads(outcome.out)}
    assert outcome.code == 0
    assert all(one["ok"] for one in found.values())
    assert {"polyglot-news", "alignment", "differences", "language", "lexicon", "schema", "demo"} <= set(found)
    assert {"ctranslate2", "package folder"} <= set(found)
    assert found["package folder"]["said"].endswith("(none yet)")


def test_every_library_that_is_installed_along_is_looked_for(pn: Run) -> None:
    asked = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["dependencies"]

    found = {one["name"] for one in json.loads(pn("doctor", "--format", "json").out)}

    assert {re.split(r"[<>=\[]", one)[0] for one in asked} <= found
    assert "py3langid" not in found  # its model comes along


def test_what_is_wrong_is_named_with_exit_code_3(pn: Run, home: Path) -> None:
    (home / "packages").write_text("a file", "utf-8")

    outcome = pn("doctor")

    wrong = [line for line in outcome.out.splitlines() if line.startswith("BAD ")]
    assert outcome.code == 3
    assert wrong == [f"BAD  package folder: {home / 'packages'}: cannot be read: not a directory"]


def test_it_says_how_many_translations_are_kept(pn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def said() -> str:
        found = json.loads(pn("doctor", "--format", "json").out)
        return next(str(one["said"]) for one in found if one["name"] == "translation cache")

    kept = said()
    monkeypatch.setenv("POLYGLOT_NEWS_CACHE", "0")

    assert kept.endswith(", 0 sentences")
    assert said() == "switched off"
