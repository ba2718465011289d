"""Sentences on their way through a model: more may be added while others run, so that no core waits for a whole lot.

What is added together comes in the same batches, whatever runs beside it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from polyglot_news.translation.batches import Batch, Tokens
from polyglot_news.translation.decoding import Decoding, Hypothesis

# How often a batch is asked whether it is done: waiting for it in CTranslate2 would hold up an interrupt. A batch takes
# some 300 ms with the starter, so a model waits for less than a hundredth of the time.
_POLL_SECONDS = 0.002


class Done(NamedTuple):
    """Sentences that have just been translated, and how."""

    decoding: Decoding
    hypotheses: Mapping[str, Hypothesis]


class Begun(Protocol):
    """A batch that a model works on."""

    def is_done(self) -> bool:
        """Tell whether it would be waited for."""
        ...

    def hypotheses(self) -> Sequence[Hypothesis]:
        """Return one for each input."""
        ...


class Model(Protocol):
    """What works on batches, several at the same time."""

    @property
    def n_parallel(self) -> int:
        """How many batches it works on at the same time."""
        ...

    def encode(self, sentence: str) -> Sequence[Tokens]:
        """Return the inputs that a sentence is cut into."""
        ...

    def batched(self, inputs: Sequence[Tokens]) -> Iterable[Batch]:
        """Return the inputs in batches, in the order in which they are to be done."""
        ...

    def begin(self, batch: Batch, decoding: Decoding) -> Begun:
        """Start on a batch, without waiting for it."""
        ...


class Queue(Protocol):
    """What SentenceQueue does, with or without a cache before it."""

    def add(self, sentences: Iterable[str], decoding: Decoding, *, ahead: bool = False) -> None:
        """Add a lot of sentences."""
        ...

    def next_done(self) -> Done | None:
        """Wait for what is done next; None where nothing waits any more."""
        ...


class SentenceQueue:
    """Gives out what is done, as soon as a batch is."""

    def __init__(self, model: Model) -> None:
        """Begin nothing."""
        self._model = model
        self._waiting: deque[tuple[_Lot, Batch]] = deque()
        self._running: list[tuple[_Lot, Batch, Begun]] = []
        self._ready: deque[Done] = deque()

    def add(self, sentences: Iterable[str], decoding: Decoding, *, ahead: bool = False) -> None:
        """Add a lot of sentences; equal ones are translated once, empty ones stay so.

        Args:
            sentences: in any order; the batch with the first of them is the first.
            decoding: how.
            ahead: before all that waits.

        Raises:
            PackageError: the tokenizer cannot be loaded.
        """
        distinct = dict.fromkeys(sentences)
        pieces_of = {one: tuple(self._model.encode(one)) if one.strip() else () for one in distinct}
        lot = _Lot(decoding, {sentence: pieces for sentence, pieces in pieces_of.items() if pieces})
        if empty := [sentence for sentence, pieces in pieces_of.items() if not pieces]:
            self._ready.append(Done(decoding, dict.fromkeys(empty, Hypothesis("", 0.0, 0))))
        batches = [(lot, batch) for batch in self._model.batched(list(lot.sentences_with))]
        if ahead:
            self._waiting.extendleft(reversed(batches))
        else:
            self._waiting.extend(batches)

    def next_done(self) -> Done | None:
        """Wait for what is done next; None where nothing waits any more.

        Raises:
            PackageError: the model cannot be loaded, or fails.
        """
        while self._waiting or self._running or self._ready:
            if self._ready:
                return self._ready.popleft()
            self._begin()
            lot, batch, begun = self._running.pop(_first_done([begun for _, _, begun in self._running]))
            self._begin()  # before anything else, as a core is free
            if done := lot.finish(batch, begun.hypotheses()):
                return Done(lot.decoding, done)
        return None

    def _begin(self) -> None:
        """Keep the model busy, and nothing in its queue: it works that off before it lets go, whatever has happened."""
        while self._waiting and len(self._running) < self._model.n_parallel:
            lot, batch = self._waiting.popleft()
            self._running.append((lot, batch, self._model.begin(batch, lot.decoding)))


@dataclass(slots=True)
class _Lot:
    """Sentences that were added together, and what is known of the pieces they are cut into."""

    decoding: Decoding
    pieces_of: dict[str, tuple[Tokens, ...]]
    outputs: dict[Tokens, Hypothesis] = field(default_factory=dict)
    sentences_with: dict[Tokens, list[str]] = field(init=False)
    n_missing: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences_with = {}
        self.n_missing = {sentence: len(set(pieces)) for sentence, pieces in self.pieces_of.items()}
        for sentence, pieces in self.pieces_of.items():
            for piece in dict.fromkeys(pieces):
                self.sentences_with.setdefault(piece, []).append(sentence)

    def finish(self, batch: Batch, hypotheses: Sequence[Hypothesis]) -> dict[str, Hypothesis]:
        """Note what came of a batch, and return the sentences that wait for nothing more."""
        self.outputs.update(zip(batch, hypotheses, strict=True))
        done = []
        for piece in batch:
            for sentence in self.sentences_with[piece]:
                self.n_missing[sentence] -= 1
                if not self.n_missing[sentence]:
                    done.append(sentence)
        return {sentence: _joined([self.outputs[piece] for piece in self.pieces_of[sentence]]) for sentence in done}


def translated(
    queue: Queue, sentences: Sequence[str], decoding: Decoding, progress: Callable[[int], None] | None
) -> list[Hypothesis]:
    """Pass sentences through an empty queue; return one hypothesis for each, in their order."""
    queue.add(sentences, decoding)
    outputs: dict[str, Hypothesis] = {}
    while done := queue.next_done():
        outputs.update(done.hypotheses)
        if progress:
            progress(len(done.hypotheses))
    return [outputs[sentence] for sentence in sentences]


def _first_done(running: Sequence[Begun]) -> int:
    """Wait until one of the batches is done, and say which."""
    while True:
        for k, begun in enumerate(running):
            if begun.is_done():
                return k
        time.sleep(_POLL_SECONDS)


def _joined(hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    if len(hypotheses) == 1:
        return hypotheses[0]
    n_tokens = sum(hypothesis.n_tokens for hypothesis in hypotheses)
    total = sum(hypothesis.score * hypothesis.n_tokens for hypothesis in hypotheses)
    text = " ".join(hypothesis.text for hypothesis in hypotheses if hypothesis.text)
    return Hypothesis(text, total / n_tokens if n_tokens else 0.0, n_tokens)
