"""One model of CTranslate2 and its tokenizer: sentences in, hypotheses out.

In which order, and what runs at the same time: sentence_queue.py. How sentences are batched, and why a translation does
not depend on it: batches.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from polyglot_news.errors import PackageDamagedError, PackageError
from polyglot_news.translation.batches import (
    Batch,
    Tokens,
    batches,
    longest_of_class,
    share_of_a_core,
    shortest_of_class,
)
from polyglot_news.translation.decoding import Decoding, EngineSettings, Hypothesis
from polyglot_news.translation.devices import CPU, INT8, compute_type_of, device_of, parallel_on
from polyglot_news.translation.packages import Package
from polyglot_news.translation.pieces import cut
from polyglot_news.translation.sentence_queue import Begun, SentenceQueue, translated
from polyglot_news.translation.tokenizers import Tokenizer, load_tokenizer

# More outputs than a translation of a short sentence may need; real ones have 0.5 to 1.6 tokens for each of the input.
_SPARE_TOKENS = 20
# Models with learnt positions (OPUS-MT) fail beyond 512; no sentence has as many.
_LONGEST_OUTPUT_TOKENS = 500
# What fills the row that pads: at the end of a sentence the starter ends its output at once. A row of words takes three
# times as much, as it is translated to its end. A model that goes on instead is ended by the limit of the class.
_END = "</s>"
# The C library of GNU takes blocks beyond a limit from the system, gives them back when they are freed, and then raises
# the limit to their size, up to 32 MiB. Every batch has blocks of a few MB: where the limit is low, a tenth of the
# processor time goes into getting their memory from the system again, page by page.
_ONE_LARGE_BLOCK_BYTES = 32_000_000
_REPORT_HINT = "pn models verify shows the state of the packages"


class Engine:
    """Owns a model; loads it at first use, lets go of it at the end of `with`."""

    def __init__(self, package: Package, settings: EngineSettings) -> None:
        """Remember what to load.

        Raises:
            InputError: a GPU is asked for, and there is none.
        """
        self.package = package
        self.settings = replace(settings, device=device_of(settings.device)) if settings.device != CPU else settings
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
        return self.settings.evened and (self.settings.device, self.settings.compute_type) == (CPU, INT8)

    def close(self) -> None:
        """Free the memory of the model; the next use loads it again."""
        self._model = self._tokenizer = None

    def queue(self) -> SentenceQueue:
        """Return a queue of sentences for this model, empty."""
        return SentenceQueue(self)

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
        return translated(self.queue(), sentences, decoding or self.settings.decoding, progress)

    def encode(self, sentence: str) -> tuple[tuple[str, ...], ...]:
        """Return the tokens of a sentence as the model gets them, in several parts where it is too long."""
        tokenizer = self._load_tokenizer()
        longest = self._longest_tokens
        tokens = tuple(tokenizer.encode(sentence))
        if len(tokens) <= longest:
            return (tokens,) if tokens else ()
        pieces = cut(sentence, lambda piece: len(tokenizer.encode(piece)) <= longest)
        return tuple(tokens for piece in pieces if (tokens := tuple(tokenizer.encode(piece))))

    def padded(self, tokens: Sequence[str]) -> int:
        """Return to how many tokens an input is padded, whatever its company; without such classes, its own."""
        return min(longest_of_class(tokens), self._longest_tokens) if self.settings.evened else len(tokens)

    @property
    def _longest_tokens(self) -> int:
        return self.settings.longest_tokens or self.package.longest_tokens

    @property
    def n_parallel(self) -> int:
        """How many batches run at the same time."""
        return self.settings.parallel_batches or parallel_on(self.settings.device, self.settings.threads)

    def batched(self, inputs: Sequence[Tokens]) -> list[Batch]:
        """Cut inputs into batches, so that every core has one; that of the first input comes first."""
        most = self.settings.batch_tokens
        if self.stands_alone:  # elsewhere the number of cores would change the outputs
            most = min(most, share_of_a_core(sum(map(self.padded, inputs)), self.n_parallel))
        return sorted(batches(inputs, most), key=lambda batch: inputs[0] not in batch)

    def begin(self, batch: Batch, decoding: Decoding) -> Begun:
        """Start to translate a batch, without waiting for it; errors are those of `translate`."""
        rows = list(batch)
        longest = self.padded(batch[0])
        if len(batch[0]) < longest:
            rows.append((_END,) * longest)
        model, options = self._load_model(), self._options(rows, decoding)
        with self._faults():
            pending = model.translate_batch(rows, **options)[: len(batch)]
        return _Translating(pending, lambda result: self._hypothesis(result, decoding), self._faults)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, ValueError) as reason:
            message = f"{self.package.name}: its model failed: {_first_line(reason)}"
            raise PackageError(message, hint=_REPORT_HINT) from None

    def _options(self, rows: Sequence[Tokens], decoding: Decoding) -> dict[str, object]:
        prefix = self.package.target_prefix
        longest, shortest = len(rows[0]), len(rows[-1])
        if self.settings.evened:
            longest, shortest = longest_of_class(rows[0]), shortest_of_class(rows[0])
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
            self._model = _load(self.package, self.settings, self.n_parallel)
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


class _Result(Protocol):
    hypotheses: list[list[str]]
    scores: list[float]


class _Pending(Protocol):
    def done(self) -> bool: ...

    def result(self) -> _Result: ...


class _Translating(NamedTuple):
    """A batch in the hands of CTranslate2."""

    pending: Sequence[_Pending]
    read: Callable[[_Result], Hypothesis]
    faults: Callable[[], AbstractContextManager[None]]

    def is_done(self) -> bool:
        return all(result.done() for result in self.pending)

    def hypotheses(self) -> list[Hypothesis]:
        with self.faults():
            return [self.read(result.result()) for result in self.pending]


class _Model(Protocol):
    def translate_batch(self, source: Sequence[Tokens], **options: object) -> Sequence[_Pending]: ...


def _load(package: Package, settings: EngineSettings, parallel: int) -> _Model:
    from ctranslate2 import Translator  # noqa: PLC0415  # heavy

    bytearray(_ONE_LARGE_BLOCK_BYTES)  # freed at once, and never touched
    try:
        model: _Model = Translator(
            str(package.model_folder),
            device=settings.device,
            compute_type=compute_type_of(settings.compute_type, settings.device),
            inter_threads=parallel,
            intra_threads=settings.threads,
        )
    except (RuntimeError, ValueError, MemoryError) as reason:
        if settings.device != CPU:
            message = f"{package.name}: its model cannot be loaded on {settings.device}: {_first_line(reason)}"
            raise PackageError(message, hint="device cpu needs no GPU; CUDA needs cuBLAS 12 and cuDNN 9") from None
        hint = "install it again from its .argosmodel file: pn models install FILE"
        message = f"{package.name}: its model cannot be loaded: {_first_line(reason)}"
        raise PackageDamagedError(message, hint=hint) from None
    return model


def _first_line(reason: BaseException) -> str:
    lines = str(reason).splitlines()
    line = lines[0] if lines else type(reason).__name__
    return "".join(character for character in line if character.isprintable())[:200]
