from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.cells import Group
from polyglot_news.alignment.linking import headline_link, know, paragraph_links, sentence_links
from polyglot_news.alignment.reading import Unit, read
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate

WORDS = st.sampled_from(["bank", "rate", "Kyiv", "the", "of", "12", "2014", "fire.", "мост"])
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=6)
NOUNS = {
    "bridge": "мост", "war": "война", "bank": "банк", "fire": "пожар", "school": "школа", "hospital": "больница",
    "river": "река", "city": "город", "army": "армия", "court": "суд", "train": "поезд", "factory": "завод",
    "minister": "министр", "farmer": "фермер", "wheat": "пшеница", "gas": "газ", "border": "граница", "doctor": "врач",
    "island": "остров", "church": "церковь", "film": "фильм", "winter": "зима", "horse": "лошадь", "bread": "хлеб",
}  # fmt: skip
Places = list[tuple[tuple[int, ...], tuple[int, ...]]]


def _units(texts: Sequence[str], language: str = "en") -> list[Unit]:
    return [read(text, language) for text in texts]


def _linked(
    base: Sequence[Unit], edition: Sequence[Unit], settings: AlignmentSettings | None = None
) -> tuple[Candidate, ...]:
    return paragraph_links(base, edition, know(base, edition, 1.0), settings or AlignmentSettings())


def _places(links: Sequence[Candidate]) -> Places:
    return [(one.base, one.edition) for one in links]


def _book(n_paragraphs: int) -> list[str]:
    """Paragraphs of invented names and of words that everybody uses."""
    rng = Random(n_paragraphs)  # noqa: S311  # a book, not a secret
    names = ["".join(rng.choices("bcdfghjklm", k=5)) for _ in range(6 * n_paragraphs)]
    return [
        f"The {' and the '.join(names[k : k + 6])} were {rng.choice(['here', 'there', 'gone'])}."
        for k in range(0, len(names), 6)
    ]


def test_paragraphs_are_linked_in_the_order_of_the_base(english: Sequence[Unit], russian: Sequence[Unit]) -> None:
    order = [2, 0, 3, 1]

    links = _linked(english, [russian[k] for k in order])

    assert _places(links) == [((i,), (order.index(i),)) for i in range(4)]


def test_a_link_is_worth_what_its_probability_exceeds_the_least_by(
    english: Sequence[Unit], russian: Sequence[Unit]
) -> None:
    for least in (0.1, 0.6):
        for one in _linked(english, russian, AlignmentSettings(least_probability=least)):
            assert least < one.similarity <= 1
            assert one.gain == pytest.approx(one.similarity - least)


def test_a_link_less_likely_than_the_least_is_none(english: Sequence[Unit], russian: Sequence[Unit]) -> None:
    edition = [*russian[:3], read("В Брюсселе обсуждали погоду и новые компании.", "ru")]
    links = _linked(english, edition, AlignmentSettings(least_probability=0.0))
    least = sorted(one.similarity for one in links)[1]

    fewer = _linked(english, edition, AlignmentSettings(least_probability=least))

    assert 0 < len(fewer) < len(links)
    assert all(one.similarity > least for one in fewer)
    assert _linked(english, edition, AlignmentSettings(least_probability=1.0)) == ()


@settings(max_examples=20)
@given(TEXTS, TEXTS, st.sampled_from(["ru", "uk", "pl"]), st.integers(1, 3))
def test_no_paragraph_is_in_two_links(base: list[str], edition: list[str], language: str, max_span: int) -> None:
    theirs = [read(text, language, text) for text in edition]

    links = _linked(_units(base), theirs, AlignmentSettings(max_span))

    for side in ([i for one in links for i in one.base], [j for one in links for j in one.edition]):
        assert len(side) == len(set(side))
    assert all(max(len(one.base), len(one.edition)) <= max_span for one in links)


@pytest.mark.parametrize(("n_base", "n_edition"), [(0, 0), (0, 2), (2, 0)])
def test_where_a_side_is_empty_there_are_no_links(
    english: Sequence[Unit], russian: Sequence[Unit], n_base: int, n_edition: int
) -> None:
    assert _linked(english[:n_base], russian[:n_edition]) == ()


@pytest.mark.parametrize("n_paragraphs", [40, 160])
def test_a_text_of_any_length_is_linked_throughout(n_paragraphs: int) -> None:
    """The edition lacks a paragraph in nine, and ends with what was the beginning."""
    book = _book(n_paragraphs)
    order = [i for i in [*range(10, n_paragraphs), *range(10)] if i % 9]
    edition = [read("", "ru", book[i]) for i in order]

    links = _linked(_units(book), edition)

    assert _places(links) == [((i,), (order.index(i),)) for i in range(n_paragraphs) if i % 9]


def test_a_long_text_is_linked_by_its_originals() -> None:
    rng = Random(6)  # noqa: S311  # a text, not a secret
    told = [(rng.sample(range(len(NOUNS)), 6), rng.randint(100, 999)) for _ in range(152)]
    base = [f"{number} {' '.join(list(NOUNS)[noun] for noun in nouns)}" for nouns, number in told]
    edition = [f"{' '.join(list(NOUNS.values())[noun] for noun in nouns)} {number}" for nouns, number in told]

    links = _linked(_units(base), _units(edition, "ru"))

    assert sum(one.base == one.edition for one in links) > 0.95 * len(base)


def test_sentences_are_linked_within_their_groups(english: Sequence[Unit], russian: Sequence[Unit]) -> None:
    edition = [russian[1], russian[0], russian[3], russian[2]]
    groups = [Group(range(2), range(2)), Group(range(2, 4), range(2, 4))]
    known = know(english, edition, 1.0)

    links = sentence_links(english, edition, groups, known, AlignmentSettings())

    assert _places(links) == [((0,), (1,)), ((1,), (0,)), ((2,), (3,)), ((3,), (2,))]


def test_a_sentence_that_is_told_in_another_group_is_not_linked_with_it(
    english: Sequence[Unit], russian: Sequence[Unit]
) -> None:
    known, groups = know(english, russian, 1.0), [Group(range(2), range(2, 4)), Group(range(2, 4), range(2))]

    for one in sentence_links(english, russian, groups, known, AlignmentSettings()):
        assert {*one.base} <= {0, 1} if {*one.edition} <= {2, 3} else {*one.base} <= {2, 3}


def test_without_groups_no_sentences_are_linked() -> None:
    assert sentence_links([], [], [], know([], [], 1.0), AlignmentSettings()) == ()


def test_sentences_are_weighed_by_what_is_rare_in_the_articles(
    english: Sequence[Unit], russian: Sequence[Unit]
) -> None:
    known, group = know(english, russian, 1.0), [Group(range(1), range(1))]

    (link,) = sentence_links(english[:1], russian[:1], group, known, AlignmentSettings())

    assert (link.base, link.edition) == ((0,), (0,))


def test_the_nearer_a_headline_the_likelier_its_link() -> None:
    base = read("Central bank raises key rate to 19 percent", "en")
    near, far = (
        headline_link(base, other, know([base], [other], 1.0), AlignmentSettings()).similarity
        for other in (
            read("Центральный банк повысил ключевую ставку до 19 процентов", "ru"),
            read("Почему банк всех удивил", "ru"),
        )
    )

    assert 1 >= near > far >= 0


def test_headlines_are_linked_however_differently_they_are_put() -> None:
    base, edition = read("Dam breaks", "en"), read("Арбитр назначил пенальти", "ru")

    link = headline_link(base, edition, know([base], [edition], 1.0), AlignmentSettings())

    assert (link.base, link.edition, link.similarity) == ((0,), (0,), 0.0)
