"""Make examples of editing and measure every link that could be made in them.

usage: python training/alignment/collect.py --news NEWS.json [--ntrex FOLDER] --output examples.npz [--rounds 12]
                                            [--translated FILE.json] [--semantic]
NEWS.json: as benchmarks/README.md says. FOLDER: NAME.en.txt beside NAME.ru.txt, NAME.uk.txt, a sentence a line. Their
sentences are translated by the installed packages, once if FILE.json keeps them; those of NEWS.json bring one too.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from borrowed import loosen
from examples import Bead, Example, Paragraph, Sentence, edited

from polyglot_news.alignment.answers import Dictionary
from polyglot_news.alignment.cells import Cells, Group, likely_cells
from polyglot_news.alignment.evidence import Weights, gather, weigh
from polyglot_news.alignment.features import features, likeness
from polyglot_news.alignment.reading import Meaning, Unit, read
from polyglot_news.alignment.semantic import embed
from polyglot_news.lexicon.reliability import reliability
from polyglot_news.lexicon.vocabulary import ENGLISH
from polyglot_news.sources.articles import LoadSettings, read_article
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.store import PackageStore

_MAX_SPAN = 3
_SEED = 20261124
# How an example is made poorer, and how often: like what an aligner meets.
_KINDS = {
    "translated": 14, "translated loosely": 6, "translated badly": 4, "by the installed package": 6, "untranslated": 8,
    "same language": 2, "base in the other language": 2, "language without a lexicon": 1, "unrelated": 5,
}  # fmt: skip


def main() -> None:
    """Collect the documents, edit each in many ways, store what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--ntrex", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--translated", type=Path)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--semantic", action="store_true", help="what sentences mean too; only where it is known")
    options = parser.parse_args()
    documents = [*_news(options.news), *(_ntrex(options.ntrex) if options.ntrex else ())]
    translated = _kept(options.translated, documents)
    rng = random.Random(_SEED)
    stored = {"paragraphs": Measured(), "sentences": Measured()}
    known: dict[str, np.ndarray] | None = {} if options.semantic else None
    for example in _examples(documents, translated, options.rounds, rng):
        measure(example, stored, known)
    arrays = {f"{kind}/{name}": array for kind, one in stored.items() for name, array in one.arrays().items()}
    np.savez_compressed(options.output, **arrays)


Document = tuple[str, str, list[Paragraph]]  # name, language of the edition, the story


def _news(path: Path) -> Iterator[Document]:
    for document in json.loads(path.read_text("utf-8")):
        story = [
            [Sentence(*three) for three in zip(one["ref"], one["src"], one["mt"], strict=True)]
            for one in document["paras"]
        ]
        yield str(document["id"]), document["lang"], story


def _ntrex(folder: Path) -> Iterator[Document]:
    rng = random.Random(_SEED)
    for path in sorted(folder.glob("*.en.txt")):
        english = path.read_text("utf-8").splitlines()
        for language in ("ru", "uk"):
            others = path.with_name(path.name.replace(".en.", f".{language}.")).read_text("utf-8").splitlines()
            sentences = [Sentence(ours, theirs, "") for ours, theirs in zip(english, others, strict=True)]
            story, start = [sentences[:1]], 1
            while start < len(sentences):
                n = rng.choice((1, 1, 2, 2, 2, 3, 4))
                story.append(sentences[start : start + n])
                start += n
            yield path.name.removesuffix(".en.txt"), language, story


def _kept(path: Path | None, documents: Sequence[Document]) -> dict[str, str]:
    if path and path.exists():
        kept: dict[str, str] = json.loads(path.read_text("utf-8"))
        return kept
    found = _translated(documents)
    if path:
        path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return found


def _translated(documents: Sequence[Document]) -> dict[str, str]:
    """What the installed packages make of every sentence."""
    found: dict[str, str] = {}
    with ArgosTranslator(PackageStore()) as translator:
        for language in ("ru", "uk"):
            stories = [story for _, spoken, story in documents if spoken == language]
            texts = list(dict.fromkeys(one.edition for story in stories for part in story for one in part))
            article = read_article("\n".join(texts).encode(), language, LoadSettings(lines=True, language=language))
            (translation,) = translator.translate((article,), "en")
            found |= dict(zip(texts, (told.text for told in translation.paragraphs), strict=True))
    return found


# Of the examples: those of few paragraphs, those whose sentences are words at random, those that lose translations.
_SHORT, _MEANINGLESS, _LOSING = 0.25, 0.1, 0.1
_LOST = 0.15  # of the paragraphs of one that loses some
_FEW, _MANY = 6, 12  # paragraphs
_LOOSE = (0.2, 0.4)  # words dropped on both sides
_KEPT, _RIGHT = 0.85, 0.5  # words of a bad translation that are there, and that are the right ones


def _examples(
    documents: Sequence[Document], translated: dict[str, str], rounds: int, rng: random.Random
) -> Iterator[Example]:
    pool = sorted({word for _, _, story in documents for part in story for one in part for word in one.base.split()})
    for _ in range(rounds):
        for name, language, whole in documents:
            kind = rng.choices([*_KINDS], [*_KINDS.values()])[0]
            (_, _, other), (_, _, foreign) = rng.sample(documents, 2)
            story = whole
            if rng.random() < _SHORT:
                start = rng.randrange(len(whole))
                story = whole[start : start + rng.randint(1, _FEW)]
            if rng.random() < _MEANINGLESS:
                story, foreign = _words(rng.randint(1, _MANY), pool, rng), _words(_FEW, pool, rng)
            manner = kind if kind != "unrelated" else rng.choice((kind, "untranslated", "by the installed package"))
            told, others, strangers = (
                [[_told(one, manner, translated, rng) for one in part] for part in some]
                for some in (story, other, foreign)
            )
            example = edited(told, strangers, Example(name, kind, *_languages(kind, language)), rng)
            if kind == "unrelated":
                example.edition = _shortened(others[:_MANY], rng)
            if rng.random() < _LOSING:
                example.lost = frozenset(j for j in range(len(example.edition)) if rng.random() < _LOST)
            if example.base and example.edition and example.paragraph_beads() is not None:
                yield example


def _words(n_paragraphs: int, pool: Sequence[str], rng: random.Random) -> list[Paragraph]:
    """Paragraphs of words at random, the same on both sides: what is linked is linked by its words."""
    story = []
    for _ in range(n_paragraphs):
        texts = [" ".join(rng.choices(pool, k=rng.randint(1, 12))) for _ in range(rng.randint(1, 3))]
        story.append([Sentence(text, text, text) for text in texts])
    return story


def _shortened(story: list[Paragraph], rng: random.Random) -> list[Paragraph]:
    """Half of the time leave a few words of each sentence: too little to go by."""
    if rng.random() < 0.5:  # noqa: PLR2004  # half
        return story
    return [
        [Sentence(one.base, *(" ".join(text.split()[: rng.randint(1, 3)]) for text in (one.edition, one.translation)))]
        for one, *_ in story
    ]


def _languages(kind: str, language: str) -> tuple[str, str]:
    if kind == "same language":
        return "en", "en"
    if kind == "base in the other language":
        return language, "en"
    return "en", "und" if kind == "language without a lexicon" else language


def _told(one: Sentence, kind: str, translated: dict[str, str], rng: random.Random) -> Sentence:
    """Put a sentence as editions of one kind have it."""
    rough = translated.get(one.edition, "")
    told = one.translation or rough
    match kind:
        case "translated loosely":
            share = rng.choice(_LOOSE)
            return Sentence(loosen(one.base, rng, share), one.edition, loosen(told, rng, share))
        case "translated badly":
            kept = [word for word in told.split() if rng.random() < _KEPT]
            bad = " ".join(word if rng.random() < _RIGHT else rng.choice(kept) for word in kept)
            return Sentence(one.base, one.edition, bad)
        case "same language" | "base in the other language":
            swapped = kind == "base in the other language"
            return Sentence(one.edition, one.base, "") if swapped else Sentence(one.base, told or one.base, "")
    without = kind in {"untranslated", "language without a lexicon"}
    return Sentence(one.base, one.edition, "" if without else rough if kind == "by the installed package" else told)


class Measured:
    """Cells of many examples with their features, and which are right."""

    def __init__(self) -> None:
        """Begin with none."""
        self._features: list[np.ndarray] = []
        self._cells: list[np.ndarray] = []
        self._right: list[np.ndarray] = []
        self._groups: list[tuple[int, int, int, int, int]] = []
        self._documents: list[str] = []

    def add(self, document: str, measured: tuple[Cells, np.ndarray], groups: list[Group], right: set[Bead]) -> None:
        """Add the cells of one example; `right`: (base, edition) of the gold links."""
        cells, values = measured
        number = len(self._documents)
        rows = [(tuple(range(i, i + n)), tuple(range(j, j + k))) for i, j, n, k, _ in cells.rows.tolist()]
        self._features.append(values.astype(np.float32))
        self._cells.append(np.concatenate([cells.rows, np.full((len(cells), 1), number)], axis=1))
        self._right.append(np.array([row in right for row in rows], dtype=bool))
        self._groups += [(number, g.base.start, g.base.stop, g.edition.start, g.edition.stop) for g in groups]
        self._documents.append(document)

    def arrays(self) -> dict[str, np.ndarray]:
        """Return everything as arrays of numbers and names."""
        stacked = {"features": self._features, "cells": self._cells, "right": self._right}
        return {name: np.concatenate(rows) for name, rows in stacked.items()} | {
            "groups": np.array(self._groups),
            "documents": np.array(self._documents),
        }


def measure(example: Example, stored: dict[str, Measured], known: dict[str, np.ndarray] | None = None) -> None:
    """Measure the paragraphs of an example, and the sentences of its gold links.

    Args:
        example: to be measured.
        stored: where to.
        known: vectors of sentences, to be added to; None to ask for no meanings. With them, only what has some is kept.
    """
    if known is not None:
        known |= embed(text for text in _in_english(example) if text not in known)
    beads = example.paragraph_beads() or set()
    base = [_read_base(part, example, known) for part in example.base]
    edition = [_read_edition(part, example, known) for part in _edition(example)]
    weights = _weights(base, edition, example)
    dictionary = Dictionary(base)
    evidence = gather(base, edition, weights, dictionary)
    whole = Group(range(len(base)), range(len(edition)))
    if known is None or evidence.meanings:
        cells = likely_cells(likeness(evidence), [whole], _MAX_SPAN)
        stored["paragraphs"].add(example.document, features(evidence, cells, [whole], _MAX_SPAN), [whole], beads)
    groups, mine, yours, right = _sentences(example, beads)
    ours = [_read_base([one], example, known) for one in mine]
    theirs = [_read_edition([one], example, known) for one in yours]
    evidence = gather(ours, theirs, weights, dictionary)
    if groups and (known is None or evidence.meanings):
        measured = features(evidence, likely_cells(likeness(evidence), groups, _MAX_SPAN), groups, _MAX_SPAN)
        stored["sentences"].add(example.document, measured, groups, right)


def _sentences(example: Example, beads: set[Bead]) -> tuple[list[Group], list[Sentence], list[Sentence], set[Bead]]:
    """The sentences of gold links: a group a link, and which answer which."""
    groups: list[Group] = []
    ours: list[Sentence] = []
    theirs: list[Sentence] = []
    right: set[Bead] = set()
    told = _edition(example)
    for base_places, edition_places in sorted(beads):
        mine = [one for i in base_places for one in example.base[i]]
        yours = [one for j in edition_places for one in told[j]]
        originals = [one for j in edition_places for one in example.edition[j]]
        place = {id(one): len(theirs) + k for k, one in enumerate(originals)}
        right |= {((len(ours) + k,), (place[id(one)],)) for k, one in enumerate(mine) if id(one) in place}
        groups.append(Group(range(len(ours), len(ours) + len(mine)), range(len(theirs), len(theirs) + len(yours))))
        ours += mine
        theirs += yours
    return groups, ours, theirs, right


def _edition(example: Example) -> list[Paragraph]:
    """The edition as it came back from the translator."""
    return [
        [replace(one, translation="") for one in part] if j in example.lost else part
        for j, part in enumerate(example.edition)
    ]


def _in_english(example: Example) -> Iterator[str]:
    """The sentences of both sides that are in English."""
    if example.base_language == ENGLISH:
        yield from (one.base for part in example.base for one in part)
        yield from (one.translation for part in example.edition for one in part)
    if example.edition_language == ENGLISH:
        yield from (one.edition for part in example.edition for one in part)


def _read_base(part: Paragraph, example: Example, known: dict[str, np.ndarray] | None) -> Unit:
    unit = read(" ".join(one.base for one in part), example.base_language)
    return replace(unit, meanings=_meanings([one.base for one in part], known or {}))


def _read_edition(part: Paragraph, example: Example, known: dict[str, np.ndarray] | None) -> Unit:
    text, translation = _texts(part)
    unit = read(text, example.edition_language, translation, example.base_language)
    return replace(unit, meanings=_meanings([one.translation or one.edition for one in part], known or {}))


def _meanings(texts: list[str], known: dict[str, np.ndarray]) -> tuple[Meaning, ...]:
    return tuple(Meaning(0, len(text), known[text]) for text in texts if text in known)


def _texts(part: Paragraph) -> tuple[str, str]:
    """Original and translation of a paragraph of the edition."""
    return " ".join(one.edition for one in part), " ".join(one.translation for one in part).strip()


def _weights(base: list[Unit], edition: list[Unit], example: Example) -> Weights:
    pairs = [(text, example.edition_language, told) for text, told in map(_texts, _edition(example))]
    return weigh(base, edition, reliability(pairs) if any(told for *_, told in pairs) else 1.0)


if __name__ == "__main__":
    main()
