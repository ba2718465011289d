from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from polyglot_news.translation.cache import TranslationCache
from polyglot_news.translation.contents import content_hash, identity
from polyglot_news.translation.packages import Package, read_package


@pytest.fixture
def cache(own_cache: Path) -> TranslationCache:
    return TranslationCache(own_cache)


@pytest.fixture
def copied(russian: Package, tmp_path: Path) -> Package:
    shutil.copytree(russian.folder, tmp_path / russian.name)
    return read_package(tmp_path / russian.name)


def later() -> float:
    return time.time() + 60


def test_two_packages_with_the_same_files_have_one_hash(
    russian: Package, copied: Package, cache: TranslationCache
) -> None:
    assert content_hash(russian, cache) == content_hash(copied, cache)
    assert identity(russian) != identity(copied)


def test_packages_that_differ_have_two(russian: Package, ukrainian: Package, cache: TranslationCache) -> None:
    assert content_hash(russian, cache) != content_hash(ukrainian, cache)


def test_a_hash_is_remembered_where_the_files_have_been_at_rest(copied: Package, cache: TranslationCache) -> None:
    content = content_hash(copied, cache)
    assert cache.find_hash(identity(copied)) is None  # written a moment ago: it may be written again unseen

    content_hash(copied, cache, now=later)
    assert cache.find_hash(identity(copied)) == content


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the time of the entry is that of its making")
def test_a_file_changed_in_its_place_has_another_hash_though_size_and_time_are_put_back(
    copied: Package, cache: TranslationCache
) -> None:
    before = content_hash(copied, cache, now=later)
    times = copied.tokenizer_file.stat()
    with copied.tokenizer_file.open("r+b") as file:
        file.seek(100)
        file.write(b"\x00\x01")
    os.utime(copied.tokenizer_file, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert content_hash(copied, cache) != before


def test_a_file_that_is_gone_is_told(copied: Package, cache: TranslationCache) -> None:
    copied.tokenizer_file.unlink()

    with pytest.raises(FileNotFoundError):
        content_hash(copied, cache)
