"""The three texts that every rule reads."""

from __future__ import annotations

from dataclasses import dataclass

from polyglot_news.model import Article, Translation


@dataclass(frozen=True, slots=True)
class Texts:
    """The base, the edition, and the edition in the base's language."""

    base: Article
    edition: Article
    translation: Translation
