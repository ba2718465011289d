from pathlib import Path

import pytest

from polyglot_news.paths import (
    bundled_folder,
    cache_folder,
    colour_preference,
    native_settings,
    packages_folder,
    screen_columns,
)


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"ARGOS_PACKAGES_DIR": "/argos", "XDG_DATA_HOME": "/data"}, Path("/argos")),
        ({"XDG_DATA_HOME": "/data"}, Path("/data/argos-translate/packages")),
        ({"XDG_DATA_HOME": ""}, Path.home() / ".local/share/argos-translate/packages"),
        ({"ARGOS_PACKAGES_DIR": ""}, Path.home() / ".local/share/argos-translate/packages"),
        ({}, Path.home() / ".local/share/argos-translate/packages"),
        ({"ARGOS_PACKAGES_DIR": "~/argos"}, Path.home() / "argos"),
        ({"XDG_DATA_HOME": "~/data"}, Path.home() / "data/argos-translate/packages"),
    ],
)
def test_packages_are_where_argos_translate_keeps_them(environment: dict[str, str], folder: Path) -> None:
    assert packages_folder(environment) == folder


def test_asking_for_the_folder_of_packages_makes_none(tmp_path: Path) -> None:
    packages_folder({"XDG_DATA_HOME": str(tmp_path)})

    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({}, "linux", Path.home() / ".cache/polyglot-news"),
        ({"XDG_CACHE_HOME": "/caches"}, "linux", Path("/caches/polyglot-news")),
        ({"XDG_CACHE_HOME": ""}, "linux", Path.home() / ".cache/polyglot-news"),
        ({"XDG_CACHE_HOME": "caches"}, "linux", Path.home() / ".cache/polyglot-news"),
        ({"XDG_CACHE_HOME": "/caches"}, "darwin", Path.home() / "Library/Caches/polyglot-news"),
        ({"LOCALAPPDATA": "/local"}, "win32", Path("/local/polyglot-news/Cache")),
        ({}, "win32", Path.home() / "AppData/Local/polyglot-news/Cache"),
        ({"POLYGLOT_NEWS_CACHE": "/mine", "XDG_CACHE_HOME": "/caches"}, "linux", Path("/mine")),
        ({"POLYGLOT_NEWS_CACHE": "~/mine"}, "win32", Path.home() / "mine"),
        ({"POLYGLOT_NEWS_CACHE": ""}, "linux", None),
        ({"POLYGLOT_NEWS_CACHE": "0"}, "darwin", None),
    ],
)
def test_translations_are_kept_where_a_system_keeps_what_can_be_made_again(
    environment: dict[str, str], platform: str, folder: Path | None
) -> None:
    assert cache_folder(environment, platform) == folder


def test_the_settings_of_native_libraries_are_told_in_order() -> None:
    environment = {"MKL_CBWR": "AVX2", "HOME": "/home", "CT2_USE_MKL": "1", "ONEDNN_MAX_CPU_ISA": "AVX2"}

    assert native_settings(environment) == ("CT2_USE_MKL=1", "MKL_CBWR=AVX2", "ONEDNN_MAX_CPU_ISA=AVX2")


@pytest.mark.parametrize("name", ["lexicon", "schema", "demo"])
def test_what_is_brought_along_is_there(name: str) -> None:
    assert [*bundled_folder(name).iterdir()]


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, None),
        ({"NO_COLOR": ""}, None),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm-256color"}, None),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "false"}, False),
        ({"FORCE_COLOR": ""}, None),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_as_the_environment_says(environment: dict[str, str], *, wanted: bool | None) -> None:
    assert colour_preference(environment) is wanted


@pytest.mark.parametrize(
    ("columns", "width"),
    [("120", 120), ("", None), ("0", None), ("-5", None), ("wide", None), ("12.5", None), ("²", None)],
)
def test_the_width_is_what_the_environment_says_where_that_is_a_width(columns: str, width: int | None) -> None:
    assert screen_columns({"COLUMNS": columns}) == width


def test_an_environment_without_a_width_has_none() -> None:
    assert screen_columns({}) is None
