"""Words that may take each other's place: every form of every listed word, found in a text where its grammar fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from grammar import AUXILIARIES, DETERMINERS, FUNCTION, NUMBER_WORDS, PREPOSITIONS, PRONOUNS
from inflection import noun_forms, verb_forms
from lists import table, word_set
from reading import Reading

_BE_HAVE = word_set("is are was were be been being am has have had having isn't aren't wasn't weren't hasn't haven't")
_BEFORE_BASE = word_set(
    "to will would can could may might must should not do did does don't doesn't didn't won't can't cannot "
    "couldn't they we you i who let wouldn't shouldn't"
)
# Loaded only where they stand for something neutral: never taken for it.
_BROAD = word_set(
    "attack deal demand threat burden gathering answer message boss lie drag order free leave spread back work "
    "change punishment network gang raid crime hero enemy patriot patron sponsor satellite neighbour movement "
    "discord beg fire destroy ruin collapse return retreat flee regroup perish shell seizure disaster catastrophe "
    "harm crook murder violent legendary aggressive hostile powerful dirty radical bully suppress waste leak "
    "justify riot rally collaborate threaten execute eliminate abandon hostage revenge conflict farce mob fake "
    "refugee illegal"
)
_OF_THOUGHTS = word_set("believe believed think thought know knew hope hoped suggest suggested expect expected")
_OF_AMOUNTS = word_set("rose risen fell fallen grew grown increased decreased declined dropped shrank")
_BY_NUMBERS = word_set("about around over under some")  # listed as "approximately", "more than"
_ADVERBS = word_set("also not already never always only still just now often then soon")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a listed word or phrase, and the same form of what may stand in its place."""

    phrase: tuple[str, ...]
    pos: str  # v n a r p
    index: int  # which form
    others: tuple[str, ...]


def places(en: Reading, listed: Mapping[str, tuple[Form, ...]]) -> Iterator[tuple[int, int, Form]]:
    """Find where listed words stand and are what they are listed as: first word, last word, form."""
    for k, word in enumerate(en.lower):
        for form in listed.get(word, ()):
            last = k + len(form.phrase) - 1
            if en.lower[k : last + 1] == form.phrase and all(en.joined(one) for one in range(k + 1, last + 1)):
                is_named = en.is_name(k) or en.is_name(last)
                if not is_named and _fits(en, k, last, form):
                    yield k, last, form


@cache
def swaps(name: str, *, both_ways: bool) -> Mapping[str, tuple[Form, ...]]:
    """Read a list of words (part of speech, words, others; "|" between words), by the first word of each form.

    Args:
        name: of the list.
        both_ways: whether the others may give way to the words too.
    """
    found: dict[str, list[Form]] = defaultdict(list)
    neutral = {(row[0], one) for row in table(name) for one in row[1].split("|")}
    neutral |= {(pos, one) for one in _BROAD for pos in "vnarp"}
    for pos, *columns in table(name):
        cells = [cell.split("|") for cell in columns]
        if len(cells) == 1:  # a row of one cell: its first word gives way to the others
            cells = [cells[0][:1], cells[0][1:]]
        for one in cells[0]:
            _add(found, pos, one, cells[1])
        for one in cells[1] if both_ways else ():
            if (pos, one) not in neutral:  # what is neutral elsewhere has other senses
                _add(found, pos, one, cells[0])
    return {word: tuple(forms) for word, forms in found.items()}


@cache
def reporting() -> Mapping[str, tuple[Form, ...]]:
    """Verbs of saying, each with those that cast doubt or weight on what is said."""
    found: dict[str, list[Form]] = defaultdict(list)
    for one, others in table("reporting"):
        _add(found, "v", one, others.split("|"))
    return {word: tuple(forms) for word, forms in found.items()}


@cache
def phrases(name: str) -> Mapping[str, tuple[Form, ...]]:
    """Read a list of fixed phrases, each with what may stand in its place."""
    found: dict[str, list[Form]] = defaultdict(list)
    for one, others in table(name):
        words = tuple(one.lower().split())
        found[words[0]].append(Form(words, "p", 0, tuple(others.split("|"))))
    return {word: tuple(sorted(forms, key=lambda form: -len(form.phrase))) for word, forms in found.items()}


def is_verb(word: str) -> bool:
    """Whether a word is a finite form of a listed verb and no noun."""
    return word in verbs() and word not in _nouns()


@cache
def verbs() -> Mapping[str, tuple[str, int]]:
    """Third person, past and participle of every listed verb: its base and which form; past before participle."""
    found: dict[str, tuple[str, int]] = {}
    for base in _bases():
        for index in (1, 2, 3):
            found.setdefault(verb_forms(base)[index], (base, index))
    return found


@cache
def _bases() -> tuple[str, ...]:
    listed = {row[0] for row in table("irregular")} | {row[0] for row in table("reporting")}
    for name in ("antonyms", "loaded", "synonyms"):
        for pos, *cells in table(name):
            if pos == "v":
                listed |= {one for cell in cells for one in cell.split("|") if " " not in one}
    listed |= {one for row in table("modifiers") if row[0] == "r" for one in row[2].split("|")}
    return tuple(sorted(listed - {"be", "have", "do"}))


@cache
def _nouns() -> frozenset[str]:
    found: set[str] = set()
    for name in ("antonyms", "loaded", "synonyms"):
        for pos, *cells in table(name):
            if pos == "n":
                found |= {form for cell in cells for one in cell.split("|") for form in noun_forms(one)}
    return frozenset(
        found | {"saw", "left", "set", "cut", "put", "built", "run", "cost", "read", "lives", "means", "plans"}
    )


def _add(found: dict[str, list[Form]], pos: str, one: str, others: list[str]) -> None:
    inflect = {"v": verb_forms, "n": noun_forms}.get(pos, lambda phrase: (phrase,))
    for index, text in enumerate(inflect(one)):
        if index == 3 and pos == "v" and text == verb_forms(one)[2]:  # noqa: PLR2004  # the past stands for both
            continue
        words = tuple(text.lower().split())
        found[words[0]].append(Form(words, pos, index, tuple(inflect(other)[index] for other in others)))


def _fits(en: Reading, first: int, last: int, form: Form) -> bool:
    match form.pos:
        case "v":
            return _fits_verb(en, first, last, form)
        case "n":
            return _fits_noun(en, first, last)
        case "a":
            return _fits_adjective(en, first, last)
    return _fits_phrase(en, first, last, form)


def _fits_phrase(en: Reading, first: int, last: int, form: Form) -> bool:
    before = en.at(first - 1)
    if len(form.phrase) == 1 and form.phrase[0] in _BY_NUMBERS:
        return en.joined(last + 1) and (en.lower[last + 1][0].isdigit() or en.lower[last + 1] in NUMBER_WORDS)
    if form.phrase[-1] in {"to", "of", "that"} and not en.joined(last + 1):
        return False
    if form.phrase[0] in {"with", "against", "for"} and (before in FUNCTION or en.opens(first)):
        return False
    if form.phrase in {("most",), ("few",), ("all",), ("many",)} and (
        not en.at(last + 1).endswith("s") or en.is_adjective(last + 1) or not en.joined(last + 1)
    ):
        return False
    return en.gaps[last + 1][:1] not in {"-", "’"} and not (form.phrase == ("while",) and before in DETERMINERS)


def _fits_verb(en: Reading, first: int, last: int, form: Form) -> bool:
    before = en.at(first - 1 if en.at(first - 1) not in _ADVERBS and not en.at(first - 1).endswith("ly") else first - 2)
    if not en.joined(first):
        before = ""
    match form.index:
        case 0:
            return before in _BEFORE_BASE and _takes(en, last, form)
        case 1:
            named = first > 0 and (en.is_name(first - 1) or (en.is_noun(first - 1) and not en.is_adjective(first - 1)))
            return before in {"he", "she", "it", "who", "which", "that"} or (named and en.at(last + 1) != "of")
        case 2 | 3:
            by_whom = en.at(last + 1) == "by" and form.phrase[0] not in _OF_AMOUNTS
            return before not in DETERMINERS and not by_whom and _takes(en, last, form)
    return before in _BE_HAVE or (before in PREPOSITIONS - {"of"} and en.at(last + 1) in DETERMINERS)


def _takes(en: Reading, last: int, form: Form) -> bool:
    """Whether "told" is followed by whom, as what stands in its place wants it."""
    following = en.at(last + 1)
    return (
        form.phrase[0] not in {"told", "ask", "asked"}
        or following in PRONOUNS | {"reporters", "journalists", "that"}
        or en.is_name(last + 1)
    )


def participle(en: Reading, first: int) -> bool:
    """Whether the verb form at word `first` is a participle: after a form of be or have."""
    before = first - 1
    while en.at(before) in _ADVERBS or en.at(before).endswith("ly"):
        before -= 1
    return en.at(before) in _BE_HAVE


def as_participle(text: str) -> str:
    """Turn a past form into the participle of the same verb."""
    word, _, rest = text.partition(" ")
    base, index = verbs().get(word, ("", 0))
    if index == 2:  # noqa: PLR2004
        word = verb_forms(base)[3]
    return f"{word} {rest}" if rest else word


def _fits_noun(en: Reading, first: int, last: int) -> bool:
    before, following = en.at(first - 1), en.at(last + 1)
    if en.gaps[first].endswith("-") or en.gaps[last + 1].startswith("-"):
        return False
    if en.opens(first) and not en.lower[last].endswith("s"):
        return False
    if before in PRONOUNS | AUXILIARIES | {"to"} - DETERMINERS and before not in {
        "her",
        "is",
        "was",
        "are",
        "were",
        "to",
    }:
        return False
    if before == "to" and en.lower[first] in {
        "report",
        "plan",
        "support",
        "attack",
        "change",
        "end",
        "start",
        "answer",
        "help",
    }:
        return False
    ends = not en.joined(last + 1) or following in FUNCTION - DETERMINERS
    return ends or following in verbs() or following.endswith("ed")


def _fits_adjective(en: Reading, first: int, last: int) -> bool:
    if en.gaps[first].endswith("-") or not en.joined(last + 1):
        return False
    following = en.at(last + 1)
    before = en.at(first - 1)
    return (
        en.is_noun(last + 1) and following not in FUNCTION and before not in PRONOUNS | {"at", "for"} - {"her", "his"}
    )
