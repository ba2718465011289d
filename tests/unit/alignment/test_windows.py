"""Books of invented words, frequent and rare as in a language, and editions of them that lost a third of the words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, product
from math import log
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.anchors import Things
from polyglot_news.alignment.linking import know, paragraph_links
from polyglot_news.alignment.reading import read
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate
from polyglot_news.alignment.windows import link_by_windows

Paragraph = list[str]
Answers = list[tuple[tuple[int, ...], tuple[int, ...]]]

_LETTERS = str.maketrans("0123456789", "bcdfghjklm")  # a word without vowels has no ending
_WORDS = [f"w{rank}".translate(_LETTERS) for rank in range(6000)]
_FREQUENCIES = list(accumulate(1 / (rank + 20) for rank in range(6000)))  # after Zipf
_LOST, _INVENTED = 0.35, 0.1  # shares of the words


@dataclass(frozen=True)
class Book:
    """Paragraphs of both sides, and which answer which."""

    base: list[Paragraph]
    edition: list[Paragraph]
    answers: Answers

    def reordered(self, order: Sequence[int]) -> "Book":
        """The same with the edition's paragraphs in another order."""
        place = {old: new for new, old in enumerate(order)}
        moved = [(ours, tuple(sorted(place[j] for j in theirs))) for ours, theirs in self.answers]
        return Book(self.base, [self.edition[old] for old in order], moved)

    def with_insertion(self, place: int, inserted: Sequence[Paragraph]) -> "Book":
        """The same with something of another book in the edition."""
        shifted = [(ours, tuple(j + len(inserted) * (j >= place) for j in theirs)) for ours, theirs in self.answers]
        return Book(self.base, [*self.edition[:place], *inserted, *self.edition[place:]], shifted)

    def found(self, links: Iterable[Candidate]) -> float:
        """Share of the answers that were linked."""
        linked = _places(links)
        return sum(answer in linked for answer in self.answers) / len(self.answers)


def _words(rng: Random, n_words: int) -> Paragraph:
    return rng.choices(_WORDS, cum_weights=_FREQUENCIES, k=n_words)


def _paragraph(rng: Random) -> Paragraph:
    return _words(rng, rng.randint(10, 30))


def _told(rng: Random, paragraph: Paragraph) -> Paragraph:
    kept = [word for word in paragraph if rng.random() > _LOST]
    return (kept or paragraph[:1]) + _words(rng, int(len(paragraph) * _INVENTED))


def _book(n_paragraphs: int, seed: int, merged: float = 0.0) -> Book:
    """One paragraph in twenty stands in the base alone, one in twenty in the edition alone; some are merged."""
    rng = Random(seed)  # noqa: S311  # a book, not a secret
    book = Book([], [], [])
    while len(book.base) < n_paragraphs:
        parts, chance = [_paragraph(rng)], rng.random()
        i, j = len(book.base), len(book.edition)
        if chance < merged:
            parts.append(_paragraph(rng))
        if chance < 1 - 0.05:
            book.base.extend(parts)
        if chance < 1 - 0.1 or chance >= 1 - 0.05:
            book.edition.append(list(chain.from_iterable(_told(rng, part) for part in parts)))
        if chance < 1 - 0.1:
            book.answers.append((tuple(range(i, len(book.base))), (j,)))
    return book


def _linked(base: Sequence[Paragraph], edition: Sequence[Paragraph]) -> tuple[Candidate, ...]:
    """Link by windows that are aligned greedily, by the share of the words that two paragraphs have in common."""
    ours, theirs = [frozenset(one) for one in base], [frozenset(one) for one in edition]
    holders = Counter(chain.from_iterable([*ours, *theirs]))
    worth = {word: log((len(base) + len(edition) + 1) / count) for word, count in holders.items()}

    def greedy(some: range, others: range) -> tuple[Candidate, ...]:
        shares = ((_likeness(ours[i], theirs[j]), -i, -j) for i, j in product(some, others))
        chosen: dict[int, Candidate] = {}
        taken: set[int] = set()
        for share, i, j in sorted((one for one in shares if one[0] > 0.25), reverse=True):
            if -i not in chosen and -j not in taken:
                taken.add(-j)
                chosen[-i] = Candidate((some.index(-i),), (others.index(-j),), share, share)
        return tuple(chosen[i] for i in sorted(chosen))

    return link_by_windows(Things(ours, theirs, worth), greedy)


def _places(links: Iterable[Candidate]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.base, link.edition) for link in links}


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


BOOK = _book(2200, 1)
_REPEATED = -1
_PLACES = st.integers(0, 300)


@pytest.mark.parametrize(("n_paragraphs", "seed"), [(30, 2), (70, 3)])
def test_an_article_is_linked_as_by_one_window(n_paragraphs: int, seed: int) -> None:
    book = _book(n_paragraphs, seed, merged=0.15)
    base, edition = ([read(" ".join(words), "en") for words in side] for side in (book.base, book.edition))
    known = know(base, edition, 1.0)

    def link(ours: range, theirs: range) -> tuple[Candidate, ...]:
        some, others = base[ours.start : ours.stop], edition[theirs.start : theirs.stop]
        return paragraph_links(some, others, known, AlignmentSettings())

    exact = _places(link(range(len(base)), range(len(edition))))
    ours, theirs = ([{token.thing for token in unit.tokens} for unit in side] for side in (base, edition))
    windowed = _places(link_by_windows(Things(ours, theirs, known.weights.told), link))

    assert len(exact & windowed) >= 0.9 * len(exact | windowed)
    assert len(windowed & {*book.answers}) >= 0.98 * len(exact & {*book.answers}) > 0.6 * n_paragraphs


def test_a_book_is_linked_throughout() -> None:
    assert BOOK.found(_linked(BOOK.base, BOOK.edition)) > 0.98


def test_chapters_in_another_order_are_linked_inside() -> None:
    rng = Random(5)  # noqa: S311  # an order, not a secret
    places = list(range(len(BOOK.edition)))
    chapters = [places[start : start + 70] for start in range(0, len(places), 70)]
    rng.shuffle(chapters)
    book = BOOK.reordered(list(chain.from_iterable(chapters)))

    assert book.found(_linked(book.base, book.edition)) > 0.98


def test_the_last_chapter_is_found_at_the_beginning() -> None:
    n_paragraphs = len(BOOK.edition)
    book = BOOK.reordered([*range(n_paragraphs - 200, n_paragraphs), *range(n_paragraphs - 200)])

    assert book.found(_linked(book.base, book.edition)) > 0.98


def test_a_paragraph_is_found_thousands_of_places_away() -> None:
    n_paragraphs = len(BOOK.edition)
    book = BOOK.reordered([*range(1, n_paragraphs), 0])
    (moved,) = [answer for answer in book.answers if answer[1] == (n_paragraphs - 1,)]

    links = [(one.base, one.edition) for one in _linked(book.base, book.edition)]

    assert moved[0][0] < 3
    assert moved in links


def test_an_unrelated_insertion_leaves_the_rest_linked() -> None:
    other = _book(500, 6).edition
    book = BOOK.with_insertion(1000, other)

    links = _linked(book.base, book.edition)

    assert book.found(links) > 0.98
    assert sum(1000 <= one.edition[0] < 1000 + len(other) for one in links) < 0.05 * len(other)


def test_one_chapter_is_found_in_a_book() -> None:
    first = 1500
    part = Book(BOOK.base, BOOK.edition[first : first + 100], [])

    links = _linked(part.base, part.edition)

    right = {(ours, tuple(j - first for j in theirs)) for ours, theirs in BOOK.answers}
    assert sum((one.base, one.edition) in right for one in links) >= 85


@pytest.mark.parametrize("repeated", [[], ["advertisement"], ["read", "also", "today"]])
def test_what_is_repeated_on_every_page_does_no_harm(repeated: Paragraph) -> None:
    """The edition lacks it on the first page, the base on the last."""
    pages = [place for start in range(0, 2000, 10) for place in [*range(start, start + 10), _REPEATED]]
    ours, theirs = pages[:-1], [*pages[:10], *pages[11:]]
    base = [repeated if place == _REPEATED else BOOK.base[place] for place in ours]
    edition = [repeated if place == _REPEATED else BOOK.edition[place] for place in theirs]

    links = _linked(base, edition)

    places = [(ours[one.base[0]], theirs[one.edition[0]]) for one in links]
    right = [(i, j) for (i,), (j,) in BOOK.answers if i < 2000 and j < 2000]
    assert sum(pair in places for pair in right) > 0.98 * len(right)
    assert all((i == _REPEATED) == (j == _REPEATED) for i, j in places)
    assert all(abs(one.base[0] - one.edition[0]) < 150 for one in links)


def test_a_chapter_that_stands_twice_is_linked_where_it_stands() -> None:
    refrain = BOOK.base[2000:2080]
    base = [*BOOK.base[:300], *refrain, *BOOK.base[300:800], *refrain, *BOOK.base[800:1000]]
    links = _linked(base, base)

    assert [(one.base, one.edition) for one in links] == [((i,), (i,)) for i in range(len(base))]


@pytest.mark.parametrize(("n_base", "n_edition"), [(0, 0), (0, 300), (300, 0)])
def test_an_empty_side_has_no_links(n_base: int, n_edition: int) -> None:
    assert _linked(BOOK.base[:n_base], BOOK.edition[:n_edition]) == ()


def test_one_paragraph_is_found_in_a_book() -> None:
    (i,), (j,) = BOOK.answers[1000]

    assert [(one.base, one.edition) for one in _linked([BOOK.base[i]], BOOK.edition)] == [((0,), (j,))]


def test_a_book_without_rare_words_is_linked_by_place() -> None:
    paragraphs = [_WORDS[k % 41 : k % 41 + 5] + _WORDS[99 + k % 37 : 104 + k % 37] for k in range(1000)]

    links = _linked(paragraphs, paragraphs)

    assert sum(one.base == one.edition for one in links) > 990


@settings(max_examples=25, deadline=None)
@given(st.lists(_PLACES, max_size=200), st.lists(_PLACES, max_size=200))
def test_links_share_no_paragraph_whatever_the_texts(ours: list[int], theirs: list[int]) -> None:
    base, edition = [BOOK.base[place] for place in ours], [BOOK.base[place] for place in theirs]

    links = _linked(base, edition)

    linked_base, linked_edition = (
        [place for one in links for place in one.base],
        [j for one in links for j in one.edition],
    )
    assert len(linked_base) == len(set(linked_base) & set(range(len(base))))
    assert len(linked_edition) == len(set(linked_edition) & set(range(len(edition))))
    assert [one.base for one in links] == sorted(one.base for one in links)
    assert links == _linked(base, edition)
