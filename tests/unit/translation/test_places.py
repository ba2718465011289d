from pathlib import Path

from polyglot_news.paths import packages_folder
from polyglot_news.translation.places import downloads_folder, records_folder


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
