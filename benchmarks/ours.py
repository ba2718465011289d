"""polyglot-news as the benchmarks run it: from the lines of two editions to an Alignment, in one of three modes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from editions import Edited

from polyglot_news.alignment.aligner import align
from polyglot_news.model import Alignment, Article, Translation
from polyglot_news.sources.articles import LoadSettings, read_article
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.provided import provided, untranslated
from polyglot_news.translation.store import PackageStore

MODES = ("provided", "argos", "lexicon")  # the translation given; the installed package, or the starter; none
Translate = Callable[[Article, Sequence[str]], Translation]


@contextmanager
def translating(mode: str) -> Iterator[Translate]:
    """Yield what brings an edition into English in a mode; packages are let go of at the end."""
    if mode == "argos":
        with ArgosTranslator(PackageStore()) as argos:
            yield lambda edition, _given: argos.translate((edition,), "en")[0]
    elif mode == "lexicon":
        yield lambda edition, _given: untranslated(edition, "en")
    else:
        yield lambda edition, given: provided(edition, given, "en", "translation")


def aligned(edited: Edited, language: str, by: Translate) -> Alignment:
    """Read and align.

    Args:
        edited: the paragraphs of both sides.
        language: of the originals.
        by: from `translating`.
    """
    base, edition = article(edited.base, "en"), article(edited.originals, language)
    return align(base, edition, by(edition, edited.translations))


def article(lines: Sequence[str], language: str) -> Article:
    """Read lines as paragraphs."""
    return read_article("\n".join(lines).encode(), language, LoadSettings(lines=True, language=language))
