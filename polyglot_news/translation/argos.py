"""Editions through Argos packages: all sentences of all editions in one go, each with its way back to the original.

A model translates sentence by sentence. A paragraph's text is the outputs of its sentences, joined by spaces, so the
place of every sentence in it is known exactly. Outputs that a guard doubts are translated again with safer settings;
what stays in doubt is marked, so that nobody takes a fault of the model for a difference of the editions.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from polyglot_news.errors import PackageMissingError
from polyglot_news.language import name_of
from polyglot_news.lexicon.vocabulary import is_known
from polyglot_news.model import Article, Span, TranslatedParagraph, TranslatedSentence, Translation, TranslationKind
from polyglot_news.translation.cache import TranslationCache
from polyglot_news.translation.cached import CachedEngine
from polyglot_news.translation.engine import Engine, EngineSettings, Hypothesis
from polyglot_news.translation.guards import doubt, has_script_of, severity
from polyglot_news.translation.packages import Package, TokenizerKind
from polyglot_news.translation.store import PackageStore

Progress = Callable[[int, int], None]  # sentences done, sentences in all


class ArgosTranslator:
    """Owns the engines of the packages it has used, one for each model; `with` lets go of them.

    Not where it is interrupted: a model finishes the batch it has begun before it lets go, and who interrupts waits.
    """

    def __init__(
        self,
        store: PackageStore,
        settings: EngineSettings | None = None,
        *,
        cache: TranslationCache | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Load nothing yet.

        Args:
            store: where packages are found.
            settings: None for the defaults.
            cache: of sentences translated before, opened and closed by the caller; None for none.
            progress: called after every batch.
        """
        self._store = store
        self._settings = settings or EngineSettings()
        self._cache = cache
        self._progress = progress
        self._engines: dict[_ModelKey, Engine | CachedEngine] = {}
        self._found: dict[tuple[str, str], Package] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or issubclass(kind, Exception):
            self.close()

    @property
    def signature(self) -> str:
        """How it decodes; which package made a translation stands in the translation."""
        decoding = self._settings.decoding
        retry = "none" if self._settings.retry is None else f"beam {self._settings.retry.beam_size}"
        return f"argos, beam {decoding.beam_size}, length penalty {decoding.length_penalty}, retry {retry}"

    def close(self) -> None:
        """Free the memory of all models."""
        for engine in self._engines.values():
            engine.close()
        self._engines.clear()
        self._found.clear()

    def translate(self, editions: Sequence[Article], into: str) -> tuple[Translation, ...]:
        """Translate editions.

        Args:
            editions: in any languages; paragraphs that already are in `into` stay as they are. An edition that is
                wholly in `into` gives a translation of kind NONE with its own text.
            into: ISO 639-1.

        Returns:
            One translation for each edition, in their order; seconds are shared out by the number of sentences.

        Raises:
            PackageMissingError: no package translates the language of an edition into `into`.
            PackageDamagedError: the package cannot be loaded.
        """
        start = time.perf_counter()
        plans = [self._plan(edition, into) for edition in editions]
        outputs = self._translated(plans, into)
        seconds = time.perf_counter() - start
        counts = [sum(1 for _ in plan.to_translate()) for plan in plans]
        shares = [seconds * count / max(sum(counts), 1) for count in counts]
        return tuple(_assembled(plan, into, outputs, share) for plan, share in zip(plans, shares, strict=True))

    def _plan(self, edition: Article, into: str) -> _Plan:
        """Say which package translates each paragraph of an edition; None: it stays as it is."""
        found: dict[str, Package | None] = {into: None}
        for language in dict.fromkeys(paragraph.language for paragraph in edition.paragraphs):
            if language not in found:
                found[language] = self._package(language, edition, into)
        return _Plan(edition, tuple(found[paragraph.language] for paragraph in edition.paragraphs))

    def _package(self, language: str, edition: Article, into: str) -> Package | None:
        try:
            return self._find(language, into)
        except PackageMissingError as missing:
            if edition.language == into:
                return None  # a quotation, or a language mistaken: the edition itself needs no package
            if edition.language == language:
                message = f"{edition.source}: is in {name_of(language)}, and {missing.message}"
                hint = f"{missing.hint}; --no-translate compares by the lexicon" if is_known(language) else missing.hint
                raise PackageMissingError(message, hint=hint) from None
        return self._package(edition.language, edition, into)

    def _find(self, from_code: str, to_code: str) -> Package:
        """Ask the store once: while it is open, a translator keeps to the packages it began with."""
        pair = (from_code, to_code)
        if pair not in self._found:
            self._found[pair] = self._store.find(*pair)
        return self._found[pair]

    def _translated(self, plans: Sequence[_Plan], into: str) -> _Outputs:
        wanted: dict[_ModelKey, dict[str, Package]] = {}
        for plan in plans:
            for package, sentence in plan.to_translate():
                wanted.setdefault(_key(package), {}).setdefault(sentence, package)
        counter = _Counter(sum(len(sentences) for sentences in wanted.values()), self._progress)
        outputs: _Outputs = {}
        for key, sentences in wanted.items():
            if key not in self._engines:
                self._engines[key] = self._engine(next(iter(sentences.values())))
            for sentence, output in self._checked(self._engines[key], list(sentences), into, counter.add).items():
                outputs[key, sentence] = output
        return outputs

    def _engine(self, package: Package) -> Engine | CachedEngine:
        engine = Engine(package, self._settings)
        return engine if self._cache is None else CachedEngine(engine, self._cache)

    def _checked(
        self, engine: Engine | CachedEngine, sentences: Sequence[str], into: str, progress: Callable[[int], None]
    ) -> dict[str, _Output]:
        """Translate, and translate again what is in doubt; the output with the lesser doubt is kept."""
        outputs = self._judged(engine.translate(sentences, progress=progress), sentences, into)
        doubtful = [sentence for sentence in sentences if outputs[sentence].doubt]
        if self._settings.retry and doubtful:
            again = self._judged(engine.translate(doubtful, self._settings.retry), doubtful, into)
            for sentence, output in again.items():
                is_better = severity(output.doubt) < severity(outputs[sentence].doubt)
                kept = output if is_better else outputs[sentence]
                outputs[sentence] = replace(kept, cached=output.cached and outputs[sentence].cached)
        return outputs

    def _judged(self, hypotheses: Sequence[Hypothesis], sentences: Sequence[str], into: str) -> dict[str, _Output]:
        outputs = {}
        for sentence, hypothesis in zip(sentences, hypotheses, strict=True):
            text = _clean(hypothesis.text)
            outputs[sentence] = _Output(text, doubt(sentence, text, into=into), hypothesis.cached)
        return outputs


@dataclass(frozen=True, slots=True)
class _ModelKey:
    """What two packages must share to share an engine: the starter's two languages do."""

    model_folder: Path
    tokenizer_file: Path
    target_prefix: str
    languages: tuple[str, str] | None  # Moses cuts words by the rules of a language, SentencePiece does not


@dataclass(frozen=True, slots=True)
class _Output:
    text: str
    doubt: str
    cached: bool = False  # no model was asked


_Outputs = dict[tuple[_ModelKey, str], _Output]


@dataclass(frozen=True, slots=True)
class _Plan:
    """An edition, and the package for each of its paragraphs."""

    edition: Article
    packages: tuple[Package | None, ...]

    def to_translate(self) -> Iterator[tuple[Package, str]]:
        """Every sentence that a model must see, as often as it occurs."""
        for package, paragraph in zip(self.packages, self.edition.paragraphs, strict=True):
            for span in paragraph.sentences if package else ():
                sentence = _sentence(self.edition, span)
                if package and has_script_of(package.from_code, sentence):
                    yield package, sentence

    @property
    def used(self) -> tuple[Package, ...]:
        """The packages, that of the edition's own language first."""
        distinct = dict.fromkeys(package for package in self.packages if package)
        return tuple(sorted(distinct, key=lambda package: package.from_code != self.edition.language))


@dataclass(slots=True)
class _Counter:
    """Adds up what several engines have done."""

    total: int
    report: Progress | None
    done: int = 0

    def add(self, n_sentences: int) -> None:
        self.done += n_sentences
        if self.report and n_sentences:
            self.report(self.done, self.total)


def _key(package: Package) -> _ModelKey:
    languages = (package.from_code, package.to_code) if package.tokenizer is TokenizerKind.BPE else None
    return _ModelKey(package.model_folder, package.tokenizer_file, package.target_prefix, languages)


def _assembled(plan: _Plan, into: str, outputs: _Outputs, seconds: float) -> Translation:
    used = plan.used
    return Translation(
        kind=TranslationKind.ARGOS if used else TranslationKind.NONE,
        language=into,
        package=", ".join(package.name for package in used) or None,
        paragraphs=tuple(
            _paragraph(plan.edition, k, package, outputs) if package else _as_it_stands(plan.edition, k)
            for k, package in enumerate(plan.packages)
        ),
        sentences=sum(1 for _ in plan.to_translate()),
        cached=sum(outputs[_key(package), sentence].cached for package, sentence in plan.to_translate()),
        seconds=seconds,
        is_starter=any(package.is_starter for package in used),
    )


def _paragraph(edition: Article, k: int, package: Package, outputs: _Outputs) -> TranslatedParagraph:
    text, sentences = "", []
    for span in edition.paragraphs[k].sentences:
        sentence = _sentence(edition, span)
        # What no model must see, a number or a name in Latin letters, is its own translation.
        output = outputs.get((_key(package), sentence), _Output(_clean(sentence), ""))
        if text and output.text:
            text += " "
        start, text = len(text), text + output.text
        sentences.append(TranslatedSentence(span, Span(k, start, len(text)), output.doubt))
    return TranslatedParagraph(text, tuple(sentences))


def _as_it_stands(edition: Article, k: int) -> TranslatedParagraph:
    paragraph = edition.paragraphs[k]
    return TranslatedParagraph(paragraph.text, tuple(TranslatedSentence(span, span) for span in paragraph.sentences))


def _sentence(edition: Article, span: Span) -> str:
    return " ".join(edition.text_of(span).split())


def _clean(text: str) -> str:
    """One line without control characters, whatever a model has in its vocabulary."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
