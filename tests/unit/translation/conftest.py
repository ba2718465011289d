"""Stores of the small packages, and articles to translate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from polyglot_news.model import Article, Paragraph, Role, Span
from polyglot_news.sentences import split
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore


@pytest.fixture(scope="session")
def store(packages_folder: Path, starter_folder: Path) -> PackageStore:
    """Two packages installed, and the starter. Not to be written to."""
    return PackageStore(packages_folder, starter_folder)


@pytest.fixture
def empty_store(tmp_path: Path) -> PackageStore:
    """Nothing installed, no starter; may be written to."""
    return PackageStore(tmp_path / "argos-translate" / "packages", tmp_path / "no-starter")


@pytest.fixture(scope="session")
def russian(store: PackageStore) -> Package:
    return store.find("ru", "en")


@pytest.fixture(scope="session")
def ukrainian(store: PackageStore) -> Package:
    return store.find("uk", "en")


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Make an article of paragraphs; `other` gives the language of those that are not in that of the article."""

    def article(
        *texts: str, language: str = "ru", source: str = "ru.txt", other: Mapping[int, str] | None = None
    ) -> Article:
        languages = [(other or {}).get(k, language) for k in range(len(texts))]
        paragraphs = tuple(
            Paragraph(text, Role.BODY, code, tuple(Span(k, start, end) for start, end in split(text, code)))
            for k, (text, code) in enumerate(zip(texts, languages, strict=True))
        )
        return Article(source, language, 1.0, "", paragraphs)

    return article
