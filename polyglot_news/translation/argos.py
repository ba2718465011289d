"""Editions through Argos packages: all sentences of all editions in one go, each with its way back to the original.

A model translates sentence by sentence. A paragraph's text is the outputs of its sentences, joined by spaces, so the
place of every sentence in it is known exactly. Outputs that a guard doubts are translated again with safer settings;
what stays in doubt is marked, so that nobody takes a fault of the model for a difference of the editions.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from polyglot_news.errors import PackageMissingError
from polyglot_news.language import name_of
from polyglot_news.lexicon.vocabulary import is_known
from polyglot_news.model import Article, Span, TranslatedParagraph, TranslatedSentence, Translation, TranslationKind
from polyglot_news.translation.attempts import Explanation, Outcome, Part, Trier, plain
from polyglot_news.translation.batches import windows
from polyglot_news.translation.cache import TranslationCache
from polyglot_news.translation.cached import CachedEngine
from polyglot_news.translation.decoding import EngineSettings
from polyglot_news.translation.devices import CPU, INT8
from polyglot_news.translation.engine import Engine
from polyglot_news.translation.guards import has_script_of
from polyglot_news.translation.packages import Package, TokenizerKind
from polyglot_news.translation.store import PackageStore

Progress = Callable[[int, int], None]  # sentences done, sentences in all
Ready = Callable[[TranslatedParagraph], None]


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
        self._engines: dict[_ModelKey, Engine] = {}
        self._asked: dict[_ModelKey, Engine | CachedEngine] = {}
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
        how = f"argos, beam {decoding.beam_size}, length penalty {decoding.length_penalty}, retry {retry}"
        if (self._settings.compute_type, self._settings.device) == (INT8, CPU):
            return how
        return f"{how}, {self._settings.compute_type} on {self._settings.device}"

    def close(self) -> None:
        """Free the memory of all models."""
        for engine in self._engines.values():
            engine.close()
        self._engines.clear()
        self._asked.clear()
        self._found.clear()

    def translate(
        self, editions: Sequence[Article], into: str, *, ready: Ready | None = None
    ) -> tuple[Translation, ...]:
        """Translate editions.

        Args:
            editions: in any languages; paragraphs that already are in `into` stay as they are. An edition that is
                wholly in `into` gives a translation of kind NONE with its own text.
            into: ISO 639-1.
            ready: called with every paragraph, in order, as soon as it and all before it are done.

        Returns:
            One translation for each edition, in their order; seconds are shared out by the number of sentences.

        Raises:
            InputError: a GPU is asked for, and there is none.
            PackageMissingError: no package translates the language of an edition into `into`.
            PackageDamagedError: the package cannot be loaded.
        """
        start = time.perf_counter()
        plans = [self._plan(edition, into) for edition in editions]
        outcomes = self._translated(plans, into, ready)
        seconds = time.perf_counter() - start
        counts = [sum(1 for _ in plan.to_translate()) for plan in plans]
        shares = [seconds * count / max(sum(counts), 1) for count in counts]
        return tuple(_assembled(plan, into, outcomes, share) for plan, share in zip(plans, shares, strict=True))

    def explain(self, edition: Article, into: str) -> tuple[Translation, tuple[Explanation, ...]]:
        """Translate an edition, and tell of every sentence, in order, how; errors are those of `translate`."""
        start = time.perf_counter()
        plan = self._plan(edition, into)
        outcomes = self._translated([plan], into, None)
        told = []
        for span, package, sentence in plan.sentences():
            outcome = outcomes.get((_key(package), sentence)) if package else None
            if package and outcome:
                engine = self._engines[_key(package)]
                parts = tuple(Part(pieces, engine.padded(pieces)) for pieces in engine.encode(sentence))
                told.append(Explanation(span, package.name, parts, outcome.attempts, outcome.kept))
            else:
                told.append(Explanation(span))
        return _assembled(plan, into, outcomes, time.perf_counter() - start), tuple(told)

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

    def _translated(self, plans: Sequence[_Plan], into: str, ready: Ready | None) -> _Outcomes:
        wanted: dict[_ModelKey, dict[str, Package]] = {}
        for plan in plans:
            for package, sentence in plan.to_translate():
                wanted.setdefault(_key(package), {}).setdefault(sentence, package)
        counter = _Counter(sum(len(sentences) for sentences in wanted.values()), self._progress)
        outcomes: _Outcomes = {}
        shown = _Showing(deque((plan, k) for plan in plans for k in range(len(plan.packages))), ready)
        shown.go_on(outcomes)
        for key, sentences in wanted.items():
            trier = self._trier(key, next(iter(sentences.values())), into)
            for known in trier.outcomes(self._windows(key, list(sentences)), counter.add):
                outcomes.update({(key, sentence): outcome for sentence, outcome in known.items()})
                shown.go_on(outcomes)
        return outcomes

    def _trier(self, key: _ModelKey, package: Package, into: str) -> Trier:
        if key not in self._engines:
            self._engines[key] = engine = Engine(package, self._settings)
            self._asked[key] = engine if self._cache is None else CachedEngine(engine, self._cache)
        return Trier(self._asked[key], self._settings.decoding, self._settings.retry, into)

    def _windows(self, key: _ModelKey, sentences: Sequence[str]) -> Iterable[Sequence[str]]:
        """Where company matters, all sentences at once: else what comes first would change what comes out."""
        return windows(sentences) if self._engines[key].stands_alone else [sentences]


class _ModelKey(NamedTuple):
    """What two packages must share to share an engine: the starter's two languages do."""

    model_folder: Path
    tokenizer_file: Path
    target_prefix: str
    languages: tuple[str, str] | None  # Moses cuts words by the rules of a language, SentencePiece does not


_Outcomes = dict[tuple[_ModelKey, str], Outcome]


class _Plan(NamedTuple):
    """An edition, and the package for each of its paragraphs."""

    edition: Article
    packages: tuple[Package | None, ...]

    def sentences(self) -> Iterator[tuple[Span, Package | None, str]]:
        """Every sentence, as often as it occurs, with the package that its paragraph goes through."""
        for k in range(len(self.packages)):
            yield from self.sentences_of(k)

    def sentences_of(self, k: int) -> Iterator[tuple[Span, Package | None, str]]:
        """Those of a paragraph; no package where no model must see one: it is its own translation."""
        package = self.packages[k]
        for span in self.edition.paragraphs[k].sentences:
            sentence = " ".join(self.edition.text_of(span).split())
            is_seen = package is not None and has_script_of(package.from_code, sentence)
            yield span, package if is_seen else None, sentence

    def to_translate(self) -> Iterator[tuple[Package, str]]:
        """Those that a model must see."""
        for _, package, sentence in self.sentences():
            if package:
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


class _Showing(NamedTuple):
    """Hands on paragraphs as they become ready, none before those that come before it."""

    waiting: deque[tuple[_Plan, int]]
    ready: Ready | None

    def go_on(self, outcomes: _Outcomes) -> None:
        while self.ready and self.waiting and self._is_done(*self.waiting[0], outcomes):
            self.ready(_paragraph(*self.waiting.popleft(), outcomes))

    @staticmethod
    def _is_done(plan: _Plan, k: int, outcomes: _Outcomes) -> bool:
        seen = ((package, sentence) for _, package, sentence in plan.sentences_of(k) if package)
        return all((_key(package), sentence) in outcomes for package, sentence in seen)


def _assembled(plan: _Plan, into: str, outcomes: _Outcomes, seconds: float) -> Translation:
    used = plan.used
    return Translation(
        kind=TranslationKind.ARGOS if used else TranslationKind.NONE,
        language=into,
        package=", ".join(package.name for package in used) or None,
        paragraphs=tuple(_paragraph(plan, k, outcomes) for k in range(len(plan.packages))),
        sentences=sum(1 for _ in plan.to_translate()),
        cached=sum(outcomes[_key(package), sentence].cached for package, sentence in plan.to_translate()),
        seconds=seconds,
        is_starter=any(package.is_starter for package in used),
    )


def _paragraph(plan: _Plan, k: int, outcomes: _Outcomes) -> TranslatedParagraph:
    paragraph = plan.edition.paragraphs[k]
    if plan.packages[k] is None:
        unchanged = tuple(TranslatedSentence(span, span) for span in paragraph.sentences)
        return TranslatedParagraph(paragraph.text, unchanged)
    text, sentences = "", []
    for span, package, sentence in plan.sentences_of(k):
        outcome = outcomes[_key(package), sentence] if package else None
        made = outcome.text if outcome else plain(sentence)
        if text and made:
            text += " "
        start, text = len(text), text + made
        sentences.append(TranslatedSentence(span, Span(k, start, len(text)), outcome.doubt if outcome else ""))
    return TranslatedParagraph(text, tuple(sentences))


def _key(package: Package) -> _ModelKey:
    languages = (package.from_code, package.to_code) if package.tokenizer is TokenizerKind.BPE else None
    return _ModelKey(package.model_folder, package.tokenizer_file, package.target_prefix, languages)
