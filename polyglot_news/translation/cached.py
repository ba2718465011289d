"""An engine that asks the cache first: what is known is not translated, and where all is, no model is loaded."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path

from polyglot_news.environment import native_settings
from polyglot_news.translation.cache import Entry, TranslationCache
from polyglot_news.translation.contents import content_hash, identity
from polyglot_news.translation.decoding import Decoding, Hypothesis
from polyglot_news.translation.engine import Engine
from polyglot_news.translation.libraries import version_of
from polyglot_news.translation.packages import TokenizerKind
from polyglot_news.translation.sentence_queue import Done, SentenceQueue, translated
from polyglot_news.version import __version__

_TOKENIZERS = {TokenizerKind.SENTENCEPIECE: "sentencepiece", TokenizerKind.BPE: "sacremoses"}
_KEY_BYTES = 20
_FIRST_PROCESSOR_BYTES = 4_096


class CachedEngine:
    """An engine and its cache; who gave them owns both."""

    def __init__(self, engine: Engine, cache: TranslationCache) -> None:
        """Remember both, and what the package is; neither is opened."""
        self._engine = engine
        self._memory = _Memory(engine, cache)

    def queue(self) -> CachedQueue:
        """Return a queue of sentences for this engine, empty."""
        return CachedQueue(self._engine.queue(), self._memory)

    def translate(
        self,
        sentences: Sequence[str],
        decoding: Decoding | None = None,
        *,
        progress: Callable[[int], None] | None = None,
    ) -> list[Hypothesis]:
        """Translate sentences that are not known; hypotheses and errors are those of the engine."""
        return translated(self.queue(), sentences, decoding or self._engine.settings.decoding, progress)


class CachedQueue:
    """What is known is done at once; the rest goes into the queue of the engine.

    Kept batch by batch, so that an interrupt costs the batches begun alone.
    """

    def __init__(self, queue: SentenceQueue, memory: _Memory) -> None:
        """Remember both."""
        self._queue = queue
        self._memory = memory
        self._keys: dict[tuple[Decoding, str], bytes] = {}
        self._known: deque[Done] = deque()

    def add(self, sentences: Iterable[str], decoding: Decoding, *, ahead: bool = False) -> None:
        """Add a lot of sentences; arguments and errors are those of SentenceQueue."""
        distinct = dict.fromkeys(sentences)
        keys = self._memory.keys(distinct, decoding)
        known = self._memory.find(keys)
        if known:
            self._known.append(Done(decoding, known))
        unknown = [sentence for sentence in distinct if sentence not in known]
        self._keys.update({(decoding, sentence): keys[sentence] for sentence in unknown if sentence in keys})
        if unknown:
            self._queue.add(unknown, decoding, ahead=ahead)

    def next_done(self) -> Done | None:
        """Wait for what is done next, None for nothing left; errors are those of SentenceQueue."""
        if self._known:
            return self._known.popleft()
        done = self._queue.next_done()
        if done:
            self._keep(done)
        return done

    def _keep(self, done: Done) -> None:
        found = ((self._keys.pop((done.decoding, sentence), None), one) for sentence, one in done.hypotheses.items())
        self._memory.keep({key: one for key, one in found if key})


class _Memory:
    """What the cache knows of one engine.

    The package is the one that lay there when this was made: once it is replaced nothing is taken or kept, as nobody
    knows which of the two was loaded.
    """

    def __init__(self, engine: Engine, cache: TranslationCache) -> None:
        self._engine = engine
        self._cache = cache
        self._identity = self._identity_now()

    def keys(self, sentences: Collection[str], decoding: Decoding) -> dict[str, bytes]:
        """What an output is found by; nothing where the package cannot be read, which its engine will tell."""
        if not self._is_unchanged():
            return {}
        try:
            content = content_hash(self._engine.package, self._cache)
        except OSError:
            return {}
        conditions = json.dumps([content.hex(), *self._conditions(decoding)])
        if not self._engine.stands_alone:
            conditions += json.dumps(sorted(sentences))
        salt = hashlib.blake2b(conditions.encode(), digest_size=32).digest()
        return {
            sentence: hashlib.blake2b(
                sentence.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES, key=salt
            ).digest()
            for sentence in sentences
        }

    def find(self, keys: Mapping[str, bytes]) -> dict[str, Hypothesis]:
        found = self._cache.find(keys.values())
        if not self._engine.stands_alone and len(found) < len(keys):
            return {}  # the others would come in other batches than those that these were made in
        return {
            sentence: Hypothesis(one.text, one.score, one.n_tokens, cached=True)
            for sentence, key in keys.items()
            if (one := found.get(key))
        }

    def keep(self, hypotheses: Mapping[bytes, Hypothesis]) -> None:
        if hypotheses and self._is_unchanged():
            self._cache.keep({key: Entry(one.text, one.score, one.n_tokens) for key, one in hypotheses.items()})

    def _is_unchanged(self) -> bool:
        return self._identity != b"" and self._identity_now() == self._identity

    def _identity_now(self) -> bytes:
        try:
            return identity(self._engine.package)
        except OSError:
            return b""

    @cached_property
    def _libraries(self) -> Sequence[str]:
        return [version_of(name) for name in ("ctranslate2", _TOKENIZERS[self._engine.package.tokenizer])]

    @cached_property
    def _processor(self) -> str:
        return _processor()

    def _conditions(self, decoding: Decoding) -> list[object]:
        """All that decides about an output, but package and sentence."""
        package, settings = self._engine.package, self._engine.settings
        languages = (package.from_code, package.to_code) if package.tokenizer is TokenizerKind.BPE else ()
        how = [settings.evened, settings.longest_tokens or package.longest_tokens, package.target_prefix, languages]
        where = [settings.device, settings.compute_type, self._processor, native_settings()]
        batching = [] if self._engine.stands_alone else [settings.batch_tokens]
        return [__version__, *self._libraries, asdict(decoding), *how, *where, *batching]


def _processor() -> str:
    """What decides which kernels run, and which compute types there are: a home may be shared by several machines."""
    try:
        with Path("/proc/cpuinfo").open("rb") as file:
            lines = file.read(_FIRST_PROCESSOR_BYTES).splitlines()
    except OSError:
        return f"{platform.machine()} {platform.processor()}"
    told = [line for line in lines if line.startswith((b"vendor_id", b"flags", b"Features", b"CPU implementer"))]
    return f"{platform.machine()} {hashlib.blake2b(b' '.join(told), digest_size=8).hexdigest()}"
