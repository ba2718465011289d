"""Putting in what the translation does not tell: sentences, clauses, asides, phrases, attributions, times, places."""

from __future__ import annotations

import random
from collections.abc import Iterator

from grammar import CONJUNCTIONS, FUNCTION, PREPOSITIONS
from inflection import cased
from lists import column, section, word_set
from naming import Named, names
from phrases import shuffled
from reading import Reading
from rows import Edit
from scene import Scene, ends_of_sentences

_SAYS = word_set("said told stated announced reported noted added explained")
_LEAST_ROOM_CHARS = 120
_REPORTED = ("said", "reported", "said in a statement", "wrote", "noted", "announced", "confirmed")


def ins_sentence(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put in a sentence, of this document or another one."""
    text = scene.material.sentence(scene.pair, rng)
    if not text or len(text) > max(_LEAST_ROOM_CHARS, 1.5 * len(scene.en.text)) or scene.matching.repeats(text):
        return
    if '"' not in text and "“" not in text and text[-1] == "." and rng.random() < 0.15:  # noqa: PLR2004
        text = f'"{text[:-1]}," {rng.choice(("he", "she"))} {rng.choice(("added", "said", "noted", "stressed"))}.'
    yield from _sentence(scene, text, rng)


def _sentence(scene: Scene, text: str, rng: random.Random) -> Iterator[Edit]:
    en = scene.en
    for s in shuffled(range(len(en.sentences) + 1), rng):
        if s == len(en.sentences):
            end = len(en.text.rstrip())
            if en.text[:end].endswith((".", "!", "?", '."', ".”", '!"', '?"')):
                yield Edit("ins_sentence", end, end, " " + text, ((1, len(text) + 1),))
        elif s == 0 or not en.in_quotes(en.runs[min(s, len(en.runs) - 1)][0]):
            start = en.sentences[s][0]
            yield Edit("ins_sentence", start, start, text + " ", ((0, len(text)),))


def ins_clause(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put a clause of another sentence at the end of one."""
    for k in shuffled(ends_of_sentences(scene.en), rng):
        text = scene.material.clause(scene.pair, rng)
        if text is None:
            continue
        if scene.matching.repeats(text) or (text.startswith(("who", "whose")) and not scene.en.is_name(k)):
            continue
        if text.startswith(("where", "who")) and scene.en.at(k - 1) in FUNCTION - PREPOSITIONS:
            continue
        yield scene.after("ins_clause", k, f", {text}")


def ins_aside(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Say more of a name: an apposition, a clause or a parenthesis after it."""
    en = scene.en
    found = [one for one in names(en) if not one.ending and not en.in_quotes(one.first)]
    rng.shuffle(found)
    for one in found:
        kind = {Named.SURNAME: Named.PERSON}.get(one.kind, one.kind)
        told = section("appositions", kind)
        following = en.at(one.last + 1)
        listed = (
            en.gaps[one.last + 1].strip() in {",", ";"}
            or en.gaps[one.first].strip() == ","
            or following in {"and", "or"}
        )
        if not told or listed or not en.joined(one.last + 1) or en.is_name(one.last + 1):
            continue
        if en.at(one.first - 1) in {"and", "or"} or (following in {"of", "for", "to"} and kind != Named.CITY):
            continue
        if following not in FUNCTION and not following.endswith(("ed", "s", "ly")) and following not in _SAYS:
            continue
        text = rng.choice(told)
        aside = f" ({text})" if rng.random() < 0.2 and not text.startswith("wh") else f", {text},"  # noqa: PLR2004
        yield scene.after("ins_aside", one.last, aside)


def ins_parenthesis(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put a parenthesis of another paragraph at the end of a phrase."""
    text = scene.material.drawn(scene.material.asides, scene.pair, rng)
    for k in shuffled(range(2, len(scene.en.words)), rng):
        ends = scene.en.gaps[k + 1].strip() in {".", ","} and scene.en.lower[k] not in FUNCTION
        if text and ends and scene.en.is_noun(k) and not scene.en.in_quotes(k):
            yield scene.after("ins_aside", k, f" ({text})")


def ins_phrase(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Put a prepositional phrase at the end of a sentence or clause."""
    for k in _ends_of_clauses(scene.en, rng):
        own = scene.material.drawn(scene.material.phrases, scene.pair, rng)
        text = own if own and rng.random() < 0.25 else rng.choice(column("phrases"))  # noqa: PLR2004
        if not scene.matching.tells(text):
            yield scene.after("ins_phrase", k, f" {text}")


def _ends_of_clauses(en: Reading, rng: random.Random) -> list[int]:
    """Words before a full stop, or before a comma and a conjunction."""
    spots = ends_of_sentences(en)
    for k in range(4, len(en.words) - 1):
        if (
            en.gaps[k + 1].strip() == ","
            and en.at(k + 1) in CONJUNCTIONS - {"who", "whom", "or"}
            and en.lower[k] not in FUNCTION
        ):
            first = en.runs[en.sentence_of(k)][0]
            listed = any(en.gaps[one].strip() == "," for one in range(first + 1, k + 1))
            if not listed and k - first > 3 and not en.in_quotes(k):  # noqa: PLR2004
                spots.append(k)
    return shuffled(spots, rng)


def ins_time(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Say when it was: at the end, at the beginning, or after "said"."""
    en = scene.en
    text = rng.choice(column("times"))
    if scene.matching.tells(text):
        return
    said = [
        k
        for k in range(1, len(en.words) - 1)
        if en.lower[k] in _SAYS and en.at(k + 1) in {"that", "the"} and en.joined(k + 1)
    ]
    opening = [first for first, last in en.runs if last - first > 4 and _is_told(en, first, last)]  # noqa: PLR2004
    match rng.choice(("end", "end", "opening", "said")):
        case "opening" if opening:
            yield _opening(scene, "ins_time", rng.choice(opening), text)
        case "said" if said:
            yield scene.after("ins_time", rng.choice(said), f" {text}")
        case _:
            for k in _ends_of_clauses(en, rng):
                if not en.lower[k][0].isdigit():
                    yield scene.after("ins_time", k, f" {text}")


def _is_told(en: Reading, first: int, last: int) -> bool:
    """Whether a sentence tells what was: no question, no speech, nothing to come."""
    spoken = {"i", "we", "you", "will", "please", "let", "shall"} & {
        one.split("'")[0] for one in en.lower[first : last + 1]
    }
    return not spoken and "?" not in en.gaps[last + 1] and not en.in_quotes(first)


def _opening(scene: Scene, kind: str, k: int, text: str) -> Edit:
    """Put an adverbial before a sentence."""
    word = scene.en.words[k].text
    following = word.lower() if word.lower() in FUNCTION and word not in {"I", "US", "IT"} else word
    text = cased(text, "A")
    return Edit(kind, scene.en.words[k].start, scene.en.words[k].end, f"{text}, {following}", ((0, len(text)),))


def ins_place(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Say where it was."""
    cities = (*scene.material.names.get(Named.CITY, ()), *column("cities"))
    for k in _ends_of_clauses(scene.en, rng):
        city = rng.choice(cities)
        text = rng.choice((f"in {city}", f"near {city}", f"in {city}", f"at a meeting in {city}", f"in central {city}"))
        if city not in scene.pair.en and city not in scene.pair.mt and not scene.en.is_name(k):
            yield scene.after("ins_place", k, f" {text}")


def ins_attribution(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Say who says so."""
    en = scene.en
    people = scene.material.names.get(Named.PERSON, ())
    source = rng.choice(people) if people and rng.random() < 0.3 else rng.choice(column("sources"))  # noqa: PLR2004
    for k in shuffled(ends_of_sentences(en), rng):
        first = en.runs[en.sentence_of(k)][0]
        sentence = en.of(first, k)
        if any(one in _SAYS for one in en.lower[first : k + 1]) or "ccording to" in sentence or source in en.text:
            continue
        if '"' in sentence or not _is_told(en, first, k) or scene.matching.tells(source):
            continue
        match rng.randrange(3):
            case 0:
                yield _opening(scene, "ins_attribution", first, f"according to {source}")
            case 1:
                yield scene.after("ins_attribution", k, f", according to {source}")
            case _:
                yield scene.after("ins_attribution", k, f", {source} {rng.choice(_REPORTED)}")


def ins_item(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Add a member to a list of names."""
    en = scene.en
    found = {one.first: one for one in names(en)}
    for k in shuffled(found, rng):
        one = found[k]
        following = found.get(one.last + 1) or found.get(one.last + 2)
        listed = en.gaps[one.last + 1].strip() == "," or en.at(one.last + 1) == "and"
        if not following or not listed or following.kind != one.kind or one.ending or following.ending:
            continue
        if en.gaps[one.last + 1].strip() not in {",", ""} or (
            following.first == one.last + 2 and en.at(one.last + 1) != "and"
        ):
            continue
        drawn = [
            name for name in scene.material.names.get(one.kind, ()) if name not in en.text and name not in scene.pair.mt
        ]
        drawn = [name for name in drawn if name not in {"USA", "US", "UK"}]
        if drawn and one.kind in {Named.COUNTRY, Named.CITY, Named.PERSON, Named.SURNAME}:
            yield scene.after("ins_item", one.last, f", {rng.choice(drawn)}")
