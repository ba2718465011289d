from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polyglot_news.version import __version__

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run


def test_the_version_is_printed(pn: Run) -> None:
    assert pn("--version") == (0, f"polyglot-news {__version__}\n", "")


def test_help_is_a_result_and_no_command_is_wrong_usage(pn: Run) -> None:
    asked, nothing = pn("--help"), pn()

    assert (asked.code, asked.err) == (0, "")
    assert (nothing.code, nothing.out) == (2, "")
    assert nothing.err == asked.out
    assert pn("-h") == asked


def test_help_names_every_exit_code(pn: Run) -> None:
    said = " ".join(pn("--help").out.split())

    for code in ("0 done", "1 differences", "2 wrong usage", "3 a package", "70 a fault of ours", "130 interrupted"):
        assert code in said


@pytest.mark.parametrize("option", ["--quiet", "-q", "--no-color", "--verbose", "-v", "--debug"])
def test_options_of_all_commands_may_stand_before_and_behind_the_command(pn: Run, option: str) -> None:
    assert pn(option, "extract", "en.txt") == pn("extract", "en.txt", option) == pn("extract", option, "en.txt")
    assert pn("extract", "en.txt", option).code == 0


def test_behind_two_dashes_stand_names_and_no_options(pn: Run, home: Path) -> None:
    (home / "-q").write_bytes((home / "en.txt").read_bytes())

    assert pn("extract", "--", "-q").out == pn("extract", "en.txt").out


def test_a_fault_of_ours_is_one_line_with_the_place_of_its_details(pn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polyglot_news.cli.extract.load_article", lambda *_: 1 / 0)

    outcome = pn("extract", "en.txt")

    what, hint = outcome.err.splitlines()
    kept = Path(hint.removeprefix("  hint: the details are in ").partition(";")[0])
    assert (outcome.code, outcome.out) == (70, "")
    assert what == "polyglot-news: a fault of ours: ZeroDivisionError"
    assert "ZeroDivisionError" in kept.read_text("utf-8")
    assert f"polyglot-news {__version__}" in kept.read_text("utf-8")
    kept.unlink()


def test_a_fault_shows_its_traceback_where_that_is_asked_for(pn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polyglot_news.cli.extract.load_article", lambda *_: 1 / 0)

    outcome = pn("extract", "en.txt", "--debug")

    assert outcome.code == 70
    assert outcome.err.startswith("Traceback (most recent call last)")
    assert outcome.err.endswith("ZeroDivisionError: division by zero\n")


def test_a_fault_whose_details_cannot_be_kept_is_told_all_the_same(pn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polyglot_news.cli.extract.load_article", lambda *_: 1 / 0)
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")

    outcome = pn("extract", "en.txt")

    assert outcome.code == 70
    assert outcome.err.endswith("\n  hint: --debug shows the details\n")


def test_an_interrupt_is_130_and_silent(pn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("polyglot_news.cli.extract.load_article", interrupt)

    assert pn("extract", "en.txt") == (130, "", "")


def test_help_does_not_wait_for_what_only_commands_need() -> None:
    probe = "import sys; from polyglot_news.cli.app import run; run(['--help']); run([]); print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()

    assert "polyglot_news.cli.app" in loaded
    assert {"numpy", "ctranslate2", "rich", "polyglot_news.comparison", "polyglot_news.cli.compare"}.isdisjoint(loaded)
