"""Inputs of a model into batches that waste little, and that change no output.

What a model makes of a sentence must not depend on its company: the same sentence comes in other batches when an
edition is added, and not at all when its neighbours are known from the cache. With int8 the weights meet whole numbers,
so the number of rows changes nothing; but how far rows are padded does, because the native kernels of attention sum
otherwise from 8, 12 or 16 places on, and rounding to int8 makes a last bit a hundredth (3 of 400 news sentences alone
and in batches: other words). So every length has a class, and all batches of a class are padded to the same length, by
a row that is thrown away; the limits of the output are those of the class. Its cost: docs/decisions/0014-engine.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

# The longest input of each class, in tokens. From one to the next by 1.4: less would make more batches, more more
# padding. A model adds one token; 16 places is where the last kernel of those measured changes (oneDNN with AVX-512).
_CLASSES = (15, 21, 29, 41, 58, 81, 113, 158, 221, 310, 434, 608, 851, 1_191)
_MOST_TOKENS = 8_192  # of all batches that run at the same time: each holds what its search needs
_LEAST_TOKENS = 256  # smaller batches lose more than an idle core does
# In windows of so many sentences and eight times as many each, so that those of the first paragraphs are done early.
# An article is one window; split, it takes a tenth longer: its batches are smaller.
_FIRST_WINDOW, _GROWTH = 48, 8

Tokens = tuple[str, ...]
Batch = tuple[Tokens, ...]


def batches(inputs: Iterable[Tokens], most_tokens: int) -> Iterator[Batch]:
    """Yield inputs of one class together, longest first; padded, a batch has at most so many tokens, or one input."""
    batch: list[Tokens] = []
    for tokens in sorted(inputs, key=lambda tokens: (-len(tokens), tokens)):
        if batch and (
            (len(batch) + 1) * len(batch[0]) > most_tokens or longest_of_class(tokens) != longest_of_class(batch[0])
        ):
            yield tuple(batch)
            batch = []
        batch.append(tokens)
    if batch:
        yield tuple(batch)


def windows(sentences: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield sentences in stretches, a short one first."""
    start, length = 0, _FIRST_WINDOW
    while start < len(sentences):
        yield sentences[start : start + length]
        start, length = start + length, length * _GROWTH


def share_of_a_core(n_tokens: int, n_cores: int) -> int:
    """Return how many tokens a batch may have so that every core gets some of a small input, and memory has an end."""
    return max(_LEAST_TOKENS, min(n_tokens, _MOST_TOKENS) // n_cores)


def longest_of_class(tokens: Sequence[str]) -> int:
    """Return the most tokens that an input of the same class has."""
    place = bisect_left(_CLASSES, len(tokens))
    return _CLASSES[place] if place < len(_CLASSES) else len(tokens)


def shortest_of_class(tokens: Sequence[str]) -> int:
    """Return the fewest tokens that an input of the same class has."""
    place = bisect_left(_CLASSES, len(tokens))
    return _CLASSES[place - 1] + 1 if place else 1
