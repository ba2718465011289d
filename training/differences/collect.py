"""Measure every word of pairs of paragraphs with known edits.

usage: python training/differences/collect.py --pairs PAIRS.jsonl [EDITS.jsonl ...] --output measured.npz
                                              [--told FILE.json] [--manner given] [--pack 20] [--seed 1]
Pairs: a JSON object a line: lang, doc, src (original), mt (translation), en, gold_en and gold_mt (spans in characters),
type; edits.py makes more of them. They are packed into articles as editions are met, one variant of a document an
article, and aligned. Each is measured in one manner of several: with its translation, with that of the installed
package (FILE.json: original -> translation), without any, and as an edition in the base's own language.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from borrowed import article
from numpy.typing import NDArray

from polyglot_news.alignment.aligner import align
from polyglot_news.differences.features import measure_base, measure_original, measure_translation
from polyglot_news.differences.sides import LinkedTexts, Side, read_link
from polyglot_news.differences.texts import Texts
from polyglot_news.model import Link, Translation
from polyglot_news.translation.provided import provided, untranslated

Row = Mapping[str, Any]
Flags = NDArray[np.bool_]
MANNERS = {"given": 10, "package": 5, "none": 3, "same language": 1}
ROUGH = "rough"  # the tier of rows whose translation is the installed package's
# Words that say too little to be counted, as the measure of quality leaves them out.
STOP = frozenset(
    """
    the a an of to in and on for at by with from is was were are be been that this it its as he his she her they their
    has have had but or will would who which said also after which more than
    """.split()  # noqa: SIM905  # read as a sentence
)


def main() -> None:
    """Pack, measure, store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--told", type=Path)
    parser.add_argument("--manner", choices=[*MANNERS])
    parser.add_argument("--pack", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    rows = read_rows(options.pairs)
    rng.shuffle(rows)
    stored = Stored()
    for pack in packs(in_manners(rows, read_told(options.told), options.manner, rng), options.pack):
        for row, linked, given in _linked(pack):
            stored.add(row, linked, given)
    np.savez_compressed(options.output, **stored.arrays())  # type: ignore[arg-type]  # names are no option of numpy's


def read_rows(paths: Iterable[Path]) -> list[Row]:
    """Read pairs from files of one a line."""
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def read_told(path: Path | None) -> dict[str, str]:
    """Read what the installed package makes of originals."""
    told: dict[str, str] = json.loads(path.read_text("utf-8")) if path else {}
    return told


def in_manners(rows: Iterable[Row], told: Mapping[str, str], manner: str | None, rng: random.Random) -> Iterator[Row]:
    """Choose for each row how it is measured; `told` is what stands for the translation then."""
    for row in rows:
        if any(row[name] != " ".join(row[name].split()) for name in ("en", "mt")):
            continue  # its spans would not fit
        chosen = manner or rng.choices([*MANNERS], [*MANNERS.values()])[0]
        if row.get("tier") == ROUGH:
            chosen = rng.choice(("package", "none"))
        if chosen == "package" and row["src"] not in told:
            chosen = "given"
        if not row["src"]:
            chosen = "same language"
        words = {"given": row["mt"], "package": told.get(row["src"], "")}.get(chosen, "")
        original = row["mt"] if chosen == "same language" else row["src"]
        yield {**row, "manner": chosen, "told": words, "src": " ".join(original.split())}


def packs(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """Put rows of one manner and language together, no document twice."""
    pools: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        pools.setdefault((row["manner"], language_of(row)), []).append(row)
    for pool in pools.values():
        left = pool
        while left:
            pack: dict[str, Row] = {}
            rest: list[Row] = []
            for row in left:
                if len(pack) < size and row["doc"] not in pack:
                    pack[row["doc"]] = row
                else:
                    rest.append(row)
            left = rest
            yield [*pack.values()]


def language_of(row: Row) -> str:
    """Say in which language the edition of a row is."""
    return "en" if row["manner"] == "same language" else str(row["lang"])


def aligned(pack: Sequence[Row]) -> tuple[Texts, list[tuple[Row, Link]]]:
    """Make articles of rows and align them; only links of a paragraph with its own come back."""
    base, edition = (
        article([row["en"] for row in pack], "en"),
        article([row["src"] for row in pack], language_of(pack[0])),
    )
    told = any(row["told"] for row in pack)
    lines = [row["told"] for row in pack]
    translation = provided(edition, lines, "en", "told") if told else untranslated(edition, "en")
    links = align(base, edition, translation).links
    own = [(pack[link.base[0]], link) for link in links if link.base == link.edition and len(link.base) == 1]
    return Texts(base, edition, translation), own


def as_given(texts: Texts, link: Link, row: Row) -> LinkedTexts:
    """Read a link with the translation that comes with its row."""
    lines = [row["mt"] if j in link.edition else "" for j in range(len(texts.edition.paragraphs))]
    given: Translation = provided(texts.edition, lines, "en", "told")
    return read_link(Texts(texts.base, texts.edition, given), link)


def marked(side: Side, spans: Sequence[Sequence[int]]) -> Flags:
    """Mark the words of a side that begin inside the spans."""
    return np.array([any(start <= word.start < end for start, end in spans) for word in side.words], dtype=bool)


def counted(side: Side) -> Flags:
    """Mark the words of a side that are counted."""
    return np.array([word.text.lower() not in STOP for word in side.words], dtype=bool)


def projected(gold: Flags, linked: LinkedTexts) -> Flags:
    """Mark the words of the original that stand for marked words of the translation, and those next to them."""
    found = np.full(len(linked.original.words), -1)
    through = linked.translated_to_original.partner
    paired = np.flatnonzero(through >= 0)
    found[through[paired]] = gold[paired]
    known = np.flatnonzero(found >= 0)
    if not len(known):
        return np.zeros(len(found), dtype=bool)
    nearest = known[np.abs(np.arange(len(found))[:, None] - known[None]).argmin(axis=1)]
    return np.where(found >= 0, found, found[nearest]).astype(bool)


def _linked(pack: Sequence[Row]) -> Iterator[tuple[Row, LinkedTexts, LinkedTexts]]:
    """Yield each row with its link as the manner has it, and as it is with the translation that comes with the row."""
    texts, links = aligned(pack)
    for row, link in links:
        linked = read_link(texts, link)
        yield row, linked, linked if row["told"] == row["mt"] else as_given(texts, link, row)


@dataclass(slots=True)
class Stored:
    """Words of many links on each side, with what was measured of them and whether they are told on one side only."""

    rows: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    sides: dict[str, list[tuple[NDArray[Any], ...]]] = field(default_factory=dict)

    def add(self, row: Row, linked: LinkedTexts, given: LinkedTexts) -> None:
        """Take one link."""
        self._side("base", linked.base, measure_base(linked), marked(linked.base, row["gold_en"]))
        told = marked(given.translated, row["gold_mt"])
        if row["manner"] == "given":
            self._side("translation", linked.translated, measure_translation(linked), told)
        same = row["manner"] == "same language"
        original = marked(linked.original, row["gold_mt"]) if same else projected(told, given)
        self._side("original", linked.original, measure_original(linked), original)
        self.rows.append((row.get("id", ""), row["type"], row["lang"], row["doc"], row["manner"]))

    def _side(self, name: str, side: Side, features: NDArray[np.float64], gold: Flags) -> None:
        number = np.full(len(gold), len(self.rows))
        self.sides.setdefault(name, []).append((number, features.astype(np.float16), gold, counted(side)))

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All that was stored."""
        found: dict[str, NDArray[Any]] = {"rows": np.array(self.rows)}
        for name, some in self.sides.items():
            for place, kind in enumerate(("row", "features", "gold", "counted")):
                found[f"{name}/{kind}"] = np.concatenate([one[place] for one in some])
        return found


if __name__ == "__main__":
    main()
