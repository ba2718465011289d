"""A paragraph read as words, gaps and sentences, and the little grammar that editing needs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from grammar import FUNCTION
from lists import column, table, word_set

from polyglot_news.lexicon.words import Word, stem, words
from polyglot_news.sentences import split

_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ful|less|able|ible|ary|ish|ern|ian)$")
_NO_ADJECTIVE = word_set(
    "official material proposal arrival capital individual criminal public republic music clinic traffic topic "
    "critic executive representative relative objective initiative alternative table secretary diary summary "
    "library january february military territory hospital festival journal terminal animal approval logic fabric "
    "physician politician musician civilian historian guardian native detective channel rival goal deal meal "
    "total variable cable vegetable trouble people vehicle double serious perspective narrative incentive plastic "
    "survival trial signal interval removal renewal refusal rehearsal finish publish establish wish english "
    "british polish turkish spanish accomplish vanish distinguish punish concern govern learn return turn modern "
    "pattern tavern comedian pedestrian academic epidemic pandemic"
)

_NO_NOUNS = word_set(
    "today tomorrow yesterday tonight now then here again still already soon always never often enough too ago "
    "later earlier together away back online abroad once twice well also even yet"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One paragraph: word k stands between gaps k and k + 1."""

    text: str
    words: tuple[Word, ...]
    lower: tuple[str, ...]
    stems: tuple[str, ...]
    gaps: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]  # characters
    runs: tuple[tuple[int, int], ...]  # the words of each sentence, first and last

    def opens(self, k: int) -> bool:
        """Whether word k begins a sentence."""
        return any(first == k for first, _ in self.runs)

    def sentence_of(self, k: int) -> int:
        """Which sentence word k stands in."""
        return max(0, bisect_right([first for first, _ in self.runs], k) - 1)

    def of(self, first: int, last: int) -> str:
        """Text from word `first` to word `last`."""
        return self.text[self.words[first].start : self.words[last].end]

    def at(self, k: int) -> str:
        """Word k in lower case, "" outside the text."""
        return self.lower[k] if 0 <= k < len(self.lower) else ""

    def joined(self, k: int) -> bool:
        """Whether nothing but blanks stands between word k - 1 and word k."""
        return 0 < k < len(self.words) and self.gaps[k].isspace()

    def in_quotes(self, k: int) -> bool:
        """Whether word k stands in a quotation (guessed from the marks before it)."""
        before = self.text[: self.words[k].start]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def is_name(self, k: int) -> bool:
        """Whether word k is written as a name inside a sentence, or in capitals."""
        if not 0 <= k < len(self.words):
            return False
        word = self.words[k].text
        return word[0].isupper() and (not self.opens(k) or word.isupper()) and word not in {"I", "A", "I’m", "I'm"}

    def is_adjective(self, k: int) -> bool:
        """Whether word k is likely an adjective (by list, else by suffix)."""
        word = self.at(k)
        return word in adjectives() or (
            len(word) > 5 and _ADJECTIVE.search(word) is not None and word not in _NO_ADJECTIVE  # noqa: PLR2004
        )

    def is_noun(self, k: int) -> bool:
        """Whether word k may be the head of a noun phrase."""
        word = self.at(k)
        is_word = len(word) > 2 and word[0].isalpha()  # noqa: PLR2004
        return is_word and word not in FUNCTION | _NO_NOUNS and not word.endswith("ly")


def read(text: str) -> Reading:
    """Read one English paragraph."""
    found = words(text)
    ends = [0, *(word.end for word in found)]
    starts = [*(word.start for word in found), len(text)]
    sentences = split(text, "en")
    return Reading(
        text=text,
        words=found,
        lower=tuple(word.text.lower().replace("’", "'") for word in found),
        stems=tuple(stem(word.text) for word in found),
        gaps=tuple(text[end:start] for end, start in zip(ends, starts, strict=True)),
        sentences=sentences,
        runs=tuple(run for run in (_run(found, *one) for one in sentences) if run),
    )


def _run(found: tuple[Word, ...], start: int, end: int) -> tuple[int, int] | None:
    inside = [k for k, word in enumerate(found) if start <= word.start < end]
    return (inside[0], inside[-1]) if inside else None


@cache
def adjectives() -> frozenset[str]:
    """Adjectives in lower case."""
    nations = {row[1].lower() for row in table("nations")}
    modifiers = {one for row in table("modifiers") if row[0] == "a" for one in row[1].split("|")}
    return frozenset(column("adjectives")) | nations | modifiers
