from importlib import metadata
from pathlib import Path

import pytest

from polyglot_news.translation.libraries import version_of


@pytest.mark.parametrize("name", ["ctranslate2", "sentencepiece", "sacremoses"])
def test_a_version_is_what_the_metadata_of_the_library_says(name: str) -> None:
    assert version_of(name) == metadata.version(name)


def test_the_first_of_two_places_counts_as_for_an_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, version in (("one", "1.2"), ("two", "3.4")):
        (tmp_path / place / f"some_library-{version}.dist-info").mkdir(parents=True)
        monkeypatch.syspath_prepend(tmp_path / place)

    assert version_of("some_library") == "3.4"


def test_metadata_of_the_older_kind_is_found_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "older_library-0.9.egg-info").mkdir()
    (tmp_path / "older_library-0.9.egg-info" / "PKG-INFO").write_text("Name: older_library\nVersion: 0.9\n")
    monkeypatch.syspath_prepend(tmp_path)

    assert version_of("older_library") == "0.9"


def test_a_library_that_is_not_installed_has_no_version() -> None:
    with pytest.raises(metadata.PackageNotFoundError):
        version_of("no_such_library")
