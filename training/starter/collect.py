"""Step 1: collect parallel text, clean it, write one TSV (language, source, original, English) without held-out text.

usage: python training/starter/collect.py --data FOLDER [--written FOLDER] [--lexicon FOLDER] --output pairs.tsv
FOLDER holds *.tsv.xz: language, source, original, English (already without the evaluation sets, see README.md).
"""

from __future__ import annotations

import argparse
import lzma
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from recipe import COPIES

Pair = tuple[str, str, str, str]  # language, source, original, English
_LONGEST_WORDS, _LARGEST_RATIO = 80, 2.2
_CYRILLIC, _LATIN = re.compile("[а-яёіїєґ]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE)
_UKRAINIAN_ONLY, _RUSSIAN_ONLY = re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ыэёъ]", re.IGNORECASE)


def main() -> None:
    """Read all sources, keep the clean pairs once each, count them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--written", type=Path)
    parser.add_argument("--lexicon", type=Path)
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="further TSV files of the same four columns")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    with options.output.open("w", encoding="utf-8") as out:
        for pair in unique(clean(_all_pairs(options))):
            counts[pair[:2]] += 1
            out.write("\t".join(pair) + "\n")
    for (language, source), n in sorted(counts.items()):
        print(f"{language}\t{source}\t{n}")


def clean(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Leave out what is not a translation: wrong script, wrong language, lengths far apart, copies."""
    for language, source, original, english in pairs:
        pair = (language, source, _normal(original), _normal(english))
        if COPIES.get((language, source)) and _is_fit(*pair):
            yield pair


def unique(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Keep the first of equal pairs, whatever their case and punctuation."""
    seen: set[tuple[str, str, str]] = set()
    for pair in pairs:
        key = (pair[0], _letters(pair[2]), _letters(pair[3]))
        if key not in seen:
            seen.add(key)
            yield pair


def _all_pairs(options: argparse.Namespace) -> Iterator[Pair]:
    for path in [*sorted(options.data.glob("*.tsv.xz")), *options.more]:
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = line.rstrip("\n").split("\t")
                if len(row) == 4:  # noqa: PLR2004  # the columns
                    yield row[0], row[1], row[2], row[3]
    for path in sorted(options.written.glob("*.tsv")) if options.written else []:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.count("\t") != 2:  # noqa: PLR2004  # English, Russian, Ukrainian
                print(f"{path.name}: left out: {line[:60]}")
                continue
            english, russian, ukrainian = line.split("\t")
            yield "ru", "written", russian, english
            yield "uk", "written", ukrainian, english
    for path in sorted(options.lexicon.glob("*.tsv")) if options.lexicon else []:
        for line in path.read_text(encoding="utf-8").splitlines():
            lemma, equivalents = line.split("\t")
            if equivalents != "-":
                yield path.stem.split("-")[0], "lexicon", lemma, equivalents.split("|")[0]


def _normal(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u00a0", " ").replace("ʼ", "’")
    return " ".join(text.split())


def _is_fit(language: str, source: str, original: str, english: str) -> bool:
    n_original, n_english = len(original.split()), len(english.split())
    if not original or not english or max(n_original, n_english) > _LONGEST_WORDS:
        return False
    if n_english > 5 and max(len(original), len(english)) > _LARGEST_RATIO * min(len(original), len(english)):  # noqa: PLR2004
        return False
    if len(_CYRILLIC.findall(original)) < len(_LATIN.findall(original)) or _CYRILLIC.search(english):
        return False
    if n_original > 3 and source != "wmt-apertium":  # noqa: PLR2004  # long enough to show its language
        wrong = _RUSSIAN_ONLY if language == "uk" else _UKRAINIAN_ONLY
        return not wrong.search(original)
    return True


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


if __name__ == "__main__":
    main()
