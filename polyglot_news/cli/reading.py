"""How the options that every command shares say that editions are read."""

from __future__ import annotations

from polyglot_news.sources.articles import LoadSettings


def reading_of(
    *, lines: bool, keep_boilerplate: bool, allow_private: bool, ignore_robots: bool = False
) -> LoadSettings:
    """Put together what --lines, --keep-boilerplate, --allow-private and --ignore-robots say."""
    if not (allow_private or ignore_robots):
        return LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate)
    from polyglot_news.sources.web import WebSettings  # noqa: PLC0415  # only for addresses

    web = WebSettings(allow_private=allow_private, ignore_robots=ignore_robots)
    return LoadSettings(lines=lines, keep_boilerplate=keep_boilerplate, web=web)
