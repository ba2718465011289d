from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


def test_a_whole_installation_is_well(pn: Run) -> None:
    outcome = pn("doctor", "--format", "json")

    found = {one["name"]: one for one in json.loads(outcome.out)}
    assert outcome.code == 0
    assert all(one["ok"] for one in found.values())
    assert {"polyglot-news", "lexicon", "schema", "demo", "ctranslate2", "package folder"} <= set(found)
    assert found["package folder"]["said"].endswith("(none yet)")


def test_what_is_wrong_is_named_with_exit_code_3(pn: Run, home: Path) -> None:
    (home / "packages").write_text("a file", "utf-8")

    outcome = pn("doctor")

    wrong = [line for line in outcome.out.splitlines() if line.startswith("BAD ")]
    assert outcome.code == 3
    assert wrong == [f"BAD  package folder: {home / 'packages'}: cannot be read: not a directory"]
