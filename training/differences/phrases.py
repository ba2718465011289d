"""Taking out: sentences, clauses, asides, phrases, attributions, times, places and members of lists."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from grammar import AUXILIARIES, CONJUNCTIONS, DETERMINERS, FUNCTION, NUMBER_WORDS, PREPOSITIONS, PRONOUNS
from inflection import cased
from lexical import is_verb
from lists import word_set
from naming import Named, is_time, names
from reading import Reading
from rows import Edit, Span
from scene import Scene

_RELATIVE = word_set("which who where whose whom")
_OPENERS = _RELATIVE | word_set("when while although though because after before as if unless until since so but and")
_SAYS = re.compile(
    r"\b(?:said|says|say|told|reports?|reported|noted|notes|stated|states|writes|wrote|added|adds|explained|explains|"
    r"announced|emphasized|stressed|believes?|according to|commented|clarified|recalled|admitted|declared|claims?|"
    r"claimed|confirmed|shared|concluded|specified|informs|informed|argues|argued|warned|"
    r"in (?:his|her|their) opinion)\b"
)
# Words that need what follows them: nothing is taken out after these.
_GOVERN = word_set(
    "depend depends depended rely relies based able due according accused capable consist consists consisting "
    "responsible part number some one lot because instead kind type most many all none each deal full member "
    "terms case look looking led lead leads related similar refer refers belong belongs aimed result resulted "
    "used interested ready equal located situated sure proud aware afraid tired thank thanks ask asked asking "
    "waiting wait care search take took make made put want wanted lived live lives hope hoping more less fewer "
    "half dozens hundreds thousands millions couple end beginning middle start rest sort range series amount "
    "percent out as such set get got going go went come came place face front spite favor favour addition order "
    "means behalf event connection accordance exchange response light view need needs"
)
_WEEKDAY = r"(?:early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY, _SEASON = rf"{_MONTH} \d+(?:st|nd|rd|th)?", r"(?:spring|summer|autumn|winter|fall)"
_MANY, _UNIT = r"(?:a|two|three|four|five|six|ten|several|\d+)", r"(?:day|week|month|year|hour|decade)s?"
_TIME = re.compile(
    r",? (?:"
    rf"on (?:the (?:night|morning|evening) of )?(?:{_WEEKDAY}(?:, {_DAY})?|{_DAY}(?:, \d{{4}})?)|"
    rf"in (?:early |late |mid-)?(?:{_MONTH}(?: (?:of )?\d{{4}})?|\d{{4}}|(?:the )?{_SEASON}(?: of \d{{4}})?)|"
    rf"(?:last|this|next) (?:week|month|year|night|weekend|{_SEASON})|yesterday|today|tomorrow|tonight|"
    rf"{_MANY} {_UNIT} (?:ago|later|earlier)|"
    rf"(?:for|over|during|within|in) (?:the )?(?:(?:last|past|next|coming|first) )?{_MANY} {_UNIT}|"
    r"for the (?:first|second|third) time|at the moment|"
    r"(?:at|by|until|till|since|before) the (?:end|beginning|start) of (?:the|this|last|next) (?:year|month|week)|"
    r"in the (?:morning|evening|afternoon|near future|coming days|future)"
    r")(?=[ .,;:!?)]|$)"
)
_SHORTEST_CLAUSE, _LONGEST_CLAUSE, _LONGEST_PHRASE = 3, 24, 6  # words


def shuffled(spots: Iterable[int], rng: random.Random) -> list[int]:
    """Any order of places."""
    drawn = list(spots)
    rng.shuffle(drawn)
    return drawn


def del_sentence(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out a sentence."""
    en = scene.en
    if len(en.runs) < 2:  # noqa: PLR2004
        return
    for s in shuffled(range(len(en.runs)), rng):
        lost = _sentence_told(scene, s)
        start, end = _chars(en, s)
        if lost is None or en.in_quotes(en.runs[s][0]) or end - start < 10:  # noqa: PLR2004
            continue
        while end < len(en.text) and en.text[end].isspace():
            end += 1
        if end == len(en.text):
            start = len(en.text[:start].rstrip())
        yield Edit("del_sentence", start, end, "", (), (lost,))


def _chars(en: Reading, s: int) -> Span:
    first, last = en.runs[s]
    return next(one for one in en.sentences if one[0] <= en.words[first].start and en.words[last].end <= one[1])


def _sentence_told(scene: Scene, s: int) -> Span | None:
    """The sentences of the translation that tell sentence s and nothing else."""
    matching, mt = scene.matching, scene.matching.edition
    first, last = scene.en.runs[s]
    content = [k for k in range(first, last + 1) if scene.en.lower[k] not in FUNCTION]
    paired = [matching.forth[k] for k in content if k in matching.forth]
    if len(paired) < 2 or len(paired) < 0.5 * len(content):  # noqa: PLR2004
        return None
    homes = [t for t, (low, high) in enumerate(mt.runs) if sum(low <= j <= high for j in paired) > 0.15 * len(paired)]
    if not homes or homes[-1] - homes[0] + 1 != len(homes):
        return None
    low, high = mt.runs[homes[0]][0], mt.runs[homes[-1]][1]
    own = sum(low <= j <= high for j in paired)
    foreign = sum(low <= j <= high and not first <= k <= last for k, j in matching.forth.items())
    if own < 0.8 * len(paired) or foreign > 0.12 * own:
        return None
    return _chars(mt, homes[0])[0], _chars(mt, homes[-1])[1]


def del_clause(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out a clause: relative, subordinate, coordinate or participial, with its commas."""
    en = scene.en
    for k in shuffled(range(len(en.words)), rng):
        run = en.runs[en.sentence_of(k)]
        after_comma = en.gaps[k].strip() == ","
        word = en.lower[k]
        if run[0] == k and word in _OPENERS:
            yield from _leading_clause(scene, k, run[1])
        elif (after_comma and (word in _OPENERS or word.endswith("ing"))) or (
            word in {"because", "although", "while", "when", "unless", "until", "if"}
            and en.joined(k)
            and en.at(k - 1) not in DETERMINERS | CONJUNCTIONS | {"only", "just", "not", "even", "know", "ask", "asked"}
        ):
            yield from _clause(scene, k, run[1])


def _clause(scene: Scene, k: int, last: int) -> Iterator[Edit]:
    en = scene.en
    end = _run_on(en, k, last)
    word = en.lower[k]
    if not _SHORTEST_CLAUSE <= end - k <= _LONGEST_CLAUSE or (
        word in {"and", "but", "so"} and not (end == last and _is_clause(en, k))
    ):
        return
    if not (word.endswith("ing") or any(_is_finite(en, one) for one in range(k + 1, end + 1))):
        return
    if end < last and (not en.gaps[end + 1].startswith(",") or word not in _RELATIVE):
        return
    lost = scene.matching.clause(k, end)
    if lost:
        stop = en.words[end].end + (1 if end < last and en.gaps[k].strip() == "," else 0)
        yield Edit("del_clause", en.words[k - 1].end, stop, "", (), (lost,))


def _leading_clause(scene: Scene, k: int, last: int) -> Iterator[Edit]:
    en = scene.en
    end = _run_on(en, k, last)
    if 3 <= end - k <= _LONGEST_CLAUSE and end < last and en.gaps[end + 1].strip() == ",":  # noqa: PLR2004
        lost = scene.matching.clause(k, end)
        following = en.words[end + 1]
        if lost and any(_is_finite(en, one) for one in range(k + 1, end + 1)) and en.at(end + 1) not in CONJUNCTIONS:
            yield Edit("del_clause", en.words[k].start, following.end, cased(following.text, "A"), (), (lost,))


def _run_on(en: Reading, k: int, last: int) -> int:
    """The last word before the next mark."""
    end = k
    while end < last and en.joined(end + 1):
        end += 1
    return end


def _is_finite(en: Reading, k: int) -> bool:
    return en.lower[k] in AUXILIARIES or is_verb(en.lower[k]) or en.lower[k].endswith(("ed", "'s"))


def _is_clause(en: Reading, k: int) -> bool:
    """Whether a subject and a verb follow "and"."""
    subject = en.at(k + 1) in PRONOUNS | DETERMINERS or en.is_name(min(k + 1, len(en.words) - 1))
    return subject and any(_is_finite(en, one) for one in range(k + 2, min(k + 7, len(en.words))))


def del_aside(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out a parenthesis, or an apposition between commas or dashes."""
    found = [*re.finditer(r" ?\([^()]{3,120}\)", scene.en.text)]
    found += [*re.finditer(r" [–—-] [^–—.,;:!?]{8,80} [–—-](?= )", scene.en.text)]
    found += [
        *re.finditer(
            r", (?:an?|the|his|her|its|one of|former|chairman|head|director|president)\b[^,.;:!?]{4,70},(?= )",
            scene.en.text,
        )
    ]
    rng.shuffle(found)
    for match in found:
        inside = [k for k, one in enumerate(scene.en.words) if match.start() <= one.start < match.end()]
        listed = match[0].startswith(",") and (
            re.match(r"(?: (?:and|or)\b|[^,.]{1,25},? and\b)", scene.en.text[match.end() :])
            or any(scene.en.lower[k] in AUXILIARIES or is_verb(scene.en.lower[k]) for k in inside)
            or "," in "".join(scene.en.gaps[max(1, inside[0] - 4) : inside[0]])
        )
        lost = scene.matching.phrase(inside[0], inside[-1]) if inside and not listed else None
        if lost:
            yield Edit("del_aside", match.start(), match.end(), "", (), (lost,))


def del_phrase(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out a prepositional phrase."""
    en = scene.en
    for k in shuffled(range(1, len(en.words) - 1), rng):
        if en.lower[k] not in PREPOSITIONS or not en.joined(k) or en.at(k - 1) in FUNCTION | _GOVERN:
            continue
        if en.lower[k] in {"to", "that", "as", "due", "because", "by"} and en.at(k + 1) not in DETERMINERS:
            continue
        end = _noun_phrase(en, k + 1)
        if end is None or (en.lower[k] == "of" and is_verb(en.at(k - 1))):
            continue
        lost = scene.matching.phrase(k, end)
        if lost:
            yield scene.removed("del_phrase", (k, end), lost)


def _noun_phrase(en: Reading, k: int) -> int | None:
    """The last word of the noun phrase that begins at word k, where its end is plain."""
    if en.at(k) in FUNCTION and en.at(k) not in DETERMINERS:
        return None
    end = k
    while end + 1 < len(en.words) and en.joined(end + 1) and end - k < _LONGEST_PHRASE:
        following = en.lower[end + 1]
        if following in FUNCTION or following.endswith("ly") or (is_verb(following) and not en.is_name(end + 1)):
            break
        end += 1
    stops = not en.joined(end + 1) or (en.at(end + 1) in (PREPOSITIONS | {"and", "while", "when"}) - {"of", "to"})
    stops = stops and not (en.at(end + 1) == "and" and not en.is_name(end) and en.lower[k] not in {"the", "a", "an"})
    inside = any(is_verb(en.lower[one]) for one in range(k, end + 1) if not en.is_name(one))
    inside = (
        inside
        or (en.lower[end].endswith(("ed", "ing")) and not en.is_adjective(end - 1))
        or (en.at(end + 1) == "and" and en.is_name(end + 2))
    )
    quoted = en.gaps[end + 1].lstrip()[:1] in {'"', "”", ")", ",", "("}
    return end if stops and not inside and not quoted and (end > k or en.lower[k] not in DETERMINERS) else None


def del_time(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out when it was."""
    found = [*_TIME.finditer(scene.en.text)]
    rng.shuffle(found)
    for match in found:
        inside = [k for k, one in enumerate(scene.en.words) if match.start() <= one.start < match.end()]
        if not inside or scene.en.at(inside[0] - 1) in FUNCTION | {"dated", "scheduled", "from", "born", "back"}:
            continue
        lost = scene.matching.any(inside[0], inside[-1])
        if lost:
            comma = match[0].startswith(",") and scene.en.text[match.end() : match.end() + 1] == ","
            yield Edit("del_time", match.start(), match.end() + comma, "", (), (lost,))


def del_place(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out where it was."""
    en = scene.en
    found = [one for one in names(en) if one.kind in {Named.CITY, Named.COUNTRY} and not one.ending]
    rng.shuffle(found)
    for one in found:
        first = one.first - 1 - (en.at(one.first - 1) == "the")
        if en.at(first) not in {"in", "near", "at", "from", "to", "outside", "across"} or not en.joined(first):
            continue
        is_free = not en.joined(one.last + 1) or en.at(one.last + 1) in PREPOSITIONS | {"and"} | AUXILIARIES
        if en.at(first - 1) in FUNCTION | _GOVERN or not is_free or en.at(one.last + 1) == "and":
            continue
        lost = scene.matching.any(first, one.last)
        if lost and not en.gaps[one.last + 1].startswith(","):
            yield scene.removed("del_place", (first, one.last), lost)


def del_attribution(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take out who says so."""
    en = scene.en
    for s in shuffled(range(len(en.runs)), rng):
        first, last = en.runs[s]
        yield from _leading_attribution(scene, first, last)
        comma = next(
            (k for k in range(last, first, -1) if en.gaps[k].strip() in {",", ',"', ",”", '",', "”,", '."'}), None
        )
        if comma is None or last - comma > 14 or comma - first < 3 or not _SAYS.search(en.of(comma, last).lower()):  # noqa: PLR2004
            continue
        if en.at(comma) in {"and", "but", "which", "who", "while", "so", "that"} or set('"()') & set(
            en.of(comma, last)
        ):
            continue
        lost = scene.matching.phrase(comma, last)
        if lost:
            closing = en.gaps[comma].strip().strip(",.")
            start, end = en.words[comma - 1].end, en.words[last].end
            if closing:  # the full stop goes before the mark of quotation
                end += en.text[end : end + 1] == "."
                closing = "." + closing
            yield Edit("del_attribution", start, end, closing, (), (lost,))


def _leading_attribution(scene: Scene, first: int, last: int) -> Iterator[Edit]:
    """Take out "According to X," and "X said that"."""
    en = scene.en
    for end in range(first, min(first + 12, last - 1)):
        text = en.of(first, end).lower()
        by_comma = (
            text.startswith(("according to", "in the opinion", "in his opinion", "as reported"))
            and en.gaps[end + 1].strip() == ","
        )
        by_that = en.at(end) == "that" and _SAYS.search(text) is not None and en.at(end - 1) not in FUNCTION
        if (by_comma or by_that) and end > first:
            lost = scene.matching.phrase(first, end - by_that)
            following = en.words[end + 1]
            if lost:
                text = cased(following.text, "A")
                yield Edit("del_attribution", en.words[first].start, following.end, text, (), (lost,))
            return


def del_item(scene: Scene, rng: random.Random) -> Iterator[Edit]:
    """Take a member out of a list: A, B and C."""
    en = scene.en
    for k in shuffled(range(1, len(en.words) - 1), rng):
        # word k is a member of its own between a comma and a comma or "and"
        if en.gaps[k].strip() != "," or en.lower[k] in FUNCTION or is_time(en.lower[k]):
            continue
        end = k
        while en.joined(end + 1) and end - k < 2 and en.at(end + 1) not in FUNCTION:  # noqa: PLR2004
            end += 1
        listed = en.gaps[end + 1].strip() == "," or en.at(end + 1) in {"and", "or"}
        more = [one for one in range(end + 1, min(end + 8, len(en.words))) if en.lower[one] in {"and", "or"}]
        if not listed or not more or any(_is_finite(en, one) for one in range(k, more[0])):
            continue
        if any("." in en.gaps[one] or ";" in en.gaps[one] for one in range(k, more[0] + 1)):
            continue
        lost = scene.matching.any(k, end)
        if lost:
            stop = en.words[end].end
            is_second = en.gaps[k - 1].strip() != "," and en.at(end + 1) in {"and", "or"}
            if is_second and not en.joined(end + 1):  # of A, B, and C: no comma is left
                stop += 1
            if is_second or not en.joined(end + 1):
                yield Edit("del_item", en.words[k - 1].end, stop, "", (), (lost,))


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or spelled."""
    return word[:1].isdigit() or word in NUMBER_WORDS
