"""What holds for every alignment, whatever the editions say."""

from collections.abc import Sequence
from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.aligner import align
from polyglot_news.model import Alignment, Article
from polyglot_news.sources.articles import LoadSettings, read_article
from polyglot_news.translation.provided import provided, untranslated

# Nine words a paragraph, none in two: paragraphs that nobody could take for each other.
CLEAR = [
    "Harbour pilots guided the wheat vessel past floating mines.",
    "Judges sentenced a former governor for embezzling hospital funds.",
    "Bankers raised interest rates after inflation frightened foreign lenders.",
    "Referee Alvarez awarded an extraordinarily late penalty yesterday evening.",
    "Rescuers evacuated flooded villages beneath the broken Dniester dam.",
    "Teachers marched through Warsaw demanding smaller classes and salaries.",
    "Astronomers photographed two icy moons orbiting Saturn last winter.",
    "Farmers blocked motorways with tractors over cheap imported grain.",
]
FEW_WORDS = st.sampled_from(
    [
        "bank",
        "rate",
        "vote",
        "Kyiv",
        "Obama",
        "12",
        "2014",
        "the",
        "of",
        "fire.",
        "bridge.",
        "Путин",
        "мост.",
        "12%",
        "в",
    ]
)
SOUP = st.lists(FEW_WORDS, max_size=9).map(" ".join)


def article(texts: Sequence[str], language: str = "en") -> Article:
    # A last line that is not empty keeps the empty ones before it.
    return read_article("\n".join(texts).encode(), "edition.txt", LoadSettings(lines=True, language=language))


def aligned(base: Sequence[str], edition: Sequence[str]) -> Alignment:
    """Align texts of one language: the edition is its own translation."""
    other = article(edition)
    return align(article(base), other, provided(other, edition, "en", "translation.txt"))


def beads(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return [(link.base, link.edition, link.moved) for link in alignment.links]


@st.composite
def soups(draw: st.DrawFn) -> tuple[list[str], list[str], list[str], str]:
    """A base, an edition, its translation, its language: of few words, so that much is alike, and much empty."""
    base = draw(st.lists(SOUP, max_size=7))
    edition = draw(st.lists(SOUP, max_size=7))
    translation = [draw(SOUP) for _ in edition]
    return [*base, "bank"], [*edition, "банк"], [*translation, "bank"], draw(st.sampled_from(["ru", "uk", "pl"]))


@st.composite
def shuffles(draw: st.DrawFn) -> tuple[list[str], list[int]]:
    """Clear paragraphs, and the order in which another edition has them."""
    texts = draw(st.lists(st.sampled_from(CLEAR), unique=True, min_size=1, max_size=7))
    return texts, draw(st.permutations(range(len(texts))))


@settings(deadline=None, max_examples=20)
@given(soups())
def test_every_paragraph_is_in_one_link_or_left_out_or_added(soup: tuple[list[str], list[str], list[str], str]) -> None:
    base, texts, translation, language = soup
    edition = article(texts, language)

    alignment = align(article(base), edition, provided(edition, translation, "en", "t.txt"))

    assert sorted([i for link in alignment.links for i in link.base] + [*alignment.omitted]) == [*range(len(base))]
    assert sorted([j for link in alignment.links for j in link.edition] + [*alignment.added]) == [*range(len(texts))]
    for link in alignment.links:
        assert [*link.base] == [*range(link.base[0], link.base[-1] + 1)]
        assert [*link.edition] == [*range(link.edition[0], link.edition[-1] + 1)]
        assert min(len(link.base), len(link.edition)) == 1
        assert max(len(link.base), len(link.edition)) <= 3
        assert 0 < link.score <= 1
    assert [link.base for link in alignment.links] == sorted(link.base for link in alignment.links)


@settings(deadline=None, max_examples=20)
@given(soups(), st.sampled_from(["translated", "untranslated"]))
def test_every_sentence_of_a_link_is_in_one_sentence_link(
    soup: tuple[list[str], list[str], list[str], str], state: str
) -> None:
    texts, edition = article(soup[0]), article(soup[1], soup[3])
    translation = provided(edition, soup[2], "en", "t.txt") if state == "translated" else untranslated(edition, "en")

    for link in align(texts, edition, translation).links:
        ours = [span for one in link.sentences for span in one.base]
        theirs = [span for one in link.sentences for span in one.edition]
        assert ours == [span for i in link.base for span in texts.paragraphs[i].sentences]
        assert sorted(theirs) == [span for j in link.edition for span in edition.paragraphs[j].sentences]
        for one in link.sentences:
            assert one.base or one.edition
            assert (one.score > 0) == bool(one.base and one.edition)
            for span in one.translation:
                assert translation.paragraphs[span.paragraph].text[span.start : span.end].strip()


@settings(deadline=None, max_examples=20)
@given(soups())
def test_the_same_editions_give_the_same_alignment(soup: tuple[list[str], list[str], list[str], str]) -> None:
    base, edition = article(soup[0]), article(soup[1], soup[3])
    translation = provided(edition, soup[2], "en", "t.txt")

    assert align(base, edition, translation) == align(base, edition, translation)


@settings(deadline=None, max_examples=20)
@given(
    st.lists(st.lists(st.sampled_from(["bank", "rate", "vote", "fire", "Kyiv"]), min_size=1, max_size=7), min_size=1)
)
def test_a_text_held_against_itself_is_linked_one_to_one(bags: list[list[str]]) -> None:
    texts = [" ".join(bag) for bag in bags[:8]]

    alignment = aligned(texts, texts)

    assert beads(alignment) == [((i,), (i,), False) for i in range(len(texts))]
    assert min(link.score for link in alignment.links) > 0.25  # paragraphs that say the same are rivals


@settings(deadline=None, max_examples=20)
@given(shuffles())
def test_what_has_not_moved_is_the_most_text_that_stands_in_order(shuffled: tuple[list[str], list[int]]) -> None:
    texts, order = shuffled
    places = [order.index(i) for i in range(len(texts))]
    subsets = chain.from_iterable(combinations(range(len(texts)), size) for size in range(len(texts) + 1))
    in_order = [kept for kept in subsets if [places[i] for i in kept] == sorted(places[i] for i in kept)]

    links = aligned(texts, [texts[i] for i in order]).links

    kept = tuple(link.base[0] for link in links if not link.moved)
    assert kept in in_order
    assert sum(1 + len(texts[i]) for i in kept) == max(sum(1 + len(texts[i]) for i in one) for one in in_order)
