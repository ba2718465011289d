"""Count which words sites use and the news does not; each line can be left out of the count that it is measured by."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from borrowed import ARTICLE, HEADLINE, SITE, Page, Slots, spin

from polyglot_news.sources.boilerplate_vocabulary import keys_of

_N_SPUN = 8
_PAGE_LINES = 12.0  # a site's blocks count as many written lines
_NEWS_LINES = 3000.0  # all news sentences together
_SMOOTHING, _FURTHEST = 0.35, 4.0
_LEAST = 0.1  # in lines; a key that is rarer on sites ..
_RARE_STEM, _RARE = 0.5, 1.5  # .. and in the news is not kept


@dataclass(frozen=True, slots=True)
class Shares:
    """How often each key stands in one origin: in what is the site's, in what is the article's."""

    site: Mapping[str, float]
    article: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Counts:
    """Of all origins together, and of each by itself."""

    site: Mapping[str, float]
    article: Mapping[str, float]
    n_site: float
    n_article: float
    by_origin: Mapping[str, Shares]
    weights: Mapping[str, float]

    def without(self, keys: Iterable[Sequence[str]], origins: Sequence[str]) -> Mapping[str, float]:
        """Return the vocabulary for the keys of one paragraph, as if its own origins had not been counted."""
        shares = [self.by_origin[origin] for origin in origins if origin in self.by_origin]
        if not shares:
            return self.weights
        found = {}
        for key in {key for some in keys for key in some}:
            site = self.site.get(key, 0.0) - sum(share.site.get(key, 0.0) for share in shares)
            article = self.article.get(key, 0.0) - sum(share.article.get(key, 0.0) for share in shares)
            weight = _weight(key, (site, article), (self.n_site, self.n_article))
            if weight is not None:
                found[key] = weight
        return found


def _weight(key: str, counted: tuple[float, float], totals: tuple[float, float]) -> float | None:
    """Return the log-odds of a key, None where too little is known."""
    if counted[0] < _LEAST and counted[1] <= (_RARE_STEM if key.isalpha() else _RARE):
        return None
    site, article = (
        (max(0.0, n) + _SMOOTHING) / (total + 2 * _SMOOTHING) for n, total in zip(counted, totals, strict=True)
    )
    return round(max(-_FURTHEST, min(_FURTHEST, math.log(site / article))), 1)


def count(
    pages: Sequence[Page], written: Sequence[tuple[Sequence[tuple[str, str]], Slots]], news: Sequence[Sequence[str]]
) -> Counts:
    """Count all; `written` and `news` have an entry for each language."""
    by_origin = dict(_pages(pages))
    for lines, slots in written:
        by_origin |= _written(lines, {**slots, HEADLINE: [""]})
    site: defaultdict[str, float] = defaultdict(float)
    article: defaultdict[str, float] = defaultdict(float)
    for shares in by_origin.values():
        for key, share in shares.site.items():
            site[key] += share
        for key, share in shares.article.items():
            article[key] += share
    for sentences in news:
        for key, share in _shares(sentences, _NEWS_LINES / len(news)).items():
            article[key] += share
    n_site = sum(len(shares.site) > 0 for shares in by_origin.values())
    n_article = sum(len(shares.article) > 0 for shares in by_origin.values()) + _NEWS_LINES
    weights = {
        key: weight
        for key in {*site, *article}
        if (weight := _weight(key, (site.get(key, 0.0), article.get(key, 0.0)), (n_site, n_article))) is not None
    }
    return Counts(site, article, n_site, n_article, by_origin, weights)


def vocabulary_of(counts: Counts) -> dict[str, int]:
    """Return the keys that say something, each with its weight in tenths."""
    return {key: round(weight * 10) for key, weight in counts.weights.items()}


def _pages(pages: Sequence[Page]) -> Iterator[tuple[str, Shares]]:
    by_site: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        by_site[page.site].append(page)
    for name, some in by_site.items():
        blocks = [row for page in some for row in set(zip(page.blocks, page.labels, strict=True))]
        own = [text for text, label in blocks if label == SITE]
        rest = [text for text, label in blocks if label == ARTICLE]
        yield name, Shares(_shares(own, _PAGE_LINES), _shares(rest, _PAGE_LINES))


def _written(lines: Sequence[tuple[str, str]], slots: Slots) -> dict[str, Shares]:
    rng = random.Random(len(lines))
    found = {}
    for reason, text in lines:
        spun = _shares([spin(text, slots, rng) for _ in range(_N_SPUN if "{" in text else 1)], 1.0)
        found[text] = Shares({}, spun) if reason == "article" else Shares(spun, {})
    return found


def _shares(texts: Sequence[str], weight: float) -> dict[str, float]:
    """Of how many texts each key is a part; all together are `weight`."""
    counted = Counter(key for text in texts for some in keys_of(text) for key in set(some))
    return {key: n * weight / len(texts) for key, n in counted.items()}
