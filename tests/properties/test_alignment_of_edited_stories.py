"""What an editor does to a story is what its alignment says, whatever the story.

Sentences are drawn from a pool of news words, no content word in two of them: so it is known which paragraphs tell the
same, and which tell nothing of each other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.aligner import align
from polyglot_news.model import Alignment, Article
from polyglot_news.sources.articles import LoadSettings, read_article
from polyglot_news.translation.provided import provided

POOL = """
    harbour pilot wheat vessel mine judge governor hospital bank inflation lender referee penalty stadium rescue flood
    village dam teacher salary moon winter farmer motorway tractor grain orchestra symphony cathedral glacier volcano
    island fisherman trawler lighthouse bakery flour bread oven mayor council pension strike railway tunnel bridge ferry
    airport runway pilotage drone missile shelter siren curfew border refugee passport embassy ambassador sanction
    treaty parliament ballot senator minister cabinet budget tax export copper steel furnace coal turbine reactor
    uranium pipeline diesel refinery cargo container customs smuggler detective burglar prison lawyer verdict appeal
    witness jury robbery diamond museum painting sculptor theatre actress novel library poet festival guitar choir
    marathon athlete swimmer medal coach goalkeeper cyclist velodrome tennis racket chess champion vaccine virus nurse
    surgeon clinic insulin cancer kidney allergy pharmacy drought wildfire tornado avalanche earthquake landslide
    thunder rainfall reservoir sewage plumber carpenter mason scaffold skyscraper elevator mortgage landlord tenant
    eviction satellite telescope astronaut rocket comet asteroid laboratory microscope enzyme dinosaur fossil mammoth
    whale dolphin penguin walrus wolf bear falcon beetle honey orchard vineyard cider cheese butter potato cabbage
    cucumber mushroom tobacco brewery casino lottery auction jeweller tailor sweater umbrella bicycle scooter tram
    chauffeur helmet zebra camel desert oasis monastery bishop pilgrim rabbi mosque shrine carnival puppet circus
    acrobat magician lion elephant veterinarian kennel puppy kindergarten pupil algebra dictionary grammar professor
    faculty scholarship diploma internet password hacker keyboard printer software robot
""".split()  # noqa: SIM905  # a text of words is read more easily than a list of strings
_WORDS = 6  # content words of a sentence
_SENTENCE = re.compile(r"[^.]+\.")


@dataclass(frozen=True)
class Edited:
    """A story, an edition of it, and which paragraphs of them answer each other."""

    base: list[str]
    edition: list[str]
    links: set[tuple[tuple[int, ...], tuple[int, ...]]]  # base, edition


def article(texts: Sequence[str]) -> Article:
    return read_article("\n".join(texts).encode(), "edition.txt", LoadSettings(lines=True, language="en"))


def aligned(base: Sequence[str], edition: Sequence[str]) -> Alignment:
    """Align texts of one language: the edition is its own translation."""
    other = article(edition)
    return align(article(base), other, provided(other, edition, "en", "translation.txt"))


def linked(alignment: Alignment) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.base, link.edition) for link in alignment.links}


@st.composite
def stories(draw: st.DrawFn, *, most: int = 8) -> list[list[str]]:
    """Paragraphs of one to three sentences; one paragraph more than `most` at the most: the last, as a stranger."""
    lengths = draw(st.lists(st.integers(1, 3), min_size=2, max_size=most + 1))
    rng = Random(draw(st.integers(0, 999)))  # noqa: S311  # drawn like the rest
    words = rng.sample(POOL, _WORDS * sum(lengths))
    sentences = [_sentence(words[k : k + _WORDS]) for k in range(0, len(words), _WORDS)]
    ends = [sum(lengths[: k + 1]) for k in range(len(lengths))]
    return [sentences[end - n : end] for end, n in zip(ends, lengths, strict=True)]


def _sentence(words: Sequence[str]) -> str:
    return "The {} {} was with a {} and the {} in {} {}.".format(*words)


def _shortened(sentence: str, rng: Random) -> str:
    """Keep four of the six content words, in any order."""
    words = [word for word in sentence.strip(".").split() if word in POOL]
    return " ".join(rng.sample(words, _WORDS - 2)) + "."


@st.composite
def edited_stories(draw: st.DrawFn, *, is_shuffled: bool) -> tuple[Edited, str]:
    """A story edited at random, and a paragraph that has nothing to do with it."""
    *story, stranger = draw(stories())
    beads: list[tuple[tuple[int, ...], list[str]]] = []
    i = 0
    while i < len(story):
        edit = draw(st.sampled_from(["keep", "keep", "drop", "split", "merge", "trim"]))
        if edit == "merge" and i + 1 < len(story):
            beads.append(((i, i + 1), [" ".join(story[i] + story[i + 1])]))
            i += 1
        elif edit == "split" and len(story[i]) > 1:
            beads.append(((i,), [" ".join(story[i][:1]), " ".join(story[i][1:])]))
        elif edit == "trim" and len(story[i]) > 2:
            beads.append(((i,), [" ".join(story[i][1:])]))
        elif edit != "drop":
            beads.append(((i,), [" ".join(story[i])]))
        i += 1
    assume(beads)
    texts = [" ".join(sentences) for sentences in story]
    return _laid_out(texts, draw(st.permutations(beads)) if is_shuffled else beads), " ".join(stranger)


def _laid_out(base: list[str], beads: Sequence[tuple[tuple[int, ...], list[str]]]) -> Edited:
    edition: list[str] = []
    links = set()
    for places, texts in beads:
        links.add((places, tuple(range(len(edition), len(edition) + len(texts)))))
        edition += texts
    return Edited(base, edition, links)


@settings(deadline=None, max_examples=20)
@given(edited_stories(is_shuffled=False))
def test_what_was_kept_merged_split_trimmed_and_left_out_is_found(case: tuple[Edited, str]) -> None:
    edited, _ = case

    alignment = aligned(edited.base, edited.edition)

    assert linked(alignment) == edited.links
    assert not any(link.moved for link in alignment.links)


@settings(deadline=None, max_examples=20)
@given(edited_stories(is_shuffled=True))
def test_it_is_found_in_any_order(case: tuple[Edited, str]) -> None:
    edited, _ = case

    alignment = aligned(edited.base, edited.edition)

    assert linked(alignment) == edited.links
    in_order = [link.edition for link in alignment.links] == sorted(link.edition for link in alignment.links)
    assert any(link.moved for link in alignment.links) == (not in_order)
    kept = [link.edition for link in alignment.links if not link.moved]
    assert kept == sorted(kept)


@settings(deadline=None, max_examples=20)
@given(edited_stories(is_shuffled=True), st.integers(0, 999))
def test_it_is_found_where_each_sentence_is_told_in_fewer_words(case: tuple[Edited, str], seed: int) -> None:
    edited, _ = case
    rng = Random(seed)  # noqa: S311
    edition = [_SENTENCE.sub(lambda sentence: _shortened(sentence[0], rng), text) for text in edited.edition]

    assert linked(aligned(edited.base, edition)) == edited.links


@settings(deadline=None, max_examples=20)
@given(edited_stories(is_shuffled=True))
def test_what_base_and_edition_say_of_each_other_is_the_same_from_either_side(case: tuple[Edited, str]) -> None:
    edited, _ = case

    there, back = aligned(edited.base, edited.edition), aligned(edited.edition, edited.base)

    assert linked(there) == {(link.edition, link.base) for link in back.links}
    assert (there.omitted, there.added) == (back.added, back.omitted)


@settings(deadline=None, max_examples=20)
@given(edited_stories(is_shuffled=True), st.sampled_from(["base", "edition"]), st.integers(0, 8))
def test_a_paragraph_of_another_story_leaves_every_link_as_it_is(
    case: tuple[Edited, str], side: str, place: int
) -> None:
    edited, stranger = case
    texts = edited.base if side == "base" else edited.edition
    # Between the two halves of what was split or merged it would part what belongs together.
    held = {link[0] if side == "base" else link[1] for link in edited.links}
    place = min(place, len(texts))
    assume(not any(one[0] < place <= one[-1] for one in held))

    longer = [*texts[:place], stranger, *texts[place:]]
    alone = aligned(edited.base, edited.edition)
    along = aligned(longer, edited.edition) if side == "base" else aligned(edited.base, longer)

    def back(places: tuple[int, ...], *, is_longer: bool) -> tuple[int, ...]:
        return tuple(k - (is_longer and k > place) for k in places)

    shifted = [
        (back(link.base, is_longer=side == "base"), back(link.edition, is_longer=side == "edition"), link.moved)
        for link in along.links
    ]
    assert place in (along.omitted if side == "base" else along.added)
    assert shifted == [(link.base, link.edition, link.moved) for link in alone.links]


@settings(deadline=None, max_examples=20)
@given(stories())
def test_a_story_held_against_itself_is_linked_paragraph_by_paragraph(story: list[list[str]]) -> None:
    texts = [" ".join(sentences) for sentences in story]

    alignment = aligned(texts, texts)

    assert [(link.base, link.edition, link.moved) for link in alignment.links] == [
        ((i,), (i,), False) for i in range(len(texts))
    ]
    for link in alignment.links:
        assert all(one.base == one.edition for one in link.sentences)
        assert len(link.sentences) == len(story[link.base[0]])


@settings(deadline=None, max_examples=20)
@given(stories(), st.randoms(use_true_random=False))
def test_sentences_in_another_order_are_linked_one_by_one(story: list[list[str]], rng: Random) -> None:
    shuffled = [rng.sample(sentences, len(sentences)) for sentences in story]
    base, edition = article([" ".join(one) for one in story]), article([" ".join(one) for one in shuffled])

    alignment = align(base, edition, provided(edition, [" ".join(one) for one in shuffled], "en", "t.txt"))

    for link in alignment.links:
        for one in link.sentences:
            assert [base.text_of(span) for span in one.base] == [edition.text_of(span) for span in one.edition]
        assert sum(len(one.base) for one in link.sentences) == len(story[link.base[0]])
