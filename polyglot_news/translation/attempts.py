"""What was tried for a sentence: one output, a second where a guard doubts the first, and which of them stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from polyglot_news.model import Span
from polyglot_news.translation.cached import CachedEngine
from polyglot_news.translation.decoding import Decoding
from polyglot_news.translation.engine import Engine
from polyglot_news.translation.guards import doubt, severity
from polyglot_news.translation.sentence_queue import Done, Queue

_OPEN_WINDOWS = 2


class Attempt(NamedTuple):
    """One output of a model, as a guard sees it."""

    text: str  # one line, without control characters
    doubt: str  # "" for none, else what guards.doubt calls it
    score: float  # mean log probability of a token: 0.0 is certain, less is less so
    n_tokens: int
    beam_size: int
    cached: bool = False  # no model was asked


class Outcome(NamedTuple):
    """What came of a sentence."""

    attempts: tuple[Attempt, ...]
    kept: int = 0  # which attempt stands: the one with the lesser doubt, the first where both have the same

    @property
    def text(self) -> str:
        """The translation."""
        return self.attempts[self.kept].text

    @property
    def doubt(self) -> str:
        """What is still wrong with it; "" for nothing."""
        return self.attempts[self.kept].doubt

    @property
    def cached(self) -> bool:
        """Whether no model was asked at all."""
        return all(attempt.cached for attempt in self.attempts)


class Part(NamedTuple):
    """What the model is given at once: a sentence, or a part of one that is too long for it."""

    pieces: tuple[str, ...]  # subwords
    padded: int  # to so many tokens, those of its class, whatever it is translated with


class Explanation(NamedTuple):
    """How one sentence was translated."""

    original: Span
    package: str | None = None  # None: no model has seen it, it stands as it is
    parts: tuple[Part, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    kept: int = 0  # which attempt stands


class Trier(NamedTuple):
    """Runs an engine, and once more for what is in doubt."""

    engine: Engine | CachedEngine
    first: Decoding
    retry: Decoding | None  # None: outputs in doubt are kept as they are
    into: str

    def outcomes(
        self, windows: Iterable[Sequence[str]], progress: Callable[[int], None] | None = None
    ) -> Iterator[Mapping[str, Outcome]]:
        """Translate sentences, and yield what comes of them, as soon as it is known.

        Args:
            windows: of sentences, each sentence once; those of the first are done first.
            progress: called with the number of sentences that have just had their first attempt.

        Raises:
            PackageError: as of Engine.translate.
        """
        trying = _Trying(self, self.engine.queue(), iter(windows))
        while done := trying.queue.next_done():
            attempts = self._judged(done)
            if done.decoding == self.first:
                if progress:
                    progress(len(attempts))
                yield trying.after_first(attempts)
            else:
                yield trying.after_second(attempts)

    def _judged(self, done: Done) -> dict[str, Attempt]:
        attempts = {}
        for sentence, one in done.hypotheses.items():
            text = plain(one.text)
            found = doubt(sentence, text, into=self.into)
            attempts[sentence] = Attempt(text, found, one.score, one.n_tokens, done.decoding.beam_size, one.cached)
        return attempts


@dataclass(slots=True)
class _Window:
    """Sentences that are tried together: second attempts one by one would make batches of one."""

    n_waiting: int
    doubtful: dict[str, Attempt] = field(default_factory=dict)


class _Trying:
    """Windows on their way. Two are open, so that no core waits while the last batch and second attempts of one run."""

    def __init__(self, trier: Trier, queue: Queue, to_come: Iterator[Sequence[str]]) -> None:
        self.queue = queue
        self._first = trier.first
        self._retry = trier.retry if trier.retry != trier.first else None
        self._to_come = to_come
        self._window_of: dict[str, _Window] = {}
        self._open(_OPEN_WINDOWS)

    def after_first(self, attempts: Mapping[str, Attempt]) -> dict[str, Outcome]:
        outcomes = {}
        for sentence, attempt in attempts.items():
            window = self._window_of[sentence]
            window.n_waiting -= 1
            if attempt.doubt and self._retry:
                window.doubtful[sentence] = attempt
            else:
                outcomes[sentence] = Outcome((attempt,))
            if not window.n_waiting:
                self._try_again(window)
                self._open(1)
        return outcomes

    def after_second(self, attempts: Mapping[str, Attempt]) -> dict[str, Outcome]:
        outcomes = {}
        for sentence, second in attempts.items():
            first = self._window_of[sentence].doubtful[sentence]
            outcomes[sentence] = Outcome((first, second), int(severity(second.doubt) < severity(first.doubt)))
        return outcomes

    def _try_again(self, window: _Window) -> None:
        if self._retry and window.doubtful:
            self.queue.add(window.doubtful, self._retry, ahead=True)

    def _open(self, n: int) -> None:
        for sentences in islice(self._to_come, n):
            self._window_of.update(dict.fromkeys(sentences, _Window(len(sentences))))
            self.queue.add(sentences, self._first)


def plain(text: str) -> str:
    """Return one line without control characters, whatever a model has in its vocabulary."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(filter(str.isprintable, line))
