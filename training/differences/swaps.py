"""Putting one thing in the place of another: names, numbers, loaded words, antonyms, verbs of saying, modality."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping

from grammar import NUMBER_WORDS
from lexical import Form, as_participle, participle, phrases, places, reporting, swaps
from lists import column, section, table
from naming import Name, Named, is_time, known, names
from phrases import is_number, shuffled
from reading import Reading
from rows import Edit, Span
from scene import Scene

from polyglot_news.lexicon.similar import similar
from polyglot_news.lexicon.words import stem

_DIGITS = re.compile(r"\d{1,3}(?:[ ,]\d{3})+|\d+(?:[.,]\d+)?")
_SCALES = ("thousand", "million", "billion", "trillion")
_FIRST_YEAR, _LAST_YEAR = 1900, 2035
_ALIKE = 0.25


def swap_loaded(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put a loaded word for a neutral one, or the other way round."""
    return _swapped(scene, "swap_loaded", swaps("loaded", both_ways=True), rng)


def swap_antonym(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Say the opposite."""
    return _swapped(scene, "swap_antonym", swaps("antonyms", both_ways=False), rng)


def swap_reporting(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Let somebody claim, admit or deny what was said."""
    return _swapped(scene, "swap_reporting", reporting(), rng)


def swap_modality(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Make what may be into what will be, and plans into deeds."""
    return _swapped(scene, "swap_modality", phrases("modality"), rng)


def _swapped(scene: Scene, kind: str, listed: Mapping[str, tuple[Form, ...]], rng: random.Random) -> Iterator[Edit]:
    found = [*places(scene.en, listed)]
    rng.shuffle(found)
    for first, last, form in found:
        text = rng.choice(form.others)
        if form.pos == "v" and form.index == 2 and participle(scene.en, first):  # noqa: PLR2004
            text = as_participle(text)
        edit = narrowed(scene, kind, (first, last), text)
        if edit:
            yield edit


def narrowed(scene: Scene, kind: str, place: tuple[int, int], text: str) -> Edit | None:
    """Put `text` in the place of words first..last, leaving alone the words that both begin or end with."""
    (first, last), new = place, text.split()
    while len(new) > 1 and first < last and new[-1] == scene.en.lower[last]:
        new, last = new[:-1], last - 1
    while len(new) > 1 and first < last and new[0] == scene.en.lower[first]:
        new, first = new[1:], first + 1
    if len(new) > 1 and first == last and stem(new[-1]) == scene.en.stems[first]:
        return scene.before(kind, first, " ".join(new[:-1]))
    lost = scene.matching.any(first, last)
    if not lost or not _is_told(scene, lost, scene.en.of(first, last), " ".join(new)):
        return None
    return scene.swapped(kind, (first, last), " ".join(new), lost)


def _is_told(scene: Scene, lost: Span, old: str, new: str) -> bool:
    """Whether the translation says the old and not the new."""
    said = {stem(word) for word in scene.pair.mt[slice(*lost)].split()}
    before, after = ({stem(word) for word in text.split()} for text in (old, new))
    likes = {other for one in before for other, share in similar(one).items() if share >= _ALIKE}
    others = {other for one in after - before for other, share in similar(one).items() if share >= _ALIKE}
    return bool(said & (before | likes)) and not said & (after - before) and not (said - before) & others


def swap_name(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put another name of the same kind."""
    found = names(scene.en)
    rng.shuffle(found)
    for one in found:
        new = _other_name(scene, one, rng)
        lost = scene.matching.any(one.first, one.last)
        if new and lost and _is_sure(scene, one, lost):
            yield scene.swapped("swap_name", (one.first, one.last), new + (one.ending and "'s"), lost)


def swap_speaker(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put a quotation or a statement into another mouth."""
    said = re.compile(r"\b(?:said|says|stated|told|noted|added|reports?|reported|according to|writes|wrote|announced)$")
    for one in names(scene.en):
        before = scene.en.text[: scene.en.words[one.first].start].rstrip()
        after = scene.en.text[scene.en.words[one.last].end :].lstrip()
        says = re.match(r"(?:said|says|stated|told|noted|added|reported|writes|wrote|announced)\b", after)
        if one.kind not in {Named.PERSON, Named.SURNAME} or not (says or said.search(before.lower())):
            continue
        new, lost = _other_name(scene, one, rng), scene.matching.any(one.first, one.last)
        if new and lost and _is_sure(scene, one, lost):
            yield scene.swapped("swap_speaker", (one.first, one.last), new, lost)


def _other_name(scene: Scene, one: Name, rng: random.Random) -> str | None:
    drawn = scene.material.names.get(one.kind, ())
    plural = one.text.endswith("s") and one.kind == Named.NATION
    match one.kind:
        case Named.COUNTRY:
            takes_article = scene.en.at(one.first - 1) == "the"
            drawn = tuple(
                row[0].removeprefix("the ") for row in table("nations") if row[0].startswith("the ") == takes_article
            )
        case Named.NATION:
            drawn = tuple(row[2 if plural else 1] for row in table("nations"))
        case Named.CITY:
            drawn = drawn or column("cities")
        case Named.ORGANISATION:
            takes_article = scene.en.at(one.first - 1) == "the"
            drawn = (
                section("people", known()[one.text])
                if one.text in known()
                else tuple(name for name in drawn if takes_article and " " in name)
            )
        case Named.PERSON | Named.SURNAME:
            drawn = tuple(name for name in drawn if name.count(" ") == one.text.count(" "))
    for _ in range(4 if drawn else 0):
        new = rng.choice(drawn)
        if new not in scene.pair.en and new not in scene.pair.mt and new[:4] != one.text[:4]:
            return new
    return None


def _is_sure(scene: Scene, one: Name, lost: Span) -> bool:
    """Whether what answers a name begins like one."""
    said = scene.pair.mt[slice(*lost)]
    return said[:1].isupper() and (one.kind != Named.PERSON or " " in said)


def swap_number(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Change a value, its order of magnitude, a year or a percentage."""
    en = scene.en
    for k in shuffled(range(len(en.words)), rng):
        word = en.lower[k]
        if word[0].isdigit() and not _stands_alone(en, k):
            continue
        if word in {*_SCALES, *(f"{one}s" for one in _SCALES)}:
            new = rng.choice([one for one in _SCALES if one != word.rstrip("s")]) + ("s" if word.endswith("s") else "")
        elif word[0].isdigit() and _DIGITS.fullmatch(en.words[k].text):
            new = _other_number(en, k, rng)
        elif word in NUMBER_WORDS and word != "one":
            new = _other_spelled(word, rng)
        else:
            continue
        if new.isdigit() and 2 <= int(new) <= 11 and en.joined(k + 1) and rng.random() < 0.2:  # noqa: PLR2004
            new = NUMBER_WORDS[int(new) - 2]
        lost = _told_number(scene, k)
        if lost and value(new) != value(word) and new not in en.lower and new not in scene.matching.edition.lower:
            yield scene.swapped("swap_number", (k, k), new, lost)


def del_number(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out how many: the number, and "about" or "more than" before it."""
    en = scene.en
    for k in shuffled(range(1, len(en.words) - 1), rng):
        if not is_number(en.lower[k]) or is_number(en.at(k - 1)) or not en.joined(k) or en.gaps[k + 1].strip():
            continue
        last = k + (en.at(k + 1) in _SCALES)
        first = _with_about(en, k)
        noun = en.at(last + 1)
        if not en.joined(last + 1) or not noun.endswith("s") or not en.is_noun(last + 1) or is_number(noun):
            continue
        if noun in {"years", "days", "weeks", "months", "hours", "minutes", "kilometers", "times", "degrees", "dollars",
                    "rubles", "euros", "percent", "hryvnias", "tons", "tonnes", "points", "goals"}:  # fmt: skip
            continue
        if noun.endswith(("meters", "metres", "grams", "liters", "litres", "year-olds", "seconds")):
            continue
        lost = _told_number(scene, k)
        if lost and last > k:
            lost = scene.matching.any(k, last)
        if lost:
            yield scene.removed("del_number", (first, last), _with_about_told(scene, lost))


def _with_about(en: Reading, k: int) -> int:
    for phrase in (
        "more than",
        "less than",
        "at least",
        "about",
        "around",
        "over",
        "nearly",
        "almost",
        "approximately",
        "some",
    ):
        n = phrase.count(" ") + 1
        if " ".join(en.lower[max(0, k - n) : k]) == phrase and all(en.joined(one) for one in range(k - n + 1, k + 1)):
            return k - n
    return k


def _with_about_told(scene: Scene, lost: Span) -> Span:
    edition = scene.matching.edition
    k = next(j for j, word in enumerate(edition.words) if word.start >= lost[0])
    return edition.words[_with_about(edition, k)].start, lost[1]


def _told_number(scene: Scene, k: int) -> Span | None:
    """The same number in the translation, in digits or spelled."""
    if k in scene.matching.forth:
        lost = scene.matching.one(k)
        said = scene.pair.mt[slice(*lost)].lower() if lost else ""
        return lost if value(said) == value(scene.en.lower[k]) else None
    edition = scene.matching.edition
    same = [j for j, word in enumerate(edition.lower) if value(word) and value(word) == value(scene.en.lower[k])]
    if len(same) != 1 or sum(value(word) == value(scene.en.lower[k]) for word in scene.en.lower) > 1:
        return None
    return edition.words[same[0]].start, edition.words[same[0]].end


def value(word: str) -> str:
    """What a number says, however it is written; "" for other words."""
    if word in NUMBER_WORDS:
        small = ["one", *NUMBER_WORDS[:11]]
        return str(small.index(word) + 1) if word in small else word
    if word.rstrip("s") in _SCALES:
        return word.rstrip("s")
    return re.sub(r"[ ,\u00a0](?=\d{3})", "", word).replace(",", ".") if word[:1].isdigit() else ""


def _other_spelled(word: str, rng: random.Random) -> str:
    if word in {"dozen", "hundred"}:
        return "hundred" if word == "dozen" else "dozen"
    k = NUMBER_WORDS.index(word)
    near = [
        one for one in NUMBER_WORDS[max(0, k - 3) : k + 4] if one not in {word, "one", "hundred", "dozen", *_SCALES}
    ]
    return rng.choice(near)


def _stands_alone(en: Reading, k: int) -> bool:
    """Whether a number is no part of B6, 1990s, 2015-2016, 18:30."""
    before, after = en.gaps[k][-1:], en.gaps[k + 1][:1]
    return (k == 0 or before.isspace() or before in set('$€£(+#№"“')) and not (
        after in set("-–:/") or (k + 1 < len(en.words) and not after)
    )


def _other_number(en: Reading, k: int, rng: random.Random) -> str:
    """Another number that looks like this one and is as possible."""
    text = en.words[k].text
    most = 28 if is_time(en.at(k - 1)) or is_time(en.at(k + 1)) else 0
    most = most or (12 if en.at(k + 1) in {"am", "pm", "a.m", "p.m", "o'clock"} else 0)
    most = most or (99 if en.gaps[k + 1].lstrip().startswith("%") or en.at(k + 1) in {"percent", "per"} else 0)
    if most and text.isdigit() and int(text) <= 100:  # noqa: PLR2004
        return str(rng.choice([one for one in range(1, most + 1) if one != int(text)]))
    plain = text.replace(",", "").replace(" ", "") if re.search(r"[ ,]\d{3}", text) else text
    if plain.isdigit() and len(plain) == 4 and _FIRST_YEAR < int(plain) < _LAST_YEAR:  # noqa: PLR2004
        return str(int(plain) + rng.choice((-20, -10, -5, -3, -2, -1, 1, 2, 3, 5)))
    if not plain.isdigit():
        whole, mark, part = re.split(r"([.,])", text, maxsplit=1)
        changed = str(max(0, int(whole) + rng.choice((-2, -1, 1, 2, 3, 10))))
        return (
            changed + mark + part
            if rng.random() < 0.7  # noqa: PLR2004
            else f"{whole}{mark}{(int(part[0]) + rng.randint(1, 8)) % 10}{part[1:]}"
        )
    number = int(plain)
    match rng.randrange(4):
        case 0:
            number = number * 10 if number < 10**7 else number // 10
        case 1:
            number *= 3
        case 2:
            number = max(2, number // 2)
        case _:
            number += rng.randint(1, max(2, min(9, number))) * 10 ** max(0, len(plain) - len(plain.rstrip("0")))
    return f"{number:,}" if "," in text else str(number)
