"""How a model is run, and what comes of a sentence: the settings and results that all parts of the engine share."""

from __future__ import annotations

from dataclasses import dataclass, field

from polyglot_news.translation.devices import CPU, INT8


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
SAFER = Decoding(beam_size=4, repetition_penalty=1.2, no_repeat_ngram_size=3, longest_share=1.5, shortest_share=0.4)


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
