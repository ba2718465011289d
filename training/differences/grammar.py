"""The closed classes of English words, as far as editing needs them."""

from __future__ import annotations

from lists import word_set

DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some any no every each all both another such"
)
PREPOSITIONS = word_set(
    "of in on at by with from for to about against between into during after before under over through without "
    "within near among across behind despite since until towards toward amid around beyond outside inside "
    "throughout along via per regarding concerning due because"
)
CONJUNCTIONS = word_set("and or but nor because although while when where which who whom whose that if as than so")
AUXILIARIES = word_set(
    "is are was were be been being am has have had having do does did will would shall should can could may might "
    "must cannot isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't don't doesn't didn't can't "
    "couldn't"
)
PRONOUNS = word_set("he she it they we i you who him them us me himself herself itself themselves there what")
_LITTLE = word_set("not also very more most so too up out off down over just s t re ve ll d m")
FUNCTION = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | _LITTLE
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen one"
)
NUMBER_WORDS = tuple(_NUMBERS.split())
