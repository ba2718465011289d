"""One model of CTranslate2 and its tokenizer: sentences in, hypotheses out, in batches that waste little.

Sentences are translated once each, however often they occur, in batches of like length, the longest first.
How they are batched, and why a translation does not depend on it: batches.py.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from types import TracebackType
from typing import Protocol, Self

from polyglot_news.errors import PackageDamagedError, PackageError
from polyglot_news.translation.batches import (
    Batch,
    Tokens,
    batches,
    longest_of_class,
    share_of_a_core,
    shortest_of_class,
)
from polyglot_news.translation.devices import CPU, INT8, compute_type_of, device_of, parallel_on
from polyglot_news.translation.packages import Package
from polyglot_news.translation.pieces import cut
from polyglot_news.translation.tokenizers import Tokenizer, load_tokenizer

# More outputs than a translation of a short sentence may need; real ones have 0.5 to 1.6 tokens for each of the input.
_SPARE_TOKENS = 20
# Models with learnt positions (OPUS-MT) fail beyond 512; no sentence has as many.
_LONGEST_OUTPUT_TOKENS = 500
# What fills the row that pads: at the end of a sentence the starter ends its output at once. A row of words takes three
# times as much, as it is translated to its end. A model that goes on instead is ended by the limit of the class.
_END = "</s>"
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
    batch_tokens: int = 1_024  # with padding, at most; more is hardly faster and takes more memory
    evened: bool = True  # all batches of a class are padded to one length, so that company does not matter
    longest_tokens: int | None = None  # an input is cut beyond; None: what the package says
    compute_type: str = INT8
    device: str = CPU  # or "cuda"; "auto": cuda where there is one
    threads: int = 1  # of one batch: two take a third to a half more of processor time; 0: what CTranslate2 likes
    parallel_batches: int = 0  # 0: as many as there are cores, on a GPU one


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

        The batch with the first of them is the first.

        Raises:
            PackageError: as in `translate`.
        """
        distinct = dict.fromkeys(sentences)
        if empty := {sentence: Hypothesis("", 0.0, 0) for sentence in distinct if not sentence.strip()}:
            yield empty
        pieces_of = {sentence: self.encode(sentence) for sentence in distinct if sentence not in empty}
        waiting = {sentence: set(pieces) for sentence, pieces in pieces_of.items()}
        inputs = dict.fromkeys(piece for pieces in pieces_of.values() for piece in pieces)
        outputs: dict[Tokens, Hypothesis] = {}
        if toneless := _finish(waiting, ()):  # of characters that the tokenizer drops
            yield dict.fromkeys(toneless, Hypothesis("", 0.0, 0))
        for batch, hypotheses in self._run(self._batches(inputs), decoding or self.settings.decoding):
            outputs.update(zip(batch, hypotheses, strict=True))
            if done := _finish(waiting, batch):
                yield {sentence: _joined([outputs[piece] for piece in pieces_of[sentence]]) for sentence in done}

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

    def _batches(self, inputs: Iterable[Tokens]) -> list[Batch]:
        """Cut inputs into batches, so that every core has one; that of the first input comes first."""
        inputs = list(inputs)
        most = self.settings.batch_tokens
        if self.stands_alone:  # elsewhere the number of cores would change the outputs
            most = min(most, share_of_a_core(sum(map(self.padded, inputs)), self._parallel))
        return sorted(batches(inputs, most), key=lambda batch: inputs[0] not in batch)

    @property
    def _parallel(self) -> int:
        return self.settings.parallel_batches or parallel_on(self.settings.device, self.settings.threads)

    def _run(self, to_do: Iterable[Batch], decoding: Decoding) -> Iterator[tuple[Batch, list[Hypothesis]]]:
        """Keep the model busy, and nothing in its queue: it works that off before it lets go, whatever has happened."""
        to_come = ((batch, self._begun(batch, decoding)) for batch in to_do)
        try:
            running = list(islice(to_come, self._parallel))
            while running:
                batch, pending = running.pop(_first_done([pending for _, pending in running]))
                running += islice(to_come, 1)
                yield batch, [self._hypothesis(result.result(), decoding) for result in pending]
        except (RuntimeError, ValueError) as reason:
            raise PackageError(
                f"{self.package.name}: its model failed: {_first_line(reason)}", hint=_REPORT_HINT
            ) from None

    def _begun(self, batch: Batch, decoding: Decoding) -> Sequence[_Pending]:
        rows = list(batch)
        longest = self.padded(batch[0])
        if len(batch[0]) < longest:
            rows.append((_END,) * longest)
        return self._load_model().translate_batch(rows, **self._options(rows, decoding))[: len(batch)]

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
            self._model = _load(self.package, self.settings, self._parallel)
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


class _Model(Protocol):
    def translate_batch(self, source: Sequence[Tokens], **options: object) -> Sequence[_Pending]: ...


def _load(package: Package, settings: EngineSettings, parallel: int) -> _Model:
    from ctranslate2 import Translator  # noqa: PLC0415  # heavy

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


def _first_done(running: Sequence[Sequence[_Pending]]) -> int:
    """Wait until one of the batches is done, and say which."""
    while True:
        for k, pending in enumerate(running):
            if all(result.done() for result in pending):
                return k
        time.sleep(_POLL_SECONDS)


def _finish(waiting: dict[str, set[Tokens]], batch: Batch) -> list[str]:
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


def _first_line(reason: BaseException) -> str:
    lines = str(reason).splitlines()
    line = lines[0] if lines else type(reason).__name__
    return "".join(character for character in line if character.isprintable())[:200]
