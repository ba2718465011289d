"""What such models do wrong, told from the two texts: loops, runaway or dropped output, text left as it was.

Thresholds of length: fewer than one in a thousand of 43,000 human translations of Russian and Ukrainian news sentences
lies beyond them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

UNTRANSLATED, REPETITION, TOO_LONG, TOO_SHORT = "untranslated", "repetition", "too long", "too short"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]{2,}")
WRITTEN_IN_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"})
_STAMMER = re.compile(r"(.{1,8}?)\1{5,}")  # "R.R.R.R.R.R.", "hahahahahaha"
_LONGEST_PHRASE = 8  # words
# So often in a row is a loop: a word, a phrase of two words, of three or four, of more.
_LOOPS = {1: 4, 2: 3, 3: 3, 4: 3}
_LOOP_OF_LONG_PHRASES = 2
_SCATTERED_WORDS, _SCATTERED_TIMES = 4, 3  # the same four words three times anywhere
_COPIED_WORDS = 4


def doubt(source: str, output: str, *, into: str = "en") -> str:
    """Return what is wrong with a translation: "untranslated", "repetition", "too long", "too short" or "".

    Args:
        source: the sentence; a sentence without letters is never doubted.
        output: what a model made of it.
        into: the language that the output should be in.
    """
    if not any(character.isalpha() for character in source):
        return ""
    for name, guard in _GUARDS:
        if guard(source, output, into):
            return name
    return ""


def severity(name: str) -> int:
    """Return how bad a doubt is: 0 for none; what a reader can use least is highest."""
    names = [guard for guard, _ in _GUARDS]
    return len(names) - names.index(name) if name else 0


def has_script_of(language: str, text: str) -> bool:
    """Tell whether a text can be in a language, by its letters alone; true where the script says nothing."""
    if language in WRITTEN_IN_CYRILLIC:
        return _CYRILLIC.search(text) is not None
    return any(character.isalpha() for character in text)


def _left_as_it_was(source: str, output: str, into: str) -> bool:
    if into not in WRITTEN_IN_CYRILLIC and _CYRILLIC_WORD.search(output):
        return True
    words = _words(output)
    return len(words) >= _COPIED_WORDS and words == _words(source)


def _loops(source: str, output: str, _into: str) -> bool:
    ours, theirs = _words(output), _words(source)
    for n in range(1, _LONGEST_PHRASE + 1):
        times = _times_in_a_row(ours, n)
        if times >= _LOOPS.get(n, _LOOP_OF_LONG_PHRASES) and times > _times_in_a_row(theirs, n):
            return True
    scattered = _most_frequent(ours, _SCATTERED_WORDS)
    if scattered >= _SCATTERED_TIMES and scattered > _most_frequent(theirs, _SCATTERED_WORDS - 1):
        return True
    return _STAMMER.search(output) is not None and _STAMMER.search(source) is None


def _is_too_long(source: str, output: str, _into: str) -> bool:
    return len(output) > 2.0 * len(source) + 25


def _is_too_short(source: str, output: str, _into: str) -> bool:
    return not output or len(output) < 0.45 * len(source) - 5


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _times_in_a_row(words: Sequence[str], n: int) -> int:
    """Count how often a phrase of n words follows itself at most: 1 where none does."""
    most = run = 0
    for i in range(n, len(words)):
        run = run + 1 if words[i] == words[i - n] else 0
        most = max(most, run)
    return most // n + 1


def _most_frequent(words: Sequence[str], n: int) -> int:
    phrases = Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))
    return max(phrases.values(), default=0)


_GUARDS: tuple[tuple[str, Callable[[str, str, str], bool]], ...] = (
    (UNTRANSLATED, _left_as_it_was),
    (REPETITION, _loops),
    (TOO_LONG, _is_too_long),
    (TOO_SHORT, _is_too_short),
)
