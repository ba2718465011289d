"""Words that say how something is told: negation, modality, hedges, reporting, degree, loaded terms, antonyms.

This is lexical knowledge: it says which words differ, in whose favour a term speaks by the dictionaries, and never who
is right. A term's value ("neutral", "hard", "soft") compares it with the other terms of its group and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from polyglot_news.lexicon.number_words import is_numeral
from polyglot_news.lexicon.stance_tables import (
    IDIOM,
    INFINITIVE,
    LANGUAGES,
    NUMBER,
    TABLES,
    Beginning,
    Entry,
    Sense,
    beginnings,
    keys,
)
from polyglot_news.lexicon.words import Word, words


class StanceKind(StrEnum):
    """What a stance word does."""

    NEGATION = "negation"
    MODALITY = "modality"
    HEDGE = "hedge"
    REPORTING = "reporting"
    DEGREE = "degree"
    LOADED = "loaded"
    ANTONYM = "antonym"


CONCORD = "concord"  # a second sign of a negation that is already counted

_KINDS = {kind.value: kind for kind in StanceKind}
_INFINITIVES = ("ть", "ться", "ти", "тися", "тись", "чь")
_CUT_OFF = re.compile(r"(?i)(?<!ca)n['’ʼ]t$|(?<=can)(?:not|['’ʼ]t)$|['’ʼ]ll$")
_NAMES_OR_NOUNS = frozenset({"can", "may", "might", "must", "will"})
_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "no", "free", "good", "own", "political", "'s", "of"}
)  # fmt: skip
_ENDS_CLAUSE = re.compile(r"[.;:!?…—–\n]|,(?!\s*(?:ни|ні|ані|nor)\s*$)")
# Words that Russian and Ukrainian set beside another sign of the same negation.
_CONCORDANT = frozenset({"none", "never", "nor"})
_COUNTED_ONCE = _CONCORDANT | {"not", "no", "no_longer", "not_yet", "cannot"}
_PREDICATES = frozenset({"нет", "нету", "немає", "нема"})  # "no" of a whole clause
_WHILE = frozenset({"пока", "поки"})
_NEXT_WORD = re.compile(r"\s*\w+")
_NOT_YET = ("тся", "ться", "но")  # пока не сообщается, пока не известно
_OPPOSITES = frozenset(
    frozenset(pair)
    for pair in (
        ("degree", "at_least", "at_most"),
        ("degree", "more_than", "less_than"),
        ("degree", "partly", "completely"),
        ("degree", "only", "not_only"),
        ("modality", "certainty", "possibility"),
        ("reporting", "admitting", "denying"),
        ("reporting", "assertive", "denying"),
        ("reporting", "neutral", "doubting"),
    )
)


class Stance(NamedTuple):
    """A word or phrase that says how something is told: text[start:end] quotes it; several may lie on the same words."""

    start: int
    end: int
    text: str
    kind: StanceKind
    value: str
    group: str


@lru_cache(maxsize=4096)
def find_stances(text: str, language: str) -> tuple[Stance, ...]:
    """Find the stances of a text, in order; () for languages without a table.

    The longest entry counts. Loaded terms and antonyms are read apart from the other kinds, so that "so-called" is a
    hedge within "so-called republics", which is a loaded term.

    What one clause negates twice ("никто не пришёл", "neither ... nor") counts once: the second sign has the value "concord".
    """
    if language not in LANGUAGES:
        return ()
    tokens = _tokens(text, language)
    begins = [(i, tables) for i, token in enumerate(tokens) if (tables := beginnings(token.text, language))]
    found: list[Stance] = []
    for table in range(len(TABLES)):
        starts = [(i, start) for i, tables in begins if (start := tables[table]) is not None]
        found += _matches(text, tokens, starts, language)
    found.sort(key=attrgetter("start", "end"))
    return tuple(_without_double_negation(found, text, language))


def same_stance(a: Stance, b: Stance) -> bool:
    """Whether two stances, of any languages, say the same: any two negations do, other kinds by value and group."""
    if a.kind != b.kind:
        return False
    if a.kind == StanceKind.NEGATION:
        return (a.value == CONCORD) == (b.value == CONCORD)
    if a.kind in {StanceKind.LOADED, StanceKind.ANTONYM}:
        return (a.value, a.group) == (b.value, b.group)
    return a.value == b.value


def opposed(a: Stance, b: Stance) -> bool:
    """Whether two stances, of any languages, stand against each other: antonyms, able and unable, a neutral and a loaded term."""
    if a.kind == b.kind and a.kind in {StanceKind.LOADED, StanceKind.ANTONYM}:
        return a.group == b.group and a.value != b.value
    if {a.kind, b.kind} == {StanceKind.NEGATION, StanceKind.MODALITY}:
        return a.group == b.group != ""
    return a.kind == b.kind and frozenset((a.kind.value, a.value, b.value)) in _OPPOSITES


def _tokens(text: str, language: str) -> Sequence[Word]:
    """Cut a text into words, and what English writes as one: did|n't, can|not, we|'ll."""
    found = words(text)
    if language != "en":
        return found
    tokens = []
    for word in found:
        # A word that ends in none of these is the rule; asking first saves the search.
        cut = _CUT_OFF.search(word.text) if word.text[-1] in "tTlL" else None
        if cut is None or not cut.start():
            tokens.append(word)
        else:
            middle = word.start + cut.start()
            tokens += [Word(text[word.start : middle], word.start, middle), Word(cut[0], middle, word.end)]
    return tokens


def _matches(
    text: str, tokens: Sequence[Word], starts: Sequence[tuple[int, Beginning]], language: str
) -> Iterator[Stance]:
    taken = 0
    for i, begins in starts:
        if i < taken:
            continue
        token = tokens[i]
        senses: Sequence[Sense] = begins.alone
        end = i + 1
        if begins.longer and i + 1 < len(tokens):
            senses, end = _longest(begins, text, tokens, i, language)
        taken = end
        if senses and not (
            _is_other_word(text, tokens, i) if language == "en" else _is_until(text, token, tokens[end - 1])
        ):
            yield from _stances(senses, token.start, tokens[end - 1].end, text)


def _longest(
    begins: Beginning, text: str, tokens: Sequence[Word], i: int, language: str
) -> tuple[Sequence[Sense], int]:
    """Return what the longest entries at a token say, and the token behind them."""
    senses: list[Sense] = []
    longest = 1
    second = (*keys(tokens[i + 1].text, language), INFINITIVE, NUMBER)
    for entry in (entry for key in second for entry in begins.longer.get(key, ())):
        if (
            len(entry.words) >= longest
            and (n := _length(entry, text, tokens[i : i + len(entry.words)], language)) >= longest
        ):
            senses = [*senses, *entry.senses] if n == longest else [*entry.senses]
            longest = n
    if longest == 1:
        return (*begins.alone, *senses), i + 1
    return tuple(dict.fromkeys(senses)), i + longest


def _length(entry: Entry, text: str, tokens: Sequence[Word], language: str) -> int:
    """Count the tokens that an entry takes, 0 where it does not stand here."""
    if len(tokens) < len(entry.words):
        return 0
    for i in range(1, len(tokens)):
        gap = text[tokens[i - 1].end : tokens[i].start]
        if entry.words[i] in {INFINITIVE, NUMBER}:
            return i if _follows(entry.words[i], gap, tokens[i].text, language) else 0
        if gap and not gap.isspace() and not (gap.strip() == "." and len(tokens[i - 1].text) == 1):  # т. н., т. зв.
            return 0
        if entry.words[i] not in keys(tokens[i].text, language):
            return 0
    return len(tokens)


def _follows(wanted: str, gap: str, word: str, language: str) -> bool:
    if wanted == INFINITIVE:
        return gap.isspace() and word.lower().endswith(_INFINITIVES)
    return not gap.strip("$€£₽₴ \u00a0\u202f") and (word[0].isdigit() or is_numeral(word, language))


def _stances(senses: Sequence[Sense], start: int, end: int, text: str) -> Iterator[Stance]:
    quoted = text[start:end]
    if all(sense.kind != IDIOM for sense in senses):
        for kind, value, group in senses:
            yield Stance(start, end, quoted, _KINDS[kind], value, group)


def _is_other_word(text: str, tokens: Sequence[Word], i: int) -> bool:
    """Whether an English word only looks like an entry: the month of May, a will, "No. 5"."""
    word = tokens[i].text
    follows = text[tokens[i].end : tokens[i].end + 3]
    if word in {"No", "NO", "no"}:
        return follows[:1] == "." and follows.lstrip(". \u00a0")[:1].isdigit()
    if word.lower() not in _NAMES_OR_NOUNS:
        return False
    if word == "May" and (follows[1:2].isdigit() or (i and text[tokens[i - 1].end : tokens[i].start].strip() == "")):
        return True
    return bool(i) and tokens[i - 1].text.lower() in _DETERMINERS


def _is_until(text: str, first: Word, last: Word) -> bool:
    """Whether "пока не" is "until", as behind a comma, rather than "not yet", as news have it of what is not known."""
    if first.text.lower() not in _WHILE or last.text.lower() != "не":
        return False
    before = text[: first.start].rstrip()
    if before.endswith((",", "—", "–")):
        return True
    following = _NEXT_WORD.match(text, last.end)
    return following is not None and before[-1:] in {"", ".", "!", "?"} and not following[0].endswith(_NOT_YET)


def _without_double_negation(found: Sequence[Stance], text: str, language: str) -> Iterator[Stance]:
    clause: list[Stance] = []
    for stance in found:
        if stance.kind != StanceKind.NEGATION or stance.value not in _COUNTED_ONCE:
            yield stance
            continue
        if clause and _ENDS_CLAUSE.search(text[clause[-1].end : stance.start] + " " + stance.text):
            clause = []
        again = any(_concords(earlier, stance, language) for earlier in clause)
        clause.append(stance)
        yield stance._replace(value=CONCORD) if again else stance


def _concords(earlier: Stance, later: Stance, language: str) -> bool:
    if language == "en":
        return earlier.value == later.value == "nor"
    return _is_concordant(earlier) or _is_concordant(later)


def _is_concordant(stance: Stance) -> bool:
    return stance.value in _CONCORDANT or (stance.value == "no" and stance.text.lower() not in _PREDICATES)
