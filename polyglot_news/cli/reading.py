"""How the options that every command shares say that editions are read."""

from __future__ import annotations

from polyglot_news.sources.articles import LoadSettings
from polyglot_news.sources.web import WebSettings


def reading_of(*, lines: bool, keep_boilerplate: bool, allow_private: bool) -> LoadSettings:
    """Put together what --lines, --keep-boilerplate and --allow-private say."""
    return LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate, web=WebSettings(allow_private=allow_private))
