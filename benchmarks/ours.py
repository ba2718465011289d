"""polyglot-news as the benchmarks run it: from the lines of two editions to an Alignment, in one of three modes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from news import Case, fold_of

from polyglot_news.alignment.aligner import align
from polyglot_news.alignment.settings import AlignmentSettings
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


def aligned(case: Case, by: Translate, held_out: Sequence[Path] = (), *, semantic: bool = False) -> Alignment:
    """Read and align.

    Args:
        case: the paragraphs of both sides.
        by: from `translating`.
        held_out: networks of `training/alignment/fit.py --folds N --without 0`, 1 and so on; each document is aligned
            by those that were not fitted on it. Empty for those in the wheel, which were fitted on all of them.
        semantic: whether what sentences mean is weighed too.
    """
    edited = case.edited
    base, edition = article(edited.base, "en"), article(edited.originals, case.language)
    fold = fold_of(case.document, len(held_out)) if held_out else 0
    settings = AlignmentSettings(networks=held_out[fold] if held_out else None, semantic=semantic)
    return align(base, edition, by(edition, edited.translations), settings)


def article(lines: Sequence[str], language: str) -> Article:
    """Read lines as paragraphs."""
    return read_article("\n".join(lines).encode(), language, LoadSettings(lines=True, language=language))
