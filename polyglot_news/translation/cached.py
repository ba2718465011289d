"""An engine that asks the cache first: what is known is not translated, and where all is, no model is loaded."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from polyglot_news.environment import native_settings
from polyglot_news.translation.cache import Entry, TranslationCache
from polyglot_news.translation.contents import content_hash, identity
from polyglot_news.translation.engine import Decoding, Engine, Hypothesis
from polyglot_news.translation.packages import TokenizerKind
from polyglot_news.version import __version__

_TOKENIZERS = {TokenizerKind.SENTENCEPIECE: "sentencepiece", TokenizerKind.BPE: "sacremoses"}
_KEY_BYTES = 20
_FIRST_PROCESSOR_BYTES = 4_096


class CachedEngine:
    """Owns an engine; keeps what it makes batch by batch, so that an interrupt costs the batches begun alone."""

    def __init__(self, engine: Engine, cache: TranslationCache) -> None:
        """Remember both; neither is opened."""
        self._engine = engine
        self._cache = cache
        self._identity = b""

    def close(self) -> None:
        """Free the memory of the model; the cache is its owner's."""
        self._engine.close()

    def translate(
        self,
        sentences: Sequence[str],
        decoding: Decoding | None = None,
        *,
        progress: Callable[[int], None] | None = None,
    ) -> list[Hypothesis]:
        """Translate sentences that are not known; hypotheses and errors are those of the engine."""
        distinct = dict.fromkeys(sentences)
        keys = self._keys(distinct, decoding or self._engine.settings.decoding)
        found = self._cache.find(keys.values())
        if not self._engine.stands_alone and len(found) < len(distinct):
            found = {}  # the others would come in other batches than those that these were made in
        outputs = {
            sentence: Hypothesis(one.text, one.score, one.n_tokens, cached=True)
            for sentence, key in keys.items()
            if (one := found.get(key))
        }
        if progress and outputs:
            progress(len(outputs))
        for done in self._engine.stream([one for one in distinct if one not in outputs], decoding):
            self._keep(done, keys)
            outputs.update(done)
            if progress:
                progress(len(done))
        return [outputs[sentence] for sentence in sentences]

    def _keep(self, done: Mapping[str, Hypothesis], keys: Mapping[str, bytes]) -> None:
        if not keys or self._identity_now() != self._identity:
            return  # the package was replaced after it was hashed, and who knows which of the two was loaded
        entries = {keys[sentence]: Entry(one.text, one.score, one.n_tokens) for sentence, one in done.items()}
        self._cache.keep(entries)

    def _keys(self, sentences: Iterable[str], decoding: Decoding) -> dict[str, bytes]:
        """What an output is found by; nothing where the package cannot be read, which its engine will tell."""
        self._identity = self._identity_now()
        if not self._identity:
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

    def _identity_now(self) -> bytes:
        try:
            return identity(self._engine.package)
        except OSError:
            return b""

    def _conditions(self, decoding: Decoding) -> list[object]:
        """All that decides about an output, but package and sentence."""
        from importlib import metadata  # noqa: PLC0415  # brings email along

        package, settings = self._engine.package, self._engine.settings
        languages = (package.from_code, package.to_code) if package.tokenizer is TokenizerKind.BPE else ()
        libraries = [metadata.version(name) for name in ("ctranslate2", _TOKENIZERS[package.tokenizer])]
        how = [settings.evened, settings.longest_tokens or package.longest_tokens, package.target_prefix, languages]
        where = [settings.device, settings.compute_type, _processor(), native_settings()]
        batching = [] if self._engine.stands_alone else [settings.batch_tokens]
        return [__version__, *libraries, asdict(decoding), *how, *where, *batching]


def _processor() -> str:
    """What decides which kernels run, and which compute types there are: a home may be shared by several machines."""
    try:
        with Path("/proc/cpuinfo").open("rb") as file:
            lines = file.read(_FIRST_PROCESSOR_BYTES).splitlines()
    except OSError:
        return f"{platform.machine()} {platform.processor()}"
    told = [line for line in lines if line.startswith((b"vendor_id", b"flags", b"Features", b"CPU implementer"))]
    return f"{platform.machine()} {hashlib.blake2b(b' '.join(told), digest_size=8).hexdigest()}"
