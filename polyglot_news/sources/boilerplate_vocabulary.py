"""Which words sites use and the news does not, as counted: log-odds of word beginnings, long words and pairs.

Fitted by training/boilerplate/fit.py. Words inside quotation marks do not count: people in the news use the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from polyglot_news.lexicon.vocabulary import Rows
from polyglot_news.sources.boilerplate_features import own_words

Vocabulary = Mapping[str, float]
"""What a key of `keys_of` says for a site (above 0) or for the news."""
Keys = tuple[list[str], list[str], list[str]]
"""What `keys_of` returns."""

LEARNED = (
    "stems, mean", "stems, most", "stems, least", "stems, unknown", "forms, mean", "forms, most",
    "pairs, mean", "pairs, most", "pairs, least", "first", "all",
)  # fmt: skip
_STEM_CHARS, _MOST_WORDS, _MOST_CHARS = 5, 60, 1000
_EDGE = "|"
_DIGIT = re.compile(r"\d")
_SHRINK = 2.0  # words; a mean over one word says less


def keys_of(text: str) -> Keys:
    """Cut a paragraph into beginnings of words, words longer than these, and pairs of beginnings with its ends."""
    words = ["0" if _DIGIT.search(word) else word for word in own_words(text[:_MOST_CHARS])[:_MOST_WORDS]]
    stems = [word[:_STEM_CHARS] for word in words]
    forms = [f"={word}" for word in words if len(word) > _STEM_CHARS]
    pairs = [f"{one} {other}" for one, other in pairwise([_EDGE, *stems, _EDGE])] if words else []
    return stems, forms, pairs


def known_of(keys: Iterable[Keys], stored: Rows) -> Vocabulary:
    """Look up the keys of all paragraphs of a text.

    Args:
        keys: of each paragraph.
        stored: keys in order, each with its tenths. There are fifty thousand, of which a text asks for some hundreds:
            a table of all takes longer to make than these to be found.
    """
    asked = set(chain.from_iterable(chain.from_iterable(keys)))
    return {key: int(tenths) / 10 for key in asked if (tenths := stored.get(key)) is not None}


def weigh(keys: tuple[Sequence[str], Sequence[str], Sequence[str]], vocabulary: Vocabulary) -> tuple[float, ...]:
    """Say what a vocabulary makes of the keys of one paragraph: one number for each of LEARNED."""
    stems, forms, pairs = ([vocabulary[key] for key in some if key in vocabulary] for some in keys)
    n_words = max(1, len(keys[0]))
    return (
        _mean(stems),
        max(stems, default=0.0),
        min(stems, default=0.0),
        1 - len(stems) / n_words,
        _mean(forms),
        max(forms, default=0.0),
        _mean(pairs),
        max(pairs, default=0.0),
        min(pairs, default=0.0),
        vocabulary.get(keys[2][0], vocabulary.get(keys[0][0], 0.0)) if keys[0] else 0.0,
        (sum(stems) + sum(pairs)) / n_words**0.5,
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / (len(values) + _SHRINK)
