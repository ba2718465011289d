"""Packages from the command line: installed, listed, verified, exported, removed, and used; hostile ones refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polyglot_news.translation.packages import read_package

if TYPE_CHECKING:
    from tests.e2e.conftest import Run

NAME = "translate-ru_en-1_9"
FILE = "ru.argosmodel"
Pack = Callable[[Mapping[str, bytes | None]], Path]


@pytest.fixture
def packed(packages_folder: Path, pack: Callable[..., Path], home: Path) -> Pack:
    """The small Russian package in a file, with changes."""
    return partial(pack, read_package(packages_folder / NAME), home / FILE)


def test_a_package_is_installed_exported_and_removed(pn: Run, home: Path, packed: Pack) -> None:
    packed({})

    installed = pn("models", "install", FILE)
    exported = pn("models", "export", NAME, "again.argosmodel")
    removed = pn("models", "remove", NAME)
    listed = pn("models", "list", "--format", "json")

    folder = home / "packages" / NAME
    assert (installed.code, installed.out) == (0, "")
    assert installed.err == f"installed {NAME} (Russian to English) in {folder}\n"
    assert (exported.code, exported.out, exported.err) == (0, "", f"exported {NAME} to again.argosmodel\n")
    assert (removed.code, removed.err) == (0, f"removed {folder}\n")
    assert all(one["starter"] for one in listed.json())


def test_a_damaged_package_is_named_with_exit_code_3(pn: Run, home: Path, packed: Pack) -> None:
    packed({})
    pn("models", "install", FILE)
    model = home / "packages" / NAME / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:-100])

    verified = pn("models", "verify", NAME)

    assert (verified.code, verified.out) == (3, f"BAD  {NAME}: model/model.bin is truncated\n")


def test_the_packages_that_come_along_are_whole(pn: Run) -> None:
    verified = pn("models", "verify")

    assert (verified.code, verified.err) == (0, "")
    assert "starter, ru to en" in verified.out
    assert "starter, uk to en" in verified.out


def test_the_folder_of_packages_is_that_of_argos_translate(pn: Run, home: Path) -> None:
    default = pn("models", "path", settings={"ARGOS_PACKAGES_DIR": ""})

    assert default.out == f"{home / 'argos-translate' / 'packages'}\n"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({f"{NAME}/../../evil.txt": b"x"}, "holds a path that leads out of the package"),
        ({f"{NAME}/metadata.json": None}, "metadata.json is missing"),
    ],
    ids=["hostile", "incomplete"],
)
def test_a_hostile_or_incomplete_package_is_refused_and_nothing_of_it_is_left(
    pn: Run, home: Path, packed: Pack, changes: Mapping[str, bytes | None], said: str
) -> None:
    packed(changes)
    before = {*home.iterdir(), home / "packages"}

    pn("models", "install", FILE).assert_refused(3, f"{FILE}: ", said)

    assert {*home.iterdir(), home / "packages"} == before
    assert list(home.glob("packages/*")) == []
    assert not (home.parent / "evil.txt").exists()


def test_a_truncated_download_is_refused_with_what_to_do(pn: Run, packed: Pack) -> None:
    file = packed({})
    file.write_bytes(file.read_bytes()[:-1000])

    refused = pn("models", "install", FILE)

    refused.assert_refused(3, f"{FILE}: is not a whole zip file")
    assert "download it again" in refused.err
