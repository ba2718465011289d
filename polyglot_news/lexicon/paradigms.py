"""Case forms of Russian and Ukrainian names: by the end of the dictionary form, without a dictionary.

A morphological dictionary knows few names and guesses the rest; the end of a name tells its endings well enough, and a
word is looked up by cutting ending after ending from it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

LONGEST_ENDING = 6

_RU_ADJECTIVE = "ый ий ой ого ому ым им ом ая ую ою ое ые ие ых их ыми ими о его ему ем яя ей юю ею ее"
_RU_FEMININE = "ка ки ке ку кой кою ок кам ками ках"
_UK_ADJECTIVE = "ий ій ого ому им ім а ої у ою е і их ими о ього ьому я ьої ю ьою є іх іми"
_UK_FEMININE = "ка ки ці ку кою ко ок кам ками ках"

# What a dictionary form ends in, longest first, and the endings that stand in the place of it.
_RU = (
    ("анин", f"анин анина анину анином анине ане ан анам анами анах ан{_RU_FEMININE.replace(' ', ' ан')}"),
    ("янин", f"янин янина янину янином янине яне ян янам янами янах ян{_RU_FEMININE.replace(' ', ' ян')}"),
    ("чанин", "чанин чанина чанину чанином чане чан чанам чанами чанах чанка чанки чанку чанкой"),
    ("аец", "аец айца айцу айцем айце айцы айцев айцам айцами айцах"),
    ("еец", "еец ейца ейцу ейцем ейце ейцы ейцев ейцам ейцами ейцах ейка ейки ейку ейкой"),
    ("иец", "иец ийца ийцу ийцем ийце ийцы ийцев ийцам ийцами ийцах ийка ийки ийку ийкой"),
    ("оец", "оец ойца ойцу ойцем ойце ойцы ойцев ойцам ойцами ойцах"),
    ("ец", f"ец ца цу цем цом це цы цев цам цами цах {_RU_FEMININE}"),
    ("ый", _RU_ADJECTIVE), ("ий", f"{_RU_ADJECTIVE} ия ию ием ии"), ("ой", f"{_RU_ADJECTIVE} оя ою оем ое"),
    ("ая", f"{_RU_ADJECTIVE} аи аю аей".replace(" о ", " ")), ("ое", _RU_ADJECTIVE), ("ые", _RU_ADJECTIVE),
    ("ие", f"{_RU_ADJECTIVE} ия ию ием ии иям иями иях"),
    ("я", "я и ю ей ею е й ям ями ях ь ён ен"), ("а", "а ы и е у ой ою ей ею ам ами ах"),
    ("ь", "ь я ю ем ём е и ью ей ям ями ях"), ("й", "й я ю ем е и ев ям ями ях"),
    ("ы", "ы ов ам ами ах"), ("и", "и ов ам ами ах ей ям ями ях ев"), ("о", "о а у ом е ам ами ах"),
    ("е", "е я ю ем и ей ям ями ях"),
)  # fmt: skip
_RU_CONSONANT = "а у ом ем е ы и ов ев ей ам ами ах ым ой ою ых ыми"
_UK = (
    ("анин", f"анин анина анину анином анинові анині ани ан анам анами анах ан{_UK_FEMININE.replace(' ', ' ан')}"),
    ("янин", f"янин янина янину янином янинові янині яни ян янам янами янах ян{_UK_FEMININE.replace(' ', ' ян')}"),
    ("єць", "єць йця йцю йцеві йцем йці йців йцям йцями йцях йка йки йку йкою йок"),
    ("ець", f"ець ця цю цеві цем ці ців цям цями цях {_UK_FEMININE}"),
    ("ів", "ів ова ову овом ові ове ову ів ового овому овим"), ("їв", "їв єва єву євом єві єве євого"),
    ("ий", _UK_ADJECTIVE), ("ій", f"{_UK_ADJECTIVE} ія ію ієм ії ієві"), ("е", f"{_UK_ADJECTIVE} ем"),
    ("ія", "ія ії ію ією іє ій іям іями іях"), ("я", "я і ї ю ею єю є ь й ей ям ями ях"),
    ("ка", "ка ки ці ку кою ко ок кам ками ках"), ("га", "га ги зі гу гою го"), ("ха", "ха хи сі ху хою"),
    ("а", "а и і у ою о ею ам ами ах ої ій"), ("ь", "ь я ю ем єм і ей ів ям ями ях еві"), ("й", "й я ю єм ї єві їв ям ями ях"),
    ("и", "и ів ам ами ах ей"), ("і", "і их им ими ів ей ам ами ах ям ями ях"), ("ї", "ї їв ям ями ях й"),
    ("о", "о а у ом і ові ам ами ах"), ("є", "є я ю єм ї"),
)  # fmt: skip
_UK_CONSONANT = "а у ом ем ові еві і и ів ей ам ами ах им ій их ої ою е ими"
_VOWEL_PLURALS = {
    "ru": "ыиаоя",
    "uk": "иіаяо",
}  # whose genitive plural may have no ending: силы, сил; Филиппины, Филиппин
_UNCHANGED = frozenset({""})
_INDECLINABLE = frozenset("уюэеёєїіиыоая")  # last letters that no class above takes


class Stem(NamedTuple):
    """What all case forms of a word begin with, and what may follow."""

    letters: str
    endings: frozenset[str]


def paradigm(word: str, language: str) -> Stem:
    """Tell the stem and the endings of a name.

    Args:
        word: dictionary form in lower case, singular or plural.
        language: ru or uk; other words have one form.
    """
    for end, endings in _ends(language).get(word[-1:], ()):
        if word.endswith(end) and len(word) > len(end):
            return Stem(word[: -len(end)], endings)
    declined = word[-1:].isalpha() and word[-1] not in _INDECLINABLE
    return Stem(word, _consonant(language) if declined else _UNCHANGED)


@cache
def _ends(language: str) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Ends of dictionary forms by their last letters, longest first."""
    bare = _VOWEL_PLURALS.get(language, "")
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for end, endings in {"ru": _RU, "uk": _UK}.get(language, ()):
        ending_set = frozenset(endings.split()) | ({""} if end in bare else set())
        found.setdefault(end[-1], []).append((end, ending_set))
    return found


@cache
def _consonant(language: str) -> frozenset[str]:
    return frozenset({"", *{"ru": _RU_CONSONANT, "uk": _UK_CONSONANT}.get(language, "").split()})
