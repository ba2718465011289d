"""Which token of one text answers which of another: one to one, the likeliest first.

Likeness of the words, a prior for the place, and support from neighbours that are alike too. What is alike by chance
(a common word far from all its neighbours' partners) is let go again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from polyglot_news.differences.tokens import Token
from polyglot_news.lexicon.names import name_similarity, skeletons

SAME_NAME = 0.72  # name_similarity from which two spellings are one name
_PLACE, _SUPPORT, _MOST_SUPPORT = 0.3, 0.12, 0.36
_NEAR = 4  # tokens
_RARE = 7.0  # nats; a word that is seldom alike by chance
_SHARED_BEGINNING = 5  # letters from which two English stems may be of one family


def pair(ours: Sequence[Token], theirs: Sequence[Token]) -> dict[int, int]:
    """Pair the tokens of two texts.

    Returns:
        Positions in `ours` -> positions in `theirs`; no position twice.
    """
    likely = _likely(ours, theirs)
    scored = sorted(
        ((alike + _nearness(i, j, ours, theirs) + _support(i, j, likely), -i, -j) for (i, j), alike in likely.items()),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in scored:
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return {i: j for i, j in sorted(pairs.items()) if _stands(i, j, pairs, ours[i])}


def likeness(one: Token, other: Token) -> float:
    """How likely two tokens stand for the same, 0..1."""
    best = max((one.keys[key] * other.keys[key] for key in one.keys.keys() & other.keys.keys()), default=0.0)
    if best:
        return 0.6 + 0.4 * best
    if any(key.startswith("=") for token in (one, other) for key in token.keys):
        return 0.0
    if one.is_name or other.is_name:
        alike = name_similarity(one.text, other.text)
        if alike >= SAME_NAME:
            return alike
    return 0.5 if _one_family(one.keys, other.keys) else 0.0


def _likely(ours: Sequence[Token], theirs: Sequence[Token]) -> dict[tuple[int, int], float]:
    index: dict[str, list[int]] = defaultdict(list)
    for j, token in enumerate(theirs):
        for key in _entries(token):
            index[key].append(j)
    likely: dict[tuple[int, int], float] = {}
    for i, token in enumerate(ours):
        for j in {j for key in _entries(token) for j in index.get(key, ())}:
            if alike := likeness(token, theirs[j]):
                likely[i, j] = alike
    return likely


def _entries(token: Token) -> set[str]:
    """Keys under which tokens that may be alike meet."""
    entries = set(token.keys) | {key[:_SHARED_BEGINNING] for key in token.keys if len(key) >= _SHARED_BEGINNING}
    if token.is_name or token.language != "en" or token.text[:1].isupper():
        entries |= {"~" + key for key in skeletons(token.text)}
    return entries


def _one_family(ours: Mapping[str, float], theirs: Mapping[str, float]) -> bool:
    """Whether two stems begin alike: "accus" and "accusatori", "decid" and "decis" (not, "decis" is too short)."""
    for one in ours:
        for other in theirs:
            shortest = min(len(one), len(other))
            if shortest >= _SHARED_BEGINNING and one[:shortest] == other[:shortest]:
                return True
            if shortest > _SHARED_BEGINNING + 1 and one[: shortest - 2] == other[: shortest - 2]:
                return True
    return False


def _nearness(i: int, j: int, ours: Sequence[Token], theirs: Sequence[Token]) -> float:
    return _PLACE * (1.0 - abs((i + 0.5) / len(ours) - (j + 0.5) / len(theirs)))


def _support(i: int, j: int, likely: Mapping[tuple[int, int], float]) -> float:
    """Neighbours of i that may be answered by neighbours of j."""
    near = range(-3, 4)
    n = sum(any((i + di, j + dj) in likely for dj in near if dj) for di in near if di)
    return min(_MOST_SUPPORT, _SUPPORT * n)


def _stands(i: int, j: int, pairs: Mapping[int, int], token: Token) -> bool:
    if token.weight >= _RARE or len(pairs) < _NEAR:
        return True
    return any(abs(pairs[k] - j) <= _NEAR + 2 for k in range(i - _NEAR, i + _NEAR + 1) if k != i and k in pairs)
