"""Find English stems of similar meaning by going through the bilingual vocabulary and back.

Two stems are similar as far as the same Russian and Ukrainian lemmas are put into both: p(other | stem), summed over
the lemmas between them (Bannard & Callison-Burch 2005), as a share of p(stem | stem); the mean of both directions. The
geometric mean keeps rare words from being the like of frequent ones, and linked a little worse.

usage: python training/lexicon/similar.py --lexicon polyglot_news/data/lexicon
Reads ru.tsv and uk.tsv there, writes en.similar.tsv beside them.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

_LEAST_LIKENESS, _MOST_OTHERS = 0.03, 20

Table = dict[str, dict[str, float]]


def main() -> None:
    """Read the vocabulary, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lexicon", type=Path, required=True)
    folder = parser.parse_args().lexicon
    rows = [row for language in ("ru", "uk") for row in _rows(folder / f"{language}.tsv")]
    table = _likeness(_pivoted(rows))
    text = "".join(f"{stem}\t{_format(table[stem])}\n" for stem in sorted(table) if table[stem])
    (folder / "en.similar.tsv").write_bytes(text.encode())
    print(len(table), "stems")


def _rows(path: Path) -> list[dict[str, float]]:
    with path.open(encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t")[1].split("|") for line in lines]
    return [{stem: float(share) for stem, share in (one.rsplit(":", 1) for one in row)} for row in rows]


def _pivoted(rows: list[dict[str, float]]) -> Table:
    """p(other | stem) for all stems that share a lemma."""
    total: dict[str, float] = defaultdict(float)
    for row in rows:
        for stem, share in row.items():
            total[stem] += share
    table: Table = defaultdict(lambda: defaultdict(float))
    for row in rows:
        sum_of_row = sum(row.values())
        for stem, share in row.items():
            for other, other_share in row.items():
                table[stem][other] += share / total[stem] * other_share / sum_of_row
    return table


def _likeness(table: Table) -> Table:
    found: Table = {}
    for stem, others in table.items():
        likely = {
            other: (share / others[stem] + table[other][stem] / table[other][other]) / 2
            for other, share in others.items()
            if other != stem
        }
        best = sorted(likely.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_OTHERS]
        found[stem] = {other: min(1.0, share) for other, share in best if share >= _LEAST_LIKENESS}
    return found


def _format(others: dict[str, float]) -> str:
    return "|".join(f"{other}:{share:.2f}" for other, share in others.items())


if __name__ == "__main__":
    main()
