"""English forms: verbs, plurals, articles. Rules first, then what does not follow them."""

from __future__ import annotations

import re
from functools import cache

from lists import table

_DOUBLES = re.compile(
    r"^(?:plan|stop|drop|ban|slam|rob|admit|commit|permit|submit|quit|cut|put|set|hit|get|let|win|run|beg|mob|transfer|refer|occur|prefer|compel|repel|expel|rebel|spot|cancel|travel|label|signal|regret|grab|shut|split|forget|begin|deter|strip|ship|step|swap|tap|trap|chat|chop|hug|jog|skip|slip|snap|trim|wrap)$"
)
_IRREGULAR_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "life": "lives",
    "wife": "wives", "crisis": "crises", "analysis": "analyses", "media": "media", "aircraft": "aircraft",
    "serviceman": "servicemen", "businessman": "businessmen", "spokesman": "spokesmen", "aid": "aid", "means": "means",
    "personnel": "personnel", "staff": "staff", "help": "help", "assistance": "assistance", "money": "money",
    "propaganda": "propaganda", "disinformation": "disinformation", "talks": "talks", "thief": "thieves",
    "funds": "funds", "troops": "troops", "forces": "forces", "chairman": "chairmen", "village": "villages",
}  # fmt: skip
_SOUNDS_AS_CONSONANT = ("uni", "use", "usu", "euro", "one", "once", "ukr", "ut", "u.s", "u.k", "uk")
_SOUNDS_AS_VOWEL = ("hour", "honest", "honour", "honor", "heir", "8", "11", "18", "fbi", "mp", "sbu", "fsb")


@cache
def verb_forms(phrase: str) -> tuple[str, ...]:
    """Inflect the first word of a verb or verb phrase: base, third person, past, participle, -ing."""
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = _irregular().get(verb) or (_past(verb), _past(verb))
    return tuple(form + tail for form in (verb, _third(verb), past, participle, _ing(verb)))


@cache
def noun_forms(phrase: str) -> tuple[str, ...]:
    """Singular and plural of a noun or noun phrase (the last word is inflected)."""
    head, _, noun = phrase.rpartition(" ")
    plural = _IRREGULAR_PLURALS.get(noun) or (noun if noun.endswith("s") and not noun.endswith("ss") else _third(noun))
    return (phrase, f"{head} {plural}" if head else plural)


def article(following: str) -> str:
    """Return the indefinite article for what follows."""
    word = following.lstrip("\"'“‘(«").lower()
    if word.startswith(_SOUNDS_AS_VOWEL) or (following[:2].isupper() and word[:1] in "fhlmnrsx"):
        return "an"
    return "an" if word[:1] in "aeiou" and word[:1] and not word.startswith(_SOUNDS_AS_CONSONANT) else "a"


def cased(text: str, like: str) -> str:
    """Give `text` the capital that `like` has."""
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {base: (past, participle) for base, past, participle in table("irregular")}


def _third(word: str) -> str:
    if word in {"be", "have", "do", "go"}:
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _DOUBLES.match(verb) else "") + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _DOUBLES.match(verb) else "") + "ing"
