"""Passages that one side tells and the other does not: sentences, clauses, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from polyglot_news.differences.elsewhere import Passage, told
from polyglot_news.differences.gaps import Gap, gaps, opposite
from polyglot_news.differences.spans import around, holding, is_bounded, is_quotation
from polyglot_news.differences.tokens import Token
from polyglot_news.model import DifferenceKind, Evidence, Level, Span

_LEAST_SIZE = 3  # unanswered tokens in a row; shorter runs are wording as often as not
_LEAST_EXCESS = 2  # of them without an unanswered token in their place on the other side
_WHOLE = 0.75  # share of a sentence's tokens from which it is the sentence that is missing
_CHANCE = 0.5  # share of a sentence without partner that may be answered by chance
_LEAST_IN_SENTENCE = 2  # tokens of a sentence without partner; shorter ones say too little
_TOLD = 0.5  # share found in one sentence elsewhere from which a passage is told there
_REPEATED = 0.7  # share of a passage that its own neighbourhood says already
_PER_TOKEN, _MOST = 0.15, 0.95  # weight of each token in excess, and of a long run
_TYPICAL_RARITY = 6.0  # nats; the mean of content words in news


@dataclass(frozen=True, slots=True)
class Witness:
    """What stands on the other side: how it is paired with this one, and what of it is answered."""

    partners: Mapping[int, int]
    held: frozenset[int]
    size: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a link, to be searched for what the other does not tell."""

    kind: DifferenceKind  # OMISSION or ADDITION
    tokens: tuple[Token, ...]
    held: frozenset[int]  # positions of tokens that the other side answers
    witnesses: tuple[Witness, ...]
    texts: Mapping[int, str]  # paragraph -> its text
    sentences: tuple[Span, ...]
    unmatched: frozenset[Span]  # sentences that the alignment found no partner for
    others: tuple[Passage, ...]  # sentences of the other side, the whole article
    elsewhere: tuple[int, ...]  # paragraphs of the other side that this link holds


@dataclass(frozen=True, slots=True)
class Find:
    """A passage of one side, still without its place on the other sides."""

    kind: DifferenceKind
    level: Level
    first: int  # position of its first token
    last: int
    span: Span
    evidence: tuple[Evidence, ...]


def find_passages(side: Side) -> Iterator[Find]:
    """Find the passages of one side that the other does not tell, in order."""
    lone = _lone(side)
    for gap in gaps(len(side.tokens), side.held - lone):
        n_opposite = max((len(opposite(gap, one.partners, one.held, one.size)) for one in side.witnesses), default=0)
        excess = gap.size - n_opposite
        least = _LEAST_IN_SENTENCE if gap.first in lone else _LEAST_SIZE
        if gap.size < least or excess < min(least, _LEAST_EXCESS):
            continue
        for part, sentence in _parts(gap, side):
            weight = min(_MOST, _PER_TOKEN * excess * part.size / gap.size)
            yield _find(
                side, part, sentence,
                (
                    Evidence("unanswered", round(weight, 3), f"{part.size} words in a row that nothing answers"),
                    _in_its_place(n_opposite, gap.size),
                ),
            )  # fmt: skip


def _lone(side: Side) -> frozenset[int]:
    """Tokens of sentences that the alignment found no partner for, and of which little is answered: by chance, then."""
    lone: set[int] = set()
    for sentence in side.unmatched:
        inside = [k for k, token in enumerate(side.tokens) if holding([sentence], token)]
        total = sum(side.tokens[k].weight for k in inside)
        if sum(side.tokens[k].weight for k in inside if k in side.held) < _CHANCE * total:
            lone |= set(inside)
    return frozenset(lone)


def _parts(gap: Gap, side: Side) -> Iterator[tuple[Gap, Span | None]]:
    """Split a gap where sentences and paragraphs end."""
    first = gap.first
    for k in range(gap.first, gap.last + 1):
        here = holding(side.sentences, side.tokens[k])
        following = holding(side.sentences, side.tokens[k + 1]) if k < gap.last else None
        if k == gap.last or here != following or not _same_paragraph(side, k, k + 1):
            yield Gap(first, k), here
            first = k + 1


def _find(side: Side, part: Gap, sentence: Span | None, evidence: tuple[Evidence, ...]) -> Find:
    run = side.tokens[part.first : part.last + 1]
    text = side.texts[run[0].place.paragraph]
    before = side.tokens[part.first - 1] if part.first and _same_paragraph(side, part.first - 1, part.first) else None
    after = side.tokens[part.last + 1] if _same_paragraph(side, part.last, part.last + 1) else None
    span, level = around(run, before, after, text), Level.CLAUSE
    if sentence and len(run) >= _WHOLE * sum(holding([sentence], token) is not None for token in side.tokens):
        span, level = sentence, Level.SENTENCE
        shape = Evidence("whole_sentence", 0.25 if sentence in side.unmatched else 0.05, "it is a whole sentence")
    else:
        shape = Evidence("set_off", 0.12 if is_bounded(span, text) else 0.0, "punctuation sets it off")
    evidence = (*evidence, shape, _told_elsewhere(run, side), _repeated(part, side), _rare(run))
    kind = DifferenceKind.QUOTE if is_quotation(text[span.start : span.end]) else side.kind
    return Find(kind, level, part.first, part.last, span, tuple(one for one in evidence if one.weight))


def _same_paragraph(side: Side, one: int, other: int) -> bool:
    return other < len(side.tokens) and side.tokens[one].place.paragraph == side.tokens[other].place.paragraph


def _in_its_place(n_opposite: int, size: int) -> Evidence:
    weight = -0.3 * min(1.0, n_opposite / size) if n_opposite else 0.12
    return Evidence("in_its_place", round(weight, 3), f"{n_opposite} unanswered words in its place")


def _told_elsewhere(run: Sequence[Token], side: Side) -> Evidence:
    share = told(run, side.others, side.elsewhere)
    return Evidence("told_elsewhere", -round(share, 3) if share >= _TOLD else 0.0, "told in another paragraph")


def _repeated(part: Gap, side: Side) -> Evidence:
    """A translator, or an editor, says the same twice; the other side has it once."""
    said = {key for k in side.held for key in side.tokens[k].keys}
    run = side.tokens[part.first : part.last + 1]
    share = sum(bool(token.keys.keys() & said) for token in run) / len(run)
    return Evidence("repeated", -round(share / 2, 3) if share >= _REPEATED else 0.0, "says again what is told already")


def _rare(run: Sequence[Token]) -> Evidence:
    mean = sum(token.weight for token in run) / len(run)
    weight = max(-0.15, min(0.1, (mean - _TYPICAL_RARITY) * 0.05))
    return Evidence("rare", round(weight, 3), "how telling its words are")
