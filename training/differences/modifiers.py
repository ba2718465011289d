"""Single adjectives, adverbs and intensifiers, taken out or put in where they stand naturally."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from grammar import AUXILIARIES, CONJUNCTIONS, DETERMINERS, FUNCTION, PREPOSITIONS, PRONOUNS
from inflection import noun_forms, verb_forms
from lexical import is_verb
from lists import section, table, word_set
from phrases import is_number, shuffled
from reading import Reading
from rows import Edit
from scene import Scene

from polyglot_news.lexicon.words import stem

_NO_ADVERBS = word_set(
    "family early only daily likely friendly supply reply apply july italy ally assembly rally fly imply rely "
    "deadly elderly monthly weekly yearly costly lonely lively lovely holy ugly multiply comply anomaly butterfly "
    "unlikely emily kelly sicily monopoly billy orderly curly silly bully jelly belly"
)  # fmt: skip
_PLAIN = word_set("good bad big great best worst better maximum minimum whole entire")
# Taken out, these leave another sense or none: "such other matters".
_NEEDED = word_set(
    "same other last next first own able due such many several few much more most less least enough responsible "
    "likely ready prior late mere unable sure former key public social"
)  # fmt: skip


def del_adjective(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take an adjective from before its noun."""
    en = scene.en
    for k in shuffled(range(len(en.words) - 1), rng):
        if not en.words[k].text.islower() or not en.is_adjective(k) or en.lower[k] in _NEEDED | FUNCTION:
            continue
        before = en.at(k - 1)
        if before and before not in DETERMINERS | PREPOSITIONS and not is_verb(before) and not is_number(before):
            continue
        if before in {"as", "so", "to"} or not en.joined(k + 1) or not en.is_noun(k + 1) or en.gaps[k].endswith("-"):
            continue
        lost = scene.matching.one(k)
        if lost:
            yield scene.removed("del_adjective", (k, k), lost)


def del_adverb(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out an adverb or an intensifier."""
    en = scene.en
    for k in shuffled(range(len(en.words)), rng):
        word = en.lower[k]
        if not (word in _adverbs() or (word.endswith("ly") and word not in _NO_ADVERBS and len(word) > 4)):  # noqa: PLR2004
            continue
        free = en.joined(k) or (en.opens(k) and en.joined(k + 1))
        if not free or en.at(k - 1) in {"so", "as", "more", "most", "less", "very", "too", "and", "only", "not", "how"}:
            continue
        if en.at(k + 1) in {"and", "or", "enough", "than", "as", "that", "speaking", "due"} or en.gaps[k].endswith("-"):
            continue
        if en.at(k - 1) in AUXILIARIES and not en.joined(k + 1):  # "it is now."
            continue
        lost = scene.matching.one(k) if word not in FUNCTION else scene.matching.little(k)
        if lost and (en.joined(k + 1) or en.gaps[k + 1].strip() in {"", ".", "!", "?", ",", ";"}):
            yield scene.removed("del_adverb", (k, k), lost)


def ins_adjective(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put an adjective before a noun that it goes with."""
    en = scene.en
    for k in shuffled(range(1, len(en.words)), rng):
        drawn = (*_by_head("a").get(en.lower[k], ()), *scene.material.modifiers.get(en.lower[k], ()))
        if not drawn or not _takes_adjective(en, k):
            continue
        first = k
        while first > 0 and en.joined(first) and en.at(first - 1) not in FUNCTION and en.is_adjective(first - 1):
            first -= 1
        if first < k - 1 or (first < k and en.lower[first] in _PLAIN) or not _begins(en, first, k):
            continue
        word = rng.choice(drawn)
        if not _is_said(scene, word):
            yield scene.before("ins_adjective", first, word)


def _takes_adjective(en: Reading, k: int) -> bool:
    """Whether word k is a noun at the end of its phrase, and no part of a name or compound."""
    if en.is_name(k) or not en.is_noun(k) or is_verb(en.lower[k]):
        return False
    if en.gaps[k].endswith("-") or en.gaps[k + 1].startswith("-"):
        return False
    return not en.joined(k + 1) or en.at(k + 1) in FUNCTION or is_verb(en.at(k + 1))


def _begins(en: Reading, first: int, noun: int) -> bool:
    """Whether what stands before word `first` opens a noun phrase."""
    before = en.at(first - 1)
    if not en.joined(first) or before == "to" or (before == "of" and en.lower[noun] == "course"):
        return False
    if before == "of":
        return en.at(first - 2) not in {"kind", "sort", "type", "lot", "number"}
    opens = before in (DETERMINERS - {"all", "another"}) | PREPOSITIONS | {"and", "or"} or is_number(before)
    return opens or (is_verb(before) and en.lower[noun].endswith("s"))


def ins_adverb(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put an adverb beside a verb that it goes with, or an intensifier before an adjective."""
    en = scene.en
    for k in shuffled(range(1, len(en.words)), rng):
        drawn = _by_form().get(en.lower[k], ())
        degree = _by_head("x").get(en.lower[k], ())
        if en.is_name(k) or not en.joined(k) or en.at(k - 1).endswith("ly") or not (drawn or degree):
            continue
        before = en.at(k - 1)
        after_auxiliary = before in AUXILIARIES | {"to", "not"} and before not in {"don't", "doesn't", "didn't"}
        subject = before in PRONOUNS or en.is_name(k - 1) or before in {"who", "which", "that"} or _is_subject(scene, k)
        if (
            drawn
            and is_fitting(en.lower[k])
            and (after_auxiliary or subject)
            and before not in {"to", "him", "them", "us", "me"}
        ):
            word = rng.choice(drawn)
        elif (
            degree
            and before in {"a", "an", "is", "was", "are", "were", "be", "of", "with", "the", "been"}
            and before != "the"
        ):
            word = rng.choice(degree)
        else:
            continue
        if not _is_said(scene, word):
            yield scene.before("ins_adverb", k, word)


def is_fitting(word: str) -> bool:
    """Whether a word is a past or participle form, before which an adverb may stand."""
    return word in _by_form()


def _is_subject(scene: Scene, k: int) -> bool:
    """Whether a plain noun stands before the verb at word k."""
    before = scene.en.at(k - 1)
    is_noun = scene.en.is_noun(k - 1) and not scene.en.is_adjective(k - 1) and not is_verb(before)
    return is_noun and is_verb(scene.en.lower[k]) and before not in CONJUNCTIONS and scene.en.at(k + 1) != "by"


def _is_said(scene: Scene, word: str) -> bool:
    """Whether either side says so already."""
    return stem(word) in scene.en.stems or stem(word) in scene.matching.edition.stems or scene.matching.tells(word)


@cache
def _adverbs() -> frozenset[str]:
    kinds = ("degree", "manner", "time", "stance")
    return frozenset(one for kind in kinds for one in section("adverbs", kind)) - {"so", "only", "now", "once", "too"}


@cache
def _by_head(pos: str) -> Mapping[str, tuple[str, ...]]:
    """Modifiers by what they go with: every form of a noun, or an adjective."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, modifiers, heads in table("modifiers"):
        for head in heads.split("|") if kind == pos else ():
            for form in noun_forms(head) if pos == "a" else (head,):
                found[form] += modifiers.split("|")
    return {head: tuple(modifiers) for head, modifiers in found.items()}


@cache
def _by_form() -> Mapping[str, tuple[str, ...]]:
    """Adverbs by the past and participle forms of the verbs they go with."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, modifiers, heads in table("modifiers"):
        for head in heads.split("|") if kind == "r" else ():
            for form in set(verb_forms(head)[2:4]):
                found[form] += modifiers.split("|")
    return {form: tuple(modifiers) for form, modifiers in found.items()}
