"""From what the user typed to articles and a translator: the same for compare and align."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from polyglot_news.cli.console import Console
from polyglot_news.cli.options import language_code
from polyglot_news.errors import InputError
from polyglot_news.language import name_of
from polyglot_news.model import Article, Translation
from polyglot_news.paths import cache_folder
from polyglot_news.sources.articles import LoadSettings, load_article
from polyglot_news.sources.encodings import decode
from polyglot_news.sources.plain import clean, split_lines
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.cache import TranslationCache
from polyglot_news.translation.decoding import EngineSettings
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.translator import NoTranslator, ProvidedTranslator, Translator

_STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is held against what, as the user typed it."""

    base: str
    editions: Sequence[str]
    reading: LoadSettings = field(default_factory=LoadSettings)
    base_language: str = "en"
    languages: Sequence[str] = ()  # FILE=CODE
    translations: Sequence[str] = ()  # EDITION=FILE
    no_translate: bool = False
    no_cache: bool = False
    engine: EngineSettings = field(default_factory=EngineSettings)


def load_editions(asked: Asked, console: Console) -> tuple[Article, tuple[Article, ...]]:
    """Load the base and the editions.

    Raises:
        InputError: one cannot be read, standard input is asked for twice, or the base is in another language than said.
    """
    sources = [asked.base, *asked.editions]
    language_code("--base-language", asked.base_language)
    codes = _by_source("--language", asked.languages, sources)
    files = _by_source("--translation", asked.translations, asked.editions)
    require_stdin_once([*sources, *files.values()])
    articles = []
    for source in sources:
        code = language_code("--language", codes[source]) if source in codes else None
        articles.append(load_article(source, replace(asked.reading, language=code)))
        console.detail(_described(articles[-1]))
    first, *others = articles
    if first.language != asked.base_language:
        wanted = name_of(asked.base_language)
        raise InputError(
            f"{asked.base}: is in {name_of(first.language)}, not in {wanted}",
            hint=f"give the {wanted} edition first, or --base-language {first.language}",
        )
    return first, tuple(others)


@contextmanager
def open_translator(asked: Asked, editions: Sequence[Article], console: Console) -> Iterator[Translator]:
    """Open the translator that the user asks for: provided files, none, or Argos packages.

    Raises:
        InputError: a file of --translation cannot be read.
    """
    files = _by_source("--translation", asked.translations, asked.editions)
    lines = {
        edition.source: (files[edition.source], _lines(files[edition.source], len(edition.paragraphs)))
        for edition in editions
        if edition.source in files
    }
    if asked.no_translate:
        yield ProvidedTranslator(lines, NoTranslator()) if lines else NoTranslator()
        return
    with open_argos(console, asked.engine, no_cache=asked.no_cache) as argos:
        yield ProvidedTranslator(lines, argos) if lines else argos


@contextmanager
def open_argos(
    console: Console, settings: EngineSettings | None = None, *, no_cache: bool = False, in_sight: bool = False
) -> Iterator[ArgosTranslator]:
    """Open the installed packages, else the starter, and what was translated before; progress is shown on stderr.

    Args:
        console: to speak to the user.
        settings: how models are run; None for the defaults.
        no_cache: nothing is taken from the cache, and nothing kept.
        in_sight: the result appears on the screen as it is made, so no other progress is shown.
    """
    folder = None if no_cache else cache_folder()
    with (
        nullcontext() if in_sight else console.progress("translating") as progress,
        TranslationCache(folder) if folder else nullcontext() as cache,
        ArgosTranslator(PackageStore(), settings, cache=cache, progress=progress) as translator,
    ):
        yield translator
    if cache and cache.trouble:
        console.detail(f"translations are not cached: {cache.trouble}")


def require_stdin_once(sources: Sequence[str]) -> None:
    """Make sure that standard input is not read twice.

    Raises:
        InputError: it would be.
    """
    if sources.count(_STDIN) > 1:
        raise InputError("-: standard input can be read once only", hint="give the other editions as files")


def tell_how(edition: Article, translation: Translation, console: Console) -> None:
    """Tell a curious user which translation was used, and how many sentences of it are in doubt."""
    doubtful = sum(bool(one.doubt) for paragraph in translation.paragraphs for one in paragraph.sentences)
    console.detail(
        f"{edition.source}: translation {translation.package or translation.kind.value}, "
        f"{translation.sentences} sentences, {translation.cached} from the cache, {doubtful} in doubt, "
        f"{translation.seconds:.1f} s"
    )


def _described(article: Article) -> str:
    return (
        f"{article.source}: {name_of(article.language)}, confidence {article.language_confidence:.2f}, "
        f"{len(article.paragraphs)} paragraphs, {len(article.boilerplate)} taken out as boilerplate"
    )


def _by_source(option: str, given: Sequence[str], sources: Sequence[str]) -> Mapping[str, str]:
    """Read SOURCE=VALUE; a path may hold "=" itself, so the names that were given decide where it ends."""
    values: dict[str, str] = {}
    for one in given:
        source = max((source for source in sources if one.startswith(f"{source}=")), key=len, default=None)
        if source is None:
            raise InputError(
                f"{option} {one}: does not begin with the name of an edition and =",
                hint=f"{option} {sources[-1]}={'CODE' if option == '--language' else 'FILE'}",
            )
        if source in values:
            raise InputError(f"{option}: given twice for {source}", hint="give it once for each edition")
        values[source] = one[len(source) + 1 :]
    return values


def _lines(file: str, n_paragraphs: int) -> Sequence[str]:
    """Read one paragraph a line, or with blank lines between them, as pn translate prints it."""
    text = decode(_bytes_of(file))
    if text is None:
        raise InputError(f"{file}: is not text", hint="give the translation as text, one paragraph a line")
    lines = split_lines(clean(text))
    filled = [line for line in lines if line.strip()]
    return filled if len(lines) != n_paragraphs == len(filled) else lines


def _bytes_of(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == _STDIN else Path(file).read_bytes()
    except OSError as reason:
        said = (reason.strerror or str(reason)).lower()
        raise InputError(f"{file}: cannot be read: {said}", hint="check the path") from None
