"""Where sentences end, beside other programs: consecutive lines joined into paragraphs, and the joints found again.

usage: python benchmarks/sentences.py FOLDER|FILE.tsv.xz [--skip LINES] [--limit LINES] [--show LANGUAGE]
FOLDER holds line-aligned text, NAME.en.txt, NAME.ru.txt, NAME.uk.txt; FILE.tsv.xz: language, source, original, English.
Lines without a final mark are left out, and lines that hold more than one sentence, as "alone" says: those inside which
two of razdel, pysbd and syntok see an end in the same place. That favours these three, not us. "all" leaves none out.
Peers: pip install razdel pysbd syntok; each that is missing is skipped, and without two of them there is no "alone".
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import lzma
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from polyglot_news.sentences import split

LANGUAGES = ("en", "ru", "uk")
_LINES = 5  # of a paragraph
_AGREED = 2
_CLOSING = "\"'»”“’)]"

Ends = set[int]
Splitter = Callable[[str, str], Ends]


@dataclass(slots=True)
class Score:
    """Right, invented and missed ends."""

    right: int = 0
    invented: int = 0
    missed: int = 0
    seconds: float = 0.0

    def add(self, found: Ends, gold: Ends) -> None:
        """Count the ends of one paragraph."""
        self.right += len(found & gold)
        self.invented += len(found - gold)
        self.missed += len(gold - found)

    def row(self) -> str:
        """Return precision, recall, F1 and seconds, as cells of a table."""
        precision = self.right / max(1, self.right + self.invented)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * self.right / max(1, 2 * self.right + self.invented + self.missed)
        return f"{precision:.4f} | {recall:.4f} | {f1:.4f} | {self.seconds:.2f}"


def main() -> None:
    """Print a row for each language and program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--skip", type=int, default=0, help="lines of each language to leave out at the beginning")
    parser.add_argument("--limit", type=int, default=4000, help="lines of each language")
    parser.add_argument("--show", choices=LANGUAGES, help="print our errors in this language")
    options = parser.parse_args()
    peers = dict(_peers())
    print("missing: " + (", ".join(sorted({"razdel", "pysbd", "syntok"} - set(peers))) or "none"))
    print("| language | lines | program | precision | recall | F1 | s |\n| --- | --- | --- | --- | --- | --- | --- |")
    for language in LANGUAGES:
        lines = [line for line in _lines(options.text, language) if _is_closed(line)][options.skip :][: options.limit]
        alone = [line for line in lines if not _agreed(peers, line, language)]
        for name, kept in (("all", lines), ("alone", alone)):
            for program, splitter in {"polyglot-news": _ours, **peers}.items():
                score = _score(splitter, kept, language)
                print(f"| {language} | {name}, {len(kept)} | {program} | {score.row()} |", flush=True)
        if options.show == language:
            _show(alone, language)


def _lines(text: Path, language: str) -> Iterator[str]:
    if text.is_dir():
        for path in sorted(text.glob(f"*.{language}.txt")):
            yield from (line.strip() for line in path.read_text("utf-8").split("\n")[1:])  # without the headline
        return
    with lzma.open(text, "rt", encoding="utf-8") as rows:
        for row in rows:
            of, _, original, english = row.rstrip("\n").split("\t")
            if language in {"en", of}:
                yield (english if language == "en" else original).strip()


def _is_closed(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith((".", "!", "?", "…"))


def _ours(text: str, language: str) -> Ends:
    return {end for _, end in split(text, language)}


def _peers() -> Iterator[tuple[str, Splitter]]:
    for name, make in (("razdel", _razdel), ("pysbd", _pysbd), ("syntok", _syntok)):
        if importlib.util.find_spec(name):
            yield name, make()


def _razdel() -> Splitter:
    sentenize = importlib.import_module("razdel").sentenize

    return lambda text, _: {sentence.stop for sentence in sentenize(text)}


def _pysbd() -> Splitter:
    segmenter = importlib.import_module("pysbd").Segmenter

    by = {
        of: segmenter(language=named, clean=False, char_span=True)
        for of, named in zip(LANGUAGES, ("en", "ru", "ru"), strict=True)
    }
    return lambda text, language: {part.start + len(part.sent.rstrip()) for part in by[language].segment(text)}


def _syntok() -> Splitter:
    segmenter = importlib.import_module("syntok.segmenter")

    def ends(text: str, _: str) -> Ends:
        sentences = [sentence for paragraph in segmenter.analyze(text) for sentence in paragraph]
        return {sentence[-1].offset + len(sentence[-1].value) for sentence in sentences}

    return ends


def _agreed(peers: dict[str, Splitter], line: str, language: str) -> bool:
    votes = Counter(end for splitter in peers.values() for end in splitter(line, language) if end < len(line) - 1)
    return any(count >= _AGREED for count in votes.values())


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[str, Ends]]:
    for start in range(0, len(lines), _LINES):
        text, gold = "", set[int]()
        for line in lines[start : start + _LINES]:
            gold.add(len(text))
            text += " " * bool(text) + line
        yield text, gold - {0}


def _score(splitter: Splitter, lines: Sequence[str], language: str) -> Score:
    score = Score()
    for text, gold in _paragraphs(lines):
        begun = time.perf_counter()
        found = splitter(text, language)
        score.seconds += time.perf_counter() - begun
        score.add({end for end in found if end < len(text)}, gold)
    return score


def _show(lines: Sequence[str], language: str) -> None:
    for text, gold in _paragraphs(lines):
        found = {end for end in _ours(text, language) if end < len(text)}
        for end in sorted(found ^ gold):
            kind = "invented" if end in found else "missed"
            print(f"{kind}: {text[max(0, end - 60) : end]} | {text[end + 1 : end + 40]}")


if __name__ == "__main__":
    main()
