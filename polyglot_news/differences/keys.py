"""Keys under which words that may stand for the same meet, each with a likeness; that of a pair is their product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from polyglot_news.differences.classes import TELLING, class_of, sense_of
from polyglot_news.lexicon.names import skeletons
from polyglot_news.lexicon.similar import meanings
from polyglot_news.lexicon.stance import Stance, StanceKind
from polyglot_news.lexicon.vocabulary import ENGLISH
from polyglot_news.lexicon.words import stem

NAME = "~"  # begins keys that only say that two names may sound alike
LEAST = 0.18  # likeness below which two words are no pair
# Square roots of the likeness of two words of one sense, and of two that begin alike.
_SENSE, _FAMILY = 0.85, 0.67
_OWN = 0.55  # likeness from which an English word may stand for another of similar meaning on its own side
_SHARED_BEGINNING = 5  # letters from which two words may be of one family
_NOT = "не"  # of Russian and Ukrainian
_FEW = 6  # meanings whose beginnings are compared
_LIKELY = 0.5  # the same, and no unlikely one
_PART_OF_A_WORD = 0.6  # likeness of a hyphenated word's part to the word

Keys = tuple[tuple[str, float], ...]


@lru_cache(maxsize=65536)
def word_keys(text: str, language: str, *, is_name: bool) -> tuple[Keys, Keys]:
    """Return the keys of a word form, and those of a base's own word, which stands for little besides itself."""
    if class_of(text, language) not in TELLING:
        return (), ()
    meant = known(text, language)
    shared: dict[str, float] = {
        "^" + key[:_SHARED_BEGINNING]: _FAMILY
        for key in [*meant][:_FEW]
        if len(key) >= _SHARED_BEGINNING and meant[key] >= _LIKELY
    }
    if sense := sense_of(text, language):
        shared["!" + sense] = _SENSE
    if _is_negated(text, language):
        shared["!not"] = _SENSE
    if is_name or language != ENGLISH or text[:1].isupper():
        shared |= {NAME + key: 1.0 for key in skeletons(text)}
    wide = {key: max(value, value**0.5 * 0.8) for key, value in meant.items()}
    own = {key: value for key, value in meant.items() if value >= _OWN}
    return _likely(wide | shared), _likely(own | shared)


def _is_negated(word: str, language: str) -> bool:
    """Whether a word is another with a "not" before it: невпевнена is "not confident"."""
    if language == ENGLISH or not word.startswith(_NOT):
        return False
    rest = word[len(_NOT) :]
    return len(rest) > len(_NOT) + 1 and bool(meanings(rest, language))


def entity_keys(entities: Iterable[str], stances: Iterable[Stance]) -> Keys:
    """Return the keys of what a word names, and of how it says it."""
    return (*((f"@{one}", 1.0) for one in entities), *((_sense(one), _SENSE) for one in stances))


def _sense(stance: Stance) -> str:
    if stance.kind is StanceKind.NEGATION:
        return f"!implied:{stance.group}" if stance.value == "implied" else "!not"
    return f"!{stance.kind}:{stance.group}:{stance.value}"


def _likely(keys: Mapping[str, float]) -> Keys:
    return tuple((key, value) for key, value in keys.items() if value >= LEAST)


@lru_cache(maxsize=65536)
def known(word: str, language: str) -> Mapping[str, float]:
    """Return the English stems that a word form, or a part of it, may stand for, each with a likeness."""
    found = dict(meanings(word, language))
    parts = word.replace("‑", "-").split("-") if language == ENGLISH else []
    if len(parts) > 1:
        for part in parts:
            if len(part) > 2:  # noqa: PLR2004  # not the "a" of "a-bomb"
                found.setdefault(stem(part), _PART_OF_A_WORD)
    return found
