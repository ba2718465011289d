from pathlib import Path

import pytest

from polyglot_news.paths import bundled_folder, cache_folder, downloads_folder, packages_folder, records_folder


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


@pytest.mark.parametrize("name", ["lexicon", "schema", "demo"])
def test_what_is_brought_along_is_there(name: str) -> None:
    assert [*bundled_folder(name).iterdir()]


def test_what_is_ours_lies_beside_the_folder_of_argos_translate_and_not_in_it() -> None:
    environment = {"XDG_DATA_HOME": "/data", "XDG_CACHE_HOME": "/cache"}

    assert records_folder(environment) == Path("/data/polyglot-news/packages")
    assert records_folder({}) == Path.home() / ".local/share/polyglot-news/packages"
    assert packages_folder(environment) not in [*records_folder(environment).parents]


def test_a_cache_of_translations_that_is_switched_off_or_elsewhere_is_no_matter_of_downloads() -> None:
    here = downloads_folder({"XDG_CACHE_HOME": "/cache"})

    assert downloads_folder({"XDG_CACHE_HOME": "/cache", "POLYGLOT_NEWS_CACHE": "0"}) == here
    assert downloads_folder({"XDG_CACHE_HOME": "/cache", "POLYGLOT_NEWS_CACHE": "/else"}) == here
    assert here.parts[-2:] == ("polyglot-news", "downloads")
