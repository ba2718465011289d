"""The command line in this process: as `main` runs it, without what only a process can show."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from polyglot_news.cli.app import run

ENGLISH = """The mayor opened a bridge on Monday

The bridge over the Vorna cost 25 million euros and took 3 years to build, Mayor Anna Kovalenko said.

Trains will cross it from 5 May. Lorries have to wait until autumn, the ministry of transport said.
"""
RUSSIAN = """Мэр открыла мост в понедельник

Мост через Ворну обошелся в 25 миллионов евро, его строили 3 года, сообщила мэр Анна Коваленко.

Поезда пойдут по нему с 5 мая. Грузовикам придется ждать до осени, сообщили в министерстве транспорта.
"""


class Outcome(NamedTuple):
    """What a run has left."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two editions of one story and an exact translation; no package is installed."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "ru.txt").write_text(RUSSIAN, "utf-8")
    (tmp_path / "exact.txt").write_text(ENGLISH.replace("\n\n", "\n"), "utf-8")
    return tmp_path


@pytest.fixture
def pn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command, with `given` on its standard input."""

    def pn(*arguments: str, given: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        capsys.readouterr()
        code = run(list(arguments))
        return Outcome(code, *capsys.readouterr())

    return pn


@pytest.fixture
def installed(home: Path, packages_folder: Path) -> Path:
    """The small packages stand in the folder of Argos Translate. Not to be written to."""
    (home / "packages").symlink_to(packages_folder)
    return home / "packages"
