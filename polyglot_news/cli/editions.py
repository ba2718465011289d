"""From what the user typed to articles and a translator: the same for compare, align and translate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from polyglot_news.cli.console import Console
from polyglot_news.errors import InputError
from polyglot_news.language import name_of
from polyglot_news.model import Article
from polyglot_news.sources.articles import LoadSettings, load_article
from polyglot_news.sources.encodings import decode
from polyglot_news.sources.plain import clean, split_lines
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.translator import NoTranslator, ProvidedTranslator, Translator


@dataclass(frozen=True, slots=True)
class TranslationChoice:
    """Where translations come from, as the user typed it."""

    provided: Sequence[str] = ()  # EDITION=FILE
    no_translate: bool = False


def load_editions(
    base: str, editions: Sequence[str], settings: LoadSettings, base_language: str
) -> tuple[Article, tuple[Article, ...]]:
    """Load the base and the editions.

    Raises:
        InputError: one cannot be read, standard input is asked for twice, or the base is in another language than said.
    """
    if [base, *editions].count("-") > 1:
        raise InputError("-: standard input can be read once only", hint="give the other editions as files")
    first = load_article(base, settings)
    if first.language != base_language:
        raise InputError(
            f"{base}: is in {name_of(first.language)}, not in {name_of(base_language)}",
            hint=f"give the {name_of(base_language)} edition first, or --base-language {first.language}",
        )
    return first, tuple(load_article(edition, settings) for edition in editions)


@contextmanager
def open_translator(choice: TranslationChoice, editions: Sequence[str], console: Console) -> Iterator[Translator]:
    """Open the translator that the user asks for: provided files, none, or Argos packages; progress on stderr.

    Raises:
        InputError: --translation names no edition, or a file that cannot be read.
    """
    lines = dict(_provided(one, editions) for one in choice.provided)
    if choice.no_translate:
        yield ProvidedTranslator(lines, NoTranslator()) if lines else NoTranslator()
        return
    with (
        console.progress("translating") as progress,
        ArgosTranslator(PackageStore(), progress=progress) as argos,
    ):
        yield ProvidedTranslator(lines, argos) if lines else argos


def _provided(given: str, editions: Sequence[str]) -> tuple[str, tuple[str, Sequence[str]]]:
    """Read EDITION=FILE; a path may hold "=" itself, so the edition's own name decides where it ends."""
    for edition in editions:
        if given.startswith(f"{edition}="):
            file = given[len(edition) + 1 :]
            return edition, (file, _lines(file))
    raise InputError(
        f"--translation {given}: does not begin with the name of an edition and =",
        hint=f"--translation {editions[0]}=FILE",
    )


def _lines(file: str) -> Sequence[str]:
    try:
        raw = Path(file).read_bytes()
    except OSError as reason:
        said = (reason.strerror or str(reason)).lower()
        raise InputError(f"{file}: cannot be read: {said}", hint="check the path") from None
    text = decode(raw)
    if text is None:
        raise InputError(f"{file}: is not text", hint="give the translation as text, one paragraph a line")
    return split_lines(clean(text))
