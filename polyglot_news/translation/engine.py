"""One model of CTranslate2 and its tokenizer: sentences in, hypotheses out, in batches that waste little.

Sentences are translated once each, however often they occur, in batches of like length, the longest first.

What a model makes of a sentence must not depend on its company: the same sentence comes in other batches when an
edition is added, and not at all when its neighbours are known from the cache. With int8 the weights meet whole numbers,
so the number of rows changes nothing; but how far rows are padded does, because the native kernels of attention sum
otherwise from 8, 12 or 16 places on, and rounding to int8 makes a last bit a hundredth (3 of 400 news sentences alone
and in batches: other words). So every length has a class, and all batches of a class are padded to the same length, by
a row that is thrown away; the limits of the output are those of the class. It takes 5 % of the time.
"""

from __future__ import annotations

import os
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from types import TracebackType
from typing import Protocol, Self

from polyglot_news.errors import PackageDamagedError, PackageError
from polyglot_news.translation.packages import Package
from polyglot_news.translation.pieces import cut
from polyglot_news.translation.tokenizers import Tokenizer, load_tokenizer

# More outputs than a translation of a short sentence may need; real ones have 0.5 to 1.6 tokens for each of the input.
_SPARE_TOKENS = 20
# The longest input of each class, in tokens. From one to the next by 1.4: less would make more batches, more more
# padding. A model adds one token; 16 places is where the last kernel of those measured changes (oneDNN with AVX-512).
_CLASSES = (15, 21, 29, 41, 58, 81, 113, 158, 221, 310, 434, 608, 851, 1_191)
# Models with learnt positions (OPUS-MT) fail beyond 512; no sentence has as many.
_LONGEST_OUTPUT_TOKENS = 500
# How often a batch is asked whether it is done: waiting for it in CTranslate2 would hold up an interrupt. A batch takes
# some 300 ms with the starter, so a model waits for less than a hundredth of the time.
_POLL_SECONDS = 0.002
_REPORT_HINT = "pn models verify shows the state of the packages"


@dataclass(frozen=True, slots=True)
class Decoding:
    """How an output is searched for; names and meanings are those of ctranslate2.Translator.translate_batch."""

    beam_size: int = 4
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    longest_share: float = 2.0  # outputs end after this many tokens for each token of the input, and 20 more; 0: never
    shortest_share: float = 0.0  # outputs have at least so many


# For sentences whose first output is in doubt.
SAFER = Decoding(beam_size=6, repetition_penalty=1.2, no_repeat_ngram_size=3, longest_share=1.5, shortest_share=0.4)


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How a model is run."""

    decoding: Decoding = field(default_factory=Decoding)
    retry: Decoding | None = SAFER  # None: outputs in doubt are kept as they are
    batch_tokens: int = 1_024  # with padding; more is hardly faster and takes more memory
    evened: bool = True  # all batches of a class are padded to one length, so that company does not matter
    longest_tokens: int | None = None  # an input is cut beyond; None: what the package says
    compute_type: str = "int8"
    device: str = "cpu"
    threads: int = 0  # of one batch; 0: two, as far as there are cores
    parallel_batches: int = 0  # 0: as many as the cores allow


# As argostranslate 1.11 calls translate_batch (translate.py, settings.py), so that outputs can be compared.
ARGOS = EngineSettings(
    decoding=Decoding(beam_size=4, length_penalty=0.2, longest_share=0.0),
    retry=None,
    batch_tokens=32,
    evened=False,
    longest_tokens=1_024,
    compute_type="auto",
    threads=0,
    parallel_batches=1,
)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What a model makes of one sentence."""

    text: str
    score: float  # mean log probability of a token: 0.0 is certain, less is less so
    n_tokens: int
    cached: bool = field(default=False, compare=False)  # from an earlier run


class Engine:
    """Owns a model; loads it at first use, lets go of it at the end of `with`."""

    def __init__(self, package: Package, settings: EngineSettings) -> None:
        """Remember what to load."""
        self.package = package
        self.settings = settings
        self._tokenizer: Tokenizer | None = None
        self._model: _Model | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def stands_alone(self) -> bool:
        """Whether the output for a sentence is the same in every company: measured for int8 on x86 processors."""
        return self.settings.evened and (self.settings.device, self.settings.compute_type) == ("cpu", "int8")

    def close(self) -> None:
        """Free the memory of the model; the next use loads it again."""
        self._model = self._tokenizer = None

    def translate(
        self,
        sentences: Sequence[str],
        decoding: Decoding | None = None,
        *,
        progress: Callable[[int], None] | None = None,
    ) -> list[Hypothesis]:
        """Translate sentences; one that is empty stays so.

        Args:
            sentences: in any order.
            decoding: how; None for that of the settings.
            progress: called after every batch with the number of sentences just done, equal ones counted once.

        Returns:
            One hypothesis for each sentence, in their order.

        Raises:
            PackageError: the model or its tokenizer cannot be loaded (PackageDamagedError), or fails.
        """
        outputs: dict[str, Hypothesis] = {}
        for done in self.stream(sentences, decoding):
            outputs.update(done)
            if progress:
                progress(len(done))
        return [outputs[sentence] for sentence in sentences]

    def stream(self, sentences: Iterable[str], decoding: Decoding | None = None) -> Iterator[Mapping[str, Hypothesis]]:
        """Translate sentences, and yield those that are done as soon as a batch is; each once.

        Raises:
            PackageError: as in `translate`.
        """
        distinct = dict.fromkeys(sentences)
        if empty := {sentence: Hypothesis("", 0.0, 0) for sentence in distinct if not sentence.strip()}:
            yield empty
        pieces_of = {sentence: self._encode(sentence) for sentence in distinct if sentence not in empty}
        waiting = {sentence: set(pieces) for sentence, pieces in pieces_of.items()}
        inputs = {piece for pieces in waiting.values() for piece in pieces}
        outputs: dict[_Tokens, Hypothesis] = {}
        if toneless := _finish(waiting, ()):  # of characters that the tokenizer drops
            yield dict.fromkeys(toneless, Hypothesis("", 0.0, 0))
        for batch, hypotheses in self._run(_batches(inputs, self.settings), decoding or self.settings.decoding):
            outputs.update(zip(batch, hypotheses, strict=True))
            if done := _finish(waiting, batch):
                yield {sentence: _joined([outputs[piece] for piece in pieces_of[sentence]]) for sentence in done}

    def _encode(self, sentence: str) -> tuple[_Tokens, ...]:
        """The tokens of a sentence, in several pieces where it is too long."""
        tokenizer = self._load_tokenizer()
        longest = self._longest_tokens
        tokens = tuple(tokenizer.encode(sentence))
        if len(tokens) <= longest:
            return (tokens,) if tokens else ()
        pieces = cut(sentence, lambda piece: len(tokenizer.encode(piece)) <= longest)
        return tuple(tokens for piece in pieces if (tokens := tuple(tokenizer.encode(piece))))

    @property
    def _longest_tokens(self) -> int:
        return self.settings.longest_tokens or self.package.longest_tokens

    def _run(self, batches: Iterable[_Batch], decoding: Decoding) -> Iterator[tuple[_Batch, list[Hypothesis]]]:
        """Keep the model busy, and nothing in its queue: it works that off before it lets go, whatever has happened."""
        to_come = ((batch, self._begun(batch, decoding)) for batch in batches)
        try:
            running = list(islice(to_come, _parallel(self.settings)))
            while running:
                batch, pending = running.pop(_first_done([pending for _, pending in running]))
                running += islice(to_come, 1)
                yield batch, [self._hypothesis(result.result(), decoding) for result in pending]
        except (RuntimeError, ValueError) as reason:
            raise PackageError(
                f"{self.package.name}: its model failed: {_first_line(reason)}", hint=_REPORT_HINT
            ) from None

    def _begun(self, batch: _Batch, decoding: Decoding) -> Sequence[_Pending]:
        rows = list(batch)
        longest = min(_longest_of_class(batch[0]), self._longest_tokens)
        if self.settings.evened and len(batch[0]) < longest:
            rows.append(tuple(islice(cycle(batch[0]), longest)))
        return self._load_model().translate_batch(rows, **self._options(rows, decoding))[: len(batch)]

    def _options(self, rows: Sequence[_Tokens], decoding: Decoding) -> dict[str, object]:
        prefix = self.package.target_prefix
        longest, shortest = len(rows[0]), len(rows[-1])
        if self.settings.evened:
            longest, shortest = _longest_of_class(rows[0]), _shortest_of_class(rows[0])
        options: dict[str, object] = {
            "target_prefix": [[prefix]] * len(rows) if prefix else None,
            "beam_size": decoding.beam_size,
            "length_penalty": decoding.length_penalty,
            "repetition_penalty": decoding.repetition_penalty,
            "no_repeat_ngram_size": decoding.no_repeat_ngram_size,
            "replace_unknowns": True,
            "return_scores": True,
            "asynchronous": True,
        }
        if decoding.longest_share:
            most = int(longest * decoding.longest_share) + _SPARE_TOKENS
            options["max_decoding_length"] = min(most, _LONGEST_OUTPUT_TOKENS)
        if decoding.shortest_share:
            options["min_decoding_length"] = max(1, int(shortest * decoding.shortest_share))
        return options

    def _hypothesis(self, result: _Result, decoding: Decoding) -> Hypothesis:
        tokens = result.hypotheses[0]
        if self.package.target_prefix and tokens[:1] == [self.package.target_prefix]:
            tokens = tokens[1:]
        # CTranslate2 divides the log probability by length ** length_penalty; here it is by length, to be compared.
        length = max(len(tokens), 1)
        score = result.scores[0] * length**decoding.length_penalty / length
        return Hypothesis(self._load_tokenizer().decode(tokens), score, len(tokens))

    def _load_tokenizer(self) -> Tokenizer:
        if self._tokenizer is None:
            self._tokenizer = load_tokenizer(self.package)
        return self._tokenizer

    def _load_model(self) -> _Model:
        if self._model is None:
            self._model = _load(self.package, self.settings)
        return self._model


def try_out(package: Package, *, shown: str = "") -> None:
    """Load a package and translate one word with it.

    Args:
        package: to try.
        shown: what errors call it, where that is not its name.

    Raises:
        PackageDamagedError: it cannot be loaded, or fails.
    """
    try:
        with Engine(package, EngineSettings(parallel_batches=1)) as engine:
            engine.translate(["2026"])
    except PackageError as error:
        reason = error.message.removeprefix(f"{package.name}: ")
        raise PackageDamagedError(f"{shown or package.name}: {reason}", hint=error.hint) from None


_Tokens = tuple[str, ...]
_Batch = tuple[_Tokens, ...]


class _Result(Protocol):
    hypotheses: list[list[str]]
    scores: list[float]


class _Pending(Protocol):
    def done(self) -> bool: ...

    def result(self) -> _Result: ...


class _Model(Protocol):
    def translate_batch(self, source: Sequence[_Tokens], **options: object) -> Sequence[_Pending]: ...


def _load(package: Package, settings: EngineSettings) -> _Model:
    from ctranslate2 import Translator, get_supported_compute_types  # noqa: PLC0415  # heavy

    compute_type = settings.compute_type
    try:
        if compute_type not in {"auto", "default"} and compute_type not in get_supported_compute_types(settings.device):
            compute_type = "auto"  # this processor has no fast form of it
        model: _Model = Translator(
            str(package.model_folder),
            device=settings.device,
            compute_type=compute_type,
            inter_threads=_parallel(settings),
            intra_threads=settings.threads or min(2, _cores()),
        )
    except (RuntimeError, ValueError, MemoryError) as reason:
        hint = "install it again from its .argosmodel file: pn models install FILE"
        message = f"{package.name}: its model cannot be loaded: {_first_line(reason)}"
        raise PackageDamagedError(message, hint=hint) from None
    return model


def _batches(inputs: Iterable[_Tokens], settings: EngineSettings) -> Iterator[_Batch]:
    """Inputs of one class, longest first; with padding a batch has at most `batch_tokens`, or one input."""
    batch: list[_Tokens] = []
    for tokens in sorted(inputs, key=lambda tokens: (-len(tokens), tokens)):
        if batch and (
            (len(batch) + 1) * len(batch[0]) > settings.batch_tokens
            or _longest_of_class(tokens) != _longest_of_class(batch[0])
        ):
            yield tuple(batch)
            batch = []
        batch.append(tokens)
    if batch:
        yield tuple(batch)


def _longest_of_class(tokens: _Tokens) -> int:
    place = bisect_left(_CLASSES, len(tokens))
    return _CLASSES[place] if place < len(_CLASSES) else len(tokens)


def _shortest_of_class(tokens: _Tokens) -> int:
    place = bisect_left(_CLASSES, len(tokens))
    return _CLASSES[place - 1] + 1 if place else 1


def _first_done(running: Sequence[Sequence[_Pending]]) -> int:
    """Wait until one of the batches is done, and say which."""
    while True:
        for k, pending in enumerate(running):
            if all(result.done() for result in pending):
                return k
        time.sleep(_POLL_SECONDS)


def _finish(waiting: dict[str, set[_Tokens]], batch: _Batch) -> list[str]:
    """Strike a batch off what sentences wait for, and return those that wait for nothing more."""
    for pieces in waiting.values():
        pieces.difference_update(batch)
    done = [sentence for sentence, pieces in waiting.items() if not pieces]
    for sentence in done:
        del waiting[sentence]
    return done


def _joined(hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    if len(hypotheses) == 1:
        return hypotheses[0]
    n_tokens = sum(hypothesis.n_tokens for hypothesis in hypotheses)
    total = sum(hypothesis.score * hypothesis.n_tokens for hypothesis in hypotheses)
    text = " ".join(hypothesis.text for hypothesis in hypotheses if hypothesis.text)
    return Hypothesis(text, total / n_tokens if n_tokens else 0.0, n_tokens)


def _parallel(settings: EngineSettings) -> int:
    return settings.parallel_batches or max(1, _cores() // 2)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # what this process may use, which in a container is less than there is
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _first_line(reason: BaseException) -> str:
    lines = str(reason).splitlines()
    line = lines[0] if lines else type(reason).__name__
    return "".join(character for character in line if character.isprintable())[:200]
