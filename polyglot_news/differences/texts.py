"""The three texts that every rule reads."""

from __future__ import annotations

from typing import NamedTuple

from polyglot_news.model import Article, Translation


class Texts(NamedTuple):
    """The base, the edition, and the edition in the base's language."""

    base: Article
    edition: Article
    translation: Translation
