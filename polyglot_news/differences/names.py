"""Names that one edition puts in the place of another: Istanbul in the base, Ізмір in the edition."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from polyglot_news.differences.confidence import confidence
from polyglot_news.differences.context import bridge, linked, nearness
from polyglot_news.differences.coverage import Coverage
from polyglot_news.differences.texts import Texts
from polyglot_news.differences.tokens import Token
from polyglot_news.lexicon.names import name_similarity
from polyglot_news.lexicon.words import is_stopword
from polyglot_news.model import Difference, DifferenceKind, Evidence, Level, Link, Span

_MAY_BE_SAME = 0.36  # name_similarity from which two names may be spellings of one: Gawad and Гауад, Scholz and Sholts
_SAME = 0.55  # the same against names that have a partner of their own
_ONE_MEANING = 0.7  # share of the likeliest equivalent from which a capitalised word is a name rather than an office
_ADJECTIVE = re.compile(r"[^\W\d_]+[сц]ь?к(?:ий|ій|ого|ої|ому|ою|им|ім|их|ими|ая|ую|ое|ие|ой|ом|а|у|е|і)")
# Stems of words that are written in capitals as parts of names, and translated by their meaning.
_OFFICES = (
    "academi administr affair agenc agreement armi associ author bank board bureau cabinet center centr "
    "central chamber commiss committe compani congress council court defens defenc depart director district "
    "divis east eastern feder fleet forc foundat foreign fund general govern gulf high infantri institut "
    "intern joint labor labour librari manag maritim militari minist ministri mother museum nation navi north "
    "northern offic parliament parti peac presid press prime region republ saint school secretari secur senat "
    "servic south southern state suprem union unit univers war west western world"
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"  # stems
_LEAST_LETTERS = 3
_LONGEST_ACRONYM = 5  # acronyms are translated letter by letter: ООН, UN
_LEAST_NEAR = 2  # neighbours in common without which two names are not held against each other


@dataclass(frozen=True, slots=True)
class _Name:
    """Neighbouring capitalised tokens, [first, last]."""

    first: int
    last: int
    place: Span
    text: str
    tokens: tuple[Token, ...]


def find_names_told_differently(texts: Texts, link: Link, position: int, coverage: Coverage) -> Iterator[Difference]:
    """Find the names of the base in whose place the original has another one.

    Args:
        texts: the base, the edition and its translation.
        link: to search in.
        position: of the link in the alignment.
        coverage: of the link.
    """
    base, edition, translation = texts.base, texts.edition, texts.translation
    across = bridge(coverage)
    reached = {o for partners in across.values() for o in partners}
    ours = _names(coverage.base, set(across) | coverage.answered, {i: base.paragraphs[i].text for i in link.base})
    theirs = _names(coverage.original, reached, {j: edition.paragraphs[j].text for j in link.edition})
    translated_texts = {j: translation.paragraphs[j].text for j in link.edition}
    foreign = _names(coverage.translated, coverage.answering, translated_texts)
    theirs += _proper_adjectives(foreign, coverage, reached)
    open_names = [token for name in (*theirs, *foreign) for token in name.tokens]
    ours = [one for one in ours if not _known(one, open_names, (*coverage.original, *coverage.translated))]
    open_names = [token for k, token in enumerate(coverage.base) if k not in coverage.answered]
    theirs = [other for other in theirs if _is_proper(other) and not _known(other, open_names, coverage.base)]
    for one, other in _pairs(ours, theirs, across, link):
        there = _translated(other, foreign, coverage)
        evidence = tuple(_evidence(one, other, there, coverage, link))
        note = f"{one.text} in the base, {other.text} in the edition"
        yield Difference(
            DifferenceKind.NAME, Level.WORD, confidence(evidence), position, one.place, other.place,
            there.place if there else None, note, evidence,
        )  # fmt: skip


def _names(tokens: Sequence[Token], answered: Collection[int], texts: dict[int, str]) -> list[_Name]:
    """Join neighbouring unanswered names: Oksana Dovhal is one."""
    found: list[_Name] = []
    for k, token in enumerate(tokens):
        if not token.is_name or k in answered or len(token.text) < _LEAST_LETTERS:
            continue
        text = texts[token.place.paragraph]
        last = found[-1] if found else None
        if last and last.last == k - 1 and last.place.paragraph == token.place.paragraph:
            between = text[last.place.end : token.place.start]
            if not between.strip():
                place = Span(token.place.paragraph, last.place.start, token.place.end)
                found[-1] = _Name(last.first, k, place, text[place.start : place.end], (*last.tokens, token))
                continue
        found.append(_Name(k, k, token.place, token.text, (token,)))
    return found


def _known(name: _Name, unanswered: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether any part of a name may stand on the other side in a spelling of its own, or as an acronym."""
    return any(
        (token.text.isupper() and len(token.text) <= _LONGEST_ACRONYM)
        or (len(name.tokens) == 1 and _among(_OFFICES, token))
        or _is_like(token, unanswered, _MAY_BE_SAME)
        or _is_like(token, others, _SAME)
        for token in name.tokens
    )


def _is_like(token: Token, others: Sequence[Token], least: float) -> bool:
    return any(
        other.text[:1].isupper()
        and len(other.text) >= _LEAST_LETTERS
        and name_similarity(token.text, other.text) >= least
        for other in others
    )


def _pairs(
    ours: Sequence[_Name], theirs: Sequence[_Name], across: dict[int, set[int]], link: Link
) -> list[tuple[_Name, _Name]]:
    scored = sorted(
        (
            (nearness(one.first, other.first, across) + 2 * linked(one.place, other.place, link), -a, -b)
            for a, one in enumerate(ours)
            for b, other in enumerate(theirs)
        ),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    for score, a, b in scored:
        if score >= _LEAST_NEAR and -a not in chosen and -b not in chosen.values():
            chosen[-a] = -b
    return [(ours[a], theirs[b]) for a, b in sorted(chosen.items())]


def _translated(other: _Name, foreign: Sequence[_Name], coverage: Coverage) -> _Name | None:
    """The name of the original as the translation has it, where the base has it neither."""
    positions = set(range(other.first, other.last + 1))
    for name in foreign:
        paired = {coverage.translated_to_original.get(t) for t in range(name.first, name.last + 1)}
        if positions & paired or name_similarity(name.tokens[-1].text, other.tokens[-1].text) >= _MAY_BE_SAME:
            return name
    return None


def _proper_adjectives(foreign: Sequence[_Name], coverage: Coverage, reached: Collection[int]) -> list[_Name]:
    """Words in small letters of which the translation makes capitals: российский, великодній, Russian, Easter."""
    found = []
    for name in foreign:
        o = coverage.translated_to_original.get(name.first)
        if o is None or o in reached or name.first != name.last:
            continue
        token = coverage.original[o]
        if token.text.islower() and (_ADJECTIVE.fullmatch(token.text) or _among(_DAYS, token)):
            found.append(_Name(o, o, token.place, token.text, (token,)))
    return found


def _is_proper(name: _Name) -> bool:
    """Whether a word of the original is a name: by its one meaning, by its sound, or by being in no lexicon."""
    return any(_reads_as_name(token) for token in name.tokens)


def _reads_as_name(token: Token) -> bool:
    if not token.keys:
        return True
    key = max(token.keys, key=lambda one: token.keys[one])
    if is_stopword(key, "en") or key in _stems(_OFFICES):
        return False
    return token.keys[key] >= _ONE_MEANING or name_similarity(token.text, key) >= _MAY_BE_SAME


def _evidence(one: _Name, other: _Name, there: _Name | None, coverage: Coverage, link: Link) -> Iterator[Evidence]:
    across = bridge(coverage)
    near = nearness(one.first, other.first, across)
    yield Evidence("other_name", 0.1, "no spelling of the one is a spelling of the other")
    yield Evidence("same_place", round(min(0.3, 0.06 * near), 3), f"{near} words around them are the same")
    if not linked(one.place, other.place, link):
        yield Evidence("not_linked", -0.3, "the sentences around them are not linked")
    reached = {o for partners in across.values() for o in partners}
    ends = _framed(one, set(across), len(coverage.base)) + _framed(other, reached, len(coverage.original))
    yield Evidence("framed", 0.1 * (ends - 2) + 0.05, f"{ends} of 4 words right beside them are told by both")
    if there:
        yield Evidence("translation_agrees", 0.2, "the translation has the other name too")
    elif coverage.translated:
        yield Evidence("translation_silent", -0.2, "the translation has no such name")
    if not any(token.keys for token in other.tokens) and there is None:
        yield Evidence("unknown_word", -0.1, "no lexicon knows the word")


def _framed(name: _Name, answered: Collection[int], size: int) -> int:
    """How many of the tokens right before and after a name are answered, or stand at the edge: 0 to 2."""
    return sum(k in answered or not 0 <= k < size for k in (name.first - 1, name.last + 1))


def _among(stems: str, token: Token) -> bool:
    return not _stems(stems).isdisjoint(token.keys)


@cache
def _stems(listed: str) -> frozenset[str]:
    return frozenset(listed.split())
