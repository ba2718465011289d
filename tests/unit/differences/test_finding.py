from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.settings import DifferenceSettings
from polyglot_news.model import Article, Difference, DifferenceKind, Level, Span, Translation

Tell = Callable[..., Any]
CASES = Path(__file__).parents[2] / "cases" / "differences"
SENTENCES = (
    ("The president met 12 ministers in Berlin on Monday.", "Президент встретил 12 министров в Берлине в понедельник."),
    ("About 26,000 tonnes of wheat were lost.", "Потеряно около 16 тысяч тонн пшеницы."),
    ("“Nobody waits for the divers,” she said.", "«Никто не ждет водолазов», — сказала она."),
    ("The club received €9 million from Olena Kravets.", "Клуб получил 10 млн евро от Ирины Савчук."),
    ("No one was hurt in the fire.", "При пожаре никто не пострадал."),
    ("", ""),
)


def _cases(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _quoted(article: Article, span: Span | None) -> str:
    return article.text_of(span) if span else "-"


@pytest.mark.parametrize("case", _cases("words.txt"))
def test_changed_words_are_told_as_the_case_says(case: str, tell: Tell) -> None:
    sides, expected = case.split("->")
    language, base, edition, translation = (side.strip() for side in sides.split("|"))

    story = tell([base], [edition], [translation], language=language)

    found = [
        f"{one.kind}: {_quoted(story.base, one.base)} / {_quoted(story.edition, one.edition)}"
        for one in story.differences()
    ]
    assert ("; ".join(found) or "same") == expected.strip()


@pytest.mark.parametrize("case", _cases("passages.txt"))
def test_passages_are_told_as_the_case_says(case: str, tell: Tell) -> None:
    sides, expected = case.split("->")
    language, base, edition, translation = (side.strip() for side in sides.split("|"))

    story = tell([base], [edition], [translation], language=language)

    found = [
        f"{one.kind} {one.level}: {_quoted(story.base, one.base) if one.base else _quoted(story.edition, one.edition)}"
        for one in story.differences()
    ]
    assert ("; ".join(found) or "same") == expected.strip()


def test_a_sentence_told_in_another_paragraph_is_not_left_out(tell: Tell) -> None:
    lost = "The captain lost his cargo, his papers and all his money in the storm."
    base = [f"The captain thanked the rescuers. {lost}", "The weather was calm in Odesa on Friday."]
    edition = ["Капитан поблагодарил спасателей.", "В пятницу погода в Одессе была тихой."]
    translation = ["The captain thanked the rescuers.", "On Friday the weather in Odesa was calm."]
    told = "В шторм капитан потерял груз, документы и все деньги."

    without = tell(base, edition, translation)
    elsewhere = tell(
        base, [*edition, told], [*translation, "In the storm the captain lost cargo, papers and all money."]
    )

    assert [without.base.text_of(one.base) for one in without.differences()] == [lost]
    assert elsewhere.differences() == ()


def test_a_sentence_that_the_base_tells_in_another_paragraph_is_not_added(tell: Tell) -> None:
    base = ["The captain thanked the rescuers.", "In the storm the captain lost cargo, papers and all his money."]
    edition = ["Капитан поблагодарил спасателей. В шторм капитан потерял груз, документы и все деньги."]
    translation = ["The captain thanked the rescuers. In the storm the captain lost cargo, papers and all his money."]

    assert tell(base, edition, translation).differences() == ()
    assert len(tell(base[:1], edition, translation).differences()) == 1


_ADDED = {
    "ru": "Мэр открыл новый мост в воскресенье. Оппозиция бойкотировала церемонию. Дорога будет закрыта две недели.",
    "uk": "Мер відкрив новий міст у неділю. Опозиція бойкотувала церемонію. Дорога буде закрита два тижні.",
}


@pytest.mark.parametrize("is_translated", [True, False])
@pytest.mark.parametrize(("language", "added"), [("ru", "Оппозиция"), ("uk", "Опозиція")])
def test_a_short_sentence_added_between_others_is_an_addition(
    tell: Tell, language: str, added: str, *, is_translated: bool
) -> None:
    around = ("The mayor opened the new bridge on Sunday.", "The road will be closed for two weeks.")
    translation = f"{around[0]} The opposition boycotted the ceremony. {around[1]}" if is_translated else ""

    story = tell([" ".join(around)], [_ADDED[language]], [translation], language=language)

    (found,) = story.differences()
    assert (found.kind, found.level, found.base) == (DifferenceKind.ADDITION, Level.SENTENCE, None)
    assert _quoted(story.edition, found.edition).startswith(added)
    assert _quoted(story.edition, found.edition).count(".") == 1


_BRIDGE = {
    "ru": ["Мэр открыл новый мост в воскресенье.", "Водолазы осматривали стену гавани во вторник."],
    "uk": ["Мер відкрив новий міст у неділю.", "Водолази оглядали стіну гавані у вівторок."],
}
_MINE = {
    "ru": "Во вторник водолазы нашли мину у стены гавани.",
    "uk": "У вівторок водолази знайшли міну біля стіни гавані.",
}


@pytest.mark.parametrize("is_translated", [True, False])
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_words_that_another_paragraph_needs_for_itself_do_not_tell_what_was_left_out(
    tell: Tell, language: str, *, is_translated: bool
) -> None:
    """The subject of the lost sentence stands in a paragraph that is answered itself; moved, it is not lost."""
    kept, lost = "The mayor opened the new bridge on Sunday.", "Divers found a mine near the harbour wall on Tuesday."
    answered = "Divers searched the harbour wall on Tuesday."
    translation = [kept, answered] if is_translated else ["", ""]
    moved = [kept, f"{answered} {lost}"] if is_translated else ["", ""]
    opened, searched = _BRIDGE[language]

    omitted = tell([f"{kept} {lost}", answered], [opened, searched], translation, language=language)
    elsewhere = tell([f"{kept} {lost}", answered], [opened, f"{searched} {_MINE[language]}"], moved, language=language)

    assert [(one.level, _quoted(omitted.base, one.base)) for one in omitted.differences()] == [(Level.SENTENCE, lost)]
    assert elsewhere.differences() == ()


@pytest.mark.parametrize("is_translated", [True, False])
@pytest.mark.parametrize(
    ("language", "edition"),
    [
        ("ru", "Отделение переполнено с пятницы, сказала в понедельник врач Елена Кравец."),
        ("uk", "Відділення переповнене з п'ятниці, сказала в понеділок лікарка Олена Кравець."),
    ],
)
def test_a_quote_is_left_out_though_its_speaker_stays(
    tell: Tell, language: str, edition: str, *, is_translated: bool
) -> None:
    words = "We have no beds left and our nurses sleep in the corridor"
    tag = "the doctor Olena Kravets said on Monday."
    story = tell(
        [f"The ward has been full since Friday. “{words},” {tag}"],
        [edition],
        [f"The ward has been full since Friday, {tag}" if is_translated else ""],
        language=language,
    )

    (found,) = story.differences()
    assert (found.kind, found.edition) == (DifferenceKind.QUOTE, None)
    assert words in _quoted(story.base, found.base)
    assert "Kravets" not in _quoted(story.base, found.base)


def test_a_sentence_that_the_translator_says_twice_is_not_added(tell: Tell) -> None:
    once = "The president met the prime minister of Japan in Berlin on Friday."
    twice = f"{once} The president met the prime minister of Japan."

    story = tell([once], ["Президент встретился с премьер-министром Японии в Берлине в пятницу."], [twice])

    unsure = [one for one in story.differences(DifferenceSettings(min_confidence=0.0)) if one.level is Level.SENTENCE]
    assert story.differences() == ()
    assert all("translator_repeats" in {evidence.rule for evidence in one.evidence} for one in unsure)


@pytest.mark.parametrize("translation", ["The ship carried 16 men.", "The ship carried 26 men.", ""])
def test_a_number_that_both_originals_have_is_no_change_whatever_the_translator_made_of_it(
    tell: Tell, translation: str
) -> None:
    story = tell(["The ship carried 26 men."], ["Судно везло 26 мужчин."], [translation])

    assert [one.note for one in story.differences(DifferenceSettings(min_confidence=0.0))] == []


@pytest.mark.parametrize(
    ("base", "edition", "translation"),
    [
        ("They sold the fifth part of the series.", "Они продали пятую часть серии.", ""),
        ("He lost a fifth of the money.", "Он потерял пятую часть денег.", "He lost the fifth of the money."),
    ],
)
def test_a_fifth_and_the_fifth_part_are_no_difference(tell: Tell, base: str, edition: str, translation: str) -> None:
    assert tell([base], [edition], [translation]).differences() == ()


def test_a_quarter_is_no_fifth(tell: Tell) -> None:
    story = tell(
        ["They lost a quarter of the harvest."],
        ["Вони втратили п'яту частину врожаю."],
        ["They lost a fifth of the harvest."],
        language="uk",
    )

    assert [one.note for one in story.differences()] == ["quarter in the base, п'яту частину in the edition"]


_MEASURES = (
    ("5 miles", "5 км", "5 km"), ("5 tonnes", "5 тонн", "5 tonnes"), ("5 months", "5 месяцев", "5 months"),
    ("5 weeks", "5 недель", "5 weeks"), ("5 percent", "5 процентов", "5 percent"), ("€5", "5 евро", "5 euros"),
    ("the fifth", "пятую часть", "the fifth"), ("1985 people", "1985 человек", "1985 people"),
)  # fmt: skip


@pytest.mark.parametrize("is_translated", [True, False])
def test_a_note_never_holds_a_text_against_itself(tell: Tell, *, is_translated: bool) -> None:
    pairs = list(product(_MEASURES, repeat=2))
    story = tell(
        [f"The firm lost {ours[0]} in Izmir." for ours, _ in pairs],
        [f"Фирма потеряла {theirs[1]} в Измире." for _, theirs in pairs],
        [f"The firm lost {theirs[2]} in Izmir." if is_translated else "" for _, theirs in pairs],
    )

    for one in story.differences(DifferenceSettings(min_confidence=0.0)):
        assert _quoted(story.base, one.base) != _quoted(story.edition, one.edition)


def test_a_number_that_differs_in_its_unit_alone_is_told_with_it(tell: Tell) -> None:
    story = tell(["The island lies 5 miles off."], ["Остров лежит в 5 км."], ["The island lies 5 km off."])

    assert [one.note for one in story.differences()] == ["5 miles in the base, 5 км in the edition"]


def test_articles_whose_sentences_nobody_marked_are_compared(tell: Tell) -> None:
    story = tell(["The ship left. The captain slept."], ["Судно ушло."], ["The ship left."])
    base = replace(story.base, paragraphs=tuple(replace(one, sentences=()) for one in story.base.paragraphs))
    links = tuple(replace(one, sentences=()) for one in story.alignment.links)

    found = replace(story, base=base, alignment=replace(story.alignment, links=links)).differences()

    assert [_quoted(base, one.base) for one in found] == ["The captain slept"]


@pytest.mark.parametrize(
    ("base", "edition", "translation"), [("", "Да.", "Yes."), ("Yes.", "", ""), ("…", "Да.", ""), ("Yes.", "…", "…")]
)
def test_a_paragraph_without_words_is_compared(tell: Tell, base: str, edition: str, translation: str) -> None:
    assert len(tell([base], [edition], [translation]).differences()) <= 1


def test_an_addition_that_the_translator_is_doubted_for_is_less_certain(tell: Tell) -> None:
    base = ["The captain thanked the rescuers."]
    edition = ["Капитан поблагодарил спасателей. Его судно дважды задерживали в порту из-за неисправных шлюпок."]
    translation = ["The captain thanked the rescuers. His ship was detained twice in port because of faulty boats."]

    sure = tell(base, edition, translation).differences(DifferenceSettings(min_confidence=0.0))
    doubted = tell(base, edition, translation, doubt="repetition").differences(DifferenceSettings(min_confidence=0.0))

    assert max(one.confidence for one in doubted) < max(one.confidence for one in sure)
    assert any(evidence.rule == "doubtful_translation" for one in doubted for evidence in one.evidence)


def test_a_note_says_both_numbers_and_evidence_says_why(tell: Tell) -> None:
    story = tell(
        ["The ship carried 26,000 tonnes of wheat."],
        ["Судно везло 16 тысяч тонн пшеницы."],
        ["The ship carried 16 thousand tonnes of wheat."],
    )

    (difference,) = story.differences()

    assert difference.note == "26,000 in the base, 16 тысяч in the edition"
    assert (
        story.translation.paragraphs[0].text[difference.translation.start : difference.translation.end] == "16 thousand"
    )
    assert {"values_differ", "translation_agrees"} <= {one.rule for one in difference.evidence}


def test_levels_that_are_not_asked_for_are_left_out(tell: Tell) -> None:
    story = tell(
        ["The ship carried 26,000 tonnes of wheat."],
        ["Судно везло 16 тысяч тонн пшеницы."],
        ["The ship carried 16 thousand tonnes of wheat."],
    )

    assert story.differences(DifferenceSettings(levels=frozenset({Level.SENTENCE}))) == ()


def test_a_higher_threshold_only_takes_differences_away(tell: Tell) -> None:
    story = tell(*([text] for text in ("Ten men and 3 dogs left Rome.", "Десять мужчин и 5 собак ушли.", "")))

    everything, sure = (story.differences(DifferenceSettings(min_confidence=least)) for least in (0.0, 0.5))

    assert set(sure) <= set(everything)
    assert all(one.confidence >= 0.5 for one in sure)


def test_paragraphs_that_no_link_holds_are_not_reported_here(tell: Tell) -> None:
    story = tell(["The captain lost his cargo, his papers and all his money."], ["Погода была тихой."], [""], links=[])

    assert story.differences() == ()


paragraphs = st.lists(st.lists(st.sampled_from(range(len(SENTENCES))), max_size=4).map(tuple), min_size=1, max_size=3)


@settings(max_examples=40, deadline=None)
@given(ours=paragraphs, theirs=paragraphs)
def test_spans_lie_in_the_paragraphs_of_their_link_and_differences_are_sorted(
    tell: Tell, ours: list[tuple[int, ...]], theirs: list[tuple[int, ...]]
) -> None:
    story = tell(
        [" ".join(SENTENCES[k][0] for k in one) for one in ours],
        [" ".join(SENTENCES[k][1] for k in one) for one in theirs],
        [" ".join(SENTENCES[k][0] for k in one) for one in theirs],
    )

    found = story.differences(DifferenceSettings(min_confidence=0.0))

    assert [one.link for one in found] == sorted(one.link for one in found)
    assert all(_lies_in_its_link(one, story.base, story.edition, story.translation) for one in found)
    assert all(0.0 <= one.confidence <= 1.0 and one.note and "\n" not in one.note for one in found)
    assert story.differences(DifferenceSettings(min_confidence=0.0)) == found
    for link in range(len(story.alignment.links)):
        starts = [one.base.start for one in found if one.link == link and one.base]
        assert starts == sorted(starts)


def _lies_in_its_link(one: Difference, base: Article, edition: Article, translation: Translation) -> bool:
    texts = (
        base.paragraphs[one.link].text,
        edition.paragraphs[one.link].text,
        translation.paragraphs[one.link].text,
    )
    return any((one.base, one.edition)) and all(
        span is None or (span.paragraph == one.link and 0 <= span.start < span.end <= len(text))
        for span, text in zip((one.base, one.edition, one.translation), texts, strict=True)
    )


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(
        st.one_of(st.text(max_size=60), st.sampled_from([one for one, _ in SENTENCES])), min_size=1, max_size=4
    )
)
def test_an_article_against_itself_has_no_difference(tell: Tell, texts: list[str]) -> None:
    story = tell(texts, texts, texts, language="en")

    assert story.differences() == ()


@settings(max_examples=40, deadline=None)
@given(ours=st.text(max_size=80), theirs=st.text(max_size=80), translated=st.text(max_size=80))
def test_no_text_breaks_the_search(tell: Tell, ours: str, theirs: str, translated: str) -> None:
    story = tell([ours], [theirs], [translated], language="uk")

    assert all(
        isinstance(one.kind, DifferenceKind) for one in story.differences(DifferenceSettings(min_confidence=0.0))
    )
