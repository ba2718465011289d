"""What the language model is fitted on: text of each language, and how often its words occur.

wordfreq (CC BY-SA 4.0) and Django (BSD-3-Clause, its translations) are read from the installed packages.
"""

from __future__ import annotations

import lzma
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from borrowed import LATIN, read_rows

# Of the parallel text, what is written by people for people.
_ORIGINS = ("wmt", "speeches", "resistinua", "tatoeba", "xquad", "mlqe", "tico19")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|<[^>]*>|\{\w*\}|\\n")
_MESSAGE = re.compile(r'^msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)
_ENGLISH_SHARE = 0.6  # the English side serves twice, for Russian and for Ukrainian
_CYRILLIC = {latin: cyrillic for cyrillic, latin in sorted(LATIN.items(), key=lambda pair: -len(pair[1]))}
_DIGRAPH = re.compile("|".join(_CYRILLIC))


@dataclass(slots=True)
class Texts:
    """All there is of one language."""

    fitted: list[str] = field(default_factory=list)  # the fitted part of SENTENCES.tsv
    own: list[str] = field(default_factory=list)  # parallel text and the written sentences
    interface: list[str] = field(default_factory=list)  # messages of Django
    words: list[str] = field(default_factory=list)
    until: list[float] = field(default_factory=list)  # of each word: how often it and those before it occur
    tempered: list[float] = field(default_factory=list)  # the same, rare words made more frequent

    def some_words(self, n: int, rng: random.Random, *, rare: bool = False) -> str:
        """Draw words as often as they occur."""
        return " ".join(rng.choices(self.words, cum_weights=self.tempered if rare else self.until, k=n))


def cyrillic(text: str) -> str:
    """Write Serbian in Cyrillic letters."""
    return _DIGRAPH.sub(lambda match: _CYRILLIC[match[0]], text)


def gather(sentences: Path, parallel: Path, written: Path, languages: set[str]) -> dict[str, Texts]:
    """Read all text of all languages."""
    texts: dict[str, Texts] = {language: Texts() for language in sorted(languages)}
    for row in read_rows(sentences, "fitted"):
        texts[row.language].fitted.append(row.text)
    for language, text in (*_parallel(parallel), *_written(written)):
        texts[language].own.append(text)
    for language, text in _interface(languages):
        texts[language].interface.append(text)
    for language, known in texts.items():
        _add_words(known, language)
    return texts


def _parallel(folder: Path) -> Iterator[tuple[str, str]]:
    rng = random.Random(5)
    for name in ("general", "news"):
        with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                language, origin, text, english = line.rstrip("\n").split("\t")
                if origin.startswith(_ORIGINS):
                    yield language, text
                    if rng.random() < _ENGLISH_SHARE:
                        yield "en", english


def _written(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text("utf-8").strip("\n").split("\n"):
            yield from zip(("en", "ru", "uk"), line.split("\t"), strict=True)


def _interface(languages: set[str]) -> Iterator[tuple[str, str]]:
    import django  # noqa: PLC0415  # only its folder is wanted

    root = Path(django.__file__).parent
    for language, folder in sorted({*((each, each) for each in languages), ("sr", "sr_Latn")}):
        for path in sorted(root.rglob(f"locale/{folder}/LC_MESSAGES/*.po")):
            for message in _MESSAGE.findall(path.read_text("utf-8"))[1:]:
                text = _PLACEHOLDER.sub(" ", re.sub(r'"\s*"', "", message.strip()[1:-1]))
                if sum(map(str.isalpha, text)) > 3:  # noqa: PLR2004  # "OK" says nothing
                    yield language, text


def _add_words(texts: Texts, language: str) -> None:
    from wordfreq import available_languages, get_frequency_dict  # noqa: PLC0415  # reads a file a language

    kept_as = "sh" if language == "sr" else language  # Serbo-Croatian, in Latin letters
    if kept_as not in available_languages("small"):
        return  # asked for Belarusian, it would answer with Russian
    known = get_frequency_dict(kept_as, "small")
    counts: dict[str, float] = defaultdict(float)
    for word, frequency in known.items():
        is_cyrillic = bool(re.search("[\u0400-\u04ff]", word))
        if any(map(str.isalpha, word)) and (is_cyrillic or language not in {"ru", "uk", "bg", "mk"}):
            counts[word] = frequency
    texts.words = list(counts)
    texts.until = list(accumulate(counts.values()))
    texts.tempered = list(accumulate(frequency**0.6 for frequency in counts.values()))
