"""Edit the English side of clean pairs, so that it is known to the character what each side tells alone.

usage: python training/differences/edits.py --pairs PAIRS.jsonl --output edits.jsonl [--per-pair 6] [--clean 1]
                                            [--seed 1] [--material MORE.jsonl ...]
PAIRS: rows {"lang", "doc", "src", "mt", "en", ...}; those of another type than "clean" are left out. Writes each pair
as it is, in `--clean` other wordings, and with one to three edits `--per-pair` times. Sentences, clauses, names and
modifiers that are put in come from the pairs themselves and from MORE.jsonl.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import insertions
import modifiers
import paraphrases
import phrases
import quotations
import stance
import swaps
from material import Material, gather
from rows import Edit, Pair, Row, edited, is_apart, read_pairs, write_rows
from scene import Scene, scene

Maker = Callable[[Scene, random.Random], Iterator[Edit]]


def main() -> None:
    """Read pairs, write rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--per-pair", type=int, default=6)
    parser.add_argument("--clean", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--material", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    pairs = list(read_pairs(options.pairs))
    material = gather(chain(pairs, *(read_pairs(path) for path in options.material)))
    settings = Settings(options.per_pair, options.clean)
    print(write_rows(all_rows(pairs, material, settings, options.seed), options.output), "rows")


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is made of each pair, and how."""

    n_edited: int = 6
    n_clean: int = 1  # other wordings, besides the pair as it is
    several: float = 0.3  # share of edited rows with a second edit, and of those with a third
    reworded: float = 0.35  # share of edited rows whose wording is changed elsewhere too


def all_rows(pairs: Iterable[Pair], material: Material, settings: Settings, seed: int) -> Iterator[Row]:
    """Make the rows of all pairs; those of one pair depend on its id and the seed alone."""
    for pair in pairs:
        yield from edits(pair, material, random.Random(f"{seed} {pair.id}"), settings)


def edits(pair: Pair, material: Material, rng: random.Random, settings: Settings | None = None) -> Iterator[Row]:
    """Make the rows of one pair: as it is, in other words, and edited.

    Args:
        pair: a clean one.
        material: what may be put in.
        rng: the source of every choice.
        settings: how many, and how.
    """
    settings = settings or Settings()
    ready = scene(pair, material)
    yield edited(pair, (), f"{pair.id}.0")
    made = {pair.en}
    for n in range(1, settings.n_clean + settings.n_edited + 1):
        if n <= settings.n_clean:
            changes = reworded(ready, (), rng.randint(1, 4), rng)
        else:
            changes = _edited(ready, rng, settings)
        row = edited(pair, changes, f"{pair.id}.{n}")
        if row.en not in made:
            made.add(row.en)
            yield row


def _edited(ready: Scene, rng: random.Random, settings: Settings) -> tuple[Edit, ...]:
    n_wanted = 1 + (rng.random() < settings.several)
    n_wanted += n_wanted > 1 and rng.random() < settings.several
    changes: tuple[Edit, ...] = ()
    for _ in range(n_wanted * _TRIES):
        change = one_edit(ready, _drawn(rng), rng)
        if change and is_apart(change, changes):
            changes = (*changes, change)
            if len(changes) == n_wanted:
                break
    if changes and rng.random() < settings.reworded:
        changes = reworded(ready, changes, rng.randint(1, 2), rng)
    return changes


def one_edit(ready: Scene, kind: str, rng: random.Random) -> Edit | None:
    """Make one edit of a kind; None where the pair gives no occasion for it."""
    return next(EDITS[kind](ready, rng), None)


def reworded(ready: Scene, changes: tuple[Edit, ...], n_wanted: int, rng: random.Random) -> tuple[Edit, ...]:
    """Say up to `n_wanted` things in other words, where no edit is."""
    for _ in range(3 * n_wanted):
        maker = rng.choices(_WORDINGS, _WORDING_WEIGHTS)[0]
        options = [edit for edit in maker(ready, rng) if is_apart(edit, changes, room=2)]
        if options:
            changes = (*changes, rng.choice(options))
            n_wanted -= 1
        if not n_wanted:
            break
    return changes


def _drawn(rng: random.Random) -> str:
    return rng.choices(_KINDS, _WEIGHTS)[0]


_TRIES = 8
# How often each kind is tried: what is short and hard to see is tried most.
_SHARES: Mapping[Maker, float] = {
    phrases.del_sentence: 3, phrases.del_clause: 12, phrases.del_aside: 14, phrases.del_phrase: 9,
    phrases.del_time: 12, phrases.del_place: 12, phrases.del_attribution: 8, phrases.del_item: 10,
    quotations.del_quotation: 10, quotations.cut_quotation: 10,
    insertions.ins_sentence: 2, insertions.ins_clause: 2, insertions.ins_aside: 5, insertions.ins_parenthesis: 0.4,
    insertions.ins_phrase: 3, insertions.ins_time: 2, insertions.ins_place: 1.5, insertions.ins_attribution: 2,
    insertions.ins_item: 10,
    modifiers.del_adjective: 11, modifiers.del_adverb: 9, modifiers.ins_adjective: 8, modifiers.ins_adverb: 8,
    swaps.swap_name: 12, swaps.swap_speaker: 10, swaps.swap_number: 14, swaps.del_number: 8,
    swaps.swap_loaded: 10, swaps.swap_antonym: 6, swaps.swap_reporting: 8, swaps.swap_modality: 7,
    stance.ins_negation: 3.5, stance.del_negation: 8, stance.swap_negation: 6, stance.ins_hedge: 6,
    stance.del_hedge: 12,
}  # fmt: skip
EDITS: Mapping[str, Maker] = {maker.__name__: maker for maker in _SHARES}
_KINDS, _WEIGHTS = list(EDITS), list(_SHARES.values())
WORDINGS: Mapping[Maker, float] = {
    paraphrases.synonym: 8, paraphrases.contraction: 4, paraphrases.percent: 2, paraphrases.number: 3,
    paraphrases.date: 3, paraphrases.speaker_order: 3, paraphrases.spelling: 3, paraphrases.short_name: 3,
    paraphrases.nation: 3, paraphrases.generic: 3,
    paraphrases.articles: 3, paraphrases.moved_adverbial: 3, paraphrases.moved_attribution: 3,
}  # fmt: skip
_WORDINGS, _WORDING_WEIGHTS = list(WORDINGS), list(WORDINGS.values())


if __name__ == "__main__":
    main()
