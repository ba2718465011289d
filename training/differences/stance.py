"""Negation and hedges, put in or taken out grammatically."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from grammar import AUXILIARIES, DETERMINERS, FUNCTION, PRONOUNS
from inflection import verb_forms
from lexical import is_verb, phrases, places, verbs
from lists import section, table, word_set
from phrases import is_number, shuffled
from rows import Edit, Span
from scene import Scene
from swaps import narrowed

_NEGATABLE = word_set("is are was were will would can could should has have had must")
_SHORT = {"will": "won't", "can": "can't", "must": "must not"}
_NOT = word_set("not no never cannot without neither nor nobody nothing")
_NOT_AFTER = PRONOUNS | word_set(
    "already still less more almost only just even merely also no not never nothing nobody any"
)
_BEFORE_NUMBERS = word_set("of killed with from are were is was by to for and has have had")
_POSITIVE = {"won't": "will", "can't": "can", "cannot": "can"}


def ins_negation(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Say that it was not so: "is not", "cannot", "did not sign"."""
    en = scene.en
    for k in shuffled(range(1, len(en.words) - 1), rng):
        word = en.lower[k]
        if _is_negative_near(scene, k) or not (en.joined(k + 1) or word in verbs()):
            continue
        if (
            word in _NEGATABLE
            and en.at(k + 1) not in _NOT_AFTER | DETERMINERS - {"a", "the"}
            and _is_auxiliary(scene, k)
        ):
            yield _not_after(scene, k, rng)
        elif word in verbs() and _is_past_after_subject(scene, k):
            base, index = verbs()[word]
            does = "does" if index == 1 else "did"
            start, end = en.words[k].start, en.words[k].end
            text = f"{does}n't {base}" if rng.random() < 0.3 else f"{does} not {base}"  # noqa: PLR2004
            yield Edit("ins_negation", start, end, text, ((0, len(text) - len(base) - 1),))


def _not_after(scene: Scene, k: int, rng: random.Random) -> Edit:
    word, place = scene.en.words[k].text, scene.en.words[k]
    if word.lower() == "can" or rng.random() < 0.3:  # noqa: PLR2004
        text = _SHORT.get(word.lower(), word + "n't")
        text = "cannot" if word.lower() == "can" and rng.random() < 0.7 else text  # noqa: PLR2004
        if " " not in text:
            return Edit("ins_negation", place.start, place.end, text, ((0, len(text)),))
    return (
        scene.after("ins_negation", k, " not")
        if word != "can"
        else scene.swapped("ins_negation", (k, k), "cannot", None)
    )


def _is_auxiliary(scene: Scene, k: int) -> bool:
    """Whether a subject stands before, and not a question or a tag."""
    before = scene.en.at(k - 1)
    if scene.en.lower[k] in {"has", "have", "had", "must", "would"}:
        following = scene.en.at(k + 1)
        if following == "to" or not (
            following.endswith(("ed", "en")) or following in {"been", "had", "be"} or following in verbs()
        ):
            return False
    return scene.en.joined(k) and (
        before not in FUNCTION or before in PRONOUNS | {"that", "which", "who", "this", "it"}
    )


def _is_past_after_subject(scene: Scene, k: int) -> bool:
    """Whether word k is a finite verb after its subject: a pronoun or a name, and an object after it."""
    en = scene.en
    base, index = verbs()[en.lower[k]]
    if not en.joined(k) or index not in {1, 2} or base in {"need", "say", "let", "put", "set", "cut"} or en.is_name(k):
        return False
    before = en.at(k - 1)
    subject = before in {"he", "she", "it", "they", "we", "i", "who"} or (
        en.is_name(k - 1) and en.at(k - 2) not in {"and", "by", "of"}
    )
    if index == 1 and not (subject and is_verb(en.lower[k])):
        return False
    objects = en.at(k + 1) in (DETERMINERS | PRONOUNS) | {"that", "to", "about", "him", "her"} or is_number(
        en.at(k + 1)
    )
    return subject and (objects or before in PRONOUNS) and en.at(k + 1) not in _NOT_AFTER


def _is_negative_near(scene: Scene, k: int) -> bool:
    near = (scene.en.at(one) for one in range(k - 2, k + 4))
    return any(one in _NOT or one.endswith("n't") for one in near)


def del_negation(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Say that it was so."""
    en = scene.en
    for k in shuffled(range(len(en.words)), rng):
        word = en.lower[k]
        lost = _told_negation(scene, k) if word in {"not", "cannot", "no"} or word.endswith("n't") else None
        if lost is None or en.at(k + 1) in {
            "only",
            "just",
            "even",
            "yet",
            "any",
            "anymore",
            "either",
            "more",
            "less",
            "longer",
        }:
            continue
        if word == "not" and en.at(k - 1) in {"do", "does", "did"} and en.joined(k):
            yield from _without_do(scene, (k - 1, k), en.at(k - 1), lost)
        elif word in {"don't", "doesn't", "didn't"}:
            yield from _without_do(scene, (k, k), word[:-3], lost)
        elif word == "not" and en.at(k - 1) in AUXILIARIES and en.joined(k):
            yield scene.removed("del_negation", (k, k), lost)
        elif (word == "cannot" or word.endswith("n't")) and word[:-3] in AUXILIARIES | {"ca", "wo", "can"}:
            text = _POSITIVE.get(word, word[:-3])
            yield Edit("del_negation", en.words[k].start, en.words[k].end, _like(text, en.words[k].text), (), (lost,))
        elif word == "no" and en.joined(k + 1) and en.is_noun(k + 1) and en.at(k + 1).endswith("s") and en.joined(k):
            yield scene.removed("del_negation", (k, k), lost)


def _like(text: str, old: str) -> str:
    return text.capitalize() if old[0].isupper() else text


def _without_do(scene: Scene, place: tuple[int, int], does: str, lost: Span) -> Iterator[Edit]:
    en, (first, last) = scene.en, place
    verb = en.at(last + 1)
    subject = en.at(first - 1)
    if (
        en.opens(first)
        or not en.joined(last + 1)
        or verb in FUNCTION - {"have"}
        or not verb.isalpha()
        or verb.endswith("ly")
    ):
        return
    if subject in FUNCTION - PRONOUNS and subject not in {"and", "but", "that", "which", "who"}:
        return
    index = {"do": 0, "does": 1, "did": 2}[does]
    text = "had" if verb == "have" and index == 2 else verb_forms(verb)[index]  # noqa: PLR2004
    yield Edit("del_negation", en.words[first].start, en.words[last + 1].end, text, (), (lost,))


def _told_negation(scene: Scene, k: int) -> Span | None:
    """The one negation of the translation that stands where word k expects it."""
    edition = scene.matching.edition
    spots = [j for j, word in enumerate(edition.lower) if word in _NOT or word.endswith("n't")]
    following = next((n for n in range(k + 1, k + 5) if n in scene.matching.forth), None)
    if following is None:
        return None
    place = scene.matching.forth[following]
    near = [j for j in spots if -4 <= j - place <= 1]  # noqa: PLR2004
    return (edition.words[near[0]].start, edition.words[near[0]].end) if len(near) == 1 else None


def swap_negation(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put "able" for "unable", "with" for "without", "failed to" for "managed to"."""
    found = [*places(scene.en, phrases("negations"))]
    rng.shuffle(found)
    for first, last, form in found:
        edit = narrowed(scene, "swap_negation", (first, last), rng.choice(form.others))
        if edit and scene.en.at(first - 1) not in _NOT:
            yield edit


def ins_hedge(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Cast doubt, or take it away: "reportedly", "the alleged", "nearly 100"."""
    en = scene.en
    for k in shuffled(range(1, len(en.words)), rng):
        kind = _doubted(scene, k) if en.joined(k) else ""
        if kind:
            word = rng.choice(section("hedges", kind))
            if word not in en.lower and not scene.matching.tells(word) and word not in scene.pair.mt:
                yield scene.before("ins_hedge", k, word)


def _doubted(scene: Scene, k: int) -> str:
    """What sort of hedge may stand before word k, "" for none."""
    en, before, word = scene.en, scene.en.at(k - 1), scene.en.words[k].text
    if is_number(en.lower[k]):
        is_year = word.isdigit() and len(word) == 4  # noqa: PLR2004
        return "number" if before in _BEFORE_NUMBERS and word.lower() != "one" and not is_year else ""
    if {before, en.at(k - 2)} & {"i", "we", "you"}:
        return ""
    follows = before in AUXILIARIES - {"do", "does", "did", "having", "being"}
    if (follows and (en.lower[k] in verbs() or en.lower[k].endswith("ed"))) or (
        en.lower[k] in verbs() and _is_past_after_subject(scene, k)
    ):
        return "verb"
    opens = before in {"the", "a", "an", "this", "his", "their", "its"}
    return "noun" if opens and word.islower() and _is_doubtful(scene, k) else ""


def _is_doubtful(scene: Scene, k: int) -> bool:
    """Whether word k is a noun of which one may doubt that it is one."""
    return scene.en.lower[k] in _heads() and (not scene.en.joined(k + 1) or scene.en.at(k + 1) in FUNCTION)


def del_hedge(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take a hedge out."""
    en = scene.en
    hedges = {*section("hedges", "verb"), *section("hedges", "noun"), *section("hedges", "number")}
    for k in shuffled(range(1, len(en.words) - 1), rng):
        for last in (k + 1, k):
            if en.of(k, min(last, len(en.words) - 1)).lower() not in hedges or not en.joined(last + 1):
                continue
            if en.lower[k] in {"about", "some", "around", "only", "up"} and not is_number(en.at(last + 1)):
                continue
            if en.lower[k] in {"likely", "apparent", "real"} and en.at(last + 1) == "to":
                continue
            lost = scene.matching.any(k, last)
            if lost and (en.joined(k) or en.opens(k)):
                yield scene.removed("del_hedge", (k, last), lost)


@cache
def _heads() -> frozenset[str]:
    return frozenset(head for row in table("loaded") if row[0] == "n" for cell in row[1:] for head in cell.split("|"))
