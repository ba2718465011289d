"""The installed command, run as its users run it: in a folder of their own, with a home of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

from polyglot_news import ArgosTranslator, PackageStore, Report, compare, load_article

COMMAND = Path(sys.executable).with_name("polyglot-news")
CORPORA = Path(__file__).parents[2] / "corpora"
_OURS = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "XDG_CACHE_HOME",
         "ARGOS_PACKAGE_INDEX", "PAGER", "PN_PAGER", "FORCE_HYPERLINK"}  # fmt: skip

ENGLISH = """The mayor opened a bridge on Monday

The bridge over the Vorna cost 25 million euros and took 3 years to build, Mayor Anna Kovalenko said.

Trains will cross it from 5 May. Lorries have to wait until autumn, the ministry of transport said.
"""
RUSSIAN = """Мэр открыла мост в понедельник

Мост через Ворну обошелся в 25 миллионов евро, его строили 3 года, сообщила мэр Анна Коваленко.

Поезда пойдут по нему с 5 мая. Грузовикам придется ждать до осени, сообщили в министерстве транспорта.
"""
POLISH = """Burmistrz otworzyła most w poniedziałek

Most przez rzekę kosztował dwadzieścia pięć milionów euro, a jego budowa trwała trzy lata, powiedziała burmistrz.
"""


@dataclass(frozen=True)
class Outcome:
    """What a run has left: its exit code, and what stands on stdout and stderr."""

    code: int
    out: str
    err: str

    def json(self) -> Any:  # noqa: ANN401  # JSON
        return json.loads(self.out)

    def assert_refused(self, code: int, *said: str) -> None:
        """One line says what is wrong, one more what to do; nothing else is said or printed."""
        what, hint, *more = self.err.removesuffix("\n").split("\n")
        assert self.code == code, self.err
        assert self.out == ""
        assert what.startswith("polyglot-news: ")
        assert hint.startswith("  hint: ")
        assert not more
        assert (what + hint).isprintable()
        for words in said:
            assert words in what


def environment(home: Path) -> dict[str, str]:
    """Nothing of the tester's own settings; no package but the starter."""
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    packages = str(home / "packages")
    return {**kept, "HOME": str(home), "XDG_DATA_HOME": str(home), "ARGOS_PACKAGES_DIR": packages, "TERM": "xterm"}


def run(*arguments: str, home: Path, given: bytes = b"", settings: Mapping[str, str] | None = None) -> Outcome:
    """Run the installed command in `home` with `given` on its standard input."""
    env = {**environment(home), **(settings or {})}
    done = subprocess.run([COMMAND, *arguments], input=given, env=env, cwd=home, capture_output=True, check=False)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


Run = Callable[..., Outcome]
Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with three small editions of one story."""
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "ru.txt").write_text(RUSSIAN, "utf-8")
    (tmp_path / "pl.txt").write_text(POLISH, "utf-8")
    return tmp_path


@pytest.fixture
def pn(home: Path) -> Run:
    """Run the command in that folder."""
    return partial(run, home=home)


@pytest.fixture
def start(home: Path) -> Start:
    """Start the command in that folder, its three streams at hand."""

    def start(*arguments: str, stdout: int = PIPE, stderr: int = PIPE) -> subprocess.Popen[bytes]:
        env = environment(home)
        return subprocess.Popen([COMMAND, *arguments], env=env, cwd=home, stdin=PIPE, stdout=stdout, stderr=stderr)

    return start


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Compare a story of corpora/ in three languages without translating; the same one with the same options once."""
    home = tmp_path_factory.mktemp("stories")

    @cache
    def compared(story: str, *options: str) -> Outcome:
        files = [str(CORPORA / story / f"{language}.txt") for language in ("en", "ru", "uk")]
        return run("compare", *files, "--no-translate", *options, home=home)

    return compared


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """Every story of corpora/ by its name, in three languages, translated by the starter package; compared once."""
    nothing_installed = PackageStore(tmp_path_factory.mktemp("packages"))
    with ArgosTranslator(nothing_installed) as translator:
        return {
            base.parent.name: compare(
                *(load_article(str(base.with_name(f"{language}.txt"))) for language in ("en", "ru", "uk")),
                translator=translator,
            )
            for base in sorted(CORPORA.glob("*/en.txt"))
        }
