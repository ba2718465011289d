"""What was tried for a sentence: one output, a second where a guard doubts the first, and which of them stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from polyglot_news.model import Span
from polyglot_news.translation.cached import CachedEngine
from polyglot_news.translation.engine import Decoding, Engine, Hypothesis
from polyglot_news.translation.guards import doubt, severity


@dataclass(frozen=True, slots=True)
class Attempt:
    """One output of a model, as a guard sees it."""

    text: str  # one line, without control characters
    doubt: str  # "" for none, else what guards.doubt calls it
    score: float  # mean log probability of a token: 0.0 is certain, less is less so
    n_tokens: int
    beam_size: int
    cached: bool = False  # no model was asked


@dataclass(frozen=True, slots=True)
class Outcome:
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


@dataclass(frozen=True, slots=True)
class Part:
    """What the model is given at once: a sentence, or a part of one that is too long for it."""

    pieces: tuple[str, ...]  # subwords
    padded: int  # to so many tokens, those of its class, whatever it is translated with


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one sentence was translated."""

    original: Span
    package: str | None = None  # None: no model has seen it, it stands as it is
    parts: tuple[Part, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    kept: int = 0  # which attempt stands


@dataclass(frozen=True, slots=True)
class Trier:
    """Runs an engine, and once more for what is in doubt."""

    engine: Engine | CachedEngine
    first: Decoding
    retry: Decoding | None  # None: outputs in doubt are kept as they are
    into: str

    def outcomes(self, sentences: Sequence[str], progress: Callable[[int], None] | None) -> Mapping[str, Outcome]:
        """Translate sentences; progress is that of the first attempts."""
        outputs = self.engine.translate(sentences, self.first, progress=progress)
        firsts = self._judged(sentences, outputs, self.first)
        outcomes = {sentence: Outcome((attempt,)) for sentence, attempt in firsts.items()}
        doubtful = [sentence for sentence, attempt in firsts.items() if attempt.doubt]
        if self.retry and doubtful:
            seconds = self._judged(doubtful, self.engine.translate(doubtful, self.retry), self.retry)
            for sentence, second in seconds.items():
                is_better = severity(second.doubt) < severity(firsts[sentence].doubt)
                outcomes[sentence] = Outcome((firsts[sentence], second), int(is_better))
        return outcomes

    def _judged(
        self, sentences: Sequence[str], hypotheses: Sequence[Hypothesis], decoding: Decoding
    ) -> dict[str, Attempt]:
        attempts = {}
        for sentence, one in zip(sentences, hypotheses, strict=True):
            text = plain(one.text)
            found = doubt(sentence, text, into=self.into)
            attempts[sentence] = Attempt(text, found, one.score, one.n_tokens, decoding.beam_size, one.cached)
        return attempts


def plain(text: str) -> str:
    """Return one line without control characters, whatever a model has in its vocabulary."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
