"""Which addresses a package may come from; the network itself is in test_downloading and e2e/test_install_online."""

from dataclasses import replace
from pathlib import Path

import pytest

from polyglot_news.errors import PackageError
from polyglot_news.translation.downloading import Watch
from polyglot_news.translation.fetching import FetchSettings
from polyglot_news.translation.index import Offer
from polyglot_news.translation.obtaining import Shelf, Source, install_offer
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.trust import Ledger

OFFER = Offer("ru", "en", "Russian", "English", "1.9", "1.9", ())


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(downloads=tmp_path / "cache", fetching=FetchSettings(tries=1, proxies={}))


@pytest.fixture
def shelf(empty_store: PackageStore, tmp_path: Path) -> Shelf:
    return Shelf(empty_store, Ledger(tmp_path / "ours"))


def hosts_asked(offer: Offer, source: Source, shelf: Shelf) -> list[str]:
    """The hosts that were tried, none of which exists."""
    told: list[str] = []
    with pytest.raises(PackageError):
        install_offer(offer, source, shelf, Watch(notice=told.append))
    return [one.partition("there is no way to ")[2].partition(":")[0] for one in told]


def test_mirrors_are_asked_before_the_links_of_the_index(source: Source, shelf: Shelf) -> None:
    offer = replace(OFFER, links=("https://a.invalid/ru.argosmodel", "https://b.invalid/ru.argosmodel"))
    with_mirror = replace(source, mirrors=("http://mirror.invalid/",))

    assert hosts_asked(offer, with_mirror, shelf) == ["mirror.invalid", "a.invalid", "b.invalid"]


def test_a_link_that_is_less_safe_than_the_index_is_not_followed(source: Source, shelf: Shelf) -> None:
    offer = replace(OFFER, links=("http://a.invalid/ru.argosmodel", "ipfs://Qm", "https://b.invalid/ru.argosmodel"))

    assert hosts_asked(offer, source, shelf) == ["b.invalid"]
    assert hosts_asked(offer, replace(source, index="http://index.invalid"), shelf) == ["a.invalid", "b.invalid"]


def test_a_package_without_an_address_says_so(source: Source, shelf: Shelf) -> None:
    with pytest.raises(PackageError, match="there is no address for it that can be used"):
        install_offer(replace(OFFER, links=("ipfs://Qm",)), source, shelf, Watch())


def test_a_folder_for_downloads_that_cannot_be_made_is_named(source: Source, shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", "utf-8")

    with pytest.raises(PackageError, match="cache: cannot be written: file exists"):
        install_offer(OFFER, source, shelf, Watch())
