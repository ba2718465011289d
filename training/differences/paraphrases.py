"""Other words for the same: what must not be flagged."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache

from grammar import AUXILIARIES, FUNCTION, NUMBER_WORDS
from inflection import cased
from lexical import as_participle, participle, places, swaps
from lists import table, word_set
from naming import Named, names
from rows import Edit
from scene import Scene

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES = (
    (re.compile(rf"\b({_MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? \d{{4}})(?![\d:–-])"), (r"\2 \1", r"\1 \2")),
    (re.compile(rf"\b(\d{{1,2}}) ({_MONTHS})\b"), (r"\2 \1",)),
    (re.compile(rf"\b({_MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?, (\d{{4}})\b"), (r"\2 \1 \3",)),
)
_PERCENT = re.compile(r"(?<=\d)( ?%| percent\b| per cent\b)")
_SPEAKERS = r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}|the [a-z]+(?: [a-z]+)?|he|she)"
_SAID = r"(said|says|noted|added|reported|explained|stressed|emphasized|reports|writes|wrote)"
_SPEAKER_SAID = re.compile(rf"(?<=[,\"”] )({_SPEAKERS}) {_SAID}(?=[.])")
_SAID_SPEAKER = re.compile(rf"(?<=[,\"”] ){_SAID} ({_SPEAKERS})(?=[.])")
_LEADING = re.compile(
    r"((?:On|In|At) (?:[A-Z][a-z]+day(?: [a-z]+)?|[A-Z][a-z]+ \d{1,2}|\d{4}|[A-Z][a-z]+(?: \d{4})?)|"
    r"Yesterday|Today|Last (?:week|year|month)), "
)
_ACCORDING = re.compile(r"(According to [^,.]{4,60}), ")
_ARTICLES = re.compile(r"\bthe (?=(?:President|Ministry|Government|Parliament|USA?|U\.S\.|EU|UN)\b)")
_ROLES = word_set("president minister chancellor governor mayor director senator ambassador singer actor coach general")
_THOUSANDS = re.compile(r"\b(\d{1,3}),?000\b(?!,)|\b(\d{1,3}) thousand\b")


def contraction(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Do not, don't."""
    for full, short in table("contractions"):
        for one, other in ((full, short), (short, full)):
            for match in _finder(one).finditer(scene.en.text):
                following = scene.en.text[match.end() : match.end() + 1]
                if following.isspace() and not (one == "that is" and rng.random() < 0.5):  # noqa: PLR2004
                    yield _said(match, cased(other, match[0]))


def percent(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Percent, per cent, %."""
    for match in _PERCENT.finditer(scene.en.text):
        others = [one for one in ("%", " percent", " per cent", " %") if one != match[0]]
        yield _said(match, rng.choice(others[:3]))


def number(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Three, 3; 16 thousand, 16,000."""
    del rng
    en = scene.en
    small = NUMBER_WORDS[:11]
    for k in range(1, len(en.words)):
        word = en.lower[k]
        alone = en.joined(k) and en.gaps[k + 1][:1] not in {"-", "%", ":", "/", "–"} and en.gaps[k + 1][:2] != ".0"
        if alone and word in small and en.words[k].text.islower():
            yield Edit("number", en.words[k].start, en.words[k].end, str(small.index(word) + 2))
        elif alone and word.isdigit() and 2 <= int(word) <= 10 and en.joined(k + 1) and en.at(k + 1).endswith("s"):  # noqa: PLR2004
            yield Edit("number", en.words[k].start, en.words[k].end, small[int(word) - 2])
    for match in _THOUSANDS.finditer(en.text):
        yield _said(match, f"{match[1]} thousand" if match[1] else f"{match[2]},000")


def date(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """July 26, 26 July."""
    for pattern, shapes in _DATES:
        for match in pattern.finditer(scene.en.text):
            text = match.expand(rng.choice(shapes))
            if text != match[0]:
                yield _said(match, text)


def speaker_order(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Said X, X said."""
    del rng
    for match in _SPEAKER_SAID.finditer(scene.en.text):
        if match[1] not in {"he", "she"}:
            yield _said(match, f"{match[2]} {match[1]}")
    for match in _SAID_SPEAKER.finditer(scene.en.text):
        yield _said(match, f"{match[2]} {match[1]}")


def synonym(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Other neutral words."""
    found = [*places(scene.en, swaps("synonyms", both_ways=False))]
    rng.shuffle(found)
    for first, last, form in found:
        text = rng.choice(form.others)
        if form.pos == "v" and form.index == 2 and participle(scene.en, first):  # noqa: PLR2004
            text = as_participle(text)
        if (
            form.pos == "v"
            and " " in text
            and (participle(scene.en, first) or text.endswith((" to", " out", " on", " up")))
        ):
            continue  # "was taken place", "was gone on"
        if text.lower() not in scene.en.text.lower():
            yield _quiet(scene.swapped("synonym", (first, last), text, None))


def spelling(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """British and American."""
    del rng
    spelled = _spellings()
    for word in scene.en.words:
        other = spelled.get(word.text.lower())
        if other:
            yield Edit("spelling", word.start, word.end, cased(other, word.text))


def short_name(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Only the surname, where the full name stands before."""
    del rng
    seen: set[str] = set()
    for one in names(scene.en):
        surname = one.text.split()[-1]
        if one.kind == Named.PERSON and surname in seen and " " in one.text:
            start = scene.en.words[one.first].start
            yield Edit("short_name", start, scene.en.words[one.last].end, surname + one.ending)
        seen.add(surname if one.kind == Named.PERSON else "")


def generic(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """The president, the country, the city, for a name that stands before."""
    del rng
    en = scene.en
    titles: dict[str, str] = {}
    places_named: list[str] = []
    for one in names(en):
        before = en.at(one.first - 1)
        place = en.words[one.first].start, en.words[one.last].end
        if one.kind == Named.PERSON and before in _ROLES and en.joined(one.first):
            titles[one.text.split()[-1]] = before
        elif one.kind == Named.SURNAME and one.text in titles and list(titles.values()).count(titles[one.text]) == 1:
            title = f"the {titles[one.text]}{one.ending}"
            yield Edit("generic", *place, cased(title, "A" if en.opens(one.first) else "a"))
        elif one.kind in {Named.COUNTRY, Named.CITY}:
            noun = "country" if one.kind == Named.COUNTRY else "city"
            only = {text for text in places_named if _places_kind(text) == noun} == {one.text}
            free = before in {"in", "to", "from", "of", "near", "across"} and not en.is_name(one.last + 1)
            if only and free:
                yield Edit("generic", *place, f"the {noun}{one.ending}")
            places_named.append(one.text)


def _places_kind(text: str) -> str:
    return "country" if text in {row[0].removeprefix("the ") for row in table("nations")} else "city"


def nation(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Russia's army, the Russian army, the army of Russia."""
    en = scene.en
    adjectives = {row[0].removeprefix("the "): row[1] for row in table("nations")}
    for one in names(en):
        if one.kind != Named.COUNTRY or not one.ending or not en.joined(one.last + 1) or en.at(one.first - 1) == "the":
            continue
        free = not en.joined(one.first) or en.at(one.first - 1) in FUNCTION
        if free and one.text in adjectives and en.words[one.last + 1].text.islower() and not en.opens(one.first):
            place = en.words[one.first].start, en.words[one.last].end
            yield Edit("nation", *place, f"the {adjectives[one.text]}")
        elif free and en.is_noun(one.last + 1) and en.at(one.last + 2) in FUNCTION - AUXILIARIES and rng.random() < 0.5:  # noqa: PLR2004
            noun = en.words[one.last + 1]
            text = cased(f"the {noun.text} of {one.text}", "A" if en.opens(one.first) else "a")
            yield Edit("nation", en.words[one.first].start, noun.end, text)


def articles(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Leave an article out or put one in, where both are said."""
    del rng
    for match in _ARTICLES.finditer(scene.en.text):
        if match.start() > 0:
            yield _said(match, "")
    en = scene.en
    for k in range(1, len(en.words) - 1):
        if (
            en.at(k) == "the"
            and en.at(k - 1) in {"of", "in", "for"}
            and en.at(k + 1).endswith("s")
            and en.joined(k + 1)
        ):
            plain = en.words[k + 1].text.islower() and not en.is_adjective(k + 1)
            if plain and en.at(k + 2) != "of":
                yield Edit("articles", en.words[k].start, en.words[k + 1].start, "")


def moved_adverbial(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """On Tuesday, he arrived; he arrived on Tuesday."""
    del rng
    en = scene.en
    for start, end in en.sentences:
        match = _LEADING.match(en.text, start)
        rest = en.text[match.end() : end] if match else ""
        if match and rest.endswith(".") and "," not in rest and '"' not in rest and rest.count(" ") < 14:  # noqa: PLR2004
            phrase = match[1][0].lower() + match[1][1:]
            yield Edit("moved_adverbial", start, end, f"{cased(rest[:-1], 'A')} {phrase}.")


def moved_attribution(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """According to X, Y; Y, according to X."""
    del rng
    en = scene.en
    for start, end in en.sentences:
        match = _ACCORDING.match(en.text, start)
        rest = en.text[match.end() : end] if match else ""
        if match and rest.endswith(".") and '"' not in rest:
            phrase = match[1][0].lower() + match[1][1:]
            yield Edit("moved_attribution", start, end, f"{cased(rest[:-1], 'A')}, {phrase}.")


def _quiet(edit: Edit) -> Edit:
    """The same edit, telling nothing new."""
    return Edit(edit.kind, edit.start, edit.end, edit.text)


def _said(match: re.Match[str], text: str) -> Edit:
    return Edit("said", match.start(), match.end(), text)


@cache
def _finder(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(text).replace(chr(39), '[’' + chr(39) + ']')}\b", re.IGNORECASE)


@cache
def _spellings() -> dict[str, str]:
    return {a: b for left, right in table("spellings") if " " not in left for a, b in ((left, right), (right, left))}
