from collections.abc import Callable
from typing import Any

import pytest

from polyglot_news.alignment.settings import AlignmentSettings

Tell = Callable[..., Any]

# (base, edition in Russian, its translation), a paragraph a line
TOLD = (
    (
        "The central bank raised its key rate to 19 percent on Friday.",
        "Центральный банк в пятницу повысил ключевую ставку до 19 процентов.",
        "On Friday the central bank increased the key rate to 19 percent.",
    ),
    (
        "Finance Minister Olena Kravets said that the inflation would slow down by autumn.",
        "Министр финансов Елена Кравец заявила, что инфляция замедлится к осени.",
        "Finance minister Elena Kravets said inflation will slow by autumn.",
    ),
    (
        "Farmers blocked the road to the port of Odesa with 40 tractors.",
        "Фермеры перекрыли дорогу в порт Одессы 40 тракторами.",
        "Farmers closed the road to the Odessa port with 40 tractors.",
    ),
    (
        "In Brussels, diplomats discussed new sanctions against Russian oil companies.",
        "В Брюсселе дипломаты обсуждали новые санкции против российских нефтяных компаний.",
        "Diplomats in Brussels discussed new sanctions against Russian oil companies.",
    ),
    (
        "Seven people were hurt when a bus fell from a bridge near Lviv.",
        "Семь человек пострадали, когда автобус упал с моста под Львовом.",
        "Seven people were injured when a bus fell off a bridge near Lvov.",
    ),
)
UKRAINIAN = (
    "Центральний банк у п'ятницю підвищив ключову ставку до 19 відсотків.",
    "Міністерка фінансів Олена Кравець заявила, що інфляція сповільниться до осені.",
    "Фермери перекрили дорогу в порт Одеси 40 тракторами.",
    "У Брюсселі дипломати обговорювали нові санкції проти російських нафтових компаній.",
    "Семеро людей постраждали, коли автобус упав з мосту під Львовом.",
)
BASE, RUSSIAN, TRANSLATION = ([told[side] for told in TOLD] for side in range(3))
UNRELATED = ("Оркестр сыграл Моцарта в пустом соборе.", "The orchestra played Mozart in an empty cathedral.")
IN_ORDER = ["0 > 0", "1 > 1", "2 > 2", "3 > 3", "4 > 4"]


def test_a_translated_edition_is_linked_paragraph_by_paragraph(tell: Tell) -> None:
    assert tell(BASE, RUSSIAN, TRANSLATION).beads() == IN_ORDER


@pytest.mark.parametrize(("edition", "language"), [(RUSSIAN, "ru"), (UKRAINIAN, "uk")])
def test_the_lexicon_alone_links_an_edition(tell: Tell, edition: list[str], language: str) -> None:
    assert tell(BASE, edition, language=language).beads() == IN_ORDER


def test_a_moved_paragraph_is_one_link_and_no_omission(tell: Tell) -> None:
    order = [1, 2, 3, 4, 0]

    alignment = tell(BASE, [RUSSIAN[k] for k in order], [TRANSLATION[k] for k in order]).aligned()

    assert [(link.base, link.edition) for link in alignment.links if link.moved] == [((0,), (4,))]
    assert alignment.omitted == alignment.added == ()


def test_a_paragraph_that_the_edition_leaves_out_is_omitted(tell: Tell) -> None:
    alignment = tell(BASE, RUSSIAN[:2] + RUSSIAN[3:], TRANSLATION[:2] + TRANSLATION[3:]).aligned()

    assert (alignment.omitted, alignment.added) == ((2,), ())


def test_a_paragraph_that_only_the_edition_has_is_added(tell: Tell) -> None:
    story = tell(BASE, [*RUSSIAN[:2], UNRELATED[0], *RUSSIAN[2:]], [*TRANSLATION[:2], UNRELATED[1], *TRANSLATION[2:]])

    assert (story.aligned().omitted, story.aligned().added) == ((), (2,))


@pytest.mark.parametrize("n", [2, 3])
def test_a_paragraph_that_the_edition_splits_is_one_link(tell: Tell, n: int) -> None:
    base = [" ".join(BASE[:n]), *BASE[n:]]

    assert tell(base, RUSSIAN, TRANSLATION).beads()[0] == f"0 > {','.join(map(str, range(n)))}"


@pytest.mark.parametrize("n", [2, 3])
def test_paragraphs_that_the_edition_merges_are_one_link(tell: Tell, n: int) -> None:
    edition, translation = ([" ".join(texts[:n]), *texts[n:]] for texts in (RUSSIAN, TRANSLATION))

    assert tell(BASE, edition, translation).beads()[0] == f"{','.join(map(str, range(n)))} > 0"


def test_no_link_holds_more_paragraphs_than_the_settings_allow(tell: Tell) -> None:
    story = tell([" ".join(BASE[:3])], RUSSIAN[:3], TRANSLATION[:3])

    assert [len(link.edition) for link in story.aligned(AlignmentSettings(max_span=2)).links] == [2]


def test_articles_of_one_paragraph_are_linked(tell: Tell) -> None:
    assert tell(BASE[:1], RUSSIAN[:1], TRANSLATION[:1]).beads() == ["0 > 0"]


def test_articles_of_one_paragraph_that_tell_different_things_are_not(tell: Tell) -> None:
    alignment = tell(BASE[:1], [UNRELATED[0]], [UNRELATED[1]]).aligned()

    assert (alignment.links, alignment.omitted, alignment.added) == ((), (0,), (0,))


@pytest.mark.parametrize("words", [["*", "—"], ["", "..."], ["что это", "и не то"]])
def test_without_words_to_hold_on_to_nothing_is_linked(tell: Tell, words: list[str]) -> None:
    alignment = tell(BASE, words).aligned()

    assert (alignment.links, alignment.added) == ((), (0, 1))


def test_a_language_without_a_lexicon_is_linked_by_names_and_numbers(tell: Tell) -> None:
    polish = ["Minister Olena Kravets.", "40 traktorów, port Odesa."]

    assert tell([BASE[1], BASE[2]], polish, language="pl").beads() == ["0 > 0", "1 > 1"]


def test_a_lost_translation_is_made_up_for_by_the_original(tell: Tell) -> None:
    lost = [*TRANSLATION[:2], "", *TRANSLATION[3:]]

    assert tell(BASE, RUSSIAN, lost).beads() == IN_ORDER


def test_where_the_original_says_nothing_the_nearer_a_translation_the_likelier_its_link(tell: Tell) -> None:
    edition = ["—" for _ in RUSSIAN]
    near, far = (
        tell(BASE, edition, [first, *BASE[1:]], "pl").aligned().links[0].score
        for first in (BASE[0], "The figure changed on Friday.")
    )

    assert 0 < far < near <= 1


def test_a_link_is_as_likely_as_the_settings_ask_at_least(tell: Tell) -> None:
    story = tell(BASE, [*RUSSIAN[:3], UNRELATED[0], "Автобус упал."])
    likely = [link.score for link in story.aligned().links]

    asked = AlignmentSettings(least_probability=max(likely) - 0.0001)

    assert all(0.25 < score <= 1 for score in likely)
    assert 0 < len(story.aligned(asked).links) < len(likely)
    assert story.aligned(AlignmentSettings(least_probability=1.0)).links == ()


def test_numbers_are_told_apart_by_every_digit(tell: Tell) -> None:
    base = ["12345678 tons were sold.", "12345699 tons were sold."]

    assert tell(base, base[::-1], language="en").beads() == ["0 > 1", "1 > 0 moved"]
