"""Induce the bilingual lexicon: lemmas of Russian and Ukrainian with the English stems they are aligned to.

Sentence pairs are lemmatised (pymorphy3) and stemmed (Porter2), aligned in both directions with eflomal (Östling &
Tiedemann 2016), and counted. A pair of words is kept when it was seen often enough and is likely in both directions.
What was written by hand comes first and counts in full; what was only induced is kept behind it.

usage: python training/lexicon/induce.py --data FOLDER --sentences FOLDER --written FOLDER
                                         --output polyglot_news/data/lexicon
--data: news.tsv.xz, systems.tsv.xz, general.tsv.xz: language, source, original, English.
--sentences: *.tsv: English, Russian, Ukrainian. --written: {ru,uk}-*.tsv: lemma, equivalents with | between them.
Needs: pip install eflomal pymorphy3 pymorphy3-dicts-uk
"""

from __future__ import annotations

import argparse
import lzma
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from polyglot_news.lexicon.lemmas import lemma
from polyglot_news.lexicon.words import is_stopword, stem, words

# Technical text teaches "file" and "command"; what is left out here is not news.
_FIT = ("wmt", "speeches", "resistinua", "tatoeba", "mlqe", "tico", "xquad", "openrussian", "wof", "written")
_LEAST_COUNT, _LEAST_FORWARD, _LEAST_BACKWARD, _MOST_EQUIVALENTS = 2, 0.05, 0.01, 8
_SHARE_OF_A_PHRASE = 0.6


def main() -> None:
    """Read the data, align, write a file for each language and the table of English stems."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--written", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    background: Counter[str] = Counter()
    n_sentences = 0
    for language in ("ru", "uk"):
        pairs = [*_pairs(options.data, language), *_sentences(options.sentences, language)]
        n_sentences += len(pairs)
        background.update(thing for _, english in pairs for thing in set(english))
        table = _aligned(pairs)
        for word, stems in _written(options.written, language).items():
            table[word] = dict(list((stems | _beside(stems, table.get(word, {}))).items())[:_MOST_EQUIVALENTS])
        rows = "".join(f"{lemma}\t{_format(table[lemma])}\n" for lemma in sorted(table) if table[lemma])
        _write(options.output / f"{language}.tsv", rows)
        print(language, len(pairs), "pairs", len(table), "lemmas")
    frequent = [(thing, count) for thing, count in background.items() if count > 2]  # noqa: PLR2004
    rows = f"{n_sentences}\n" + "".join(f"{thing}\t{count}\n" for thing, count in sorted(frequent))
    _write(options.output / "en.tsv", rows)


def _pairs(folder: Path, language: str) -> Iterator[tuple[list[str], list[str]]]:
    for name in ("news", "systems", "general"):
        with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = line.rstrip("\n").split("\t")
                if len(row) == 4 and row[0] == language and row[1].startswith(_FIT):  # noqa: PLR2004
                    yield _lemmas(row[2], language), [stem(word.text) for word in words(row[3])]


def _sentences(folder: Path, language: str) -> Iterator[tuple[list[str], list[str]]]:
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            english, russian, ukrainian = line.split("\t")
            yield (
                _lemmas(russian if language == "ru" else ukrainian, language),
                [stem(word.text) for word in words(english)],
            )


def _lemmas(text: str, language: str) -> list[str]:
    return [lemma(word.text, language) for word in words(text)]


def _aligned(pairs: list[tuple[list[str], list[str]]]) -> dict[str, dict[str, float]]:
    """Return, for every lemma, its stems with p(stem | lemma)."""
    import eflomal  # noqa: PLC0415  # only here

    with tempfile.TemporaryDirectory() as folder:
        names = [f"{folder}/{name}" for name in ("source", "target", "forward", "reverse")]
        for side, name in enumerate(names[:2]):
            lines = (" ".join(pair[side]) if all(pair) else "-" for pair in pairs)
            Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        with Path(names[0]).open(encoding="utf-8") as source, Path(names[1]).open(encoding="utf-8") as target:
            eflomal.Aligner(model=3, rel_iterations=0.5).align(
                source, target, links_filename_fwd=names[2], links_filename_rev=names[3]
            )
        links = [[{*line.split()} for line in Path(name).read_text().splitlines()] for name in names[2:]]
    return _counted(pairs, links)


def _counted(pairs: list[tuple[list[str], list[str]]], links: list[list[set[str]]]) -> dict[str, dict[str, float]]:
    together: dict[str, Counter[str]] = defaultdict(Counter)
    english: Counter[str] = Counter()
    for (source, target), forward, backward in zip(pairs, *links, strict=True):
        if not source or not target:
            continue
        for link in forward & backward:
            i, j = map(int, link.split("-"))
            together[source[i]][target[j]] += 1
            english[target[j]] += 1
    table = {}
    for word, counts in together.items():
        total = sum(counts.values())
        likely = {
            thing: count / total
            for thing, count in counts.most_common(_MOST_EQUIVALENTS)
            if count >= _LEAST_COUNT and count / total >= _LEAST_FORWARD and count / english[thing] >= _LEAST_BACKWARD
        }
        if any(letter.isalpha() for letter in word) and likely:
            table[word] = likely
    return table


def _written(folder: Path, language: str) -> dict[str, dict[str, float]]:
    """Read lemma<TAB>a|b|c, best first. Of a phrase each content word counts, at a part of the share."""
    table: dict[str, dict[str, float]] = {}
    for path in sorted(folder.glob(f"{language}-*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            word, equivalents = line.split("\t")
            stems: dict[str, float] = {}
            for place, phrase in enumerate(equivalents.split("|")):
                told = [stem(one.text) for one in words(phrase) if not is_stopword(one.text, "en")]
                share = round(1.0 / (1 + 0.25 * place), 2) * (1.0 if len(told) == 1 else _SHARE_OF_A_PHRASE)
                for one in told:
                    stems[one] = max(share, stems.get(one, 0.0))
            if stems and not is_stopword(word, language):
                table[lemma(word, language)] = stems | table.get(lemma(word, language), {})
    return table


def _beside(written: dict[str, float], induced: dict[str, float]) -> dict[str, float]:
    """What was induced and not written: never before what was."""
    least = min(written.values())
    return {thing: min(share, least) for thing, share in induced.items() if thing not in written}


def _format(stems: dict[str, float]) -> str:
    return "|".join(
        f"{thing}:{share:.2f}" for thing, share in sorted(stems.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())  # not compressed: the wheel is, and the tables are read at every start


if __name__ == "__main__":
    main()
